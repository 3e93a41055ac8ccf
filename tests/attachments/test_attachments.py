"""Sealed files beside a vault: whole or not at all, opened by their own key only."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.attachments import GRACE_MS, WITHHELD, Attachments
from intake.crypto import PqIdentity
from intake.errors import DamagedAttachment, Malformed, NoRoom, NotFound, ReadOnlyPlace

NOW = 1_795_584_727_000


@pytest.fixture
def shelf(tmp_path):
    return Attachments(tmp_path)


def sealed(shelf, data=b"a letter", **said):
    with shelf.sealing(NOW, **said) as sealing:
        sealing.write(data)
        return sealing.keep()


def files(tmp_path):
    return sorted(path.name for path in tmp_path.rglob("*") if path.is_file())


@settings(max_examples=12)
@given(parts=st.lists(st.binary(max_size=90_000), max_size=3))
def test_what_is_sealed_comes_out_whole_and_lies_under_its_own_hash(parts, tmp_path_factory):  # fmt: skip
    folder = tmp_path_factory.mktemp("vault")
    shelf = Attachments(folder)
    with shelf.sealing(NOW) as sealing:
        for part in parts:
            sealing.write(part)
        slip = sealing.keep()
    (path,) = (folder / "attachments").iterdir()
    assert path.name == f"{slip.name}.age"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == slip.name
    assert slip.size == path.stat().st_size == shelf.size(slip.name)
    assert b"".join(shelf.read(slip.name, slip.key)) == b"".join(parts)


def test_every_file_has_a_key_of_its_own_and_the_key_shows_nowhere(shelf):
    one, two = sealed(shelf), sealed(shelf)
    assert one.name != two.name
    assert one.key not in repr(one)
    with pytest.raises(DamagedAttachment):
        list(shelf.read(one.name, two.key))


def test_left_without_keeping_nothing_remains(shelf, tmp_path):
    with shelf.sealing(NOW) as sealing:
        sealing.write(b"x" * 200_000)
    assert files(tmp_path) == []


@pytest.mark.parametrize("place", [0, -1, 2_000])
def test_a_changed_byte_is_noticed(place, shelf, tmp_path):
    slip = sealed(shelf, os.urandom(150_000))
    path = tmp_path / "attachments" / f"{slip.name}.age"
    data = bytearray(path.read_bytes())
    data[place] ^= 4
    path.write_bytes(data)
    with pytest.raises(DamagedAttachment) as caught:
        list(shelf.read(slip.name, slip.key))
    assert caught.value.facts == {"attachment": slip.name}


def test_a_cut_file_hands_out_no_false_end(shelf, tmp_path):
    slip = sealed(shelf, os.urandom(150_000))
    path = tmp_path / "attachments" / f"{slip.name}.age"
    path.write_bytes(path.read_bytes()[:-70_000])
    with pytest.raises(DamagedAttachment):
        list(shelf.read(slip.name, slip.key))


def test_what_never_travels_lies_where_the_exchange_does_not_look(shelf, tmp_path):
    slip = sealed(shelf, withheld=True)
    assert not list((tmp_path / "attachments").glob("*.age"))
    assert (tmp_path / "attachments" / WITHHELD / f"{slip.name}.age").is_file()
    assert shelf.has(slip.name)
    assert shelf.forget([slip.name]) == 1
    assert not shelf.has(slip.name)


def test_a_name_is_a_hash_and_nothing_else(shelf):
    for name in ("../vault", "", "a" * 63, "A" * 64, "/etc/passwd"):
        with pytest.raises(Malformed):
            shelf.has(name)


def test_a_link_is_not_a_sealed_file(shelf, tmp_path):
    slip = sealed(shelf)
    path = tmp_path / "attachments" / f"{slip.name}.age"
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotFound):
        list(shelf.read(slip.name, slip.key))


def test_only_what_nobody_names_goes_and_only_after_a_day(shelf, tmp_path):
    kept, lost = sealed(shelf), sealed(shelf, withheld=True)
    folder = tmp_path / "attachments"
    (folder / "x.part").write_bytes(b"half")
    now = max(path.stat().st_mtime_ns for path in folder.rglob("*.*")) // 1_000_000
    assert shelf.sweep([kept.name], now + GRACE_MS - 1000) == 0
    assert shelf.sweep([kept.name], now + GRACE_MS + 1000) == 2
    assert files(tmp_path) == [f"{kept.name}.age"]
    assert not shelf.has(lost.name)


def test_a_full_disk_and_a_closed_folder_are_told_apart(tmp_path, monkeypatch):
    (tmp_path / "attachments").write_bytes(b"a file where the folder should be")
    with pytest.raises(ReadOnlyPlace) as caught:
        Attachments(tmp_path).sealing(NOW)
    assert caught.value.facts == {"place": "attachments"}
    (tmp_path / "attachments").unlink()
    with (
        Path("/dev/full").open("wb", buffering=0) as full,
        Attachments(tmp_path).sealing(NOW) as sealing,
    ):
        monkeypatch.setattr(sealing._out, "out", full)
        with pytest.raises(NoRoom):
            sealing.write(bytes(200_000))
    assert files(tmp_path) == []


def test_a_sealed_file_is_an_age_file_for_a_key_a_quantum_computer_does_not_open(shelf, tmp_path):  # fmt: skip
    slip = sealed(shelf)
    head = (tmp_path / "attachments" / f"{slip.name}.age").read_bytes()[:80]
    assert head.startswith(b"age-encryption.org/v1\n-> mlkem768x25519 ")
    assert PqIdentity.parse(slip.key).text == slip.key
