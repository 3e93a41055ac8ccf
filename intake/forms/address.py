"""Addresses of answers: ``g/alias``, ``suspects[<row id>]/handle``.

>>> cut_address("suspects[a-1]/urls[b/2]/url")
[('suspects', 'a-1'), ('urls', 'b/2'), ('url', '')]
"""

import re

from intake.forms.tree import Group, Node, Range

_STEP = re.compile(r"([^/\[\]]+)(?:\[([^\[\]]+)\])?(?:/|\Z)")


def cut_address(address: str) -> list[tuple[str, str]] | None:
    """Return the names and row ids of an address, or None where it is none."""
    steps: list[tuple[str, str]] = []
    at = 0
    while at < len(address):
        match = _STEP.match(address, at)
        if match is None:
            return None
        steps.append((match[1], match[2] or ""))
        at = match.end()
    return steps


def parse(top: Group, address: str) -> Node | None:
    """Return the node at an address, or None."""
    steps = cut_address(address)
    node: Node | None = top
    for name, identity in steps or [("", "")]:
        node = _down(node, name, identity)
        if node is None:
            return None
    return node


def _down(node: Node | None, name: str, identity: str) -> Node | None:
    if node is not None and name.startswith("@"):
        return next((one for one in node.attributes if one.name == name[1:]), None)
    if not isinstance(node, Group):
        return None
    kid = node.kids.get(name)
    if isinstance(kid, Range):
        if not identity:
            return kid
        return kid.ids.get(identity)
    return kid[0] if kid and not identity else None
