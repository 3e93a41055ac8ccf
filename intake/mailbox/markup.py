"""What a server lists, as XML: bounded, without entities, without anything it points to."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from intake.errors import MailboxOdd

_MOST = 64 << 20  # bytes of one answer


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
