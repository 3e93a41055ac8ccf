"""A frozen figure is counted again at its own position: the same value, rows and hash, or why not."""

import json

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.counting import RULES
from intake.desk import workspace as opening
from intake.desk.people import victim_of
from intake.desk.positions import position_of
from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.errors import Cancelled, InvalidInput, NotFound, NotYours
from intake.ids import natural_id, scope_of
from intake.ledger import CLASSES, Deed
from intake.ledger.change import ClockFix
from intake.progress import Silent
from intake.register import SCHEMA
from tests.centers_at_hand import carry, closing, desks, second_laptop
from tests.desks_at_hand import a_desk, agreed, planted
from tests.links_at_hand import Known, linked, taken_back
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERE = Asked("CENTER")
COURT = "서울중앙지방법원"
HERS = "조용한 아침 산길의 돌"


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def supported(desk, case, urls=3, age=20):
    """Fill a case with addresses, each asked for once."""
    planted(desk, "person", case, {"role": "VICTIM", "sex": "F", "age": age}, victim_of(case))  # fmt: skip
    for at in range(urls):
        asked(desk, case, f"https://a.example/{case}/{at}", f"2024-03-0{at + 1}")
    return case


def asked(desk, case, url, day="2024-03-05"):
    """An address that was asked for once; return both records."""
    posting = planted(desk, "posting", case, {"url": url, "found_on": day})
    return posting, planted(desk, "deletion_action", case, {"posting": posting, "kind": "FIRST", "done_on": day})  # fmt: skip


@pytest.fixture
def two(desk):
    return [supported(desk, desk.cases.begin("VISIT", name)) for name in ("하나", "두리")]  # fmt: skip


def destroyed(desk, case):
    for cls in CLASSES:
        desk._rooms.ledger.erase(scope_of("case", case), cls, "REQUEST", "박상담")


def frozen(desk, asked=HERE, rules=("V1", "V2", "R1", "R2", "R2N", "M1", "S1", "H1")):
    return [desk.figures.freeze(rule, asked) for rule in rules]


def all_the_same(desk, figures):
    again = [desk.figures.again(one) for one in figures]
    assert all(one.same for one in again), [one.words for one in again if not one.same]
    assert [one.counted for one in again] == [one.value for one in again]
    assert [one.query_again for one in again] == [one.query for one in again]
    return again


# --- the same ----------------------------------------------------------------------------


def test_counted_again_it_is_the_same_by_every_rule(desk, two):
    all_the_same(desk, frozen(desk, rules=RULES.by_id))
    all_the_same(desk, frozen(desk, Asked("CASE", two[0])))
    all_the_same(desk, frozen(desk, Asked("NATION", "", "2024-03-01", "2024-03-02")))


def test_what_is_noted_later_is_not_in_it_and_its_rows_are_those_of_then(desk, two):
    figure = desk.figures.freeze("R1", HERE)
    then = desk.figures.rows("R1", HERE)
    _, action = asked(desk, two[0], "https://b.example/1")
    desk.records.change("deletion_action", then[0].record, {"kind": "CHECK"})
    desk.records.retract("deletion_action", then[1].record, "mistake")
    supported(desk, desk.cases.begin("VISIT", "세나"))
    assert desk.figures.frozen()[0].now == 8
    all_the_same(desk, [figure])
    assert desk.figures.rows_then(figure) == then
    assert desk.figures.rows_then(figure, 2, 3) == then[3:5]
    assert action not in {one.record for one in desk.figures.rows_then(figure)}


def test_who_is_whom_is_decided_as_it_was_then(desk):
    cases = [agreed(desk, "RECORD") for _ in range(3)]
    link = desk.profiles.same_victim(cases[0], cases[1], "ACCOUNTS", agreed=True)
    joined = frozen(desk, rules=("V1", "V2", "M1"))
    taken_back(desk, link)
    apart = frozen(desk, rules=("V1", "V2"))
    planted(desk, "case", cases[2], {"joined_to": cases[0]}, cases[2])
    assert [one.value for one in all_the_same(desk, joined)] == [2, 2, 0]
    assert [one.value for one in all_the_same(desk, apart)] == [3, 3]
    assert desk.figures.frozen()[-1].now == 2


