"""What a server lists, as XML: bounded, without entities, without anything it points to."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from intake.errors import MailboxOdd

_MOST = 64 << 20  # bytes of one answer
LARGEST: Final = 2**53  # bytes of anything that lies anywhere


def read_markup(chunks: Iterator[bytes], mailbox: str) -> Element:
    """Return the root of an answer.

    Raises:
        MailboxOdd: it is too long, or no such markup (a page for people, say).
    """
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > _MOST:
            raise MailboxOdd(mailbox=mailbox, why="answer")
    try:
        root: Element = fromstring(bytes(data))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise MailboxOdd(mailbox=mailbox, why="answer") from error
    return root


def read_size(text: str, mailbox: str) -> int | None:
    """Return a size as a server spells it; None where it is no number.

    Raises:
        MailboxOdd: no medium holds that much.
    """
    if not (text.isascii() and text.isdigit()):
        return None
    if len(text) > len(str(LARGEST)) or int(text) > LARGEST:
        raise MailboxOdd(mailbox=mailbox, why="answer")
    return int(text)
