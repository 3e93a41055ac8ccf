"""What the servers of the tests do wrong, stage by stage, and what must be said of it."""

import os
import re

from intake.errors import (
    Altered,
    Cut,
    MailboxAway,
    MailboxOdd,
    MailboxRefuses,
    NoRoom,
    ReadOnlyPlace,
)
from tests.mailbox.liars import (
    cut,
    drips,
    endless,
    hangs,
    hangs_midway,
    longer,
    respelled,
    says,
    shorter,
)
from tests.mailbox.servers import HERE

PAGE = b"<!doctype html><html><body>Please log in<br></body></html>"
ELSEWHERE = {
    "another host": "https://elsewhere.example/box/",
    "without TLS": "http://elsewhere.example/box/",
    "in a circle": "{self}",
    "another port here": f"http://{HERE}:9/",
}
OTHERS = ["/box/intake-mailbox/v1/../../../etc/passwd", "//evil.example/x.age", "http://[::1/", "/box/intake-mailbox/v1/C0", "C:\\x"]  # fmt: skip
HUGE = (b"9" * 6_000, b"18446744073709551616", b"99999999999999999")


ERRORS = {"닿을 수 없": MailboxAway, "대답": MailboxOdd, "다른 곳": MailboxOdd, "암호": MailboxRefuses, "허락": MailboxRefuses}  # fmt: skip


def sized(number):
    return respelled(lambda body: re.sub(rb"(length>)[0-9]+", rb"\g<1>" + number, body))


LISTS = {
    "hangs": (hangs, "닿을 수 없"),
    "hangs midway": (hangs_midway, "닿을 수 없"),
    "drips": (drips, "닿을 수 없"),
    "a page for people": (says(200, PAGE, Content_Type="text/html"), "대답"),
    "a page as a list": (says(207, PAGE), "대답"),
    "nothing": (says(207), "대답"),
    "garbage": (says(207, os.urandom(999)), "대답"),
    "cut markup": (respelled(lambda body: body[: len(body) // 2]), "대답"),
    "hung up": (cut, "대답"),
    "no session any more": (says(401), "암호"),
    "not allowed any more": (says(403), "허락"),
    "broken": (says(500), "닿을 수 없"),
    "busy": (says(503, Retry_After="3600"), "닿을 수 없"),
    "too often": (says(429, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"), "닿을 수 없"),
    **{f"leads to {name}": (says(302, Location=where), "다른 곳") for name, where in ELSEWHERE.items()},
    **{f"a size of {len(one)} digits": (sized(one), "대답") for one in HUGE},
}  # fmt: skip


GETS = {
    "hangs": (hangs, MailboxAway),
    "hangs midway": (hangs_midway, MailboxAway),
    "drips": (drips, MailboxAway),
    "hung up": (cut, MailboxOdd),
    "no session any more": (says(401), MailboxRefuses),
    "busy": (says(503, Retry_After="1"), MailboxAway),
    "leads elsewhere": (says(307, Location="https://elsewhere.example/"), MailboxOdd),
    "shorter": (shorter, Altered),
    "longer": (longer, Cut),
    "endless": (endless, Cut),
    "a page for people": (says(200, PAGE, Content_Type="text/html"), Cut),
    "a short page": (says(200, PAGE[:9], Content_Type="text/html"), Altered),
    "nothing": (says(200), Altered),
    "gone": (says(404), Cut),
}


def forgets(asked, honest):
    """Says that it has the bytes, and has not."""
    asked.liar.files.pop(asked.plain, None)
    return honest


def half(asked, honest):
    """Keeps half of them."""
    kept = asked.liar.files.get(asked.plain, b"")
    asked.liar.files[asked.plain] = kept[: len(kept) // 2]
    return honest


PUTS = {
    ("put-unread", "hangs"): (hangs, MailboxAway),
    ("put", "hangs"): (hangs, MailboxAway),
    ("put", "no session any more"): (says(401), MailboxRefuses),
    ("put", "full"): (says(507), NoRoom),
    ("put", "too much"): (says(413), NoRoom),
    ("put", "read only"): (says(405), ReadOnlyPlace),
    ("put", "locked"): (says(423), MailboxAway),
    ("put", "leads elsewhere"): (says(308, Location="http://elsewhere.example/"), MailboxOdd),
    ("put", "forgets"): (forgets, Cut),
    ("put", "keeps half"): (half, Cut),
    ("look", "a page for people"): (says(200, PAGE), MailboxOdd),
    ("move", "hangs"): (hangs, MailboxAway),
    ("move", "broken"): (says(500), MailboxAway),
    ("make", "not allowed"): (says(403), MailboxRefuses),
}  # fmt: skip
