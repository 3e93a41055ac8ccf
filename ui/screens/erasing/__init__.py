"""Destroying a case: three calm steps, and no way back after the third."""

from ui.screens.erasing.screen import Erasing

__all__ = ["Erasing"]
