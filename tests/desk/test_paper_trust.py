"""A paper leaves whole or not at all; who opens, stamps and checks it later finds what was issued."""

import datetime as dt
import io
import os
import resource
import shutil
import signal
import subprocess
import unicodedata

import pikepdf
import pytest

from intake.desk import papers as at_the_desk
from intake.desk.paper_numbers import letters_of, next_number, use_number
from intake.errors import (
    Busy,
    Cancelled,
    NoRoom,
    NotAPaper,
    ReadOnlyPlace,
    SealRefused,
    StampRefused,
    WeakPassphrase,
)
from intake.progress import Progress
from tests.crypto.test_timestamp import Authority
from tests.desk.test_papers import PLAN, cases, court_cases, desk, read  # noqa: F401 - fixtures
from tests.documents.test_sealing import PASSPHRASE, key_file

LOCK = "산길의 조용한 돌 하나"


@pytest.fixture
def key(desk, tmp_path):  # noqa: F811
    """The center's key file, valid today; and its certificate."""
    today = desk._rooms.clock.today()
    data, certificate = key_file(today - dt.timedelta(1), today + dt.timedelta(300))
    (tmp_path / "seal.p12").write_bytes(data)
    (tmp_path / "root.pem").write_bytes(certificate)
    return tmp_path / "seal.p12"


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def nothing_happened(desk):  # noqa: F811
    """No paper, no frozen figure, no used number."""
    assert desk.papers.listing() == ()
    assert desk.figures.frozen() == ()
    assert next_number(desk._rooms).endswith("-001")


# --- saving ------------------------------------------------------------------------------


def test_a_paper_is_saved_under_its_number_and_known_again(desk, cases, out):  # noqa: F811
    saved = desk.papers.save(PLAN, out)
    (file,) = out.iterdir()
    assert str(file) == saved.place
    assert file.name == f"{saved.paper.number}.pdf"
    assert file.stat().st_mode & 0o077 == 0
    assert desk.papers.verify(file).paper.id == saved.paper.id


def test_a_file_that_lies_there_is_never_written_over(desk, cases, out):  # noqa: F811
    mine = out / "실적.pdf"
    mine.write_bytes(b"mine")
    saved = desk.papers.save(PLAN, mine)
    assert mine.read_bytes() == b"mine"
    assert saved.place.endswith("실적 (2).pdf")
    assert len(list(out.iterdir())) == 2


@pytest.mark.parametrize("what", ["away", "a file", "proc"])
def test_where_nothing_can_lie_nothing_is_issued(desk, cases, tmp_path, what):  # noqa: F811
    (tmp_path / "file").write_bytes(b"")
    place = {"away": tmp_path / "no" / "x.pdf", "a file": tmp_path / "file" / "x.pdf", "proc": "/proc/x.pdf"}[what]  # fmt: skip
    with pytest.raises(ReadOnlyPlace):
        desk.papers.save(PLAN, place)
    nothing_happened(desk)


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may mount")
@pytest.mark.parametrize(("options", "refusal"), [("size=16k", NoRoom), ("size=1m,ro", ReadOnlyPlace)])  # fmt: skip
def test_a_full_or_read_only_stick_says_so_and_keeps_no_half_paper(desk, cases, out, options, refusal):  # noqa: F811  # fmt: skip
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(out)], check=True)  # fmt: skip
    try:
        with pytest.raises(refusal):
            desk.papers.save(PLAN, out)
        assert list(out.iterdir()) == []
    finally:
        subprocess.run(["umount", str(out)], check=True)
    nothing_happened(desk)
    assert desk.papers.save(PLAN, out).paper.number.endswith("-001")


