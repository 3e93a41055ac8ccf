"""Paper (문서): one file per kind, drawn with reportlab, returned as bytes, never written to disk."""

from intake.documents.bundle_slip import BundleSlip, draw_bundle_slip
from intake.documents.consent_form import ConsentForm, draw_consent_form
from intake.documents.consent_words import PURPOSES, consent_hash, consent_version
from intake.documents.enrolment_sheet import EnrolmentSheet, draw_enrolment_sheet
from intake.documents.interview_print import (
    InterviewPrint,
    PrintedAnswer,
    PrintedSection,
    draw_interview_print,
)
from intake.documents.kinds import DOCUMENTS, DocumentKind
from intake.documents.recovery_sheet import RecoverySheet, draw_recovery_sheet

__all__ = [
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
