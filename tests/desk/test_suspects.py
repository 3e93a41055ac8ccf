"""Suspects and their identifiers through the desk, and who is one person."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk import workspace
from intake.errors import IntakeError, InvalidInput, NotFound
from intake.matching.same import Decision, gathered
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("suspects") / "ic")
    yield desk
    desk.close()


@pytest.fixture
def desk(shared_desk):
    return shared_desk


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


def values(card):
    return [line.raw for line in card.clues]


# --- a case's suspects ------------------------------------------------------------------


def test_the_first_suspect_is_the_main_one_and_nobody_is_more_than_suspected(
    desk, case
):
    first = desk.suspects.add(case, {"nickname": "하루오빠", "features": "왼손에 반지"})
    desk.suspects.add(case, {"part": "REDISTRIBUTOR"})
    one, other = desk.suspects.of_case(case).cards
    assert (one.id, one.main, one.stage_label, one.name) == (
        first,
        True,
        "가해 추정 인물",
        "하루오빠",
    )
    assert one.said["features"] == "왼손에 반지"
    assert (other.main, other.part_label) == (False, "재유포자")


def test_an_identifier_is_kept_as_typed_and_shown_in_one_spelling(desk, case):
    desk.suspects.add_clue(case, {"value": "https://T.me/X7Q_Haru?x=1"})
    (card,) = desk.suspects.of_case(case).cards
    (line,) = card.clues
    assert (line.raw, line.shown) == ("https://T.me/X7Q_Haru?x=1", "x7q_haru")
    assert (line.kind, line.strength, line.role_label) == (
        "telegram",
        "MEDIUM",
        "가해 추정",
    )


def test_a_paste_of_ten_kilobytes_is_refused_and_nothing_is_half_kept(desk, case):
    with pytest.raises(IntakeError):
        desk.suspects.add_clue(case, {"value": "가" * 10_000})
    assert desk.suspects.of_case(case).cards == ()


def test_an_empty_identifier_is_refused(desk, case):
    with pytest.raises(InvalidInput):
        desk.suspects.add_clue(case, {"value": " \n"})


def test_the_victims_own_account_is_never_the_suspects(desk, case):
    desk.suspects.add_clue(
        case, {"value": "@haru_smile", "kind": "instagram", "role": "VICTIM"}
    )
    seen = desk.suspects.of_case(case)
    assert seen.cards == ()
    assert [line.raw for line in seen.own] == ["@haru_smile"]
    assert desk.records.list("identifier", case) == ()


def test_an_identifier_that_turns_out_the_victims_own_moves_over_and_back_by_undo(
    desk, case
):
    clue = desk.suspects.add_clue(case, {"value": "@haru_smile", "kind": "instagram"})
    desk.suspects.change_clue(clue, {"role": "VICTIM"})
    seen = desk.suspects.of_case(case)
    assert (values(seen.cards[0]), [line.raw for line in seen.own]) == (
        [],
        ["@haru_smile"],
    )
    desk.undo.undo()
    seen = desk.suspects.of_case(case)
    assert (values(seen.cards[0]), seen.own) == (["@haru_smile"], ())


def test_a_withdrawn_identifier_can_be_noted_again(desk, case):
    said = {"value": "010-0000-4217"}
    clue = desk.suspects.add_clue(case, said)
    desk.suspects.retract_clue(clue, "mistake")
    assert values(desk.suspects.of_case(case).cards[0]) == []
    assert desk.suspects.add_clue(case, said) == clue
    assert values(desk.suspects.of_case(case).cards[0]) == ["010-0000-4217"]


def test_a_shared_account_is_weak_and_says_so(desk, case):
    clue = desk.suspects.add_clue(case, {"value": "시험은행 000-77-123123"})
    desk.suspects.change_clue(clue, {"shared": True, "shared_why": "대포통장"})
    (line,) = desk.suspects.of_case(case).cards[0].clues
    assert (line.shared, line.shared_why, line.strength) == (True, "대포통장", "WEAK")


def test_a_resident_number_is_masked_before_it_is_kept(desk, case):
    suspect = desk.suspects.add(case, {"remark": "주민번호 010203-4567890"})
    desk.suspects.add_clue(
        case, {"value": "김민수 010203-\u200b4567890", "kind": "name"}
    )
    desk.suspects.seen_before(suspect, "０１０２０３-４５６７８９０ 이라고 함")
    told = str([word.value for word in desk.records.history("suspect", suspect)])
    kept = str(desk.suspects.of_case(case).cards[0])
    everything = (
        told + kept + str([dict(row) for row in desk.records.list("identifier", case)])
    )
    everything += str([dict(row) for row in desk.records.list("note", case)])
    assert "4567890" not in everything
    assert "010203-*******" in everything


def test_a_look_says_that_a_number_was_masked(desk, case):
    look = desk.suspects.look(case, "010203-4567890")
    assert look.masked_number


def test_somebody_seen_before_is_noted_with_who_said_it(desk, case):
    suspect = desk.suspects.add(case, {})
    desk.suspects.seen_before(suspect, "작년 사건의 영상에 나온 사람과 같은 문신")
    (card,) = desk.suspects.of_case(case).cards
    assert [(line.who, line.text) for line in card.seen] == [
        ("박상담", "작년 사건의 영상에 나온 사람과 같은 문신")
    ]


def test_letters_that_look_alike_are_a_warning_and_no_link(desk, case):
    for name in ("northpier_x7q", "northpler_x7q"):
        desk.suspects.add_clue(
            case, {"value": name, "kind": "uploader", "site": "tube-a.example"}
        )
    one, other = desk.suspects.of_case(case).cards[0].clues
    assert (one.alike_to, other.alike_to) == ("northpler_x7q", "northpier_x7q")
    assert (one.others, other.others) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "there", "here"),
    [
        ("uploader", "northpier_x8q", "northpler_x8q"),
        ("phone", "010-0000-5317", "010-0000-5371"),
    ],
)
def test_a_slip_beside_a_value_of_another_case_is_hinted_at_and_not_linked(
    desk, case, kind, there, here
):
    other = agreed(desk, "RECORD")
    desk.suspects.add_clue(
        other, {"value": there, "kind": kind, "site": "tube-a.example"}
    )
    look = desk.suspects.look(case, here, kind, "tube-a.example")
    assert (look.near, look.others, look.here) == (True, 0, "")
    assert not desk.suspects.look(other, here, kind, "tube-a.example").near


def test_what_a_note_mentioned_and_what_is_pasted_again_is_one_record(desk, case):
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.draft(interview, "note", "010-0000-9921 로 연락함")
    (found,) = desk.interviews.found(interview)
    desk.interviews.adopt(interview, found)
    desk.suspects.add_clue(case, {"value": "010-0000-9921"})
    assert values(desk.suspects.of_case(case).cards[0]) == ["010-0000-9921"]


@pytest.mark.parametrize(
    ("kind", "here", "there", "site"),
    [
        ("phone", "+82 10 0000 8811", "010-0000-8811 (경찰 공문)", ""),
        ("telegram", "t.me/haru_8811", "@HARU_8811", ""),
        ("bank", "000-12-348811-90", "시험은행 0001234881190 (예금주 김○○)", ""),
        ("uploader", "Pier_8811 ", "pier_8811", "tube-a.example"),
        (
            "kakao_openchat",
            "open.kakao.com/o/sTEST8811?ref=qr",
            "https://open.kakao.com/o/sTEST8811",
            "",
        ),
        ("email", "X8811@mail.example", "x8811@mail.example", ""),
    ],
)
def test_a_value_of_another_case_is_a_count_and_nothing_more(
    desk, case, kind, here, there, site
):
    other = agreed(desk, "RECORD")
    desk.suspects.add_clue(other, {"value": there, "kind": kind, "site": site})
    assert desk.suspects.look(case, here, kind, site).others == 1
    desk.suspects.add_clue(case, {"value": here, "kind": kind, "site": site})
    assert desk.suspects.of_case(case).cards[0].clues[0].others == 1
    assert desk.suspects.look(case, here, kind, site).here


def test_nothing_is_counted_while_an_interview_goes_on(desk, case):
    other = agreed(desk, "RECORD")
    desk.suspects.add_clue(other, {"value": "010-0000-8822"})
    desk.interviews.begin(case, "intake")
    assert desk.suspects.look(case, "010-0000-8822").others == 0
    assert desk.suspects.find("010-0000-8822", case) == ()


def test_a_masked_value_is_counted_nowhere(desk, case):
    other = agreed(desk, "RECORD")
    desk.suspects.add_clue(other, {"value": "010-****-1234", "kind": "phone"})
    assert desk.suspects.look(case, "010-****-1234", "phone").others == 0


# --- one person, several records --------------------------------------------------------


@pytest.fixture
def two(desk):
    """Two cases with a suspect and an identifier each."""
    made = []
    for value in ("@x7q_haru", "@x7q_haneul"):
        case = agreed(desk, "RECORD")
        desk.suspects.add_clue(case, {"value": value, "kind": "telegram"})
        made.append((case, desk.suspects.of_case(case).cards[0].id))
    return made


def test_a_merge_shows_what_the_other_record_knows_and_where_from(desk, two):
    (case, one), (other_case, other) = two
    desk.suspects.merge(one, other, "ACCOUNT")
    (card,) = desk.suspects.of_case(case).cards
    assert values(card) == ["@x7q_haru", "@x7q_haneul"]
    assert [bool(line.from_number) for line in card.clues] == [False, True]
    assert [(line.record, line.case) for line in card.joined] == [(other, other_case)]
    assert values(desk.suspects.of_case(other_case).cards[0]) == [
        "@x7q_haneul",
        "@x7q_haru",
    ]
    assert desk.records.get("identifier", card.clues[1].id)["case"] == other_case


def test_what_was_merged_reads_as_before_once_it_is_taken_back(desk, two):
    (case, one), (other_case, other) = two
    before = desk.suspects.of_case(case), desk.suspects.of_case(other_case)
    merge = desk.suspects.merge(one, other)
    desk.suspects.unmerge(merge)
    assert (desk.suspects.of_case(case), desk.suspects.of_case(other_case)) == before
    desk.undo.undo()  # of the taking back
    assert len(desk.suspects.group(one)) == 2
    assert desk.suspects.part(other) == 1
    assert (desk.suspects.of_case(case), desk.suspects.of_case(other_case)) == before


def test_a_merge_is_undone_in_one_step(desk, two):
    (case, one), (_, other) = two
    before = desk.suspects.of_case(case)
    desk.suspects.merge(one, other)
    desk.undo.undo()
    assert desk.suspects.of_case(case) == before


def test_two_suspects_of_one_case_become_one_card(desk, case):
    one = desk.suspects.add(case, {"nickname": "가람"})
    other = desk.suspects.add(case, {"nickname": "나루"})
    desk.suspects.add_clue(case, {"value": "010-0000-7711"}, other)
    desk.suspects.merge(one, other, "SAID")
    (card,) = desk.suspects.of_case(case).cards
    assert (card.id, values(card), card.clues[0].from_number) == (
        one,
        ["010-0000-7711"],
        "",
    )
    assert [line.name for line in card.joined] == ["나루"]
    desk.suspects.part(other)
    assert len(desk.suspects.of_case(case).cards) == 2


def test_a_contradiction_is_shown_and_not_overruled(desk, two):
    (case, one), (_, other) = two
    desk.suspects.merge(one, other)
    refusal = desk.suspects.not_same(one, other)
    (card,) = desk.suspects.of_case(case).cards
    assert card.contradicted
    assert len(card.joined) == 1
    desk.suspects.unmerge(refusal)
    assert not desk.suspects.of_case(case).cards[0].contradicted


def test_a_suspect_is_not_merged_with_itself_nor_with_a_person(desk, two):
    (case, one), _ = two
    person = desk.people.add(case, {"role": "CONTACT"})
    with pytest.raises(InvalidInput):
        desk.suspects.merge(one, one)
    with pytest.raises(NotFound):
        desk.suspects.merge(one, person)


def test_a_suspect_of_another_case_is_found_by_account_or_name(desk, case):
    other = agreed(desk, "RECORD")
    suspect = desk.suspects.add(other, {"nickname": "북쪽부두"})
    desk.suspects.add_clue(other, {"value": "@pier_9911", "kind": "telegram"}, suspect)
    assert [one.suspect for one in desk.suspects.find("pier_9911", case)] == [suspect]
    assert [one.suspect for one in desk.suspects.find("북쪽부두", case)] == [suspect]
    assert desk.suspects.find("pier_9911", other) == ()


def test_merges_stand_after_the_workspace_was_closed(tmp_path):
    keyring = MemoryKeyring()
    desk = a_desk(tmp_path / "ic", keyring)
    cases = [agreed(desk, "RECORD") for _ in range(3)]
    a, b, c = (desk.suspects.add(case, {}) for case in cases)
    desk.suspects.merge(a, b)
    last = desk.suspects.merge(b, c)
    desk.close()
    desk = workspace.open_(
        tmp_path / "ic", PASSPHRASE, Silent(), keyring=keyring, policy=POLICY
    )
    assert set(desk.suspects.group(c)) == {a, b, c}
    desk.suspects.unmerge(last)
    assert (set(desk.suspects.group(a)), desk.suspects.group(c)) == ({a, b}, (c,))
    desk.close()


# --- the fold of decisions ------------------------------------------------------------------

_RECORDS = "abcdef"
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(_RECORDS), st.sampled_from(_RECORDS), st.booleans()),
        st.integers(0, 20),  # takes the nth decision back
    ),
    max_size=14,
)


def _partition(decisions):
    of = {one: {one} for one in _RECORDS}
    for decision in decisions:
        if decision.same and of[decision.one] is not of[decision.other]:
            whole = of[decision.one] | of[decision.other]
            of.update(dict.fromkeys(whole, whole))
    return {one: tuple(sorted(members)) for one, members in of.items()}


def _read(live):
    about = lambda one: [d for d in live if one in {d.one, d.other}]  # noqa: E731
    return {one: gathered(one, about) for one in _RECORDS}


@given(_ACTS)
@settings(max_examples=120, deadline=None)
def test_any_merges_and_partings_fold_to_the_decisions_that_stand(acts):
    live, before = [], None
    for at, act in enumerate(acts):
        before = _read(live)
        if isinstance(act, int):
            live = [one for place, one in enumerate(live) if place != act]
        else:
            live = [*live, Decision(f"{at:02}", *act)]
    read = _read(live)
    assert {one: group.members for one, group in read.items()} == _partition(live)
    assert _read(list(reversed(live))) == read
    against = {d.ref for d in live if not d.same}
    shown = {d.ref for group in read.values() for d in group.contradictions}
    inside = {
        d.ref for d in live if d.ref in against and d.other in read[d.one].members
    }
    assert shown == inside
    if acts and not isinstance(acts[-1], int):
        assert _read(live[:-1]) == before


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()),
        min_size=1,
        max_size=6,
    )
)
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_desk_folds_the_same_way(shared_desk, acts):
    desk, case = shared_desk, agreed(shared_desk, "RECORD")
    made = [desk.suspects.add(case, {}) for _ in range(4)]
    reads, merges = [], []
    for one, other, _ in acts:
        if one != other:
            reads.append([desk.suspects.group(record) for record in made])
            merges.append(desk.suspects.merge(made[one], made[other]))
    for merge, before in zip(reversed(merges), reversed(reads), strict=True):
        desk.suspects.unmerge(merge)
        assert [desk.suspects.group(record) for record in made] == before
