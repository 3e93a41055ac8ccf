"""Which purposes this version serves, and which it only keeps a place for.

* ``sync`` carries words and attachments, ``receipt`` carries a receipt; nothing else does.
* ``notice`` (링크 알림), ``handover`` (이관) and ``backup`` are reserved: such a bundle is
  kept untouched until a version comes that serves it.
"""

from typing import Final

from intake.bundle import READER, Contents, Purpose
from intake.errors import Malformed, TooNew

RESERVED: Final = frozenset({Purpose.NOTICE, Purpose.HANDOVER, Purpose.BACKUP})


def check_purpose(contents: Contents) -> None:
    """Check that what a bundle holds is what its purpose allows.

    Raises:
        TooNew: a purpose that this version only reserves.
        Malformed: words in a receipt, or a receipt among words.
    """
    purpose = contents.manifest.purpose
    if purpose in RESERVED:
        raise TooNew(what="bundle-purpose", version=READER + 1)
    has_words = bool(contents.pressed or contents.attachments)
    is_receipt = purpose is Purpose.RECEIPT
    if has_words == is_receipt or bool(contents.documents) != is_receipt:
        raise Malformed(what="purpose")
