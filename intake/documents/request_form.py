"""The statutory request (불법촬영물등 유통 신고·삭제요청서), filled in for one platform.

* The items are those of the form of 전기통신사업법 시행령 30조의5; the official page itself was
  not at hand, so a person compares it once before the first use.
* The center asks: its name, number and contact stand in the form. The victim's name is no item.
* Addresses follow as an annex, numbered over all pages; no picture and no title of a posting.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import Boxes, blanks, facts, gap, grid, title
from intake.documents.typeface import INK, LINE, TINT, words
from intake.text import Texts, texts_in

# Which box of the form a legal class (법적 분류) ticks.
_BOXES = {"ART14": "filmed", "ART14_2": "edited", "CSAM": "child"}
_ON_FIRST_PAGE = 5
_NUMBER, _DAY = 12 * mm, 26 * mm


@dataclass(frozen=True, slots=True)
class RequestedAddress:
    """One address, and the day it was found."""

    url: str = field(repr=False)
    found_on: str = ""


@dataclass(frozen=True, slots=True)
class RequestForm:
    """What the form says; empty values are left to the pen."""

    center: str
    counselor: str
    addressee: str
    number: str
    made_on: str
    addresses: tuple[RequestedAddress, ...]
    materials: frozenset[str] = frozenset()
    id_number: str = ""  # 고유번호(사업자등록번호)
    phone: str = ""
    email: str = ""
    postal: str = ""


def draw_request_form(form: RequestForm, language: str) -> bytes:
    """Return the request as a PDF: the form, then the list of addresses where it is long."""
    texts = texts_in(language)
    name = texts("paper-request-title")
    story = [
        *title(name, texts("paper-request-lead")),
        _who(form, texts),
        gap(3),
        _what(form, texts),
        *_where(form, texts),
        gap(3),
        KeepTogether(_declaration(form, texts)),
        *_annex(form, texts),
    ]
    number = f"{texts('paper-request-number')} {form.number}" if form.number else ""
    return draw_paper(Mark(name, language, number=number), story)


def _who(form: RequestForm, texts: Texts) -> Flowable:
    said = (
        ("asks", form.center),
        ("id-number", form.id_number),
        ("phone", form.phone),
        ("email", form.email),
        ("postal", form.postal),
        ("to", form.addressee),
    )
    return facts(
        [(texts(f"paper-request-{name}"), value) for name, value in said],
        labels=46 * mm,
    )


def _what(form: RequestForm, texts: Texts) -> Flowable:
    reasons = _ticked(form)
    kind = {"report": False, "delete": True}
    boxes = (
        ("kind", Boxes(_said(kind, texts), kind.values(), across=44 * mm)),
        (
            "reason",
            Boxes(
                _said(_BOXES.values(), texts),
                (box in reasons for box in _BOXES.values()),
            ),
        ),
    )
    cells = [
        [words(texts(f"paper-request-{name}"), "label"), drawn] for name, drawn in boxes
    ]
    return grid(cells, [46 * mm, WIDTH - 46 * mm], *_LINES)


def _said(boxes: Iterable[str], texts: Texts) -> list[str]:
    return [texts(f"paper-request-{box}") for box in boxes]


_LINES: tuple[tuple[object, ...], ...] = (
    ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
    ("LINEBELOW", (0, 0), (-1, -2), 0.4, LINE),
    ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
)


def _ticked(form: RequestForm) -> set[str]:
    return {_BOXES[one] for one in form.materials if one in _BOXES}


def _where(form: RequestForm, texts: Texts) -> list[Flowable]:
    head = words(texts("paper-request-where", count=len(form.addresses)), "subheading")
    if len(form.addresses) <= _ON_FIRST_PAGE:
        return [head, _listed(form.addresses, texts)]
    return [head, words(texts("paper-request-in-annex", count=len(form.addresses)))]


def _annex(form: RequestForm, texts: Texts) -> list[Flowable]:
    if len(form.addresses) <= _ON_FIRST_PAGE:
        return []
    heading = texts("paper-request-annex", count=len(form.addresses))
    return [PageBreak(), words(heading, "heading"), _listed(form.addresses, texts)]


def _listed(addresses: Sequence[RequestedAddress], texts: Texts) -> Flowable:
    head = [
        words(texts(f"paper-request-{name}"), "label")
        for name in ("no", "address", "found")
    ]
    rows = [
        [words(str(n)), words(one.url, "small-ink"), words(one.found_on, "small-ink")]
        for n, one in enumerate(addresses, 1)
    ]
    lines = (
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    )
    widths = [_NUMBER, WIDTH - _NUMBER - _DAY, _DAY]
    table = grid([head, *rows], widths, *lines)
    table.repeatRows = 1  # the head stands on every page
    return table


def _declaration(form: RequestForm, texts: Texts) -> list[Flowable]:
    return [
        words(texts("paper-request-notice"), "aside"),
        gap(2),
        words(texts("paper-request-declares")),
        gap(2),
        facts(
            [
                (texts("paper-request-day"), form.made_on),
                (texts("paper-request-signs"), form.center),
                (texts("paper-request-officer"), form.counselor),
            ],
            labels=46 * mm,
        ),
        blanks([texts("paper-request-seal")]),
    ]
