"""Evidence of a case (증거): taken, listed, looked at for a reason, proven."""

from ui.screens.case.evidence.tab import Evidence

__all__ = ["Evidence"]
