"""Accounts (계정) of services, by the one name the service knows them by.

* An address says more than the kind somebody chose: ``t.me/+8210…`` is a telephone,
  ``t.me/+AbC`` an invitation, ``x.com/…/status/17`` a post.
* A number that outlives a new name is a kind of its own (``telegram_id``, ``twitter_id``).

>>> handle("telegram", "텔레그램 아이디: @Black_Cat99").value
'black_cat99'
>>> linked("https://t.me/joinchat/AbCdEfGhIjk").kind
'telegram_invite'
"""

import re
from collections.abc import Callable

from intake.matching.address import NotAddress, Parts, take_apart
from intake.matching.clue import Canonical
from intake.matching.phone import is_nobodys, number
from intake.matching.plain import plain, undone
from intake.matching.posts import (
    FACEBOOK,
    INSTAGRAM,
    TELEGRAM,
    TIKTOK,
    TWITTER,
    post_of,
)

_CALLED: dict[str, str] = {
    "telegram": r"텔레그램|텔그|텔레|telegram|tg",
    "twitter": r"트위터|엑스|twitter|x(?=\s*[:@])",
    "instagram": r"인스타그램|인스타|insta(?:gram)?|ig(?=\s*[:@])",
    "kakao_id": r"카카오톡|카톡|카카오|kakao(?:talk)?|kt(?=\s*[:@])",
    "kakao_openchat": r"오픈채팅|오픈카톡|오픈챗|오픈톡|openchat",
    "discord": r"디스코드|디코|discord",
    "tiktok": r"틱톡|tiktok",
    "facebook": r"페이스북|페북|facebook|fb(?=\s*[:@])",
    "line": r"라인|line",
}
_WORD = r"\s*(?:아이디|계정|주소|유저네임|사용자명|닉네임|id|user(?:name)?|handle)?\s*(?:은|는)?\s*[:=]?\s*"
_LABELS = {kind: re.compile(rf"^(?:{names})(?![A-Za-z0-9_.]){_WORD}", re.IGNORECASE) for kind, names in _CALLED.items()}  # fmt: skip
_ANY_WORD = re.compile(
    r"^(?:아이디|계정|유저네임|사용자명|id)\s*[:=]\s*", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s+[(\[][^)\]]*[)\]]\s*$|(?<=[A-Za-z0-9_])[(\[][^)\]]*[가-힣][^)\]]*[)\]]\s*$"
)
_FORMS = {
    "telegram": r"[a-z]\w{3,31}(?<!_)",
    "twitter": r"\w{1,15}",
    "instagram": r"[a-z0-9._]{1,30}",
    "tiktok": r"[a-z0-9._]{2,24}",
    "kakao_id": r"[a-z0-9._-]{4,20}",
    "discord": r"[a-z0-9._]{2,32}(?:#\d{4})?",
    "line": r"[a-z0-9._-]{1,20}",
    "facebook": r"[a-z0-9.]{1,50}",
}
_NUMBERED = {"telegram": "telegram_id", "twitter": "twitter_id", "facebook": "facebook_id", "discord": "discord_id"}  # fmt: skip
_FEWEST = {"telegram": 5, "twitter": 16, "facebook": 13, "discord": 17}
_HIDDEN = re.compile(r"[*○●◯]|x{3,}$|\.{3}$|…")
_MOBILE = re.compile(r"01[016789]\d{7,8}", re.ASCII)


def handle(kind: str, raw: str) -> Canonical:
    """Return an account of a service that somebody named."""
    text = _ASIDE.sub("", unlabelled(kind, raw)).strip().removeprefix("@").strip()
    name = text.lower()
    if kind in _NUMBERED and _MOBILE.fullmatch(name):
        return number(name)  # no service gives a number that begins so
    if name.isdigit() and is_nobodys(name):
        return Canonical(kind, name, "W", warning_id="clue-placeholder")
    if kind in _NUMBERED and name.isdigit() and len(name) >= _FEWEST[kind]:
        return Canonical(_NUMBERED[kind], name.lstrip("0"), "P")
    if _HIDDEN.search(name):
        return Canonical(kind, name, "P", masked=True, warning_id="clue-masked")
    if kind in _FORMS and not re.fullmatch(_FORMS[kind], name, re.ASCII):
        # The name that is shown, most likely: very many are called the same.
        return Canonical(kind, name, "W", warning_id="clue-odd-account-name")
    return Canonical(kind, name, "P")


