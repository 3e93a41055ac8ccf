"""The picture of who hangs together, as the desk draws it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.desk import workspace as opening
from intake.desk.clues import of_row
from intake.errors import InvalidInput, NotFound, NotYours
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.matching.marked import mark_of
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY

CANARY = "녹두"
HERS = "조용한 아침 산길의 돌"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("graph") / "ic")
    yield desk
    desk.close()


@pytest.fixture
def story(desk):
    """Two cases of one person, a third that may be of the same network; the victim is a canary."""
    cases = [agreed(desk, "RECORD") for _ in range(3)]
    for case in cases:
        desk.cases.rename(case, CANARY)
        desk.people.add(case, {"role": "VICTIM", "name": CANARY, "phone": "010-0000-9999"})  # fmt: skip
    told = (("northpier_x7q", "010-0000-4217"), ("NorthPier_x7q ", "@x7q_haru"), ("x7q@mail.example",))  # fmt: skip
    for case, values in zip(cases, told, strict=True):
        for value in values:
            site = {"kind": "uploader", "site": "tube-a.example"} if "ier_" in value else {}  # fmt: skip
            desk.suspects.add_clue(case, {"value": value, **site})
    suspects = [desk.suspects.of_case(case).cards[0].id for case in cases]
    desk.suspects.merge(suspects[0], suspects[1])
    linked(desk, suspects[1], suspects[2], cases[1:], "same_network")
    return cases, suspects


def linked(desk, one, other, cases, kind, **more):
    rooms = desk._rooms
    link = new_id(rooms.clock.wall())
    said = {"kind": kind, "one": one, "one_case": cases[0], "other": other, "other_case": cases[1],
            "decision": "SAME", "decided_by": "박상담", "decided_on": "2026-11-25", **more}  # fmt: skip
    with rooms.saying(Deed.MERGE, scope_of("link", link)) as say:
        for name, value in said.items():
            say.set("link", link, name, value)
    return link


def kinds(view):
    return sorted(node.kind for node in view.nodes)


def labels(view, kind):
    return sorted(node.label for node in view.nodes if node.kind == kind)


def edges(view, kind):
    return {
        frozenset((edge.one, edge.other)) for edge in view.edges if edge.kind == kind
    }


def everything(view):
    nodes = [f"{node.id}{node.label}{node.sub}{node.go}" for node in view.nodes]
    return " ".join([*nodes, *(f"{edge.one}{edge.other}{edge.label}" for edge in view.edges)])  # fmt: skip


def test_one_person_stands_with_its_suspects_cases_and_clues(desk, story):
    cases, suspects = story
    view = desk.graph.around(suspects[0])
    assert kinds(view).count("profile") == 1
    assert edges(view, "of-case") >= {frozenset(pair) for pair in zip(suspects[:2], cases[:2], strict=True)}  # fmt: skip
    person = f"p:{min(suspects[:2])}"
    assert edges(view, "same_person") == {frozenset((person, one)) for one in suspects[:2]}  # fmt: skip
    assert labels(view, "mark") == ["010-0000-4217", "northpier_x7q (tube-a.example)", "x7q_haru"]  # fmt: skip
    (shared,) = [n for n in view.nodes if "northpier" in n.label]
    assert shared.weight == 2


def test_who_is_of_the_same_network_stands_beside_and_is_opened_one_step_farther(
    desk, story
):
    cases, suspects = story
    person = f"p:{min(suspects[:2])}"
    near, far = desk.graph.around(suspects[0]), desk.graph.around(suspects[0], 2)
    assert edges(near, "same_network") == {frozenset((person, suspects[2]))}
    assert cases[2] not in {node.id for node in near.nodes}
    assert cases[2] in {node.id for node in far.nodes}
    assert "x7q@mail.example" in labels(far, "mark")


@pytest.mark.parametrize("depth", [1, 2])
def test_no_word_of_a_victim_is_in_it_and_no_name_of_a_suspect(desk, story, depth):
    cases, suspects = story
    desk.suspects.change(suspects[0], {"name": "홍길동", "nickname": "하루오빠"})
    desk.suspects.add_clue(cases[0], {"value": "@haru_smile", "kind": "instagram", "role": "VICTIM"})  # fmt: skip
    desk.suspects.add_clue(cases[0], {"value": "홍길동", "kind": "name"})
    said = everything(desk.graph.around(cases[0], depth))
    for canary in (CANARY, "홍길동", "haru_smile", "9999", "하루오빠"):
        assert canary not in said


def test_a_case_and_its_suspect_give_the_same_nodes(desk, story):
    cases, suspects = story
    of_case, of_suspect = desk.graph.around(cases[0]), desk.graph.around(suspects[0])
    assert of_case.nodes == of_suspect.nodes
    assert of_case.edges == of_suspect.edges
    assert of_case.centre == cases[0]
    pair = desk.graph.around(f"{suspects[0]}.{suspects[2]}")
    assert {cases[0], cases[1], cases[2]} <= {node.id for node in pair.nodes}


def test_parted_they_are_two_again_and_the_picture_is_as_before(desk, story):
    _cases, suspects = story
    before = desk.graph.around(suspects[0])
    extra = desk.suspects.merge(suspects[0], suspects[2])
    assert len(edges(desk.graph.around(suspects[0]), "same_person")) == 3
    desk.suspects.unmerge(extra)
    assert desk.graph.around(suspects[0]) == before


def test_what_waits_for_a_second_person_joins_nobody_and_is_dotted(desk, story):
    cases, suspects = story
    case = agreed(desk, "RECORD")
    other = desk.suspects.add(case, {})
    linked(desk, suspects[2], other, (cases[2], case), "same_person", for_court=True)
    view = desk.graph.around(suspects[2])
    assert frozenset((suspects[2], other)) in edges(view, "candidate")
    (waiting,) = [edge for edge in view.edges if edge.kind == "candidate"]
    assert "두 번째 확인 대기" in waiting.label
    assert edges(view, "same_person") == set() or other not in str(view.edges)


def test_a_value_that_many_use_is_marked(desk):
    case = agreed(desk, "RECORD")
    desk.suspects.add_clue(case, {"value": "시험은행 000-77-123123", "shared": True})
    (mark,) = [n for n in desk.graph.around(case).nodes if n.kind == "mark"]
    assert mark.shared
    assert mark.sub.endswith("여럿이 쓰는 값")


def test_a_mark_of_the_central_desk_stands_at_no_identifier_and_is_shown(desk):
    """Of another center's case no identifier says so: the mark itself does."""
    case = agreed(desk, "RECORD")
    desk.suspects.add_clue(case, {"value": "시험은행 000-77-123124"})
    (clue,) = desk._rooms.register.find("identifier", case=case)
    found = of_row(clue)
    said = {"kind": "bank", "shared": True}
    planted(desk, "shared_value", "", said, mark_of(found.kind, found.value))
    (mark,) = [n for n in desk.graph.around(case).nodes if n.kind == "mark"]
    assert mark.shared
    assert clue["shared"] is None


