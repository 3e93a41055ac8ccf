"""The address book of agencies (기관 주소록): whom a center works with, entered by the center.

* Kinds are the official ones; names and numbers are whatever the center writes down.
* An agency is never removed: it has a last day, so that old referrals keep its name.
"""

from collections.abc import Iterable, Mapping

from intake.desk.rooms import Rooms
from intake.desk.views.support import AgencyView
from intake.errors import InvalidInput
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import CODES, ListQuery, Row, Value

_FIELDS = frozenset(
    {
        *("name", "kind", "branch", "person", "phone", "email", "address"),
        *("url", "valid_from", "valid_to", "remark"),
    }
)


class Agencies:
    """What can be done with the address book."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self, kind: str = "", everything: bool = False) -> tuple[AgencyView, ...]:  # fmt: skip
        """Return the agencies that may be used today, by kind and name; or every one."""
        equals = (("kind", kind),) if kind else ()
        found = self._rooms.register.first(
            ListQuery("agency", equals=equals, order=("kind", "name")), -1
        )
        views = [self._view(row) for row in found]
        return tuple(view for view in views if everything or view.valid)

    def get(self, agency: str) -> AgencyView:
        """Return one agency.

        Raises:
            NotFound: there is none.
        """
        return self._view(self._rooms.record("agency", agency))

    def add(self, name: str, kind: str, said: Mapping[str, Value] | None = None) -> str:
        """Write an agency down.

        Raises:
            InvalidInput: it has no name, or a part nobody declared.
        """
        agency = new_id(self._rooms.clock.wall())
        since = self._rooms.clock.today().isoformat()
        self._say(agency, Deed.ADD, {"valid_from": since, **(said or {}), "name": name, "kind": kind})  # fmt: skip
        return agency

    def change(self, agency: str, said: Mapping[str, Value]) -> None:
        """Correct what is known of an agency."""
        self._rooms.record("agency", agency)
        self._say(agency, Deed.CHANGE, said)

    def end(self, agency: str, on: str = "") -> None:
        """Use an agency no longer after a day; what was sent there keeps its name."""
        self.change(agency, {"valid_to": on or self._rooms.clock.today().isoformat()})

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Return every kind of agency with its official words."""
        language = self._rooms.language
        return tuple(
            (one.code, one.ko if language == "ko" else one.en)
            for one in CODES.lists["agency_kind"]
        )

    def names(self, agencies: Iterable[str]) -> dict[str, str]:
        """Return the names of agencies by id."""
        wanted = tuple(dict.fromkeys(agencies))
        found = self._rooms.register.first(ListQuery("agency", among=wanted, gone=True), -1) if wanted else ()  # fmt: skip
        return {row.id: _name(row) for row in found}

    def _say(self, agency: str, deed: Deed, said: Mapping[str, Value]) -> None:
        if not said.keys() <= _FIELDS or not str(said.get("name", "x") or "").strip():
            raise InvalidInput(what="agency", why="name")
        with self._rooms.saying(deed, scope_of("record", agency)) as say:
            for name, value in said.items():
                say.set("agency", agency, name, value or None)

    def _view(self, row: Row) -> AgencyView:
        today = self._rooms.clock.today().isoformat()
        since, until = str(row["valid_from"] or ""), str(row["valid_to"] or "")
        return AgencyView(
            id=row.id,
            name=str(row["name"] or ""),
            kind=str(row["kind"] or ""),
            kind_label=row.label("kind", self._rooms.language),
            branch=str(row["branch"] or ""),
            phone=str(row["phone"] or ""),
            email=str(row["email"] or ""),
            url=str(row["url"] or ""),
            address=str(row["address"] or ""),
            person=str(row["person"] or ""),
            valid_from=since,
            valid_to=until,
            valid=(not since or since <= today) and (not until or today <= until),
            remark=str(row["remark"] or ""),
        )


def _name(row: Row) -> str:
    return " ".join(str(row[part]) for part in ("name", "branch") if row[part])
