"""Who may what at the desk: named, kept in a book, felt at once."""

import pytest

from intake.desk import CaseQuery
from intake.desk import workspace as opening
from intake.errors import (
    InvalidInput,
    LastSupervisor,
    NotYours,
    WeakPassphrase,
    WrongPassphrase,
)
from intake.progress import Silent
from tests.desks_at_hand import agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERS = "조용한 아침 산길의 돌"
ME = "박상담"


def reopened(desk, keyring, passphrase=PASSPHRASE):
    """Lock, and open as whoever has this passphrase."""
    folder = desk.about().folder
    desk.close()
    return opening.open_(folder, passphrase, Silent(), keyring=keyring, policy=POLICY)


@pytest.fixture
def as_colleague(desk, keyring):
    """Open the desk of the same laptop as a colleague with a role."""
    opened = []

    def open_as(role, name="이동료", passphrase=HERS):
        desk.roles.add_person(name, role, PASSPHRASE, passphrase)
        opened.append(reopened(desk, keyring, passphrase))
        return opened[-1]

    yield open_as
    for one in opened:
        one.close()


def test_the_founder_is_counselor_and_supervisor_until_somebody_is_named(desk):
    mine = desk.roles.mine()
    assert mine.roles == ("COUNSELOR", "SUPERVISOR")
    assert mine.supervises
    assert mine.sees_content
    desk.roles.give("이동료", "COUNSELOR")
    assert desk.roles.mine().roles == ("COUNSELOR", "SUPERVISOR")
    assert {(g.who, g.role) for g in desk.roles.grants(ME)} == {
        (ME, "COUNSELOR"),
        (ME, "SUPERVISOR"),
    }


def test_a_colleague_opens_with_her_own_passphrase_and_is_the_author(as_colleague):
    desk = as_colleague("COUNSELOR")
    assert desk.about().counselor == "이동료"
    case = agreed(desk, "RECORD")
    assert desk.cases.timeline(case)[0].who == "이동료"
    assert desk.roles.mine().roles == ("COUNSELOR",)


def test_a_role_that_is_taken_back_ends_at_once_and_its_line_stays(desk):
    desk.roles.give("이동료", "IT")
    desk.roles.take("이동료", "IT", "CHANGE")
    (line,) = desk.roles.grants("이동료")
    assert (line.ended_by, line.reason) == (ME, "CHANGE")
    assert line.granted_on
    assert line.ended_on
    people = {one.name: one for one in desk.roles.people()}
    assert people["이동료"].roles == ()


def test_the_same_role_twice_is_one_line(desk):
    desk.roles.give("이동료", "IT")
    desk.roles.give(" 이동료 ", "IT")
    assert len(desk.roles.grants("이동료")) == 1


def test_the_last_supervisor_stays(desk):
    with pytest.raises(LastSupervisor):
        desk.roles.take(ME, "SUPERVISOR")
    desk.roles.give("이동료", "SUPERVISOR")
    desk.roles.take(ME, "SUPERVISOR")
    assert desk.roles.mine().roles == ("COUNSELOR",)
    with pytest.raises(NotYours):
        desk.roles.give(ME, "SUPERVISOR")


