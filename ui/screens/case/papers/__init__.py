"""The papers of one case (문서)."""

from ui.screens.case.papers.tab import Papers

__all__ = ["Papers"]
