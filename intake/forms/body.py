"""Read the body of an XForm: what is on the page, in which order, with which words."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import TypeAlias

from intake.errors import FormFaulty
from intake.forms.code import Code
from intake.forms.compiling import compile_at
from intake.forms.model import Block, Choice, Itemset, Kind, SetValue, Text
from intake.forms.wording import itext_text, read_words

Actions: TypeAlias = Callable[[ET.Element, str], tuple[SetValue, ...]]
_KINDS: dict[str, Kind] = {
    "input": "text", "select1": "one", "select": "many", "odk:rank": "rank", "rank": "rank", "trigger": "trigger",
    "range": "range", "upload": "upload", "group": "group", "repeat": "repeat", "secret": "text",
}  # fmt: skip


def read_page(
    body: ET.Element, root: str, actions: Actions
) -> tuple[tuple[Block, ...], dict[str, tuple[SetValue, ...]], dict[str, Block]]:
    """Return the blocks of the page, the actions by trigger path, and the repeats by path."""
    reader = _Reader(actions)
    return reader.blocks(body, root), reader.triggers, reader.repeats


def resolve(reference: str, context: str) -> str:
    """Return the absolute path that a reference in the body means.

    >>> resolve("../b", "/data/a")
    '/data/b'
    """
    reference = reference.strip().removeprefix("current()/")
    if "[" in reference or "(" in reference:
        raise FormFaulty(why="reference", path=context)
    names = [] if reference.startswith("/") else context.strip("/").split("/")
    for name in reference.split("/"):
        if name == "..":
            if not names:
                raise FormFaulty(why="reference", path=context)
            names.pop()
        elif name not in {"", "."}:
            names.append(name)
    return "/" + "/".join(names)


class _Reader:
    def __init__(self, actions: Actions) -> None:
        self._actions = actions
        self.triggers: dict[str, tuple[SetValue, ...]] = {}
        self.repeats: dict[str, Block] = {}

    def blocks(self, parent: ET.Element, context: str) -> tuple[Block, ...]:
        return tuple(
            self._block(element, context) for element in parent if element.tag in _KINDS
        )

    def _block(self, element: ET.Element, context: str) -> Block:
        kind = _KINDS[element.tag]
        reference = element.get("ref") or element.get("nodeset") or ""
        if not reference and kind != "group":
            raise FormFaulty(why="no-reference", path=context)
        path = resolve(reference, context) if reference else ""
        near = path or context
        for kid in element:
            found = self._actions(kid, near)
            if found:
                self.triggers[near] = (*self.triggers.get(near, ()), *found)
        block = Block(
            kind=kind,
            path=path,
            label=_words(element, "label"),
            hint=_words(element, "hint"),
            appearance=element.get("appearance", "").strip(),
            choices=tuple(_choice(item, near) for item in element.findall("item")),
            itemset=_itemset(element.find("itemset"), near),
            bounds=_bounds(element) if kind == "range" else None,
            blocks=self.blocks(element, near) if kind in {"group", "repeat"} else (),
            count=_count(element, near),
            fixed="jr:noAddRemove" in element.attrib
            and element.get("jr:noAddRemove", "") not in {"false()", "false", ""},
        )
        if kind == "repeat":
            if path in self.repeats:
                raise FormFaulty(why="repeat-twice", path=path)
            self.repeats[path] = block
        return block


def _words(element: ET.Element, tag: str) -> Text | None:
    return read_words(element.find(tag))


def _choice(item: ET.Element, path: str) -> Choice:
    value = (item.findtext("value") or "").strip()
    if item.find("value") is None:
        raise FormFaulty(why="choice-without-value", path=path)
    return Choice(value, read_words(item.find("label")) or Text((value,)))


def _itemset(element: ET.Element | None, path: str) -> Itemset | None:
    if element is None:
        return None
    source = element.get("nodeset", "").strip()
    value = element.find("value")
    if not source or value is None or not value.get("ref"):
        raise FormFaulty(why="itemset", path=path)
    value_code = compile_at(value.get("ref", "").strip(), path, "itemset")
    label = element.find("label")
    reference = "" if label is None else (label.get("ref") or "").strip()
    words = (
        itext_text(compile_at(reference, path, "itemset"))
        if reference
        else itext_text(value_code)
    )
    return Itemset(compile_at(source, path, "itemset"), value_code, words, path)


def _bounds(element: ET.Element) -> tuple[str, str, str]:
    return element.get("start", ""), element.get("end", ""), element.get("step", "1")


def _count(element: ET.Element, path: str) -> Code | None:
    source = element.get("jr:count", "").strip()
    return compile_at(source, path, "count") if source else None
