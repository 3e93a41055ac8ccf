"""The cases of this workspace (사건)."""

from ui.screens.cases.screen import Cases

__all__ = ["Cases"]