def test_what_has_no_room_is_counted_and_the_person_stays(desk, story):
    _cases, suspects = story
    whole = desk.graph.around(suspects[0])
    small = desk.graph.around(suspects[0], 1, 5)
    assert len(small.nodes) == 5
    assert small.left_out == len(whole.nodes) - 5
    assert kinds(small) == ["case", "case", "profile", "suspect", "suspect"]


def test_beside_a_running_interview_there_is_nothing_to_see(desk, story):
    cases, suspects = story
    interview = desk.interviews.begin(cases[1], "intake")
    for of in (cases[0], suspects[0], cases[1]):
        view = desk.graph.around(of)
        assert view.quiet
        assert view.nodes == view.edges == ()
    desk.interviews.finish(interview)
    assert not desk.graph.around(cases[0]).quiet


def test_a_training_case_is_met_from_nowhere(desk, story):
    cases, suspects = story
    training = agreed(desk, "RECORD")
    other = desk.suspects.add(training, {})
    planted(desk, "case", training, {"training": True}, training)
    linked(desk, suspects[2], other, (cases[2], training), "same_network")
    assert other not in {node.id for node in desk.graph.around(suspects[2], 2).nodes}
    assert {node.id for node in desk.graph.around(training).nodes} == {other, training}


def test_a_withdrawn_suspect_is_in_no_picture(desk, story):
    _cases, suspects = story
    desk.suspects.retract(suspects[1], "by-mistake")
    view = desk.graph.around(suspects[0])
    assert suspects[1] not in everything(view)
    with pytest.raises(NotFound):
        desk.graph.around(suspects[1])


def test_a_case_without_a_suspect_stands_alone(desk):
    case = agreed(desk, "RECORD")
    view = desk.graph.around(case)
    assert [node.id for node in view.nodes] == [case]
    assert view.edges == ()


@pytest.mark.parametrize("of", ["", "nobody", "💥", "a.b.c", "0" * 36])
def test_nobody_is_answered_and_not_drawn(desk, of):
    with pytest.raises((NotFound, InvalidInput)):
        desk.graph.around(of)


