"""Check that a compiled form can be trusted with an interview.

* Kinds outside the subset are refused: places, files and pictures, other programs.
* A calculation that waits for itself through others is refused before anybody meets it.
"""

from collections.abc import Iterator

from intake.errors import FormFaulty
from intake.forms.grammar import Binary, Call, Negative, Path, Tree
from intake.forms.model import Block, Form, Spec

_PLACES = frozenset({"geopoint", "geotrace", "geoshape"})
_REFUSED_TYPES = {
    **dict.fromkeys(_PLACES, "geo"),
    "binary": "upload",
    "intent": "external-app",
    "barcode": "external-app",
}


def check_form(form: Form) -> None:
    """Refuse a form outside the subset.

    Raises:
        FormFaulty: facts ``why`` and ``path``.
    """
    specs = {spec.path: spec for spec in specs_in(form.root)}
    for spec in specs.values():
        if spec.bind.type in _REFUSED_TYPES:
            raise FormFaulty(
                why=f"unsupported-{_REFUSED_TYPES[spec.bind.type]}", path=spec.path
            )
    for block in blocks_in(form.page):
        if block.kind == "upload":
            raise FormFaulty(why="unsupported-upload", path=block.path)
        if block.appearance.startswith("ex:") or " ex:" in block.appearance:
            raise FormFaulty(why="unsupported-external-app", path=block.path)
    _check_circles(specs)


def specs_in(spec: Spec) -> Iterator[Spec]:
    """Yield a node and everything in it."""
    pending = [spec]
    while pending:
        one = pending.pop()
        yield one
        pending.extend(reversed((*one.attributes, *one.kids)))


def blocks_in(page: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block, the outer before the inner."""
    pending = list(reversed(page))
    while pending:
        block = pending.pop()
        yield block
        pending.extend(reversed(block.blocks))


def _check_circles(specs: dict[str, Spec]) -> None:
    waits = {path: _read_by(spec) & specs.keys() for path, spec in specs.items()}
    done: set[str] = set()
    for start in waits:
        _walk(start, waits, done)


def _walk(start: str, waits: dict[str, set[str]], done: set[str]) -> None:
    trail: dict[str, None] = {}
    pending: list[tuple[str, bool]] = [(start, False)]
    while pending:
        path, left = pending.pop()
        if left:
            trail.pop(path)
            done.add(path)
        elif path in trail:
            raise FormFaulty(why="circle", path=path)
        elif path not in done:
            trail[path] = None
            pending.append((path, True))
            pending.extend((other, False) for other in waits[path] if other not in done)


def _read_by(spec: Spec) -> set[str]:
    """The paths a calculation reads without any condition on rows; itself does not count (``once``)."""
    code = spec.bind.calculate
    if code is None or code.tree is None:
        return set()
    found = {
        path
        for tree in _paths(code.tree)
        if (path := _absolute(tree, spec.path)) is not None
    }
    return found - {spec.path}


def _paths(tree: Tree) -> Iterator[Path]:
    pending: list[Tree] = [tree]
    while pending:
        one = pending.pop()
        match one:
            case Path(start):
                yield one
                if not isinstance(start, str):
                    pending.append(start)
            case Binary(_, left, right):
                pending.extend((left, right))
            case Negative(of):
                pending.append(of)
            case Call(name, arguments) if name not in {
                "position",
                "count",
                "indexed-repeat",
            }:
                pending.extend(arguments)
            case _:
                pass


def _absolute(path: Path, context: str) -> str | None:
    if path.start == "/":
        names: list[str] = []
    elif path.start in {".", Call("current", ())}:
        names = context.strip("/").split("/")
    else:
        return None
    for step in path.steps:
        if step.predicates:
            return None
        if step.axis == "parent" and names:
            names.pop()
        elif step.axis == "child" and step.test != "*":
            names.append(step.test)
        elif step.axis != "self":
            return None
    return "/" + "/".join(names)
