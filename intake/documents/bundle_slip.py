"""The hand-over slip (전달표): travels with a sealed bundle and says whose hands it passed.

* It holds numbers, codes and the beginning of the hash; no content of a case.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import boxed, by_fours, facts, gap, grid, steps, title
from intake.documents.typeface import INK, LINE, words
from intake.text import Texts, texts_in

_HASH_SHOWN = 16


@dataclass(frozen=True, slots=True)
class BundleSlip:
    """What stands on a hand-over slip."""

    number: str
    sender: str  # center code, with its name where it is known
    receivers: tuple[str, ...]
    made_ms: int
    records: int
    attachments: int
    size: int
    sha256: str  # of the sealed file, hex


def draw_bundle_slip(slip: BundleSlip, language: str) -> bytes:
    """Return the slip as a PDF."""
    texts = texts_in(language)
    name = texts("paper-slip-title")
    story = [
        *title(name, texts("paper-slip-lead")),
        _hash(slip, texts),
        gap(4),
        _facts(slip, texts),
        words(texts("paper-slip-steps-title"), "heading"),
        *steps(texts(f"paper-slip-step-{n}") for n in (1, 2, 3)),
        gap(3),
        _hands(texts),
    ]
    return draw_paper(
        Mark(name, language, number=f"{texts('paper-slip-number')} {slip.number}"),
        story,
    )


def _hash(slip: BundleSlip, texts: Texts) -> Flowable:
    beginning = by_fours(slip.sha256[:_HASH_SHOWN])
    number = [words(texts("paper-slip-number"), "label"), words(slip.number, "hash")]
    digest = [
        words(texts("paper-slip-hash"), "label"),
        words(beginning, "hash"),
        words(texts("paper-slip-hash-note"), "small"),
    ]
    half = WIDTH / 2
    return boxed([number, digest], [half, half])


def _facts(slip: BundleSlip, texts: Texts) -> Flowable:
    return facts(
        [
            (texts("paper-slip-from"), slip.sender),
            (texts("paper-slip-to"), "\n".join(slip.receivers)),
            (texts("paper-slip-made"), texts.moment(slip.made_ms)),
            (
                texts("paper-slip-records"),
                texts("paper-slip-records-value", count=slip.records),
            ),
            (texts("paper-slip-attachments"), texts.number(slip.attachments)),
            (texts("paper-slip-size"), texts.size(slip.size)),
            (texts("paper-slip-medium"), ""),
        ]
    )


def _hands(texts: Texts) -> Flowable:
    head = ["", texts("paper-name"), texts("paper-slip-when"), texts("paper-signature")]
    rows = [[words(cell, "label") for cell in head]]
    rows += [
        [words(texts(f"paper-slip-{who}"), "label"), "", "", ""]
        for who in ("handed", "carried", "taken")
    ]
    quarter = (WIDTH - 30 * mm) / 3
    return grid(
        rows,
        [30 * mm, quarter, quarter, quarter],
        ("GRID", (0, 0), (-1, -1), 0.5, LINE),
        ("BOX", (0, 0), (-1, -1), 0.9, INK),
        ("TOPPADDING", (0, 1), (-1, -1), 9),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 9),
    )
