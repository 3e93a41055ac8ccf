"""Requests that went out stand among what left (제공 내역): one line for each site of a batch.

* A request tells whoever runs a site which addresses are meant, and that a center asks; the
  name of the person is never in it (``intake.desk.requesting``).
* It is one step with the marking: taken back together, and a recall knows where it went.
"""

from collections.abc import Iterable
from typing import Final

from intake.clock import local, utc
from intake.desk.directory import Directory
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import Mark
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import Row, Value
from intake.register.spelling import host_of

# Searches are run by operators too; the commission (방미심위) is a body of its own.
_RECEIVERS: Final = {"REQUESTED": "OPERATOR", "SEARCH": "OPERATOR", "KMCSC": "OTHER"}
_MAILED: Final = "EMAIL"


def note_requests(
    rooms: Rooms, case: str, mark: Mark, on: str, asked: tuple[Iterable[Row], Directory]
) -> None:
    """Note for each site, once, that a request about these postings went out."""
    if mark not in _RECEIVERS:
        return
    postings, directory = asked
    sites = _sites(mark, postings, directory)
    now = rooms.clock.wall()
    told: dict[str, Value] = {
        "case": case,
        "purpose": "DELETE",
        "receiver": _RECEIVERS[mark],
        "left_on": on,
        "left_at": utc(now) if on == local(now).date().isoformat() else None,
        "by": rooms.who.counselor,
        "items": "material",
        "recall": "LEFT",
    }
    with rooms.about_case(Deed.REQUEST, case) as say:
        for name, means in sites.items():
            record = new_id(now)
            said = {**told, "receiver_name": name or None, "means": means}
            for field, value in said.items():
                if value is not None:
                    say.set("disclosure", record, field, value)


def _sites(mark: Mark, postings: Iterable[Row], directory: Directory) -> dict[str, str]:
    """Return whom a batch went to and by what means; a search or the commission is asked once."""
    if mark != "REQUESTED":
        return {"": "PAPER"}
    found: dict[str, str] = {}
    for row in postings:
        host = host_of(str(row["url"] or ""))
        site = directory.of(host)
        name = str((site["name"] or site["host"]) if site else host)
        by_mail = site is not None and site["channel"] == _MAILED
        found[name] = _MAILED if by_mail else "PAPER"
    return found
