"""The tab 동의 of a case: what was agreed, with whom, what left, and what an age asks for."""

from ui.screens.case.consents.tab import Consents

__all__ = ["Consents"]
