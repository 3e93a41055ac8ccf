"""Read the XML of a form, and refuse XML that is out to hurt.

* A document type or an entity declaration is refused at its first byte: forms need none.
* Bytes, elements and depth have a limit, checked while reading and not after.
* Names come back with the prefix this house knows (``jr:``, ``odk:``, ``ieum:`` …), whatever the file calls it.

>>> read_xml(b"<a xmlns='http://www.w3.org/2002/xforms'><b c='d'/></a>")[0].tag
'b'
"""

import xml.etree.ElementTree as ET
from xml.parsers import expat

from intake.errors import Malformed, Oversized

MOST_BYTES = 16 * 1024 * 1024
MOST_ELEMENTS = 400_000
DEEPEST = 64

_PREFIX = {
    "http://www.w3.org/2002/xforms": "",
    "http://www.w3.org/1999/xhtml": "",
    "http://openrosa.org/javarosa": "jr",
    "http://www.opendatakit.org/xforms": "odk",
    "http://www.opendatakit.org/xforms/entities": "entities",
}


def read_xml(raw: bytes) -> ET.Element:
    """Return the root element.

    Raises:
        Malformed: not well-formed, or it declares a document type or entities.
        Oversized: too many bytes, elements or levels.
    """
    if len(raw) > MOST_BYTES:
        raise Oversized(limit=MOST_BYTES)
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.namespace_prefixes = True
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        raise Malformed(what="xml", line=error.lineno) from None
    return builder.tree.close()


def _refuse(*_: object) -> None:
    raise Malformed(what="doctype")


class _Builder:
    """Counts while it builds."""

    def __init__(self) -> None:
        self.tree = ET.TreeBuilder()
        self._elements = 0
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS:
            raise Oversized(limit=MOST_ELEMENTS)
        if self._depth > DEEPEST:
            raise Oversized(limit=DEEPEST)
        self.tree.start(
            _name(tag), {_name(name): text for name, text in attributes.items()}
        )

    def end(self, tag: str) -> None:
        self._depth -= 1
        self.tree.end(_name(tag))

    def data(self, text: str) -> None:
        self.tree.data(text)


def _name(expanded: str) -> str:
    address, _, rest = expanded.partition("\n")
    if not rest:
        return expanded
    local, _, written = rest.partition("\n")
    prefix = _PREFIX.get(address, "ieum" if written == "ieum" else written)
    return f"{prefix}:{local}" if prefix else local
