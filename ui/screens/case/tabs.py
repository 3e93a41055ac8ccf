"""The tabs of a case, in the order they stand; one that nobody wrote yet is left out."""

import importlib
import importlib.util
from typing import cast

from ui.screens.case.tab import CaseTab
from ui.session import Session

SHARED = ("overview", "timeline", "interviews")  # asked for by the screen
ORDER = (
    "overview",
    "timeline",
    "interviews",
    "suspects",
    "postings",
    "evidence",
    "support",
    "trial",
    "papers",
    "consents",
)


def _is_here(name: str) -> bool:
    return (
        name in SHARED
        or importlib.util.find_spec(f"ui.screens.case.{name}") is not None
    )


TABS = tuple(name for name in ORDER if _is_here(name))
OWN = tuple(name for name in TABS if name not in SHARED)


def make_tab(name: str, session: Session) -> CaseTab:
    """Import and make a tab; the class is named like its module."""
    module = importlib.import_module(f"ui.screens.case.{name}")
    return cast("CaseTab", getattr(module, name.capitalize())(session))
