"""Sealed until another files the same (일치 확인): a tag, a share, and a box that two people open.

* ``seal`` lays a payload under a token (``oprf``): everybody with that token gets the same tag and
  a share on the same curve; the place on it comes from who the person is, so that the same person
  twice is one share.
* Fewer than ``threshold`` people tell nothing of the payloads, also to whoever keeps all of them
  (Rajan et al. 2018, "Callisto"); that some tags are equal is told.
* Whoever has the token and another share opens it too. What stands in a box is therefore a
  counselor's contact and nothing of a case.
* Keys are derived by HKDF-SHA-256 (RFC 5869), boxes are ChaCha20-Poly1305 (RFC 8439) with a fresh
  nonce, and all of one length.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from os import urandom
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from intake.crypto.ristretto import Scalar, hash_to_scalar, read_scalar
from intake.crypto.shamir import Share, secret_of, share_of
from intake.errors import InvalidInput, Malformed, Oversized

PAYLOAD: Final = 512  # bytes, padded: a longer name is not seen from outside
LEAST, MOST = 2, 5
_TAG, _NONCE, _KEY, _MAC, _LENGTH = 32, 12, 32, 16, 2
_TOKEN = 64
_ENTRY: Final = _TAG + 2 * 32 + _NONCE + PAYLOAD + _MAC
_NAME: Final = b"intake-escrow@v1/"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one filing; ``bytes`` of it are all of one length."""

    tag: bytes
    share: Share
    box: bytes = field(repr=False)

    def __bytes__(self) -> bytes:
        """Return it as it travels."""
        return self.tag + self.share.at + self.share.height + self.box


def read_entry(data: bytes) -> Entry:
    """Return an entry that somebody sent.

    Raises:
        Malformed: it is of another length, or its share is none.
    """
    if len(data) != _ENTRY:
        raise Malformed(what="escrow")
    at, height = read_scalar(data[32:64]), read_scalar(data[64:96])
    return Entry(data[:32], Share(at, height), data[96:])


def seal(token: bytes, person: bytes, payload: bytes, threshold: int = LEAST) -> Entry:
    """Lay a payload under a token, at the place of a person.

    Args:
        token: of the identifier, from both parties' key.
        person: the token of who was harmed, made the same way; it tells nobody who she is.
        payload: at most ``PAYLOAD`` bytes less two.
        threshold: how many people have to file the same before boxes open.

    The place is of the person and of what she names: two entries of hers about two identifiers
    are not seen to be of one person.

    Raises:
        Malformed: what should be a token is none.
        Oversized: the payload is longer.
        InvalidInput: no such threshold.
    """
    if not LEAST <= threshold <= MOST:
        raise InvalidInput(what="threshold", why="range")
    if {len(token), len(person)} != {_TOKEN}:
        raise Malformed(what="token")
    curve = [_scalar(token, threshold, place) for place in range(threshold)]
    at = hash_to_scalar(token + person, _NAME + b"person")
    tag, share = tag_of(token, threshold), share_of(curve, at)
    nonce = urandom(_NONCE)
    box = _cipher(curve[0]).encrypt(nonce, _padded(payload), tag + at)
    return Entry(tag, share, nonce + box)


def tag_of(token: bytes, threshold: int = LEAST) -> bytes:
    """Return what everybody who files the same thing has in common."""
    return _derived(token, b"tag/%d" % threshold, _TAG)


def opened(entries: Iterable[Entry], threshold: int = LEAST) -> dict[Entry, bytes]:
    """Return the payloads of entries with one tag that open; none where too few people filed.

    An entry that somebody filed falsely opens nothing and hinders nobody.
    """
    filed = tuple(entries)
    found: dict[Entry, bytes] = {}
    for some in _people(filed, threshold):
        if all(one in found for one in some):
            continue
        secret = secret_of(one.share for one in some)
        read = {one: _read(secret, one) for one in filed}
        found |= {one: told for one, told in read.items() if told is not None}
    return found


def _people(entries: Sequence[Entry], threshold: int) -> Iterator[tuple[Entry, ...]]:
    """Yield every group of so many different people."""
    for some in combinations(entries, threshold):
        if len({one.share.at for one in some}) == threshold:
            yield some


def _read(secret: Scalar, entry: Entry) -> bytes | None:
    nonce, box = entry.box[:_NONCE], entry.box[_NONCE:]
    try:
        padded = _cipher(secret).decrypt(nonce, box, entry.tag + entry.share.at)
    except InvalidTag:
        return None
    size = int.from_bytes(padded[:_LENGTH])
    return padded[_LENGTH : _LENGTH + size]


def _padded(payload: bytes) -> bytes:
    if len(payload) > PAYLOAD - _LENGTH:
        raise Oversized(limit=PAYLOAD - _LENGTH)
    return (len(payload).to_bytes(_LENGTH) + payload).ljust(PAYLOAD, b"\0")


def _scalar(token: bytes, threshold: int, place: int) -> Scalar:
    return hash_to_scalar(token, _NAME + b"curve/%d/%d" % (threshold, place))


def _cipher(secret: Scalar) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(_derived(secret, b"box", _KEY))


def _derived(secret: bytes, label: bytes, size: int) -> bytes:
    return HKDF(SHA256(), size, salt=None, info=_NAME + label).derive(secret)
