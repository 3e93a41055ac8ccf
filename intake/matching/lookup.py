"""Under what a profile is looked up (찾는 열쇠): whoever could be proposed stands under one of them.

* Accounts and numbers as they are; accounts that a title names, and titles that name an account;
  an equal file; and the first or last three letters, for slips.
* Places, networks and weak words are no such key: nobody becomes a candidate through them.
"""

from collections.abc import Iterator

from intake.matching.face import Face, Key
from intake.matching.weights import MATERIAL

NAMES, NAMED = (
    "~account",
    "~mention",
)  # accounts by bare name, and words that may name one


def keys_of(face: Face) -> Iterator[Key]:
    """Yield the keys a profile stands under."""
    yield from _own(face)
    yield from ((NAMES, name) for name in face.accounts)
    yield from ((NAMED, word) for word in face.named)


def sought_by(face: Face) -> Iterator[Key]:
    """Yield the keys under which whoever is like it stands; slips are looked for apart."""
    yield from _own(face)
    yield from ((NAMED, name) for name in face.accounts)
    yield from ((NAMES, word) for word in face.named)


def _own(face: Face) -> Iterator[Key]:
    """A profile of several stands under whatever one of them stands under."""
    for key, marks in face.keys.items():
        if key[0] in MATERIAL or any(mark.cls == "P" for mark in marks):
            yield key
