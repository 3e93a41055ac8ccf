import pytest

from intake.errors import InvalidInput, NotFound, NotYours
from intake.ledger import Deed
from intake.progress import Silent
from intake.register.keys import posting_id


def a_case(desk, *clues, **said):
    case = desk.cases.begin("VISIT", "하늘")
    suspect = desk.suspects.add(case, said)
    for value in clues:
        desk.suspects.add_clue(case, {"value": value}, suspect)
    return case, suspect


PHONE = "010-0000-4217"


@pytest.fixture
def two(desk):
    return a_case(desk, PHONE, nickname="하루오빠"), a_case(desk, "+82 10 0000 4217")


def only(desk, state="NEW"):
    (found,) = desk.matches.queue(state)
    return found


def test_a_pair_is_found_shown_decided_and_taken_back(desk, two):
    (case, one), (other_case, other) = two
    found = only(desk)
    assert found.word == "VERY_HIGH"
    assert not found.crosses
    assert desk.matches.of_case(case).candidates == (found,)
    seen = desk.matches.pair(found.id)
    assert seen.evidence
    assert "전화번호" in seen.evidence[0].text
    assert {*seen.one.cases, *seen.other.cases} == {case, other_case}
    assert (seen.effect.victims_before, seen.effect.victims_after) == (1, 2)
    link = desk.matches.decide(found.id, "SAME", "ACCOUNTS")
    assert set(desk.suspects.group(one)) == {one, other}
    assert not desk.matches.queue("NEW")
    done = only(desk, "DONE")
    assert (done.id, done.link) == (found.id, link)
    assert desk.matches.pair(done.id).frozen
    desk.matches.take_back(link, "MISTAKE")
    assert only(desk).id == found.id
    assert desk.suspects.group(one) == (one,)
    (told,) = desk.matches.pair(found.id).decisions
    assert told.withdrawn


def test_a_decision_is_taken_back_by_undo_too(desk, two):
    desk.matches.decide(only(desk).id, "SAME", "ACCOUNTS")
    desk.undo.undo()
    assert only(desk).state == "NEW"


def test_not_the_same_stays_when_an_identifier_is_added_again(desk, two):
    (case, suspect), _ = two
    found = only(desk)
    desk.matches.decide(found.id, "NOT_SAME", "OTHER_PERSON")
    (clue,) = desk._rooms.register.find("identifier", case=case)
    desk.suspects.retract_clue(clue.id, "mistake")
    desk.matches.refresh()
    desk.suspects.add_clue(case, {"value": PHONE}, suspect)
    assert not desk.matches.queue("NEW")
    assert only(desk, "DONE").id == found.id


def test_what_is_on_hold_is_kept_apart_until_it_is_decided(desk, two):
    found = only(desk)
    desk.matches.decide(found.id, "HOLD", "MORE_NEEDED")
    assert only(desk, "HOLD").id == found.id
    assert not desk.matches.queue("NEW")
    assert desk.matches.counts()["hold"] == 1
    desk.matches.decide(found.id, "SAME", "ACCOUNTS")
    assert not desk.matches.queue("HOLD")
    assert only(desk, "DONE")


def test_for_a_court_another_counselor_says_so_too(desk, two):
    (_, one), _ = two
    link = desk.matches.decide(only(desk).id, "SAME", "ACCOUNTS", for_court=True)
    assert only(desk, "SECOND").link == link
    assert len(desk.suspects.group(one)) == 1
    with pytest.raises(NotYours):
        desk.matches.second(link, "SAME", "ACCOUNTS")
    object.__setattr__(desk._rooms.who, "counselor", "김상담")
    desk.matches.second(link, "SAME", "STATEMENTS")
    assert len(desk.suspects.group(one)) == 2
    assert only(desk, "DONE").link == link


def test_a_link_whose_evidence_is_gone_is_to_be_looked_at_again(desk, two):
    (case, _), _ = two
    desk.matches.decide(only(desk).id, "SAME", "ACCOUNTS")
    (clue,) = desk._rooms.register.find("identifier", case=case)
    desk.suspects.retract_clue(clue.id, "mistake")
    assert only(desk, "REOPENED")


