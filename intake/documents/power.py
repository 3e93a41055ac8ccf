"""Power of attorney (위임장): what the victim lets somebody do for her, in her own hand.

* 규칙 2조의6③3 asks for her own handwriting and signature: the frame for it is never filled in,
  and nothing of her is printed but the number of the case.
* A power has a scope and an end; what is not ticked was not given.
* A copy of her identity card goes with it, the back part of the resident number covered.
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Table

from intake.documents.form_pieces import (
    LABELS,
    Choice,
    FormHead,
    asked,
    choices,
    form_mark,
    handed_to,
    inner,
    numbered,
    part,
    pen_lines,
    told,
    whole,
)
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import blanks, facts, gap, grid, title
from intake.documents.typeface import INK, REGULAR, words
from intake.text import Texts, texts_in

_SCOPES = ("apply", "bring", "hear", "more", "stop", "destroy")
_LINES = 3  # for the sentence by hand
_FRAME = 1.8


@dataclass(frozen=True, slots=True)
class Power:
    """What is known before it is printed; her own part is never among it."""

    head: FormHead
    agent: str = field(default="", repr=False)  # who acts for her, where it is noted


def draw_power(form: Power, language: str) -> bytes:
    """Return the form as a PDF."""
    texts = texts_in(language)
    name = texts("paper-power-title")
    head = [(texts("paper-form-center"), form.head.office.name), (texts("paper-form-case"), form.head.case_number)]  # fmt: skip
    story: list[Flowable] = [
        *title(name, texts("paper-power-lead")),
        facts(head),
        *part(1, texts("paper-power-giver"), _person(texts, "")),
        *part(2, texts("paper-power-agent"), _person(texts, form.agent, agent=True)),
        *_scope(texts),
        *part(4, texts("paper-power-period"), asked(_period(texts)), gap(1.5), words(texts("paper-power-revoke"), "small-ink")),
        _hand(texts),
        *_with(texts),
        KeepTogether(_office(form, texts)),
    ]  # fmt: skip
    return draw_paper(form_mark(form.head, name, texts), story)


def _person(texts: Texts, name: str, *, agent: bool = False) -> Flowable:
    """Return the lines of one person, two beside each other."""
    rows = [[("paper-power-name", name), ("paper-form-birth", "")]]
    if agent:
        rows.append([("paper-power-relation", ""), ("paper-power-contact", "")])
    cells = [[drawn for label, value in row for drawn in (words(texts(label), "label"), words(value))] for row in rows]  # fmt: skip
    return grid(
        cells,
        [LABELS, WIDTH / 2 - LABELS] * 2,
        *(("LINEBELOW", (at, 0), (at, -1), 0.6, INK) for at in (1, 3)),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    )


def _scope(texts: Texts) -> list[Flowable]:
    said = [Choice(texts(f"paper-power-scope-{one}")) for one in _SCOPES]
    rest = asked([(texts("paper-power-scope-other"), "")])
    note = words(texts("paper-power-scope-note"), "small-ink")
    return part(3, texts("paper-power-scope"), choices(said, 2), rest, gap(1.5), note)


def _period(texts: Texts) -> list[tuple[str, Flowable | str]]:
    said = [Choice(texts(f"paper-power-until-{one}")) for one in ("end", "day")]
    return [
        (texts("paper-power-how-long"), inner(2, said)),
        (texts("paper-power-from"), ""),
        (texts("paper-power-to"), ""),
    ]


def _hand(texts: Texts) -> Flowable:
    """Return the frame that she alone fills in."""
    wide = WIDTH - 18
    inside = [
        [words(texts("paper-power-hand-lead"), "aside")],
        [words(texts("paper-power-hand-words"), "clear")],
        [pen_lines(_LINES, wide)],
        [_own(texts, wide)],
    ]
    frame = Table(
        inside,
        colWidths=[WIDTH],
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("BOX", (0, 0), (-1, -1), _FRAME, INK),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 9),
        ],
    )
    return whole(5, texts("paper-power-hand"), frame)


def _own(texts: Texts, wide: float) -> Flowable:
    names = ("paper-date", "paper-power-name", "paper-power-signature")
    side = 20 * mm
    cells = [part for one in names for part in (words(texts(one), "label"), "")]
    return Table(
        [cells],
        colWidths=[side, wide / 3 - side] * 3,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            *(("LINEBELOW", (at, 0), (at, 0), 0.6, INK) for at in (1, 3, 5)),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("TOPPADDING", (0, 0), (-1, -1), 12),
        ],
    )


def _with(texts: Texts) -> list[Flowable]:
    names = ("victim-id", "agent-id", "masked")
    first, *rest = told(texts(f"paper-power-with-{one}") for one in names)
    return part(6, texts("paper-power-with"), first, *rest)


def _office(form: Power, texts: Texts) -> list[Flowable]:
    hands = [Choice(texts(f"paper-power-by-{one}")) for one in ("pen", "stylus")]
    ways = [Choice(texts(f"paper-power-way-{one}")) for one in ("face", "phone", "other")]  # fmt: skip
    seen = [Choice(texts("paper-power-seen-masked"))]
    rows: list[tuple[str, Flowable | str]] = [
        (texts("paper-power-by"), inner(2, hands)),
        (texts("paper-power-way"), inner(3, ways)),
        (texts("paper-power-id"), inner(1, seen)),
    ]
    return [
        numbered(7, texts("paper-power-office")),
        asked(rows),
        blanks([texts("paper-power-checked")], texts("paper-signature")),
        *handed_to(form.head.office, texts),
    ]
