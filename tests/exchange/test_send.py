"""Making and delivering: the outbox first, nothing half done, nothing lost."""

import os
import shutil
import subprocess

import pytest

from intake.errors import (
    Altered,
    Cancelled,
    MailboxAway,
    NoRoom,
    NotFound,
    ReadOnlyPlace,
)
from intake.exchange import (
    deliver,
    make_bundle,
    outbox,
    plan_send,
    sealed_of,
    sent,
    verify_delivered,
)
from intake.mailbox import FolderMailbox, find_letters
from tests.exchange.places import QUIET

needs_mount = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="mounting needs root"
)


class CancelsAt:
    """Cancels at the n-th step, and counts them."""

    def __init__(self, at: int) -> None:
        self.at, self.steps = at, 0

    def step(self, done, total, what):
        self.steps += 1
        if self.steps > self.at:
            raise Cancelled


@pytest.fixture
def planned(incheon):
    incheon.case(CENTRAL="AGREED")
    incheon.case()
    return plan_send(incheon.ctx, "C0")


def files(folder):
    return sorted(file.name for file in folder.iterdir())


def test_planning_writes_nothing(incheon, planned):
    before = incheon.books("select count(*) from segment where state = 'open'")
    plan_send(incheon.ctx, "C0")
    assert incheon.books("select count(*) from segment where state = 'open'") == before
    assert not incheon.books("select 1 from bundle_out")


def test_the_plan_says_how_much(incheon, planned):
    (line,) = planned.goes
    assert line.records == planned.records == 3
    assert planned.size_estimate > 9_000
    assert "녹두" not in repr(planned)


def test_a_made_bundle_lies_in_the_outbox_under_its_hash(incheon, planned):
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    assert files(incheon.ctx.outbox) == [f"{sealed.sha}.age"]
    assert sealed.path.stat().st_size == sealed.size
    assert outbox(incheon.ctx) == (sealed,)
    assert sealed_of(incheon.ctx, sealed.sha) == sealed
    assert [one.number for one in sent(incheon.ctx)] == [sealed.number]


def test_an_unknown_bundle_is_not_found(incheon):
    with pytest.raises(NotFound):
        sealed_of(incheon.ctx, "00" * 32)


@pytest.mark.parametrize("at", range(14))
def test_cancelling_the_making_leaves_no_file_and_no_line(incheon, planned, at):
    try:
        make_bundle(incheon.ctx, planned, CancelsAt(at))
    except Cancelled:
        assert files(incheon.ctx.outbox) == []
        assert sent(incheon.ctx) == ()
        assert plan_send(incheon.ctx, "C0").records == planned.records
        return
    assert len(outbox(incheon.ctx)) == 1


def test_what_is_under_way_goes_again_until_its_receipt_comes(incheon, planned):
    make_bundle(incheon.ctx, planned, QUIET)
    (line,) = plan_send(incheon.ctx, "C0").goes
    assert (line.records, line.why) == (3, "unacknowledged")
    incheon.suspect(f"case/{line.case}", "둘째")
    (line,) = plan_send(incheon.ctx, "C0").goes
    assert (line.records, line.why) == (4, "new")


def test_delivering_twice_puts_nothing_twice(incheon, planned, mailbox):
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    assert deliver(incheon.ctx, sealed, mailbox, QUIET) == 1
    assert deliver(incheon.ctx, sealed, mailbox, QUIET) == 0
    verify_delivered(incheon.ctx, sealed, mailbox, QUIET)
    assert [letter.sha256 for letter in find_letters(mailbox, "C0")] == [sealed.sha]
    assert sent(incheon.ctx)[0].state == "delivered"


def test_a_medium_that_gives_back_other_bytes_is_noticed(incheon, planned, tmp_path):
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    stick = tmp_path / "stick"
    stick.mkdir()
    mailbox = FolderMailbox(stick)
    deliver(incheon.ctx, sealed, mailbox, QUIET)
    (copy,) = stick.rglob("*.age")
    copy.write_bytes(bytes(sealed.size))
    with pytest.raises(Altered):
        verify_delivered(incheon.ctx, sealed, mailbox, QUIET)
    deliver(incheon.ctx, sealed, mailbox, QUIET)
    verify_delivered(incheon.ctx, sealed, mailbox, QUIET)


def test_a_suffix_that_an_agency_allows_is_used(incheon, central, planned, mailbox):
    from dataclasses import replace  # noqa: PLC0415 - only this test has another suffix

    incheon.ctx = replace(incheon.ctx, suffix="bin")
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    deliver(incheon.ctx, sealed, mailbox, QUIET)
    assert all(key.endswith(".bin") for key in mailbox.list(""))
    assert [item.state for item in central.receive(mailbox).items] == ["merged"]


@needs_mount
def test_a_full_stick_costs_nothing(incheon, central, planned, tmp_path):
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    stick = tmp_path / "stick"
    stick.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(stick)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts nothing")
    try:
        with pytest.raises(NoRoom):
            deliver(incheon.ctx, sealed, FolderMailbox(stick), QUIET)
        assert list(stick.rglob("*.age*")) == []
        assert outbox(incheon.ctx) == (sealed,)
        subprocess.run(["mount", "-o", "remount,size=1m", stick], check=True)
        deliver(incheon.ctx, sealed, FolderMailbox(stick), QUIET)
        subprocess.run(["mount", "-o", "remount,ro", stick], check=True)
        incheon.case(CENTRAL="AGREED")
        later = make_bundle(incheon.ctx, plan_send(incheon.ctx, "C0"), QUIET)
        with pytest.raises(ReadOnlyPlace):
            deliver(incheon.ctx, later, FolderMailbox(stick), QUIET)
        report = central.receive(FolderMailbox(stick))
        assert [item.state for item in report.items] == ["merged"]
        assert report.unanswered == ("IC",)
    finally:
        subprocess.run(["umount", "-l", stick], check=False)


def test_a_pulled_stick_keeps_the_bundle_in_the_outbox(incheon, planned, tmp_path):
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    stick = tmp_path / "stick"
    stick.mkdir()
    mailbox = FolderMailbox(stick)
    shutil.rmtree(stick)
    with pytest.raises(MailboxAway):
        deliver(incheon.ctx, sealed, mailbox, QUIET)
    assert outbox(incheon.ctx) == (sealed,)


def test_a_full_disk_leaves_nothing_in_the_outbox(incheon, planned, monkeypatch):
    class Full:
        def __init__(self, file):
            self.file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

        def write(self, data):
            raise OSError(28, "no space")

    real = type(incheon.ctx.outbox).open
    monkeypatch.setattr(
        "pathlib.Path.open",
        lambda self, *a, **k: (
            Full(real(self, *a, **k)) if "xb" in a else real(self, *a, **k)
        ),
    )
    with pytest.raises(NoRoom):
        make_bundle(incheon.ctx, planned, QUIET)
    monkeypatch.undo()
    assert files(incheon.ctx.outbox) == []
    assert sent(incheon.ctx) == ()
