"""One suite for every mailbox: what it must keep, whatever it is made of.

A test module says ``from tests.suites.mailbox import *`` and gives the fixture ``mailbox``.
"""

import hashlib
import io
from pathlib import Path

import pytest

from intake import mailbox as m
from intake.errors import Altered, Cancelled, Cut, InvalidInput, NotFound
from intake.progress import Silent

SHA = "ab" * 32
KEY = f"ic/202609/{SHA}.age"


class Ends(io.BytesIO):
    """A source that gives up after some bytes, as a yanked stick does."""

    def __init__(self, data: bytes, after: int, error: BaseException) -> None:
        super().__init__(data)
        self.after, self.error = after, error

    def read(self, size=-1):
        if self.tell() >= self.after:
            raise self.error
        return super().read(min(size, self.after - self.tell()))


class Counts:
    """Remembers steps, and cancels at one of them."""

    def __init__(self, cancel_at: int | None = None) -> None:
        self.steps, self.cancel_at = [], cancel_at

    def step(self, done, total, what):
        self.steps.append((done, total))
        if self.cancel_at is not None and len(self.steps) > self.cancel_at:
            raise Cancelled


@pytest.fixture
def sealed(tmp_path) -> Path:
    """A file of three parts; parts are made small for the suite."""
    file = tmp_path / "outbox.age"
    file.write_bytes(bytes(range(256)) * 10)
    return file


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr("intake.mailbox.letter.PART", 1024)


@pytest.fixture
def letter(sealed, small_parts) -> m.Letter:
    data = sealed.read_bytes()
    return m.letter_for("IC", "202609", hashlib.sha256(data).hexdigest(), len(data))


def whole(mailbox, key):
    return b"".join(mailbox.get(key))


def test_a_new_mailbox_is_empty(mailbox):
    assert mailbox.list("") == {}
    assert m.find_letters(mailbox, "ic") == ()


def test_what_was_put_is_listed_and_comes_back(mailbox):
    assert mailbox.put_new(KEY, io.BytesIO(b"sealed"), 6)
    assert mailbox.list("ic/") == {KEY: 6}
    assert whole(mailbox, KEY) == b"sealed"


def test_nothing_is_ever_overwritten(mailbox):
    mailbox.put_new(KEY, io.BytesIO(b"first"), 5)
    assert not mailbox.put_new(KEY, io.BytesIO(b"other"), 5)
    assert whole(mailbox, KEY) == b"first"


@pytest.mark.parametrize("error", [Cut(why="test"), Cancelled()])
def test_an_interrupted_copy_shows_nothing(mailbox, error):
    with pytest.raises(type(error)):
        mailbox.put_new(KEY, Ends(bytes(5000), 3000, error), 5000)
    assert mailbox.list("") == {}
    assert mailbox.put_new(KEY, io.BytesIO(bytes(5000)), 5000)


def test_a_source_that_is_too_short_is_refused(mailbox):
    with pytest.raises(Cut):
        mailbox.put_new(KEY, io.BytesIO(b"short"), 6)
    assert mailbox.list("") == {}


def test_only_the_asked_bytes_are_taken(mailbox):
    source = io.BytesIO(b"0123456789")
    mailbox.put_new(KEY, source, 4)
    assert whole(mailbox, KEY) == b"0123"
    assert source.read() == b"456789"


def test_deleting_twice_is_no_fault(mailbox):
    mailbox.put_new(KEY, io.BytesIO(b"x"), 1)
    mailbox.delete(KEY)
    mailbox.delete(KEY)
    assert mailbox.list("") == {}


def test_a_missing_object_is_not_found(mailbox):
    with pytest.raises(NotFound):
        whole(mailbox, KEY)


def test_a_prefix_selects(mailbox):
    other = f"c1/202609/{SHA}.age"
    for key in (KEY, other):
        mailbox.put_new(key, io.BytesIO(b"x"), 1)
    assert set(mailbox.list("c1/")) == {other}
    assert set(mailbox.list("")) == {KEY, other}
    assert mailbox.list("c1/2025") == {}


@pytest.mark.parametrize(
    "key",
    [
        "",
        "../up.age",
        f"/etc/202609/{SHA}.age",
        f"ic/202609/../{SHA}.age",
        f"IC/202609/{SHA}.age",
        f"ic/202609/{SHA}.exe",
        f"ic/202609/{SHA}.age.000-of-002",
        f"ic/202609/{SHA}.age.003-of-002",
        f"ic/202609/{SHA}.age.001-of-001",
        f"ic/202609/{SHA.upper()}.age",
        f"인천/202609/{SHA}.age",
        f"ic/202609/{SHA}.age\n",
    ],
)
def test_only_well_formed_names_can_be_said(mailbox, key):
    for verb in (
        lambda: mailbox.put_new(key, io.BytesIO(b""), 0),
        lambda: whole(mailbox, key),
        lambda: mailbox.delete(key),
    ):
        with pytest.raises(InvalidInput):
            verb()


