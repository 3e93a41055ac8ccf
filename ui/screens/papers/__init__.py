"""Papers (문서): what can be made, how it would look, what was issued, and whether a file is ours."""

from ui.screens.papers.screen import Papers

__all__ = ["Papers"]
