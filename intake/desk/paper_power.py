"""What stands in a power of attorney (위임장) before the victim writes it: nothing of her own part."""

from collections.abc import Iterator

from intake.desk.paper_forms import asking, case_of, form_head, missing, tells
from intake.desk.paper_making import Making
from intake.documents import Power, draw_power
from intake.progress import Progress

__all__ = ["PARTS", "content", "drawn", "missing", "warnings"]

PARTS = ("requester",)


def content(making: Making) -> Power:
    """Return the number of the case, and who acts for her where that is noted."""
    return Power(form_head(making, named=False), agent=_agent(making))


def drawn(form: Power, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_power(form, language)


def warnings(making: Making) -> Iterator[str]:
    """Yield that nobody is noted as her agent yet."""
    if case_of(making) and not _agent(making) and tells(making, "requester"):
        yield making.rooms.texts("paper-warning-form-not-agent")


def _agent(making: Making) -> str:
    who = asking(making) if tells(making, "requester") else None
    acts = who is not None and who["requester_kind"] == "AGENT"
    return str(who["name"] or "") if who and acts else ""
