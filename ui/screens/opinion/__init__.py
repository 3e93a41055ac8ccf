"""Where another engine sees it differently (두 번째 의견): for the central desk."""

from ui.screens.opinion.screen import Opinion

__all__ = ["Opinion"]
