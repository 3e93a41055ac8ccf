"""The sections of the settings page; one file and one name in the tuple each."""

from ui.sections.about import AboutSection
from ui.sections.access import AccessSection
from ui.sections.agencies import AgenciesSection
from ui.sections.backups import BackupsSection
from ui.sections.care import CareSection
from ui.sections.contact import ContactSection
from ui.sections.counts import CountsSection
from ui.sections.display import DisplaySection
from ui.sections.doctor import DoctorSection
from ui.sections.escrow import EscrowSection
from ui.sections.exports import ExportsSection
from ui.sections.forms import FormsSection
from ui.sections.guideline import GuidelineSection
from ui.sections.keys import KeysSection
from ui.sections.letterhead import LetterheadSection
from ui.sections.library import LibrarySection
from ui.sections.licences import LicencesSection
from ui.sections.lock import LockSection
from ui.sections.people_roles import PeopleSection
from ui.sections.phrases import PhrasesSection
from ui.sections.places import PlacesSection
from ui.sections.policy import PolicySection
from ui.sections.program import ProgramSection
from ui.sections.retention import RetentionSection
from ui.sections.section import Section
from ui.sections.sites import SitesSection
from ui.sections.updates import UpdatesSection

__all__ = ["SECTIONS", "Section", "sections_of"]

SECTIONS: tuple[type[Section], ...] = (
    DisplaySection,
    LockSection,
    KeysSection,
    PeopleSection,
    AccessSection,
    RetentionSection,
    PlacesSection,
    LibrarySection,
    SitesSection,
    AgenciesSection,
    ContactSection,
    EscrowSection,
    FormsSection,
    LetterheadSection,
    PhrasesSection,
    GuidelineSection,
    CountsSection,
    BackupsSection,
    ExportsSection,
    CareSection,
    PolicySection,
    DoctorSection,
    UpdatesSection,
    AboutSection,
    ProgramSection,
    LicencesSection,
)

# the second party of match-only has no cases, and what it has of that is a page of its own
_NO_CASES = {"display", "lock", "keys", "people", "access", "places", "backups", "care", "doctor", "about", "program", "licences", "updates", "policy"}  # fmt: skip


def sections_of(role: str) -> tuple[type[Section], ...]:
    """Return the sections a workspace of this role has."""
    if role != "escrow":
        return SECTIONS
    return tuple(kind for kind in SECTIONS if kind.name in _NO_CASES)
