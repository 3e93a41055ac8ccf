"""The access log of a desk: what is written, what never is, and how it is found out."""

import csv
import io

import pytest

from intake.clock import local
from intake.desk import workspace as opening
from intake.errors import InvalidInput, NotYours, WrongPassphrase
from intake.progress import Silent
from tests.desks_at_hand import agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

CANARY = ("하늘", "왼손에 흉터", "밤달", "@night_moon07", "010-0000-1234")
HERS = "조용한 아침 산길의 돌"


def acts(desk, **asked):
    return [line.act for line in reversed(desk.access.lines(**asked))]


def reopened(desk, keyring, passphrase=PASSPHRASE):
    folder = desk.about().folder
    desk.close()
    return opening.open_(folder, passphrase, Silent(), keyring=keyring, policy=POLICY)


@pytest.fixture
def again(desk, keyring):
    """Lock and open again, as often as a test asks."""
    opened = [desk]

    def open_again(passphrase=PASSPHRASE):
        opened.append(reopened(opened[-1], keyring, passphrase))
        return opened[-1]

    yield open_again
    opened[-1].close()


def test_opening_reading_changing_and_locking_are_written(desk, again):
    case = agreed(desk, "RECORD")
    desk.cases.overview(case)
    desk.cases.header(case)
    desk = again()
    assert acts(desk) == ["open", "begin-case", "consent", "read", "lock", "open"]
    assert [line.case for line in desk.access.lines(case=case)] == [case] * 3


def test_a_line_shows_the_number_and_the_place_and_the_person(desk):
    case = agreed(desk, "RECORD")
    desk.cases.header(case)
    line = desk.access.lines(act="read")[0]
    number = desk.cases.header(case).number
    assert (line.who, line.place, line.about) == ("박상담", "ic-1", number)


def test_reading_the_same_case_again_is_one_line_and_another_case_its_own(desk):
    one, other = agreed(desk, "RECORD"), agreed(desk, "RECORD")
    for case in (one, other, one, other):
        desk.cases.overview(case)
    assert acts(desk, act="read") == ["read", "read"]


def test_wrong_passphrases_are_written_when_a_right_one_opens(desk, keyring):
    folder = desk.about().folder
    desk.close()
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            opening.open_(folder, "틀린 말", Silent(), keyring=keyring, policy=POLICY)
    desk = opening.open_(folder, PASSPHRASE, Silent(), keyring=keyring, policy=POLICY)
    assert acts(desk, act="failed") == ["failed", "failed"]
    desk.close()


def test_printing_sending_and_copying_are_on_the_disk_at_once(desk, central, tmp_path):
    case = agreed(desk, "RECORD", "CENTRAL")
    one = desk.interviews.begin(case, "intake")
    desk.interviews.printout(one)
    desk.consents.form(case=case)
    desk.exchange.make(desk.exchange.plan("C0"), Silent())
    desk.keys.backup(tmp_path / "copy", Silent())
    assert not desk._rooms.log._waiting
    assert acts(desk)[-5:] == ["print", "print", "bundle", "bundle", "backup"]


def test_no_word_of_a_case_is_in_the_log(desk):
    case = agreed(desk, "RECORD")
    one = desk.interviews.begin(case, "intake")
    desk.interviews.draft(one, "note", " ".join(CANARY))
    desk.interviews.settle_drafts(one)
    desk.records.add("suspect", case, {"features": CANARY[1]})
    desk.records.add("identifier", case, {"kind": "phone", "value": CANARY[4]})
    for word in CANARY:
        desk.search(word)
    desk.cases.rename(case, "밤달")
    desk.access.lines()
    with desk._rooms.vault.reading() as db:
        said = str(db.all("select * from access"))
    assert "read" in said
    assert [word for word in CANARY if word in said] == []


def test_the_head_is_said_in_the_ledger_at_the_lock(desk, again):
    agreed(desk, "RECORD")
    desk = again()
    (mark,) = desk.records.list("access_mark")
    assert mark["lines"] == 5
    assert desk.access.verify(Silent()).sound


def test_a_sitting_without_work_says_nothing_more_that_day(desk, again):
    agreed(desk, "RECORD")
    again()
    before = again().records.list("access_mark")[0]["lines"]
    assert again().records.list("access_mark")[0]["lines"] == before


