"""An address on the net as somebody pasted it (주소): one spelling for one place.

* ``hxxp``, ``[.]``, missing schemes, other alphabets, default ports, what only tells how
  somebody came there (``utm_source``): gone. What names the place (``?v=``, the numbers of a
  board) stays, in its order.
* The ``key`` is what two spellings of one place have in common: no scheme, no ``www.``, the
  query sorted; a post of a known service has the number of the post.
* What is no address is told with the reason, and nothing is lost: the caller keeps the line.

>>> read_address("hxxps://www[.]tube-a[.]example/v/?id=7&utm_source=x")
Address(host='tube-a.example')
>>> read_address("javascript:alert(1)")
NotAddress(why='scheme')
"""

import contextlib
import ipaddress
import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import quote, unquote_to_bytes

import idna

from intake.matching.plain import plain, seen, undone
from intake.matching.posts import post_of

MOST = 2_000  # letters that a record has room for

_BULLET = re.compile(r"^(?:[-*•·–—▶>]+|\(?\d{1,4}[.)]|[①-⑳])\s+")
_BEFORE, _AFTER = "<\"'“‘「『([{，,;|", ">\"'”’」』，,;|."  # what pasted lines come in
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]{1,20}):(//)?", re.IGNORECASE)
_PORT = re.compile(r":(\d{1,5})$")
_LABEL = re.compile(r"^(?!-)[a-z0-9_-]{1,63}(?<!-)$")
_ENDING = re.compile(r"^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$")
_FILES = re.compile(
    r"jpe?g|png|gif|webp|heic|bmp|mov|avi|mkv|wmv|zip|rar|pdf|docx?|hwpx?|xlsx?|csv|pptx?|txt|"
    r"exe|apk|html?|php|py|js|json|torrent"
)
_KOREAN_ENDINGS = frozenset({"xn--3e0b707e", "xn--t60b56a", "xn--mk1bu44c"})
_TRACKING = re.compile(
    r"^(?:utm_.*|mtm_.*|pk_.*|_ga|_gl|_hs.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|"
    r"yclid|twclid|ttclid|igsh|igshid|ig_rid|mc_cid|mc_eid|ref_src|ref_url|share_source|n_media|"
    r"n_query|n_rank|n_ad_group|n_ad|n_keyword.*|n_campaign_type|spm|scm)$",
    re.IGNORECASE,
)
# Said by some services only; elsewhere these names may be the number of a post.
_TRACKING_OF = {
    "x.com": {"s", "t", "ref"},
    "twitter.com": {"s", "t", "ref"},
    "mobile.twitter.com": {"s", "t", "ref"},
    "youtube.com": {"si", "feature", "pp", "ab_channel"},
    "m.youtube.com": {"si", "feature", "pp", "ab_channel"},
    "youtu.be": {"si", "feature", "pp"},
    "instagram.com": {"hl", "img_index"},
    "tiktok.com": {"is_from_webapp", "sender_device", "_r", "_t"},
    "facebook.com": {"mibextid", "rdid", "__tn__", "_rdr"},
}
_MEANT = re.compile(r"(%(?:25|2F|3F|23|26|3D|2B))", re.IGNORECASE)
_PLAIN = re.compile(
    r"[A-Za-z0-9/:@!$*,;~._-]*"
)  # stands for itself, wherever it stands
_SAFE_PATH, _SAFE_QUERY = "/:@!$&'()*+,;=~-._", "/:@!$'()*,;~-._?"


@dataclass(frozen=True, slots=True)
class Address:
    """One place on the net; ``url`` can be opened, ``key`` can be compared."""

    url: str = field(repr=False)
    host: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotAddress:
    """Not an address, and the code of the reason (``not-address-<why>``)."""

    why: str


@dataclass(frozen=True, slots=True)
class Parts:
    """An address taken apart, every part in its one spelling."""

    scheme: str
    host: str
    port: str
    path: str
    query: tuple[tuple[str, str], ...]
    fragment: str

    @property
    def site(self) -> str:
        """The host without ``www.``."""
        return self.host.removeprefix("www.")


def read_address(text: str) -> Address | NotAddress:
    """Return the address a line holds, or the reason why it holds none."""
    parts = take_apart(text)
    if isinstance(parts, NotAddress):
        return parts
    return Address(_url_of(parts), parts.site, key_of(parts))


def key_of(parts: Parts) -> str:
    """Return what two spellings of one place have in common."""
    post = post_of(parts.site, parts.path, dict(parts.query))
    if post is not None:
        return post.key
    path = re.sub(r"/{2,}", "/", parts.path).rstrip("/")
    query = "&".join(f"{n}={v}" if v else n for n, v in sorted(parts.query))
    return (
        parts.site + parts.port + path + (f"?{query}" if query else "") + parts.fragment
    )


def take_apart(text: str) -> Parts | NotAddress:
    """Return the parts of an address, or the reason why it is none."""
    if len(text) > 4 * MOST:
        return NotAddress("too-long")
    line = _line(text)
    if not line:
        return NotAddress("empty")
    scheme, rest = _scheme(line)
    if not rest:
        return NotAddress("scheme" if scheme == "?" else "host" if scheme else "words")
    if re.search(r"\s", rest):
        return NotAddress("spaces" if scheme else "words")
    parts = _parts(scheme, rest)
    if isinstance(parts, Parts) and len(_url_of(parts)) > MOST:
        return NotAddress("too-long")
    return parts


def _line(text: str) -> str:
    """Return the line without what lists and messengers put around an address."""
    line = seen(unicodedata.normalize("NFC", text)).strip()
    line = _BULLET.sub("", line).strip()
    line = _unwrapped(line.lstrip(_BEFORE)).removeprefix("view-source:")
    head = re.split(r"(?<![:/\[])/(?!/)", line, maxsplit=1)
    head[0] = unicodedata.normalize("NFKC", head[0]).strip()
    return undone("/".join(head))


def _unwrapped(line: str) -> str:
    """Return the line without what follows an address; ``/wiki/A_(b)`` keeps its bracket."""
    while line and (line[-1] in _AFTER or _is_odd(line)):
        line = line[:-1]
    return line


def _is_odd(line: str) -> bool:
    """Whether the line ends with a bracket that nothing in it opened."""
    opened = {")": "(", "]": "[", "}": "{"}.get(line[-1])
    return opened is not None and line.count(line[-1]) > line.count(opened)


def _scheme(line: str) -> tuple[str, str]:
    """Return the scheme and the rest; no rest where it is a scheme nobody can visit."""
    told = re.match(r"tg://resolve\?domain=(\w+)(?:&post=(\d+))?", line, re.IGNORECASE)
    if told:
        return "https", "t.me/" + "/".join(part for part in told.groups() if part)
    found = _SCHEME.match(line)
    if found and found[1].lower() in {"http", "https"}:
        return found[1].lower(), line[found.end() :]
    if found and (found[2] or not re.match(r"\d{1,5}(?:/|$)", line[found.end() :])):
        return "?", ""
    return "", line.removeprefix("//")


def _parts(scheme: str, rest: str) -> Parts | NotAddress:
    authority, path, query, fragment = _split(rest)
    if "@" in authority and not scheme:
        return NotAddress("account")  # an e-mail or a handle
    name, port = _port(authority.rpartition("@")[2], scheme)
    host = _host(name, bare=not scheme and not path)
    if not host:
        return NotAddress("host" if scheme or path else "words")
    return Parts(
        scheme or "https",
        host,
        port,
        _path(path),
        _query(host, query),
        _place(fragment),
    )


def _split(rest: str) -> tuple[str, str, str, str]:
    before, _, fragment = rest.partition("#")
    before, _, query = before.partition("?")
    authority, slash, path = before.partition("/")
    return authority, slash + path, query, fragment


def _port(authority: str, scheme: str) -> tuple[str, str]:
    found = _PORT.search(authority)
    if not found or authority.endswith("]"):
        return authority, ""
    usual = {"http": {"80"}, "https": {"443"}, "": {"80", "443"}}[scheme]
    port = found[1].lstrip("0")
    return authority[: found.start()], "" if port in usual else f":{port}"


def _host(name: str, *, bare: bool) -> str:
    """Return the host as the net knows it, or nothing; ``bare``: nothing else was written."""
    plain_name = plain(name).lower().rstrip(".")
    numeric = _numeric(plain_name)
    if numeric:
        return "" if bare else numeric
    labels = _labels(plain_name)
    if len(labels) < 2 or not all(_LABEL.match(one) for one in labels):  # noqa: PLR2004
        return ""
    if not _ENDING.match(labels[-1]) or (bare and not _likely(plain_name, labels[-1])):
        return ""
    return ".".join(labels)


def _likely(name: str, ending: str) -> bool:
    """Whether a word alone is a host, and neither a file's name nor two sentences."""
    if ending.startswith("xn--"):
        return ending in _KOREAN_ENDINGS
    return not _FILES.fullmatch(ending) and len(name) <= 253  # noqa: PLR2004


def _labels(name: str) -> list[str]:
    if name.isascii():
        return name.split(".")
    try:
        return idna.encode(name, uts46=True).decode("ascii").split(".")
    except (idna.IDNAError, UnicodeError):
        return []


def _numeric(name: str) -> str:
    """Return an IP address in its one spelling; leading zeros are decimal."""
    if name.startswith("[") and name.endswith("]"):
        try:
            return f"[{ipaddress.IPv6Address(name[1:-1])}]"
        except ValueError:
            return ""
    if not re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", name, re.ASCII):
        return ""
    numbers = [int(one) for one in name.split(".")]
    return ".".join(map(str, numbers)) if max(numbers) < 256 else ""  # noqa: PLR2004


def _spelled(part: str, safe: str) -> str:
    """Return a part with every letter that needs it as percent signs, and no other.

    A sign for ``/`` or ``&`` stays a sign: bare, it would mean something else.
    """
    pieces = _MEANT.split(part)
    return "".join(
        piece.upper() if at % 2 else _letters(piece, safe)
        for at, piece in enumerate(pieces)
    )


def _letters(piece: str, safe: str) -> str:
    if _PLAIN.fullmatch(piece):
        return piece
    raw = unquote_to_bytes(piece)
    with contextlib.suppress(
        UnicodeDecodeError
    ):  # an older Korean spelling (CP949) stays
        raw = unicodedata.normalize("NFC", raw.decode("utf-8")).encode("utf-8")
    return quote(raw, safe=safe)


def _path(path: str) -> str:
    return "" if path in {"", "/"} else _spelled(path, _SAFE_PATH)


def _query(host: str, query: str) -> tuple[tuple[str, str], ...]:
    aside = _TRACKING_OF.get(host.removeprefix("www."), set())
    pairs = (one.partition("=") for one in query.split("&") if one)
    kept = ((n, v) for n, _, v in pairs if not _TRACKING.match(n) and n not in aside)
    return tuple(
        (_spelled(n, _SAFE_QUERY), _spelled(v, _SAFE_QUERY + "+=")) for n, v in kept
    )


def _place(fragment: str) -> str:
    """Return a fragment that names a page (``#!/7``, ``#/7``); another is a place in one."""
    return "#" + _spelled(fragment, _SAFE_PATH) if fragment[:1] in {"!", "/"} else ""


def _url_of(parts: Parts) -> str:
    query = "&".join(f"{n}={v}" if v else n for n, v in parts.query)
    path = parts.path or ("/" if query or parts.fragment else "")
    asked = f"?{query}" if query else ""
    return f"{parts.scheme}://{parts.host}{parts.port}{path}{asked}{parts.fragment}"
