"""Form packs and code lists (양식·코드표 설치): looked at, installed, gone back from.

* A pack comes from the library, where it is proven already, or as a file on a stick: then an
  enrolled central desk must have signed it.
* Before it is installed it is reported what it changes. What was begun goes on as it began: drafts
  and half-done interviews keep their version, and records stay readable in the codes they speak.
* An older version is not installed over a newer one. Going back to one that is here is a deed of
  its own; nothing that was installed is ever thrown away.
"""

from collections import Counter
from pathlib import Path
from typing import Final

from intake.consent.roles import Act
from intake.desk import library_keeping
from intake.desk import packs_keeping as keeping
from intake.desk.lines import names_of_centers
from intake.desk.packs_comparing import report_lines
from intake.desk.packs_keeping import CODE_LISTS, CODES_ID, FORMS, Installed
from intake.desk.rooms import Rooms
from intake.desk.shelf import forms_of
from intake.desk.views.library import CodeLine, PackLine, PackReport
from intake.errors import (
    BadSignature,
    CertificateRefused,
    LibraryRefused,
    NotFound,
    UnknownDevice,
)
from intake.exchange.authority import Authority
from intake.forms import PackCard, version_order
from intake.progress import Silent
from intake.register import CODES
from intake.register.codes import OPEN
from intake.trust import Signer
from intake.trust.packs import MAX_PACK, NAMESPACE, SignedPack, read_pack

_LIBRARY, _STICK, _PROGRAM = "library", "stick", "program"
_OPEN_STATES: Final = ("OPEN", "PAUSED")


