"""The program's log says when and what, never whom, and never grows."""

import stat

from hypothesis import given, settings
from hypothesis import strategies as st

from intake import logbook
from intake.logbook import Logbook


def book(tmp_path, **bounds):
    return Logbook(tmp_path / "log", lambda: 1_785_000_000_000, **bounds)


def test_an_event_is_one_line_with_its_moment_and_its_codes(tmp_path):
    log = book(tmp_path)
    assert log.note("start", version="0.1.0", tries=0)
    assert log.tail(5) == ("2026-07-25T17:20:00Z start version=0.1.0 tries=0",)


def test_only_this_account_may_read_it(tmp_path):
    log = book(tmp_path)
    log.note("start")
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.folder.stat().st_mode) == 0o700


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_somebodys_words_never_get_in(event, words):
    said = logbook.line(0, event, {"name": words, "title": words, "code": words})
    rest = said.removeprefix("1970-01-01T00:00:00Z ").split(" ")
    assert rest[0] in logbook.EVENTS | {"other"}
    assert "name=" not in said
    assert "title=" not in said
    assert all(part == f"code={words}" for part in rest[1:])
    assert said.isascii()
    assert "\n" not in said


def test_it_is_bounded_and_the_oldest_goes(tmp_path):
    log = book(tmp_path, size=400, files=3)
    for number in range(100):
        log.note("ended", number=number)
    kept = sorted(log.folder.iterdir())
    assert [one.name for one in kept] == ["ieum.log", "ieum.log.1", "ieum.log.2"]
    assert all(one.stat().st_size <= 400 for one in kept)
    assert log.tail(2)[-1].endswith("number=99")
    assert len(log.tail(12)) == 12  # from more than one file
    assert log.tail(12)[0].endswith("number=88")


def test_where_nothing_can_be_written_work_goes_on(tmp_path):
    (tmp_path / "log").write_text("no folder")
    log = book(tmp_path)
    assert not log.note("start")
    assert log.tail(3) == ()


def test_nothing_is_kept_before_somebody_keeps_a_log(monkeypatch, tmp_path):
    monkeypatch.setattr(logbook, "_book", [])
    logbook.note("start")
    assert logbook.kept_log() is None
    log = logbook.keep_log(book(tmp_path))
    logbook.note("refused", code="WRONG-PASSPHRASE")
    assert log.tail(1)[0].endswith("refused code=WRONG-PASSPHRASE")
