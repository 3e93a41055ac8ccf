"""The calendar (일정): a month, and what a day holds."""

from ui.screens.calendar.screen import Calendar

__all__ = ["Calendar"]
