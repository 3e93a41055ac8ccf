"""What stands in a withdrawal and destruction request (철회·폐기 요청서) before she ticks it."""

from collections.abc import Iterator

from intake.consent import state_of
from intake.desk.giving import Giving
from intake.desk.headers import decisions
from intake.desk.paper_forms import case_of, form_head, label, missing, tells
from intake.desk.paper_making import Making
from intake.documents import (
    ASKED_LATER,
    PURPOSES,
    Choice,
    GoneOut,
    Withdrawal,
    draw_withdrawal,
)
from intake.progress import Progress

__all__ = ["PARTS", "content", "drawn", "missing", "warnings"]

PARTS = ("name", "consents", "gone")


def content(making: Making) -> Withdrawal:
    """Return what may be taken back, what has to be kept, and what has left."""
    return Withdrawal(
        form_head(making),
        tuple(map(Choice, _consents(making))),
        tuple(_kept(making)),
        tuple(_gone(making)),
    )


def drawn(form: Withdrawal, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_withdrawal(form, language)


def warnings(making: Making) -> Iterator[str]:
    """Yield that contacts are left to her, and that something is marked to be kept."""
    if not case_of(making):
        return
    yield making.rooms.texts("paper-warning-form-contact")
    if any(_kept(making)):
        yield making.rooms.texts("paper-warning-form-held")


def _consents(making: Making) -> Iterator[str]:
    """Yield what stands as agreed; on a blank form everything that is ever asked."""
    rooms, case = making.rooms, case_of(making)
    if not case or not tells(making, "consents"):
        for one in (*PURPOSES, *ASKED_LATER):
            yield label(making, "consent_purpose", one)
        return
    standing = decisions(rooms, case)
    for one in PURPOSES:
        if state_of(standing.get(one)) == "agreed":
            yield label(making, "consent_purpose", one)
    for line in Giving(rooms).lines(case):
        if line.state == "agreed":
            said = label(making, "consent_purpose", line.purpose)
            yield " · ".join(filter(None, (said, line.name)))


def _kept(making: Making) -> Iterator[tuple[str, str, str]]:
    case, texts = case_of(making), making.rooms.texts
    if not case:
        return
    row = making.rooms.case(case)
    if row["keep_evidence"]:
        law = texts("paper-withdrawal-law-evidence")
        yield texts("paper-withdrawal-kept-evidence"), law, ""
    if row["hold"]:
        yield texts("paper-withdrawal-kept-hold"), "", ""


def _gone(making: Making) -> Iterator[GoneOut]:
    case, texts = case_of(making), making.rooms.texts
    if not case or not tells(making, "gone"):
        return
    for one in Giving(making.rooms).left(case):
        on = texts.day(one.on) if one.on else ""
        yield GoneOut(one.receiver, on, one.means_text, one.recall_text)
