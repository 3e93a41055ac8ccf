"""관리 › 업데이트: got ready from a stick, told, gone back from; IT's line; who may."""

import pytest

from intake.crypto import Passphrase
from intake.desk import library as noun
from intake.release import applying, staged
from tests.centers_at_hand import QUIET, closing, desks
from tests.ui.real_desks import check_reachable, said
from tests.ui.sections.conftest import becomes
from tests.updates_at_hand import Laptop, decide, place, publish
from ui.widgets import Button

WORDS = ("첫째 사람의 긴 암호문구", "둘째 사람의 긴 암호문구", "셋째 사람의 긴 암호문구")  # fmt: skip


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    """A root key's file asks a second and 256 MiB of whoever guesses; not of a test."""
    monkeypatch.setattr(noun, "Passphrase", lambda text: Passphrase(text, work=4))


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def laptop(tmp_path, monkeypatch):
    return Laptop(tmp_path, monkeypatch)


@pytest.fixture
def center(tmp_path, stick):
    """A center that may use version 0.2.0, which lies on a stick."""
    land = desks(tmp_path, "C0", "IC")
    with closing(*land.values()):
        land["C0"].library.found(*WORDS)
        publish(land["C0"], stick, "0.2.0")
        decide(land["IC"], "next-start")
        yield land["IC"]


@pytest.fixture
def visit(visit_desk):
    return lambda desk: visit_desk(desk, "settings", section="updates").sections["updates"]  # fmt: skip


def told(section):
    return " ".join(said(section))


def test_a_checkout_says_that_it_has_nothing_to_update(center, visit):
    section = visit(center)
    assert "업데이트할 판이 없습니다" in told(section)
    assert not any(one.isVisibleTo(section) for one in section._handles)


def test_a_stick_gets_a_version_ready_and_the_next_start_runs_it(center, visit, rest, laptop, stick, window):  # fmt: skip
    section = visit(center)
    assert "알려진 가장 새 판" in told(section)
    section.look_at(stick)
    rest()
    assert "다음에 프로그램을 켤 때부터 씁니다" in told(section)
    assert section.drop.isVisibleTo(section)
    check_reachable(window, section)
    assert laptop.start() == "0.2.0"
    section.arrive()
    rest()
    assert "지금 쓰는 판 0.2.0" in told(section)
    section.back.click()
    (yes,) = (one for one in window.findChildren(Button) if one.text() == section.back.text() and one is not section.back)  # fmt: skip
    yes.click()
    rest()
    assert laptop.start() == "0.1.0"
    section.arrive()
    rest()
    assert "그 전 판으로 돌아와 있습니다" in told(section)
    section.again.click()
    rest()
    assert "다음에 프로그램을 켤 때부터 씁니다" in told(section)
    section.drop.click()
    rest()
    assert staged.versions(laptop.home) == ()


def test_a_stick_without_a_library_is_said_and_nothing_changes(center, visit, rest, laptop, tmp_path):  # fmt: skip
    section = visit(center)
    (tmp_path / "empty").mkdir()
    section.look_at(tmp_path / "empty")
    rest()
    assert "그곳에는 자료실이 없습니다" in told(section)
    assert "지금 판을 그대로 쓰시면 됩니다" in told(section)
    assert staged.versions(laptop.home) == ()
    assert laptop.start() == "0.1.0"


def test_an_altered_build_is_said_in_words_of_its_own(center, visit, rest, laptop, stick):  # fmt: skip
    section = visit(center)
    file = next((stick / "intake-mailbox/v1/trust/targets/apps").iterdir())
    file.write_bytes(bytes(file.stat().st_size))
    section.look_at(stick)
    rest()
    assert "서명한 것과 달라 쓰지 않았습니다" in told(section)
    assert laptop.start() == "0.1.0"


def test_it_gets_one_line_to_copy(center, visit, laptop, app):
    decide(center, "ask-it")
    file = applying.lay_package(laptop.home, "ieum_0.2.0_amd64.deb", b"a package")
    section = visit(center)
    section.copy.click()
    assert app.clipboard().text().endswith(f"sudo apt install {file}")
    assert "전산 담당자가 설치합니다" in told(section)


def test_who_reads_only_sees_how_it_stands(center, visit, rest, laptop, stick):
    place(center, stick)
    becomes(center, "AUDITOR", who="IC 상담")
    section = visit(center)
    assert "알려진 가장 새 판" in told(section)
    assert section.stick.isVisibleTo(section)
    assert not any(one.isEnabled() for one in section._handles)


def test_today_leads_here(center, visit_desk, laptop, stick, rest):
    center.updates.from_stick(stick, QUIET)
    page = visit_desk(center, "today")
    assert "새 판 0.2.0이 준비되었습니다" in " ".join(said(page))
