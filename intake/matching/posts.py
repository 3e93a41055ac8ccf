"""The number that a known service gives a post (게시물 번호), whatever address leads to it.

``x.com/<any name>/status/17`` is the post 17: the name in it is a second clue, not a part of it.

>>> post_of("m.youtube.com", "/shorts/dQw4w9WgXcQ", {}).key
'youtube:dQw4w9WgXcQ'
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

TWITTER = frozenset({"twitter.com", "mobile.twitter.com", "m.twitter.com", "x.com",
                     "mobile.x.com", "fxtwitter.com", "vxtwitter.com", "fixupx.com",
                     "nitter.net"})  # fmt: skip
INSTAGRAM = frozenset({"instagram.com", "m.instagram.com", "ddinstagram.com", "instagr.am"})  # fmt: skip
TELEGRAM = frozenset({"t.me", "telegram.me", "telegram.dog"})
TIKTOK = frozenset({"tiktok.com", "m.tiktok.com", "vm.tiktok.com", "vt.tiktok.com"})
FACEBOOK = frozenset({"facebook.com", "m.facebook.com", "web.facebook.com", "fb.com", "ko-kr.facebook.com"})  # fmt: skip
YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"})  # fmt: skip
DC = frozenset({"gall.dcinside.com", "m.dcinside.com"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post: what it is known by, and the account in its address, if one stands there."""

    key: str = field(repr=False)
    account: tuple[str, str] | None = field(default=None, repr=False)  # kind, name


def post_of(host: str, path: str, query: Mapping[str, str]) -> Post | None:
    """Return the post an address leads to, where the service is known."""
    steps = [step for step in path.split("/") if step]
    for hosts, read in _SERVICES:
        if host in hosts:
            return read(steps, query)
    return _youtu(steps) if host == "youtu.be" else None


def _twitter(steps: list[str], _query: Mapping[str, str]) -> Post | None:
    where = next(
        (at for at, step in enumerate(steps) if step in {"status", "statuses"}), 0
    )
    number = (
        re.match(r"\d{5,20}", steps[where + 1]) if 0 < where < len(steps) - 1 else None
    )
    if not number:
        return None
    name = steps[where - 1].lower()
    known = name not in {"i", "web"} and re.fullmatch(r"\w{1,15}", name)
    return Post(f"twitter:{number[0]}", ("twitter", name) if known else None)


def _instagram(steps: list[str], _query: Mapping[str, str]) -> Post | None:
    at = next((at for at, step in enumerate(steps[:2]) if step in {"p", "reel", "reels", "tv"}), -1)  # fmt: skip
    if at < 0 or len(steps) < at + 2:
        return None
    account = ("instagram", steps[0].lower()) if at == 1 else None
    return Post(f"instagram:{steps[at + 1]}", account)


def _telegram(steps: list[str], _query: Mapping[str, str]) -> Post | None:
    steps = steps[1:] if steps[:1] == ["s"] else steps
    if len(steps) < 2 or not steps[-1].isdigit():  # noqa: PLR2004
        return None
    if steps[0] == "c":
        return Post("telegram:c/" + "/".join(steps[1:]))
    if not re.fullmatch(r"[A-Za-z]\w{3,31}", steps[0], re.ASCII):
        return None
    name = steps[0].lower()
    return Post(f"telegram:{name}/{steps[-1]}", ("telegram", name))


def _tiktok(steps: list[str], _query: Mapping[str, str]) -> Post | None:
    if len(steps) < 3 or steps[1] not in {"video", "photo"} or not steps[0].startswith("@"):  # noqa: PLR2004 # fmt: skip
        return None
    return Post(f"tiktok:{steps[2]}", ("tiktok", steps[0][1:].lower()))


def _facebook(steps: list[str], query: Mapping[str, str]) -> Post | None:
    number = query.get("story_fbid") or query.get("fbid") or query.get("v")
    at = next(
        (at for at, step in enumerate(steps) if step in {"posts", "videos", "reel"}), -1
    )
    if at >= 0 and len(steps) > at + 1:
        number = steps[-1]
    return Post(f"facebook:{number}") if number else None


def _youtube(steps: list[str], query: Mapping[str, str]) -> Post | None:
    if steps[:1] == ["watch"] and query.get("v"):
        return Post(f"youtube:{query['v']}")
    if len(steps) > 1 and steps[0] in {"shorts", "embed", "live", "v"}:
        return Post(f"youtube:{steps[1]}")
    return None


def _youtu(steps: list[str]) -> Post | None:
    return Post(f"youtube:{steps[0]}") if steps else None


def _dc(steps: list[str], query: Mapping[str, str]) -> Post | None:
    if query.get("id") and query.get("no"):
        return Post(f"dc:{query['id'].lower()}/{query['no']}")
    if len(steps) == 3 and steps[0] in {"board", "mini"} and steps[2].isdigit():  # noqa: PLR2004
        return Post(f"dc:{steps[1].lower()}/{steps[2]}")
    return None


_SERVICES: tuple[tuple[frozenset[str], Callable[[list[str], Mapping[str, str]], Post | None]], ...] = (
    (TWITTER, _twitter),
    (INSTAGRAM, _instagram),
    (TELEGRAM, _telegram),
    (TIKTOK, _tiktok),
    (FACEBOOK, _facebook),
    (YOUTUBE, _youtube),
    (DC, _dc),
)  # fmt: skip
