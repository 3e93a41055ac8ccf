"""Where postings lie and how an operator is reached (플랫폼 대장)."""

from collections.abc import Mapping

from intake.desk.rooms import Rooms
from intake.desk.views.deleting import SiteLine
from intake.register import Value


class Sites:
    """What can be done with the directory of sites."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def list(self, text: str = "") -> tuple[SiteLine, ...]:
        """Return the sites whose name or host holds these words, or every site."""
        raise NotImplementedError

    def add(self, said: Mapping[str, Value]) -> str:
        """Add a site; a host that is there already is that site."""
        raise NotImplementedError

    def change(self, site: str, said: Mapping[str, Value]) -> None:
        """Change how a site is reached."""
        raise NotImplementedError

    def retract(self, site: str) -> None:
        """Withdraw a site from the directory; its postings stay."""
        raise NotImplementedError

    def of(self, host: str) -> SiteLine | None:
        """Return the site a host belongs to, or None."""
        raise NotImplementedError

    def platform_of(self, url: str) -> str:
        """Return the platform kind (게시 플랫폼) of an address; ``ETC`` when not known."""
        raise NotImplementedError

    def notice(self, language: str, kind: str = "EMAIL") -> str:
        """Return the notice text for a channel in a language."""
        raise NotImplementedError
