"""Who may be the same perpetrator (같은 사람): candidates, what speaks for each, decisions."""

from ui.screens.people.screen import People

__all__ = ["People"]
