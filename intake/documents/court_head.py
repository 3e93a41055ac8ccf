"""What every paper for outside says of itself (대외 문서의 머리와 끝): its case, its margins, who attests it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reportlab.platypus import Flowable, KeepTogether

from intake.documents.court_pieces import approval, attested
from intake.documents.paper import Mark
from intake.documents.pieces import facts, gap, title
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
    checked_by: str = ""  # who looked at it before it was issued
    outward: bool = True
    draft: bool = False  # not issued: said on every page


def margins(paper: Issued, name: str, language: str, warning: str = "") -> Mark:
    """Return what stands in the margins; a draft, and what stays inside, say so on every page."""
    texts = texts_in(language)
    meant = texts("paper-outward") if paper.outward else texts("paper-inward")
    pale = texts("paper-draft") if paper.draft else "" if paper.outward else meant
    basis = " · ".join(filter(None, (warning, paper.basis)))  # the first line is full
    return Mark(name, language, number=paper.number, as_of=paper.as_of, fingerprint=paper.fingerprint, note=meant, watermark=pale, basis=basis)  # fmt: skip


class Attested(Protocol):
    """A paper that an office attests on a day."""

    @property
    def center(self) -> str:
        """The office."""

    @property
    def made_on(self) -> str:
        """The day, as it is said."""


def sign_off(texts: Texts) -> list[Flowable]:
    """Return the boxes of those who sign it off within the center (결재란)."""
    posts = [texts(f"paper-approval-{one}") for one in ("made", "team", "head")]
    return [approval(texts("paper-approval"), posts), gap(2)]


def beginning(paper: Submission, name: str, lead: str, texts: Texts, by: str = "paper-made-by") -> list[Flowable]:  # fmt: skip
    """Return the top of a paper for a case of a court: who signs it off, its name, its case."""
    return [*sign_off(texts), *title(name, lead), case_facts(paper, texts, by)]


def ending(paper: Attested, texts: Texts, *last: Flowable, told: Sequence[str] = ("paper-attest",)) -> Flowable:  # fmt: skip
    """Return what is attested, the day, the office and its seal.

    ``last`` is the part before it and goes along: no page has a seal and nothing sealed.
    """
    said = [*map(texts, told), paper.made_on]
    box = attested(said, paper.center, texts("paper-official-seal"))
    return KeepTogether([*last, gap(4), box])


def case_facts(paper: Submission, texts: Texts, by: str = "paper-made-by") -> Flowable:
    """Return the case, the accused, who submits, and until when was counted."""
    case = " · ".join(filter(None, (paper.court, paper.case_number)))
    rows = (
        ("paper-court-case", case),
        ("paper-court-accused", paper.accused),
        (by, paper.center),
        ("paper-checked-by", paper.checked_by),
        ("paper-law", paper.law),
        ("paper-counted-until", paper.as_of),
    )
    return facts([(texts(name), value) for name, value in rows if value])