def test_the_cases_of_a_perpetrator_are_those_of_then(desk):
    made = [suspect_in(desk, name) for name in ("하나", "두리", "세나")]
    link = linked(desk, made[0], made[1], second="")
    about = Asked("PROFILE", made[0].suspect)
    figures = frozen(desk, about, ("V1", "R1", "R2"))
    taken_back(desk, link)
    linked(desk, made[0], made[2], second="")
    supported(desk, made[1].case, 1)
    assert [one.value for one in all_the_same(desk, figures)] == [2, 4, 4]
    rows = desk.figures.rows_then(figures[1])
    assert {one.case for one in rows} == {made[0].case, made[1].case}


def suspect_in(desk, name):
    case = supported(desk, desk.cases.begin("VISIT", name), 2)
    suspect = desk.suspects.add(case, {"nickname": "하루"})
    clue = desk.suspects.add_clue(case, {"kind": "phone", "value": "010-0000-4217"}, suspect)  # fmt: skip
    return Known(case, suspect, clue)


def test_who_agreed_to_a_court_is_who_had_agreed_then(desk, two):
    desk.giving.decide(two[0], "COURT", "COURT", COURT, "AGREED")
    figures = frozen(desk, Asked("CENTER", court=COURT), ("V1", "R1"))
    desk.giving.decide(two[0], "COURT", "COURT", COURT, "REFUSED")
    desk.giving.decide(two[1], "COURT", "COURT", COURT, "AGREED")
    later = frozen(desk, Asked("CENTER", court=COURT), ("V1", "R1"))
    assert [one.value for one in all_the_same(desk, figures)] == [1, 3]
    assert [one.value for one in all_the_same(desk, later)] == [1, 3]
    assert {one.case for one in desk.figures.rows_then(figures[1])} == {two[0]}
    assert {one.case for one in desk.figures.rows_then(later[1])} == {two[1]}


def test_a_child_whose_guardian_was_asked_later_was_not_guarded_then(desk):
    case = supported(desk, desk.cases.begin("VISIT", "하나"), age=12)
    desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    before = frozen(desk, Asked("CENTER", court=COURT), ("V1",))
    row = natural_id("consent", case, "RECORD")
    planted(desk, "consent", case, {"purpose": "RECORD", "decision": "AGREED", "guardian_confirm": "PAPER"}, row)  # fmt: skip
    after = frozen(desk, Asked("CENTER", court=COURT), ("V1",))
    assert [one.value for one in all_the_same(desk, before + after)] == [0, 1]


def test_a_training_case_of_today_counted_then(desk, two):
    figures = frozen(desk)
    planted(desk, "case", two[1], {"training": True}, two[1])
    all_the_same(desk, figures)


def test_an_import_counts_once_it_was_closed(desk, two):
    rooms, batch = desk._rooms, "batch-1"
    posting = natural_id("posting", two[0], "of a batch")
    with rooms.ledger.saying(Deed.IMPORT, scope=scope_of("case", two[0]), actor="박상담", batch=batch) as say:  # fmt: skip
        say.set("posting", posting, "url", "https://c.example/1")
    before = desk.figures.freeze("R2", HERE)
    rooms.ledger.close_batch(batch, actor="박상담", progress=Silent())
    after = desk.figures.freeze("R2", HERE)
    assert [one.value for one in all_the_same(desk, [before, after])] == [6, 7]


def test_a_clock_that_is_put_right_later_changes_nothing_that_was(desk, two):
    ledger = desk._rooms.ledger
    action = desk.figures.rows("R1", HERE)[0].record
    log, n = ledger.close_segment(Silent())
    desk.records.change("deletion_action", action, {"done_on": "2025-01-01"})
    figures = frozen(desk, Asked("CENTER", "", "2024", "2024"))
    ledger.fix_clock(ClockFix(log, n, n, 10**9), actor="박상담", progress=Silent())
    again = frozen(desk, Asked("CENTER", "", "2024", "2024"))
    all_the_same(desk, figures + again)


def test_the_open_end_that_has_grown_and_was_sealed_since_is_cut_where_it_was(desk, two):  # fmt: skip
    figures = frozen(desk)
    supported(desk, two[0], 1)
    desk._rooms.ledger.close_segment(Silent())
    supported(desk, two[1], 1)
    all_the_same(desk, figures)