def test_a_value_that_many_use_makes_no_candidate_any_more(desk):
    cases = [a_case(desk, "시험은행 000-77-123123") for _ in range(3)]
    assert len(desk.matches.queue()) == 3
    (clue,) = desk._rooms.register.find("identifier", case=cases[0][0])
    pair = desk.matches.queue()[0].id
    desk.matches.mark_shared(clue.id, True, "SHARED")
    assert not desk.matches.queue()
    seen = desk.matches.pair(pair)  # whichever case it was marked in
    assert all(mark.shared for side in (seen.one, seen.other) for mark in side.marks)
    desk.suspects.retract_clue(clue.id, "mistake")
    desk.suspects.add_clue(
        cases[0][0], {"value": "시험은행 000-77-123123"}, cases[0][1]
    )
    assert not desk.matches.queue()


def test_during_an_interview_only_a_number_is_told(desk, two):
    (case, _), _ = two
    found = only(desk)
    desk.consents.decide(case, {"RECORD": "AGREED"})
    desk.interviews.begin(case, "intake")
    told = desk.matches.of_case(case)
    assert (told.count, told.candidates, told.quiet) == (1, (), True)
    assert desk.matches.pair(found.id).quiet
    assert desk.matches.weak(case) == ()


def test_two_perpetrators_of_one_case_are_no_candidate(desk):
    case, _ = a_case(desk, PHONE)
    second = desk.suspects.add(case, {})
    desk.suspects.add_clue(case, {"value": PHONE, "kind": "phone", "site": ""}, second)
    assert not desk.matches.queue()


def sits_down(desk, name):
    object.__setattr__(desk._rooms.who, "counselor", name)


def test_who_simply_knows_him_is_confirmed_by_another_counselor(desk):
    (_, one), (_, other) = a_case(desk), a_case(desk)
    candidate = desk.matches.propose(one, other)
    row = only(desk, "SECOND")
    assert (row.id, row.seen) == (candidate, True)
    assert len(desk.suspects.group(one)) == 1
    (told,) = desk.matches.pair(candidate).decisions
    assert (told.seen, told.mine, told.waits_for_second) == (True, True, True)
    with pytest.raises(NotYours):
        desk.matches.second(row.link, "SAME", "SEEN")
    sits_down(desk, "김상담")
    assert not desk.matches.pair(candidate).decisions[0].mine
    desk.matches.second(row.link, "SAME", "SEEN")
    assert len(desk.suspects.group(one)) == 2
    assert only(desk, "DONE").id == candidate
    with pytest.raises(InvalidInput):
        desk.matches.propose(one, one)


def test_who_simply_knew_him_decides_alone_only_with_a_reason_beyond_it(desk):
    (_, one), (_, other) = a_case(desk), a_case(desk)
    candidate = desk.matches.propose(one, other)
    with pytest.raises(InvalidInput):
        desk.matches.decide(candidate, "SAME", "SEEN")
    assert only(desk, "SECOND")
    link = desk.matches.decide(candidate, "SAME", "STATEMENTS")
    assert set(desk.suspects.group(one)) == {one, other}
    assert only(desk, "DONE").link == link
    assert not desk.matches.queue("SECOND")


def test_what_somebody_simply_knew_is_to_be_looked_at_again_when_its_case_is_gone(desk):
    (case, one), (_, other) = a_case(desk), a_case(desk)
    link = only_link(desk, desk.matches.propose(one, other))
    sits_down(desk, "김상담")
    desk.matches.second(link, "SAME", "SEEN")
    assert desk.matches.counts()["reopened"] == 0
    number = desk.cases.line(case).number
    desk.erasing.destroy(case, "whole", "REQUEST", number, Silent())
    assert only(desk, "REOPENED").link == link


def only_link(desk, candidate):
    return next(one.link for one in desk.matches.queue("ALL") if one.id == candidate)


