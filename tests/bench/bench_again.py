"""A frozen figure counted again at its position: against counting now, and against a whole rebuild.

The story's fifteen cases with their 10,744 actions are brought in at one desk; numbers are frozen;
then every case goes on. Peers of the same run: the same number counted now in the register, and
history, winners and register derived anew (``ledger.rebuild``), the only other way back.

    nice -n 10 python -m tests.bench.bench_again [--town FOLDER]
"""

import argparse
import json
import resource
import shutil
import time
from pathlib import Path

from intake.counting import RULES
from intake.desk import workspace as opening
from intake.desk.asking import chosen_of, period_of
from intake.desk.freezing import keep, proved
from intake.desk.views.figures import Asked
from intake.progress import Silent
from intake.vault import FileKeyring
from tests.desks_at_hand import a_desk, planted
from tests.stories import fifteen
from tests.vaults_at_hand import PASSPHRASE, POLICY, cheap_guessing

HERE = Asked("CENTER")


def timed(work):
    """Return how long something keeps a processor busy, and what it gives: others share this one."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def story(folder: Path):
    """The fifteen cases at one desk."""
    told = json.loads(Path("resources/samples/scenario.json").read_text("utf-8"))
    told["victims"] = [one | {"center": "IC"} for one in told["victims"]]
    desk = a_desk(folder / "v")
    fifteen.bring_in(desk, fifteen.files(told, "IC", folder))
    return desk


def frozen_together(desk, rules):
    """Freeze several numbers at one position, as a paper does."""
    rooms = desk._rooms
    with rooms.vault.one_moment():
        chosen = chosen_of(rooms, HERE)
        told = [proved(rooms, RULES[rule], chosen, period_of(HERE)) for rule in rules]
    return [keep(rooms, HERE, stamp, found.doubtful) for found, stamp in told]


def measured(desk) -> None:
    """Freeze, go on, count again; print what it costs."""
    wall, frozen = timed(lambda: frozen_together(desk, ("V1", "R1", "R2")))
    pieces = desk._rooms.register.find("position")
    print(f"frozen 3 figures in {wall:.2f} s; position {sum(len(one['told']) for one in pieces)} letters")  # fmt: skip
    for case in [row.id for row in desk._rooms.register.find("case")][:15]:
        planted(desk, "deletion_action", case, {"kind": "FIRST", "done_on": "2026-01-01"})  # fmt: skip
    now, proof = timed(lambda: desk.figures.proof("R1", HERE))
    print(f"counted now: {now:.2f} s ({proof.value})")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for figure in frozen:
        wall, again = timed(lambda figure=figure: desk.figures.again(figure))
        print(f"again {again.rule}: {wall:.2f} s = {wall / now:.1f} x now; {again.value} -> {again.counted} same={again.same}")  # fmt: skip
    wall, rows = timed(lambda: desk.figures.rows_then(frozen[1], 200, 0))
    print(f"its first {len(rows)} rows: {wall:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory: +{(peak - before) / 1024:.0f} MiB at the peak")
    wall, _ = timed(lambda: desk._rooms.ledger.rebuild(Silent()))
    print(f"whole rebuild (peer): {wall:.2f} s")


def main() -> None:
    """Measure."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--town", type=Path)
    told = asked.parse_args()
    folder = Path("build/bench/again")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with cheap_guessing():
        if told.town:
            keyring = FileKeyring(told.town.parent / "secrets")
            desk = opening.open_(told.town, PASSPHRASE, keyring=keyring, policy=POLICY)
        else:
            desk = story(folder)
        measured(desk)
        desk.close()


if __name__ == "__main__":
    main()
