"""Read the primary instance: the nodes of the form, their defaults, their repeats."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace

from intake.errors import FormFaulty
from intake.forms.model import UNBOUND, Bind, Block, Repeat, Spec

_TEMPLATE = "jr:template"


def read_root(
    element: ET.Element, binds: Mapping[str, Bind], repeats: Mapping[str, Block]
) -> Spec:
    """Return the tree of specs.

    Raises:
        FormFaulty: a bind, question or repeat names a node that is not there.
    """
    reader = _Reader(binds, repeats)
    root = reader.spec(element, "")
    for path in repeats:
        if path not in reader.paths:
            raise FormFaulty(why="no-node", path=path)
    return root


class _Reader:
    def __init__(self, binds: Mapping[str, Bind], repeats: Mapping[str, Block]) -> None:
        self._binds = binds
        self._repeats = repeats
        self.paths: set[str] = set()

    def spec(self, element: ET.Element, above: str) -> Spec:
        path = f"{above}/{element.tag}"
        self.paths.add(path)
        kids = self._kids(element, path)
        return Spec(
            name=element.tag,
            path=path,
            kids=kids,
            default="" if len(element) else (element.text or ""),
            bind=self._binds.get(path, UNBOUND),
            attributes=tuple(self._attributes(element, path)),
            entity=_entity(element),
        )

    def _kids(self, element: ET.Element, path: str) -> tuple[Spec, ...]:
        by_name: dict[str, list[ET.Element]] = {}
        for kid in element:
            by_name.setdefault(kid.tag, []).append(kid)
        found: list[Spec] = []
        for name, kids in by_name.items():
            if f"{path}/{name}" in self._repeats:
                found.append(self._repeat(kids, path, self._repeats[f"{path}/{name}"]))
            else:
                found.extend(self.spec(kid, path) for kid in kids)
        return tuple(found)

    def _repeat(self, kids: list[ET.Element], above: str, block: Block) -> Spec:
        templates = [kid for kid in kids if _TEMPLATE in kid.attrib]
        rows = [kid for kid in kids if _TEMPLATE not in kid.attrib]
        template = self.spec((templates or rows)[0], above)
        repeat = Repeat(
            template=template,
            rows=tuple(_whole(self.spec(row, above), template) for row in rows),
            count=block.count,
            fixed=block.fixed,
        )
        return replace(template, repeat=repeat)

    def _attributes(self, element: ET.Element, path: str) -> list[Spec]:
        return [
            Spec(
                name,
                f"{path}/@{name}",
                default=text,
                bind=self._binds.get(f"{path}/@{name}", UNBOUND),
            )
            for name, text in element.attrib.items()
            if name != _TEMPLATE
        ]


def _whole(row: Spec, template: Spec) -> Spec:
    """A row that the form brings along has every node of its template, and no more rows in it than it says."""
    there = {kid.name for kid in row.kids}
    lacking = [kid for kid in template.kids if kid.name not in there]
    empty = [
        replace(kid, repeat=replace(kid.repeat, rows=())) if kid.repeat else kid
        for kid in lacking
    ]
    return replace(row, kids=(*row.kids, *empty)) if empty else row


def _entity(element: ET.Element) -> str:
    entity = next(
        (
            kid
            for meta in element
            if _local(meta) == "meta"
            for kid in meta
            if _local(kid) == "entity"
        ),
        None,
    )
    return "" if entity is None else entity.get("dataset", "")


def _local(element: ET.Element) -> str:
    return element.tag.rpartition(":")[2]
