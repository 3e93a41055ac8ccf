"""Pieces of forms that a person fills in by hand (서식): head, rows of boxes, lines, who takes it.

* What is known stands on its line; what is not is an empty line for the pen.
* A form says which edition of its wording it is. It is neither for a court nor for outside.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Table

from intake.documents.paper import WIDTH, Mark
from intake.documents.pieces import Boxes, gap, grid
from intake.documents.typeface import INK, LINE, REGULAR, TINT, drawable, words
from intake.text import Texts

LABELS = 34 * mm
_LOW, _DEEP = 2.5, 3.5
_INSET = 14  # of a grid within a grid
_SIZE, _BOX = 10, 20  # of a label, and what stands before it


@dataclass(frozen=True, slots=True)
class Choice:
    """One box of a form: its word, and whether the records say so already."""

    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """Where a form is handed in; what nobody noted is left to the pen."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class FormHead:
    """What stands at the top and in the margins of every form."""

    office: Office
    case_number: str = ""
    name: str = field(default="", repr=False)  # by which she is called
    counselor: str = ""
    number: str = ""
    draft: bool = False


def form_mark(head: FormHead, title: str, texts: Texts) -> Mark:
    """Return the margins of a form: its edition, its number, whether it is a draft."""
    pale = texts("paper-draft") if head.draft else ""
    edition = texts("paper-form-edition", edition=texts("paper-form-edition-number"))
    return Mark(title, texts.language, number=head.number, note=edition, watermark=pale)


def whose(head: FormHead, texts: Texts) -> Flowable:
    """Return center, case number, name and year of birth, as the consent form has them."""
    said = (
        ("center", head.office.name),
        ("case", head.case_number),
        ("name", head.name),
        ("birth", ""),
    )
    cells = [
        words(text, style)
        for name, value in said
        for text, style in ((texts(f"paper-form-{name}"), "label"), (value, "aside"))
    ]
    side = 30 * mm
    return grid(
        [cells[:4], cells[4:]],
        [side, WIDTH / 2 - side] * 2,
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4, LINE),
        ("LINEBELOW", (0, 1), (-1, 1), 0.9, INK),
    )


def part(number: int, heading: str, first: Flowable, *rest: Flowable) -> list[Flowable]:
    """Return a numbered part; its heading stays with what comes first."""
    return [KeepTogether([numbered(number, heading), first]), *rest]


def whole(number: int, heading: str, *pieces: Flowable) -> Flowable:
    """Return a numbered part that no page cuts."""
    return KeepTogether([numbered(number, heading), *pieces])


def numbered(number: int, heading: str) -> Flowable:
    """Return the heading of a part."""
    return words(f"{number}. {heading}", "heading")


def choices(said: Sequence[Choice], columns: int, width: float = WIDTH) -> Flowable:
    """Return boxes in columns, in reading order."""
    across = width / columns
    rows = [said[at : at + columns] for at in range(0, len(said), columns)]
    room = across - _BOX
    drawn = [[Boxes([_fit(one.label, room) for one in row], [one.ticked for one in row], across=across)] for row in rows]  # fmt: skip
    return grid(
        drawn or [[""]],
        [width],
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    )


def _fit(label: str, room: float) -> str:
    """Return a label that leaves the next box alone: what a record says may be long."""
    line = entire = "".join(map(drawable, " ".join(label.split())))
    stay = len(line)
    while stay > 1 and stringWidth(line, REGULAR, _SIZE) > room:
        stay -= 1
        line = entire[:stay] + "…"
    return line


def asked(rows: Iterable[tuple[str, Flowable | str]]) -> Flowable:
    """Return labelled rows: boxes, a value that is known, or a line for the pen."""
    cells: list[list[Flowable]] = []
    lines: list[tuple[object, ...]] = []
    for at, (label, value) in enumerate(rows):
        drawn = words(value) if isinstance(value, str) else value
        cells.append([words(label, "label"), drawn])
        if isinstance(value, str):
            lines.append(("LINEBELOW", (1, at), (1, at), 0.6, INK))
            lines.append(("TOPPADDING", (0, at), (-1, at), 7 if value else 9))
            lines.append(("BOTTOMPADDING", (0, at), (-1, at), _LOW))
    wide = WIDTH - LABELS
    return grid(cells, [LABELS, wide], ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *lines)


def inner(columns: int, said: Sequence[Choice]) -> Flowable:
    """Return boxes that fit the right side of ``asked``."""
    return choices(said, columns, WIDTH - LABELS - _INSET)


def filled(heads: Sequence[str], rows: Sequence[Sequence[str | Flowable]], widths: Sequence[float], empty: int) -> Flowable:  # fmt: skip
    """Return a table whose last rows are ``empty`` and left to the pen."""
    told = [[words(one, "small-ink") if isinstance(one, str) else one for one in row] for row in rows]  # fmt: skip
    blank = [[words("\N{NO-BREAK SPACE}")] + [""] * (len(heads) - 1)] * empty
    return Table(
        [[words(one, "label") for one in heads], *told, *blank],
        colWidths=widths,
        repeatRows=1,
        splitInRow=1,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("BACKGROUND", (0, 0), (-1, 0), TINT),
            ("GRID", (0, 0), (-1, -1), 0.4, LINE),
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
            ("LINEBELOW", (0, -1), (-1, -1), 0.9, INK),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), _DEEP),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _DEEP),
        ],
    )


def pen_lines(many: int, width: float) -> Flowable:
    """Return lines to write on by hand."""
    return Table(
        [[""] for _ in range(many)],
        colWidths=[width],
        rowHeights=[8.5 * mm] * many,
        style=[("FONTNAME", (0, 0), (-1, -1), REGULAR), ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE)],
    )  # fmt: skip


def told(lines: Iterable[str]) -> list[Flowable]:
    """Return sentences under each other, each with a dot."""
    return [words(line, "step", bullet="·") for line in lines]


def signed(rows: Iterable[tuple[str, str]], after: str) -> Flowable:
    """Return lines to sign on; what is known of a name stands before the signature."""
    cells = [[words(label, "label"), words(value), words(after, "small")] for label, value in rows]  # fmt: skip
    return grid(
        cells,
        [44 * mm, WIDTH - 68 * mm, 24 * mm],
        ("LINEBELOW", (1, 0), (1, -1), 0.6, INK),
        ("TOPPADDING", (0, 0), (-1, -1), 10),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    )


def handed_to(office: Office, texts: Texts) -> list[Flowable]:
    """Return where the form goes: the center's own lines, empty where nobody noted them."""
    rows = ("address", "phone", "email")
    said = [words(texts(f"paper-form-office-{name}"), "label") for name in rows]
    values = [words(getattr(office, name), "aside") for name in rows]
    cells = [[words(texts("paper-form-office"), "label"), words(office.name, "aside"), said[0], values[0]],
             [said[1], values[1], said[2], values[2]]]  # fmt: skip
    side = 22 * mm
    drawn = grid(
        cells,
        [side, WIDTH / 2 - side] * 2,
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, LINE),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    )
    return [gap(4), drawn]
