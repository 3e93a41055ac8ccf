"""Where postings lie and how an operator is reached (플랫폼 대장).

* The directory is the center's own: hosts, kinds, channels, contacts that somebody checked.
* Which kind of platform a public service is, ``resources/sites.json`` knows already.
* A withdrawn site leaves the directory; its postings stay.
"""

import builtins
from collections import Counter
from collections.abc import Mapping

from intake.desk.directory import directory_of, host_in, site_id
from intake.desk.notices import languages, notice_of
from intake.desk.rooms import Rooms
from intake.desk.views.deleting import SiteLine
from intake.errors import InvalidInput
from intake.ids import scope_of
from intake.ledger import Deed
from intake.register import ListQuery, Row, Value, Where
from intake.register.spelling import folded, host_of, initials, is_initials

_TOLD = ("host", "name", "channel", "email", "report_url", "language")
_ASIDE = ("country", "phone", "checked_on", "remark")


class Sites:
    """What can be done with the directory of sites."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def list(self, text: str = "") -> tuple[SiteLine, ...]:
        """Return the sites whose name or host holds these words, or every site."""
        wanted = folded(text.strip())
        rows = self._rooms.register.find("site")
        found = [row for row in rows if not wanted or _holds(row, wanted)]
        return tuple(map(self._line, sorted(found, key=_name)))

    def add(self, said: Mapping[str, Value]) -> str:
        """Add a site; a host that is there already is that site.

        Raises:
            InvalidInput: no host can be read from what was typed.
        """
        host = host_in(str(said.get("host") or ""))
        if "." not in host:
            raise InvalidInput(what="host", why="not-a-host")
        site = site_id(host)
        told: dict[str, Value] = {"deleted": None, **said, "host": host}
        if not told.get("platform"):
            told["platform"] = directory_of(self._rooms).platform(host)
        self._say(Deed.ADD, site, told)
        return site

    def change(self, site: str, said: Mapping[str, Value]) -> None:
        """Change how a site is reached; its host stays, it names the record."""
        self._rooms.record("site", site)
        told = {name: value for name, value in said.items() if name != "host"}
        self._say(Deed.CHANGE, site, told)

    def retract(self, site: str) -> None:
        """Withdraw a site from the directory."""
        self._rooms.record("site", site)
        self._say(Deed.RETRACT, site, {"deleted": "mistake"})

    def of(self, host: str) -> SiteLine | None:
        """Return the site a host or address belongs to, or None."""
        row = directory_of(self._rooms).of(host_in(host))
        return self._line(row) if row else None

    def platform_of(self, url: str) -> str:
        """Return the kind of platform (게시 플랫폼) of an address; ``ETC`` when not known."""
        return directory_of(self._rooms).platform(host_in(url))

    def notice(self, language: str, kind: str = "EMAIL") -> str:
        """Return the words to ask with, by language and channel."""
        notice = notice_of(self._rooms, language, kind)
        return notice.body.replace("{addresses}", notice.enclosed)

    def languages(self) -> tuple[str, ...]:
        """Return the languages there are words to ask in."""
        return languages()

    def unlisted(self, case: str = "") -> tuple[tuple[str, int], ...]:
        """Return the hosts of postings that no site stands for yet, the commonest first."""
        directory = directory_of(self._rooms)
        equals = (("case", case),) if case else ()
        rows = self._rooms.register.first(
            ListQuery("posting", equals, order=("-found_on",)), _LOOKED_AT
        )
        hosts = Counter(host_of(str(row["url"] or "")) for row in rows)
        return tuple(
            (host, number)
            for host, number in hosts.most_common()
            if host and directory.of(host) is None
        )

    def _say(self, deed: Deed, site: str, said: Mapping[str, Value]) -> None:
        with self._rooms.saying(deed, scope_of("record", site)) as say:
            for name, value in said.items():
                say.set("site", site, name, value if value != "" else None)

    def _line(self, row: Row) -> SiteLine:
        told = {name: str(row[name] or "") for name in (*_TOLD, *_ASIDE)}
        return SiteLine(
            id=row.id,
            platform=str(row["platform"] or ""),
            platform_text=row.label("platform", self._rooms.language),
            postings=self._postings(told["host"]),
            channel_text=row.label("channel", self._rooms.language),
            **told,
        )

    def _postings(self, host: str) -> int:
        """Return how many postings lie at a host itself; parts of it are counted apart."""
        where = (Where("url_host", "=", host.removeprefix("www.")),)
        return self._rooms.register.count(ListQuery("posting", where=where))


_LOOKED_AT = 20_000


def _name(row: Row) -> str:
    return folded(str(row["name"] or row["host"] or ""))


def _holds(row: Row, wanted: str) -> bool:
    said: builtins.list[str] = [folded(str(row[n])) for n in ("name", "host") if row[n]]
    if is_initials(wanted):
        return wanted in initials(str(row["name"] or ""))
    return any(wanted in one for one in said)
