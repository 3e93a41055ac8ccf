"""E-mail addresses (이메일): dots and plus are folded for Gmail only, for only there they say nothing.

>>> mail("sunrise 골뱅이 gmail 쩜 com").value
'sunrise@gmail.com'
"""

import re

import idna

from intake.matching.clue import Canonical, Cls
from intake.matching.plain import plain

_AT = re.compile(r"\s*(?:골뱅이|\[at\]|\(at\)|앳)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:쩜|닷|\[dot\]|\(dot\)|(?<=\s)점(?=\s))\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_LABEL = re.compile(
    r"^(?:mailto:|(?:e-?mail|이메일|메일)\s*(?:주소)?\s*:?\s*)", re.IGNORECASE
)
_FORM = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>.]{2,}")
_SAME = {"googlemail.com": "gmail.com", "hanmail.net": "daum.net", "protonmail.com": "proton.me",
         "pm.me": "proton.me"}  # fmt: skip


def mail(raw: str) -> Canonical:
    """Return an e-mail address in lower case, with the one name of its service."""
    text = _LABEL.sub("", _DOT.sub(".", _AT.sub("@", plain(raw)))).strip(" <>")
    text = _ASIDE.sub("", text).partition("?")[0].lower()
    name, at, domain = text.rpartition("@")
    domain = _SAME.get(_ascii(domain), _ascii(domain))
    if domain == "gmail.com":
        name = name.partition("+")[0].replace(".", "")
    value = f"{name}{at}{domain}".replace(" ", "")
    masked = "*" in value or "○" in value
    odd = "" if _FORM.fullmatch(value) else "clue-odd-mail"
    cls: Cls = (
        "W" if odd and not masked else "P"
    )  # without its service it is only words
    return Canonical("email", value, cls, (), masked, "clue-masked" if masked else odd)


def is_mail(text: str) -> bool:
    """Whether a text alone is an e-mail address."""
    told = _LABEL.sub("", _DOT.sub(".", _AT.sub("@", plain(text)))).strip(" <>")
    return bool(_FORM.fullmatch(_ASIDE.sub("", told)))


def _ascii(domain: str) -> str:
    if domain.isascii():
        return domain.strip(". ")
    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return domain
