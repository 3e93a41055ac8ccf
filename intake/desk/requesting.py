"""Asking a platform (삭제요청): one request for each site, as form or e-mail; never sent by us.

* The center asks (요청기관). The victim's name never stands in a request: the center speaks.
* A draft is no request. It is noted when the counselor says that it went out (``mark``).
"""

from collections.abc import Sequence
from urllib.parse import quote
from uuid import UUID

from intake import documents
from intake.desk.directory import directory_of, host_in
from intake.desk.notices import notice_of
from intake.desk.platforms import kind_of
from intake.desk.requesters import check_may_request
from intake.desk.rooms import Rooms
from intake.desk.steps import postings_of
from intake.desk.views import NamedBytes
from intake.desk.views.deleting import DraftView
from intake.errors import InvalidInput
from intake.register import Row
from intake.register.spelling import host_of

_MAILTO = 1_900  # letters: Windows hands on about two thousand


def by_site(
    rooms: Rooms, case: str, postings: Sequence[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the postings by the host of their site in the directory, else by their own."""
    directory = directory_of(rooms)
    found: dict[str, list[str]] = {}
    for row in postings_of(rooms, case, postings).values():
        host = host_of(str(row["url"] or ""))
        site = directory.of(host)
        named = str(site["host"]) if site else host
        found.setdefault(named, []).append(row.id)
    return tuple((site, tuple(ids)) for site, ids in found.items())


# --- to whom ---------------------------------------------------------------------------


def site_of(rooms: Rooms, site: str) -> tuple[Row | None, str]:
    """Return the site somebody names by id or host, and what it is called."""
    try:
        row = rooms.register.get("site", str(UUID(site)))
    except ValueError:
        row = directory_of(rooms).of(host_in(site))
    if row is None or row.gone:
        return None, host_in(site)
    return row, str(row["name"] or row["host"])


def addresses_of(rooms: Rooms, case: str, postings: Sequence[str]) -> tuple[Row, ...]:
    """Return the postings a request is about.

    Raises:
        InvalidInput: none of them is a posting of this case.
    """
    rows = tuple(postings_of(rooms, case, postings).values())
    if not rows:
        raise InvalidInput(what="postings", why="none")
    return rows


def draft(
    rooms: Rooms, case: str, site: str, postings: Sequence[str], language: str
) -> DraftView:
    """Return an e-mail for a person to send.

    Raises:
        AgainstWill: the victim does not want it.
    """
    check_may_request(rooms, case, rooms.clock.today().isoformat())
    rows = addresses_of(rooms, case, postings)
    row, name = site_of(rooms, site)
    searches = (row["platform"] if row else kind_of(host_in(site))) == "SEARCH"
    kind = "SEARCH" if searches else "EMAIL"
    notice = notice_of(rooms, language, kind, count=len(rows), site=name)
    listed = "\n".join(f"{n}. {one['url']}" for n, one in enumerate(rows, 1))
    body = notice.body.replace("{addresses}", listed)
    to = _one_line(str(row["email"] or "") if row else "")
    subject = _one_line(notice.subject)
    mailto = _mailto(to, subject, body)
    truncated = len(mailto) > _MAILTO
    if truncated:
        mailto = _mailto(
            to, subject, notice.body.replace("{addresses}", notice.enclosed)
        )
    return DraftView(to, subject, body, mailto, truncated)


def _one_line(text: str) -> str:
    """Return text for a head line; a line break would begin another head line."""
    return " ".join(text.split())


def _mailto(to: str, subject: str, body: str) -> str:
    said = quote(body.replace("\n", "\r\n"), safe="")
    return (
        f"mailto:{quote(to, safe='@.')}?subject={quote(subject, safe='')}&body={said}"
    )


def request_form(
    rooms: Rooms, case: str, site: str, postings: Sequence[str], language: str
) -> NamedBytes:
    """Return the statutory form for one site; its file name carries no host and no name.

    Raises:
        AgainstWill: the victim does not want it.
    """
    verdict = check_may_request(rooms, case, rooms.clock.today().isoformat())
    rows, (_, name) = addresses_of(rooms, case, postings), site_of(rooms, site)
    number = str(rooms.case(case)["number"] or "")
    form = documents.RequestForm(
        center=rooms.who.center_name,
        counselor=rooms.who.counselor,
        addressee=name,
        number=number,
        made_on=rooms.clock.today().isoformat(),
        id_number=str(rooms.setting("center_number")),
        phone=str(rooms.setting("center_phone")),
        email=str(rooms.setting("center_email")),
        postal=str(rooms.setting("center_address")),
        materials=_materials(rows, csam=verdict.csam),
        addresses=tuple(
            documents.RequestedAddress(
                str(one["url"] or ""), str(one["found_on"] or "")
            )
            for one in rows
        ),
    )
    return NamedBytes(
        f"{number}-request.pdf", documents.draw_request_form(form, language)
    )


def _materials(rows: Sequence[Row], *, csam: bool) -> frozenset[str]:
    """Return the legal classes of these very postings; the case's where none is noted."""
    noted = frozenset(str(one["material"]) for one in rows if one["material"])
    return noted or (frozenset({"CSAM"}) if csam else frozenset())
