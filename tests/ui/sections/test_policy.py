"""관리 › 정책: read-only, what is to mend by line, who decided what; and what other pages take."""

from dataclasses import replace

import pytest

from intake.desk import workspace
from intake.desk.views.policies import PolicyGiven
from intake.policy import read_policy
from tests.desks_at_hand import PASSPHRASE, MemoryKeyring, a_desk
from tests.ui.real_desks import said
from ui.sections.lock import LockSection
from ui.widgets import Button
from ui.wizards.setup_place import Answers, CenterStep

SAYS = """
lock_minutes_most = 15
roster_dais = 60
updates = "next-start"
[drives]
allowed = ["IEUM-*"]
[[mailbox]]
name = "중앙 우편함"
kind = "webdav"
address = "https://mail.ieum.example/dav"
"""


@pytest.fixture
def visit(tmp_path, visit_desk):
    desks = []

    def visit(text, name="policy"):
        file = tmp_path / "policy.toml"
        if text is not None:
            file.write_text(text)
        told = read_policy(file)
        policy = replace(told, ballast_mib=0, argon2_floor_mib=64, allow_any_place=True)
        keyring = MemoryKeyring()
        a_desk(tmp_path / "v", keyring).close()
        desks.append(workspace.open_(tmp_path / "v", PASSPHRASE, keyring=keyring, policy=policy))  # fmt: skip
        return visit_desk(desks[0], "settings", section=name).sections[name]

    yield visit
    for desk in desks:
        desk.close()


def told(section):
    return " ".join(said(section))


def test_it_says_what_is_in_force_and_which_line_decides_it(visit):
    section = visit(SAYS.replace("roster_dais = 60\n", ""))
    words = told(section)
    for part in ("15분", "정책 2번째 줄", "IEUM-*", "다음에 켤 때부터 씀", "중앙 우편함", "시험용으로"):  # fmt: skip
        assert part in words, part
    assert not section.faults.isVisibleTo(section)
    assert section.findChildren(Button) == []


def test_a_slip_is_told_with_its_line_and_what_was_meant(visit):
    section = visit(SAYS)
    words = told(section)
    assert section.faults.isVisibleTo(section)
    for part in (
        "3번째 줄",
        "roster_dais",
        "뜻한 이름: roster_days",
        "엄격한 값",
        "90일",
    ):
        assert part in words, part


def test_a_policy_that_is_not_believed_says_so_and_what_to_do(visit, tmp_path):
    (tmp_path / "policy.signers").write_text("")
    section = visit(SAYS)
    assert "서명(policy.toml.sig)이 없는 정책" in told(section)
    assert "엄격하게" in section.remedy.text()
    assert not section.mailboxes.isVisibleTo(section)


def test_without_a_policy_every_value_is_the_programs(visit):
    words = told(visit(None))
    assert "정책 파일이 없어" in words
    assert "엄격한 값" not in words


def test_minutes_that_it_does_not_allow_cannot_be_chosen(visit):
    section = visit(SAYS, "lock")
    assert isinstance(section, LockSection)
    may = {m: section._minutes.button(str(m)).isEnabled() for m in (5, 10, 15, 30)}
    assert may == {5: True, 10: True, 15: True, 30: False}
    assert "15분까지" in told(section)


# --- the first run ---------------------------------------------------------------------


@pytest.fixture
def step(qtbot, session, door, settle):
    def step(given):
        door.given = given
        made = CenterStep(session, Answers(), lambda: None)
        qtbot.addWidget(made)
        made.show()
        made.arrive()
        settle()
        return made

    return step


def test_the_first_run_takes_the_center_and_does_not_ask_for_it(step, tmp_path):
    made = step(PolicyGiven("center", "INCHEON", "인천센터"))
    code, name = made._fields["center_code"], made._fields["center_name"]
    assert (code.text(), name.text()) == ("INCHEON", "인천센터")
    assert code.line.isReadOnly()
    assert not made._role.isEnabled()
    file = tmp_path / "center.toml"
    file.write_text('code = "SE"\nname = "서울센터"\ndevice = "se-1"\n')
    made.take_file(file)
    assert (code.text(), made._fields["device_name"].text()) == ("INCHEON", "se-1")


def test_what_is_left_open_is_asked_for_and_slips_are_told(step):
    made = step(PolicyGiven(faults=2))
    assert not made._fields["center_code"].line.isReadOnly()
    assert "2개" in made._given.text()


# --- places -----------------------------------------------------------------------------


def test_of_a_preset_place_only_the_account_is_entered(visit, rest, session):
    section = visit(SAYS.replace("roster_dais = 60\n", ""), "places")
    section._on_placed = lambda _place: None  # no test letter: nobody is there
    named = [one.text() for one in section.findChildren(Button) if one.isVisibleTo(section)]  # fmt: skip
    assert "계정 적기" in named
    assert "지우기" not in named
    (place,) = session._desk.places.listing()
    sheet = section.open_place(place)
    form = sheet.form
    assert form.fields["address"].line.isReadOnly()
    assert not form.fields["user"].line.isReadOnly()
    form.fields["user"].set_text("ic")
    form.fields["secret"].line.setText("비밀번호")
    sheet.save.click()
    rest()
    (place,) = session._desk.places.listing()
    assert place.has_secret


def test_where_it_sets_every_place_none_is_offered_to_add(visit):
    section = visit("allow_own_places = false\n", "places")
    assert not section.new.isVisibleTo(section)
    assert "전산 담당자가 정해 두었습니다" in told(section)
