"""Statistics (통계): cards, pictures, and every table, each number with its rule."""

from ui.screens.statistics.screen import Statistics

__all__ = ["Statistics"]