@pytest.mark.parametrize(
    "harm",
    [
        "delete from access where n = 3",
        "update access set who = '아무개' where n = 2",
        "delete from access where n > 2",
        "delete from access where n <= 3",
    ],
)
def test_whoever_changes_the_log_is_found_out(desk, again, harm):
    agreed(desk, "RECORD")
    desk = again()
    with desk._rooms.vault.writing() as db:
        db.execute(harm)
    assert not desk.access.verify(Silent()).sound


def test_a_beginning_that_was_cut_without_a_mark_is_found(desk, again):
    agreed(desk, "RECORD")
    desk = again()
    with desk._rooms.vault.writing() as db:
        row = db.one("select hash from access where n = 2")
        db.execute("delete from access where n <= 2")
        db.execute("insert into access_base values (2, ?)", row)
    found = desk.access.verify(Silent())
    assert (found.sound, found.broken) == (False, 2)


def test_lines_past_their_years_go_with_a_mark(desk, monkeypatch):
    agreed(desk, "RECORD")
    desk.access.lines()
    assert desk.access.cut() == 0
    later = desk._rooms.clock.wall() + int(4 * 365.25 * 86_400_000)
    monkeypatch.setattr(desk._rooms.log, "_wall", lambda: later)
    monkeypatch.setattr(
        type(desk._rooms.clock),
        "today",
        lambda _self: local(later).date(),
    )
    agreed(desk, "RECORD")
    assert desk.access.cut() == 4
    assert desk.access.verify(Silent()).sound
    assert acts(desk)[0] == "begin-case"


def test_the_table_has_five_columns_and_the_purpose(desk):
    case = agreed(desk, "RECORD")
    desk.roles.break_glass(case, "SUPERVISION", "사례 점검")
    file = desk.access.export()
    rows = list(csv.reader(io.StringIO(file.data.decode("utf-8-sig"))))
    assert rows[0] == [
        "식별자",
        "접속일시",
        "접속지 정보",
        "처리한 정보주체",
        "수행업무",
        "목적",
    ]
    assert rows[-1][4:] == ["긴급 열람", "사례 감독"]
    assert {len(row) for row in rows} == {6}
    assert acts(desk)[-1] == "export"


def test_a_name_that_looks_like_a_formula_stays_a_name(desk, keyring):
    desk.roles.add_person("=HYPERLINK(1)", "SUPERVISOR", PASSPHRASE, HERS)
    other = reopened(desk, keyring, HERS)
    table = other.access.export().data.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in table
    other.close()


def test_a_month_is_looked_through_person_by_person(desk):
    for _ in range(21):
        case = agreed(desk, "RECORD")
        desk.cases.header(case)
    desk.consents.form(case=case)
    (month,) = desk.access.months()
    seen = desk.access.month(month.month, Silent())
    (person,) = seen.people
    assert (person.who, person.cases, person.exports) == ("박상담", 21, 1)
    assert ("access-unusual-exports", 1) in person.unusual
    assert person.others == 0
    assert seen.lines == month.lines
    desk.access.sign_off(month.month, "NONE")
    signed = desk.access.months()[0]
    assert (signed.reviewed_by, signed.finding) == ("박상담", "NONE")
    assert signed.later == 1


def test_an_empty_or_impossible_month_is_not_signed(desk):
    for month in ("2020-01", "2020-13", "", "x"):
        with pytest.raises(InvalidInput):
            desk.access.sign_off(month, "NONE")
    with pytest.raises(InvalidInput):
        desk.access.sign_off(desk.access.months()[0].month, "FINE")


def test_a_refused_attempt_is_written_and_a_counselor_reads_no_log(desk, again):
    case = agreed(desk, "RECORD")
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", value=True)
    theirs = again(HERS)
    with pytest.raises(NotYours):
        theirs.access.lines()
    with pytest.raises(NotYours):
        theirs.interviews.begin(case, "intake")
    mine = again()
    denied = mine.access.lines(act="denied")
    assert {(line.who, line.case) for line in denied} == {
        ("이동료", ""),
        ("이동료", case),
    }
    assert mine.access.months()
    seen = mine.access.month(mine.access.months()[0].month, Silent())
    assert [one.denied for one in seen.people if one.who == "이동료"] == [2]
