"""Bytes that are not what was written are named; what can still be read is saved."""

from contextlib import closing

import pytest

from intake.errors import AlreadyOpen, DamagedVault, TooNew
from intake.vault import export_key, open_vault, peek_vault, salvage_vault
from intake.vault.connection import connect
from intake.vault.migrate import steps
from tests.vault.cuts import Dice
from tests.vaults_at_hand import PASSPHRASE

PAGE = 4096
ROWS = 3_000
FLIPS = 60


@pytest.fixture
def key(vault, keyring):
    return bytearray.fromhex(
        export_key(vault, passphrase=PASSPHRASE, keyring=keyring).decode()
    )


@pytest.fixture
def filled(vault, key):
    """A closed vault with many drafts (numbered rows) and many facts (keyed rows)."""
    with vault.writing() as db:
        db.executemany(
            "INSERT INTO name(id, name) VALUES (?, ?)",
            ((n, f"entity/{n} " + "가" * 60) for n in range(1, ROWS + 1)),
        )
        db.executemany(
            "INSERT INTO fact(name, text) VALUES (?, ?)",
            ((f"{n:05}", "나" * 60) for n in range(ROWS)),
        )
    vault.close()
    return vault.folder


def flip(path, bit):
    with path.open("r+b") as file:
        file.seek(bit // 8)
        (byte,) = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def opened(folder, keyring):
    return open_vault(folder, passphrase=PASSPHRASE, keyring=keyring)


@pytest.fixture
def damage(filled, key):
    """Damage a leaf page of a table, found as one finds it: by what no longer reads."""

    def damage_(table, part):
        path = filled / "vault.db"
        pages = path.stat().st_size // PAGE
        for page in range(int(pages * part), pages):
            flip(path, ((page - 1) * PAGE + 2_000) * 8)
            whole, first = f"SELECT * FROM {table}", f"SELECT * FROM {table} LIMIT 1"
            if not reads(whole) and reads(
                first
            ):  # no inner page, and none of the schema
                return
            flip(path, ((page - 1) * PAGE + 2_000) * 8)
        raise AssertionError

    def reads(sql):
        try:
            with closing(connect(filled / "vault.db", key, cache_kib=1024)) as db:
                db.all(sql)
        except DamagedVault:
            return False
        return True

    return damage_


def test_sixty_single_wrong_bits_are_all_named_by_page(filled, keyring):
    path, dice = filled / "vault.db", Dice("flips")
    size = path.stat().st_size
    vault = opened(filled, keyring)
    named = 0
    for _ in range(FLIPS):
        bit = dice.throw((size - 16) * 8) + 16 * 8  # the first 16 bytes are the salt
        flip(path, bit)
        report = vault.verify()
        named += report.pages == (bit // 8 // PAGE + 1,)
        assert not report.sound
        flip(path, bit)
    vault.close()
    again = opened(
        filled, keyring
    )  # a connection that met a bad page may go on failing
    assert again.verify().sound
    again.close()
    print(f"flips {FLIPS}, named {named}")
    assert named == FLIPS


def test_several_damaged_pages_are_all_named(filled, keyring):
    vault = opened(filled, keyring)
    for page in (9, 20, 21):
        flip(filled / "vault.db", ((page - 1) * PAGE + 77) * 8)
    report = vault.verify()
    vault.close()
    assert report.pages == (9, 20, 21)


def test_a_zeroed_salt_still_opens_for_the_key_file_keeps_it(filled, keyring):
    with (filled / "vault.db").open("r+b") as file:
        file.write(bytes(16))
    vault = opened(filled, keyring)
    with vault.reading() as db:
        assert db.one("SELECT count(*) FROM name") == (ROWS,)
    vault.close()


def test_a_damaged_page_costs_its_own_rows_and_no_others(
    filled, keyring, tmp_path, damage
):
    damage("name", 0.25)
    saved = {
        one.table: one
        for one in salvage_vault(
            filled, tmp_path / "new", passphrase=PASSPHRASE, keyring=keyring
        )
    }
    assert not saved["name"].whole
    assert ROWS - 60 <= saved["name"].rows < ROWS
    assert saved["fact"].whole
    assert saved["fact"].rows >= ROWS
    vault = opened(tmp_path / "new", keyring)
    assert vault.verify().sound
    with vault.reading() as db:
        assert db.one("SELECT name FROM name WHERE id = 1") == (
            "entity/1 " + "가" * 60,
        )
    vault.close()


def test_a_table_without_numbers_is_saved_from_both_ends(
    filled, keyring, tmp_path, damage
):
    damage("fact", 0.8)
    saved = {
        one.table: one
        for one in salvage_vault(
            filled, tmp_path / "new", passphrase=PASSPHRASE, keyring=keyring
        )
    }
    assert not saved["fact"].whole
    assert ROWS - 100 <= saved["fact"].rows < ROWS + 10
    assert saved["name"].whole
    vault = opened(tmp_path / "new", keyring)
    assert vault.fact("00000") == vault.fact(f"{ROWS - 1:05}") == "나" * 60
    vault.close()


def test_salvaging_leaves_the_damaged_file_as_it_is(filled, keyring, tmp_path, damage):
    damage("name", 0.25)
    before = (filled / "vault.db").read_bytes()
    salvage_vault(filled, tmp_path / "new", passphrase=PASSPHRASE, keyring=keyring)
    assert (filled / "vault.db").read_bytes() == before


def test_a_damaged_first_page_opens_nowhere_and_says_so(filled, keyring, tmp_path):
    flip(filled / "vault.db", 1_000 * 8)
    for attempt in (
        lambda: opened(filled, keyring),
        lambda: salvage_vault(
            filled, tmp_path / "new", passphrase=PASSPHRASE, keyring=keyring
        ),
    ):
        with pytest.raises(DamagedVault):
            attempt()
    assert peek_vault(tmp_path / "new") is None


def test_salvage_goes_over_no_vault_and_into_no_newer_one(filled, keyring, tmp_path):
    with pytest.raises(AlreadyOpen):
        salvage_vault(filled, filled, passphrase=PASSPHRASE, keyring=keyring)
    vault = opened(filled, keyring)
    with vault.lane_for_migration() as db:
        db.execute(f"PRAGMA user_version={steps()[-1][0] + 1}")
    vault.close()
    with pytest.raises(TooNew):
        salvage_vault(filled, tmp_path / "new", passphrase=PASSPHRASE, keyring=keyring)
