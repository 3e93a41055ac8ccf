"""An open workspace says of itself what only it can tell, and still names nobody."""

from types import SimpleNamespace

import pytest

from intake.clock import DAY_MS, wall_ms
from intake.desk import examine
from intake.progress import Silent
from tests.desks_at_hand import next_laptop
from tests.vaults_at_hand import MemoryKeyring

INSIDE = ["pages", "ledger", "trust", "library", "backup", "stamps"]


@pytest.fixture(autouse=True)
def _no_log(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def lines(desk):
    return {one.check: one for one in desk.health.look(Silent()).findings}


def test_a_healthy_workspace_is_looked_through_to_the_last_page(desk):
    found = lines(desk)
    assert [name for name in found if name in INSIDE] == INSIDE
    assert {found[name].state for name in INSIDE} == {"ok"}
    assert found["keyring"].code == "fine"
    assert found["vault"].facts["held"] == 1
    assert found["pages"].facts["size"] > 0


def test_a_damaged_page_is_found_while_it_is_open(desk):
    with desk._rooms.vault.standing_still():
        pass  # everything lies in the main file
    path = desk._rooms.vault.folder / "vault.db"
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 3 * 4096 + 100)
        file.write(b"?" * 64)
    found = lines(desk)
    assert (found["pages"].code, found["pages"].state) == ("damaged", "broken")
    assert found["pages"].facts["pages"] == 1
    assert found["vault"].code == "sound"  # from outside nothing is seen


def test_a_laptop_that_nobody_let_in_yet(tmp_path, desk):
    other = next_laptop(tmp_path / "two", "IC", "이동료", MemoryKeyring())
    try:
        assert lines(other)["trust"].code == "waiting"
    finally:
        other.close()


def test_words_that_lie_in_the_future_are_told(desk, monkeypatch):
    ahead = (wall_ms() + 90 * DAY_MS) * 1_000_000
    later = SimpleNamespace(time_ns=lambda: ahead)
    with monkeypatch.context() as patched:
        patched.setattr("intake.clock.time", later)
        desk.cases.begin("VISIT", "하늘")
    found = lines(desk)
    assert (found["stamps"].code, found["stamps"].facts["days"]) == ("ahead", 89)


def test_the_report_can_be_read_and_names_nobody(desk):
    desk.cases.begin("VISIT", "녹두")
    report = desk.health.report(Silent())
    said = report.data.decode()
    assert report.name == "이음-점검.txt"
    assert "[정상] 보관함의 모든 쪽이 적힌 그대로입니다" in said
    assert "ok pages.fine" in said
    for one in ("녹두", "박상담", "IC 센터", str(desk._rooms.vault.folder)):
        assert one not in said
    assert "[ok] Every page" in desk.health.report(Silent(), "en").data.decode()


def test_whoever_sees_no_content_may_ask_the_doctor(desk):
    desk.roles.give("박상담", "IT")
    assert lines(desk)["pages"].state == "ok"
    assert desk.health.first_aid("en").data.startswith(b"%PDF")


def test_a_check_that_falls_over_is_a_line_and_the_others_go_on(
    desk, monkeypatch, tmp_path
):
    def broken():
        raise RuntimeError("녹두")

    monkeypatch.setattr("intake.desk.doctor_computer.system", broken)
    view = examine(tmp_path / "nothing")
    assert [one.check for one in view.findings][:2] == ["check", "program"]
    failed = view.findings[0]
    assert (failed.state, failed.facts) == (
        "broken",
        {"which": "system", "kind": "RuntimeError"},
    )
