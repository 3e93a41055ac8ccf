"""Suspects of a case, what recognises them, and the people of the case (가해 추정인, 당사자)."""

from ui.screens.case.suspects.tab import Suspects

__all__ = ["Suspects"]
