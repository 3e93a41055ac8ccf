"""Notice what a free note mentions: accounts, numbers, addresses, dates (기록에서 찾음).

* Local patterns only; nothing leaves the note, nothing is judged, nothing is rejected.
* What is found is a piece of the note as typed: ``note[start:end] == text``.
* Finds never overlap; a specific kind (an open-chat link) wins over a general one (a URL).
* Kinds are codes of the official ``identifier_kind`` list, and ``date`` beside them.

>>> [(found.kind, found.text) for found in find("@night_moon07 로 연락, 010-0000-1234")]
[('handle', '@night_moon07'), ('phone', '010-0000-1234')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_END = r"(?<![.,;:!?)\]}'\"”’」』])"
_LATIN = r"[A-Za-z0-9_]"
_URL_TAIL = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"

# In order of precedence: an earlier pattern keeps its letters from the later ones.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("email", rf"[A-Za-z0-9._%+\-]+@{_HOST}"),
    ("kakao_openchat", rf"(?:https?://)?open\.kakao\.com/o/{_URL_TAIL}{_END}"),
    ("telegram_id", r"tg://user\?id=\d{5,20}"),
    ("telegram_invite", rf"(?:https?://)?t\.me/(?:\+|joinchat/){_LATIN}[A-Za-z0-9_\-]*"),
    ("telegram", rf"(?:https?://)?t(?:elegram)?\.me/{_LATIN}{{4,32}}(?![\w/])"),
    ("instagram", rf"(?:https?://)?(?:www\.)?instagram\.com/[A-Za-z0-9_.]+{_URL_TAIL}{_END}"),
    ("twitter", rf"(?:https?://)?(?:www\.)?(?:x|twitter)\.com/{_LATIN}{{1,15}}(?![\w/])"),
    ("url", rf"https?://{_URL_TAIL}{_END}"),
    ("url", rf"(?<![@\w.]){_HOST}/{_URL_TAIL}{_END}"),
    ("phone", r"(?<![\d\-])(?:\+82[\s\-]?1[016789]|01[016789])[\s\-.]?\d{3,4}[\s\-.]?\d{4}(?![\d\-])"),
    ("date", r"(?<!\d)(?:19|20)\d{2}[.\-/]\s?\d{1,2}[.\-/]\s?\d{1,2}(?!\d)"),
    ("date", r"(?<!\d)(?:(?:19|20)?\d{2}년\s?)?\d{1,2}월(?:\s?\d{1,2}일)?"),
    ("date", r"(?<!\d)(?:19|20)\d{2}년"),
    ("ip", r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"),
    ("bank", r"[가-힣]{1,6}(?:은행|뱅크|농협|신협|수협|금고)\s*:?\s*\d[\d\-]{8,18}\d"),
    ("bank", r"(?<![\d\-])\d{2,6}-\d{2,6}-\d{2,8}(?:-\d{1,3})?(?![\d\-])"),
    ("handle", rf"(?<![\w@./])@{_LATIN}[A-Za-z0-9_.]{{2,31}}{_END}"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a note that looks like an identifier (식별정보)."""

    kind: str
    text: str = field(repr=False)
    start: int
    end: int


def find(note: str) -> tuple[Found, ...]:
    """Return what the note mentions, in the order of the note."""
    taken = bytearray(len(note))
    found = [found for found in _all(note) if _free(found, taken)]
    return tuple(sorted(found, key=lambda one: one.start))


def _all(note: str) -> Iterator[Found]:
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(note):
            yield Found(kind, match.group(), match.start(), match.end())


def _free(found: Found, taken: bytearray) -> bool:
    """Claim the letters of a find unless an earlier kind has them."""
    if any(taken[found.start : found.end]):
        return False
    taken[found.start : found.end] = b"\1" * (found.end - found.start)
    return True
