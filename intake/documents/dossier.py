"""The shared dossier of one perpetrator (공동 대응 자료): which cases, by which marks, who decided.

* Only cases whose victims agreed to the court (and, between centers, to being put together)
  are in it. That others were left out is said in one sentence, always the same; never how many.
* Cases have pseudonyms (가-01); no victim and no word of a story is in it.
* Until two persons confirmed every link it is for internal review (내부 검토용), on every page.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import facts, gap, grid, listed, title
from intake.documents.typeface import INK, LINE, words
from intake.text import Texts, texts_in

_LEAST = 45 * mm  # of a list under its heading


@dataclass(frozen=True, slots=True)
class DossierCase:
    """One case: its pseudonym, its center, and what its victim agreed to on which day."""

    label: str
    center: str
    court_on: str
    center_on: str  # "" where all cases are of one center: nobody has to be asked
    actions: int
    removed: int
    courts: tuple[str, ...] = ()  # which she agreed to, where she named any
    counted_with: str = ""  # the pseudonym of the case with the same victim


@dataclass(frozen=True, slots=True)
class DossierMark:
    """One identifier in its one spelling, and in which of these cases it stands."""

    kind: str
    value: str
    cases: tuple[str, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class DossierDecision:
    """One decision as it stands: between whom, by whom, when, on which evidence, who confirmed."""

    kind: str
    between: tuple[str, str]
    decided_by: str
    decided_on: str
    reason: str
    lines: tuple[str, ...]  # as it was frozen when it was decided
    second_by: str = ""
    second_on: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that stands in a dossier."""

    center: str  # who made it
    centers: tuple[str, ...]  # who contributed
    cases: tuple[DossierCase, ...]
    marks: tuple[DossierMark, ...]
    decisions: tuple[DossierDecision, ...]
    made_on: str
    as_of: str
    fingerprint: str
    confirmed: bool  # two persons said so of every link


def draw_dossier(paper: Dossier, language: str) -> bytes:
    """Return the dossier as a PDF."""
    texts = texts_in(language)
    name = texts("paper-dossier-title")
    story = [
        *title(name, texts("paper-dossier-lead")),
        _facts(paper, texts),
        gap(1.5),
        words(texts("paper-dossier-left-out"), "small-ink"),
        *_heading("paper-dossier-cases", texts),
        _cases(paper, texts),
        *_heading("paper-dossier-marks", texts),
        words(texts("paper-dossier-marks-note"), "small"),
        gap(1),
        _marks(paper, texts) if paper.marks else words(texts("paper-dossier-no-marks")),
        *_decisions(paper, texts),
    ]
    draft = "" if paper.confirmed else texts("paper-dossier-draft")
    mark = Mark(name, language, as_of=paper.as_of, fingerprint=paper.fingerprint, note=draft, watermark=draft)  # fmt: skip
    return draw_paper(mark, story)


def _heading(name: str, texts: Texts) -> list[Flowable]:
    """A heading stands above something, never last on a page."""
    return [CondPageBreak(_LEAST), words(texts(name), "heading")]


def _facts(paper: Dossier, texts: Texts) -> Flowable:
    state = "confirmed" if paper.confirmed else "unconfirmed"
    return facts(
        [
            (texts("paper-dossier-made-by"), paper.center),
            (texts("paper-dossier-made-on"), paper.made_on),
            (texts("paper-dossier-centers"), " · ".join(paper.centers)),
            (texts("paper-dossier-count"), texts.number(len(paper.cases))),
            (texts("paper-dossier-state"), texts(f"paper-dossier-{state}")),
        ]
    )


def _cases(paper: Dossier, texts: Texts) -> Flowable:
    heads = ("case", "center", "consent", "actions", "removed")
    rows = [_head(heads, texts, {"actions", "removed"})]
    for case in paper.cases:
        told = (case.label, case.center, _consent(case, texts))
        counts = (texts.number(case.actions), texts.number(case.removed))
        rows.append([*(words(cell, "aside") for cell in told), *(words(n, "count") for n in counts)])  # fmt: skip
    return listed(rows, [18 * mm, 38 * mm, WIDTH - 100 * mm, 23 * mm, 21 * mm])


def _head(names: tuple[str, ...], texts: Texts, counts: set[str]) -> list[Flowable]:
    """The head of a list; what counts stands at the right, as its numbers do."""
    styles = {name: "count-label" if name in counts else "label" for name in names}
    return [words(texts(f"paper-dossier-{name}"), styles[name]) for name in names]


def _consent(case: DossierCase, texts: Texts) -> str:
    told = [
        texts("paper-dossier-court-agreed", day=_whole(case.court_on)),
        *case.courts,
    ]
    if case.center_on:
        told.append(texts("paper-dossier-center-agreed", day=_whole(case.center_on)))
    if case.counted_with:
        told.append(texts("paper-dossier-counted-with", other=case.counted_with))
    return "\n".join(told)


def _whole(day: str) -> str:
    """Return a day that no line breaks."""
    return day.replace(" ", "\u00a0")


def _marks(paper: Dossier, texts: Texts) -> Flowable:
    rows = [_head(("kind", "value", "how-many", "in-cases"), texts, {"how-many"})]
    for mark in paper.marks:
        shared = f"\n{texts('paper-dossier-shared')}" if mark.shared else ""
        told = [words(cell, "aside") for cell in (mark.kind, mark.value + shared, ", ".join(mark.cases))]  # fmt: skip
        told.insert(2, words(texts.number(len(mark.cases)), "count"))
        rows.append(told)
    return listed(rows, [38 * mm, WIDTH - 106 * mm, 18 * mm, 50 * mm])


def _decisions(paper: Dossier, texts: Texts) -> list[Flowable]:
    head = [
        words(texts("paper-dossier-decisions"), "heading"),
        words(texts("paper-dossier-decisions-note"), "small"),
    ]
    hands = [gap(3), _hands(texts)]
    if not paper.decisions:
        none = words(texts("paper-dossier-no-decisions"))
        return [KeepTogether([*head, none]), KeepTogether(hands)]
    told = [_decision(n, one, texts) for n, one in enumerate(paper.decisions, 1)]
    told[0] = [*head, *told[0]]
    told[-1] += hands  # whoever signs has something above the line
    return [KeepTogether(one) for one in told]


def _decision(number: int, one: DossierDecision, texts: Texts) -> list[Flowable]:
    between = " – ".join(one.between)
    second = (
        texts("paper-dossier-second-by", who=one.second_by, day=one.second_on)
        if one.second_by
        else texts("paper-dossier-no-second")
    )
    first = texts("paper-dossier-decided-by", who=one.decided_by, day=one.decided_on)
    rows = [
        (texts("paper-dossier-first"), first),
        (texts("paper-dossier-reason"), one.reason),
        (texts("paper-dossier-second"), second),
        (
            texts("paper-dossier-evidence"),
            "\n".join(one.lines) or texts("paper-dossier-no-evidence"),
        ),
    ]
    return [words(f"{number}. {between} · {one.kind}", "subheading"), facts(rows)]


def _hands(texts: Texts) -> Flowable:
    heads = ["", texts("paper-name"), texts("paper-date"), texts("paper-signature")]
    rows = [[words(cell, "label") for cell in heads]]
    rows += [
        [words(texts(f"paper-dossier-{who}"), "label"), "", "", ""]
        for who in ("made", "checked")
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
