"""What the ledger hands from part to part shows numbers and places, never words."""

import importlib
import pkgutil

import pytest

import intake.ledger
from intake.ledger.fold import Told
from intake.ledger.gate import incoming
from intake.ledger.telling import load
from intake.ledger.unfold import Kept
from tests.ledger.houses import case, uid

CONTENT = {"body", "salt", "data", "ops", "value"}


def _tuples():
    """Return every named tuple of the ledger that holds words."""
    modules = pkgutil.iter_modules(intake.ledger.__path__, "intake.ledger.")
    found = {
        one
        for module in modules
        for one in vars(importlib.import_module(module.name)).values()
        if isinstance(one, type) and CONTENT & set(getattr(one, "_fields", ()))
    }
    return sorted(found, key=lambda one: one.__name__)


@pytest.mark.parametrize("kind", _tuples(), ids=lambda kind: kind.__name__)
def test_a_tuple_that_holds_words_does_not_show_them(kind):
    values = [
        "김하늘" if name in CONTENT else b"tie" if name == "tie" else ()
        for name in kind._fields
    ]
    shown = repr(kind(*values))
    assert shown.startswith(kind.__name__)
    assert "김하늘" not in shown


def test_the_tuples_of_a_merge_are_among_them():
    assert {"Arrived", "Incoming", "Kept", "Row", "Told"} <= {
        kind.__name__ for kind in _tuples()
    }


def test_a_body_on_its_way_in_is_shown_by_its_place(town):
    ana = town.laptop("ana")
    ana.say(case(1), "note", uid("note", 1), text="김하늘")
    (segment,) = ana.segments()
    ((idx, salt, body),) = segment.bodies
    one = incoming(idx, salt, body, segment.leaves)
    with ana.vault.reading() as db:
        (entry,) = db.one("select id from entry")
        (arrived,) = load(db, [entry])
    told = Told(entry, b"", 1, 1, "narrative", arrived.data["o"])
    for shown in map(repr, (one, arrived, told, Kept(entry, 1, salt, body), segment)):
        assert "김하늘" not in shown
        assert salt.hex() not in shown
    assert str(case(1)) in repr(one)
