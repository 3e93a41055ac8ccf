"""Application for deletion support (삭제지원 신청서): who asks, for what, how she may be told.

* Who may ask and with which papers: 성폭력방지법 7조의3②, 규칙 2조의6③. No resident number is
  asked for, and a copy of an identity card has its back part covered.
* What the support covers and what it cannot promise stands before the signature.
* How she is told of results is hers to write: a number is never printed for her.
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak

from intake.documents.form_pieces import (
    Choice,
    FormHead,
    asked,
    choices,
    filled,
    form_mark,
    handed_to,
    inner,
    part,
    signed,
    told,
    whose,
)
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import Boxes, blanks, gap, title
from intake.documents.typeface import words
from intake.text import Texts, texts_in

_LINES = 3  # for addresses, where none are printed
_ON_FIRST = 6  # addresses that stand in the form itself
_NUMBER = 12 * mm
_PAPER, _WHOM, _STATE = 82 * mm, 40 * mm, 16.6 * mm
PAPER_NAMES = ("id", "relation", "power", "victim-id")
PAPER_STATES = ("FILED", "SEEN", "MISSING")
WAYS = ("phone", "text", "email", "visit", "none")
CARES = ("no-text", "no-voice", "shared", "no-name")
MATERIALS = ("ART14", "ART14_2", "CSAM", "PII", "UNSURE")


@dataclass(frozen=True, slots=True)
class Application:
    """What is known before it is printed; all else is left to the pen."""

    head: FormHead
    relations: tuple[Choice, ...]  # who asks
    asks: str = field(default="", repr=False)  # her name, where it is noted
    papers: tuple[str, ...] = ()  # state of each of PAPER_NAMES, "" where not noted
    materials: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = field(default=(), repr=False)
    brought: tuple[Choice, ...] = ()  # kinds of evidence
    cares: frozenset[str] = frozenset()  # of CARES, as the records say


def draw_application(form: Application, language: str) -> bytes:
    """Return the form as a PDF."""
    texts = texts_in(language)
    name = texts("paper-application-title")
    story = [
        *title(name, texts("paper-application-lead")),
        whose(form.head, texts),
        *_who(form, texts),
        *_what(form, texts),
        *_covers(texts),
        *part(4, texts("paper-application-told"), asked(_ways(form, texts))),
        gap(2),
        KeepTogether(_end(form, texts)),
        *_annex(form, texts),
    ]
    return draw_paper(form_mark(form.head, name, texts), story)


def _who(form: Application, texts: Texts) -> list[Flowable]:
    rows: list[tuple[str, Flowable | str]] = [
        (texts("paper-application-asks"), form.asks),
        (texts("paper-application-relation"), inner(2, form.relations)),
    ]
    heads = [texts(f"paper-application-{one}") for one in ("paper", "whom")]
    heads += [texts(f"paper-application-state-{one.lower()}") for one in PAPER_STATES]
    papers = [
        [texts(f"paper-application-paper-{one}"), texts(f"paper-application-whom-{one}")]
        + [Boxes([""], [_state(form, at) == state]) for state in PAPER_STATES]
        for at, one in enumerate(PAPER_NAMES)
    ]  # fmt: skip
    table = filled(heads, papers, [_PAPER, _WHOM, *[_STATE] * 3], 0)
    notes = ("masked", "child")
    return [
        *part(1, texts("paper-application-who"), asked(rows)),
        gap(1.5),
        table,
        gap(1),
        *(words(texts(f"paper-application-{one}"), "small-ink") for one in notes),
    ]


def _state(form: Application, at: int) -> str:
    return form.papers[at] if at < len(form.papers) else ""


def _what(form: Application, texts: Texts) -> list[Flowable]:
    kinds = [Choice(texts(f"paper-application-material-{one.lower().replace('_', '-')}"), one in form.materials) for one in MATERIALS]  # fmt: skip
    head = part(2, texts("paper-application-what"), choices(kinds, 1))
    shown = form.addresses if len(form.addresses) <= _ON_FIRST else ()
    lead = texts("paper-application-addresses")
    if form.addresses and not shown:
        lead = texts("paper-application-in-annex", count=len(form.addresses))
    return [
        *head,
        gap(1),
        KeepTogether([words(lead, "subheading"), _listed(shown, texts, 2 if form.addresses else _LINES)]),
        KeepTogether([
            asked([(texts("paper-application-keywords"), ""), (texts("paper-application-brought"), inner(3, form.brought))]),
            words(texts("paper-application-original"), "small-ink"),
        ]),
    ]  # fmt: skip


def _listed(addresses: tuple[str, ...], texts: Texts, empty: int) -> Flowable:
    heads = [texts("paper-application-number"), texts("paper-application-address")]
    rows = [(f"{at:,}", one) for at, one in enumerate(addresses, 1)]
    return filled(heads, rows, [_NUMBER, WIDTH - _NUMBER], empty)


def _covers(texts: Texts) -> list[Flowable]:
    names = ("asks", "again", "limits", "stop", "keep")
    first, *rest = told(texts(f"paper-application-covers-{one}") for one in names)
    return part(3, texts("paper-application-covers"), first, *rest)


def _ways(form: Application, texts: Texts) -> list[tuple[str, Flowable | str]]:
    ways = [Choice(texts(f"paper-form-way-{one}")) for one in WAYS]
    cares = [Choice(texts(f"paper-form-care-{one}"), one in form.cares) for one in CARES]  # fmt: skip
    return [
        (texts("paper-form-ways"), inner(5, ways)),
        (texts("paper-form-contact"), ""),
        (texts("paper-form-hours"), ""),
        (texts("paper-form-instead"), ""),
        (texts("paper-form-cares"), inner(2, cares)),
    ]


def _end(form: Application, texts: Texts) -> list[Flowable]:
    names = (("applicant", ""), ("counselor", form.head.counselor))
    rows = [(texts(f"paper-application-sign-{one}"), value) for one, value in names]
    return [
        words(texts("paper-application-applies"), "clear"),
        blanks([texts("paper-date")]),
        signed(rows, texts("paper-signature")),
        *handed_to(form.head.office, texts),
    ]


def _annex(form: Application, texts: Texts) -> list[Flowable]:
    if len(form.addresses) <= _ON_FIRST:
        return []
    heading = texts("paper-application-annex", count=len(form.addresses))
    return [PageBreak(), words(heading, "heading"), _listed(form.addresses, texts, 0)]
