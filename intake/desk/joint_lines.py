"""How requests between centers are shown, and which joint work was agreed to."""

from collections.abc import Iterable
from dataclasses import replace

from intake.desk.joint_standing import is_told, reply_of
from intake.desk.lines import names_of_centers
from intake.desk.rooms import Rooms
from intake.desk.views.joint import JointWork, RequestView
from intake.register import CODES, Row

_TEXTS = {"FORWARDED": "joint-forwarded"}


def lines_of(rooms: Rooms) -> tuple[RequestView, ...]:
    """Return the requests known here, the newest first."""
    rows = sorted(
        rooms.register.find("joint_request"),
        key=lambda row: (str(row["asked_on"] or ""), row.said, row.id),
        reverse=True,
    )
    named = names_of_centers(rooms)
    lines = (_line(rooms, row) for row in rows if _is_shown(rooms, row))
    return tuple(
        replace(one, center_name=named(one.center), other_name=named(one.other_center))
        for one in lines
    )


def _is_shown(rooms: Rooms, row: Row) -> bool:
    return rooms.who.role == "central" or row["center"] == rooms.who.center_code


def state_of(rooms: Rooms, request: Row) -> str:
    """Return how far a request has come, from what is known here."""
    match = rooms.register.get("link_notice", str(request["notice"]))
    recalled = match is not None and match["state"] == "RECALLED"
    if request["state"] == "ENDED" or recalled:
        return "ENDED"
    told = notices_of(rooms, request.id)
    replies = [one for one in told if one["kind"] == "REPLY"]
    if replies:
        return str(replies[-1]["reply"])
    return "FORWARDED" if told else "ASKED"


def notices_of(rooms: Rooms, request: str) -> list[Row]:
    """Return what the central desk told of a request and did not recall, the oldest first."""
    rows = rooms.register.find("link_notice", request=request)
    told = [row for row in rows if row["state"] == "SENT" and is_told(rooms, row)]
    return sorted(told, key=lambda row: (row.said, row.id))


def _line(rooms: Rooms, row: Row) -> RequestView:
    match = rooms.register.get("link_notice", str(row["notice"]))
    case = str(match["about_case"] or "") if match else ""
    held = rooms.register.get("case", case) if case else None
    state = state_of(rooms, row)
    return RequestView(
        id=row.id,
        notice=str(row["notice"]),
        wanted_label=row.label("wanted", rooms.language),
        case=case,
        number=str(held["number"] or "") if held else "",
        other_center=str(match["other_center"] or "") if match else "",
        asked_by=str(row["asked_by"] or ""),
        asked_on=str(row["asked_on"] or ""),
        state=state,
        state_label=_label(rooms, state),
        contact=str(match["contact_name"] or "") if match else "",
        contact_phone=str(match["contact_phone"] or "") if match else "",
        wanted=str(row["wanted"] or ""),
        center=str(row["center"] or ""),
    )


def _label(rooms: Rooms, state: str) -> str:
    if state in _TEXTS:
        return rooms.texts(_TEXTS[state])
    return CODES.label_in(("joint_state", "joint_reply"), state, rooms.language)


def agreed_works(rooms: Rooms, wanted: Iterable[str]) -> tuple[JointWork, ...]:
    """Return the agreed joint work of these kinds, with the cases that are known here."""
    kinds = set(wanted)
    found: dict[str, JointWork] = {}
    for row in rooms.register.find("link_notice", kind="REPLY"):
        request = str(row["request"] or "")
        told = notices_of(rooms, request)
        stands = any((n.id, n["reply"]) == (row.id, "AGREED") for n in told)
        if stands and row["wanted"] in kinds and not _ended(rooms, request):
            cases = {str(n["about_case"]) for n in told if n["about_case"]}
            found[request] = _work(row, cases)
    for row in asked_of(rooms):
        if row["wanted"] in kinds and reply_of(rooms, row) == "AGREED":
            found.setdefault(str(row["request"]), _work(row, {str(row["about_case"])}))
    return tuple(found.values())


def _work(row: Row, cases: Iterable[str]) -> JointWork:
    link, wanted = str(row["link"] or ""), str(row["wanted"])
    return JointWork(str(row["request"] or ""), wanted, link, frozenset(cases))


def asked_of(rooms: Rooms) -> tuple[Row, ...]:
    """Return the requests that were forwarded to this center and stand."""
    own = rooms.who.center_code
    rows = rooms.register.find("link_notice", kind="REQUEST", to_center=own)
    return tuple(r for r in rows if r["state"] == "SENT" and is_told(rooms, r))


def _ended(rooms: Rooms, request: str) -> bool:
    row = rooms.register.get("joint_request", request)
    return row is not None and row["state"] == "ENDED"