def test_a_counselor_names_nobody(as_colleague):
    desk = as_colleague("COUNSELOR")
    for attempt in (
        lambda: desk.roles.give("이동료", "SUPERVISOR"),
        lambda: desk.roles.take(ME, "SUPERVISOR"),
        lambda: desk.roles.add_person("나그네", "COUNSELOR", HERS, PASSPHRASE + "가"),
        lambda: desk.roles.end_person(ME, HERS),
        lambda: desk.records.add(
            "role_grant", "", {"counselor": "이동료", "role": "SUPERVISOR"}
        ),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert desk.roles.mine().roles == ("COUNSELOR",)


def test_one_of_the_same_name_is_not_replaced(desk):
    with pytest.raises(InvalidInput):
        desk.roles.add_person(ME, "IT", PASSPHRASE, HERS)


def test_a_guessable_or_wrong_passphrase_adds_nobody(desk):
    with pytest.raises(WeakPassphrase):
        desk.roles.add_person("이동료", "IT", PASSPHRASE, "1234")
    with pytest.raises(WrongPassphrase):
        desk.roles.add_person("이동료", "IT", "틀린 말", HERS)
    assert desk.roles.grants() == ()


def test_an_unknown_role_or_an_empty_name_is_refused(desk):
    for who, role in (("", "IT"), ("이동료", "BOSS"), ("이" * 61, "IT")):
        with pytest.raises(InvalidInput):
            desk.roles.give(who, role)


def test_who_leaves_loses_roles_and_slot_and_her_words_stay(desk, keyring):
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    folder = desk.about().folder
    theirs = reopened(desk, keyring, HERS)
    case = agreed(theirs, "RECORD")
    mine = reopened(theirs, keyring)
    with pytest.raises(InvalidInput):
        mine.roles.end_person(ME, PASSPHRASE)
    mine.roles.end_person("이동료", PASSPHRASE)
    people = {one.name: one for one in mine.roles.people()}
    assert (people["이동료"].roles, people["이동료"].here) == ((), False)
    assert mine.cases.timeline(case)[-1].who == "이동료"
    mine.close()
    with pytest.raises(WrongPassphrase):
        opening.open_(folder, HERS, Silent(), keyring=keyring, policy=POLICY)


@pytest.mark.parametrize("role", ["IT", "AUDITOR"])
def test_it_and_auditors_see_numbers_states_and_counts(desk, as_colleague, role):
    case = agreed(desk, "RECORD")
    desk.records.add("suspect", case, {"features": "왼손에 흉터"})
    seen = as_colleague(role)
    line = seen.cases.first(CaseQuery(), 10)[0]
    assert line.number
    assert (line.alias, line.age) == ("", None)
    header = seen.cases.header(case)
    assert (header.number, header.alias) == (line.number, "")
    assert seen.records.get("case", case)["state"] == "RECEIVED"
    (suspect,) = seen.records.list("suspect", case)
    assert suspect["features"] is None
    assert seen.cases.timeline(case)[0].who == ME


def test_it_keeps_keys_backups_and_settings_and_an_auditor_does_not(
    desk, as_colleague, tmp_path
):
    seen = as_colleague("IT")
    assert seen.keys.verify(Silent()).ok
    assert seen.keys.backup(tmp_path / "copy", Silent()).size
    seen.settings.set("lock_minutes", 15)
    with pytest.raises(NotYours):
        seen.settings.set("own_cases_only", value=True)
    with pytest.raises(NotYours):
        seen.keys.stock_tools_kit(HERS)
    with pytest.raises(NotYours):
        seen.cases.begin("VISIT")


def test_an_auditor_may_verify_and_change_nothing(as_colleague, tmp_path):
    seen = as_colleague("AUDITOR")
    assert seen.keys.verify(Silent()).ok
    assert seen.today().unfinished == ()
    assert "notice-emergency" not in seen.notices()
    seen.settings.set("language", "en")
    for attempt in (
        lambda: seen.keys.backup(tmp_path / "copy", Silent()),
        lambda: seen.settings.set("mailbox_place", "/x"),
        lambda: seen.cases.begin("VISIT"),
    ):
        with pytest.raises(NotYours):
            attempt()


def test_what_is_opened_in_an_emergency_is_seen_and_looked_at(
    desk, as_colleague, keyring
):
    case = agreed(desk, "RECORD")
    seen = as_colleague("AUDITOR")
    with pytest.raises(InvalidInput):
        seen.roles.break_glass(case, "EMERGENCY", "  ")
    seen.roles.break_glass(case, "EMERGENCY", "전화로 생명이 위험하다고 함")
    assert seen.cases.header(case).alias == "하늘"
    assert 0 < seen.roles.glass_left(case) <= 900
    with pytest.raises(NotYours):
        seen.cases.rename(case, "바다")
    with pytest.raises(NotYours):
        seen.roles.review_emergency(seen.roles.emergencies()[0].id, "NONE")
    mine = reopened(seen, keyring)
    (glass,) = mine.roles.emergencies()
    assert "notice-emergency" in mine.notices()
    assert (glass.who, glass.case, glass.purpose) == ("이동료", case, "EMERGENCY")
    mine.roles.review_emergency(glass.id, "EXPLAINED")
    assert mine.roles.emergencies() == ()
    assert "notice-emergency" not in mine.notices()
    assert mine.roles.emergencies(waiting=False)[0].reviewed_by == ME
    mine.close()


def test_an_emergency_ends_after_a_quarter_of_an_hour(desk, as_colleague, monkeypatch):
    case = agreed(desk, "RECORD")
    seen = as_colleague("AUDITOR")
    seen.roles.break_glass(case, "EMERGENCY", "급함")
    sight = seen._rooms.sight
    later = sight._glass[case] + 1
    monkeypatch.setattr("intake.desk.sight.time.monotonic", lambda: later)
    assert seen.cases.header(case).alias == ""


def test_with_own_cases_only_a_colleagues_case_is_hidden_until_an_emergency(
    desk, as_colleague
):
    case = agreed(desk, "RECORD")
    desk.settings.set("own_cases_only", value=True)
    assert desk.cases.header(case).alias == "하늘"
    seen = as_colleague("COUNSELOR")
    own = agreed(seen, "RECORD")
    assert seen.cases.header(own).alias == "하늘"
    assert seen.cases.header(case).alias == ""
    with pytest.raises(NotYours):
        seen.interviews.begin(case, "intake")
    assert [hit.case for hit in seen.search("하늘")] == [own]
    seen.roles.break_glass(case, "COUNSELLING", "담당자가 병가 중")
    assert seen.cases.header(case).alias == "하늘"
    with pytest.raises(NotYours):
        seen.cases.rename(case, "바다")


def test_words_a_colleague_left_unsaid_wait_for_her_and_the_lock_goes_on(desk, keyring):
    case = agreed(desk, "RECORD")
    one = desk.interviews.begin(case, "intake")
    desk.roles.add_person("정전산", "IT", PASSPHRASE, HERS)
    desk.interviews.draft(one, "note", "끊긴 말")
    rooms = desk._rooms
    rooms.log.close()
    rooms.vault.close()  # as a power cut leaves it
    desk._closed = True
    folder = rooms.vault.folder
    theirs = opening.open_(folder, HERS, Silent(), keyring=keyring, policy=POLICY)
    theirs.lock()
    mine = opening.open_(folder, PASSPHRASE, Silent(), keyring=keyring, policy=POLICY)
    assert mine.interviews.note(one) == "끊긴 말"
    assert mine.access.verify(Silent()).sound
    mine.close()
