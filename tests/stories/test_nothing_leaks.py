"""Nothing of a case leaves the encrypted file: not for a millisecond, not in a log, not in a title."""

import subprocess
import sys

import pytest

from intake.desk import open_
from intake.policy import read_policy
from intake.vault import FileKeyring
from tests.stories import canaries, traced
from tests.stories.screen import HOUSE
from tests.stories.steps import NOTE, PASSPHRASE, go_on, ready, start, unlock
from tests.stories.walk import make
from tests.vaults_at_hand import cheap_guessing

pytestmark = pytest.mark.skipif(not traced.HERE, reason="needs strace")
CANARIES = canaries.TOLD
ELSEWHERE = ("/dev/", "/proc/", "pipe:", "/sys/")  # no files: devices and the like
LEAK = """
import os, sys
path = sys.argv[1] + "/gone"
word = os.environ["CANARY"]
with open(path, "w", encoding=sys.argv[2]) as file:
    file.write("x" * 40 + word)
os.unlink(path)
"""


def run(command, place, trace, **more):
    done = subprocess.run(
        [*traced.strace(trace), *command],
        env={**place.environment, **more},
        cwd=HOUSE,
        capture_output=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout + done.stderr


def files_below(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def sung_in_files(folder, *apart):
    """Which canaries stand in a file that was left, or in its name."""
    return [
        (path.name, name)
        for path in files_below(folder)
        if path not in apart
        for name in canaries.heard_in(
            path.read_bytes() + str(path).encode(), PASSPHRASE
        )
    ]


def elsewhere(written, folder):
    return {
        path
        for path in written
        if not path.startswith((str(folder), *ELSEWHERE)) and path.startswith("/")
    }


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
def test_a_file_that_lived_for_a_moment_is_caught(place, code):
    """The trap works: without this, the tests below could not fail."""
    trace = place.folder / "trace"
    command = [sys.executable, "-c", LEAK, str(place.folder), code]
    run(command, place, trace, CANARY=canaries.NAME)
    assert any(code in one for one in traced.heard(trace))
    assert str(place.folder / "gone") in traced.written_files(trace)


def test_from_the_interview_to_the_receipt_only_ciphertext_is_written(place):
    trace = place.folder / "trace"
    said = run(
        [sys.executable, "-m", "tests.stories.walk", str(place.folder)], place, trace
    )
    assert b"['received-merged'] ['sent-acked']" in said
    assert b"the central desk finds [True, False, False]" in said
    assert said.count(b"Traceback") >= 4, "errors were provoked"
    assert canaries.heard_in(said, PASSPHRASE) == []
    assert traced.heard(trace, PASSPHRASE) == []
    assert sung_in_files(place.folder, trace) == []
    assert elsewhere(traced.written_files(trace), place.folder) == set()
    assert list((place.folder / "stick").rglob("*.age"))


def test_through_the_window_only_ciphertext_is_written_and_no_title_tells(
    opened, place
):
    interview = ready(place)
    mailbox, trace = prepared(place), place.folder / "trace"
    program = opened(before=traced.strace(trace))
    titles = set()
    start(program, "Unlock")
    program.type(canaries.WORD)  # a passphrase that is none
    program.wait_for(typed=len(canaries.WORD))
    program.press("Return")
    program.wait_for(screen="Unlock", focus="암호문", typed=0)
    unlock(program)
    go_on(program)
    program.wait_for(focus=NOTE)
    titles |= program.titles()
    program.type(canaries.TOLD)
    program.wait_for(kept=len(canaries.TOLD))
    program.press("alt+a")  # what the note mentions becomes records
    program.press("F8")
    program.wait_for(resting=True)
    titles |= program.titles()
    program.press("space")
    program.wait_for(resting=False)
    program.press("ctrl+2", "ctrl+f")
    program.wait_for(screen="cases")
    program.type(canaries.NAME)
    titles |= program.titles()
    sent(program, mailbox)
    titles |= program.titles()
    program.wait_for(screen="Unlock")
    titles |= program.titles()
    program.kill()
    page = place.command(PASSPHRASE, "interviews", "page", interview)
    assert page["note"] == canaries.TOLD, "the canaries were really there"
    assert any(found["adopted"] for found in page["found"])
    assert len(list(mailbox.rglob("*.age"))) == 1
    assert titles == {"이음"}
    assert canaries.heard_in(program.errors.read_bytes(), PASSPHRASE) == []
    lines = repr(program.lines).encode()
    assert canaries.heard_in(lines, PASSPHRASE) == []
    assert traced.heard(trace, PASSPHRASE) == []
    assert sung_in_files(place.folder, trace) == []
    assert elsewhere(traced.written_files(trace), place.folder) == set()


def prepared(place):
    """Let the workspace know a central desk, and a folder as its mailbox."""
    keyring = FileKeyring(place.folder / "config" / "ieum" / "device")
    policy = read_policy(place.folder / "policy.toml")
    with cheap_guessing():
        central = make(place.folder / "c0", "central", "C0", keyring)
    desk = open_(place.workspace, PASSPHRASE, keyring=keyring, policy=policy)
    desk.keys.accept_enrolment(central.keys.enrolment().data)
    mailbox = place.folder / "mailbox"
    mailbox.mkdir()
    desk.exchange.set_mailbox("folder", str(mailbox))
    (line,) = desk.interviews.unfinished()
    desk.consents.decide(line.case, {"CENTRAL": "AGREED"})
    desk.lock()
    central.lock()
    return mailbox


def sent(program, mailbox):
    """Walk the way over a stick to its end: plug in, whom to, carry, what went; then the lock."""
    program.press("ctrl+4")
    program.wait_for(screen="send")
    program.push("USB로 주고받기")
    arrived(program, 1)
    program.tab_to("USB 꽂기: 우편함 폴더")
    program.press("space")
    program.push("다음")
    arrived(program, 2)
    program.tab_to("받는 곳: C0 센터")
    program.press("space")
    program.push("주고받기")
    arrived(program, 4)  # it goes on by itself once everything was read back
    program.push("다음")
    arrived(program, 5)
    program.push("마치고 잠그기")


def arrived(program, step):
    """Wait until the wizard shows a step."""
    program.wait(lambda seen: seen["pages"][-1:] == [step], f"step {step}")
