"""One spelling for one clue (표준 표기): pure, versioned, and it never refuses anything.

* What was typed is kept as it was; this is derived from it, again at every version.
* The kind somebody chose is a hint: an address of a known service says more.
* What is odd gets a warning, what is masked is a filter, "모름" is nothing.

>>> canonical("telegram", "https://t.me/+821000004217").kind
'phone'
>>> canonical("uploader", "NorthPier_x7q ", site="https://tube-a.example/").value
'tube-a.example:northpier_x7q'
"""

from collections.abc import Callable
from dataclasses import replace

from intake.matching.account import handle, linked, numeric, open_chat
from intake.matching.address import MOST, Address, Parts, read_address, take_apart
from intake.matching.clue import Canonical
from intake.matching.guess import kind_of
from intake.matching.mail import mail
from intake.matching.money import account, wallet
from intake.matching.names import is_nothing, nickname, person
from intake.matching.phone import number
from intake.matching.plain import plain
from intake.matching.traces import digest, machine, plate, words

VERSION = 3

_MOST_KEYS = 24
# Words that somebody says or sees: an address in them is a part of the words.
_WORDS = frozenset({"name", "nickname", "watermark", "title_text", "mo", "uploader"})
_READERS: dict[str, Callable[[str], Canonical]] = {
    "phone": number,
    "email": mail,
    "bank": account,
    "wallet": wallet,
    "kakao_openchat": open_chat,
    "ip": machine,
    "plate": plate,
    "name": person,
    "nickname": nickname,
}


def canonical(kind: str, raw: str, site: str = "") -> Canonical:
    """Return a clue in its one spelling; without a kind the likeliest is taken."""
    raw, site = (
        raw[: MOST + 1],
        site[:MOST],
    )  # a longer one is no record; an address notices
    return _capped(_canonical(kind or kind_of(raw), raw, site))


def _canonical(kind: str, raw: str, site: str) -> Canonical:
    if kind not in _WORDS:
        if is_nothing(raw):
            return Canonical(kind, "", "W", warning_id="clue-placeholder")
        found = linked(raw) if kind != "email" else None
        if found is not None:
            return found
    return _read(kind, raw, site)


def _capped(found: Canonical) -> Canonical:
    """One letter may stand for eighteen (NFKC), and a title may name very many accounts."""
    if len(found.value) <= MOST and len(found.keys) <= _MOST_KEYS:
        return found
    return replace(found, value=found.value[:MOST], keys=found.keys[:_MOST_KEYS])


def _read(kind: str, raw: str, site: str) -> Canonical:
    if kind == "uploader":
        return uploader(raw, site)
    for kinds, read in _FAMILIES:
        if kind in kinds:
            return read(kind, raw)
    if kind in _READERS:
        return _READERS[kind](raw)
    return Canonical(kind, plain(raw).casefold().removeprefix("@"), "W")


def place(kind: str, raw: str) -> Canonical:
    """Return an address of a page."""
    found = read_address(raw)
    if isinstance(found, Address):
        return Canonical("url", found.key, "T")
    return Canonical(kind, plain(raw)[:200], "T", warning_id=f"not-address-{found.why}")


def uploader(raw: str, site: str) -> Canonical:
    """Return an account of a site: the same words on two sites are two accounts."""
    if is_nothing(raw):
        return Canonical("uploader", "", "W", warning_id="clue-placeholder")
    told, parts = plain(raw), take_apart(raw)
    host, name = _host(site), told.removeprefix("@").strip()
    if isinstance(parts, Parts) and parts.path:
        host, name = host or parts.site, parts.path.rstrip("/").rpartition("/")[2]
    elif not host and "@" in told.strip("@"):
        name, _, where = told.rpartition("@")
        host = _host(where)
    value = f"{host}:{name.casefold()}" if host else name.casefold()
    masked = "*" in name
    odd = "clue-masked" if masked else "" if host else "clue-needs-site"
    return Canonical("uploader", value, "P" if host else "W", (), masked, odd)


def _host(site: str) -> str:
    parts = take_apart(site) if site else None
    return parts.site if isinstance(parts, Parts) else plain(site).casefold()


_FAMILIES: tuple[tuple[frozenset[str], Callable[[str, str], Canonical]], ...] = (
    (frozenset({"telegram", "twitter", "instagram", "kakao_id", "discord", "tiktok", "facebook", "line"}), handle),
    (frozenset({"telegram_id", "twitter_id", "facebook_id", "discord_id"}), numeric),
    (frozenset({"sha256", "pdq"}), digest),
    (frozenset({"url", "post"}), place),
    (frozenset({"watermark", "title_text", "mo"}), words),
)  # fmt: skip
