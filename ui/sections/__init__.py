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

__all__ = ["SECTIONS", "Section", "groups_of", "sections_of"]

# what belongs together stands together, under the name of its group
GROUPS: tuple[tuple[str, tuple[type[Section], ...]], ...] = (
    ("screen", (DisplaySection, LockSection)),
    ("people", (PeopleSection, AccessSection, RetentionSection, KeysSection)),
    ("exchange", (PlacesSection, LibrarySection, ContactSection, EscrowSection, CountsSection, ExportsSection)),
    ("work", (FormsSection, SitesSection, AgenciesSection)),
    ("papers", (LetterheadSection, PhrasesSection, GuidelineSection)),
    ("safety", (BackupsSection, CareSection, DoctorSection)),
    ("program", (UpdatesSection, PolicySection, AboutSection, ProgramSection, LicencesSection)),
)  # fmt: skip
SECTIONS = tuple(kind for _, kinds in GROUPS for kind in kinds)

# the second party of match-only has no cases, and what it has of that is a page of its own
_NO_CASES = {"display", "lock", "keys", "people", "access", "places", "backups", "care", "doctor", "about", "program", "licences", "updates", "policy"}  # fmt: skip


def groups_of(role: str) -> tuple[tuple[str, tuple[type[Section], ...]], ...]:
    """Return the sections a workspace of this role has, by the group they stand in."""
    here = ((name, tuple(one for one in kinds if _is_for(role, one))) for name, kinds in GROUPS)  # fmt: skip
    return tuple((name, kinds) for name, kinds in here if kinds)


def sections_of(role: str) -> tuple[type[Section], ...]:
    """Return the sections a workspace of this role has."""
    return tuple(kind for _, kinds in groups_of(role) for kind in kinds)


def _is_for(role: str, kind: type[Section]) -> bool:
    return role != "escrow" or kind.name in _NO_CASES
