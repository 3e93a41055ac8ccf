"""Every kind of paper there is; menu, terminal and tests read this tuple."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from intake.documents.annex import Annex, draw_annex
from intake.documents.application import Application, draw_application
from intake.documents.bundle_slip import BundleSlip, draw_bundle_slip
from intake.documents.claim import Claim, draw_claim
from intake.documents.consent_form import ConsentForm, draw_consent_form
from intake.documents.counsel_copy import CounselCopy, draw_counsel_copy
from intake.documents.destruction_certificate import (
    DestructionCertificate,
    draw_destruction_certificate,
)
from intake.documents.dossier import Dossier, draw_dossier
from intake.documents.enrolment_sheet import EnrolmentSheet, draw_enrolment_sheet
from intake.documents.evidence_handover import (
    EvidenceHandover,
    draw_evidence_handover,
)
from intake.documents.interview_print import InterviewPrint, draw_interview_print
from intake.documents.merged import Merged, draw_merged
from intake.documents.opinion import Opinion, draw_opinion
from intake.documents.pack_index import PackIndex, draw_pack_index
from intake.documents.performance import Performance, draw_performance
from intake.documents.petition import Petition, draw_petition
from intake.documents.petition_list import PetitionList, draw_petition_list
from intake.documents.power import Power, draw_power
from intake.documents.recovery_sheet import RecoverySheet, draw_recovery_sheet
from intake.documents.request_form import RequestForm, draw_request_form
from intake.documents.result_report import ResultReport, draw_result_report
from intake.documents.statistics_report import (
    StatisticsReport,
    draw_statistics_report,
)
from intake.documents.withdrawal import Withdrawal, draw_withdrawal


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of paper: what it is called, what it is made of, who draws it."""

    name: str
    title_id: str
    content: type
    draw: Callable[[Any, str], bytes]  # (content, language) -> PDF


DOCUMENTS = (
    DocumentKind(
        "recovery", "paper-recovery-title", RecoverySheet, draw_recovery_sheet
    ),
    DocumentKind(
        "enrolment", "paper-enrolment-title", EnrolmentSheet, draw_enrolment_sheet
    ),
    DocumentKind("consent", "paper-consent-title", ConsentForm, draw_consent_form),
    DocumentKind("slip", "paper-slip-title", BundleSlip, draw_bundle_slip),
    DocumentKind(
        "interview", "paper-interview-title", InterviewPrint, draw_interview_print
    ),
    DocumentKind(
        "destruction",
        "paper-destruction-title",
        DestructionCertificate,
        draw_destruction_certificate,
    ),
    DocumentKind("request", "paper-request-title", RequestForm, draw_request_form),
    DocumentKind("dossier", "paper-dossier-title", Dossier, draw_dossier),
    DocumentKind(
        "performance", "paper-performance-title", Performance, draw_performance
    ),
    DocumentKind("opinion", "paper-opinion-title", Opinion, draw_opinion),
    DocumentKind("annex", "paper-annex-title", Annex, draw_annex),
    DocumentKind("result", "paper-result-title", ResultReport, draw_result_report),
    DocumentKind("copy", "paper-copy-title", CounselCopy, draw_counsel_copy),
    DocumentKind(
        "handover",
        "paper-handover-title",
        EvidenceHandover,
        draw_evidence_handover,
    ),
    DocumentKind(
        "application", "paper-application-title", Application, draw_application
    ),
    DocumentKind("power", "paper-power-title", Power, draw_power),
    DocumentKind("withdrawal", "paper-withdrawal-title", Withdrawal, draw_withdrawal),
    DocumentKind(
        "statistics",
        "paper-statistics-title",
        StatisticsReport,
        draw_statistics_report,
    ),
    DocumentKind("merged", "paper-merged-title", Merged, draw_merged),
    DocumentKind("claim", "paper-claim-title", Claim, draw_claim),
    DocumentKind("petition", "paper-petition-title", Petition, draw_petition),
    DocumentKind(
        "petitions", "paper-petition-list-title", PetitionList, draw_petition_list
    ),
    DocumentKind("index", "paper-pack-title", PackIndex, draw_pack_index),
)
