"""Code lists in forms (양식 속 코드표): what a form offers where it offers a whole list.

* A question that offers every code the program knows of a list offers what a code list adds to it;
  one that offers a choice of its own is left as its author made it.
* What a code list takes out is offered no more, and stays where it is the answer already.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from intake.forms import ChoiceView, Form, QuestionView
from intake.forms.comparing import asked_in, rows_of, steps_of, table_of
from intake.forms.items import Item
from intake.forms.model import Text
from intake.forms.wording import code_of
from intake.register import CODES, field_of
from intake.register.codes import OPEN, Code

_made: Final[dict[int, tuple[Form, int, Form]]] = {}  # by the form it is made of


def with_codes(form: Form) -> Form:
    """Return a form that offers what code lists added to the lists it offers whole."""
    if not _added():
        return form
    kept = _made.get(id(form))
    if kept is None or kept[0] is not form or kept[1] != CODES.edition:
        kept = _made[id(form)] = (form, CODES.edition, _with_codes(form))
    return kept[2]


def offered_now(view: QuestionView) -> QuestionView:
    """Return a question without the answers that a code list took out, but for its own."""
    known = field_of(view.save_to.entity, view.save_to.field) if view.save_to else None
    names = [name for name in known.choices if name in OPEN] if known else []
    gone = {one.code for name in names for one in CODES.lists[name] if one.gone} - set(view.codes)  # fmt: skip
    if not gone:
        return view
    left: Sequence[ChoiceView] = [one for one in view.choices if one.value not in gone]
    return replace(view, choices=tuple(left))


def _added() -> bool:
    return any(len(CODES.lists[name]) > len(CODES.own[name]) for name in OPEN)


def _with_codes(form: Form) -> Form:
    tables, itext = dict(form.instances), {name: dict(words) for name, words in form.itext.items()}  # fmt: skip
    front = form.root.path + "/"
    for asked in asked_in(form, "ko").values():
        block = form.blocks[front + asked.path]
        table = form.instances.get(table_of(block.itemset)) if block.itemset else None
        missing = _missing(asked.save_to, set(asked.choices))
        if block.itemset is None or not isinstance(table, Item) or not missing:
            continue
        value, label = steps_of(block.itemset)
        name = table_of(block.itemset)
        if label and tables[name] is table:
            tables[name] = _longer(table, value, label, missing)
            for one in missing:
                for language, words in itext.items():
                    said = one.ko if code_of(language) == "ko" else one.en
                    words[_id_of(one)] = {"": Text((said,))}
    return replace(form, instances=tables, itext=itext)


def _missing(save_to: str, there: set[str]) -> list[Code]:
    """Return what a question lacks that offers the whole of a list."""
    entity, _, name = save_to.partition(".")
    known = field_of(entity, name) if name else None
    lists = [one for one in known.choices if one in OPEN] if known else []
    if len(lists) != 1 or not there >= {one.code for one in CODES.own[lists[0]]}:
        return []
    return [one for one in CODES.offered(lists[0]) if one.code not in there]


def _longer(table: Item, value: str, label: str, missing: Sequence[Code]) -> Item:
    made = table.copied()
    row = next(rows_of(made, value))
    home = row.above
    for one in missing:
        if home is not None:
            new = home.add(row.name)
            new.add(label, _id_of(one))
            new.add(value, one.code)
    return made


def _id_of(one: Code) -> str:
    return f"ieum-code-{one.code}-{one.ko}"
