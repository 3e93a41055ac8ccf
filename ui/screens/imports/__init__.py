"""Records from a file (가져오기): pick, match, try, bring."""

from ui.screens.imports.screen import Imports

__all__ = ["Imports"]
