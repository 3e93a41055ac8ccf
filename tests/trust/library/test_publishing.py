"""What the central desk signs, and how a place gets it."""

import pytest

from intake.crypto import Passphrase, SigningKey, seal_bytes
from intake.errors import (
    Altered,
    Cut,
    IntakeError,
    InvalidInput,
    LibraryRefused,
    Malformed,
    NotForUs,
    NotFound,
)
from intake.trust import library as lib
from tests.trust.library.shelves import DAY, NOW, Desk, Stick, look

CARD = "roster/c1.card"


def words(text="세 사람이 가진 열쇠 하나"):
    return Passphrase(text, work=4)


def test_the_timestamp_is_laid_last_and_targets_before_what_names_them():
    order = Desk().publish(CARD, b"one").stick().order
    roles = [name.split("/")[0] if "targets/" in name else name.split(".")[-2].rpartition("/")[2] for name in order]  # fmt: skip
    assert roles == ["targets", "root", "targets", "snapshot", "timestamp"]


def test_laying_again_writes_nothing():
    desk = Desk().publish(CARD, b"one")
    stick = desk.stick()
    assert lib.lay(desk.library, stick) == 0


def test_a_place_is_sound_wherever_the_copying_stopped():
    desk = Desk().publish(CARD, b"one")
    before = desk.stick()
    _, kept = look(before, desk.bootstrap)
    desk.publish(CARD, b"two").rotate()
    steps = list(lib.laid_out(desk.library))
    for stop in range(len(steps)):
        stick = before.copy()
        for name, data in steps[:stop]:
            stick.write_paper(name, data)
        reading = lib.Reading(stick, kept, NOW)
        try:
            reading.refresh()
        except IntakeError:  # the new root is there, the timestamp it wants is not
            assert lib.versions(reading.kept)["root"] == 2
        assert lib.fetched(stick, lib.listed(reading.kept)[0]) == b"one"
    for name, data in steps:
        stick.write_paper(name, data)
    assert look(stick, kept)[0] == "new"


def test_a_torn_file_on_a_place_is_written_again():
    desk = Desk().publish(CARD, b"one")
    stick = desk.stick()
    torn = next(name for name in stick.files if "snapshot" in name)
    stick.files[torn] = stick.files[torn][:100]
    assert lib.lay(desk.library, stick) == 1
    assert look(stick, desk.bootstrap)[0] == "new"


def test_a_desk_restored_from_an_older_copy_overwrites_nothing():
    desk = Desk().publish(CARD, b"one")
    copy = desk.library
    stick = desk.publish(CARD, b"two").stick()
    before = dict(stick.files)
    with pytest.raises(LibraryRefused):
        lib.lay(copy, stick)
    assert stick.files == before


def test_what_a_stranger_left_under_our_names_is_replaced():
    desk = Desk().publish(CARD, b"one")
    stick = Desk().publish(CARD, b"bad").publish(CARD, b"worse").stick()
    lib.lay(desk.library, stick)
    assert look(stick, desk.bootstrap)[0] == "new"


def test_what_was_taken_out_is_not_listed_any_more():
    desk = Desk().publish(CARD, b"one")
    desk.library = lib.withdrawn(desk.library, desk.working, CARD, NOW)
    assert lib.listed(look(desk.stick(), desk.bootstrap)[1]) == ()
    with pytest.raises(NotFound):
        lib.withdrawn(desk.library, desk.working, CARD, NOW)


def test_signing_anew_makes_the_same_count_as_fresh_for_longer():
    desk = Desk().publish(CARD, b"one")
    before = lib.until_ms(desk.library.kept)
    assert before == NOW // 1000 * 1000 + 180 * DAY
    desk.library = lib.renewed(desk.library, desk.working, NOW + 170 * DAY)
    assert lib.until_ms(desk.library.kept) == before + 170 * DAY
    assert look(desk.stick(), desk.bootstrap, NOW + 300 * DAY)[0] == "new"


@pytest.mark.parametrize("path", ["card", "roster/../x", "roster/A", "Roster/a", "/a", "roster/a/b", "roster/", "roster/.a"])  # fmt: skip
def test_no_other_name_is_published(path):
    with pytest.raises(InvalidInput):
        Desk().publish(path, b"")


@pytest.mark.parametrize("name", ["vault.db", "targets/roster/c1.card", "metadata/timestamp.json/", "metadata/0.root.json", "metadata/2.root.sig", "../metadata/timestamp.json", "targets/x/../../y"])  # fmt: skip
def test_no_other_file_is_a_paper(name):
    assert not lib.is_paper(name)


def test_two_root_keys_of_three_change_who_may_publish():
    desk = Desk()
    former = desk.roots
    for two in ([0, 1], [0, 2], [1, 2]):
        desk.rotate(by=[former[one] for one in two])
    assert look(desk.stick(), desk.bootstrap)[0] == "new"


def test_one_root_key_or_a_stranger_beside_it_changes_nothing():
    desk = Desk()
    for by in ([], desk.roots[:1], [desk.roots[0]] * 2, [desk.roots[0], SigningKey.generate()]):  # fmt: skip
        with pytest.raises(InvalidInput):
            desk.rotate(by=by)


def test_a_library_wants_three_different_root_keys():
    key = SigningKey.generate()
    for roots in ([key], [key, key, SigningKey.generate()]):
        with pytest.raises(InvalidInput):
            lib.found(roots, lib.Working.generate(), NOW)


def test_a_root_key_lies_in_a_file_that_only_its_passphrase_opens():
    key = SigningKey.generate()
    file = lib.root_key_file(key, words())
    assert lib.open_root_key(file, words()).seed == key.seed
    assert key.seed.hex().encode() not in file
    with pytest.raises(NotForUs):
        lib.open_root_key(file, words("다른 말"))
    with pytest.raises((Cut, Altered)):
        lib.open_root_key(file[:-1], words())


def test_another_sealed_file_is_no_root_key():
    for inside in (b"", b"[]", b"{}", b'{"format":"x","public":"","seed":"00"}'):
        with pytest.raises(Malformed):
            lib.open_root_key(seal_bytes(inside, [words()]), words())


def test_working_keys_come_back_from_their_bytes():
    working = lib.Working.generate()
    assert lib.Working.read(working.data) == working
    assert "seed" not in repr(working)


def test_an_empty_stick_is_a_place_like_any_other():
    assert lib.lay(Desk().library, Stick()) == 4
