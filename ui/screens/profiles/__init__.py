"""One perpetrator across cases (가해자별 현황): figures, cases, marks, decisions."""

from ui.screens.profiles.screen import Profiles

__all__ = ["Profiles"]
