"""The sites of a center's directory, as they are looked up by host (플랫폼 대장).

* A site stands for its host and everything below it; the longest host that fits decides.
* Read once for one page of postings, never kept.
"""

from collections.abc import Iterable

from intake.desk.platforms import endings, kind_of
from intake.desk.rooms import Rooms
from intake.ids import natural_id
from intake.matching import Address, read_address
from intake.register import Row
from intake.register.spelling import host_of

OTHER = "ETC"


def site_id(host: str) -> str:
    """Return the id of the site of a host; the same on every laptop."""
    return natural_id("site", host)


def host_in(text: str) -> str:
    """Return the host that somebody typed, or that stands in an address."""
    read = read_address(text)
    return read.host if isinstance(read, Address) else host_of(text)


class Directory:
    """The sites that can be looked up now."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Know these sites."""
        self._by_host = {
            str(row["host"]).casefold(): row for row in rows if row["host"]
        }

    def of(self, host: str) -> Row | None:
        """Return the site a host belongs to."""
        return next(
            (self._by_host[one] for one in endings(host) if one in self._by_host), None
        )

    def platform(self, host: str) -> str:
        """Return the kind of platform of a host: as the center says, else as is known."""
        row = self.of(host)
        said = str(row["platform"] or "") if row else ""
        return said or kind_of(host) or OTHER


def directory_of(rooms: Rooms) -> Directory:
    """Return the directory as it stands."""
    return Directory(rooms.register.find("site"))
