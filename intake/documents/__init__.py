"""Paper (문서): one file per kind, drawn with reportlab, returned as bytes, never written to disk.

The drawing library is slow to load and a paper is rare: a kind is loaded when it is first drawn,
so opening the desk does not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from intake.documents.consent_words import (
    ASKED_LATER,
    PURPOSES,
    consent_hash,
    consent_version,
)

if TYPE_CHECKING:
    from intake.documents.bundle_slip import BundleSlip, draw_bundle_slip
    from intake.documents.consent_form import ConsentForm, draw_consent_form
    from intake.documents.enrolment_sheet import EnrolmentSheet, draw_enrolment_sheet
    from intake.documents.interview_print import (
        InterviewPrint,
        PrintedAnswer,
        PrintedSection,
        draw_interview_print,
    )
    from intake.documents.kinds import DOCUMENTS, DocumentKind
    from intake.documents.recovery_sheet import RecoverySheet, draw_recovery_sheet

_HOMES = {
    "BundleSlip": "bundle_slip",
    "ConsentForm": "consent_form",
    "DOCUMENTS": "kinds",
    "DocumentKind": "kinds",
    "EnrolmentSheet": "enrolment_sheet",
    "InterviewPrint": "interview_print",
    "PrintedAnswer": "interview_print",
    "PrintedSection": "interview_print",
    "RecoverySheet": "recovery_sheet",
    "draw_bundle_slip": "bundle_slip",
    "draw_consent_form": "consent_form",
    "draw_enrolment_sheet": "enrolment_sheet",
    "draw_interview_print": "interview_print",
    "draw_recovery_sheet": "recovery_sheet",
}

__all__ = [
    "ASKED_LATER",
    "DOCUMENTS",
    "PURPOSES",
    "BundleSlip",
    "ConsentForm",
    "DocumentKind",
    "EnrolmentSheet",
    "InterviewPrint",
    "PrintedAnswer",
    "PrintedSection",
    "RecoverySheet",
    "consent_hash",
    "consent_version",
    "draw_bundle_slip",
    "draw_consent_form",
    "draw_enrolment_sheet",
    "draw_interview_print",
    "draw_recovery_sheet",
]


def __getattr__(name: str) -> object:
    """Load a kind of paper when somebody asks for it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    found: object = getattr(import_module(f"intake.documents.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
