r"""Nodes of secondary instances: lists of choices and tables that never change.

>>> items_from_csv("people", "name,age\na,3\n").below("root")[0].below("item")[0].below("age")[0].text()
'3'
"""

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from intake.errors import Malformed, Oversized

MOST_ROWS = 100_000


class Item:
    """One node of a table."""

    __slots__ = ("_above", "_attributes", "_kids", "_text", "name")

    def __init__(self, name: str, above: "Item | None" = None, text: str = "") -> None:
        """Lie below another node, or be a document."""
        self.name = name
        self._above = above
        self._kids: list[Item] = []
        self._attributes: list[Item] = []
        self._text = text

    @property
    def above(self) -> "Item | None":
        """The node this one lies in."""
        return self._above

    def text(self) -> str:
        """The text, with that of everything inside."""
        return (
            self._text + "".join(kid.text() for kid in self._kids)
            if self._kids
            else self._text
        )

    def below(self, name: str) -> "Sequence[Item]":
        """The kids of one name."""
        return [kid for kid in self._kids if kid.name == name]

    def all_below(self) -> "Sequence[Item]":
        """Every kid in order."""
        return self._kids

    def attribute(self, name: str) -> "Sequence[Item]":
        """The attribute of a name, or nothing."""
        return [one for one in self._attributes if name in {one.name, "*", "node()"}]

    def place(self) -> int:
        """Its number among the siblings of the same name, from 1."""
        if self._above is None:
            return 1
        return next(
            at for at, one in enumerate(self._above.below(self.name), 1) if one is self
        )

    def add(self, name: str, text: str = "") -> "Item":
        """Put a kid at the end."""
        kid = Item(name, self, text)
        self._kids.append(kid)
        return kid

    def copied(self, above: "Item | None" = None) -> "Item":
        """Return the same again, to be added to."""
        made = Item(self.name, above, self._text)
        made._kids = [kid.copied(made) for kid in self._kids]
        made._attributes = [one.copied(made) for one in self._attributes]
        return made

    def take_in(self, element: ET.Element) -> "Item":
        """Copy an element and all that is in it to the end."""
        kid = self.add(element.tag, "" if len(element) else (element.text or ""))
        for name, text in element.attrib.items():
            kid.add_attribute(name, text)
        for inner in element:
            kid.take_in(inner)
        return kid

    def add_attribute(self, name: str, text: str) -> None:
        """Put an attribute on this node."""
        self._attributes.append(Item(name, self, text))


def document_of(element: ET.Element) -> Item:
    """Return a document node with the element below it."""
    document = Item("")
    document.take_in(element)
    return document


def items_from_csv(name: str, text: str) -> Item:
    """Return a CSV side file as ``/root/item/<column>``.

    Raises:
        Malformed: no header line, or a row with more cells than the header.
        Oversized: more than ``MOST_ROWS`` rows.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    header = next(reader, None)
    if not header:
        raise Malformed(what="csv", name=name)
    document = Item("")
    root = document.add("root")
    for count, row in enumerate(reader):
        if count >= MOST_ROWS:
            raise Oversized(limit=MOST_ROWS)
        if len(row) > len(header):
            raise Malformed(what="csv", name=name)
        item = root.add("item")
        for column, cell in zip(header, row, strict=False):
            item.add(column.strip(), cell)
    return document
