"""An older policy with its own good signature is put back: it is not believed, and said so."""

import os
import stat

import pytest

from intake.policy import finding, newest, newest_seen, read_policy, remember
from tests.policy.test_finding import is_strict, let_sign, make_key, sign

LAX = "lock_minutes_most = 30\nallow_any_place = true\n"


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    monkeypatch.setattr(newest, "log_folder", lambda: tmp_path / "state" / "log")
    return tmp_path / "state"


@pytest.fixture
def put(tmp_path, monkeypatch):
    """Put a signed policy where this computer looks for one."""
    file = tmp_path / "policy.toml"
    monkeypatch.setattr(finding, "_system_file", lambda: file)
    monkeypatch.setattr(finding, "only_administrators_write", lambda _file: True)
    key = make_key(tmp_path)
    let_sign(file, key)

    def put(text):
        file.write_text(text)
        sign(file, key)
        return read_policy()

    put.file, put.key = file, key
    return put


def test_an_older_one_with_its_own_good_signature_is_not_believed(put):
    assert put(f"serial = 7\n{LAX}").origin.sound
    remember(7)
    policy = put(f"serial = 6\n{LAX}")
    assert (policy.origin.state, policy.origin.newest, is_strict(policy)) == ("older", 7, True)  # fmt: skip
    assert policy.origin.signed_by
    assert not policy.origin.believed


def test_the_same_and_a_newer_one_are(put):
    remember(7)
    for serial in (7, 8, 2026112601):
        policy = put(f"serial = {serial}\n{LAX}")
        assert (policy.origin.state, policy.serial) == ("signed", serial)
        assert policy.allow_any_place


def test_one_without_a_number_is_the_oldest(put):
    assert put(LAX).origin.believed  # nothing newer was followed
    remember(1)
    policy = put(LAX)
    assert (policy.origin.state, is_strict(policy)) == ("older", True)


SLIPS = {
    "serial = -1": "range",
    'serial = "9"': "not-int",
    "serial = 99999999999": "range",
    "serail = 9": "unknown",
    "serial: 9": "syntax",
    "serial = 9\nserial = 10": "twice",
    "[center]\nserial = 9": "place",
}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_in_its_number_is_told_as_that_slip_and_nothing_of_it_counts(put, line):
    text = f"lock_minuts = 3\n{LAX}{line}\n"
    assert put(text).origin.believed  # nothing newer was followed
    remember(1)
    policy = put(text)
    last = len(text.splitlines())
    assert (policy.origin.state, policy.origin.newest, is_strict(policy)) == ("misnumbered", 1, True)  # fmt: skip
    assert [(one.line, one.why) for one in policy.origin.faults] == [
        (last, SLIPS[line]),
        (last, "misnumbered"),
        (1, "unknown"),
    ]


def test_a_slip_in_its_number_behind_all_that_is_told_is_one_all_the_same(put):
    remember(1)
    policy = put("".join(f"nichts{at} = 1\n" for at in range(150)) + "serial = -1\n")
    assert policy.origin.state == "misnumbered"


def test_one_that_is_no_text_is_told_as_that(put):
    remember(1)
    put.file.write_bytes("serial = 9 # 녹두".encode("euc-kr"))
    sign(put.file, put.key)
    origin = read_policy().origin
    assert (origin.state, [one.why for one in origin.faults]) == ("misnumbered", ["encoding", "misnumbered"])  # fmt: skip


def test_what_else_is_off_in_an_older_one_is_told_too(put):
    remember(3)
    assert [one.why for one in put("serial = 2\nlock_minuts = 5\n").origin.faults] == ["older", "unknown"]  # fmt: skip


def test_taking_away_a_numbered_one_and_its_signers_loosens_nothing(put):
    remember(3)
    assert put("serial = 3\n").origin.sound
    put.file.unlink()
    assert read_policy().origin.state == "missing"
    put.file.with_name("policy.signers").unlink()
    policy = read_policy()
    assert (policy.origin.state, policy.origin.newest, is_strict(policy)) == ("gone", 3, True)  # fmt: skip


def test_a_file_that_is_named_by_hand_is_compared_with_nothing(put, tmp_path):
    remember(3)
    trial = tmp_path / "trial" / "policy.toml"
    trial.parent.mkdir()
    trial.write_text(f"serial = 1\n{LAX}")
    assert read_policy(trial).origin.state == "named"


def test_reading_raises_no_number_and_a_lower_one_lowers_none(put):
    put(f"serial = 9\n{LAX}")
    assert newest_seen() == 0
    for serial in (4, 2):
        remember(serial)
    assert newest_seen() == 4


@pytest.mark.parametrize("spoiled", [b"", b"-4\n", b"\xff", b"9" * 40, b"4 5\n", "４".encode()])  # fmt: skip
def test_what_cannot_be_read_says_nothing_and_is_written_anew(state, spoiled):
    state.mkdir()
    (state / "policy.newest").write_bytes(spoiled)
    assert newest_seen() == 0
    remember(5)
    assert newest_seen() == 5


def test_a_link_a_pipe_or_a_folder_in_its_place_is_none_of_ours(state, tmp_path):
    state.mkdir()
    file, other = state / "policy.newest", tmp_path / "other"
    other.write_text("9\n")
    file.symlink_to(other)
    assert newest_seen() == 0
    remember(5)
    assert (other.read_text(), newest_seen()) == ("9\n", 5)
    file.unlink()
    os.mkfifo(file)
    assert newest_seen() == 0  # and nobody waits for who writes into it
    file.unlink()
    file.mkdir()
    remember(6)  # cannot be kept, and nobody falls over it
    assert newest_seen() == 0
    assert [one.name for one in state.iterdir()] == [file.name]


def test_what_is_kept_is_this_accounts_alone_and_what_a_former_process_left_is_no_hindrance(state, tmp_path):  # fmt: skip
    remember(5)
    file = state / "policy.newest"
    assert [stat.S_IMODE(one.stat().st_mode) for one in (state, file)] == [0o700, 0o600]
    (state / f".policy.newest-{os.getpid()}").symlink_to(tmp_path / "elsewhere")
    remember(6)
    assert (newest_seen(), [one.name for one in state.iterdir()]) == (6, [file.name])
    assert not (tmp_path / "elsewhere").exists()


def test_the_folder_of_the_number_is_made_with_all_that_is_above_it(tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr(newest, "log_folder", lambda: tmp_path / "a" / "b" / "log")
    remember(5)
    assert newest_seen() == 5


def test_an_account_without_a_home_remembers_nothing_and_goes_on(monkeypatch):
    def homeless():
        raise RuntimeError

    monkeypatch.setattr(newest, "log_folder", homeless)
    remember(5)
    assert newest_seen() == 0
