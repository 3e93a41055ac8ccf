"""The packs that are here (묶음 보관): forms and code lists, in the vault, every version of each.

* A version that was installed once is never thrown away: interviews began with it, records speak
  in its codes. What changes is only which one is used from now on.
* What came with the program is always here too, and is what is used where nobody chose.
"""

import json
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from intake.desk.rooms import Rooms
from intake.errors import IntakeError, Malformed
from intake.forms import CARD, Form, PackCard, card_of, open_pack, version_order
from intake.register.codes import CODES, Code
from intake.trust.packs import SignedPack, read_pack
from intake.vault import Vault

FORMS, CODE_LISTS = "forms", "codes"
CODES_ID: Final = "codes"
_LISTS: Final = "codes.json"
_COLUMNS: Final = "kind, id, version, made_ms, source, signer, installed_ms, installed_by"  # fmt: skip
_MOST_CODES, _MOST_WORDS = 2_000, 200


@dataclass(frozen=True, slots=True)
class Installed:
    """One version of a pack that was installed here."""

    kind: str
    id: str
    version: str
    made_ms: int
    source: str  # library | stick
    signer: str  # code of the organisation
    installed_ms: int
    installed_by: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which version is used from now on, who chose it, and whether by going back."""

    version: str
    pinned: bool
    chosen_ms: int
    chosen_by: str


@dataclass(frozen=True)
class InVault:
    """The form packs of a vault, opened when they are needed and then at hand."""

    vault: Vault = field(repr=False)
    every: tuple[Installed, ...]
    choices: Mapping[tuple[str, str], Choice]

    @cached_property
    def cards(self) -> Mapping[tuple[str, str], PackCard]:
        """The cards of the forms by id and version."""
        found = {}
        for one in self.every:
            if one.kind == FORMS:
                found[one.id, one.version] = card_in(data_of(self.vault, one))
        return found

    def open(self, form: str, version: str) -> Form:
        """Return a compiled form."""
        one = next(one for one in self.every if (one.kind, one.id, one.version) == (FORMS, form, version))  # fmt: skip
        return _form(data_of(self.vault, one))


_here: weakref.WeakKeyDictionary[Vault, InVault] = weakref.WeakKeyDictionary()


def in_vault(vault: Vault) -> InVault:
    """Return the packs of this vault."""
    found = _here.get(vault)
    if found is None:
        with vault.reading() as db:
            rows = db.all(f"SELECT {_COLUMNS} FROM pack ORDER BY installed_ms")  # noqa: S608 - our own names
            chosen = db.all("SELECT kind, id, version, pinned, chosen_ms, chosen_by FROM pack_choice")  # fmt: skip
        every = tuple(Installed(*row) for row in rows)
        choices = {(row[0], row[1]): Choice(row[2], bool(row[3]), row[4], row[5]) for row in chosen}  # fmt: skip
        found = _here[vault] = InVault(vault, every, choices)
    return found


def data_of(vault: Vault, one: Installed) -> bytes:
    """Return the file of a pack as it was installed."""
    with vault.reading() as db:
        row = db.one("SELECT data FROM pack WHERE kind = ? AND id = ? AND version = ?", (one.kind, one.id, one.version))  # fmt: skip
    return bytes(row[0]) if row else b""


def keep(rooms: Rooms, pack: SignedPack, source: str, signer: str) -> None:
    """Keep a pack that was proven, and use it from now on."""
    now, who = rooms.clock.wall(), rooms.who.counselor
    with rooms.vault.writing() as db:
        row = (pack.kind, pack.id, pack.version, pack.made, source, signer, now, who, pack.data)  # fmt: skip
        db.execute(f"INSERT OR IGNORE INTO pack ({_COLUMNS}, data) VALUES (?,?,?,?,?,?,?,?,?)", row)  # noqa: S608  # fmt: skip
        choose(rooms, pack.kind, pack.id, pack.version, pinned=False)


def choose(rooms: Rooms, kind: str, name: str, version: str, *, pinned: bool) -> None:
    """Use a version that is here from now on."""
    row = (kind, name, version, int(pinned), rooms.clock.wall(), rooms.who.counselor)
    with rooms.vault.writing() as db:
        db.execute("INSERT OR REPLACE INTO pack_choice (kind, id, version, pinned, chosen_ms, chosen_by) VALUES (?,?,?,?,?,?)", row)  # fmt: skip
    _here.pop(rooms.vault, None)
    rooms.touched.add("packs", "library")


# --- forms ------------------------------------------------------------------------------------


def card_in(data: bytes) -> PackCard:
    """Return the card of a form pack.

    Raises:
        Malformed, Altered, TooNew: there is none that this version can use.
    """
    files = read_pack(data).files
    names = [name for name in files if name.endswith(CARD)]
    if len(names) != 1:
        raise Malformed(what="pack")
    return card_of(files[names[0]], Path(names[0]))


def form_in(pack: SignedPack) -> Form:
    """Return the compiled form of a pack, tried out.

    Raises:
        Malformed, Altered, TooNew, FormFaulty, NotFound: it is none that can be asked.
    """
    card = card_in(pack.data)
    if (card.id, card.version) != (pack.id, pack.version):
        raise Malformed(what="pack")
    return open_pack(card, pack.files)


@cache
def _form(data: bytes) -> Form:
    return form_in(read_pack(data))


# --- code lists ---------------------------------------------------------------------------------


def lists_in(pack: SignedPack) -> dict[str, tuple[Code, ...]]:
    """Return the lists of a code list pack, also those that may not be changed.

    Raises:
        Malformed: it is no code list.
    """
    try:
        told = json.loads(pack.files[_LISTS])
        lists = {str(name): tuple(map(_code, rows)) for name, rows in told.items()}
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        raise Malformed(what="pack") from None
    for codes in lists.values():
        if not codes or len({one.code for one in codes}) != len(codes) or len(codes) > _MOST_CODES:  # fmt: skip
            raise Malformed(what="pack")
    return lists


def _code(said: Mapping[str, Any]) -> Code:
    code, korean, english = said["code"], said["ko"], said["en"]
    for one, most in ((code, 40), (korean, _MOST_WORDS), (english, _MOST_WORDS)):
        if not isinstance(one, str) or not one.strip() or len(one) > most or not one.isprintable():  # fmt: skip
            raise ValueError
    if not (code.isascii() and code.replace("_", "").isalnum()):
        raise ValueError
    return Code(code, korean, english, proposed=bool(said.get("proposed", False)))


def use_codes(vault: Vault) -> None:
    """Offer the codes that are in use in this vault; every code that was ever here stays readable."""
    every = [one for one in in_vault(vault).every if one.kind == CODE_LISTS]
    choice = in_vault(vault).choices.get((CODE_LISTS, CODES_ID))
    lists: dict[str, dict[str, tuple[Code, ...]]] = {}
    for one in sorted(every, key=lambda each: version_order(each.version)):
        try:
            lists[one.version] = lists_in(read_pack(data_of(vault, one)))
        except IntakeError:  # pragma: no cover - it was read when it was installed
            continue
    now = lists.get(choice.version, {}) if choice else {}
    if lists or CODES.edition > 1:
        CODES.use(now, reversed(lists.values()))
