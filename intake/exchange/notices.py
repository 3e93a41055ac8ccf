"""What a bundle may hold for its purpose, and the notice of withdrawals (철회 알림).

* ``sync`` carries words and attachments, and perhaps one notice; ``receipt`` carries a
  receipt, ``escrow`` a letter about match-only (일치 확인); nothing else does.
* A notice names every class of a case that was shared before and may no longer be. It is
  a whole list and not a difference, so a lost or doubled one does no harm.
* ``notice`` (링크 알림), ``handover`` (이관) and ``backup`` are reserved purposes: such a
  bundle is kept untouched until a version comes that serves it.
"""

import json
import re
from collections.abc import Iterable
from typing import Final

from intake.bundle import (
    ESCROW,
    PAPERS,
    READER,
    RECEIPT,
    RECEIPT_SIGNATURE,
    Contents,
    Purpose,
)
from intake.crypto import canonical_json
from intake.errors import Malformed, TooNew
from intake.exchange.holdings import Part
from intake.ids import Scope
from intake.ledger import CLASSES

NOTICE: Final = "data/notices/000001.json"
VERSION: Final = 1
RESERVED: Final = frozenset({Purpose.NOTICE, Purpose.HANDOVER, Purpose.BACKUP})
_SCOPE = re.compile(r"[a-z]{1,16}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check_purpose(contents: Contents) -> None:
    """Check that what a bundle holds is what its purpose allows.

    Raises:
        TooNew: a purpose that this version only reserves.
        Malformed: words in a receipt, a receipt among words, or an empty bundle.
    """
    purpose = contents.manifest.purpose
    if purpose in RESERVED:
        raise TooNew(what="bundle-purpose", version=READER + 1)
    documents = set(contents.documents) - PAPERS  # these go along with anything
    has_words = bool(contents.pressed or contents.attachments)
    if purpose is Purpose.RECEIPT:
        fits = documents == {RECEIPT, RECEIPT_SIGNATURE} and not has_words
    elif purpose is Purpose.ESCROW:
        fits = documents == {ESCROW} and not has_words
    else:
        fits = documents <= {NOTICE} and (has_words or bool(contents.documents))
    if not fits:
        raise Malformed(what="purpose")


def notice_bytes(parts: Iterable[Part]) -> bytes:
    """Return the notice that names these parts."""
    named = [[scope, cls] for scope, cls in sorted(parts)]
    return canonical_json({"v": VERSION, "withdrawn": named})


def read_notice(data: bytes) -> frozenset[Part]:
    """Return the parts a notice names.

    Raises:
        TooNew: of a later version.
        Malformed: not a notice in its one spelling.
    """
    try:
        said = json.loads(data)
        if said["v"] > VERSION:
            raise TooNew(what="notice", version=said["v"])
        parts = frozenset(_part(scope, cls) for scope, cls in said["withdrawn"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Malformed(what="notice") from error
    if notice_bytes(parts) != data:
        raise Malformed(what="notice")
    return parts


def _part(scope: str, cls: str) -> Part:
    if not _SCOPE.fullmatch(scope) or cls not in CLASSES:
        raise Malformed(what="notice")
    return (Scope(scope), cls)
