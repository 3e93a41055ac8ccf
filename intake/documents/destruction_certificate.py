"""The certificate of destruction (파기 확인서): that it was done, when, why; never whose it was.

* The hash of each part stays in the ledger: whoever holds an old copy can prove that it was
  this that went, and nobody can tell from it what it was.
* The number of the case stands only on the copy for the person herself.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import facts, gap, grid, steps, title
from intake.documents.typeface import INK, LINE, TINT, words
from intake.text import Texts, texts_in


@dataclass(frozen=True, slots=True)
class DestructionCertificate:
    """What stands on a certificate; ``parts`` are (class in words, hash in hex, records)."""

    number: str
    center: str
    done_on: str
    ground: str
    whole: bool
    parts: tuple[tuple[str, str, int], ...]
    attachments: int
    asked_by: str
    approved_by: str
    proven_on: str
    position: str  # hash of the ledger's position
    case_number: str = ""  # on her own copy only


def draw_destruction_certificate(paper: DestructionCertificate, language: str) -> bytes:
    """Return the certificate as a PDF."""
    texts = texts_in(language)
    name = texts("paper-destruction-title")
    story = [
        *title(name, texts("paper-destruction-lead")),
        _facts(paper, texts),
        words(texts("paper-destruction-parts"), "heading"),
        _parts(paper, texts),
        gap(2),
        words(texts("paper-destruction-hash-note"), "small"),
        KeepTogether(
            [
                words(texts("paper-destruction-left-title"), "heading"),
                *steps(texts(f"paper-destruction-left-{n}") for n in (1, 2, 3)),
                gap(3),
                _hands(texts),
            ]
        ),
    ]
    number = f"{texts('paper-destruction-number')} {paper.number}"
    mark = Mark(name, language, number=number, fingerprint=paper.position[:16])
    return draw_paper(mark, story)


def _facts(paper: DestructionCertificate, texts: Texts) -> Flowable:
    proven = (
        texts("paper-destruction-proven", on=paper.proven_on)
        if paper.proven_on
        else texts("paper-destruction-unproven")
    )
    rows = [
        (texts("paper-destruction-number"), paper.number),
        (texts("paper-destruction-center"), paper.center),
        (texts("paper-destruction-on"), paper.done_on),
        (texts("paper-destruction-ground"), paper.ground),
        (
            texts("paper-destruction-extent"),
            texts(f"paper-destruction-{'whole' if paper.whole else 'part'}"),
        ),
        (texts("paper-destruction-files"), texts.number(paper.attachments)),
        (texts("paper-destruction-asked-by"), paper.asked_by),
        (texts("paper-destruction-approved-by"), paper.approved_by),
        (texts("paper-destruction-chain"), proven),
    ]
    if paper.case_number:
        rows.insert(1, (texts("paper-destruction-case"), paper.case_number))
    return facts(rows)


def _parts(paper: DestructionCertificate, texts: Texts) -> Flowable:
    head = [
        texts("paper-destruction-class"),
        texts("paper-destruction-records"),
        texts("paper-destruction-hash"),
    ]
    cells = [[words(cell, "label") for cell in head]]
    cells += [
        [words(cls), words(texts.number(count)), words(part, "small")]
        for cls, part, count in paper.parts
    ]
    return grid(
        cells,
        [28 * mm, 20 * mm, WIDTH - 48 * mm],
        ("GRID", (0, 0), (-1, -1), 0.4, LINE),
        ("BOX", (0, 0), (-1, -1), 0.9, INK),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
    )


def _hands(texts: Texts) -> Flowable:
    head = ["", texts("paper-name"), texts("paper-slip-when"), texts("paper-signature")]
    rows = [[words(cell, "label") for cell in head]]
    rows += [
        [words(texts(f"paper-destruction-{who}"), "label"), "", "", ""]
        for who in ("carried-out", "confirmed")
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