def test_a_log_that_went_on_in_a_new_one_is_followed(desk, two):
    figures = frozen(desk)
    desk._rooms.ledger.begin_log()
    supported(desk, two[0], 1)
    all_the_same(desk, figures)


def test_nothing_of_it_touches_the_disk(desk, two, tmp_path):
    figures = frozen(desk)
    desk.figures.frozen()
    before = sorted(one.name for one in tmp_path.rglob("*"))
    version = desk._rooms.ledger.position()
    all_the_same(desk, figures)
    assert sorted(one.name for one in tmp_path.rglob("*")) == before
    assert desk._rooms.ledger.position() == version


def test_it_can_be_stopped_and_asked_again(desk, two):
    class Stop(Silent):
        def step(self, done, total, what):
            raise Cancelled

    figure = desk.figures.freeze("R1", HERE)
    with pytest.raises(Cancelled):
        desk.figures.again(figure, Stop())
    all_the_same(desk, [figure])


# --- not the same, and why --------------------------------------------------------------------


def test_after_a_destruction_it_says_so_and_gives_what_is_left(desk, two):
    figures = frozen(desk, rules=("V1", "R1", "R2"))
    destroyed(desk, two[0])
    for figure, left in zip(figures, (1, 3, 3), strict=True):
        again = desk.figures.again(figure)
        assert (again.same, again.counted, again.gone > 0) == (False, left, True)
        assert "파기" in again.words
        assert str(left) in again.words
    assert {one.case for one in desk.figures.rows_then(figures[1])} == {two[1]}


def test_a_figure_of_another_case_is_the_same_after_a_destruction(desk, two):
    figures = frozen(desk, Asked("CASE", two[1]))
    destroyed(desk, two[0])
    all_the_same(desk, figures)


def test_a_figure_of_a_case_that_is_gone_gives_nothing_and_says_why(desk, two):
    figure = desk.figures.freeze("R1", Asked("CASE", two[0]))
    destroyed(desk, two[0])
    again = desk.figures.again(figure)
    assert (again.value, again.counted, again.same) == (3, 0, False)
    assert desk.figures.rows_then(figure) == ()


def test_a_figure_whose_position_was_never_kept_is_told_as_that(desk, two):
    figure = desk.figures.freeze("R1", HERE)
    planted(desk, "figure", "", {"position": "ab" * 32}, figure)
    again = desk.figures.again(figure)
    assert (again.counted, again.same) == (None, False)
    assert "기준 위치" in again.words
    with pytest.raises(NotFound):
        desk.figures.rows_then(figure)


def test_a_figure_by_another_edition_of_its_rule_is_not_counted(desk, two):
    figure = desk.figures.freeze("R1", HERE)
    planted(desk, "figure", "", {"rule": "R1 v9"}, figure)
    assert desk.figures.again(figure).counted is None
    with pytest.raises(InvalidInput):
        desk.figures.rows_then(figure)


@pytest.mark.parametrize("told", ["", "[]", "{", '{"logs":{}}', '{"away":[],"central":[],"logs":{"a":[[0,0,99]]}}', '{"away":[],"central":[],"logs":{"a":[[5,0,1]]}}', "9" * 9000])  # fmt: skip
def test_a_position_that_is_not_what_its_name_says_is_none(desk, two, told):
    figure = desk.figures.freeze("R1", HERE)
    name = desk._rooms.record("figure", figure)["position"]
    planted(desk, "position", "", {"told": told}, natural_id("position", name, "0"))
    assert desk.figures.again(figure).counted is None


def test_who_may_not_ask_for_it_may_not_count_it_again(desk, two, tmp_path):
    figure = desk.figures.freeze("R1", Asked("CASE", two[0]))
    keyring = desk._rooms.keyring
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    desk.close()
    hers = opening.open_(tmp_path / "v", HERS, Silent(), keyring=keyring, policy=POLICY)
    with closing(hers):
        for ask in (hers.figures.again, hers.figures.rows_then):
            with pytest.raises(NotYours):
                ask(figure)


# --- what is kept ---------------------------------------------------------------------------


