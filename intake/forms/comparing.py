"""What a new version of a form changes (판 비교): for whoever decides whether to install it.

* A question is the same one where its address is, or where the one question of its name now stands.
* What is asked, what is no longer asked, what is worded, typed, shown or kept otherwise, and which
  answers are offered no more. Nothing is judged; nothing of any record is looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from intake.forms.checking import specs_in
from intake.forms.grammar import Call, Path, Tree
from intake.forms.grammar import Literal as Written
from intake.forms.items import Item
from intake.forms.model import Block, Form, Itemset, Spec, Text
from intake.forms.wording import pick_language

What = Literal[
    "new", "gone", "moved", "words", "kind", "when", "kept", "lost-place",
    "codes-new", "codes-lost", "codes-words",
]  # fmt: skip
_SILENT: Final = frozenset({"note"})
_BLANK: Final = "…"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise in the new version."""

    what: What
    path: str
    label: str  # as the question is worded now; of one that is gone, as it was
    codes: tuple[str, ...] = ()  # words of the answers that it is about
    before: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a form, in plain words."""

    path: str
    name: str
    kind: str
    label: str
    choices: Mapping[str, str]  # code -> words
    save_to: str
    relevant: Tree | None


def compare(old: Form | None, new: Form, language: str) -> tuple[Difference, ...]:
    """Return everything that is otherwise in ``new``, in the order of its page; what is gone last."""
    now = asked_in(new, language)
    before = asked_in(old, language) if old is not None else {}
    partner = _partners(before, now)
    found: list[Difference] = []
    for path, one in now.items():
        was = before.get(partner.get(path, ""))
        found += _between(was, one) if was is not None else [Difference("new", path, one.label)]  # fmt: skip
    left = before.keys() - set(partner.values())
    found += [Difference("gone", path, one.label) for path, one in before.items() if path in left]  # fmt: skip
    return tuple(found)


def asked_in(form: Form, language: str) -> dict[str, Asked]:
    """Return the questions of a form by their address, in the order of its page."""
    specs = {spec.path: spec for spec in specs_in(form.root)}
    chosen = pick_language(form.languages, language, form.language)
    front = form.root.path + "/"
    return {
        block.path.removeprefix(front): _asked(form, block, specs, chosen)
        for block in form.blocks.values()
        if block.kind not in _SILENT
    }


def _asked(form: Form, block: Block, specs: Mapping[str, Spec], language: str) -> Asked:
    def plain(text: Text | None) -> str:
        return _plain(form, text, language)

    spec = specs.get(block.path)
    bind = spec.bind if spec else None
    kept = (bind.marks.save_to or _entity_field(spec, specs)) if bind and spec else ""
    choices = {one.value: plain(one.label) for one in block.choices}
    if block.itemset is not None:
        choices |= _items(form, block.itemset, language)
    relevant = bind.relevant.tree if bind and bind.relevant else None
    path = block.path.removeprefix(form.root.path + "/")
    return Asked(path, block.path.rpartition("/")[2], block.kind, plain(block.label), choices, kept, relevant)  # fmt: skip


def _entity_field(spec: Spec, specs: Mapping[str, Spec]) -> str:
    """Return ``entity.field`` of an answer that is kept with the entity around it."""
    if not spec.bind.save_to:
        return ""
    path = spec.path
    while path:
        path = path.rpartition("/")[0]
        if path in specs and specs[path].entity:
            return f"{specs[path].entity}.{spec.bind.save_to}"
    return f".{spec.bind.save_to}"


def _partners(before: Mapping[str, Asked], now: Mapping[str, Asked]) -> dict[str, str]:
    """Return which question of before each question of now is."""
    found = {path: path for path in now if path in before}
    left = {path: one for path, one in before.items() if path not in found}
    for path, one in now.items():
        if path in found:
            continue
        same = [was for was, asked in left.items() if asked.name == one.name]
        if len(same) == 1:
            found[path] = same[0]
            del left[same[0]]
    return found


def _between(was: Asked, now: Asked) -> Iterator[Difference]:
    def told(what: What, codes: tuple[str, ...] = (), before: str = "") -> Difference:
        return Difference(what, now.path, now.label, codes, before)

    if was.path != now.path:
        yield told("moved", before=was.path)
    if was.label != now.label:
        yield told("words", before=was.label)
    if was.kind != now.kind:
        yield told("kind", before=was.kind)
    if was.relevant != now.relevant:
        yield told("when")
    if was.save_to != now.save_to:
        yield told("kept" if now.save_to else "lost-place", before=was.save_to)
    fresh = tuple(words for code, words in now.choices.items() if code not in was.choices)  # fmt: skip
    lost = tuple(words for code, words in was.choices.items() if code not in now.choices)  # fmt: skip
    other = tuple(words for code, words in now.choices.items() if was.choices.get(code, words) != words)  # fmt: skip
    for what, codes in (("codes-new", fresh), ("codes-lost", lost), ("codes-words", other)):  # fmt: skip
        if codes:
            yield told(what, codes)  # type: ignore[arg-type]


# --- words that stand still -------------------------------------------------------------------


def _plain(form: Form, text: Text | None, language: str) -> str:
    """Return words with a mark where a value will stand."""
    if text is None:
        return ""
    if text.itext is not None:
        match text.itext.tree:
            case Call("jr:itext", (Written(name),)):
                return _by_id(form, str(name), language)
            case _:
                return _BLANK
    return "".join(part if isinstance(part, str) else _BLANK for part in text.parts)


def _by_id(form: Form, name: str, language: str) -> str:
    forms = form.itext.get(language, {}).get(name)
    if not forms:
        return name
    text = forms.get("", next(iter(forms.values())))
    return "".join(part if isinstance(part, str) else _BLANK for part in text.parts)


def _items(form: Form, itemset: Itemset, language: str) -> dict[str, str]:
    """Return every answer that a table could offer, whatever narrows it at a moment."""
    table = form.instances.get(table_of(itemset))
    value, label = steps_of(itemset)
    if not isinstance(table, Item) or not value:
        return {}
    words: Callable[[str], str] = lambda one: _by_id(form, one, language)  # noqa: E731 - one line
    found: dict[str, str] = {}
    for item in rows_of(table, value):
        code = "".join(kid.text() for kid in item.below(value))
        said = "".join(kid.text() for kid in item.below(label)) if label else ""
        if code:
            found.setdefault(code, words(said) if said else code)
    return found


def steps_of(itemset: Itemset) -> tuple[str, str]:
    """Return under which names a row has its code, and the id of its words."""
    return _last_step(itemset.value.tree), _label_step(itemset)


def rows_of(table: Item, value: str) -> Iterator[Item]:
    """Yield the rows of a table: whatever has a code."""
    pending = list(table.all_below())
    while pending:
        one = pending.pop(0)
        if one.below(value):
            yield one
        else:
            pending[:0] = one.all_below()


def table_of(itemset: Itemset) -> str:
    """Return the name of the table that answers come from."""
    match itemset.nodes.tree:
        case Path(Call("instance", (Written(name),))):
            return str(name)
        case _:
            return ""


def _last_step(tree: Tree | None) -> str:
    return tree.steps[-1].test if isinstance(tree, Path) and tree.steps else ""


def _label_step(itemset: Itemset) -> str:
    code = itemset.label.itext
    match code.tree if code else None:
        case Call("jr:itext", (inner,)):
            return _last_step(inner)
        case Path() as inner:
            return _last_step(inner)
        case _:
            return ""
