"""The tables equal a recount in plain Python over the open export: the story's, and made-up ones."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import Period, Population
from intake.counting.tables import groups as counted_groups
from intake.counting.tables import tables
from intake.desk.views.interchange import ExportPlan
from intake.errors import NothingToSend
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Silent
from tests.counting.recount import Records, Told, codes, recount, recount_groups
from tests.desks_at_hand import a_desk, planted
from tests.stories import fifteen

PERIODS = (("", ""), ("2024", "2024"), ("2024-03", "2024-06"), ("2024-03-10", ""), ("", "2023"))  # fmt: skip


def exported(desk, case: str = "") -> bytes:
    plan = ExportPlan("MOVE", case=case, identity=True, reason="STATISTICS")
    return desk.exports.make(plan, Silent()).data


def as_told(found) -> dict[str, Told]:
    """What the product printed, without its noughts; nothing stands outside of its rows and columns."""
    said = {}
    for one in found:
        printed = {(r, c) for r in one.rows_shown for c in one.columns_shown}
        assert {cell for cell, n in one.cells.items() if n and one.across} <= printed, one.id  # fmt: skip
        cells = {cell: n for cell, n in one.cells.items() if n and cell in printed}
        said[one.id] = Told(cells, one.doubtful)
    return said


def of_the_desk(desk, cases, persons, period) -> dict[str, Told]:
    population = Population(frozenset(cases), confirmed=tuple(map(frozenset, persons)))
    with desk._rooms.vault.reading() as db:
        return as_told(tables(db, population, Period(*period)))


# --- the story ---------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["BS", "DG"])
def center(request, house, tmp_path_factory):
    told = json.loads((house / "resources" / "samples" / "scenario.json").read_text("utf-8"))  # fmt: skip
    folder = tmp_path_factory.mktemp(request.param)
    desk = a_desk(folder / "v", code=request.param)
    fifteen.bring_in(desk, fifteen.files(told, request.param, folder))
    yield desk
    desk.close()


def test_the_tables_of_the_story_are_those_of_a_recount(center):
    records = Records().read(exported(center))
    cases = [one["id"] for one in records["case"]]
    assert len(records["deletion_action"]) > 400
    for period in PERIODS:
        assert of_the_desk(center, cases, [], period) == recount(records, [], period)
    assert of_the_desk(center, cases, [], ("2024-03", "2024-06"))["T6"].cells["", ""]


# --- generated centers ----------------------------------------------------------------------

_DAYS = st.sampled_from((None, "2023", "2023-12-31", "2024", "2024-03", "2024-03-15", "2024-06", "2024-12-31", "2025-01"))  # fmt: skip
_URLS = ("https://a.example/1", "http://www.a.example/1/", "https://A.example/2", "https://b.example/3", None)  # fmt: skip


def one_of(*lists: str):
    return st.none() | st.sampled_from([code for name in lists for code in codes(name)])


_PERSON = st.fixed_dictionaries({
    "sex": one_of("sex"), "age": st.none() | st.integers(0, 70), "age_band": one_of("age_band"),
    "birth": st.sampled_from((None, "2004", "2008-05", "1990-07-02")),
})  # fmt: skip
_INCIDENT = st.fixed_dictionaries({
    "relation": one_of("relation"),
    "harm": st.dictionaries(st.sampled_from(codes("damage_national") + codes("damage_regional")), st.booleans(), max_size=3),
})  # fmt: skip
_SUPPORT = st.fixed_dictionaries({
    "kind": one_of("support", "support_regional"), "done_on": _DAYS,
    "quantity": st.none() | st.integers(1, 5), "agency": st.integers(-1, 1), "gone": st.booleans(),
})  # fmt: skip
_ACTION = st.fixed_dictionaries({
    "kind": st.sampled_from(codes("deletion_action")), "done_on": _DAYS, "basis": one_of("delete_basis"),
})  # fmt: skip
_POSTING = st.fixed_dictionaries({
    "url": st.sampled_from(_URLS), "platform": one_of("platform", "platform_extra_unsourced"),
    "result": one_of("deletion_result"), "found_on": _DAYS, "result_on": _DAYS,
    "restored": st.sampled_from((None, 0, 2)), "again": st.booleans(),
    "leak": st.dictionaries(st.sampled_from(codes("pii_leaked")), st.booleans(), max_size=2),
    "actions": st.lists(_ACTION, max_size=3),
})  # fmt: skip
_CASE = st.fixed_dictionaries({
    "received_on": st.sampled_from(("2022-02-02", "2023", "2024-03-04", "2024-05")),
    "intake_kind": one_of("intake_kind"), "route": one_of("route"), "delete_basis": one_of("delete_basis"),
    "center": st.sampled_from(("IC", "SL", "BS")), "training": st.sampled_from((None, None, None, True)),
    "person": st.none() | _PERSON, "incidents": st.lists(_INCIDENT, max_size=2),
    "support": st.lists(_SUPPORT, max_size=3), "postings": st.lists(_POSTING, max_size=3), "alone": st.booleans(),
})  # fmt: skip
_CENTER = st.lists(_CASE, min_size=2, max_size=4)


class Register:
    """One desk that takes in one made-up center after the other."""

    def __init__(self, desk):
        self.desk = desk
        self.bodies = [planted(desk, "agency", "", {"name": "기관", "kind": kind}) for kind in ("POLICE", "HOSPITAL")]  # fmt: skip
        self.empty = exported(desk)

    def take_in(self, center) -> tuple[list[str], Records]:
        rooms, records, cases = self.desk._rooms, Records().read(self.empty), []
        with rooms.vault.writing():
            for told in center:
                case = new_id(rooms.clock.wall())
                with rooms.ledger.saying(Deed.IMPORT, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
                    _Saying(self, say, case).case_of(told)
                cases.append(case)
        for case, told in zip(cases, center, strict=True):
            if told["training"]:
                with pytest.raises(NothingToSend):
                    exported(self.desk, case)
            else:
                records.read(exported(self.desk, case))
        return cases, records


class _Saying:
    def __init__(self, register, say, case):
        self.register, self.say, self.case = register, say, case

    def _add(self, entity: str, record: str = "", **said) -> str:
        record = record or new_id(self.register.desk._rooms.clock.wall())
        if entity != "case":
            self.say.set(entity, record, "case", self.case)
        for name, value in said.items():
            if value is not None:
                self.say.set(entity, record, name, value)
        return record

    def case_of(self, told) -> None:
        plain = {name: told[name] for name in ("received_on", "intake_kind", "route", "delete_basis", "center", "training")}  # fmt: skip
        self._add(
            "case", self.case, number=self.case[-12:], counselor="박상담", **plain
        )
        if told["person"] is not None:
            self._add("person", role="VICTIM", **told["person"])
        for one in told["incidents"]:
            incident = self._add("incident", relation=one["relation"])
            for kind, chosen in one["harm"].items():
                self._add("harm", of=incident, kind=kind, chosen=chosen)
        for one in told["support"]:
            body = self.register.bodies[one["agency"]] if one["agency"] >= 0 else None
            support = self._add("support_action", kind=one["kind"], done_on=one["done_on"], quantity=one["quantity"], agency=body)  # fmt: skip
            if one["gone"]:
                self.say.retract("support_action", support, "mistake")
        self._postings(told["postings"])
        if told["alone"]:  # an action about no address
            self._add("deletion_action", kind="FIRST", done_on="2024-04-01")

    def _postings(self, postings) -> None:
        before = None
        for one in postings:
            plain = {name: one[name] for name in ("url", "platform", "result", "found_on", "result_on", "restored")}  # fmt: skip
            before = self._add("posting", **plain, parent=before if one["again"] else None)  # fmt: skip
            for kind, chosen in one["leak"].items():
                self._add("leak", of=before, kind=kind, chosen=chosen)
            for action in one["actions"]:
                self._add("deletion_action", posting=before, **action)


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("made-up") / "v")
    yield Register(desk)
    desk.close()


@settings(max_examples=50, phases=(Phase.explicit, Phase.generate))  # the desk grows
@given(_CENTER, st.sampled_from(PERIODS), st.booleans())
def test_the_tables_of_a_made_up_center_are_those_of_a_recount(register, center, period, joined):  # fmt: skip
    cases, records = register.take_in(center)
    persons = [set(cases[:2])] if joined else []
    assert of_the_desk(register.desk, cases, persons, period) == recount(records, persons, period)  # fmt: skip
    named = {"one": set(cases[:2]), "other": set(cases[1:])}
    people = tuple(map(frozenset, persons))
    asked = {name: Population(frozenset(some), people) for name, some in named.items()}
    with register.desk._rooms.vault.reading() as db:
        found = as_told(counted_groups(db, asked, Period(*period)))
    assert found == recount_groups(records, persons, named, period)
