"""A clue (단서) in its one spelling: what two people wrote differently and meant alike.

* ``P`` one person holds it · ``G`` a place many use · ``T`` a thing · ``N`` a network · ``W`` weak
  text. Only ``P`` can ever make a link; the others may support one.
* A masked value (``010-****-1234``, ``김○○``) is a filter and never a key.
* ``kind`` is the space the value is one in: ``telegram`` and ``telegram_id`` are two, and so are
  the same words on two services.
"""

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Cls: TypeAlias = Literal["P", "G", "T", "N", "W"]
Strength: TypeAlias = Literal["STRONG", "MEDIUM", "WEAK"]

_STRONG = frozenset({"phone", "email", "telegram_id", "twitter_id", "facebook_id", "discord_id",
                     "bank", "kakao_openchat", "instagram", "uploader", "post", "url"})  # fmt: skip
_MEDIUM = frozenset({"telegram", "telegram_invite", "kakao_id", "twitter", "tiktok",
                     "discord", "facebook", "line", "wallet", "sha256", "pdq", "watermark",
                     "title_text", "plate"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Canonical:
    """One clue; the words of whoever noted it are kept elsewhere, as they were."""

    kind: str
    value: str = field(repr=False)
    cls: Cls
    keys: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    masked: bool = False
    warning_id: str = (
        ""  # a text id: something about it is odd; it is kept all the same
    )

    @property
    def is_key(self) -> bool:
        """Whether it may be compared at all: there is something, and all of it is there."""
        return bool(self.value) and not self.masked and self.warning_id not in _NO_KEYS

    @property
    def strength(self) -> Strength:
        """How much it says about who it was, before anybody looked (domain 5)."""
        if not self.is_key:
            return "WEAK"
        if self.kind in _STRONG and not _SHARED_LINE.match(f"{self.kind}:{self.value}"):
            return "STRONG"
        return "MEDIUM" if self.kind in _STRONG | _MEDIUM else "WEAK"


# A number of a house or an office is held by several people.
_SHARED_LINE = re.compile(r"phone:\+82(?!1[016789])|phone:(?!\+)")
# Nobody's in particular: an example from a form, a public number, "모름".
_NO_KEYS = frozenset({"clue-placeholder", "clue-private-ip", "clue-needs-site"})