@given(st.integers(-3, 500), st.integers(-3, 500))
@settings(max_examples=15)
def test_odd_depths_and_limits_are_refused_in_words(desk, depth, limit):
    case = desk.graph  # any workspace does
    if depth in {1, 2} and limit in range(3, 201):
        return
    with pytest.raises(InvalidInput):
        case.around("nobody", depth, limit)


# --- what the index knows ----------------------------------------------------------------


def scored(desk):
    """Look at everybody who is due, as a refresh does."""
    from intake.matching.holding import settle  # noqa: PLC0415
    from intake.register.fold import id_of  # noqa: PLC0415

    with desk._rooms.vault.writing() as db:
        due = [id_of(one) for (one,) in db.all("SELECT suspect FROM m_due")]
        settle(db, due, 0)


@pytest.fixture
def alike(desk):
    """Two cases nobody joined, with one telephone number of their own."""
    number = f"010-0000-{desk._rooms.clock.wall() % 9000 + 500:04}"
    cases = [agreed(desk, "RECORD") for _ in range(2)]
    for case in cases:
        desk.suspects.add_clue(case, {"value": number})
    scored(desk)
    return cases, [desk.suspects.of_case(case).cards[0].id for case in cases]


def test_who_may_be_the_same_is_dotted_and_says_in_words_how_strong(desk, alike):
    _, (one, other) = alike
    view = desk.graph.around(one)
    (edge,) = [edge for edge in view.edges if edge.kind == "candidate"]
    assert {edge.one, edge.other} == {one, other}
    assert edge.label == "동일 가해자 · 매우 높음"


def test_whoever_has_the_same_number_stands_there_one_step_farther(desk, alike):
    cases, (one, other) = alike
    view = desk.graph.around(one, 2)
    assert set(cases) <= {node.id for node in view.nodes}
    (mark,) = [node for node in view.nodes if node.kind == "mark"]
    assert edges(view, "has-mark") == {frozenset((who, mark.id)) for who in (one, other)}  # fmt: skip


@pytest.mark.parametrize("depth", [1, 2])
def test_who_is_being_interviewed_is_met_by_nobody(desk, alike, depth):
    (_, case), (one, other) = alike
    interview = desk.interviews.begin(case, "intake")
    assert other not in everything(desk.graph.around(one, depth))
    desk.interviews.finish(interview)


def test_accounts_and_numbers_have_no_place_in_an_id(desk, story):
    _, suspects = story
    for node in desk.graph.around(suspects[0], 2).nodes:
        for value in ("4217", "x7q", "northpier"):
            assert value not in node.id


@pytest.mark.parametrize(
    "odd",
    ["\u202e위험\u200b@x7q", "💥" * 60, "가" * 1_900, "@a\tb\nc", "<b>x7q</b>", "모름"],
)  # fmt: skip
def test_odd_values_are_drawn_on_one_line_that_hides_nothing(desk, odd):
    case = agreed(desk, "RECORD")
    desk.suspects.add_clue(case, {"value": odd})
    for node in desk.graph.around(case).nodes:
        assert len(node.label) <= 160
        assert not {"\u202e", "\u200b", "\x07", "\x00", "\n"} & set(node.label)


# --- who sees her own cases only --------------------------------------------------------


@pytest.fixture
def hers(tmp_path, keyring):
    """The desk of somebody who sees her own cases only, beside a colleague's that is joined."""
    desk = a_desk(tmp_path / "w", keyring)
    theirs = agreed(desk, "RECORD")
    desk.suspects.add_clue(theirs, {"value": "night_moon07", "kind": "instagram"})
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    suspect = desk.suspects.of_case(theirs).cards[0].id
    desk.close()
    hers = opening.open_(tmp_path / "w", HERS, Silent(), keyring=keyring, policy=POLICY)
    own = agreed(hers, "RECORD")
    hers.suspects.add_clue(own, {"value": "010-0000-4217"})
    mine = hers.suspects.of_case(own).cards[0].id
    linked(hers, mine, suspect, (own, theirs), "same_person")
    yield hers, own, mine, theirs, suspect
    hers.close()


def test_of_a_colleagues_case_only_its_number_stands_there(hers):
    desk, own, mine, theirs, _suspect = hers
    view = desk.graph.around(mine)
    assert {own, theirs} <= {node.id for node in view.nodes}
    assert "night_moon07" not in everything(view)
    assert labels(view, "mark") == ["010-0000-4217"]


def test_a_colleagues_case_is_no_place_to_begin(hers):
    desk, _, _, theirs, suspect = hers
    for of in (theirs, suspect):
        with pytest.raises(NotYours):
            desk.graph.around(of)


def test_no_dossier_is_made_of_what_she_may_not_see(hers):
    desk, _, mine, _, _ = hers
    with pytest.raises(NotYours):
        desk.dossiers.of_profile(mine)
