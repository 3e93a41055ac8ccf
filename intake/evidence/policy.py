"""What of a piece of evidence is kept and what may be shown (보관 원칙). Pure rules, no file.

* Anything sexual leaves a fingerprint (지문) and nothing else: not shown, not stored. A picture
  or a film is taken for sexual unless a person says what harmless thing it is a picture of.
* 아동·청소년성착취물 (청소년성보호법 11조: possessing it is an offence, no center is exempt by
  name) is always so. A file of it is sealed only with a legal basis, a named keeper and a
  purpose (성폭력방지법 7조의3③: what must be kept against destruction of evidence), and even
  then it is never shown, printed or sent in an ordinary bundle.
* Everything else is sealed, and shown blurred first, for a reason that is written down.

>>> decide("CHAT", "picture").store, decide("URL_CAPTURE", "picture").store
('SEALED', 'METADATA')
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Looks: TypeAlias = Literal["picture", "film", "sound", "other"]
Store: TypeAlias = Literal["METADATA", "SEALED", "ELSEWHERE"]

# What a person says when a picture is of words: a conversation, a transfer, a letter, a form.
WORDS: Final = frozenset({"CHAT", "TRANSFER", "LETTER", "PAPER"})
_SEEN: Final = frozenset({"picture", "film"})
_SEEN_KINDS: Final = frozenset({"URL_CAPTURE", "ORIGINAL", "IMAGE", "VIDEO"})
MATCH: Final = 31  # bits of 256 that may differ: the same picture
LOOK: Final = 60  # a person should look


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a file that would leave only its fingerprint is kept all the same."""

    basis: str  # 법적 근거
    keeper: str  # 담당자
    purpose: str  # code of access_purpose

    def complete(self) -> bool:
        """Whether all three are named."""
        return all(one.strip() for one in (self.basis, self.keeper, self.purpose))


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is done with a file."""

    store: Store
    sexual: bool
    may_show: bool
    may_travel: bool


def is_sexual(
    kind: str, looks: Looks, said: bool | None = None, material: str = ""
) -> bool:
    """Say whether something is handled as sexual; ``said`` is what the counselor knows."""
    if material == "CSAM":
        return True
    if said is not None:
        return said
    return kind in _SEEN_KINDS or (looks in _SEEN and kind not in WORDS)


def decide(
    kind: str,
    looks: Looks,
    said: bool | None = None,
    material: str = "",
    grounds: Grounds | None = None,
) -> Keeping:
    """Return what is done with a file of this kind."""
    if not is_sexual(kind, looks, said, material):
        return Keeping("SEALED", sexual=False, may_show=True, may_travel=True)
    sealed = grounds is not None and grounds.complete()
    store: Store = "SEALED" if sealed else "METADATA"
    return Keeping(store, sexual=True, may_show=False, may_travel=False)


def likeness(distance: int) -> Literal["same", "look", ""]:
    """Return what a distance between two fingerprints says."""
    if distance <= MATCH:
        return "same"
    return "look" if distance <= LOOK else ""
