"""Make a pack at the central desk (묶음 만들기): files side by side become one signed file."""

import json
from pathlib import Path
from typing import Final

from intake.desk.packs_keeping import CODE_LISTS, CODES_ID, form_in, lists_in
from intake.desk.rooms import Rooms
from intake.errors import LibraryRefused, Malformed
from intake.forms import CARD, card_of
from intake.forms.reading import MOST_BYTES
from intake.trust.packs import NAMESPACE, SignedPack, make_pack, read_pack

PACK_END: Final = "ieum-pack"


def signed_pack(rooms: Rooms, kind: str, file: Path, data: bytes) -> SignedPack:
    """Return a file as a pack of this desk: signed anew, or as it is where it is signed already.

    Args:
        rooms: of the central desk.
        kind: forms | codes.
        file: a form's card, whose files lie beside it; a code list as plain JSON
            (``{"version": …, "lists": {…}}``); or a pack.
        data: its bytes.

    Raises:
        Malformed, Altered, TooNew, FormFaulty, NotFound: it is none that can be used.
        LibraryRefused: a pack that somebody else signed (why=pack-signature), or a file beside
            the card cannot be read (why=away).
    """
    if file.name.endswith(f".{PACK_END}"):
        pack = read_pack(data)
        rooms.exchange.trust.check_signature(NAMESPACE, pack.message, pack.signature)  # fmt: skip
    else:
        pack = _of_lists(rooms, data) if kind == CODE_LISTS else _of_form(rooms, file, data)  # fmt: skip
    if pack.kind != kind:
        raise Malformed(what="pack")
    if kind == CODE_LISTS:
        lists_in(pack)
    else:
        form_in(pack)
    return pack


def _of_form(rooms: Rooms, file: Path, data: bytes) -> SignedPack:
    if not file.name.endswith(CARD):
        raise LibraryRefused(why="pack-card")
    card = card_of(data, file)
    files = {file.name: data, **{name: _beside(file, name) for name, _, _ in card.files}}  # fmt: skip
    return _made(rooms, "forms", card.id, card.version, files)


def _of_lists(rooms: Rooms, data: bytes) -> SignedPack:
    try:
        told = json.loads(data)
        version, lists = str(told["version"]), told["lists"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Malformed(what="pack") from None
    spelled = json.dumps(lists, ensure_ascii=False, sort_keys=True).encode("utf-8")
    return _made(rooms, "codes", CODES_ID, version, {"codes.json": spelled})


def _made(rooms: Rooms, kind: str, name: str, version: str, files: dict[str, bytes]) -> SignedPack:  # fmt: skip
    return make_pack(kind, name, version, rooms.clock.wall(), files, rooms.exchange.trust.sign)  # fmt: skip


def _beside(card: Path, name: str) -> bytes:
    try:
        with (card.parent / name).open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError:
        raise LibraryRefused(why="away") from None
    if len(data) > MOST_BYTES:
        raise LibraryRefused(why="too-large")
    return data