def test_looked_again_it_stays_until_something_else_comes(desk):
    (case, one), _ = (
        a_case(desk, PHONE, "x7q_haru@mail.example"),
        a_case(desk, PHONE, "x7q_haru@mail.example"),
    )
    link = desk.matches.decide(only(desk).id, "SAME", "ACCOUNTS")
    with pytest.raises(InvalidInput):
        desk.matches.stays(link, "STATEMENTS")
    phone, mail = sorted(desk._rooms.register.find("identifier", case=case), key=lambda row: row["kind"] != "phone")  # fmt: skip
    desk.suspects.retract_clue(phone.id, "mistake")
    again = only(desk, "REOPENED")
    with pytest.raises(InvalidInput):
        desk.matches.stays(link, "MISTAKE")
    desk.matches.stays(link, "STATEMENTS")
    assert only(desk, "DONE").id == again.id
    (told,) = desk.matches.pair(again.id).decisions
    assert (told.looked_by, bool(told.looked_on), bool(told.looked_label)) == (told.by, True, True)  # fmt: skip
    assert len(desk.suspects.group(one)) == 2
    desk.suspects.retract_clue(mail.id, "mistake")
    assert only(desk, "REOPENED").id == again.id


def test_the_list_goes_on_after_what_was_shown(desk):
    for _ in range(5):
        a_case(desk, PHONE)
    every = desk.matches.queue()
    shown = desk.matches.queue(limit=4)
    while more := desk.matches.queue(limit=4, after=shown[-1].id):
        shown += more
    assert shown == every
    assert len(every) == desk.matches.counts()["new"] == 10
    for one in every[::2]:
        desk.matches.decide(one.id, "HOLD", "MORE_NEEDED")
    every = desk.matches.queue("ALL")
    assert len(every) == 10
    assert (*every[:7], *desk.matches.queue("ALL", 100, every[6].id)) == every
    with pytest.raises(NotFound):
        desk.matches.queue(after="x.y")


def test_a_row_says_what_is_the_same_and_during_an_interview_nothing(desk, two):
    (case, _), _ = two
    assert PHONE in only(desk).headline
    desk.consents.decide(case, {"RECORD": "AGREED"})
    desk.interviews.begin(case, "intake")
    assert only(desk).headline == ""


def test_one_counselor_under_two_spellings_sees_her_own_decision(desk, two):
    desk.matches.decide(only(desk).id, "SAME", "ACCOUNTS", for_court=True)
    row = only(desk, "SECOND")
    name = desk._rooms.who.counselor
    sits_down(desk, f" {name[0]} {name[1:]}")
    assert desk.matches.pair(row.id).decisions[0].mine


def test_bad_names_are_refused(desk, two):
    for bad in ("", "x", "a.b", "-.-"):
        with pytest.raises(NotFound):
            desk.matches.pair(bad)
    found = only(desk)
    with pytest.raises(InvalidInput):
        desk.matches.decide(found.id, "PERHAPS", "ACCOUNTS")
    with pytest.raises(InvalidInput):
        desk.matches.queue("MANY")


def test_odd_identifiers_are_answered_and_link_nobody(desk):
    odd = (
        "가" * 10_000,
        "\u202e\u200fabc\x07",
        "🔥🔥",
        "0" + "10-1234-5678",
        "모름",
        "-",
    )
    for _ in range(2):
        case, suspect = a_case(desk)
        for value in odd:
            desk.suspects.add_clue(case, {"value": value[:1900]}, suspect)
    assert not desk.matches.queue()


def test_postings_of_one_account_are_one_clue_and_find_its_other_case(desk):
    case, _ = a_case(desk)
    with desk._rooms.about_case(Deed.ADD, case) as say:
        for n in range(3):
            url = f"https://tube-a.example/v/{n}"
            post = posting_id(case, url)
            say.set("posting", post, "case", case)
            say.set("posting", post, "url", url)
            say.set("posting", post, "uploader", "northpier_x7q")
    other, suspect = a_case(desk)
    desk.suspects.add_clue(other, {"kind": "uploader", "value": "NorthPier_x7q ", "site": "tube-a.example"}, suspect)  # fmt: skip
    assert only(desk).word == "VERY_HIGH"
