"""Whose work this program is made of (사용권): the same files that the package lays down.

* An installed program has them in ``licences`` beside its code; a checkout among the resources.
* Only what is in the build of this system is listed; a checkout lists that of its own system.
* A text is asked for by the name that a line gives; no other file is ever read.
"""

import json
import sys
from pathlib import Path
from typing import Any, Final

from intake.desk.rooms import Rooms
from intake.desk.views.licences import LicenceLine, LicencesView
from intake.errors import NotFound
from intake.release.installed import installed
from intake.text import resource

_INDEX: Final = "index.json"
_BILL: Final = "sbom.cdx.json"
_FIRST: Final = ("program", "qt", "runtime", "package", "font", "pictures", "words", "library", "crate")  # fmt: skip
_BESIDE: Final = "../"


class Licences:
    """What can be read of licences; nothing here is about a case."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def view(self) -> LicencesView:
        """Return every line of this build, this program and Qt first."""
        place, build = _place(), installed()
        system = build.system.partition("-")[0] if build else _own_system()
        lines = [_line(row) for row in _rows(place) if system in row["systems"]]
        lines.sort(
            key=lambda one: (_FIRST.index(one.kind), one.name.lower(), one.inside)
        )
        bill = build.prefix / _BILL if build and (build.prefix / _BILL).is_file() else None  # fmt: skip
        return LicencesView(tuple(lines), place, bill)

    def text(self, name: str) -> str:
        """Return one licence text.

        Raises:
            NotFound: no line names it, or its file is gone.
        """
        place = _place()
        if not any(name in row["texts"] for row in _rows(place)):
            raise NotFound(what="licence")
        try:
            return _file(place, name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            raise NotFound(what="licence") from None


def _place() -> Path:
    build = installed()
    kept = build.prefix / "licences" if build else None
    return kept if kept and kept.is_dir() else resource("licences")


def _rows(place: Path) -> list[dict[str, Any]]:
    try:
        said = json.loads((place / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []  # a page without lines, and the rest of the program goes on
    return list(said["parts"])


def _line(row: dict[str, Any]) -> LicenceLine:
    kind = row["kind"] if row["kind"] in _FIRST else "library"
    return LicenceLine(row["name"], row["version"], row["licence"], kind, row["of"], row["home"], tuple(row["texts"]))  # fmt: skip


def _file(place: Path, name: str) -> Path:
    """Return where a text lies; one that stands beside a typeface was laid into ``beside``."""
    if not name.startswith(_BESIDE):
        return place / name
    kept = place / "beside" / name.removeprefix(_BESIDE).replace("/", "-")
    return kept if kept.is_file() else place / name


def _own_system() -> str:
    return "windows" if sys.platform == "win32" else "linux"
