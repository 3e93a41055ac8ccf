r"""Which letters a text file is written in (글자 부호화), and whether they can be trusted.

* A mark at the beginning decides; then UTF-16 by its zeros; then UTF-8; then CP949, which holds
  EUC-KR. What fits none is read as CP949, and the rows with lost letters are refused one by one.

>>> encoding_of("이음".encode("cp949")), encoding_of(b"\xef\xbb\xbfa,b")
('cp949', 'utf-8-sig')
"""

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE: Final = 1 << 20
_LOOK: Final = 4_096
LOST: Final = "\ufffd"


def encoding_of(data: bytes) -> str:
    """Return the encoding of a text file."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    wide = _wide(data[:_LOOK])
    if wide:
        return wide
    return next((name for name in ("utf-8", "cp949") if _fits(data, name)), "cp949")


def _wide(head: bytes) -> str:
    """Return which UTF-16 this is by where its zeros stand, or nothing."""
    half = len(head) // 2
    if half < 2:  # noqa: PLR2004 - too short to tell
        return ""
    if head[1::2].count(0) > half * 0.3 and head[::2].count(0) < half * 0.05:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.3 and head[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return ""


def _fits(data: bytes, name: str) -> bool:
    reader = codecs.getincrementaldecoder(name)("strict")
    try:
        for start in range(0, len(data), _PIECE):
            reader.decode(data[start : start + _PIECE])
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
