"""The key confirmation sheet (열쇠 확인서): two bodies compare each other's keys by phone.

* The words come from the fingerprint; the QR code is the receiving key itself.
* Nothing on it is secret; it is worth only what the phone call is worth, and says so.
"""

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import (
    QrCode,
    Ticks,
    blanks,
    boxed,
    facts,
    gap,
    grid,
    steps,
    title,
)
from intake.documents.typeface import LINE, words
from intake.text import Texts, texts_in

_QR_SIDE = 82 * mm  # 1,959 characters of a post-quantum recipient: 0.6 mm a module


@dataclass(frozen=True, slots=True)
class EnrolmentSheet:
    """What stands on a key confirmation sheet."""

    kind: Literal["center", "central", "escrow", "device"]
    code: str
    name: str
    fingerprint: str  # SHA256:… of the signing key
    words: tuple[str, ...]
    recipient: str  # age1pq1…
    made: str  # a date, YYYY-MM-DD


def draw_enrolment_sheet(sheet: EnrolmentSheet, language: str) -> bytes:
    """Return the sheet as a PDF."""
    texts = texts_in(language)
    name = texts("paper-enrolment-title")
    story = [
        *title(name, texts("paper-enrolment-lead")),
        _facts(sheet, texts),
        gap(4),
        _keys(sheet, texts),
        words(texts("paper-enrolment-how-title"), "heading"),
        *steps(texts(f"paper-enrolment-how-{n}") for n in (1, 2, 3)),
        blanks(
            texts(f"paper-enrolment-{line}") for line in ("called", "phone", "when")
        ),
        gap(3),
        _result(texts),
    ]
    return draw_paper(Mark(name, language, note=sheet.code), story)


def _facts(sheet: EnrolmentSheet, texts: Texts) -> Flowable:
    return facts(
        [
            (
                texts("paper-enrolment-kind"),
                texts(f"paper-enrolment-kind-{sheet.kind}"),
            ),
            (texts("paper-enrolment-code"), sheet.code),
            (texts("paper-enrolment-name"), sheet.name),
            (texts("paper-enrolment-fingerprint"), sheet.fingerprint),
            (texts("paper-made"), texts.day(sheet.made)),
        ]
    )


def _keys(sheet: EnrolmentSheet, texts: Texts) -> Flowable:
    spoken = [
        [words(str(n), "label"), words(word, "word"), Ticks([""], size=12)]
        for n, word in enumerate(sheet.words, 1)
    ]
    left_width = WIDTH - _QR_SIDE - 14
    table = grid(
        spoken,
        [9 * mm, left_width - 38 * mm, 12 * mm],
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    )
    left = [words(texts("paper-enrolment-words"), "label"), gap(2), table]
    right = [
        words(texts("paper-enrolment-qr"), "label"),
        QrCode(
            sheet.recipient.upper(), _QR_SIDE
        ),  # capitals make the denser QR alphabet
    ]
    return boxed([left, right], [left_width, _QR_SIDE + 14])


def _result(texts: Texts) -> Flowable:
    answers = [texts("paper-enrolment-same"), texts("paper-enrolment-different")]
    return grid(
        [
            [
                words(texts("paper-enrolment-result"), "label"),
                Ticks(answers, across=45 * mm),
            ]
        ],
        [44 * mm, WIDTH - 44 * mm],
    )
