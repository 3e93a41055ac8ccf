"""A backup is there whole and checked, or not at all, wherever it was cut off."""

import concurrent.futures
import shutil

import pytest

from intake.backup import (
    Order,
    check_bytes,
    find_backup,
    make_backup,
    names_in,
    root_of,
)
from intake.backup.making import prune
from intake.backup.manifest import Manifest, read_manifest
from intake.backup.places import sweep
from intake.crypto import SigningKey
from intake.errors import BackupUnfit
from intake.ledger import DeviceSigner
from intake.progress import Silent
from intake.vault import FileKeyring
from tests import dividing
from tests.vaults_at_hand import a_vault

KILLS = 14


@pytest.fixture
def vault(tmp_path):
    opened = a_vault(tmp_path / "vault", FileKeyring(tmp_path / "secrets")).vault
    home = tmp_path / "vault" / "attachments" / "aa"
    home.mkdir(parents=True)
    for name in ("one", "two"):
        (home / f"{name}.age").write_bytes(name.encode() * 50_000)
    opened.keep_secret("weight", bytes(range(256)) * 4_000)
    yield opened
    opened.close()


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def order(vault, place, keep=3, now=1_800_000_000_000):
    device = DeviceSigner(SigningKey.generate(), None, vault.device_id, "IC")
    return Order(vault, device, place, keep, now)


def worker(tmp_path, place, *said):
    folders = (tmp_path / "vault", tmp_path / "secrets", place)
    script = "from tests.backup.worker import main; main()"
    return dividing.run(script, *folders, *said, loads="tests.backup.worker")


def all_good(root):
    for name in names_in(root):
        check_bytes(find_backup(root / name), Silent())
    return len(names_in(root))


def test_killed_at_any_step_what_has_a_name_is_whole(vault, tmp_path, place):
    identity = vault.id
    vault.close()
    counted = worker(tmp_path, place, "count")
    assert counted.returncode == 0, counted.stderr
    steps = int(counted.stdout.split()[0])
    root = root_of(place, identity)
    died = 0
    for turn in range(KILLS):
        ended = worker(tmp_path, place, "die", 1 + steps * turn // KILLS)
        assert ended.returncode in {-9, 0}, ended.stderr
        died += ended.returncode == -9
        assert all_good(root) >= 1
    assert died > KILLS // 2  # attachments that lie there already take fewer steps
    sweep(root)
    last = worker(tmp_path, place, "count")
    assert last.returncode == 0
    assert all_good(root) <= 3
    assert not list(root.glob("*.part"))


@pytest.mark.parametrize("most", [1_000, 100_000, 600_000])
def test_on_a_full_stick_a_sentence_and_nothing_half(vault, tmp_path, place, most):
    identity = vault.id
    vault.close()
    full = worker(tmp_path, place, "full", most)
    assert full.stdout.strip() == "err-no-room", full.stderr
    assert not names_in(root_of(place, identity))
    assert not list(root_of(place, identity).glob("*"))


def test_the_writer_goes_on_while_a_backup_is_made(vault, place):
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        job = beside.submit(make_backup, order(vault, place), Silent())
        saves = 0
        while not job.done() or not saves:
            vault.keep_fact("count", str(saves))
            saves += 1
    assert vault.fact("count") == str(saves - 1)
    check_bytes(find_backup(job.result().folder), Silent())


def test_a_clock_that_went_back_makes_no_backup_older(vault, place):
    first = make_backup(order(vault, place, now=1_900_000_000_000), Silent())
    second = make_backup(order(vault, place, now=0), Silent())
    root = first.folder.parent
    assert names_in(root) == (second.about.name, first.about.name)
    assert prune(root, 1) == (first.about.name,)


def test_pruning_never_takes_the_last_one(vault, place):
    made = make_backup(order(vault, place), Silent())
    assert prune(made.folder.parent, 0) == ()
    assert made.folder.is_dir()


def test_attachments_go_when_no_backup_has_them(vault, place, tmp_path):
    first = make_backup(order(vault, place), Silent())
    shutil.rmtree(tmp_path / "vault" / "attachments")
    make_backup(order(vault, place), Silent())
    pool = first.folder.parent / "attachments"
    assert list(pool.rglob("*.age"))
    make_backup(order(vault, place, keep=2), Silent())
    assert not list(pool.rglob("*.age"))


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "/etc/passwd", "../attachments/../x", "vault.db-wal", "../attachments/a/../../b", "x/../vault.db"],
)  # fmt: skip
def test_a_list_names_nothing_outside(path):
    names = ("about.json", "vault.db", "vault.keys", "vault.keys.bak", path)
    data = Manifest(dict.fromkeys(names, "0" * 64)).to_bytes()
    with pytest.raises(BackupUnfit):
        read_manifest(data)


def test_a_list_reads_back_as_it_was_written():
    names = ("about.json", "vault.db", "vault.keys", "vault.keys.bak", "../attachments/ab/c0.age")  # fmt: skip
    written = Manifest({name: f"{n:064x}" for n, name in enumerate(names)})
    assert read_manifest(written.to_bytes()) == written
