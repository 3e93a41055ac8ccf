"""What a file, a network or a car leaves behind (흔적): hashes, addresses of machines, words seen.

>>> machine("203.0.113.007:443").value, plate("차량 12가 3456").value, words("watermark", "우측 하단 'NP7'").value
('203.0.113.7', '12가3456', 'np7')
"""

import ipaddress
import re

from intake.matching.clue import Canonical
from intake.matching.names import is_nothing
from intake.matching.plain import plain, undone

_FOUR = re.compile(
    r"(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?(?![\d.])", re.IGNORECASE
)
_SIX = re.compile(
    r"\[?([0-9a-f:]{2,39}:[0-9a-f:]*)\]?(?::\d{1,5})?(?=\s|$|\()", re.IGNORECASE
)
_CGNAT = ipaddress.ip_network("100.64.0.0/10")
_PLATE = re.compile(r"(?:(서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\s*)?(\d{1,3})\s*([가-힣])\s*(\d{4})")  # fmt: skip
_HEX = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_QUOTED = re.compile(r"['\"‘“「『]\s*([^'\"’”」』]{1,60}?)\s*['\"’”」』]")
_WHERE = re.compile(r"(?:좌측|우측|왼쪽|오른쪽|상단|하단|가운데|중앙|위쪽?|아래쪽?|구석|모서리|워터마크|로고|글자|문구)(?:에|의)?[\s,:]+")  # fmt: skip
_TOKEN = re.compile(r"[A-Za-z0-9_]{5,40}")


def machine(raw: str) -> Canonical:
    """Return an IP address; a private one belongs to nobody, of a long one the network counts."""
    text = undone(plain(raw))
    four = _FOUR.search(text)
    if four:
        return _four([int(one) for one in four[1].split(".")])
    six = _SIX.search(text)
    try:
        found = ipaddress.IPv6Address(six[1]) if six else None
    except ValueError:
        found = None
    if found is None:
        return Canonical(
            "ip", text.lower(), "N", masked="*" in text, warning_id="clue-odd-ip"
        )
    network = ipaddress.IPv6Network((int(found) >> 64 << 64, 64))
    private = (
        "clue-private-ip" if not found.is_global and not _is_example(found) else ""
    )
    return Canonical("ip", str(network), "N", warning_id=private)


def _four(numbers: list[int]) -> Canonical:
    value = ".".join(map(str, numbers))
    if max(numbers) > 255:  # noqa: PLR2004
        return Canonical("ip", value, "N", warning_id="clue-odd-ip")
    found = ipaddress.IPv4Address(value)
    private = (found.is_private and not _is_example(found)) or found in _CGNAT
    return Canonical("ip", value, "N", warning_id="clue-private-ip" if private else "")


def _is_example(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """The networks kept for documents are read like any other, so that exercises work."""
    return any(found in one for one in _DOCUMENTS if one.version == found.version)


_DOCUMENTS = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")))  # fmt: skip


def is_machine(text: str) -> bool:
    """Whether a text alone is an IP address."""
    told = re.sub(r"\s*\(.*\)$", "", undone(plain(text)))
    return bool(_FOUR.fullmatch(told)) and machine(told).warning_id != "clue-odd-ip"


def plate(raw: str) -> Canonical:
    """Return the number of a car (차량번호)."""
    text = plain(raw)
    found = _PLATE.search(text)
    if not found:
        return Canonical("plate", text.replace(" ", ""), "P", masked="*" in text, warning_id="clue-odd-plate")  # fmt: skip
    return Canonical("plate", "".join(part or "" for part in found.groups()), "P")


def is_plate(text: str) -> bool:
    """Whether a text is the number of a car, with at most the word before it."""
    told = re.sub(r"^(?:차량|차|번호판|차번호|차량번호)\s*:?\s*", "", plain(text))
    return bool(_PLATE.fullmatch(told))


def digest(kind: str, raw: str) -> Canonical:
    """Return a fingerprint of a file or a picture; both name a thing and never a person."""
    text = re.sub(r"^(?:sha-?256|pdq)\s*[:=]\s*", "", plain(raw), flags=re.IGNORECASE)
    found = _HEX.fullmatch(text.replace(" ", ""))
    value = text.replace(" ", "").lower() if found else text
    return Canonical(kind, value, "T", warning_id="" if found else "clue-odd-hash")


def is_digest(text: str) -> bool:
    """Whether a text is 64 hexadecimal letters, with at most its name before them."""
    return digest("sha256", text).warning_id == ""


def words(kind: str, raw: str) -> Canonical:
    """Return words seen in material (워터마크, 제목) or a way of doing (수법)."""
    text = plain(raw)
    if is_nothing(text):
        return Canonical(kind, "", "W", warning_id="clue-placeholder")
    if kind == "watermark":
        quoted = _QUOTED.search(text)
        text = quoted[1] if quoted else _WHERE.sub("", text + " ").strip() or text
        text = text.strip("'\"‘’“”")
    value = bare_words(text)
    mentions = tuple(("mention", one.lower()) for one in _TOKEN.findall(text))
    return Canonical(
        kind, value or text.casefold(), "W", mentions if kind == "title_text" else ()
    )


def bare_words(text: str) -> str:
    """Return the letters and digits of words; digits stay digits here."""
    return "".join(x for x in plain(text).casefold() if x.isalnum() or x == "_")
