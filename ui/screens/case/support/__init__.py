"""Support (지원): what is arranged for a person, one card for each kind."""

from ui.screens.case.support.tab import Support

__all__ = ["Support"]
