"""Updates come by themselves (업데이트 받기): fetched, proven and laid down in a round, last of all.

* Only where IT's policy says so: with ``next-start`` a tree that the next start runs, with
  ``ask-it`` a package that IT installs. Nothing is fetched twice.
* What comes is what the central desk's library names, in the edition that is known here: an older
  place, an older version and a library past its end bring nothing.
* What goes wrong is remembered and shown where updates are shown. It stops no round, no work.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from intake import errors
from intake.desk import library_keeping as keeping
from intake.desk import updates_program
from intake.desk.library_rounds import WatchedPapers
from intake.desk.place_keeping import place_of
from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import Trouble
from intake.desk.updates_program import Program
from intake.errors import (
    Cancelled,
    IntakeError,
    LibraryRefused,
    Locked,
    Unreachable,
    UpdateRefused,
)
from intake.mailbox import Mailbox
from intake.progress import Progress
from intake.release import applying
from intake.release.choosing import proof_by
from intake.release.staged import (
    Build,
    Form,
    last_step,
    read_build,
    read_notes,
    read_version,
)
from intake.vault.migrate import steps
from intake.vault.vault import FILE

if TYPE_CHECKING:
    from intake.trust.library import Papers, Target

_TROUBLE: Final = "updates/trouble"
_PACKAGE: Final = "updates/package"  # SHA-256 of the package that waits
_UNPACKED: Final = 4  # times as large as its archive, at the most
FORMS: Final[Mapping[str, tuple[Form, ...]]] = {
    "next-start": ("tree", "deb", "msi"),
    "ask-it": ("deb", "msi"),
    "off": (),
}
_FRESH: Final = ("new", "same", "laid")
Offer: TypeAlias = "tuple[Target, Build]"


class UpdateRounds:
    """The updates of one workspace's program."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- what there is -------------------------------------------------------------------

    def policy(self) -> str:
        """Return what IT decided: next-start, ask-it or off."""
        return self._rooms.policy.updates

    def forms(self, now: Program) -> tuple[Form, ...]:
        """Return in which forms this laptop uses a version, the best first.

        On Windows nothing is run that no administrator installed: publisher rules would stop it.
        """
        every = FORMS[self.policy()]
        return every if now.system.startswith("linux") else tuple(one for one in every if one != "tree")  # fmt: skip

    def offers(self, now: Program) -> tuple[Offer, ...]:
        """Return every build for this system in the library as it is known, the newest first."""
        from intake.trust.library import APPS, listed  # noqa: PLC0415 - half a second to load

        rooms = self._rooms
        kept = keeping.kept(rooms) if keeping.fresh(rooms).edition else None
        every = ((one, read_build(one.name)) for one in (listed(kept) if kept else ()) if one.kind == APPS)  # fmt: skip
        ours = [(one, build) for one, build in every if build and build.system == now.system]  # fmt: skip
        return tuple(sorted(ours, key=lambda offer: read_version(offer[1].version), reverse=True))  # fmt: skip

    def wanted(self, now: Program) -> "Offer | None":
        """Return what a round would fetch: the newest that is newer than all that is here."""
        forms = self.forms(now)
        for _, build in self.offers(now):
            if read_version(build.version) <= read_version(now.running.version):
                return None
            if build.form in forms:
                best = self.best(now, build.version, forms)
                return best if best and not self.is_here(now, *best) else None
        return None

    def best(
        self, now: Program, version: str, forms: tuple[Form, ...]
    ) -> "Offer | None":
        """Return a version in the form that this laptop uses best."""
        here = [one for one in self.offers(now) if one[1].version == version]
        return next((one for form in forms for one in here if one[1].form == form), None)  # fmt: skip

    def is_here(self, now: Program, target: "Target", build: Build) -> bool:
        """Whether a build is laid ready here already."""
        if build.form == "tree":
            notes = read_notes(now.home)
            altered = notes.left.get(build.version) == "altered"
            return build.version in now.newer() and not altered
        laid = now.package()
        return laid is not None and laid[0].name == target.name and self.package_sha256() == target.sha256  # fmt: skip

    def may_come_from(self, place: str) -> bool:
        """Whether IT lets updates come from a place; an empty one is a stick that was brought."""
        only = self._rooms.policy.update_source
        return not only or (bool(place) and place_of(self._rooms, place).name == only)

    # --- fetching ------------------------------------------------------------------------

    def go_round(self, place: str, mailbox: Mailbox, progress: Progress) -> None:
        """Fetch what is wanted from a place in a round; what is wrong is only remembered."""
        now = updates_program.program()
        if now is None or self.policy() == "off" or not self.may_come_from(place):
            return
        looked = keeping.looks(self._rooms).get(place, keeping.Look()).said
        try:
            self._tidy(now)
            if looked not in _FRESH:  # an older stick has not got what is known here
                return
            offer = self.wanted(now)
            if offer is None:
                return
            self.fetch(now, offer, WatchedPapers(cast("Papers", mailbox), progress), progress)  # fmt: skip
        except (Locked, Cancelled):
            raise
        except IntakeError as error:
            if not isinstance(error, Unreachable) or not _is_of_place(error):
                self.note(error)

    def _tidy(self, now: Program) -> None:
        applying.tidy(now.home, now.running.version, now.base.version)
        if now.package() is None:  # installed since
            applying.drop_packages(now.home)

    def fetch(self, now: Program, offer: Offer, papers: "Papers", progress: Progress) -> None:  # fmt: skip
        """Fetch a build, prove it, and lay it down.

        Raises:
            UpdateRefused: it is no newer, or cannot be used here (why).
            Untrusted: other bytes lie there, or the release key did not sign them.
            NoRoom, ReadOnlyPlace, Unreachable: nothing is left of it.
        """
        from intake.trust.library import fetched  # noqa: PLC0415 - see above

        self.check(now, offer)
        self.lay(now, offer, fetched(papers, offer[0]), progress)

    def check(self, now: Program, offer: Offer) -> None:
        """Refuse, before anything is fetched, what cannot be used here."""
        target, build = offer
        if read_version(build.version) <= read_version(now.running.version):
            raise UpdateRefused(why="older", version=build.version, now=now.running.version)  # fmt: skip
        state = keeping.fresh(self._rooms)
        if state.until_ms < self._rooms.clock.wall():
            raise UpdateRefused(why="expired", version=build.version)
        if build.form == "tree" and _is_noexec(now.home):
            raise UpdateRefused(why="noexec", version=build.version)
        times = _UNPACKED if build.form == "tree" else 1
        applying.check_room(now.home, target.size * times)

    def lay(self, now: Program, offer: Offer, data: bytes, progress: Progress) -> None:
        """Lay down what was fetched; the trouble of earlier tries is forgotten."""
        target, build = offer
        if build.form == "tree":
            self._lay_tree(now, build, data, progress)
        else:
            applying.lay_package(now.home, target.name, data)
            self._rooms.vault.keep_fact(_PACKAGE, target.sha256)
        self.note(None)
        self._rooms.touched.add("updates")

    def _lay_tree(self, now: Program, build: Build, data: bytes, progress: Progress) -> None:  # fmt: skip
        proven = proof_by(now.base.prefix)

        def prove(tree: Path) -> None:
            proven(tree, build.version)
            if (
                last_step(tree) > steps()[-1][0]
            ):  # it will copy the records before it changes them
                applying.check_room(now.home, self._records_size())

        applying.lay_tree(now.home, build, data, prove, progress)

    def _records_size(self) -> int:
        folder = self._rooms.vault.folder
        files = (folder / FILE, folder / f"{FILE}-wal")
        return sum(one.stat().st_size for one in files if one.exists())

    # --- what is remembered --------------------------------------------------------------

    def note(self, error: IntakeError | None) -> None:
        """Remember what went wrong, or that nothing did."""
        told = json.dumps(asdict(Trouble.of(error) if error else Trouble()))
        if told != (self._rooms.vault.fact(_TROUBLE) or json.dumps(asdict(Trouble()))):
            self._rooms.vault.keep_fact(_TROUBLE, told)
            self._rooms.touched.add("updates")

    def trouble(self) -> tuple[str, str]:
        """Return what went wrong when an update was last fetched, and what to do."""
        told = Trouble(**json.loads(self._rooms.vault.fact(_TROUBLE) or "{}"))
        kind = getattr(errors, told.kind, IntakeError) if told.kind else IntakeError
        if issubclass(kind, errors.Untrusted):  # its own words speak of bundles
            texts = self._rooms.texts
            return texts("update-untrusted"), texts("update-untrusted-next")
        return told.said(self._rooms)

    def package_sha256(self) -> str:
        """Return which bytes the package that waits for IT has."""
        return self._rooms.vault.fact(_PACKAGE) or ""


def own_build(rooms: Rooms, target: "Target") -> bytes:
    """Return a build that this desk publishes itself.

    Raises:
        LibraryRefused: it is not here (why=missing).
    """
    if not keeping.publishes(rooms):
        raise LibraryRefused(why="missing")
    return keeping.item_bytes(rooms, target.path)


def _is_of_place(error: IntakeError) -> bool:
    """Whether a round says it at its place already: away, or refusing."""
    return type(error).__name__.startswith("Mailbox")


def _is_noexec(home: Path) -> bool:
    """Whether nothing may be run from where updates lie."""
    if os.name == "nt":
        return False
    while not home.exists() and home != home.parent:
        home = home.parent
    return bool(os.statvfs(home).f_flag & os.ST_NOEXEC)
