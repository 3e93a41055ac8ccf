"""관리 › 자료실: what came new and what it would change; installed, gone back from, published, laid."""

import shutil

import pytest

from intake.clock import DAY_MS
from intake.crypto import Passphrase
from intake.desk import library as noun
from intake.register import CODES
from tests.centers_at_hand import QUIET, closing, desks
from tests.packs_at_hand import code_list, next_form, words_of
from tests.ui.real_desks import check_reachable, said
from tests.ui.sections.conftest import becomes
from ui.sections.library_keys import KeySheet
from ui.sections.library_report import ReportSheet
from ui.widgets import Button
from ui.widgets.code_words import code_choices, code_word, tell_codes

WORDS = (
    "첫째 사람의 긴 암호문구",
    "둘째 사람의 긴 암호문구",
    "셋째 사람의 긴 암호문구",
)
CHANGED = (
    ("걸린 시간 (분)", "몇 분 걸렸습니까?"),
    ("<item><itextId>contact_method-2</itextId><name>CHAT</name></item>", ""),
)


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    """A root key's file asks a second and 256 MiB of whoever guesses; not of a test."""
    monkeypatch.setattr(noun, "Passphrase", lambda text: Passphrase(text, work=4))


@pytest.fixture
def land(tmp_path):
    found = desks(tmp_path, "C0", "IC")
    with closing(*found.values()):
        yield found
    CODES.use({})


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def published(land, tmp_path, stick):
    """A form and code lists that the central desk laid onto a stick; the center knows the stick."""
    central, center = land["C0"], land["IC"]
    central.library.found(*WORDS)
    central.library.publish("forms", next_form(stick.parent / "made", "log", "2026.2", *CHANGED))  # fmt: skip
    codes = words_of("contact_method")
    codes.pop("OUTREACH")
    central.library.publish("codes", code_list(tmp_path / "made", "2026.2", contact_method={**codes, "MESSENGER": "메신저"}))  # fmt: skip
    central.library.lay(central.places.add("folder", "USB", str(stick)), QUIET)
    center.places.add("folder", "USB", str(stick))
    return center


@pytest.fixture
def visit(visit_desk):
    def visit(desk):
        page = visit_desk(desk, "settings", section="library")
        return page.sections["library"]

    return visit


def press(section, name):
    (found,) = (one for one in section.findChildren(Button) if one.accessibleName() == name and one.isVisibleTo(section))  # fmt: skip
    found.click()


def test_nothing_is_here_before_anything_came(land, visit):
    section = visit(land["IC"])
    told = " ".join(said(section))
    assert "아직 받지 않았습니다" in told
    assert "새로 온 것이 없습니다" in told
    assert "프로그램에 들어 있던 것" in told
    assert not section.desk.isVisibleTo(section)


def test_what_came_is_looked_at_and_installed_and_gone_back_from(published, visit, rest, session, window):  # fmt: skip
    section = visit(published)
    press(section, "지금 보기: USB (1)")
    rest()
    assert "새 자료 2건을 받았습니다." in said(section)
    press(section, "무엇이 바뀌는지 보기: 상담일지 2026.2판")
    rest()
    assert isinstance(section.sheet, ReportSheet)
    told = " ".join(said(section.sheet))
    assert "줄어드는 것" in told
    assert "채팅" in told
    section.sheet.install.click()
    rest()
    assert {one.id: one.version for one in published.interviews.forms()}["log"] == "2026.2"  # fmt: skip
    assert any("자료실에서 받음(C0 센터)" in one for one in said(section))
    asked = []
    session.asked.connect(asked.append)
    press(section, "이 판 쓰기: 상담일지 2026.1")
    asked[0].act()
    rest()
    assert {one.id: one.version for one in published.interviews.forms()}["log"] == "2026.1"  # fmt: skip


def test_a_code_list_changes_what_the_window_offers(published, visit, rest):
    section = visit(published)
    press(section, "지금 보기: USB (1)")
    rest()
    press(section, "무엇이 바뀌는지 보기: 코드표 2026.2판")
    rest()
    section.sheet.install.click()
    rest()
    tell_codes(published.packs.codes())
    offered = dict(code_choices("ko", "contact_method"))
    assert offered["MESSENGER"] == "메신저"
    assert "OUTREACH" not in offered
    assert code_word("ko", "OUTREACH", "contact_method") == "현장 방문"
    tell_codes({})


