"""The record of a hand-over of evidence (증거 인계 확인서): what, by its hash, from whom to whom.

* A piece is named by its kind, its hash and its size; never by its title, its file's name or what
  can be seen in it.
* What happened to it before is printed as its chain says it (증거 관리 이력).
* That the hashes were compared is ticked and signed by hand: it happens when the paper is there.
* It is drawn twice, one copy for each side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak

from intake.documents.court_head import margins
from intake.documents.paper import WIDTH, draw_paper
from intake.documents.pieces import Ticks, by_fours, facts, gap, grid, title
from intake.documents.typeface import INK, LINE, TINT, words
from intake.progress import Progress, Silent
from intake.text import Texts, texts_in

_QUIET = Silent()
_LABELS = 34 * mm
_WHOLE = 2  # of a piece, its heading and its facts stay together
_SIDES = ("receiver", "center")


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a chain of custody, or many alike that follow each other."""

    when: str
    kind: str
    by: str
    more: str = ""  # to which body, on which medium, how often


@dataclass(frozen=True, slots=True)
class HandedPiece:
    """One piece that is handed over."""

    kind: str
    sha256: str
    pdq: str
    size: str
    media_type: str
    received: str
    medium: str
    store: str
    chain: tuple[ChainStep, ...]
    stamped: str = ""  # when an authority confirmed its time


@dataclass(frozen=True, slots=True)
class EvidenceHandover:
    """Everything that stands in the record."""

    center: str
    about: str = field(repr=False)  # case number; for a court her pseudonym
    court_case: str = field(repr=False)
    handed_by: str
    received_by: str = field(repr=False)
    purpose: str
    made_on: str
    number: str
    as_of: str
    fingerprint: str
    pieces: tuple[HandedPiece, ...]
    basis: str = ""
    pseudonym: bool = False  # whether ``about`` is one
    outward: bool = True
    draft: bool = False


def draw_evidence_handover(paper: EvidenceHandover, language: str, progress: Progress = _QUIET) -> bytes:  # fmt: skip
    """Return both copies as one PDF.

    Raises:
        Cancelled: from ``progress``, between two pieces; nothing is left.
    """
    texts = texts_in(language)
    name = texts("paper-handover-title")
    story: list[Flowable] = []
    steps = len(_SIDES) * len(paper.pieces)
    for at, side in enumerate(_SIDES):
        story += [PageBreak()] if at else []
        story += [*_head(paper, name, side, texts)]
        last: list[Flowable] = []
        for n, piece in enumerate(paper.pieces, 1):
            progress.step(at * len(paper.pieces) + n - 1, steps, "progress-drawing")
            story += [KeepTogether(last[:_WHOLE]), *last[_WHOLE:]] if last else []
            last = list(_piece(n, piece, texts))
        # who signs has what is signed in sight: the last piece goes along
        story.append(KeepTogether([*last, *_hands(paper, texts)]))
    return draw_paper(margins(paper, name, language), story)


def _head(paper: EvidenceHandover, name: str, side: str, texts: Texts) -> Iterator[Flowable]:  # fmt: skip
    yield from title(name, texts(f"paper-handover-for-{side}"))
    about = "paper-handover-pseudonym" if paper.pseudonym else "paper-handover-about"
    rows = (
        (about, paper.about),
        ("paper-court-case", paper.court_case),
        ("paper-handover-by", " ".join(filter(None, (paper.center, paper.handed_by)))),
        ("paper-handover-to", paper.received_by),
        ("paper-handover-purpose", paper.purpose),
        ("paper-handover-on", paper.made_on),
        ("paper-handover-many", texts("paper-handover-count", count=len(paper.pieces))),
    )
    optional = {about, "paper-court-case"}
    yield facts([(texts(name), value or " ") for name, value in rows if value or name not in optional])  # fmt: skip
    yield gap(1)
    yield words(texts("paper-handover-note"), "small")


# --- one piece ---------------------------------------------------------------------------


def _piece(number: int, piece: HandedPiece, texts: Texts) -> Iterator[Flowable]:
    rows = (
        ("paper-handover-sha256", _hash(piece.sha256)),
        ("paper-handover-pdq", _hash(piece.pdq) if not piece.sha256 else ""),
        ("paper-handover-size", " · ".join(filter(None, (piece.size, piece.media_type)))),
        ("paper-handover-received", piece.received),
        ("paper-handover-stamped", piece.stamped),
        ("paper-handover-store", piece.store),
        ("paper-handover-medium", piece.medium),
    )  # fmt: skip
    optional = {"paper-handover-pdq", "paper-handover-stamped"}
    told = [(texts(name), value or " ") for name, value in rows if value or name not in optional]  # fmt: skip
    heading = texts("paper-handover-piece", number=number)
    yield words(f"{heading} {piece.kind}", "heading")
    yield _facts(told)
    if piece.chain:
        yield gap(1)
        yield words(texts("paper-handover-chain"), "label")
        yield _chain(piece.chain)


def _facts(rows: Sequence[tuple[str, str]]) -> Flowable:
    cells = [[words(label, "label"), words(value, "aside")] for label, value in rows]
    lines = (
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.7, INK),
        ("LINEBELOW", (0, 0), (-1, -2), 0.3, LINE),
        ("LINEBELOW", (0, -1), (-1, -1), 0.7, INK),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    )
    return grid(cells, [_LABELS, WIDTH - _LABELS], *lines)


def _hash(digits: str) -> str:
    """Return a hash in two lines of groups, for eyes that compare."""
    half = len(digits) // 2
    return "\n".join(map(by_fours, (digits[:half], digits[half:]))).strip()


def _chain(steps: Sequence[ChainStep]) -> Flowable:
    when, kind, by = 44 * mm, 30 * mm, 38 * mm
    rows = [[words(one, "small-ink") for one in (step.when, step.kind, step.by, step.more)] for step in steps]  # fmt: skip
    return grid(
        rows,
        [when, kind, by, WIDTH - when - kind - by],
        ("LINEBELOW", (0, 0), (-1, -1), 0.3, LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    )


# --- hands -------------------------------------------------------------------------------


def _hands(paper: EvidenceHandover, texts: Texts) -> list[Flowable]:
    compared = [texts("paper-handover-same"), texts("paper-handover-other")]
    return [
        words(texts("paper-handover-compared"), "heading"),
        words(texts("paper-handover-compared-how")),
        gap(1),
        Ticks(compared, across=52 * mm, size=10.5),
        gap(3),
        _signatures(paper, texts),
    ]


def _signatures(paper: EvidenceHandover, texts: Texts) -> Flowable:
    heads = ["", *(texts(name) for name in ("paper-handover-office", "paper-name", "paper-handover-moment", "paper-handover-hand"))]  # fmt: skip
    rows = [[words(one, "label") for one in heads]]
    rows.append([words(texts("paper-handover-by"), "label"), words(paper.center, "aside"), words(paper.handed_by, "aside"), "", ""])  # fmt: skip
    rows.append([words(texts("paper-handover-to"), "label"), words(paper.received_by, "aside"), "", "", ""])  # fmt: skip
    first, name, rest = 24 * mm, 30 * mm, 34 * mm
    return grid(
        rows,
        [first, WIDTH - first - name - 2 * rest, name, rest, rest],
        ("GRID", (0, 0), (-1, -1), 0.5, LINE),
        ("BOX", (0, 0), (-1, -1), 0.9, INK),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("TOPPADDING", (0, 1), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 10),
    )
