"""What every paper for outside says of itself (대외 문서의 머리): its case, its margins."""

from dataclasses import dataclass, field
from typing import Protocol

from reportlab.platypus import Flowable

from intake.documents.paper import Mark
from intake.documents.pieces import facts
from intake.text import Texts, texts_in


class Issued(Protocol):
    """A paper that has a number and shows a state of the ledger."""

    @property
    def number(self) -> str:
        """Its document number."""

    @property
    def as_of(self) -> str:
        """Until when was counted, as it is said."""

    @property
    def fingerprint(self) -> str:
        """Of the ledger's position."""

    @property
    def basis(self) -> str:
        """The rules and the hash of the question."""

    @property
    def outward(self) -> bool:
        """Whether it goes outside."""

    @property
    def draft(self) -> bool:
        """Whether it is not issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What every paper of a center for one case of a court begins with."""

    center: str  # who submits it
    law: str  # by which law it works
    court: str
    case_number: str = field(repr=False)  # the court's own number
    accused: str = field(repr=False)
    number: str  # of the document
    made_on: str
    as_of: str  # until when was counted, as it is said
    fingerprint: str  # of the ledger's position
    basis: str  # the rules and the hash of the question
    outward: bool = True
    draft: bool = False  # not issued: said on every page


def margins(paper: Issued, name: str, language: str, warning: str = "") -> Mark:
    """Return what stands in the margins; a draft, and what stays inside, say so on every page."""
    texts = texts_in(language)
    meant = texts("paper-outward") if paper.outward else texts("paper-inward")
    pale = texts("paper-draft") if paper.draft else "" if paper.outward else meant
    basis = " · ".join(filter(None, (warning, paper.basis)))  # the first line is full
    return Mark(name, language, number=paper.number, as_of=paper.as_of, fingerprint=paper.fingerprint, note=meant, watermark=pale, basis=basis)  # fmt: skip


def case_facts(paper: Submission, texts: Texts, by: str = "paper-made-by") -> Flowable:
    """Return the case, the accused, who submits, and until when was counted."""
    case = " · ".join(filter(None, (paper.court, paper.case_number)))
    rows = (
        ("paper-court-case", case),
        ("paper-court-accused", paper.accused),
        (by, paper.center),
        ("paper-law", paper.law),
        ("paper-counted-until", paper.as_of),
    )
    return facts([(texts(name), value) for name, value in rows if value])
