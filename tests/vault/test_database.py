"""What SQLite refuses is said in our words, and carries no word of a case."""

import concurrent.futures
import stat
import threading

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from intake.errors import Busy, Cancelled, DamagedVault, ReadOnlyPlace, TooNew
from intake.vault import connection
from intake.vault.connection import connect

KEY = bytearray(range(48))


@pytest.fixture
def path(tmp_path):
    connect(tmp_path / "vault.db", KEY, cache_kib=1024, new=True).close()
    return tmp_path / "vault.db"


@pytest.fixture
def database(path):
    opened = connect(path, KEY, cache_kib=1024)
    opened.execute(
        "CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT UNIQUE) STRICT"
    )
    yield opened
    opened.close()


def test_a_writer_in_the_way_is_busy(database, path):
    other = connect(path, KEY, cache_kib=1024)
    other.execute("PRAGMA busy_timeout=0")
    database.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy):
        other.execute("BEGIN IMMEDIATE")
    database.execute("ROLLBACK")
    other.close()


def test_a_query_that_was_stopped_is_cancelled(database):
    begun = threading.Event()

    def look():
        begun.set()
        database.one(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n"
        )

    with concurrent.futures.ThreadPoolExecutor(1) as other:
        job = other.submit(look)
        begun.wait()
        while not job.done():
            database.interrupt()
        with pytest.raises(Cancelled):
            job.result()


def test_a_wrong_key_opens_nothing_and_says_nothing(path, capfd):
    with pytest.raises(DamagedVault):
        connect(path, bytearray(48), cache_kib=1024)
    assert capfd.readouterr() == ("", "")


def test_the_key_stays_the_caller_s(path):
    key = bytearray(KEY)
    connect(path, key, cache_kib=1024).close()
    assert key == KEY


def test_our_own_mistakes_stay_what_they_are(database):
    with pytest.raises(sqlcipher.OperationalError):
        database.execute("SELECT * FROM nowhere")


def test_no_bound_value_stands_in_a_refusal(database):
    database.execute("INSERT INTO word(word) VALUES (?)", ("홍길동",))
    with pytest.raises(sqlcipher.IntegrityError) as caught:
        database.execute("INSERT INTO word(word) VALUES (?)", ("홍길동",))
    assert "홍길동" not in str(caught.value) + repr(caught.value)


def test_a_library_below_the_floor_is_refused(path, monkeypatch):
    monkeypatch.setattr(connection, "FLOOR", (99, 0, 0))
    with pytest.raises(TooNew) as caught:
        connect(path, KEY, cache_kib=1024)
    assert caught.value.facts["what"] == "sqlite-floor"


def test_a_file_that_may_not_be_written_is_said(path, monkeypatch):
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr(
        connection.os, "access", lambda place, _: place != path
    )  # root may write anything
    with pytest.raises(ReadOnlyPlace):
        connect(path, KEY, cache_kib=1024)


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(DamagedVault):
        connect(tmp_path / "vault.db", KEY, cache_kib=1024)
    assert list(tmp_path.iterdir()) == []