class Packs:
    """What can be done about forms and code lists."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def listing(self) -> tuple[PackLine, ...]:
        """Return every version of every form and of the code lists that is here."""
        rooms, forms = self._rooms, forms_of(self._rooms)
        rows = rooms.register.find("interview", state=_OPEN_STATES)
        waiting = Counter((str(row["form"]), str(row["form_version"])) for row in rows)
        lines = []
        for now in forms.newest():
            for card in reversed(forms.versions_of(now.id)):
                count = waiting[card.id, card.version]
                lines.append(self._form_line(card, card.version == now.version, count))
        return (*lines, *self._code_lines())

    def codes(self) -> dict[str, tuple[CodeLine, ...]]:
        """Return the lists that a code list may change, as they are here now."""
        return {name: tuple(CodeLine(one.code, one.ko, one.en, not one.gone) for one in CODES.lists[name]) for name in OPEN}  # fmt: skip

    # --- before ------------------------------------------------------------------------

    def look(self, file: Path) -> PackReport:
        """Return what a file on a stick would change, if it were installed.

        Raises:
            LibraryRefused: no enrolled central desk signed it, or it cannot be read (why).
            Malformed, Altered, TooNew, FormFaulty: it is no pack that this version can use.
        """
        pack = self._from_stick(Path(file))
        return self._report(pack, pack[1])

    def look_at(self, path: str) -> PackReport:
        """Return what something of the library would change, if it were installed.

        Raises:
            LibraryRefused: it is not here (why=missing).
            Malformed, Altered, TooNew, FormFaulty: it is no pack that this version can use.
        """
        pack = self._from_library(path)
        return self._report(pack, pack[1])

    # --- installing --------------------------------------------------------------------

    def install(self, file: Path) -> PackLine:
        """Install a pack from a stick; whoever begins an interview from now on uses it.

        Raises:
            LibraryRefused: an older version, another under the same version, or nobody signed it.
            Malformed, Altered, TooNew, FormFaulty: it is no pack that this version can use.
        """
        return self._install(*self._from_stick(Path(file)), _STICK)

    def install_from(self, path: str) -> PackLine:
        """Install a pack of the library, as ``install``.

        Raises:
            LibraryRefused, Malformed, Altered, TooNew, FormFaulty: as ``install``.
        """
        line = self._install(*self._from_library(path), _LIBRARY)
        library_keeping.note_used(self._rooms, path)
        return line

    def use(self, kind: str, name: str, version: str) -> PackLine:
        """Go back, or forward, to a version that is here; what began goes on as it began.

        Args:
            kind: forms | codes.
            name: of the form; of the code lists always ``codes``.
            version: empty for the code lists that came with the program.

        Raises:
            NotFound: no such version is here.
        """
        found = [one for one in self.listing() if (one.kind, one.id, one.version) == (kind, name, version)]  # fmt: skip
        if not found:
            raise NotFound(entity="form" if kind == FORMS else "library-item")
        self._check_may()
        keeping.choose(self._rooms, kind, name, version, pinned=True)
        return self._in_use(kind, name)

    # --- within ------------------------------------------------------------------------

    def _check_may(self) -> None:
        self._rooms.sight.must(Act.CARE)

    def _install(self, pack: SignedPack, signer: str, source: str) -> PackLine:
        self._check_may()
        report = self._report((pack, signer), signer)
        if report.state in {"older", "other"}:
            raise LibraryRefused(why=f"pack-{report.state}", version=pack.version, now=report.version_now)  # fmt: skip
        keeping.keep(self._rooms, pack, source, signer)
        return self._in_use(pack.kind, pack.id)

    def _in_use(self, kind: str, name: str) -> PackLine:
        """Return what is used from now on; codes that were unknown are heard now."""
        rooms = self._rooms
        if kind == CODE_LISTS:
            keeping.use_codes(rooms.vault)
            rooms.touched.add(*rooms.ledger.catch_up(Authority(rooms.exchange).allows, Silent()))  # fmt: skip
        rooms.touched.add("interview", "packs")
        return next(one for one in self.listing() if one.used and (one.kind, one.id) == (kind, name))  # fmt: skip

    def _from_library(self, path: str) -> tuple[SignedPack, str]:
        pack = read_pack(library_keeping.item_bytes(self._rooms, path))
        trust = self._rooms.exchange.trust
        try:
            signer = self._signer(pack)
        except LibraryRefused:  # the library itself was proven
            return pack, next(iter(sorted(trust.central_codes())), "")
        return pack, signer.center

    def _from_stick(self, file: Path) -> tuple[SignedPack, str]:
        pack = read_pack(read_file(file))
        return pack, self._signer(pack).center

    def _signer(self, pack: SignedPack) -> Signer:
        trust = self._rooms.exchange.trust
        try:
            signer = trust.check_signature(NAMESPACE, pack.message, pack.signature)
            trust.check_valid(signer, pack.made)
        except (BadSignature, CertificateRefused):
            raise LibraryRefused(why="pack-signature") from None
        except UnknownDevice:
            raise LibraryRefused(why="pack-signer") from None
        if signer.center not in trust.central_codes():
            raise LibraryRefused(why="pack-signer")
        return signer

    def _report(self, found: tuple[SignedPack, str], signer: str) -> PackReport:
        pack, texts = found[0], self._rooms.texts
        lines = report_lines(self._rooms, pack)
        now = self._version_now(pack)
        state = self._state(pack, now)
        none = texts("packs-program" if pack.kind == CODE_LISTS else "packs-none")
        label = texts(f"packs-state-{state}", version=pack.version, now=now or none)
        name = names_of_centers(self._rooms)(signer) if signer else ""
        return PackReport(pack.kind, texts(f"library-kind-{pack.kind}"), pack.id, self._title(pack), pack.version, now, pack.made, name, state, label, lines)  # fmt: skip

    def _title(self, pack: SignedPack) -> str:
        if pack.kind == CODE_LISTS:
            return self._rooms.texts("library-kind-codes")
        return keeping.card_in(pack.data).title_in(self._rooms.language)

    def _version_now(self, pack: SignedPack) -> str:
        if pack.kind == FORMS:
            found = [card for card in forms_of(self._rooms).newest() if card.id == pack.id]  # fmt: skip
            return found[0].version if found else ""
        choice = keeping.in_vault(self._rooms.vault).choices.get((CODE_LISTS, CODES_ID))
        return choice.version if choice else ""

    def _state(self, pack: SignedPack, now: str) -> str:
        if pack.kind == CODE_LISTS and pack.id != CODES_ID:
            return "other"
        for one in keeping.in_vault(self._rooms.vault).every:
            if (one.kind, one.id, one.version) == (pack.kind, pack.id, pack.version):
                kept = read_pack(keeping.data_of(self._rooms.vault, one))
                return "same" if kept.files == pack.files else "other"
        if pack.kind == FORMS:
            for card in forms_of(self._rooms).versions_of(pack.id):
                if card.version == pack.version:
                    return "same" if card.files == keeping.card_in(pack.data).files else "other"  # fmt: skip
        return "older" if now and version_order(pack.version) < version_order(now) else "fits"  # fmt: skip

    # --- lines -----------------------------------------------------------------------------

    def _form_line(self, card: PackCard, used: bool, waiting: int) -> PackLine:
        title = card.title_in(self._rooms.language)
        here = self._installed(FORMS, card.id, card.version)
        source = here.source if here else _PROGRAM
        return PackLine(FORMS, card.id, title, card.version, used, source, self._label(here), waiting)  # fmt: skip

    def _code_lines(self) -> list[PackLine]:
        every = [one for one in keeping.in_vault(self._rooms.vault).every if one.kind == CODE_LISTS]  # fmt: skip
        every.sort(key=lambda one: version_order(one.version), reverse=True)
        choice = keeping.in_vault(self._rooms.vault).choices.get((CODE_LISTS, CODES_ID))
        now, title = choice.version if choice else "", self._rooms.texts("library-kind-codes")  # fmt: skip
        lines = [PackLine(CODE_LISTS, CODES_ID, title, one.version, one.version == now, one.source, self._label(one)) for one in every]  # fmt: skip
        return [*lines, PackLine(CODE_LISTS, CODES_ID, title, "", not now, _PROGRAM, self._label(None))]  # fmt: skip

    def _installed(self, kind: str, name: str, version: str) -> Installed | None:
        every = keeping.in_vault(self._rooms.vault).every
        return next((one for one in every if (one.kind, one.id, one.version) == (kind, name, version)), None)  # fmt: skip

    def _label(self, one: Installed | None) -> str:
        texts = self._rooms.texts
        if one is None:
            return texts("packs-from-program")
        who = names_of_centers(self._rooms)(one.signer) if one.signer else "-"
        return texts(f"packs-from-{one.source}", who=who, by=one.installed_by, at=texts.moment(one.installed_ms))  # fmt: skip


def read_file(file: Path) -> bytes:
    """Return the bytes of a pack's file.

    Raises:
        LibraryRefused: it cannot be opened, or is larger than a pack may be (why).
    """
    try:
        with file.open("rb") as source:
            data = source.read(MAX_PACK + 1)
    except OSError:
        raise LibraryRefused(why="away") from None
    if len(data) > MAX_PACK:
        raise LibraryRefused(why="too-large")
    return data
