"""Updates of this program (업데이트): from the mailbox or a stick, run from the next start on.

* The central desk's library says which versions there are; the release key says what they are.
* Nothing is changed under the program that runs. The next start runs the new version, the former
  one is kept, and a version that does not start is left by itself.
* IT's policy decides whether a version runs by itself, is laid ready for IT, or nothing is done.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.desk import library_keeping as keeping
from intake.desk import updates_program
from intake.desk.library_rounds import LibraryRounds, WatchedPapers
from intake.desk.place_opening import papers_at
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.updates_program import Program, command_for
from intake.desk.updates_rounds import Offer, UpdateRounds, own_build
from intake.desk.views.updates import UpdateLine, UpdateState
from intake.errors import ReadOnlyPlace, UpdateRefused
from intake.mailbox import FolderMailbox
from intake.progress import Progress
from intake.release import applying, choosing, staged
from intake.release.staged import last_step, read_notes, read_version
from intake.vault.migrate import steps

if TYPE_CHECKING:
    from intake.trust.library import Papers

_NOTHING_NEW: Final = ("older", "expired", "none")
_TO_DO: Final = ("available", "ready", "package", "left", "off")


class Updates:
    """What can be done about this program's versions."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms
        self._rounds, self._looks = UpdateRounds(rooms), LibraryRounds(rooms)

    # --- how it stands -------------------------------------------------------------------

    def state(self) -> UpdateState:
        """Return whether this is the newest version, and what the next start runs."""
        now, policy = updates_program.program(), self._rounds.policy()
        if now is None:
            return self._said("source", policy, "", "")
        running, base = now.running.version, now.base.version
        state, version = self._standing(now)
        trouble, remedy = self._rounds.trouble()
        file, command = self._package(now) if state == "package" else ("", "")
        return self._said(
            state,
            policy,
            running,
            base,
            version=version,
            former=now.former(),
            file=file,
            command=command,
            sha256=self._rounds.package_sha256() if file else "",
            trouble=trouble,
            trouble_remedy=remedy,
        )

    def listing(self) -> tuple[UpdateLine, ...]:
        """Return every version that is here or in the library, the newest first."""
        now = updates_program.program()
        if now is None:
            return ()
        known = {version: ("left" if version in read_notes(now.home).left else "kept") for version in staged.versions(now.home)}  # fmt: skip
        offers = {build.version: (target.made_ms, target.size) for target, build in reversed(self._rounds.offers(now))}  # fmt: skip
        every = {**dict.fromkeys(offers, "there"), now.base.version: "kept", **known}
        if laid := now.package():
            every[laid[1].version] = "package"
        if waiting := self._waiting(now):
            every[waiting] = "waiting"
        every[now.running.version] = "running"
        listed = sorted(every, key=read_version, reverse=True)
        return tuple(self._line(now, one, every[one], *offers.get(one, (0, 0))) for one in listed)  # fmt: skip

    # --- what a person does --------------------------------------------------------------

    def fetch(self, place: str, progress: Progress) -> UpdateState:
        """Look at a place, and get the newest version there ready.

        Raises:
            UpdateRefused: there is none that is newer, or none that may be used here (why).
            Untrusted: something else lies there than what was published; nothing of it is used.
            Unreachable, NoRoom, ReadOnlyPlace: nothing changed.
        """
        if keeping.publishes(self._rooms):
            return self.use_own(progress)
        self._check_source(place)
        with papers_at(self._rooms, place) as papers:
            watched = WatchedPapers(papers, progress)
            news = self._looks.look(place, watched)
            return self._newest(watched, news.said, progress)

    def from_stick(self, folder: Path, progress: Progress) -> UpdateState:
        """Look at a stick or folder that somebody brought, and get the newest version ready.

        Raises:
            UpdateRefused, Untrusted, Unreachable, NoRoom, ReadOnlyPlace: as ``fetch``.
            PolicyForbids: it lies on a drive that IT does not allow.
        """
        if keeping.publishes(self._rooms):
            return self.use_own(progress)
        self._check_source("")
        check_drive(self._rooms.policy, Path(folder))
        papers = WatchedPapers(FolderMailbox(Path(folder)), progress)
        news = self._looks.look_once(papers)
        return self._newest(papers, news.said, progress)

    def use_own(self, progress: Progress) -> UpdateState:
        """Get the newest version ready that this desk publishes itself.

        Raises:
            UpdateRefused, LibraryRefused: there is none (why).
        """
        now = self._program()
        offer = self._offer(now)
        self._rounds.check(now, offer)
        self._rounds.lay(now, offer, own_build(self._rooms, offer[0]), progress)
        return self.state()

    def drop(self) -> UpdateState:
        """Take away what was got ready and does not run yet.

        Raises:
            UpdateRefused: nothing is (why=nothing).
        """
        now = self._program()
        ready = [one for one in now.newer() if one not in read_notes(now.home).left]
        if not ready and now.package() is None:
            raise UpdateRefused(why="nothing")
        for version in ready:
            applying.drop(now.home, version)
        applying.drop_packages(now.home)
        self._rooms.touched.add("updates")
        return self.state()

    def go_back(self) -> UpdateState:
        """Run the former version from the next start on.

        Raises:
            UpdateRefused: this is the installed one, or the former one could not open the records
                any more (why=no-former, records).
        """
        now = self._program()
        former = now.former()
        if not former:
            raise UpdateRefused(why="no-former")
        if 0 < last_step(now.tree(former)) < steps()[-1][0]:
            raise UpdateRefused(why="records", version=former)
        self._noted(now, now.running.version, again=False)
        return self.state()

    def try_again(self, version: str) -> UpdateState:
        """Let a version that was left run at the next start once more.

        Raises:
            UpdateRefused: it was not left (why=nothing).
        """
        now = self._program()
        if version not in read_notes(now.home).left:
            raise UpdateRefused(why="nothing")
        self._noted(now, version, again=True)
        return self.state()

    # --- within --------------------------------------------------------------------------

    def _program(self) -> Program:
        now = updates_program.program()
        if now is None:
            raise UpdateRefused(why="source")
        if self._rounds.policy() == "off":
            raise UpdateRefused(why="off")
        return now

    def _check_source(self, place: str) -> None:
        if not self._rounds.may_come_from(place):
            raise UpdateRefused(why="source-place")

    def _newest(self, papers: "Papers", said: str, progress: Progress) -> UpdateState:
        """Get the newest version ready that a place names, which was just looked at."""
        if said in _NOTHING_NEW:
            raise UpdateRefused(why=f"place-{said}")
        now = self._program()
        offer = self._offer(now)
        if not self._rounds.is_here(now, *offer):
            self._rounds.fetch(now, offer, papers, progress)
        return self.state()

    def _offer(self, now: Program) -> Offer:
        """Return the newest version, in the form that is used here.

        Raises:
            UpdateRefused: there is none, or none that is newer (why).
        """
        offers = self._rounds.offers(now)
        version = offers[0][1].version if offers else ""
        if not offers:
            raise UpdateRefused(why="none")
        if read_version(version) <= read_version(now.running.version):
            why = "same" if version == now.running.version else "older"
            raise UpdateRefused(why=why, version=version, now=now.running.version)
        found = self._rounds.best(now, version, self._rounds.forms(now))
        if found is None:
            raise UpdateRefused(why="form", version=version)
        return found

    def _noted(self, now: Program, version: str, *, again: bool) -> None:
        note = choosing.try_again if again else choosing.leave
        try:
            note(now.home, version)
        except OSError:
            raise ReadOnlyPlace(place="program") from None
        self._rooms.touched.add("updates")

    def _standing(self, now: Program) -> tuple[str, str]:
        """Return how this program stands, and the version that this is about."""
        if self._rounds.policy() == "off":
            return "off", ""
        if waiting := self._waiting(now):
            return "ready", waiting
        if laid := now.package():
            return "package", laid[1].version
        newest = max(self._rounds.offers(now), key=_version_of, default=None)
        if newest and _version_of(newest) > read_version(now.running.version):
            left = read_notes(now.home).left
            return ("left" if newest[1].version in left else "available"), newest[1].version  # fmt: skip
        left_here = [one for one in now.newer() if one in read_notes(now.home).left]
        return ("left", left_here[0]) if left_here else ("current", "")

    def _waiting(self, now: Program) -> str:
        return now.waiting() if self._rounds.policy() == "next-start" else ""

    def _package(self, now: Program) -> tuple[str, str]:
        laid = now.package()
        if laid is None:
            return "", ""
        file, build = laid
        return str(file), command_for(file, build.form, self._rounds.package_sha256())

    def _said(self, state: str, policy: str, running: str, base: str, **more: str) -> UpdateState:  # fmt: skip
        texts, version = self._rooms.texts, more.get("version", "")
        told = "back" if state == "left" and self._went_back(version) else state
        label = texts(f"update-state-{told}", version=version, running=running)
        remedy = texts(f"update-next-{told}") if state in _TO_DO else ""
        return UpdateState(state, label, remedy, running, base, policy, texts(f"update-policy-{policy}"), **more)  # fmt: skip

    def _went_back(self, version: str) -> bool:
        now = updates_program.program()
        return now is not None and read_notes(now.home).left.get(version) == "person"

    def _line(self, now: Program, version: str, state: str, made_ms: int, size: int) -> UpdateLine:  # fmt: skip
        texts, left = self._rooms.texts, read_notes(now.home).left.get(version, "")
        if state == "there" and read_version(version) < read_version(now.running.version):  # fmt: skip
            state = "older"
        label = texts(f"update-left-{left}") if state == "left" and left else texts(f"update-line-{state}")  # fmt: skip
        return UpdateLine(version, state, label, made_ms, size)


def _version_of(offer: Offer) -> tuple[int, int, int]:
    return read_version(offer[1].version)
