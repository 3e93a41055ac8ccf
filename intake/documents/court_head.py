"""What every paper for outside says of itself (대외 문서의 머리): its case, its margins."""

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


class Submitted(Issued, Protocol):
    """A paper of a center for one case of a court."""

    @property
    def center(self) -> str:
        """Who submits it."""

    @property
    def law(self) -> str:
        """By which law it works."""

    @property
    def court(self) -> str:
        """Where it goes."""

    @property
    def case_number(self) -> str:
        """The court's own number."""

    @property
    def accused(self) -> str:
        """Who stands before the court."""


def margins(paper: Issued, name: str, language: str, warning: str = "") -> Mark:
    """Return what stands in the margins; a draft, and what stays inside, say so on every page."""
    texts = texts_in(language)
    meant = texts("paper-outward") if paper.outward else texts("paper-inward")
    pale = texts("paper-draft") if paper.draft else "" if paper.outward else meant
    basis = " · ".join(filter(None, (warning, paper.basis)))  # the first line is full
    return Mark(name, language, number=paper.number, as_of=paper.as_of, fingerprint=paper.fingerprint, note=meant, watermark=pale, basis=basis)  # fmt: skip


def case_facts(paper: Submitted, texts: Texts, by: str = "paper-made-by") -> Flowable:
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
