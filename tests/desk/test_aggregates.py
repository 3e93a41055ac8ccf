"""Centers send their tables as counts; the central desk adds them, and believes none as it comes."""

from collections import Counter
from hashlib import sha256

import pytest

from intake.desk.aggregates_reading import _digest, _said
from intake.desk.views.figures import Asked
from intake.errors import Cancelled, InvalidInput, NotThisStep
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Silent
from tests.centers_at_hand import carry, closing, desks
from tests.counting import made_up
from tests.counting.recount import Records, recount
from tests.desks_at_hand import agreed, planted
from tests.scenes import scene

YEAR, MONTHS = ("2024", "2024"), ("2024-01", "2024-12")


@pytest.fixture
def town(request, tmp_path):
    """Two centers and the central desk; filled where a test asks for ``honest`` numbers."""
    if "honest" in request.fixturenames:
        opened, _ = scene(_counted, tmp_path / "land")
    else:
        opened = desks(tmp_path, "IC", "SL", "C0")
    with closing(*opened.values()):
        yield opened


class Die:
    """Throws the same for the same seed."""

    def __init__(self, seed):
        self.seed, self.thrown = seed, 0

    def random(self) -> float:
        self.thrown += 1
        found = sha256(f"{self.seed}/{self.thrown}".encode()).digest()
        return int.from_bytes(found[:6], "big") / 2**48

    def randint(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def choice(self, some):
        return some[self.randint(0, len(some) - 1)]

    def sample(self, some, many):
        left = list(some)
        return [left.pop(self.randint(0, len(left) - 1)) for _ in range(many)]


def filled(desk, seed: int) -> Records:
    """Fill a center with made-up cases; return what its open exports say."""
    throw, code = Die(seed), desk.about().center_code
    register, records = made_up.Register(desk), Records()
    for _ in range(3):
        told = [one | {"center": code} for one in made_up.center(throw)]
        _, found = register.take_in(told)
        for kind, rows in found.by_kind.items():
            known = {one["id"] for one in records.by_kind[kind]}
            records.by_kind[kind] += [one for one in rows if one["id"] not in known]
    return records


def sent(town, stick, *codes, period=YEAR):
    for code in codes:
        town[code].aggregates.make(*period)
        carry(town[code], town["C0"], stick)


def cells(view) -> dict[str, Counter]:
    found = {}
    for table in view.tables:
        told = {(row.code, column): cell.value for row in table.rows for column, cell in zip(table.codes, row.cells, strict=True)}  # fmt: skip
        found[table.id] = Counter({place: n for place, n in told.items() if n})
    return found


def forged(desk, **said):
    """Say an aggregate that nobody counted, like an honest one but for what is said."""
    own = desk._rooms.register.find("aggregate", first=MONTHS[0])[0]
    parts = desk._rooms.register.find("aggregate_table", aggregate=own.id)
    record = new_id(desk._rooms.clock.wall())
    head = {name: own[name] for name in own if own[name] is not None}
    _say(desk, "aggregate", record, head | {"made_at": "2040-01-01T00:00:00Z"} | said)
    for part in parts:
        table = {name: part[name] for name in part if part[name] is not None}
        _say(desk, "aggregate_table", new_id(desk._rooms.clock.wall()), table | {"aggregate": record})  # fmt: skip
    return record


def _say(desk, entity, record, said):
    with desk._rooms.ledger.saying(Deed.SEND, scope=scope_of("record", record), actor="누군가") as say:  # fmt: skip
        for name, value in said.items():
            say.set(entity, record, name, value)


# --- what is added ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 7])
def test_the_sum_is_that_of_a_recount_over_both_centers_open_exports(town, stick, seed):
    records = [filled(town[code], seed + at) for at, code in enumerate(("IC", "SL"))]
    sent(town, stick, "IC", "SL")
    view = town["C0"].aggregates.national(*YEAR, whole=True)
    told = [recount(one, [], YEAR) for one in records]
    expected = {name: Counter(told[0][name].cells) + Counter(told[1][name].cells) for name in told[0]}  # fmt: skip
    assert cells(view) == expected
    assert {one.id: one.doubtful for one in view.tables} == {name: sum(one[name].doubtful for one in told) for name in expected}  # fmt: skip
    assert (view.missing, view.aside, len(view.counted)) == ((), (), 2)
    assert view.title == "센터별 합(중복 제거 전)"


def test_small_numbers_of_people_are_hidden_when_they_are_shown_and_not_on_the_way(town, stick):  # fmt: skip
    filled(town["IC"], 3)
    sent(town, stick, "IC")
    central = town["C0"].aggregates
    hidden, whole = central.national(*YEAR), central.national(*YEAR, whole=True)
    small = {(one.id, row.code, at) for one in whole.tables if one.unit in {"PERSONS", "KINDS"} for row in one.rows for at, cell in enumerate(row.cells) if cell.value in {1, 2}}  # fmt: skip
    shown = {(one.id, row.code, at): cell.value for one in hidden.tables for row in one.rows for at, cell in enumerate(row.cells)}  # fmt: skip
    assert small
    assert all(shown[place] is None for place in small)
    assert (hidden.hidden, whole.hidden) == (True, False)
    assert not any(one.opens for one in hidden.tables)


def test_a_center_without_numbers_is_named_and_the_central_desks_own_cases_are_not_added(town, stick):  # fmt: skip
    filled(town["IC"], 3)
    sent(town, stick, "IC")
    planted(town["C0"], "case", (case := new_id(0)), {"center": "IC"}, case)
    view = town["C0"].aggregates.national(*YEAR)
    assert view.missing == ("SL 센터",)
    assert "SL 센터" in view.missing_words
    assert view.cases == view.counted[0].cases
    other = town["C0"].aggregates.national("2023", "2023")
    assert (other.counted, len(other.missing)) == ((), 2)


def test_nothing_of_a_case_goes_with_it(town, stick):
    incheon = town["IC"]
    case = incheon.cases.begin("VISIT", "하나")
    planted(incheon, "person", case, {"role": "VICTIM", "sex": "F"})
    sent(town, stick, "IC")
    central = town["C0"]._rooms
    said = [str(row[name]) for entity in ("aggregate", "aggregate_table") for row in central.register.find(entity) for name in row]  # fmt: skip
    assert said
    assert not any(case in one or "하나" in one for one in said)
    assert central.register.find("case") == ()


def test_a_newer_one_takes_the_place_of_the_older_and_the_same_is_not_said_twice(town, stick):  # fmt: skip
    incheon = town["IC"]
    filled(incheon, 3)
    first = incheon.aggregates.make(*YEAR)
    assert incheon.aggregates.make(*MONTHS) == first
    sent(town, stick, "IC")
    before = cells(town["C0"].aggregates.national(*YEAR, whole=True))
    case = next(one.id for one in incheon._rooms.register.find("case", center="IC") if not one["training"])  # fmt: skip
    planted(incheon, "deletion_action", case, {"kind": "FIRST", "done_on": "2024-05-05"})  # fmt: skip
    sent(town, stick, "IC")
    (line,) = town["C0"].aggregates.listing()
    after = cells(town["C0"].aggregates.national(*YEAR, whole=True))
    assert (line.state, line.aggregate != first) == ("COUNTS", True)
    assert after["T6"]["", ""] == before["T6"]["", ""] + 1


def test_two_laptops_of_a_center_never_count_twice(town, stick):
    incheon = town["IC"]
    filled(incheon, 3)
    sent(town, stick, "IC")
    forged(incheon)  # as the other laptop would, not knowing of the first
    carry(incheon, town["C0"], stick)
    lines = town["C0"].aggregates.listing()
    assert [one.state for one in lines] == ["COUNTS", "OLDER"]
    assert lines[1].words
    assert len(town["C0"].aggregates.national(*YEAR).counted) == 1


def test_it_goes_along_where_the_center_wants_that(town, stick):
    incheon = town["IC"]
    agreed(incheon, "RECORD", "SENSITIVE", "CENTRAL")
    carry(incheon, town["C0"], stick)
    assert town["C0"].aggregates.listing() == ()
    incheon.settings.set("send_counts", True)
    planned = incheon.exchange.plan("C0")
    incheon.exchange.deliver(incheon.exchange.make(planned, Silent()), stick, Silent())
    town["C0"].exchange.receive(stick, Silent())
    assert {one.state for one in town["C0"].aggregates.listing()} == {"COUNTS"}
    assert len(town["C0"].aggregates.listing()) == 2
    assert all(one.deed != "send" for one in incheon._rooms.done.undoable)


def test_another_center_gets_none_of_it(town, stick):
    filled(town["IC"], 3)
    town["IC"].aggregates.make(*YEAR)
    carry(town["IC"], town["SL"], stick)
    assert town["SL"]._rooms.register.find("aggregate") == ()


# --- what is not ---------------------------------------------------------------------------


def _counted(folder):
    found = desks(folder, "IC", "SL", "C0")
    filled(found["IC"], 3)
    filled(found["SL"], 4)
    (folder / "stick").mkdir()
    sent(found, folder / "stick", "IC")
    return found, None


@pytest.fixture
def honest(town):
    """Numbers of Incheon that lie at the central desk."""
    return cells(town["C0"].aggregates.national(*YEAR, whole=True))


def set_aside(town, stick, honest, code="IC", words=""):
    carry(town[code], town["C0"], stick)
    view = town["C0"].aggregates.national(*YEAR, whole=True)
    assert cells(view) == honest
    assert len(view.aside) == 1
    assert words in view.aside[0].words
    return view.aside[0]


def test_in_the_name_of_another_center_it_is_set_aside(town, stick, honest):
    town["SL"].aggregates.make(*YEAR)
    carry(town["SL"], town["C0"], stick)
    honest = cells(town["C0"].aggregates.national(*YEAR, whole=True))
    forged(town["SL"], center="IC")
    assert set_aside(town, stick, honest, "SL", "다른 센터").state == "ASIDE"


@pytest.mark.parametrize(
    "cells_",
    [
        "F NEW 3\nF * 3\n* NEW 3\n* * 3",  # adds up, and the other tables say otherwise
        "F NEW -3\nF * -3\n* NEW -3\n* * -3",
    ],
)
def test_what_does_not_add_up_is_set_aside(town, stick, honest, cells_):
    incheon = town["IC"]
    record = forged(incheon)
    changed(incheon, record, "T1", cells=cells_)
    assert set_aside(town, stick, honest, words="합이 맞지").state == "ASIDE"


def changed(desk, record, table, **said):
    """Change a table of a forged aggregate, and its digest with it."""
    rows = desk._rooms.register.find("aggregate_table", aggregate=record)
    (row,) = [one for one in rows if one["name"] == table]
    _say(desk, "aggregate_table", row.id, said)
    rows = desk._rooms.register.find("aggregate_table", aggregate=record)
    head = desk._rooms.register.get("aggregate", record)
    digest = _digest(head["center"], MONTHS, head["cases"], map(_said, rows))
    _say(desk, "aggregate", record, {"digest": digest})


def test_by_another_edition_of_a_rule_it_is_set_aside(town, stick, honest):
    record = forged(town["IC"])
    changed(town["IC"], record, "T6", rule="R1 v2")
    set_aside(town, stick, honest, words="다른 판")


def test_with_a_table_that_nobody_knows_it_is_set_aside(town, stick, honest):
    record = forged(town["IC"])
    changed(town["IC"], record, "T7", name="T99")
    set_aside(town, stick, honest, words="다른 판")


def test_with_another_digest_it_is_set_aside(town, stick, honest):
    forged(town["IC"], digest="ab" * 32)
    set_aside(town, stick, honest, words="합이 맞지")


def test_of_which_not_all_came_it_waits(town, stick, honest):
    forged(town["IC"], tables=21)
    assert set_aside(town, stick, honest, words="아직").state == "COMING"


def test_of_another_period_it_is_never_added(town, stick, honest):
    town["IC"].aggregates.make("2024-01", "2024-06")
    carry(town["IC"], town["C0"], stick)
    assert cells(town["C0"].aggregates.national(*YEAR, whole=True)) == honest
    assert {one.last for one in town["C0"].aggregates.listing()} == {"2024-06", "2024-12"}  # fmt: skip


def test_a_period_that_is_none_does_no_harm(town, stick, honest):
    forged(town["IC"], first="1", last="9999-99")
    carry(town["IC"], town["C0"], stick)
    assert [one.state for one in town["C0"].aggregates.listing()].count("ASIDE") == 1
    assert cells(town["C0"].aggregates.national(*YEAR, whole=True)) == honest


@pytest.mark.parametrize("period", [("", ""), ("2024", ""), ("2024-01-01", "2024-12-31"), ("2024-12", "2024-01"), ("1900", "2024"), ("그해", "2024"), ("2024-13", "2024-14")])  # fmt: skip
def test_a_period_that_is_no_whole_months_is_refused(town, period):
    with pytest.raises(InvalidInput):
        town["IC"].aggregates.make(*period)
    with pytest.raises(InvalidInput):
        town["C0"].aggregates.national(*period)


def test_each_does_its_own_part(town):
    with pytest.raises(NotThisStep):
        town["C0"].aggregates.make(*YEAR)
    with pytest.raises(NotThisStep):
        town["IC"].aggregates.national(*YEAR)


def test_it_can_be_stopped_and_nothing_was_said(town):
    class Stop(Silent):
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        town["IC"].aggregates.make(*YEAR, Stop())
    assert town["IC"].aggregates.listing() == ()


def test_it_equals_the_centers_own_statistics(town, stick):
    filled(town["IC"], 5)
    sent(town, stick, "IC")
    own = town["IC"].statistics.view(Asked("CENTER", "", *YEAR), whole=True)
    view = town["C0"].aggregates.national(*YEAR, whole=True)
    mine = {one.id: one.rows for one in own.tables}
    assert {one.id: one.rows for one in view.tables} == {name: rows for name, rows in mine.items() if not name.startswith("T12")}  # fmt: skip
