"""Paper (문서): one file per kind, drawn with reportlab, returned as bytes, never written to disk.

The drawing library is slow to load and a paper is rare: a kind is loaded when it is first drawn,
so opening the desk does not wait for it. Files of the person's home have no say in the drawing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from intake.documents.consent_words import (
    ASKED_LATER,
    PURPOSES,
    consent_hash,
    consent_version,
)

if TYPE_CHECKING:
    from intake.documents.annex import Annex, AnnexRow, draw_annex, list_annex
    from intake.documents.application import Application, draw_application
    from intake.documents.bundle_slip import BundleSlip, draw_bundle_slip
    from intake.documents.claim import Claim, ClaimRow, draw_claim
    from intake.documents.consent_form import ConsentForm, draw_consent_form
    from intake.documents.counsel_copy import (
        CopiedLine,
        CopiedRecord,
        CounselCopy,
        LeftOut,
        draw_counsel_copy,
    )
    from intake.documents.court_pieces import Card
    from intake.documents.destruction_certificate import (
        DestructionCertificate,
        draw_destruction_certificate,
    )
    from intake.documents.dossier import (
        Dossier,
        DossierCase,
        DossierDecision,
        DossierMark,
        draw_dossier,
    )
    from intake.documents.enrolment_sheet import EnrolmentSheet, draw_enrolment_sheet
    from intake.documents.evidence_handover import (
        ChainStep,
        EvidenceHandover,
        HandedPiece,
        draw_evidence_handover,
    )
    from intake.documents.form_pieces import Choice, FormHead, Office
    from intake.documents.interview_print import (
        InterviewPrint,
        PrintedAnswer,
        PrintedSection,
        draw_interview_print,
    )
    from intake.documents.kinds import DOCUMENTS, DocumentKind
    from intake.documents.merged import Merged, MergedRow, draw_merged
    from intake.documents.opinion import FactorRow, Opinion, draw_opinion
    from intake.documents.pack_index import IndexedFile, PackIndex, draw_pack_index
    from intake.documents.performance import (
        CountTable,
        Performance,
        PseudonymRow,
        draw_performance,
    )
    from intake.documents.petition import Petition, draw_petition
    from intake.documents.petition_list import (
        ListedPetition,
        PetitionList,
        draw_petition_list,
    )
    from intake.documents.power import Power, draw_power
    from intake.documents.recovery_sheet import RecoverySheet, draw_recovery_sheet
    from intake.documents.request_form import (
        RequestedAddress,
        RequestForm,
        draw_request_form,
    )
    from intake.documents.result_report import (
        Left,
        ListedAddress,
        Outcomes,
        ResultReport,
        draw_result_report,
    )
    from intake.documents.statistics_report import (
        ReportChart,
        ReportTable,
        StatisticsReport,
        draw_statistics_report,
    )
    from intake.documents.withdrawal import GoneOut, Withdrawal, draw_withdrawal

_HOMES = {
    "Claim": "claim",
    "ClaimRow": "claim",
    "draw_claim": "claim",
    "Merged": "merged",
    "MergedRow": "merged",
    "draw_merged": "merged",
    "IndexedFile": "pack_index",
    "PackIndex": "pack_index",
    "draw_pack_index": "pack_index",
    "Petition": "petition",
    "draw_petition": "petition",
    "ListedPetition": "petition_list",
    "PetitionList": "petition_list",
    "draw_petition_list": "petition_list",
    "Annex": "annex",
    "AnnexRow": "annex",
    "Application": "application",
    "BundleSlip": "bundle_slip",
    "Card": "court_pieces",
    "ChainStep": "evidence_handover",
    "Choice": "form_pieces",
    "ConsentForm": "consent_form",
    "CopiedLine": "counsel_copy",
    "CopiedRecord": "counsel_copy",
    "CounselCopy": "counsel_copy",
    "CountTable": "performance",
    "DOCUMENTS": "kinds",
    "DestructionCertificate": "destruction_certificate",
    "DocumentKind": "kinds",
    "Dossier": "dossier",
    "DossierCase": "dossier",
    "DossierDecision": "dossier",
    "DossierMark": "dossier",
    "EnrolmentSheet": "enrolment_sheet",
    "EvidenceHandover": "evidence_handover",
    "FactorRow": "opinion",
    "FormHead": "form_pieces",
    "GoneOut": "withdrawal",
    "HandedPiece": "evidence_handover",
    "InterviewPrint": "interview_print",
    "Left": "result_report",
    "LeftOut": "counsel_copy",
    "ListedAddress": "result_report",
    "Office": "form_pieces",
    "Opinion": "opinion",
    "Outcomes": "result_report",
    "Performance": "performance",
    "Power": "power",
    "PrintedAnswer": "interview_print",
    "PrintedSection": "interview_print",
    "PseudonymRow": "performance",
    "RecoverySheet": "recovery_sheet",
    "ReportChart": "statistics_report",
    "ReportTable": "statistics_report",
    "RequestForm": "request_form",
    "RequestedAddress": "request_form",
    "ResultReport": "result_report",
    "Withdrawal": "withdrawal",
    "StatisticsReport": "statistics_report",
    "draw_annex": "annex",
    "draw_application": "application",
    "draw_bundle_slip": "bundle_slip",
    "draw_consent_form": "consent_form",
    "draw_counsel_copy": "counsel_copy",
    "draw_destruction_certificate": "destruction_certificate",
    "draw_dossier": "dossier",
    "draw_enrolment_sheet": "enrolment_sheet",
    "draw_evidence_handover": "evidence_handover",
    "draw_interview_print": "interview_print",
    "draw_opinion": "opinion",
    "draw_performance": "performance",
    "draw_power": "power",
    "draw_recovery_sheet": "recovery_sheet",
    "draw_request_form": "request_form",
    "draw_result_report": "result_report",
    "draw_withdrawal": "withdrawal",
    "draw_statistics_report": "statistics_report",
    "list_annex": "annex",
}
# reportlab would run these two as code out of anybody's home: they are here, and empty
for _own in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_own, ModuleType(_own))

__all__ = [
    "ASKED_LATER",
    "DOCUMENTS",
    "PURPOSES",
    "Annex",
    "AnnexRow",
    "Application",
    "BundleSlip",
    "Card",
    "ChainStep",
    "Choice",
    "Claim",
    "ClaimRow",
    "ConsentForm",
    "CopiedLine",
    "CopiedRecord",
    "CounselCopy",
    "CountTable",
    "DestructionCertificate",
    "DocumentKind",
    "Dossier",
    "DossierCase",
    "DossierDecision",
    "DossierMark",
    "EnrolmentSheet",
    "EvidenceHandover",
    "FactorRow",
    "FormHead",
    "GoneOut",
    "HandedPiece",
    "IndexedFile",
    "InterviewPrint",
    "Left",
    "LeftOut",
    "ListedAddress",
    "ListedPetition",
    "Merged",
    "MergedRow",
    "Office",
    "Opinion",
    "Outcomes",
    "PackIndex",
    "Performance",
    "Petition",
    "PetitionList",
    "Power",
    "PrintedAnswer",
    "PrintedSection",
    "PseudonymRow",
    "RecoverySheet",
    "ReportChart",
    "ReportTable",
    "RequestForm",
    "RequestedAddress",
    "ResultReport",
    "StatisticsReport",
    "Withdrawal",
    "consent_hash",
    "consent_version",
    "draw_annex",
    "draw_application",
    "draw_bundle_slip",
    "draw_claim",
    "draw_consent_form",
    "draw_counsel_copy",
    "draw_destruction_certificate",
    "draw_dossier",
    "draw_enrolment_sheet",
    "draw_evidence_handover",
    "draw_interview_print",
    "draw_merged",
    "draw_opinion",
    "draw_pack_index",
    "draw_performance",
    "draw_petition",
    "draw_petition_list",
    "draw_power",
    "draw_recovery_sheet",
    "draw_request_form",
    "draw_result_report",
    "draw_statistics_report",
    "draw_withdrawal",
    "list_annex",
]


def __getattr__(name: str) -> object:
    """Load a kind of paper when somebody asks for it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    found: object = getattr(import_module(f"intake.documents.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
