"""Notices, the center's own requests and handovers as rows of one list, newest first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from intake.desk.views.joint import HandoverView, NoticeView, RequestView
from intake.text import Texts
from ui.tables.two_lines import TwoLines

if TYPE_CHECKING:
    from intake.desk import Desk

Filter = Literal["all", "new", "requests", "handovers"]
FILTERS: tuple[Filter, ...] = ("all", "new", "requests", "handovers")
Item = NoticeView | RequestView | HandoverView
_TONES = {"AGREED": "ok", "TAKEN": "ok", "ASKED": "info", "FORWARDED": "info", "OFFERED": "wait"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the page lists, and on whose desk."""

    notices: tuple[NoticeView, ...]
    requests: tuple[RequestView, ...]
    handovers: tuple[HandoverView, ...]
    central: bool
    center: str = ""  # the code of the own one


def look(desk: "Desk", _progress: object) -> Look:
    """Ask the desk for what was told, asked and handed over; nothing for who sees no content."""
    about = desk.about()
    if not desk.roles.mine().sees_content:
        return Look((), (), (), about.role == "central", about.center_code)
    return Look(
        desk.link_notices.listing("ALL"),
        desk.joint.listing(),
        tuple(
            one for one in desk.handovers.listing() if one.from_center != one.to_center
        ),
        about.role == "central",
        about.center_code,
    )


def key_of(item: Item) -> str:
    """Return what a place calls an item."""
    kinds = {NoticeView: "notice", RequestView: "request", HandoverView: "handover"}
    return f"{kinds[type(item)]}/{item.id}"


def waits(item: Item, *, central: bool = False) -> bool:
    """Whether somebody here still has to look at it."""
    if isinstance(item, NoticeView):
        return item.new and not central
    if isinstance(item, HandoverView):  # taken back: to be acknowledged
        return item.incoming and item.state in {"OFFERED", "TAKEN_BACK"}
    return False


def items_of(found: Look, which: Filter) -> list[Item]:
    """Return what a filter shows: what waits first, then the newest."""
    listed: list[Item] = [*found.notices, *found.requests, *found.handovers]
    kept = [one for one in listed if _fits(one, which, central=found.central)]
    kept.sort(key=_day, reverse=True)
    kept.sort(key=lambda one: not waits(one, central=found.central))
    return kept


def count_new(found: Look) -> int:
    """Return how many wait."""
    return len(items_of(found, "new"))


def row_of(texts: Texts, item: Item, *, central: bool) -> TwoLines:
    """Return an item as a row."""
    day = texts.day(_day(item)) if _day(item) else ""
    new = waits(item, central=central)
    if isinstance(item, NoticeView):
        state, tone = _state(texts, item, central=central)
        parts = (item.kind_label, item.to_name if central else item.other_name, day)
    elif isinstance(item, RequestView):
        state, tone = item.state_label, _TONES.get(item.state, "no")
        asked = said_request(texts, item, central=central)
        parts = (asked, "" if central else item.other_name, day)
    else:
        state, tone = item.state_label, _TONES.get(item.state, "no")
        way = texts("told-way", one=item.from_name, other=item.to_name)
        parts = (texts("told-handover"), way, day)
    under = " · ".join(filter(None, parts))
    return TwoLines(item.number, under, state, tone, new=new, value=item)


def said_request(texts: Texts, one: RequestView, *, central: bool) -> str:
    """Return what a request is called: the own one, or at the central desk who asks whom."""
    if not central:
        return texts("told-own-request")
    way = texts("told-way", one=one.center_name, other=one.other_name)
    return texts("told-center-request", way=way)


def _state(texts: Texts, one: NoticeView, *, central: bool) -> tuple[str, str]:
    """Return the state of a notice as a word and its tone; recalled is no alarm."""
    if one.state == "RECALLED":
        return texts("told-state-recalled"), "no"
    if one.reply_label:
        return one.reply_label, _TONES.get(one.reply, "no")
    if one.answer_label:
        return one.answer_label, "ok" if one.answer != "DISAGREES" else "wait"
    if central:
        known = "told-state-arrived" if one.acknowledged else "told-state-on-its-way"
        return texts(known), "info"
    return texts("told-state-new"), "info"


def _fits(item: Item, which: Filter, *, central: bool) -> bool:
    if which == "new":
        return waits(item, central=central)
    if which == "requests":
        asked = isinstance(item, NoticeView) and item.kind in {"REQUEST", "REPLY"}
        return asked or isinstance(item, RequestView)
    return which == "all" or isinstance(item, HandoverView)


def _day(item: Item) -> str:
    if isinstance(item, RequestView):
        return item.asked_on
    if isinstance(item, NoticeView):
        return item.recalled_on or item.said_on
    return item.said_on
