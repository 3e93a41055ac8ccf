"""Enrolment files (등록 파일): one line of canonical JSON, then its signature.

* A file is at most 1 MiB and is read strictly: known keys only, every value of its kind,
  and the bytes written again are the bytes read.
* ``head -n 1 file | ssh-keygen -Y verify -n intake-enrolment@v1 …`` checks one by hand.
* A file proves that one key said all of it, and names that key. Whose key it is, two
  people settle by comparing ``words`` over the telephone, each reading out the other's.

Kinds: ``center``, ``central`` and ``escrow`` (an organisation's card; 제2기관), ``device-request`` (a new laptop
asks), ``device-answer`` (its center answers).
"""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from intake.crypto import PqRecipient, canonical_json, checked_signature, words
from intake.errors import BadSignature, IntakeError, Malformed, Oversized, TooNew
from intake.trust.positions import NOTHING, WHOLE, Revoked

NAMESPACE: Final = "intake-enrolment@v1"
VERSION: Final = 1
MAX_FILE: Final = 1024 * 1024
MAX_DEVICES: Final = 200
MAX_REVOKED: Final = 2_000
NAME_LIMIT: Final = 120

Kind: TypeAlias = Literal["center", "central", "escrow"]
SignText: TypeAlias = Callable[[str, bytes], str]

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
_DEVICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
_KEY = re.compile(r"[0-9a-f]{64}")
_LOG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}|")
_CERTIFICATE = re.compile(r"(?:[0-9a-f]{2}){1,4096}")


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One laptop on a card: its id, what it is called, and the key to seal to."""

    device: str
    name: str
    recipient: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """An organisation as it shows itself: code, name, CA key, laptops (등록 카드)."""

    kind: Kind
    code: str
    name: str
    ca: bytes
    devices: tuple[DeviceLine, ...]
    made: int
    revoked: tuple[Revoked, ...] = ()

    def words(self, language: str = "ko") -> tuple[str, ...]:
        """Return the words two people compare; they change only with code or CA key."""
        said = {"kind": self.kind, "code": self.code, "ca": self.ca.hex()}
        return words(canonical_json(said), language=language)

    @property
    def recipients(self) -> tuple[PqRecipient, ...]:
        """Everybody in that organisation a bundle is sealed to."""
        return tuple(PqRecipient.parse(line.recipient) for line in self.devices)

    def to_file(self, sign: SignText) -> bytes:
        """Return the card as a file, signed with the CA key."""
        said: dict[str, object] = {
            "v": VERSION,
            "kind": self.kind,
            "code": self.code,
            "name": self.name,
            "ca": self.ca.hex(),
            "devices": [[d.device, d.name, d.recipient] for d in self.devices],
            "made": self.made,
        }
        lines = sorted(self.revoked)
        told = [[one.ca.hex(), one.serial, one.log, one.last] for one in lines]
        return _file(said | ({"revoked": told} if told else {}), sign)


@dataclass(frozen=True, slots=True)
class Request:
    """A new laptop asks its center for a certificate (기기 등록 요청)."""

    code: str
    device: str
    name: str
    public: bytes
    recipient: str = field(repr=False)
    made: int

    def words(self, language: str = "ko") -> tuple[str, ...]:
        """Return the words shown on the new laptop and on the one that answers."""
        said = {
            "device": self.device,
            "public": self.public.hex(),
            "recipient": self.recipient,
        }
        return words(canonical_json(said), language=language)

    def to_file(self, sign: SignText) -> bytes:
        """Return the request as a file, signed with the new laptop's own key."""
        return _file(
            {
                "v": VERSION,
                "kind": "device-request",
                "code": self.code,
                "device": self.device,
                "name": self.name,
                "public": self.public.hex(),
                "recipient": self.recipient,
                "made": self.made,
            },
            sign,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The center's answer: a certificate, its own card, the cards it has accepted."""

    device: str
    ca: bytes
    certificate: bytes
    cards: tuple[str, ...] = field(repr=False)
    made: int

    def own_card(self) -> Card:
        """Return the center's own card, the first; its words are compared before taking.

        Raises:
            Untrusted: the card is not the one of the CA that answers.
        """
        card = read_card(self.cards[0].encode()) if self.cards else None
        if card is None or card.ca != self.ca:
            raise Malformed(what="enrolment")
        return card

    def to_file(self, sign: SignText) -> bytes:
        """Return the answer as a file, signed with the CA key."""
        return _file(
            {
                "v": VERSION,
                "kind": "device-answer",
                "device": self.device,
                "ca": self.ca.hex(),
                "certificate": self.certificate.hex(),
                "cards": list(self.cards),
                "made": self.made,
            },
            sign,
        )


Enrolment: TypeAlias = Card | Request | Answer


def read_enrolment(data: bytes) -> Enrolment:
    """Return what an enrolment file says, after its own signature was checked.

    Raises:
        Oversized: larger than 1 MiB, or more laptops than anybody has.
        TooNew: of a later version.
        Malformed: not an enrolment file, or not in its one spelling.
        BadSignature: not signed by the key it names.
    """
    if len(data) > MAX_FILE:
        raise Oversized(limit=MAX_FILE)
    line, newline, armored = data.partition(b"\n")
    said = _said(line)
    try:
        found, key = _READERS[_text(said["kind"])](said)
    except IntakeError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise Malformed(what="enrolment") from error
    if not armored.isascii():
        raise Malformed(what="enrolment")
    _check_hand(line + newline, armored.decode("ascii"), key)
    return found


def _check_hand(message: bytes, armored: str, key: bytes) -> None:
    signature = checked_signature(NAMESPACE, message, armored)
    if signature.public != key or signature.certificate is not None:
        raise BadSignature(why="key")


def read_card(data: bytes) -> Card:
    """Return an organisation's card.

    Raises:
        Untrusted: as ``read_enrolment``, or a file of another kind.
    """
    found = read_enrolment(data)
    if not isinstance(found, Card):
        raise Malformed(what="enrolment")
    return found


def kind_of(text: str) -> Kind:
    """Return what kind of organisation a word means; an odd one is a center."""
    kinds: dict[str, Kind] = {"central": "central", "escrow": "escrow"}
    return kinds.get(text, "center")


def _file(said: dict[str, object], sign: SignText) -> bytes:
    line = canonical_json(said) + b"\n"
    return line + sign(NAMESPACE, line).encode("ascii")


def _said(line: bytes) -> dict[str, object]:
    try:
        said = json.loads(line)
        again = canonical_json(said)
    except (ValueError, RecursionError) as error:
        raise Malformed(what="enrolment") from error
    if not isinstance(said, dict) or again != line:
        raise Malformed(what="enrolment")
    version = said.get("v")
    if type(version) is int and version > VERSION:
        raise TooNew(what="enrolment", version=version)
    return said


def _card(said: dict[str, object]) -> tuple[Card, bytes]:
    more = " revoked" if "revoked" in said else ""
    _check_keys(said, "v kind code name ca devices made" + more)
    ca = _key(said["ca"])
    kind = kind_of(_text(said["kind"]))
    devices = tuple(_device_line(line) for line in _listed(said["devices"]))
    if len({line.device for line in devices}) != len(devices):
        raise Malformed(what="enrolment")
    name, made = _name(said["name"]), _whole(said["made"])
    code, revoked = _like(_CODE, said["code"]), _revoked(said, kind, ca)
    return Card(kind, code, name, ca, devices, made, revoked), ca


def _revoked(said: dict[str, object], kind: Kind, ca: bytes) -> tuple[Revoked, ...]:
    """Return up to where which certificates count; each may speak of its own CA only.

    A central desk also speaks of the CAs of others, and of all certificates of one at once.
    """
    if "revoked" not in said:
        return ()
    lines = tuple(_revoked_line(line) for line in _listed(said["revoked"], MAX_REVOKED))
    places = {one[:3] for one in lines}
    foreign = any(one.ca != ca or one.serial == WHOLE for one in lines)
    if not lines or len(places) != len(lines) or list(lines) != sorted(lines):
        raise Malformed(what="enrolment")
    if foreign and (kind != "central" or any(one[:2] == (ca, WHOLE) for one in lines)):
        raise Malformed(what="enrolment")
    return lines


def _revoked_line(said: object) -> Revoked:
    ca, serial, log, last = _listed(said)
    if type(last) is not int or not NOTHING <= last < 1 << 63:
        raise Malformed(what="enrolment")
    name = _like(_LOG, log)
    if not name and last != NOTHING:
        raise Malformed(what="enrolment")
    return Revoked(_key(ca), _whole(serial), name, last)


def _request(said: dict[str, object]) -> tuple[Request, bytes]:
    _check_keys(said, "v kind code device name public recipient made")
    public = _key(said["public"])
    request = Request(
        code=_like(_CODE, said["code"]),
        device=_like(_DEVICE, said["device"]),
        name=_name(said["name"]),
        public=public,
        recipient=_recipient(said["recipient"]),
        made=_whole(said["made"]),
    )
    return request, public


def _answer(said: dict[str, object]) -> tuple[Answer, bytes]:
    _check_keys(said, "v kind device ca certificate cards made")
    ca = _key(said["ca"])
    answer = Answer(
        device=_like(_DEVICE, said["device"]),
        ca=ca,
        certificate=bytes.fromhex(_like(_CERTIFICATE, said["certificate"])),
        cards=tuple(_text(card) for card in _listed(said["cards"])),
        made=_whole(said["made"]),
    )
    return answer, ca


_READERS: Final[dict[str, Callable[[dict[str, object]], tuple[Enrolment, bytes]]]] = {
    "center": _card,
    "central": _card,
    "escrow": _card,
    "device-request": _request,
    "device-answer": _answer,
}


def _device_line(said: object) -> DeviceLine:
    device, name, recipient = _listed(said)
    return DeviceLine(_like(_DEVICE, device), _name(name), _recipient(recipient))


def _check_keys(said: dict[str, object], names: str) -> None:
    if said.keys() != set(names.split()) or said["v"] != VERSION:
        raise Malformed(what="enrolment")


def _recipient(said: object) -> str:
    text = _text(said)
    if PqRecipient.parse(text).text != text:
        raise Malformed(what="recipient")
    return text


def _name(said: object) -> str:
    text = _text(said)
    unseen = any(unicodedata.category(letter)[0] == "C" for letter in text)
    if unseen or len(text) > NAME_LIMIT:
        raise Malformed(what="name")
    return text


def _key(said: object) -> bytes:
    return bytes.fromhex(_like(_KEY, said))


def _like(pattern: re.Pattern[str], said: object) -> str:
    text = _text(said)
    if not pattern.fullmatch(text):
        raise Malformed(what="enrolment")
    return text


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise Malformed(what="enrolment")
    return said


def _whole(said: object) -> int:
    if type(said) is not int or not 0 <= said < 1 << 63:
        raise Malformed(what="enrolment")
    return said


def _listed(said: object, most: int = MAX_DEVICES) -> list[object]:
    if not isinstance(said, list):
        raise Malformed(what="enrolment")
    if len(said) > most:
        raise Oversized(limit=most)
    return said
