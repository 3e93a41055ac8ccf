"""The interview (상담): record what is told, and lose none of it."""

from ui.screens.interview.screen import Interview

__all__ = ["Interview"]
