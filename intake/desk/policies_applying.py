"""What IT presets is taken in on opening: mailboxes, and the central desk's card.

* A mailbox of the policy has an id that follows from its name, so it is the same one every time;
  its account and what was believed of its server stay as long as it lies where it lay.
* One that IT took out of a policy that counts is forgotten; a policy that is not believed, or has
  a slip in its mailboxes, takes nothing away.
* The card is believed where its CA has the fingerprint that the policy names: IT compared it.
* Nothing here keeps a workspace from opening.
"""

import contextlib
import json
import uuid
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from intake.crypto import fingerprint
from intake.desk.place_keeping import (
    Account,
    Place,
    drop_place,
    keep_account,
    keep_place,
    places,
)
from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import forget_place
from intake.errors import IntakeError
from intake.exchange.receive import let_in
from intake.policy import Mailbox, Policy
from intake.progress import Silent
from intake.trust import Card, read_card

_FACT: Final = "policy/places"
_NAMES: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://ieum.example/policy/mailbox")
_MOST_CARD: Final = 256 * 1024


def place_id(name: str) -> str:
    """Return the id of the place that a mailbox of the policy becomes."""
    return str(uuid.uuid5(_NAMES, name))


def is_preset(rooms: Rooms, place: str) -> bool:
    """Whether IT presets this place: nobody changes it here.

    It stays IT's where the policy does not count any more: a slip would give it away.
    """
    now = {place_id(one.name) for one in rooms.policy.mailboxes}
    return place in now or place in _former(rooms)


def take_in(rooms: Rooms) -> None:
    """Take in what the policy presets; what cannot be done now waits for the next opening."""
    with contextlib.suppress(IntakeError, OSError):
        _take_places(rooms)
    with contextlib.suppress(IntakeError, OSError):
        _take_card(rooms)


def central_state(rooms: Rooms) -> str:
    """Return what became of the card: "" (none named), known, waiting, away, odd or other."""
    policy = rooms.policy
    if not (policy.central_card and rooms.who.role == "center"):
        return ""
    try:
        card = _meant(policy, _data(policy))
    except OSError:
        return "away"
    except IntakeError:
        return "odd"
    if card is None:
        return "other"
    return "known" if _is_known(rooms, card) else "waiting"


# --- mailboxes -----------------------------------------------------------------------


def _take_places(rooms: Rooms) -> None:
    wanted = {place_id(one.name): one for one in rooms.policy.mailboxes}
    former = _former(rooms)
    if not wanted and not former:
        return
    for place, box in wanted.items():
        _take_place(rooms, place, box)
    origin = rooms.policy.origin
    slipped = any(fault.name.startswith("mailbox") for fault in origin.faults)
    stays = former if slipped or not origin.believed else []
    kept = list(dict.fromkeys((*stays, *wanted)))
    for place in set(former) - set(kept):
        _forget(rooms, place)
    if kept != former:
        rooms.vault.keep_fact(_FACT, json.dumps(kept))


def _former(rooms: Rooms) -> list[str]:
    """Return the places that a policy gave, and that none took back."""
    return [str(one) for one in json.loads(rooms.vault.fact(_FACT) or "[]")]


def _take_place(rooms: Rooms, place: str, box: Mailbox) -> None:
    before = places(rooms).get(place)
    after = replace(before or Place(place, "", "", ""), **asdict(box))
    if before is not None and _where(before) != _where(after):
        after = replace(after, pin="", tried_ms=0)
        keep_account(rooms, place, Account())  # first: another server never hears it
        forget_place(rooms, place)
    if after != before:
        keep_place(rooms, after)


def _where(place: Place) -> tuple[str, str, str]:
    return place.kind, place.address, place.folder


def _forget(rooms: Rooms, place: str) -> None:
    with contextlib.suppress(IntakeError):  # gone by hand, or the keyring sleeps
        drop_place(rooms, place)
    forget_place(rooms, place)


# --- the central desk ------------------------------------------------------------------


def _take_card(rooms: Rooms) -> None:
    trust, policy = rooms.exchange.trust, rooms.policy
    if not policy.central_card or rooms.who.role != "center" or not trust.is_own_enrolled:  # fmt: skip
        return
    data = _data(policy)  # read once: what was compared is what is believed
    card = _meant(policy, data)
    if card is None or _is_known(rooms, card):
        return
    with rooms.vault.writing():
        trust.accept(data)
        rooms.ledger.look_again()  # a central desk is heard about every case
    let_in(rooms.exchange, Silent())
    rooms.touched.add("exchange")


def _meant(policy: Policy, data: bytes) -> Card | None:
    """Return the card that the policy means; None where the file is another one."""
    card = read_card(data)
    meant = card.kind == "central" and fingerprint(card.ca) == policy.central_fingerprint  # fmt: skip
    return card if meant else None


def _data(policy: Policy) -> bytes:
    with Path(policy.central_card).open("rb") as file:
        return file.read(_MOST_CARD)


def _is_known(rooms: Rooms, card: Card) -> bool:
    return any(one.code == card.code and one.ca == card.ca for one in rooms.exchange.trust.enrolled())  # fmt: skip
