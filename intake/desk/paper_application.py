"""What stands in an application for deletion support (삭제지원 신청서) before she writes on it."""

from collections.abc import Iterator

from intake.desk.paper_forms import asking, case_of, form_head, label, missing, tells
from intake.desk.paper_making import Making
from intake.desk.requesters import facts_of
from intake.documents import Application, Choice, draw_application
from intake.progress import Progress
from intake.register import Row

__all__ = ["PARTS", "content", "drawn", "missing", "warnings"]

PARTS = (
    "name",
    "requester",
    "papers",
    "materials",
    "cares",
)  # addresses are asked for apart

_RELATIONS = ("SELF", "SPOUSE", "LINEAL", "SIBLING", "AGENT", "LEGAL_GUARDIAN")
_PAPERS = ("paper_id", "paper_relation", "paper_power", "paper_victim_id")
_BROUGHT = ("URL_CAPTURE", "CHAT", "TRANSFER", "ORIGINAL", "IMAGE", "VIDEO")
# What a person said about being reached, and the box that says it.
_CARES = (("may_text", "NO", "no-text"), ("may_voice", "NO", "no-voice"), ("shared_device", "YES", "shared"))  # fmt: skip
_MOST = 300  # addresses on paper; the rest is on a list of its own (별지)


def content(making: Making) -> Application:
    """Return what is filled in; about a center nothing is."""
    who = asking(making) if tells(making, "requester") else None
    kind = str(who["requester_kind"] or "") if who else ""
    brought = _brought(making)
    return Application(
        form_head(making),
        tuple(Choice(label(making, "requester_kind", one), one == kind) for one in _RELATIONS),
        asks=str(who["name"] or "") if who and kind != "SELF" else "",
        papers=tuple(str(who[one] or "") for one in _PAPERS) if who and tells(making, "papers") else (),
        materials=_materials(making),
        addresses=tuple(_addresses(making))[:_MOST],
        brought=tuple(Choice(label(making, "evidence_kind", one), one in brought) for one in _BROUGHT),
        cares=frozenset(_cares(making)),
    )  # fmt: skip


def drawn(form: Application, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_application(form, language)


def warnings(making: Making) -> Iterator[str]:
    """Yield what somebody should know before the form is handed out."""
    texts, case = making.rooms.texts, case_of(making)
    if not case:
        return
    yield texts("paper-warning-form-contact")
    if facts_of(making.rooms, case).wish == "REFUSED":
        yield texts("paper-warning-form-against-will")
    count = len(tuple(_addresses(making)))
    if count > _MOST:
        yield texts("paper-warning-form-many", count=_MOST, all=count)


def _materials(making: Making) -> frozenset[str]:
    if not tells(making, "materials"):
        return frozenset()
    return facts_of(making.rooms, case_of(making)).materials


def _addresses(making: Making) -> Iterator[str]:
    if not (making.plan.with_addresses and tells(making, "addresses")):
        return
    found = making.rooms.register.find("posting", case=case_of(making))
    for row in sorted(found, key=_found_on):
        if row["url"]:
            yield str(row["url"])


def _found_on(row: Row) -> tuple[str, str]:
    return str(row["found_on"] or ""), row.id


def _brought(making: Making) -> set[str]:
    """Return the kinds of the pieces of evidence that were chosen for this form."""
    case, rooms = case_of(making), making.rooms
    if not case or not making.plan.records:
        return set()
    chosen = set(making.plan.records)
    found = rooms.register.find("evidence", case=case)
    return {str(row["kind"]) for row in found if row.id in chosen and row["kind"]}


def _cares(making: Making) -> Iterator[str]:
    if not tells(making, "cares"):
        return
    people = making.rooms.register.find("person", case=case_of(making))
    for name, code, care in _CARES:
        if any(row[name] == code for row in people):
            yield care