def test_a_file_travels_in_parts_and_comes_back_whole(mailbox, sealed, letter):
    assert letter.parts == 3
    assert m.send(mailbox, sealed, letter, Silent()) == 3
    assert m.find_letters(mailbox, "IC") == (letter,)
    out = io.BytesIO()
    m.fetch(mailbox, letter, out, Silent())
    assert out.getvalue() == sealed.read_bytes()
    m.check_delivered(mailbox, sealed, letter, Silent())


def test_sending_twice_sends_nothing(mailbox, sealed, letter):
    m.send(mailbox, sealed, letter, Silent())
    assert m.send(mailbox, sealed, letter, Silent()) == 0


def test_sending_goes_on_where_it_was_cancelled(mailbox, sealed, letter):
    with pytest.raises(Cancelled):
        m.send(mailbox, sealed, letter, Counts(cancel_at=1))
    there = len(mailbox.list(""))
    assert there < 3
    assert m.find_letters(mailbox, "ic") == ()
    assert m.send(mailbox, sealed, letter, Silent()) == 3 - there


def test_a_missing_part_hides_the_set(mailbox, sealed, letter):
    m.send(mailbox, sealed, letter, Silent())
    for key in letter.names():
        mailbox.delete(key.text)
        assert m.find_letters(mailbox, "ic") == ()
        assert m.send(mailbox, sealed, letter, Silent()) == 1


def test_a_part_of_the_wrong_size_is_replaced(mailbox, sealed, letter):
    first = next(iter(letter.names())).text
    mailbox.put_new(first, io.BytesIO(b"torn"), 4)
    assert m.send(mailbox, sealed, letter, Silent()) == 3
    m.check_delivered(mailbox, sealed, letter, Silent())


def test_bytes_that_do_not_fit_the_name_are_refused(mailbox, sealed, letter):
    spoiled = bytearray(sealed.read_bytes())
    spoiled[1500] ^= 1
    wrong = sealed.with_name("wrong")
    wrong.write_bytes(spoiled)
    m.send(mailbox, wrong, letter, Silent())
    with pytest.raises(Altered):
        m.fetch(mailbox, letter, io.BytesIO(), Silent())
    with pytest.raises(Altered):
        m.check_delivered(mailbox, sealed, letter, Silent())
    assert m.send(mailbox, sealed, letter, Silent()) == 1
    m.check_delivered(mailbox, sealed, letter, Silent())


def test_a_lost_part_is_noticed_when_read_back(mailbox, sealed, letter):
    m.send(mailbox, sealed, letter, Silent())
    mailbox.delete(list(letter.names())[1].text)
    with pytest.raises(Cut):
        m.check_delivered(mailbox, sealed, letter, Silent())


def test_progress_counts_bytes_to_the_end(mailbox, sealed, letter):
    watch = Counts()
    m.send(mailbox, sealed, letter, watch)
    assert watch.steps[-1] == (letter.size, letter.size)
    assert watch.steps == sorted(watch.steps)


def test_a_withdrawn_letter_is_gone(mailbox, sealed, letter):
    m.send(mailbox, sealed, letter, Silent())
    m.withdraw(mailbox, letter)
    assert mailbox.list("") == {}


PAPER = "metadata/timestamp.json"
LEAF = f"targets/forms/{SHA}.intake-3.zip"


def test_a_paper_is_replaced_by_the_next_one(mailbox):
    for data in (b"first", b"", b"second" * 1000):
        mailbox.write_paper(PAPER, data)
        assert mailbox.read_paper(PAPER, 100_000) == data


def test_a_paper_lies_beside_bundles_and_is_never_listed(mailbox):
    mailbox.put_new(KEY, io.BytesIO(b"sealed"), 6)
    mailbox.write_paper(LEAF, b"a form")
    assert mailbox.list("") == {KEY: 6}
    assert mailbox.read_paper(LEAF, 6) == b"a form"


def test_no_more_of_a_paper_is_read_than_one_byte_beyond_its_bound(mailbox):
    mailbox.write_paper(PAPER, bytes(300_000))
    assert mailbox.read_paper(PAPER, 10) == bytes(11)


def test_a_paper_that_is_not_there_is_none(mailbox):
    assert mailbox.read_paper("metadata/999.root.json", 10) is None
    assert mailbox.read_paper(f"targets/never/{SHA}.x", 10) is None


@pytest.mark.parametrize("name", ["../x", "metadata/../x", "timestamp.json", KEY, "metadata/A", "targets/a/b/c", "metadata/"])  # fmt: skip
def test_nothing_else_is_a_paper(mailbox, name):
    with pytest.raises(InvalidInput):
        mailbox.write_paper(name, b"")
    with pytest.raises(InvalidInput):
        mailbox.read_paper(name, 1)
