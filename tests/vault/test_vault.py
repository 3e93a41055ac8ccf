"""The lanes of an open vault: one writer, readers that see what was committed."""

import concurrent.futures
import threading

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from intake.errors import Cancelled
from intake.vault.vault import LOW

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n"
SETTINGS = {
    "page_size": "4096",
    "journal_mode": "wal",
    "synchronous": "2",
    "temp_store": "2",
    "foreign_keys": "1",
    "recursive_triggers": "1",
    "trusted_schema": "0",
    "secure_delete": "1",
    "busy_timeout": "5000",
    "cell_size_check": "1",
    "auto_vacuum": "2",
    "journal_size_limit": "16777216",
}


class OnPurposeError(Exception):
    pass


@pytest.fixture
def words(vault):
    """A table of words."""
    with vault.writing() as db:
        db.execute("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT) STRICT")
    return vault


def say(vault, word):
    with vault.writing() as db:
        db.execute("INSERT INTO words(word) VALUES (?)", (word,))


def fail_half_way(db):
    db.execute("INSERT INTO words(word) VALUES ('half')")
    raise OnPurposeError


def say_and_fail(vault, word):
    with vault.writing():
        say(vault, word)
        raise OnPurposeError


def said(vault):
    with vault.reading() as db:
        return [word for (word,) in db.all("SELECT word FROM words ORDER BY id")]


def test_what_was_written_is_read(words):
    say(words, "하나")
    assert said(words) == ["하나"]


def test_a_block_that_fails_leaves_nothing(words):
    with pytest.raises(OnPurposeError), words.writing() as db:
        fail_half_way(db)
    say(words, "whole")
    assert said(words) == ["whole"]


def test_nested_writing_joins_the_outer_block(words):
    with pytest.raises(OnPurposeError):
        say_and_fail(words, "inner")
    assert said(words) == []
    with words.writing():
        say(words, "one")
        say(words, "two")
    assert said(words) == ["one", "two"]


def test_a_writer_reads_its_own_unsaid_rows_and_nobody_else_does(words):
    with concurrent.futures.ThreadPoolExecutor(1) as other, words.writing() as db:
        db.execute("INSERT INTO words(word) VALUES ('unsaid')")
        assert said(words) == ["unsaid"]
        assert other.submit(said, words).result() == []


def test_writers_of_several_threads_take_turns(words):
    def count(_):
        with words.writing() as db:
            (top,) = db.one("SELECT count(*) FROM words")
            db.execute("INSERT INTO words(word) VALUES (?)", (str(top),))

    with concurrent.futures.ThreadPoolExecutor(4) as crowd:
        list(crowd.map(count, range(40)))
    assert said(words) == [str(number) for number in range(40)]


def test_a_reading_lane_cannot_write(words):
    for lane in ("interactive", "bulk"):
        words.enter_lane(lane)
        with pytest.raises(sqlcipher.OperationalError), words.reading() as db:
            db.execute("INSERT INTO words(word) VALUES ('no')")
    assert said(words) == []


def test_the_next_key_press_stops_a_running_query_and_the_lane_goes_on(words):
    begun = threading.Event()

    def look():
        with words.reading() as db:
            begun.set()
            db.one(ENDLESS)

    with concurrent.futures.ThreadPoolExecutor(1) as other:
        job = other.submit(look)
        begun.wait()
        while not job.done():
            words.interrupt("interactive")
        with pytest.raises(Cancelled):
            job.result()
    assert said(words) == []


def test_interrupting_one_lane_leaves_the_other_alone(words):
    words.enter_lane("bulk")
    with words.reading() as db:
        words.interrupt("interactive")
        assert db.one("SELECT 1") == (1,)


def test_closing_stops_a_running_query(words):
    begun = threading.Event()

    def look():
        with words.reading() as db:
            begun.set()
            db.one(ENDLESS)

    with concurrent.futures.ThreadPoolExecutor(1) as other:
        job = other.submit(look)
        begun.wait()
        words.close()
        with pytest.raises(Cancelled):
            job.result()


def test_each_yields_every_row_in_pieces(words):
    with words.writing() as db:
        db.executemany(
            "INSERT INTO words(word) VALUES (?)", ((str(n),) for n in range(1_234))
        )
    with words.reading() as db:
        rows = list(db.each("SELECT id, word FROM words ORDER BY id"))
    assert rows == [(n + 1, str(n)) for n in range(1_234)]


def test_a_commit_changes_the_number_readers_watch(words):
    before = words.data_version()
    say(words, "new")
    assert words.data_version() != before


def test_small_secrets_and_facts_are_kept(vault):
    assert vault.secret("seed") is None
    assert vault.fact("role") is None
    vault.keep_secret("seed", b"\x00\x01")
    vault.keep_secret("seed", b"\x02")
    vault.keep_fact("role", "center")
    assert vault.secret("seed") == b"\x02"
    assert vault.fact("role") == "center"


def test_a_sound_vault_passes_its_check(words):
    say(words, "그대로")
    report = words.verify()
    assert report.sound
    assert report.size >= 4096


def test_saves_go_on_while_the_check_looks(words):
    with words.standing_still() as db:
        before = (words.folder / "vault.db").read_bytes()
        with concurrent.futures.ThreadPoolExecutor(1) as other:
            other.submit(say, words, "meanwhile").result()
        assert (words.folder / "vault.db").read_bytes() == before
        assert db.one("SELECT count(*) FROM words") == (0,)
    assert said(words) == ["meanwhile"]


def test_closing_folds_the_log_into_the_file_and_twice_is_once(words):
    say(words, "kept")
    words.close()
    words.close()
    left = sorted(path.name for path in words.folder.iterdir())
    assert left == ["vault.db", "vault.keys", "vault.keys.bak", "vault.lock"]


def test_a_full_disk_is_seen_coming(vault, monkeypatch):
    monkeypatch.setattr(type(vault), "free", lambda _: LOW - 1)
    assert vault.low
    monkeypatch.setattr(type(vault), "free", lambda _: LOW)
    assert not vault.low


def test_the_settings_of_every_lane_are_the_measured_ones(vault):
    lanes = [vault._writer, *vault._readers.values()]
    for lane in lanes:
        told = {name: str(lane.one(f"PRAGMA {name}")[0]) for name in SETTINGS}
        assert told == SETTINGS
        assert lane.all("PRAGMA mmap_size") in ([], [(0,)])
        assert lane.one("PRAGMA cipher_memory_security") == ("0",)
    assert vault._writer.one("PRAGMA application_id") == (0x4945554D,)
