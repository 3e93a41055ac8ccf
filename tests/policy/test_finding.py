"""Which policy counts: who may have written it and who signed it, with the stock tool."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from intake.errors import InvalidInput, PolicyForbids
from intake.policy import (
    Policy,
    bounds_of,
    check_setting,
    finding,
    policy_file,
    read_policy,
    read_setting,
)
from intake.policy.owners import only_administrators_write
from intake.policy.owners_windows import is_fine

SAYS = "lock_minutes_most = 15\nallow_any_place = true\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "policy.toml"
    path.write_text(SAYS)
    return path


@pytest.fixture
def system(file, monkeypatch):
    monkeypatch.setattr(finding, "_system_file", lambda: file)
    return file


def make_key(folder, name="it"):
    key = folder / name
    tool = shutil.which("ssh-keygen")
    subprocess.run([tool, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", key], check=True)  # fmt: skip
    return key


def let_sign(file, key, before="policy@ieum.example "):
    public = key.with_suffix(".pub").read_text()
    file.with_name("policy.signers").write_text(f"# of IT\n{before}{public}")


def sign(file, key, namespace="intake-policy@v1"):
    file.with_name("policy.toml.sig").unlink(missing_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", key, file], check=True, capture_output=True)  # fmt: skip


def is_strict(policy):
    return (policy.lock_minutes_most, policy.allow_any_place, policy.drives_allowed) == (10, False, ())  # fmt: skip


def test_no_policy_and_no_signers_leaves_what_the_program_brings(tmp_path):
    policy = read_policy(tmp_path / "policy.toml")
    assert policy == Policy()
    assert (policy.origin.state, policy.origin.sound) == ("build", True)


def test_what_a_known_key_signed_counts_and_the_stock_tool_says_the_same(file):
    key = make_key(file.parent)
    let_sign(file, key, 'policy@ieum.example namespaces="intake-policy@v1" ')
    sign(file, key)
    policy = read_policy(file)
    assert (policy.lock_minutes_most, policy.origin.state) == (15, "signed")
    told = subprocess.run(["ssh-keygen", "-l", "-f", key], capture_output=True, text=True, check=True)  # fmt: skip
    assert policy.origin.signed_by in told.stdout
    check = ["ssh-keygen", "-Y", "verify", "-n", "intake-policy@v1", "-I", "policy@ieum.example"]  # fmt: skip
    with file.open("rb") as said:
        subprocess.run([*check, "-f", file.with_name("policy.signers"), "-s", f"{file}.sig"], stdin=said, check=True, capture_output=True)  # fmt: skip


def test_where_signers_are_known_nothing_else_is_believed(file):
    key, other = make_key(file.parent), make_key(file.parent, "other")
    let_sign(file, key)
    assert (read_policy(file).origin.state, is_strict(read_policy(file))) == ("unsigned", True)  # fmt: skip
    sign(file, other)
    assert (read_policy(file).origin.state, is_strict(read_policy(file))) == ("stranger", True)  # fmt: skip
    sign(file, key, namespace="intake-release@v1")
    assert read_policy(file).origin.state == "forged"
    sign(file, key)
    file.write_text(SAYS + "# one more word\n")
    assert (read_policy(file).origin.state, is_strict(read_policy(file))) == ("forged", True)  # fmt: skip
    file.unlink()
    assert (read_policy(file).origin.state, is_strict(read_policy(file))) == ("missing", True)  # fmt: skip


@pytest.mark.parametrize(
    "before",
    [
        "release@ieum.example ",
        'policy@ieum.example namespaces="intake-release@v1" ',
        'policy@ieum.example valid-before="20200101" ',
        "policy@ieum.example cert-authority ",
    ],
)
def test_a_signer_with_another_restriction_signs_no_policy(file, before):
    key = make_key(file.parent)
    let_sign(file, key, before)
    sign(file, key)
    assert read_policy(file).origin.state == "stranger"


def test_a_signed_policy_with_a_slip_counts_but_for_that_line(file):
    key = make_key(file.parent)
    file.write_text(SAYS + "roster_dais = 300\n")
    let_sign(file, key)
    sign(file, key)
    policy = read_policy(file)
    assert (policy.lock_minutes_most, policy.roster_days) == (15, 90)
    assert (policy.origin.believed, policy.origin.sound) == (True, False)
    assert policy.origin.faults[0].line == 3


def test_without_signers_it_counts_only_if_nobody_else_can_write_it(system):
    assert only_administrators_write(Path("/etc/passwd"))
    assert not only_administrators_write(system)  # somebody else's folder lies above
    policy = read_policy()
    assert (policy.origin.state, is_strict(policy)) == ("open", True)


def test_on_windows_a_right_to_write_is_only_for_administrators():
    users, administrators, reads, changes = "S-1-5-32-545", "S-1-5-32-544", 0x1200A9, 0x1301BF  # fmt: skip
    assert is_fine(users, reads)
    assert is_fine(administrators, 0x1F01FF)
    assert not is_fine(users, changes)
    for right in (
        0x2,
        0x4,
        0x40,
        0x100,
        0x10000,
        0x40000,
        0x80000,
        0x10000000,
        0x40000000,
    ):
        assert not is_fine(users, right)


def test_signers_that_anybody_can_write_are_no_signers(system):
    key = make_key(system.parent)
    let_sign(system, key)
    sign(system, key)
    assert read_policy().origin.state == "open"


def test_a_policy_that_cannot_be_read_leaves_every_value_strict(tmp_path):
    folder = tmp_path / "policy.toml"
    folder.mkdir()
    policy = read_policy(folder)
    assert (policy.origin.state, is_strict(policy)) == ("unreadable", True)


def test_the_environment_names_a_policy_only_for_a_trial(file, tmp_path, monkeypatch):
    monkeypatch.setenv("IEUM_POLICY", str(file))
    assert policy_file() == file
    assert read_policy().origin.state == "named"
    app = tmp_path / "app/intake/policy"
    app.mkdir(parents=True)
    monkeypatch.setattr(finding, "__file__", str(app / "finding.py"))
    build = tmp_path / "BUILD.json"
    for channel, counts in (("development", True), ("release", False)):
        build.write_text(json.dumps({"channel": channel}))
        assert (policy_file() == file) == counts
    build.write_text("{")
    assert policy_file() != file


def test_a_build_that_cannot_say_what_it_is_for_is_no_trial(file, tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setenv("IEUM_POLICY", str(file))
    app = tmp_path / "app/intake/policy"
    app.mkdir(parents=True)
    monkeypatch.setattr(finding, "__file__", str(app / "finding.py"))
    build = tmp_path / "BUILD.json"
    assert policy_file() == file  # a checkout that happens to be called app
    for said in ("{}", "[]", "7", '{"channel": "releases"}'):
        build.write_text(said)
        assert policy_file() == Path("/etc/ieum/policy.toml")
    build.write_text('{"channel": "release"}')
    monkeypatch.setattr(finding, "__file__", str(tmp_path / "src/intake/policy/finding.py"))  # fmt: skip
    assert policy_file() == file  # a checkout below the folder of a build


def test_the_signers_a_build_brings_count_where_none_lie_beside_the_policy(system, tmp_path, monkeypatch):  # fmt: skip
    key = make_key(tmp_path)
    let_sign(system, key)
    sign(system, key)
    beside, baked = system.with_name("policy.signers"), tmp_path / "build/app/resources/trust"  # fmt: skip
    baked.mkdir(parents=True)
    signers = beside.rename(baked / "policy.signers")
    monkeypatch.setattr(finding, "__file__", str(tmp_path / "build/app/intake/policy/finding.py"))  # fmt: skip
    assert finding.signers_of(system) == signers
    # who may write the program's own folder is for the list of files to find out
    assert read_policy().origin.state == "signed"
    beside.write_text("")
    assert read_policy().origin.state == "open"  # those beside it come first


def test_a_folder_that_cannot_be_looked_into_names_no_signers():
    assert finding.signers_of(Path("/") / ("x" * 300) / "policy.toml") is None


def test_a_person_sets_within_what_it_allows():
    policy = Policy(lock_minutes=7, lock_minutes_most=15, log_years_least=5, allow_metered=False)  # fmt: skip
    assert read_setting(policy, "lock_minutes", None) == 7
    assert read_setting(policy, "lock_minutes", "12") == 12
    assert read_setting(policy, "lock_minutes", "30") == 15  # chosen before IT said so
    assert read_setting(policy, "log_years", None) == 5
    assert read_setting(policy, "sync_metered", "true") is False
    assert bounds_of(policy, "lock_minutes") == (1, 15)
    assert check_setting(policy, "lock_minutes", 15) == 15
    assert check_setting(policy, "lock_minutes", 1) == 1
    assert check_setting(policy, "sync_metered", False) is False
    for name, value, bounds in (
        ("lock_minutes", 16, {"low": 1, "high": 15}),
        ("log_years", 4, {"low": 5, "high": 30}),
        ("sync_metered", True, {}),
    ):
        with pytest.raises(PolicyForbids) as forbidden:
            check_setting(policy, name, value)
        assert forbidden.value.facts == {"what": "setting", "name": name, **bounds}
    with pytest.raises(InvalidInput):
        check_setting(policy, "lock_minutes", 0)


def test_what_it_does_not_bound_is_as_a_person_set_it():
    assert read_setting(Policy(), "scale", "125") == 125
    assert check_setting(Policy(), "scale", 150) == 150
    assert read_setting(Policy(), "sync_metered", "true") is True
    assert check_setting(Policy(), "sync_metered", True) is True


def test_signers_and_signatures_that_are_no_text_sign_nothing(file):
    key = make_key(file.parent)
    let_sign(file, key)
    sign(file, key)
    signature, signers = file.with_name("policy.toml.sig"), file.with_name("policy.signers")  # fmt: skip
    said = signature.read_bytes()
    signature.write_bytes(said.replace(b"SSH", "서명".encode(), 1))
    assert read_policy(file).origin.state == "unsigned"
    signature.write_bytes(said)
    signers.write_bytes(b"\xff\xfe" + signers.read_bytes())
    assert read_policy(file).origin.state == "stranger"
    signers.chmod(0)  # root reads it all the same, and finds no text
    assert read_policy(file).origin.state == "stranger"


def test_signers_with_the_mark_that_windows_puts_before_a_text_are_read(file):
    key = make_key(file.parent)
    let_sign(file, key)
    signers = file.with_name("policy.signers")
    signers.write_bytes(b"\xef\xbb\xbf" + signers.read_bytes().partition(b"\n")[2])
    sign(file, key)
    assert read_policy(file).origin.state == "signed"
