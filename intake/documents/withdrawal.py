"""Withdrawal and destruction request (철회·폐기 요청서): what goes, what cannot come back.

* Nobody is asked for a reason. What was agreed to stands there to be ticked; nothing is ticked
  for her.
* That it cannot be undone, what the law makes the center keep, and what has left already stands
  before the signature (규칙 2조의6④ 단서; 개인정보보호법 21조, 36조, 37조).
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

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
    whole,
    whose,
)
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import blanks, gap, grid, title
from intake.documents.typeface import ACCENT, TINT, words
from intake.text import Texts, texts_in

_DESTROYED = ("whole", "identity", "narrative")
_ASKS = ("self", "guardian", "requester", "agent")
_EFFECTS = ("results", "again", "court", "stays", "backup")
_WAYS = ("phone", "text", "email", "visit", "none")
_DAY, _MARK = 28 * mm, 30 * mm
_FEW = 2  # empty rows below what is known
_EMPTY = 3


@dataclass(frozen=True, slots=True)
class GoneOut:
    """One thing that has left the center."""

    receiver: str = field(repr=False)
    on: str
    means: str
    recall: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is known before it is printed."""

    head: FormHead
    consents: tuple[Choice, ...]  # what may be taken back
    kept: tuple[tuple[str, str, str], ...] = ()  # what, by which law, until when
    gone: tuple[GoneOut, ...] = ()


def draw_withdrawal(form: Withdrawal, language: str) -> bytes:
    """Return the form as a PDF."""
    texts = texts_in(language)
    name = texts("paper-withdrawal-title")
    asks = [Choice(texts(f"paper-withdrawal-asks-{one}")) for one in _ASKS]
    who: list[tuple[str, Flowable | str]] = [
        (texts("paper-withdrawal-name"), ""),
        (texts("paper-withdrawal-asks"), inner(2, asks)),
    ]
    story = [
        *title(name, texts("paper-withdrawal-lead")),
        whose(form.head, texts),
        *part(1, texts("paper-withdrawal-who"), asked(who)),
        *_wanted(form, texts),
        *_effects(texts),
        _kept(form, texts),
        *_gone(form, texts),
        *part(6, texts("paper-withdrawal-told"), asked(_ways(texts))),
        gap(2),
        KeepTogether(_end(form, texts)),
    ]
    return draw_paper(form_mark(form.head, name, texts), story)


def _wanted(form: Withdrawal, texts: Texts) -> list[Flowable]:
    parts = [Choice(texts(f"paper-withdrawal-part-{one}")) for one in _DESTROYED]
    first = words(texts("paper-withdrawal-consents"), "subheading")
    return [
        *part(2, texts("paper-withdrawal-wanted"), first),
        choices(form.consents, 2),
        KeepTogether([words(texts("paper-withdrawal-destroy"), "subheading"), choices(parts, 1)]),
        asked([(texts("paper-withdrawal-other"), "")]),
    ]  # fmt: skip


def _effects(texts: Texts) -> list[Flowable]:
    clear = grid(
        [[words(texts("paper-withdrawal-final"), "clear")]],
        [WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 1.6, ACCENT),
    )
    rest = told(texts(f"paper-withdrawal-effect-{one}") for one in _EFFECTS)
    return part(3, texts("paper-withdrawal-effects"), clear, gap(1), *rest)


def _kept(form: Withdrawal, texts: Texts) -> Flowable:
    heads = [texts(f"paper-withdrawal-kept-{one}") for one in ("what", "law", "until")]
    widths = [WIDTH - 62 * mm - _MARK, 62 * mm, _MARK]
    lead = words(texts("paper-withdrawal-kept-lead"), "aside")
    table = filled(heads, form.kept, widths, _FEW)
    return whole(4, texts("paper-withdrawal-kept"), lead, table)


def _gone(form: Withdrawal, texts: Texts) -> list[Flowable]:
    names = ("receiver", "on", "means", "recall")
    heads = [texts(f"paper-withdrawal-gone-{one}") for one in names]
    rows = [(one.receiver, one.on, one.means, one.recall) for one in form.gone]
    widths = [WIDTH - 2 * _MARK - _DAY - 4 * mm, _DAY + 4 * mm, _MARK, _MARK]
    lead = words(texts("paper-withdrawal-gone-lead"), "aside")
    table = filled(heads, rows, widths, _FEW if rows else _EMPTY)
    return part(5, texts("paper-withdrawal-gone"), lead, table)


def _ways(texts: Texts) -> list[tuple[str, Flowable | str]]:
    ways = [Choice(texts(f"paper-form-way-{one}")) for one in _WAYS]
    proof = [Choice(texts("paper-withdrawal-certificate"))]
    return [
        (texts("paper-form-ways"), inner(5, ways)),
        (texts("paper-form-contact"), ""),
        (texts("paper-withdrawal-proof"), inner(1, proof)),
    ]


def _end(form: Withdrawal, texts: Texts) -> list[Flowable]:
    names = (("asking", ""), ("counselor", form.head.counselor), ("approved", ""))
    rows = [(texts(f"paper-withdrawal-sign-{one}"), value) for one, value in names]
    return [
        words(texts("paper-withdrawal-asked"), "clear"),
        words(texts("paper-withdrawal-days"), "small-ink"),
        blanks([texts("paper-date")]),
        signed(rows, texts("paper-signature")),
        *handed_to(form.head.office, texts),
    ]
