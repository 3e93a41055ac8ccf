"""The words a consent was given to: which purposes, which version, which hash.

* The hash is over every sentence a person heard or read, in the language it was in, so that a
  consent can always be held against its own words.

>>> consent_hash("ko") == consent_hash("ko") != consent_hash("en")
True
"""

import hashlib
from collections.abc import Sequence

from intake.text import texts_in

PURPOSES = ("RECORD", "SENSITIVE", "DELETE", "CENTRAL", "CENTER", "MATCH", "STATS")
# Asked when they are needed, each receiver on its own line.
ASKED_LATER = ("COURT", "POLICE", "LAWYER", "MEDICAL")
NOTICE = ("receiver", "purpose", "items", "keep", "refuse")  # 알릴 다섯 가지


def consent_version() -> str:
    """Return the version of the wording."""
    return texts_in("ko")("consent-version")


def consent_hash(language: str, purposes: Sequence[str] = PURPOSES) -> str:
    """Return the SHA-256 of the wording, as hex; of the whole gate unless purposes are named."""
    texts = texts_in(language)
    heard = [
        texts(f"consent-{purpose.lower()}-{part}")
        for purpose in purposes
        for part in ("title", "spoken", *NOTICE)
    ]
    said = "\n".join([language, consent_version(), *heard])
    return hashlib.sha256(said.encode("utf-8")).hexdigest()