def test_a_stick_will_do_and_what_does_not_fit_is_said(published, visit, rest, tmp_path, land):  # fmt: skip
    data = land["C0"]._rooms.vault.secret("library/item/forms/log.ieum-pack")
    file = tmp_path / "log.ieum-pack"
    file.write_bytes(data)
    section = visit(published)
    section.look_at(file)
    rest()
    assert section.sheet.install.isVisible()
    section.sheet.no.click()
    file.write_bytes(data.replace("몇 분".encode(), "몇 초".encode()))
    section.look_at(file)
    rest()
    assert any("서명이 맞지 않거나" in one for one in said(section))


def test_an_older_place_is_calm_and_a_tampered_one_is_said_at_its_name(published, visit, rest, stick, land):  # fmt: skip
    section = visit(published)
    older = stick.parent / "older"
    shutil.copytree(stick, older)
    press(section, "지금 보기: USB (1)")
    rest()
    central = land["C0"]
    place = central.places.listing()[0].id
    central.library.renew()
    central.library.lay(place, QUIET)
    published.library.refresh(published.places.listing()[0].id, QUIET)
    shutil.rmtree(stick)
    shutil.copytree(older, stick)
    press(section, "지금 보기: USB (1)")
    rest()
    assert any(one.startswith("새것이 없습니다") for one in said(section))
    timestamp = stick / "intake-mailbox/v1/trust/metadata/timestamp.json"
    timestamp.write_bytes(timestamp.read_bytes().replace(b'"version":', b'"versiom":'))
    press(section, "지금 보기: USB (1)")
    rest()
    told = " ".join(said(section))
    assert "살펴볼 것" in told
    assert "중앙센터가 서명한 것과 다릅니다" in told
    assert published.cases.begin("VISIT")


def test_past_its_end_a_banner_stands_and_nothing_else_changes(published, visit, rest, monkeypatch):  # fmt: skip
    published.library.refresh(published.places.listing()[0].id, QUIET)
    clock, wall = published._rooms.clock, published._rooms.clock.wall
    monkeypatch.setattr(clock, "wall", lambda: wall() + 200 * DAY_MS)
    assert "notice-library-expired" in published.notices()
    section = visit(published)
    assert any("유효 기간이 지났습니다" in one for one in said(section))
    monkeypatch.setattr(clock, "wall", lambda: wall() + 401 * DAY_MS)
    assert "notice-library-old" in published.notices()


@pytest.fixture
def saved(monkeypatch):
    """The names of the files that a person was asked where to save."""
    names = []
    monkeypatch.setattr("ui.sections.library_desk.save_file", lambda *told: names.append(told[2].name))  # fmt: skip
    return names


def test_the_central_desk_begins_publishes_takes_out_and_lays(land, visit, rest, stick, session, saved):  # fmt: skip
    central = land["C0"]
    central.places.add("folder", "USB", str(stick))
    section = visit(central)
    section.desk.begin.click()
    (sheet,) = section.window().findChildren(KeySheet)
    for field, words in zip(sheet._readers.values(), WORDS, strict=True):
        field.__self__.set_text(words)
    sheet.save.click()
    rest()
    assert saved == [f"library-{at}.ieum-root-key" for at in (1, 2, 3)]
    section.desk.publish_from(
        "forms", next_form(stick.parent / "made", "log", "2026.2")
    )
    rest()
    assert any("log.ieum-pack" in one for one in said(section.desk))
    press(section, "여기에 놓기: USB (1)")
    rest()
    assert (stick / "intake-mailbox/v1/trust/metadata/timestamp.json").is_file()
    asked = []
    session.asked.connect(asked.append)
    press(section, "빼기: 양식 log.ieum-pack")
    asked[0].act()
    rest()
    assert central.library.listing() == ()
    section.desk.root.click()
    rest()
    assert saved[-1] == "root.json"


def test_whoever_only_audits_finds_no_button_that_works(published, visit):
    published.library.refresh(published.places.listing()[0].id, QUIET)
    becomes(published, "AUDITOR", who="IC 상담")
    section = visit(published)
    names = [one for one in section.findChildren(Button) if one.isVisibleTo(section)]
    assert names
    assert not any(one.isEnabled() for one in names)
    assert any("이 역할로는 설치할 수 없습니다" in one for one in said(section))


def test_every_part_is_reached_by_tab(published, visit, window):
    published.library.refresh(published.places.listing()[0].id, QUIET)
    check_reachable(window, visit(published))
