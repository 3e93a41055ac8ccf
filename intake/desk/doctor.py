"""The doctor (점검): is this computer fit, is the program whole, are the records sound.

* ``examine`` needs no key and no workspace; it works on a computer where nothing else does.
* An open workspace adds what only it can tell: every page, the ledger, trust, the library.
* Ids and counts only. A check that falls over is a line of its own, and the others go on.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from intake.clock import DAY_MS, wall_ms
from intake.desk import doctor_computer as computer
from intake.desk.doctor_input import typing
from intake.desk.doctor_program import program
from intake.desk.doctor_report import report_file
from intake.desk.doctor_states import finding
from intake.desk.doctor_vault import (
    keyring,
    keyring_answers,
    policy,
    silent_code,
    vault,
)
from intake.desk.views import NamedBytes
from intake.desk.views.doctor import DoctorView, Finding
from intake.logbook import note
from intake.progress import Progress, Silent
from intake.text import texts_in
from intake.vault import DeviceKeyring, VaultLook, look_at_vault

if TYPE_CHECKING:
    from intake.desk.backups import Backups
    from intake.desk.library import LibraryNoun
    from intake.desk.rooms import Rooms

Check = Callable[[], "Finding | Iterable[Finding]"]


def examine(
    folder: Path,
    progress: Progress | None = None,
    *,
    own_keyring: DeviceKeyring | None = None,
) -> DoctorView:
    """Look at everything that can be seen without opening; this always answers."""
    progress = progress or Silent()
    look = look_at_vault(folder)
    checks = _outside(folder, look, progress, own_keyring)
    found: list[Finding] = []
    for done, (name, check) in enumerate(checks):
        progress.step(done, len(checks), "progress-doctor")
        found += _checked(name, check)
    return _told(found)


def glance(folder: Path) -> tuple[Finding, ...]:
    """Return what should be told before anybody types: quick, and only what is wrong."""
    look = look_at_vault(folder)
    checks: tuple[tuple[str, Check], ...] = (
        ("home", lambda: computer.home(folder)),
        ("disk", lambda: computer.disk(folder)),
        ("clock", lambda: computer.clock(look)),
        ("keyring", lambda: _keyring_at_once(look)),
        ("input", typing),
        ("vault", lambda: vault(look)),
    )
    found = [one for name, check in checks for one in _checked(name, check)]
    return tuple(one for one in found if one.state == "broken")


class Health:
    """What an open workspace can say of itself."""

    def __init__(
        self, rooms: "Rooms", library: "LibraryNoun", backups: "Backups"
    ) -> None:
        """Work in these rooms."""
        self._rooms, self._library, self._backups = rooms, library, backups

    def look(self, progress: Progress) -> DoctorView:
        """Look at this computer, this program and every page of the records."""
        rooms = self._rooms
        outside = examine(rooms.vault.folder, progress, own_keyring=rooms.keyring)
        inside: list[Finding] = []
        for name, check in self._inside(progress):
            inside += _checked(name, check)
        return _told([*outside.findings, *inside])

    def report(self, progress: Progress, language: str = "") -> NamedBytes:
        """Return the same as a text file that can be read before it is given to anybody."""
        words = texts_in(language or self._rooms.language)
        return report_file(self.look(progress), words)

    def first_aid(self, language: str = "") -> NamedBytes:
        """Return the first-aid sheet (비상 안내문) as a PDF."""
        return first_aid(language or self._rooms.language)

    def _inside(self, progress: Progress) -> tuple[tuple[str, Check], ...]:
        return (
            ("pages", lambda: self._pages(progress)),
            ("ledger", lambda: self._ledger(progress)),
            ("keys", self._keys),
            ("trust", self._trust),
            ("library", self._library_age),
            ("backup", self._backup),
            ("stamps", self._stamps),
        )

    def _pages(self, progress: Progress) -> Finding:
        found = self._rooms.vault.verify(progress)
        code = "fine" if found.sound else "damaged"
        return finding("pages", code, pages=len(found.pages), size=found.size)

    def _ledger(self, progress: Progress) -> Finding:
        ledger = self._rooms.ledger
        problems, parked = len(ledger.verify(progress).problems), ledger.parked_count()
        code = "problems" if problems else "parked" if parked else "fine"
        return finding("ledger", code, problems=problems, parked=parked)

    def _keys(self) -> Iterator[Finding]:
        if "notice-key-file-altered" in self._rooms.vault.notices:
            yield finding("keys", "altered")

    def _trust(self) -> Finding:
        trust = self._rooms.exchange.trust
        facts = {"parties": len(trust.parties())}
        if not trust.is_own_enrolled:
            return finding("trust", "waiting", **facts)
        if trust.is_revoked:
            return finding("trust", "revoked", **facts)
        return finding("trust", "ending" if trust.is_ending else "fine", **facts)

    def _library_age(self) -> Finding:
        state = self._library.state()
        days = max(0, wall_ms() - state.signed_ms) // DAY_MS if state.signed_ms else 0
        return finding("library", state.state, edition=state.edition, days=days)

    def _backup(self) -> Finding:
        late = any(one.startswith("notice-backup-") for one in self._backups.notices())
        return finding("backup", "late" if late else "fine")

    def _stamps(self) -> Finding:
        ahead = self._rooms.clock.ahead_ms
        code = "ahead" if ahead > DAY_MS else "fine"
        return finding("stamps", code, days=max(0, ahead) // DAY_MS)


def told(view: DoctorView, language: str) -> NamedBytes:
    """Return what was shown as a text file, to be read before it is given to anybody."""
    return report_file(view, texts_in(language))


def first_aid(language: str) -> NamedBytes:
    """Return the first-aid sheet (비상 안내문) as a PDF; no workspace is needed."""
    from intake.documents.first_aid import draw_first_aid  # noqa: PLC0415 - slow to load

    name = texts_in(language)("paper-first-aid-file")
    return NamedBytes(name, draw_first_aid(language))


def _outside(
    folder: Path, look: VaultLook, progress: Progress, own: DeviceKeyring | None
) -> tuple[tuple[str, Check], ...]:
    return (
        ("system", computer.system),
        ("program", lambda: program(progress)),
        ("policy", policy),
        ("clock", lambda: computer.clock(look)),
        ("home", lambda: computer.home(folder)),
        ("disk", lambda: computer.disk(folder)),
        ("rights", lambda: computer.rights(folder)),
        ("place", lambda: computer.place(folder)),
        ("keyring", lambda: keyring(look, own)),
        ("input", typing),
        ("vault", lambda: vault(look)),
        ("log", computer.log),
    )


def _keyring_at_once(look: VaultLook) -> Iterator[Finding]:
    if look.second_factor != "file" and not keyring_answers():
        yield finding("keyring", silent_code(look))


def _checked(name: str, check: Check) -> tuple[Finding, ...]:
    try:
        found = check()
        return (found,) if isinstance(found, Finding) else tuple(found)
    except Exception as error:  # noqa: BLE001 - whatever breaks, the doctor goes on
        kind = type(error).__name__
        return (finding("check", "failed", which=name, kind=kind),)


def _told(found: Iterable[Finding]) -> DoctorView:
    view = DoctorView(wall_ms(), tuple(found))
    counts = {name: view.count(name) for name in ("ok", "note", "broken")}
    note("doctor", **counts)
    return view
