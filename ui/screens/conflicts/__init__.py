"""What two laptops wrote down differently, side by side (서로 다른 기록)."""

from ui.screens.conflicts.screen import Conflicts

__all__ = ["Conflicts"]
