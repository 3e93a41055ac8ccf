"""The consent form (동의서): what is read out, and each consent asked separately.

* Every purpose names receiver, purpose, items, keeping period and the right to refuse.
* What the law wants shown clearly (receiver, purpose, keeping period, everything sensitive) is
  a fifth larger than the rest and bolder; nothing is below 9 points.
* The version and the hash of the wording stand at the foot of every page.
"""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from intake.documents.consent_words import (
    NOTICE,
    PURPOSES,
    consent_hash,
    consent_version,
)
from intake.documents.paper import WIDTH, Mark, draw_paper
from intake.documents.pieces import Ticks, blanks, gap, grid, title
from intake.documents.typeface import ACCENT, INK, LINE, TINT, words
from intake.text import Texts, texts_in

_CLEAR = {"receiver", "purpose", "keep"}
_ANSWERS = 58 * mm


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """What is filled in before it is printed; empty values are left to the pen."""

    center: str
    case_number: str = ""
    name: str = field(default="", repr=False)
    birth_year: str = field(default="", repr=False)
    purposes: tuple[str, ...] = PURPOSES
    receiver: str = field(default="", repr=False)  # one that is asked for by name


def draw_consent_form(form: ConsentForm, language: str) -> bytes:
    """Return the form as a PDF."""
    texts = texts_in(language)
    name = texts("paper-consent-title")
    story = [
        *title(name, texts("paper-consent-lead")),
        _whose(form, texts),
        words(texts("paper-consent-read-title"), "heading"),
        *_read_out(texts),
        words(texts("paper-consent-separate-title"), "heading"),
        *(_purpose(n, purpose, texts) for n, purpose in enumerate(form.purposes, 1)),
        gap(4),
        # a purpose says "named below"; and whoever signs has the name in sight
        KeepTogether([*_receiver(form, texts), *_signatures(texts)]),
    ]
    return draw_paper(Mark(name, language, note=_version(form, texts)), story)


def _receiver(form: ConsentForm, texts: Texts) -> list[Flowable]:
    """Name the one receiver where the form asks for one; the pen may fill it in."""
    if form.purposes == PURPOSES:
        return []
    label = texts("paper-consent-receiver-name")
    if not form.receiver:
        return [blanks([label])]
    return [words(label, "label"), words(form.receiver, "clear"), gap(4)]


def _version(form: ConsentForm, texts: Texts) -> str:
    digest = consent_hash(texts.language, form.purposes)[:16]
    return texts("paper-consent-version", version=consent_version(), hash=digest)


def _whose(form: ConsentForm, texts: Texts) -> Flowable:
    said = {
        "center": form.center,
        "case": form.case_number,
        "name": form.name,
        "birth": form.birth_year,
    }
    cells = [
        words(text, style)
        for name, value in said.items()
        for text, style in ((texts(f"paper-consent-{name}"), "label"), (value, "aside"))
    ]
    return grid(
        [cells[:4], cells[4:]],
        [30 * mm, WIDTH / 2 - 30 * mm] * 2,
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEABOVE", (0, 0), (-1, 0), 0.9, INK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.4, LINE),
        ("LINEBELOW", (0, 1), (-1, 1), 0.9, INK),
    )


def _read_out(texts: Texts) -> list[Flowable]:
    lines = ("intro", "withdraw", "secret", "anonymous", "under-14")
    return [words(texts(f"consent-gate-{line}"), "aside") for line in lines]


def _purpose(number: int, purpose: str, texts: Texts) -> Flowable:
    stem = f"consent-{purpose.lower()}"
    sensitive = purpose == "SENSITIVE"
    heading = f"{number}. {texts(f'{stem}-title')}"
    answers = Ticks(
        [texts("consent-agreed"), texts("consent-refused")], across=22 * mm, size=10.5
    )
    box = [
        [words(heading, "clear"), answers],
        [words(texts(f"{stem}-spoken"), "clear" if sensitive else "aside"), ""],
        [_notice(stem, texts, all_clear=sensitive), ""],
    ]
    lines = (
        (
            "LINEABOVE",
            (0, 0),
            (-1, 0),
            1.6 if sensitive else 0.9,
            ACCENT if sensitive else INK,
        ),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("SPAN", (0, 2), (-1, 2)),
        ("SPAN", (0, 1), (-1, 1)),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("TOPPADDING", (0, 2), (-1, 2), 0),
        ("BOTTOMPADDING", (0, 2), (-1, 2), 6),
    )
    return KeepTogether([grid(box, [WIDTH - _ANSWERS, _ANSWERS], *lines)])


def _notice(stem: str, texts: Texts, *, all_clear: bool) -> Flowable:
    rows = [
        [
            words(texts(f"consent-label-{part}"), "label"),
            words(
                texts(f"{stem}-{part}"),
                "clear" if all_clear or part in _CLEAR else "small-ink",
            ),
        ]
        for part in NOTICE
    ]
    label = 32 * mm
    return grid(
        rows,
        [label, WIDTH - label - 14],
        ("LINEABOVE", (0, 1), (-1, -1), 0.3, LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    )


def _signatures(texts: Texts) -> list[Flowable]:
    methods = [
        texts(f"paper-consent-method-{way}")
        for way in ("face", "paper", "phone", "electronic")
    ]
    method = [
        words(texts("paper-consent-method"), "label"),
        Ticks(methods, across=31 * mm),
    ]
    signed = ("person", "counselor", "guardian")
    return [
        words(texts("paper-consent-sign-title"), "heading"),
        words(texts("paper-consent-explained"), "aside"),
        gap(2),
        grid([method], [44 * mm, WIDTH - 44 * mm]),
        blanks([texts("paper-date")]),
        blanks(
            (texts(f"paper-consent-{who}") for who in signed), texts("paper-signature")
        ),
        blanks([texts("paper-consent-guardian-contact")]),
        words(texts("paper-consent-withdraw-title"), "subheading"),
        words(texts("paper-consent-withdraw"), "aside"),
    ]