def numeric(kind: str, raw: str) -> Canonical:
    """Return a number that a service gave an account for ever."""
    found = re.search(r"\d{3,20}", plain(raw))
    value = found[0].lstrip("0") if found else plain(raw).lower()
    return Canonical(kind, value, "P", warning_id="" if found else "clue-odd-number")


def open_chat(raw: str) -> Canonical:
    """Return an open chat by the letters of its link, which keep their case."""
    text = unlabelled("kakao_openchat", raw).partition("?")[0].strip("/ ")
    token = text.rpartition("/")[2]
    return _room(token, odd=not re.fullmatch(r"[A-Za-z0-9]{4,24}", token))


def _room(token: str, *, odd: bool = False) -> Canonical:
    """A 1:1 room (``/o/s…``) is one person's; a group room and any other is a place."""
    cls = "P" if token.startswith("s") else "G"
    return Canonical("kakao_openchat", f"o/{token}", "P" if cls == "P" else "G", warning_id="clue-odd-link" if odd else "")  # fmt: skip


def unlabelled(kind: str, raw: str) -> str:
    """Return what somebody wrote without the name of the service before it."""
    text = plain(raw)
    if kind in _LABELS:
        text = _LABELS[kind].sub("", text)
    return _ANY_WORD.sub("", text)


def service_named(raw: str) -> str:
    """Return the service whose name stands before an account, or nothing."""
    text = plain(raw)
    for kind, label in _LABELS.items():
        found = label.match(text)
        rest = text[found.end() :] if found else ""
        if re.fullmatch(r"@?[A-Za-z0-9_.#-]{2,40}", rest):
            return kind
    return ""


def linked(raw: str) -> Canonical | None:
    """Return the account, room or post that an address of a known service leads to."""
    text = plain(raw)
    if not any(mark in text for mark in ("://", ".", "[", "(")):
        return None  # nothing in it can be an address
    text = undone(text)
    own = _own_scheme(text)
    if own is not None:
        return own
    parts = take_apart(text)
    if isinstance(parts, NotAddress):
        return None
    post = post_of(parts.site, parts.path, dict(parts.query))
    if post is not None:
        keys = (post.account,) if post.account else ()
        return Canonical("post", post.key, "T", keys)
    for hosts, read in _SERVICES:
        if parts.site in hosts:
            return read([one for one in parts.path.split("/") if one], parts)
    return _by_subdomain(parts)


def _own_scheme(text: str) -> Canonical | None:
    """``tg://`` and the like open a program, not a page."""
    for pattern, kind in _SCHEMES:
        found = pattern.match(text)
        if not found:
            continue
        if kind == "telegram_invite":
            return Canonical(kind, found[1], "G")
        return (
            numeric(kind, found[1]) if kind.endswith("_id") else handle(kind, found[1])
        )
    return None


_SCHEMES = (
    (
        re.compile(r"tg://resolve\?domain=(\w+)(?!.*[&?]post=)", re.IGNORECASE),
        "telegram",
    ),
    (
        re.compile(r"tg://(?:openmessage\?user_id|user\?id)=(\d+)", re.IGNORECASE),
        "telegram_id",
    ),
    (re.compile(r"tg://join\?invite=([\w-]+)", re.IGNORECASE), "telegram_invite"),
    (re.compile(r"instagram://user\?username=([\w.]+)", re.IGNORECASE), "instagram"),
    (re.compile(r"twitter://user\?screen_name=(\w+)", re.IGNORECASE), "twitter"),
    (re.compile(r"fb://profile/(\d+)", re.IGNORECASE), "facebook_id"),
)


