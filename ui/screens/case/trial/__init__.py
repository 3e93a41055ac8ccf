"""Investigation and trial (수사·재판): a line of steps for every suspect."""

from ui.screens.case.trial.tab import Trial

__all__ = ["Trial"]
