"""Before anything is recorded: the route, and what the person agrees to (동의)."""

from ui.screens.consent.screen import Consent

__all__ = ["Consent"]