def _telegram(steps: list[str], _parts: Parts) -> Canonical | None:
    steps = steps[1:] if steps[:1] == ["s"] else steps
    first = steps[0] if steps else ""
    if first.lower() == "joinchat" and len(steps) > 1:
        return Canonical("telegram_invite", steps[1], "G")
    if re.fullmatch(r"\+\d{8,15}", first):
        return number(first)
    if first.startswith("+"):
        return Canonical("telegram_invite", first[1:], "G")
    return handle("telegram", first) if first and first not in {"addstickers", "share", "proxy"} else None  # fmt: skip


def _twitter(steps: list[str], parts: Parts) -> Canonical | None:
    query = dict(parts.query)
    if steps[:2] == ["i", "user"] and len(steps) > 2:  # noqa: PLR2004
        return numeric("twitter_id", steps[2])
    if query.get("user_id") or query.get("screen_name"):
        asked = query.get("user_id")
        return (
            numeric("twitter_id", asked)
            if asked
            else handle("twitter", query["screen_name"])
        )
    aside = {"home", "search", "hashtag", "explore", "i", "intent", "share", "settings"}
    return handle("twitter", steps[0]) if steps and steps[0] not in aside else None


def _instagram(steps: list[str], _parts: Parts) -> Canonical | None:
    if steps[:1] == ["stories"] and len(steps) > 1 and steps[1] != "highlights":
        return handle("instagram", steps[1])
    aside = {"explore", "accounts", "direct", "stories", "s", "p", "reel"}
    return handle("instagram", steps[0]) if steps and steps[0] not in aside else None


def _tiktok(steps: list[str], _parts: Parts) -> Canonical | None:
    return handle("tiktok", steps[0]) if steps and steps[0].startswith("@") else None


def _facebook(steps: list[str], parts: Parts) -> Canonical | None:
    number_ = dict(parts.query).get("id", "")
    if steps[:1] == ["profile.php"] and number_.isdigit():
        return numeric("facebook_id", number_)
    aside = {
        "profile.php",
        "groups",
        "watch",
        "share",
        "events",
        "pages",
        "photo",
        "story.php",
    }
    return (
        handle("facebook", steps[0])
        if len(steps) == 1 and steps[0] not in aside
        else None
    )


def _kakao(steps: list[str], _parts: Parts) -> Canonical | None:
    if len(steps) > 1 and steps[0] == "o":
        return _room(steps[1])
    if len(steps) > 1:
        return Canonical("kakao_openchat", f"{steps[0]}/{steps[1]}", "G")
    return None


def _discord(steps: list[str], parts: Parts) -> Canonical | None:
    if steps[:1] == ["users"] and len(steps) > 1:
        return numeric("discord_id", steps[1])
    if parts.site == "discord.gg" or steps[:1] == ["invite"]:
        return Canonical("discord_invite", steps[-1], "G") if steps else None
    return None


def _line(steps: list[str], _parts: Parts) -> Canonical | None:
    if steps and steps[-1].startswith("~"):
        return handle("line", steps[-1][1:])
    if "g" in steps[:-1]:
        return Canonical("line_group", steps[-1], "G")
    return None


def _by_subdomain(parts: Parts) -> Canonical | None:
    """``name.t.me`` is the page of an account."""
    name, dot, rest = parts.site.partition(".")
    return handle("telegram", name) if dot and rest == "t.me" else None


_SERVICES: tuple[tuple[frozenset[str], Callable[[list[str], Parts], Canonical | None]], ...] = (
    (TELEGRAM, _telegram),
    (TWITTER, _twitter),
    (INSTAGRAM, _instagram),
    (TIKTOK, _tiktok),
    (FACEBOOK, _facebook),
    (frozenset({"open.kakao.com"}), _kakao),
    (frozenset({"discord.com", "discordapp.com", "discord.gg"}), _discord),
    (frozenset({"line.me"}), _line),
)  # fmt: skip