def test_a_disk_that_fills_half_way_leaves_nothing(desk, cases, out):  # noqa: F811
    """The limit lies within the paper: its first bytes are on the disk when it ends."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(NoRoom):
            desk.papers.save(PLAN, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert list(out.iterdir()) == []
    nothing_happened(desk)


class Stopper(Progress):
    """Stops at a step."""

    def __init__(self, at):
        self.left, self.seen = at, 0

    def step(self, done, total, what):
        self.seen += 1
        if self.seen > self.left:
            raise Cancelled


def test_stopped_at_any_moment_nothing_is_issued(desk, cases, out, key):  # noqa: F811
    every = Stopper(10**6)
    desk.papers.save(PLAN, out, progress=every)
    number, there = next_number(desk._rooms), len(desk.papers.listing())
    for at in {0, 1, every.seen // 2, every.seen - 2, every.seen - 1}:
        with pytest.raises(Cancelled):
            desk.papers.save(PLAN, out, key, PASSPHRASE, progress=Stopper(at))
    assert next_number(desk._rooms) == number
    assert len(desk.papers.listing()) == there
    assert len(list(out.iterdir())) == 1


def test_a_stick_pulled_at_the_last_moment_leaves_a_void_number(desk, cases, out, monkeypatch):  # noqa: F811  # fmt: skip
    real = at_the_desk.keep_paper

    def kept_and_pulled(*given, **named):
        paper = real(*given, **named)
        shutil.rmtree(out)
        return paper

    monkeypatch.setattr(at_the_desk, "keep_paper", kept_and_pulled)
    with pytest.raises(ReadOnlyPlace):
        desk.papers.save(PLAN, out)
    (line,) = desk.papers.listing()
    assert line.state == "VOID"
    assert line.void_label == "파일로 저장하지 못함"


def test_a_full_vault_issues_nothing_and_leaves_no_file(desk, cases, out, monkeypatch):  # noqa: F811  # fmt: skip
    def full(*_given, **_named):
        raise NoRoom(needed=1, free=0)

    monkeypatch.setattr(at_the_desk, "keep_paper", full)
    with pytest.raises(NoRoom):
        desk.papers.save(PLAN, out)
    monkeypatch.undo()
    assert list(out.iterdir()) == []
    nothing_happened(desk)


# --- numbers -----------------------------------------------------------------------------


def test_a_refused_key_file_uses_no_number(desk, cases, out, tmp_path):  # noqa: F811
    today = desk._rooms.clock.today()
    day = dt.timedelta(1)
    bad = {
        "expired": key_file(today - 9 * day, today - day)[0],
        "not-yet": key_file(today + day, today + 9 * day)[0],
        "purpose": key_file(today - day, today + day, signs=False)[0],
        "format": b"hello",
        "too-large": bytes(2 << 20),
    }
    for why, data in bad.items():
        (tmp_path / "bad.p12").write_bytes(data)
        for make in (desk.papers.issue, lambda *given: desk.papers.save(given[0], out, *given[1:])):  # fmt: skip
            with pytest.raises(SealRefused) as refused:
                make(PLAN, tmp_path / "bad.p12", PASSPHRASE)
            assert refused.value.facts["why"] == why
    for file in (tmp_path / "away.p12", tmp_path):
        with pytest.raises(SealRefused) as refused:
            desk.papers.issue(PLAN, file, PASSPHRASE)
        assert refused.value.facts["why"] == "away"
    assert list(out.iterdir()) == []
    nothing_happened(desk)


def test_numbers_follow_each_other_without_a_gap(desk, cases):  # noqa: F811
    rooms = desk._rooms
    names = [desk.papers.issue(PLAN).name for _ in range(3)]
    assert [name[-7:-4] for name in names] == ["001", "002", "003"]
    assert next_number(rooms, ahead=2).endswith("-006")
    with pytest.raises(Busy):
        use_number(rooms, next_number(rooms, ahead=1))
    with pytest.raises(Busy):
        use_number(rooms, names[0].removesuffix(".pdf"))


def test_after_an_old_copy_was_restored_no_number_is_given_twice(desk, cases):  # noqa: F811  # fmt: skip
    names = {desk.papers.issue(PLAN).name for _ in range(2)}
    rooms = desk._rooms
    before = next_number(rooms).rpartition("-")[0] + "-"
    rooms.vault.keep_fact(f"issued/{before}", "0")
    assert desk.papers.issue(PLAN).name not in names


def test_laptops_that_share_their_last_letters_write_more_of_them():
    one, other, third = "0190-aaaa-7f3a", "0190-bbba-7f3a", "0190-cccc-0000"
    assert letters_of(one, frozenset({third})) == "7F3A"
    assert letters_of(one, frozenset({other, third})) == "AA7F3A"
    assert letters_of(other, frozenset({one, third})) == "BA7F3A"


# --- locking -----------------------------------------------------------------------------


def saved(folder, made):
    file = folder / made.name
    file.write_bytes(made.data)
    return file


def test_a_locked_paper_opens_with_its_passphrase_and_is_sealed_as_it_lies(desk, cases, out, key, tmp_path):  # noqa: F811  # fmt: skip
    file = saved(out, desk.papers.issue(PLAN, key, PASSPHRASE, lock=LOCK))
    with pikepdf.open(file, password=LOCK) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        with opened.open_metadata(update_docinfo=False) as told:
            assert "pdfaid:part" not in told
        assert "/OutputIntents" not in opened.Root
    seen = desk.papers.verify(file, LOCK, (tmp_path / "root.pem",))
    (seal,) = seen.seals
    assert (seal.state, seal.trusted) == ("intact", True)
    assert seen.paper.sealed
    for wrong in ("", "다른 암호입니다 정말"):
        with pytest.raises(NotAPaper) as refused:
            desk.papers.verify(file, wrong)
        assert refused.value.facts["why"] == "locked"
    told = subprocess.run(["pdfinfo", "-upw", LOCK, file], capture_output=True, text=True, check=False)  # fmt: skip
    assert "AES-256" in told.stdout
    shut = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=False)
    assert shut.stdout == b""
    assert desk._rooms.who.center_code.encode() + b"-20" not in file.read_bytes()[:4096]


@pytest.mark.parametrize("lock", ["짧다", "a" * 128, "가" * 60])
def test_a_lock_that_could_be_guessed_or_is_cut_is_refused(desk, cases, lock):  # noqa: F811  # fmt: skip
    with pytest.raises(WeakPassphrase):
        desk.papers.issue(PLAN, lock=lock)
    nothing_happened(desk)


def test_a_lock_is_the_same_however_the_keyboard_composes_it(desk, cases, out):  # noqa: F811  # fmt: skip
    file = saved(out, desk.papers.issue(PLAN, lock=unicodedata.normalize("NFD", LOCK)))
    assert desk.papers.verify(file, LOCK).paper is not None
    assert desk.papers.verify(file, unicodedata.normalize("NFD", LOCK)).paper


def test_it_is_said_before_that_a_locked_paper_is_no_pdf_a(desk):  # noqa: F811
    said = " ".join(desk.papers.terms(locked=True, sealed=True, with_room=True))
    assert "PDF/A" in said
    assert "표시를 하지 않습니다" in said
    assert "표시를 하지 않습니다" not in " ".join(desk.papers.terms())


# --- time stamps -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tsa") / "a", "Example")


@pytest.mark.parametrize("lock", ["", LOCK])
def test_a_time_stamp_comes_by_stick_and_the_paper_is_known_with_it(desk, cases, out, key, authority, lock, tmp_path):  # noqa: F811, PLR0917  # fmt: skip
    file = saved(out, desk.papers.issue(PLAN, key, PASSPHRASE, lock=lock, with_room=True))  # fmt: skip
    assert any("기다리는" in one for one in desk.papers.verify(file, lock).words)
    asked = desk.papers.stamp_request(file, lock)
    assert desk.papers.stamp_request(file, lock).data == asked.data
    assert asked.name.endswith(".tsq")
    answer = authority.answer(asked.data)
    stamped = saved(out, desk.papers.stamp(file, answer, lock=lock))
    assert file.read_bytes() != stamped.read_bytes()
    (tmp_path / "tsa.pem").write_bytes(authority.root)
    seen = desk.papers.verify(stamped, lock, (tmp_path / "root.pem", tmp_path / "tsa.pem"))  # fmt: skip
    assert [(one.kind, one.state, one.trusted) for one in seen.seals] == [("seal", "followed", True), ("stamp", "intact", True)]  # fmt: skip
    assert seen.paper is not None
    assert seen.figures
    assert seen.seals[1].said_at
    (unknown,) = {one.trusted for one in desk.papers.verify(stamped, lock).seals}
    assert unknown is False  # nobody said whose they are
    with pytest.raises(NotAPaper):
        desk.papers.stamp_request(stamped, lock)
    if not lock:
        told = subprocess.run(["pdfsig", stamped], capture_output=True, text=True, check=False).stdout  # fmt: skip
        assert told.count("Signature is Valid") == 1  # this one knows no time stamps
        assert told.count("Total document signed") == 1  # by the stamp, which came last


def test_only_the_answer_to_what_was_asked_is_taken(desk, cases, out, authority):  # noqa: F811  # fmt: skip
    one, other = (saved(out, desk.papers.issue(PLAN, with_room=True)) for _ in "ab")
    plain = saved(out, desk.papers.issue(PLAN))
    answer = authority.answer(desk.papers.stamp_request(one).data)
    for file, data, why in ((other, answer, "nonce"), (one, b"", "format"), (one, answer[:-4], "format")):  # fmt: skip
        with pytest.raises(StampRefused) as refused:
            desk.papers.stamp(file, data)
        assert refused.value.facts["why"] == why
    desk.papers.stamp_request(other)
    with pytest.raises(StampRefused) as refused:
        desk.papers.stamp(other, answer)
    assert refused.value.facts["why"] == "hash"
    for call in (desk.papers.stamp_request, lambda file: desk.papers.stamp(file, answer)):  # fmt: skip
        with pytest.raises(NotAPaper) as away:
            call(plain)
        assert away.value.facts["why"] == "not-waiting"
    assert desk.papers.stamp(one, answer).data.startswith(one.read_bytes()[:4_000])


def test_a_paper_without_a_seal_can_be_stamped_too(desk, cases, out, authority):  # noqa: F811  # fmt: skip
    file = saved(out, desk.papers.issue(PLAN, with_room=True))
    answer = authority.answer(desk.papers.stamp_request(file).data)
    seen = desk.papers.verify(saved(out, desk.papers.stamp(file, answer)))
    assert [one.kind for one in seen.seals] == ["stamp"]
    assert any("전자서명이 없습니다" in one for one in seen.words)
    assert seen.paper is not None


def test_a_void_paper_is_said_to_be_void(desk, cases, out):  # noqa: F811
    file = saved(out, desk.papers.issue(PLAN))
    assert "그대로입니다" in desk.papers.verify(file).words[0]
    desk.papers.void(desk.papers.listing()[0].id, "REPLACED")
    assert "취소한" in desk.papers.verify(file).words[0]


def test_every_kind_of_finish_is_read_by_another_library(desk, cases, key):  # noqa: F811  # fmt: skip
    for options in ({}, {"with_room": True}, {"lock": LOCK}, {"lock": LOCK, "with_room": True}):  # fmt: skip
        for given in ((), (key, PASSPHRASE)):
            made = desk.papers.issue(PLAN, *given, **options)
            with pikepdf.open(io.BytesIO(made.data), password=options.get("lock", "")) as opened:  # fmt: skip
                assert len(opened.pages)
                assert opened.check_pdf_syntax() == []