def test_figures_frozen_at_one_moment_share_one_position_that_stays_at_home(desk, two):
    assert set(SCHEMA["position"].classes) == {"court"}
    figures = frozen(desk, rules=("R1",))
    row = desk._rooms.record("figure", figures[0])
    kept = position_of(desk._rooms, str(row["position"]))
    assert kept.held > 0
    told = desk._rooms.register.find("position")
    assert len(told) == 1
    assert not any(case in str(told[0]["told"]) for case in two)
    assert sum(kept.position.vector.values()) == sum(one[2] for runs in json.loads(told[0]["told"])["logs"].values() for one in runs)  # fmt: skip


# --- laptops and centers --------------------------------------------------------------------


def test_the_other_laptop_of_the_center_counts_it_again_too(desk, two, tmp_path):
    other = second_laptop(desk, tmp_path / "second")
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(other):
        figures = frozen(desk)
        supported(desk, two[0], 1)
        carry(desk, other, stick)
        supported(other, two[1], 2)
        all_the_same(other, figures)
        carry(other, desk, stick)
        all_the_same(desk, figures)


@pytest.fixture
def town(tmp_path):
    opened = desks(tmp_path, "IC", "SL", "C0")
    with closing(*opened.values()):
        yield opened


def test_a_case_taken_back_since_counted_then_and_one_taken_back_before_did_not(town, stick):  # fmt: skip
    incheon, central = town["IC"], town["C0"]
    cases = [supported(incheon, agreed(incheon, "RECORD", "SENSITIVE", "CENTRAL", "MATCH"), 2) for _ in range(2)]  # fmt: skip
    carry(incheon, central, stick)
    before = frozen(central, Asked("NATION"), ("V1", "R1", "R2"))
    incheon.consents.decide(cases[0], {"CENTRAL": "REFUSED"})
    carry(incheon, central, stick)
    after = frozen(central, Asked("NATION"), ("V1", "R1", "R2"))
    assert [one.value for one in all_the_same(central, before)] == [2, 4, 4]
    assert [one.value for one in all_the_same(central, after)] == [1, 2, 2]
    incheon.consents.decide(cases[0], {"CENTRAL": "AGREED"})
    carry(incheon, central, stick)
    assert [one.value for one in all_the_same(central, after)] == [1, 2, 2]


def test_words_that_came_late_into_an_old_place_are_not_in_it(town, stick):
    incheon, central = town["IC"], town["C0"]
    supported(incheon, agreed(incheon, "RECORD", "SENSITIVE", "CENTRAL", "MATCH"), 2)
    older = supported(incheon, agreed(incheon, "RECORD"), 1)
    carry(incheon, central, stick)
    before = frozen(central, Asked("NATION"))
    incheon.consents.decide(older, {"SENSITIVE": "AGREED", "CENTRAL": "AGREED"})
    carry(incheon, central, stick)
    after = frozen(central, Asked("NATION"))
    assert all_the_same(central, before)[2].value == 2
    assert all_the_same(central, after)[2].value == 3
    destroyed(central, older)
    all_the_same(central, before)
    assert not central.figures.again(after[2]).same
    with central._rooms.vault.reading() as db:
        assert db.one("select count(*) from late where entry not in (select id from entry)") == (0,)  # fmt: skip


def test_a_case_that_went_over_since_was_still_the_givers(town, stick):
    incheon, seoul = town["IC"], town["SL"]
    case = supported(incheon, agreed(incheon, "RECORD", "CENTER"), 2)
    figures = frozen(incheon, rules=("V1", "R1"))
    handover = incheon.handovers.offer(case, "SL", "MOVED")
    carry(incheon, seoul, stick)
    seoul.handovers.take(handover)
    carry(seoul, incheon, stick)
    all_the_same(incheon, figures)
    all_the_same(seoul, frozen(seoul, rules=("V1", "R1")))


# --- whatever happens -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("busy") / "v")
    yield made
    made.close()


