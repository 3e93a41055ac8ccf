"""A build is what its signed list says: every way to differ is told, and stock tools agree."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.crypto import SigningKey, fingerprint, sign
from intake.crypto.spoken import public_line
from intake.errors import Cancelled, ProgramAltered
from intake.progress import Silent
from intake.release import files
from intake.release.files import (
    LIST,
    NAMESPACE,
    PRINCIPAL,
    SIGNATURE,
    look_through,
    prove,
    read_list,
    signers_of,
)

KEY = SigningKey.generate()
FILES = {
    "BUILD.json": "{}",
    "ieum": "#!/bin/sh\n",
    "app/start.py": "print()\n",
    "app/intake/errors.py": "# 오류\n",
    "runtime/lib/이름.so": "elf",
}


def listed(folder):
    """Write and sign the list of a folder by stock tools and our own key."""
    every = sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())
    every = [name for name in every if name not in (LIST, SIGNATURE)]
    done = subprocess.run(
        ["sha256sum", "--", *every], cwd=folder, check=True, capture_output=True
    )
    (folder / LIST).write_bytes(done.stdout)
    (folder / SIGNATURE).write_text(sign(NAMESPACE, done.stdout, KEY))


@pytest.fixture
def build(tmp_path):
    """A small signed build."""
    folder = tmp_path / "ieum"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    signers = signers_of(folder)
    signers.parent.mkdir(parents=True)
    signers.write_text(
        f'{PRINCIPAL} namespaces="{NAMESPACE}" {public_line(KEY.public)}\n'
    )
    listed(folder)
    return folder


def seen(build):
    return look_through(build, signers_of(build))


def test_a_build_that_is_as_it_was_signed_is_whole(build):
    found = prove(build, signers_of(build))
    assert found.whole
    assert found.signed_by == fingerprint(KEY.public)
    assert found.files == len(FILES) + 1
    assert found.size == sum(
        (build / name).stat().st_size for name in read_list((build / LIST).read_bytes())
    )


def test_of_many_files_every_changed_one_is_told_in_its_order(build):
    (build / "many").mkdir()
    for n in range(200):
        (build / f"many/{n:03}").write_bytes(bytes([n]))
    listed(build)
    wrong = tuple(f"many/{n:03}" for n in range(200))
    for name in wrong:
        (build / name).write_bytes(b"other")
    assert seen(build).changed == wrong


def test_a_look_that_is_cancelled_ends(build):
    class Impatient(Silent):
        def step(self, _done, _total, _what):
            raise Cancelled

    with pytest.raises(Cancelled):
        look_through(build, signers_of(build), Impatient())


def test_stock_tools_say_the_same(build):
    subprocess.run(["sha256sum", "--check", "--strict", LIST], cwd=build, check=True, capture_output=True)  # fmt: skip
    with (build / LIST).open("rb") as said:
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", signers_of(build), "-I", PRINCIPAL, "-n", NAMESPACE, "-s", build / SIGNATURE],
            stdin=said, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_flipped_byte_is_told_by_name(build):
    data = bytearray((build / "app/start.py").read_bytes())
    data[0] ^= 1
    (build / "app/start.py").write_bytes(data)
    assert seen(build).changed == ("app/start.py",)
    with pytest.raises(ProgramAltered) as told:
        prove(build, signers_of(build))
    assert told.value.facts == {"why": "files", "files": 1, "first": "app/start.py"}


def test_what_is_missing_and_what_was_laid_in_between_are_told(build):
    (build / "ieum").unlink()
    (build / "app/evil.pth").write_text("import os")
    found = seen(build)
    assert (found.missing, found.extra, found.changed) == (
        ("ieum",),
        ("app/evil.pth",),
        (),
    )


def test_a_link_is_not_the_file_it_leads_to(build):
    (build / "app/start.py").rename(build.parent / "start.py")
    (build / "app/start.py").symlink_to(build.parent / "start.py")
    (build / "app/more").symlink_to(build.parent)
    found = seen(build)
    assert found.changed == ("app/start.py",)
    assert found.extra == ("app/more",)


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (lambda build: (build / LIST).unlink(), "no-list"),
        (lambda build: (build / LIST).write_text("ffff  x\n"), "no-list"),
        (lambda build: (build / SIGNATURE).unlink(), "no-signature"),
        (lambda build: signers_of(build).unlink(), "no-signers"),
        (lambda build: (build / SIGNATURE).write_text("x"), "bad-signature"),
        (
            lambda build: (build / LIST).write_bytes(
                (build / LIST).read_bytes().replace(b"a", b"b")
            ),
            "bad-signature",
        ),
    ],
)
def test_a_list_that_nobody_stands_for_is_not_believed(build, harm, why):
    harm(build)
    assert seen(build).why == why
    assert not seen(build).whole


def test_the_list_of_another_key_or_for_another_purpose_is_not_believed(build):
    said = (build / LIST).read_bytes()
    (build / SIGNATURE).write_text(sign(NAMESPACE, said, SigningKey.generate()))
    assert seen(build).why == "unknown-key"
    (build / SIGNATURE).write_text(sign("intake-bundle@v1", said, KEY))
    assert seen(build).why == "bad-signature"


def test_a_signer_of_something_else_signs_no_release(build):
    line = public_line(KEY.public)
    signers_of(build).write_text(f'{PRINCIPAL} namespaces="file" {line}\nother@ieum.example {line}\n')  # fmt: skip
    listed(build)
    assert seen(build).why == "unknown-key"


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_of_lists_stumble(data):
    try:
        rows = read_list(data)
    except ValueError:
        return
    assert all(len(digest) == 64 for digest in rows.values())


@pytest.mark.parametrize("name", ["../x", "a/../x", "/etc/x", "a//x", "a\\x", "."])
def test_no_name_leads_outside(name):
    with pytest.raises(ValueError, match=r"^$"):
        read_list(f"{'0' * 64}  {name}\n".encode())


def test_a_name_stands_once_and_in_order():
    row = "0" * 64 + "  "
    for names in (("b", "a"), ("a", "a")):
        with pytest.raises(ValueError, match=r"^$"):
            read_list("".join(f"{row}{name}\n" for name in names).encode())


# --- how it is told ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("harm", "facts"),
    [
        (
            lambda build: (build / "ieum").unlink(),
            {"why": "files", "files": 1, "first": "ieum"},
        ),
        (
            lambda build: (build / "app/evil.pth").touch(),
            {"why": "files", "files": 1, "first": "app/evil.pth"},
        ),
        (
            lambda build: (build / LIST).unlink(),
            {"why": "no-list", "files": 0, "first": LIST},
        ),
        (
            lambda build: (build / SIGNATURE).unlink(),
            {"why": "no-signature", "files": 0, "first": LIST},
        ),
    ],
    ids=["missing", "extra", "no list", "unsigned"],
)
def test_any_one_of_them_refuses_the_program(build, harm, facts):
    harm(build)
    with pytest.raises(ProgramAltered) as told:
        prove(build, signers_of(build))
    assert told.value.facts == facts


def test_all_that_differs_is_counted_and_what_changed_is_named_first(build):
    (build / "app/start.py").write_bytes(b"x")
    (build / "ieum").unlink()
    for name in ("a", "b"):
        (build / name).touch()
    assert seen(build).different == 4
    with pytest.raises(ProgramAltered) as told:
        prove(build, signers_of(build))
    assert told.value.facts == {"why": "files", "files": 4, "first": "app/start.py"}


def test_whose_key_it_is_is_told_where_nobody_knows_it_too(build):
    other = SigningKey.generate()
    count = len(read_list((build / LIST).read_bytes()))
    (build / SIGNATURE).write_text(sign(NAMESPACE, (build / LIST).read_bytes(), other))
    found = seen(build)
    assert (found.why, found.signed_by, found.files) == ("unknown-key", fingerprint(other.public), count)  # fmt: skip


def test_a_folder_that_cannot_be_looked_into_is_told_as_that(build, monkeypatch):
    look, count = os.scandir, len(read_list((build / LIST).read_bytes()))

    def shut(place):
        if str(place).endswith("app"):
            raise PermissionError
        return look(place)

    monkeypatch.setattr(files.os, "scandir", shut)
    found = seen(build)
    assert (found.why, found.files, found.whole) == ("unreadable", count, False)
    assert found.signed_by == fingerprint(KEY.public)


def test_what_is_no_text_is_no_signature_and_no_signer(build):
    said = (build / SIGNATURE).read_bytes()
    (build / SIGNATURE).write_bytes(said + "서명".encode())
    assert seen(build).why == "no-signature"
    (build / SIGNATURE).write_bytes(said)
    signers_of(build).write_bytes(b"\xff\xfe")
    assert seen(build).why == "no-signers"


def test_a_list_is_as_long_as_may_be_and_ends_with_its_last_line(build, monkeypatch):
    data = (build / LIST).read_bytes()
    monkeypatch.setattr(files, "_LIMIT", len(data))
    assert seen(build).whole
    monkeypatch.setattr(files, "_LIMIT", len(data) - 1)
    assert seen(build).why == "no-list"
    monkeypatch.undo()
    for cut in (data[:-1], b"", data + b"\n"):
        with pytest.raises(ValueError, match=r"^$"):
            read_list(cut)


def test_a_file_that_breaks_off_while_it_is_read_is_told_and_none_stays_open(build, monkeypatch):  # fmt: skip
    read, handles = os.read, Path("/proc/self/fd")

    def breaks(handle, size):
        if (handles / str(handle)).readlink().name == "ieum":
            raise OSError(5, "Input/output error")
        return read(handle, size)

    monkeypatch.setattr(os, "read", breaks)
    before = len(list(handles.iterdir()))
    found = seen(build)
    assert (found.changed, found.missing, found.extra) == (("ieum",), (), ())
    assert len(list(handles.iterdir())) == before
