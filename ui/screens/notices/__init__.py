"""What centers tell and ask each other about the same person (연결 알림)."""

from ui.screens.notices.screen import Notices

__all__ = ["Notices"]