class Happening:
    """Things that happen at a desk."""

    def __init__(self, desk):
        self.desk, self.cases, self.links, self.gone = desk, [], [], set()
        self.rows = []

    def begin(self, at):
        self.cases.append(supported(self.desk, self.desk.cases.begin("VISIT", "하나"), at % 3, 12 + at))  # fmt: skip

    def ask(self, at):
        case = self._case(at)
        if case:
            self.rows.append((case, *asked(self.desk, case, f"https://b.example/{len(self.rows)}")))  # fmt: skip

    def change(self, at):
        for _, posting, action in self._row(at):
            self.desk.records.change("posting", posting, {"result": "REMOVED"})
            self.desk.records.change("deletion_action", action, {"done_on": f"202{at % 5}"})  # fmt: skip

    def withdraw(self, at):
        for one in self._row(at):
            self.rows.remove(one)
            self.desk.records.retract("deletion_action", one[2], "mistake")

    def train(self, at):
        case = self._case(at)
        if case:
            planted(self.desk, "case", case, {"training": bool(at % 2)}, case)

    def join(self, at):
        one, other = self._case(at), self._case(at + 1)
        if one and other and one != other:
            self.links.append(self.desk.profiles.same_victim(one, other, "ACCOUNTS", agreed=True))  # fmt: skip

    def part(self, at):
        if self.links:
            taken_back(self.desk, self.links.pop(at % len(self.links)))

    def seal(self, at):
        self.desk._rooms.ledger.close_segment(Silent())

    def destroy(self, at):
        case = self._case(at)
        if case:
            destroyed(self.desk, case)
            self.gone.add(case)

    def _case(self, at):
        left = [one for one in self.cases if one not in self.gone]
        return left[at % len(left)] if left else ""

    def _row(self, at):
        left = [one for one in self.rows if one[0] not in self.gone]
        return [left[at % len(left)]] if left else []


STEPS = ("begin", "ask", "ask", "change", "withdraw", "train", "join", "part", "seal")
DEEDS = st.tuples(st.sampled_from(STEPS), st.integers(0, 30))


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))  # the desk grows
@given(st.lists(DEEDS, min_size=2, max_size=6), st.lists(DEEDS, max_size=6), st.lists(st.integers(0, 9), max_size=1))  # fmt: skip
def test_whatever_is_said_before_and_after_it_is_the_same_but_for_what_was_destroyed(busy, before, after, destroy):  # fmt: skip
    day = Happening(busy)
    day.begin(1)
    for deed, at in before:
        getattr(day, deed)(at)
    asked = Asked("CENTER")
    figures = frozen(busy, asked, ("V1", "R1", "R2", "R3"))
    then = busy.figures.rows("R1", asked, 10_000)
    for deed, at in after:
        getattr(day, deed)(at)
    all_the_same(busy, figures)
    for at in destroy:
        day.destroy(at)
    again = busy.figures.again(figures[1])
    left = [one for one in then if one.case not in day.gone]
    assert again.counted == len(left)
    assert [one.record for one in busy.figures.rows_then(figures[1], 10_000)] == [one.record for one in left]  # fmt: skip
    assert again.same or day.gone


# --- a paper ----------------------------------------------------------------------------------


def test_every_number_of_an_issued_paper_is_counted_again_at_its_position(desk, two):
    desk.giving.decide(two[0], "COURT", "COURT", COURT, "AGREED")
    plan = PaperPlan("PERFORMANCE", "CENTER", court=COURT, case_number="2099고합7", accused="김○○", checked_by="이확인")  # fmt: skip
    desk.papers.issue(plan)
    (paper,) = desk.papers.listing()
    supported(desk, two[0], 1)
    desk.giving.decide(two[1], "COURT", "COURT", COURT, "AGREED")
    found = desk.figures.paper_again(paper.id)
    assert len(found) > 10
    assert all(one.same for one in found), [one.words for one in found if not one.same]
    assert len(desk._rooms.register.find("position")) == 1
    destroyed(desk, two[0])
    again = desk.figures.paper_again(paper.id)
    assert {one.counted for one in again} == {0}
    assert not all(one.same for one in again)


def test_what_was_read_is_forgotten_as_soon_as_anything_is_said(desk, two):
    figure = desk.figures.freeze("R1", HERE)
    counting = vars(desk)["figures"]._noun._recounting
    desk.figures.again(figure)
    assert counting._last is not None
    desk.records.change("person", victim_of(two[0]), {"age": 30})
    assert counting._last is None
