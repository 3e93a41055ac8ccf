"""One case: overview, timeline, interviews, consent (사건)."""

from ui.screens.case.screen import Case

__all__ = ["Case"]
