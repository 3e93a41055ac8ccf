"""Killed in the middle of a merge, the same merge goes on and nothing is lost or doubled."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake.errors import Cancelled
from intake.ledger import joining
from intake.ledger.segment import to_jsonl
from intake.vault import FileKeyring, create_vault, open_vault
from tests.ledger.houses import House, Laptop, case, uid
from tests.vaults_at_hand import CHEAP, PASSPHRASE, POLICY

_CHILD = """
import os, signal, sys
from pathlib import Path
from intake.ledger import joining
from intake.ledger.segment import WireSegment
from intake.progress import Silent
from intake.vault import FileKeyring, open_vault
from tests.ledger.houses import House, Laptop
from tests.vaults_at_hand import PASSPHRASE

folder, steps, place = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
joining.OPS_AT_ONCE = 20
house = House(folder)
house.device("ana", "IC")
vault = open_vault(folder / "v", passphrase=PASSPHRASE, keyring=FileKeyring(folder / "keys"))
central = Laptop(house, "central", vault, "C1")
left = steps

def die(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

if place == "inside":
    central.mirror.apply = die
class Watch:
    def step(self, done, total, what):
        if place == "between" and what == "progress-merging":
            die()
segments = WireSegment.all_from_jsonl((folder / "changes.jsonl").read_bytes())
central.ledger.merge(segments, check_signer=house.check, authority=lambda claim: True, progress=Watch())
"""


@pytest.fixture
def town_on_disk(tmp_path: Path, town: House):
    ana = town.laptop("ana")
    with ana.vault.writing():
        for number in range(300):
            ana.say(
                case(number % 5), "note", uid("note", number % 70), text=f"말 {number}"
            )
    segments = ana.segments()
    (tmp_path / "changes.jsonl").write_bytes(to_jsonl(segments))
    create_vault(
        tmp_path / "v",
        passphrase=PASSPHRASE,
        counselor="central",
        keyring=FileKeyring(tmp_path / "keys"),
        policy=POLICY,
        cost=CHEAP,
    ).vault.close()
    return tmp_path, town, segments, ana.ledger.state_digest()


def _merge_and_die(folder: Path, steps: int, place: str) -> int:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(folder), str(steps), place],
        env=environment,
        capture_output=True,
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize(
    ("place", "steps"), [("between", (2, 5, 9)), ("inside", (1, 4, 2))]
)
def test_a_merge_killed_again_and_again_goes_on_and_ends_as_if_never_disturbed(
    town_on_disk, place, steps
):
    folder, town, segments, expected = town_on_disk
    for step in steps:
        assert _merge_and_die(folder, step, place) == -signal.SIGKILL
    vault = open_vault(
        folder / "v", passphrase=PASSPHRASE, keyring=FileKeyring(folder / "keys")
    )
    central = Laptop(town, "central", vault, "C1")
    try:
        held = central.rows("select count(*) from entry")[0][0]
        assert 0 < held < 300
        assert central.ledger.acks() == {}, "a half-folded segment is not acknowledged"
        report = central.merge(segments)
        assert report.new_entries == 300 - held
        assert central.ledger.state_digest() == expected
        assert central.ledger.acks() != {}
    finally:
        vault.close()


def test_cancelled_between_two_batches_the_same_merge_goes_on(town, monkeypatch):
    monkeypatch.setattr(joining, "OPS_AT_ONCE", 5)
    ana, central = town.laptop("ana"), town.laptop("central")
    for number in range(20):
        ana.say(case(1), "note", uid("note", number), text="말")
    segments = ana.segments()

    class Impatient:
        left = 3

        def step(self, done, total, what):
            self.left -= what == "progress-merging"
            if not self.left:
                raise Cancelled

    with pytest.raises(Cancelled):
        central.ledger.merge(
            segments,
            check_signer=town.check,
            authority=lambda c: True,
            progress=Impatient(),
        )
    held = len(central.mirror.rows)
    assert 0 < held < 20
    assert central.merge(segments).new_entries == 20 - held
    assert central.ledger.state_digest() == ana.ledger.state_digest()


def test_somebody_else_can_write_between_two_batches(town, monkeypatch):
    monkeypatch.setattr(joining, "OPS_AT_ONCE", 5)
    ana, central = town.laptop("ana"), town.laptop("central")
    for number in range(20):
        ana.say(case(1), "note", uid("note", number), text="말")

    class Typing:
        said = 0

        def step(self, done, total, what):
            if what == "progress-merging":
                self.said += 1
                central.say(case(2), "note", uid("own", self.said), text="자동 저장")

    typing = Typing()
    central.ledger.merge(
        ana.segments(),
        check_signer=town.check,
        authority=lambda c: True,
        progress=typing,
    )
    assert typing.said >= 4
    assert len(central.mirror.rows) == 20 + typing.said
