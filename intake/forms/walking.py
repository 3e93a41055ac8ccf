"""Walk through the nodes of a session in document order."""

from collections.abc import Iterator

from intake.forms.tree import Group, Leaf, Node, Range


def leaves_in(node: Node) -> Iterator[Leaf]:
    """Yield every value inside, in document order."""
    if isinstance(node, Leaf):
        yield node
    elif isinstance(node, Range):
        for row in node.rows.value:
            yield from leaves_in(row)
    elif isinstance(node, Group):
        yield from node.attributes
        for kid in node.order:
            yield from leaves_in(kid)


def ranges_in(node: Node) -> Iterator[Range]:
    """Yield every repeat inside, the outer before the inner."""
    if isinstance(node, Range):
        yield node
        for row in node.rows.value:
            yield from ranges_in(row)
    elif isinstance(node, Group):
        for kid in node.order:
            yield from ranges_in(kid)
