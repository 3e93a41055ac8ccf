"""What is kept of each case adds up to what its rows say, whatever is said, withdrawn or destroyed."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import RULES, Look, Period, Population, counted
from intake.counting import look as looking
from intake.counting.kept import keeping
from intake.counting.kept.keeping import bring_up
from intake.counting.tables import tables_of
from intake.errors import Cancelled
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.ledger.change import CLASSES, Ground
from intake.register import SCHEMA
from intake.register.fold import blob_of, id_of
from tests.counting import made_up
from tests.counting.test_recount import PERIODS
from tests.desks_at_hand import a_desk, planted

_CHANGED = ("posting", "deletion_action", "support_action", "leak", "harm", "person", "incident", "case")  # fmt: skip
_WORDS = {
    "posting": {"result": "REMOVED", "result_on": "2024-04", "platform": "CLOUD", "restored": 1, "found_on": "2023-07", "url": "https://a.example/1"},
    "deletion_action": {"done_on": "2024-05-05", "kind": "CHECK", "basis": "POLICE"},
    "support_action": {"quantity": 7, "kind": "LEGAL", "done_on": "2024-06"},
    "leak": {"chosen": True, "kind": "ADDR"}, "harm": {"chosen": True}, "person": {"sex": "M", "age": 15},
    "incident": {"relation": "TEMP", "happened_from": "2019-01"}, "case": {"training": True, "delete_basis": "CSAM", "received_on": "2024-05"},
}  # fmt: skip


_ONE = {
    "received_on": "2024-05", "intake_kind": "NEW", "route": "VISIT", "delete_basis": "CSAM", "center": "IC", "training": None,
    "person": {"sex": "F", "age": 20, "age_band": None, "birth": None}, "incidents": [{"relation": "TEMP", "harm": {"DIST": True}}],
    "support": [{"kind": "LEGAL", "done_on": "2024-03", "quantity": 5, "agency": 0, "gone": False}], "alone": True,
    "postings": [{"url": url, "platform": "CLOUD", "result": "REMOVED", "found_on": "2024-03", "result_on": "2024-04", "restored": None, "again": False,
                  "leak": {"NAME": True}, "actions": [{"kind": "FIRST", "done_on": "2024-03-15", "basis": None}]} for url in ("https://a.example/1", "http://www.a.example/1/")],
}  # fmt: skip


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("kept") / "v")
    yield made_up.Register(desk)
    desk.close()


@pytest.fixture(autouse=True)
def _of_few_cases_too(monkeypatch):
    monkeypatch.setattr(looking, "MANY_CASES", 0)


def _cases(desk):
    with desk._rooms.vault.reading() as db:
        return [id_of(case) for (case,) in db.all("SELECT id FROM r_case ORDER BY id")]


def _everything(look):
    tables = {one.id: ({cell: n for cell, n in one.cells.items() if n}, one.doubtful, one.rows.codes, one.columns.codes) for one in tables_of(look)}  # fmt: skip
    numbers = [counted(look, rule) for rule in RULES.by_id.values()]
    return tables, {one.rule.id: (one.amount.value, one.doubtful, +one.by_case) for one in numbers}  # fmt: skip


def of_rows_and_of_what_is_kept(desk, persons=(), some=None):
    with desk._rooms.vault.one_moment() as db:
        people = tuple(map(frozenset, persons))
        population = Population(frozenset(_cases(desk) if some is None else some), people, people)  # fmt: skip
        for period in PERIODS:
            kept = Look(db, population, Period(*period))
            rows = Look(db, population, Period(*period))
            rows.__dict__["sums"] = None
            assert kept.sums is not None
            assert _everything(kept) == _everything(rows), period
            assert kept.supported == rows.supported
            assert kept.perhaps == rows.perhaps


def _kept(desk):
    with desk._rooms.vault.reading() as db:
        return {id_of(case) for (case,) in db.all('SELECT "case" FROM c_case WHERE claim IS NULL')}  # fmt: skip


# --- whatever is said ---------------------------------------------------------------------------


def _a_record(desk, throw, entity):
    with desk._rooms.vault.reading() as db:
        column = "id" if entity == "case" else '"case"'
        found = db.all(f"SELECT id, {column} FROM {SCHEMA[entity].table} ORDER BY id")
    return tuple(map(id_of, throw.choice(found))) if found else None


def _say(desk, throw, entity):
    found = _a_record(desk, throw, entity)
    if found is None:
        return
    record, case = found
    rooms = desk._rooms
    with rooms.vault.writing(), rooms.ledger.saying(Deed.CHANGE, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
        if entity != "case" and throw.random() < 0.3:
            say.retract(entity, record, "mistake")
            return
        name = throw.choice(sorted(_WORDS[entity]))
        say.set(entity, record, name, _WORDS[entity][name])


def _say_beside(desk, throw):
    """Note an action of one case about an address of another, and a detail of it."""
    rooms, (posting, _), (_, case) = desk._rooms, _a_record(desk, throw, "posting"), _a_record(desk, throw, "person")  # fmt: skip
    with rooms.vault.writing(), rooms.ledger.saying(Deed.IMPORT, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
        for entity, said in (("deletion_action", {"posting": posting, "kind": "FIRST", "done_on": "2024-03"}), ("leak", {"of": posting, "kind": "NAME", "chosen": True})):  # fmt: skip
            record = new_id(rooms.clock.wall())
            say.set(entity, record, "case", case)
            for name, value in said.items():
                say.set(entity, record, name, value)


def _destroy(desk, throw):
    _, case = _a_record(desk, throw, "person") or (None, None)
    for cls in throw.choice((("core",), ("identity",), ("core", "identity", "material", "narrative", "suspect"))) if case else ():  # fmt: skip
        desk._rooms.ledger.erase(scope_of("case", case), cls, Ground.WITHDRAWAL, "박상담")  # fmt: skip


def _turn(register, throw):
    desk = register.desk
    what = throw.choice(("say", "say", "say", "destroy", "agency", "beside", "take in"))
    if what == "say":
        _say(desk, throw, throw.choice(_CHANGED))
    elif what == "destroy":
        _destroy(desk, throw)
    elif what == "agency":
        planted(desk, "agency", "", {"kind": throw.choice(("POLICE", "HOSPITAL", "LAWYER"))}, throw.choice(register.bodies))  # fmt: skip
    elif what == "beside" and _a_record(desk, throw, "posting") and _a_record(desk, throw, "person"):  # fmt: skip
        _say_beside(desk, throw)
    else:
        register.take_in(made_up.center(throw))


@settings(max_examples=6, phases=(Phase.explicit, Phase.generate), deadline=None)
@given(st.randoms(use_true_random=True))
def test_what_is_kept_adds_up_to_the_rows_after_whatever_was_said(register, throw):
    desk = register.desk
    register.take_in(made_up.center(throw))
    bring_up(desk._rooms.vault)
    for _ in range(6):
        _turn(register, throw)
    cases = _cases(desk)
    of_rows_and_of_what_is_kept(desk, [set(throw.sample(cases, min(2, len(cases))))])
    bring_up(desk._rooms.vault)
    assert _kept(desk) == set(cases)
    of_rows_and_of_what_is_kept(desk, some=throw.sample(cases, len(cases) // 2))


# --- what is kept, and when not -----------------------------------------------------------------


class _Meanwhile:
    """Says something while cases are derived."""

    def __init__(self, say):
        self._say = say

    def step(self, done, total, what):
        say, self._say = self._say, lambda: None
        say()


def test_what_is_said_while_a_case_is_derived_is_not_lost(register):
    desk = register.desk
    cases, _ = register.take_in([_ONE])
    said = {"kind": "FIRST", "done_on": "2024-03"}
    bring_up(desk._rooms.vault, _Meanwhile(lambda: planted(desk, "deletion_action", cases[0], said)))  # fmt: skip
    with desk._rooms.vault.reading() as db:
        (claims,) = db.one("SELECT count(*) FROM c_case WHERE claim IS NOT NULL")
    assert claims == 0 or cases[0] not in _kept(desk)
    of_rows_and_of_what_is_kept(desk)


def test_a_cancelled_count_keeps_nothing_that_is_not_so(register):
    register.take_in([_ONE])

    class Impatient:
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_up(register.desk._rooms.vault, Impatient())
    of_rows_and_of_what_is_kept(register.desk)


def test_a_destroyed_case_leaves_no_row(register):
    desk = register.desk
    cases, _ = register.take_in([_ONE])
    bring_up(desk._rooms.vault)
    assert cases[0] in _kept(desk)
    for cls in CLASSES:
        desk._rooms.ledger.erase(scope_of("case", cases[0]), cls, Ground.WITHDRAWAL, "박상담")  # fmt: skip
    assert cases[0] not in _kept(desk)
    bring_up(desk._rooms.vault)
    assert cases[0] not in _kept(desk)


def test_it_is_forgotten_where_the_register_is_made_anew_or_rules_change(register):
    vault = register.desk._rooms.vault
    bring_up(vault)
    keeping.Kept(vault)
    assert _kept(register.desk)
    with vault.writing() as db:
        db.execute("DELETE FROM r_state WHERE name = 'counted'")
    keeping.Kept(vault)
    assert not _kept(register.desk)


def test_what_no_number_can_say_is_counted_from_its_rows(register):
    desk = register.desk
    cases, _ = register.take_in([_ONE])
    with desk._rooms.vault.writing() as db:  # as a later version may say it
        db.execute("UPDATE r_posting SET found_on = '2024-W10' WHERE \"case\" = ?", (blob_of(cases[0]),))  # fmt: skip
    bring_up(desk._rooms.vault)
    with desk._rooms.vault.reading() as db:
        assert db.one('SELECT odd FROM c_case WHERE "case" = ?', (blob_of(cases[0]),)) == (1,)  # fmt: skip
    of_rows_and_of_what_is_kept(desk)
