"""The recovery sheet (복구 안내서): the emergency code of one vault, to be put into a safe.

* The code is grouped for typing and also drawn as a QR code.
* It says which vault it opens, where to keep it, how to use it and when to make a new one.
* The values are secret: their ``repr`` is empty of them and nothing is written to disk.
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import (
    QrCode,
    blanks,
    boxed,
    by_fours,
    facts,
    gap,
    steps,
    title,
)
from intake.documents.typeface import words
from intake.text import Texts, texts_in


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on a recovery sheet."""

    vault_id: str
    center: str
    device: str
    made: str  # a date, YYYY-MM-DD
    code: str = field(repr=False)


def draw_recovery_sheet(sheet: RecoverySheet, language: str) -> bytes:
    """Return the sheet as a PDF; it holds the code."""
    texts = texts_in(language)
    name = texts("paper-recovery-title")
    story = [
        *title(name, texts("paper-recovery-lead")),
        _code(sheet, texts),
        gap(4),
        _facts(sheet, texts),
        *_advice(texts),
    ]
    return draw_paper(Mark(name, language, note=texts("paper-secret")), story)


def _code(sheet: RecoverySheet, texts: Texts) -> Flowable:
    side = 34 * mm
    groups = by_fours(sheet.code).split(" ")
    lines = ["   ".join(groups[n : n + 4]) for n in range(0, len(groups), 4)]
    left = [words(texts("paper-recovery-code"), "label"), gap(1)]
    left += [words(line, "code") for line in lines]
    left += [gap(1), words(texts("paper-recovery-scan"), "small")]
    right = QrCode("".join(groups), side)
    return boxed([left, right], [WIDTH - side - 14, side + 14])


def _facts(sheet: RecoverySheet, texts: Texts) -> Flowable:
    return facts(
        [
            (texts("paper-recovery-vault"), sheet.vault_id),
            (texts("paper-recovery-center"), sheet.center),
            (texts("paper-recovery-device"), sheet.device),
            (texts("paper-made"), texts.day(sheet.made)),
        ]
    )


def _advice(texts: Texts) -> list[Flowable]:
    def said(*names: str) -> list[str]:
        return [texts(f"paper-recovery-{name}") for name in names]

    return [
        words(texts("paper-recovery-opens-title"), "heading"),
        words(texts("paper-recovery-opens")),
        words(texts("paper-recovery-keep-title"), "heading"),
        *steps(said("keep-1", "keep-2", "keep-3")),
        words(texts("paper-recovery-use-title"), "heading"),
        *steps(said("use-1", "use-2", "use-3", "use-4")),
        words(texts("paper-recovery-renew-title"), "heading"),
        words(texts("paper-recovery-renew")),
        gap(2),
        blanks(said("sealed-by", "sealed-at", "place")),
    ]
