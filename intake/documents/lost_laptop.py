"""The lost-laptop pack (분실 신고 꾸러미): what is reported within 72 hours, and what to do.

* 개인정보보호법 34조, 시행령 39–40조: a loss counts as a leak; records of sexual violence are
  sensitive data, so one case is enough for the duty to report.
* Counts and codes only. No victim, no case number, no counselor.
"""

import csv
import io
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import blanks, boxed, facts, gap, grid, steps, title
from intake.documents.typeface import LINE, words
from intake.text import Texts, texts_in

CLASSES: Final = ("core", "identity", "narrative", "suspect", "material", "court")
_STEPS, _MEASURES, _FINDER = 5, 4, 4


@dataclass(frozen=True, slots=True)
class LostLaptop:
    """What stands in a lost-laptop pack."""

    center: str
    code: str
    device: str
    name: str
    last_seen_ms: int
    lost_on: str  # YYYY-MM-DD
    noticed_ms: int
    until_ms: int  # 72 hours after the center learned of it
    made_ms: int
    cases: int
    victims: int
    others: int  # callers, guardians, helpers
    suspects: int
    classes: tuple[tuple[str, int], ...]  # in how many records each class is held
    position: str  # hash of the state these counts come from
    taken_back_ms: int = 0  # when it was reported lost here; 0: not yet
    certificates: int = 0
    logs: int = 0
    accounts: tuple[tuple[str, bool], ...] = ()  # places by name, and whether changed
    late_segments: int = 0
    late_entries: int = 0


def draw_lost_laptop(pack: LostLaptop, language: str) -> bytes:
    """Return the pack as a PDF."""
    texts = texts_in(language)
    name = texts("paper-lost-title")
    story = [
        *title(name, texts("paper-lost-lead")),
        _clock(pack, texts),
        gap(3),
        facts(_facts(pack, texts)),
        words(texts("paper-lost-held-title"), "heading"),
        _held(pack, texts),
        gap(1.5),
        words(texts("paper-lost-held-note"), "small"),
        words(texts("paper-lost-measures-title"), "heading"),
        *steps(texts(f"paper-lost-measure-{n}") for n in range(1, _MEASURES + 1)),
        PageBreak(),  # the first sheet is for the report, the second for the center
        words(texts("paper-lost-taken-title"), "heading"),
        facts(_taken_back(pack, texts)),
        words(texts("paper-lost-finder-title"), "heading"),
        *steps(texts(f"paper-lost-finder-{n}") for n in range(1, _FINDER + 1)),
        words(texts("paper-lost-steps-title"), "heading"),
        *steps(texts(f"paper-lost-step-{n}") for n in range(1, _STEPS + 1)),
        gap(2),
        blanks(texts(f"paper-lost-blank-{one}") for one in ("how", "officer", "filed")),
    ]
    mark = Mark(
        name,
        language,
        as_of=texts.moment(pack.made_ms),
        fingerprint=pack.position[:16],
        note=pack.code,
    )
    return draw_paper(mark, story)


def list_lost_laptop(pack: LostLaptop, language: str) -> bytes:
    """Return the same facts as a CSV, with the mark a Korean spreadsheet needs."""
    texts = texts_in(language)
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow([texts("paper-lost-item"), texts("paper-lost-value")])
    rows.writerows([*_clock_facts(pack, texts), *_facts(pack, texts)])
    rows.writerows(_counts(pack, texts))
    rows.writerows(_taken_back(pack, texts))
    return out.getvalue().encode("utf-8-sig")


def _clock(pack: LostLaptop, texts: Texts) -> Flowable:
    (learned, at), (until, end) = _clock_facts(pack, texts)
    half = WIDTH / 2
    left = [words(learned, "label"), words(at, "heading")]
    right = [words(until, "label"), words(end, "heading")]
    return boxed([left, right], [half, half])


def _clock_facts(pack: LostLaptop, texts: Texts) -> list[tuple[str, str]]:
    return [
        (texts("paper-lost-noticed"), texts.moment(pack.noticed_ms)),
        (texts("paper-lost-until"), texts.moment(pack.until_ms)),
    ]


def _facts(pack: LostLaptop, texts: Texts) -> list[tuple[str, str]]:
    seen = texts.moment(pack.last_seen_ms) if pack.last_seen_ms else texts("paper-lost-never")  # fmt: skip
    return [
        (texts("paper-lost-center"), f"{pack.center} ({pack.code})"),
        (texts("paper-lost-device"), f"{pack.name or '-'}\n{pack.device}"),
        (texts("paper-lost-seen"), seen),
        (texts("paper-lost-on"), texts.day(pack.lost_on)),
        (texts("paper-lost-encryption"), texts("paper-lost-encryption-value")),
    ]


def _taken_back(pack: LostLaptop, texts: Texts) -> list[tuple[str, str]]:
    """What was taken back, what came afterwards, which accounts are to be changed."""
    done = texts("paper-lost-taken-not")
    if pack.taken_back_ms:
        moment = texts.moment(pack.taken_back_ms)
        done = texts("paper-lost-taken-value", moment=moment, certificates=pack.certificates, logs=pack.logs)  # fmt: skip
    names = [texts("paper-lost-account-changed", name=name) if changed else name for name, changed in pack.accounts]  # fmt: skip
    rows = [
        (texts("paper-lost-taken"), done),
        (texts("paper-lost-accounts"), ", ".join(names) or texts("paper-lost-accounts-none")),
    ]  # fmt: skip
    if pack.late_segments:
        late = texts("paper-lost-behind-value", segments=pack.late_segments, entries=pack.late_entries)  # fmt: skip
        rows.append((texts("paper-lost-behind"), late))
    return rows


def _counts(pack: LostLaptop, texts: Texts) -> list[tuple[str, str]]:
    people = [
        (texts(f"paper-lost-{name}"), texts.number(getattr(pack, name)))
        for name in ("cases", "victims", "others", "suspects")
    ]
    held = [
        (texts(f"paper-lost-class-{name}"), texts("paper-lost-records", count=count))
        for name, count in pack.classes
    ]
    return [*people, *held]


def _held(pack: LostLaptop, texts: Texts) -> Flowable:
    cells = [
        [words(name, "label"), words(value)] for name, value in _counts(pack, texts)
    ]
    half = (len(cells) + 1) // 2
    rows = [
        [*left, *right]
        for left, right in zip(cells[:half], cells[half:] or [["", ""]], strict=False)
    ]
    label, value = 52 * mm, WIDTH / 2 - 52 * mm
    below = ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)
    return grid(rows, [label, value, label, value], below)
