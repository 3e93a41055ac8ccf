"""What the window costs a processor while nobody touches it, against a bare window of the same toolkit.

Each window is a process of its own, without a screen, all in the same minutes: what is counted is the
time a processor worked for it, so they may run beside each other. Ours is the whole program (timers,
sweeping, watching for sleep) on today's page of a center with some cases; rounds are set to every 3
minutes, ten times as often as they come. ``away`` is a WebDAV server that is not there: it is tried
five times in 15 seconds. ``here`` is one that is (rclone), with nothing new. A bare window does nothing
at all, so the ratios are to one with a line in which a cursor blinks.

    nice -n 10 python -m tests.bench.bench_idle [--seconds N] [--cases N]
"""

import argparse
import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.town import load
from tests.mailbox.servers import HERE, PASSWORD, USER, free_port, rclone_webdav

PLACE = Path("build/bench/idle")
WINDOWS = ("bare", "cursor", "no place", "away", "here")
_SETTLED_MS, _OFTEN = 20_000, 3


def worked() -> float:
    told = resource.getrusage(resource.RUSAGE_SELF)
    return told.ru_utime + told.ru_stime


def measured(seconds: int, rounds=lambda: 0) -> None:
    """Let the window settle, look at the clock, let it lie, look again; print, and leave."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - in the child

    before = []

    def end() -> None:
        told = {"worked": worked() - before[0], "seconds": time.monotonic() - before[1], "rounds": rounds() - before[2]}  # fmt: skip
        print(json.dumps(told), flush=True)
        os._exit(0)

    def begin() -> None:
        before.extend((worked(), time.monotonic(), rounds()))
        QTimer.singleShot(seconds * 1000, end)

    QTimer.singleShot(_SETTLED_MS, begin)


def bare(seconds: int, *, cursor: bool) -> None:
    """A window with nothing in it, or with a line in which a cursor blinks."""
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget  # noqa: PLC0415 - in the child # fmt: skip

    app = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    line = QLineEdit(window) if cursor else window
    window.show()
    window.activateWindow()
    line.setFocus()
    measured(seconds)
    app.exec()


def ours(folder: Path, seconds: int) -> None:
    """The program, with a workspace opened as its own screen opens it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - in the child

    from intake.text import texts  # noqa: PLC0415
    from tests.vaults_at_hand import PASSPHRASE, POLICY  # noqa: PLC0415
    from ui import theme  # noqa: PLC0415
    from ui.app import Program, Start, make_session  # noqa: PLC0415
    from ui.sweeping import Sweeping  # noqa: PLC0415
    from ui.syncing import rounds  # noqa: PLC0415

    went, real = [], rounds._round

    def counted(desk, progress, *, metered):
        told = real(desk, progress, metered=metered)
        went.append(told is not None)
        return told

    rounds._round = counted
    app = QApplication([])
    Sweeping(app)
    theme.prepare(app)
    theme.apply(app, "light")
    session = make_session(folder, texts, "ko")
    program = Program(app, Start(folder), session)
    looked = program._on_looked

    def there(desk) -> None:
        session.open(desk)
        session.go("today")
        measured(seconds, lambda: sum(went))

    def at_the_door(notice) -> None:
        looked(notice)
        session.enter(lambda door, progress: door.open_(folder, PASSPHRASE, progress, keyring=_keys(folder), policy=POLICY), there)  # fmt: skip

    program._on_looked = at_the_door
    program.open()
    program.window.resize(1280, 800)
    app.exec()


def _keys(folder: Path):
    from intake.vault import FileKeyring  # noqa: PLC0415 - in the child

    return FileKeyring(folder.with_name(f"{folder.name}-keys"))


def made(name: str, cases: int, url: str) -> Path:
    """Make a center with some cases and one place; return its folder."""
    from tests.desks_at_hand import a_desk, agreed, introduce  # noqa: PLC0415
    from tests.vaults_at_hand import cheap_guessing  # noqa: PLC0415

    folder = (PLACE / name.replace(" ", "-")).absolute()
    with cheap_guessing():
        desk = a_desk(folder, _keys(folder))
        central = a_desk(folder.with_name(f"{folder.name}-c0"), role="central", code="C0")  # fmt: skip
    introduce(desk, central)
    for step in ("central", "mailbox"):
        desk.setup.skip(step)
    for _ in range(cases):
        agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")
    desk._rooms.set_setting("lock_minutes", 30)
    desk._rooms.set_setting("sync_minutes", _OFTEN)
    if url:
        place = desk.places.add("webdav", "서버", url)
        desk.places.keep_secret(place, USER, PASSWORD)
        desk.sync.allow(place, "C0")
    desk.close()
    central.close()
    return folder


def main() -> None:
    """Print seconds of a processor by window, and ratios."""
    asking = argparse.ArgumentParser()
    asking.add_argument("--seconds", type=int, default=400)
    asking.add_argument("--cases", type=int, default=200)
    asking.add_argument("--child", nargs=2, default=())
    asked = asking.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if asked.child:
        name, folder = asked.child
        if name in {"bare", "cursor"}:
            bare(asked.seconds, cursor=name == "cursor")
        else:
            ours(Path(folder), asked.seconds)
        return
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    with rclone_webdav(PLACE.absolute() / "server") as (ground, box):
        urls = {"away": f"http://{HERE}:{free_port()}/box", "here": f"http://{HERE}:{ground.port}/box"}  # fmt: skip
        box.close()
        folders = {name: "" if name in {"bare", "cursor"} else str(made(name, asked.cases, urls.get(name, ""))) for name in WINDOWS}  # fmt: skip
        print(f"{asked.cases} cases, {asked.seconds} s; {load()}", flush=True)
        told = dict(zip(WINDOWS, _side_by_side(folders, asked.seconds), strict=True))
    least = max(told["cursor"]["worked"], 0.001)
    print(f"{'window':<12}{'cpu s':>8}{'per hour':>10}{'% of one':>10}{'rounds':>8}{'by cursor':>11}")  # fmt: skip
    for name, one in told.items():
        share = one["worked"] / one["seconds"]
        print(f"{name:<12}{one['worked']:>8.3f}{share * 3600:>10.1f}{share * 100:>10.3f}{one['rounds']:>8}{one['worked'] / least:>11.1f}")  # fmt: skip
    for name in ("away", "here"):
        more = (told[name]["worked"] - told["no place"]["worked"]) / max(told[name]["rounds"], 1)  # fmt: skip
        print(f"one round, {name}: {more * 1000:.0f} ms of a processor")
    print(load())
    shutil.rmtree(PLACE)


def _side_by_side(folders: dict[str, str], seconds: int) -> list[dict[str, float]]:
    command = [sys.executable, "-m", "tests.bench.bench_idle", "--seconds", str(seconds)]  # fmt: skip
    with contextlib.ExitStack() as running:
        windows = [
            running.enter_context(subprocess.Popen([*command, "--child", name, folder or "-"], stdout=subprocess.PIPE))
            for name, folder in folders.items()
        ]  # fmt: skip
        return [json.loads(one.communicate()[0].splitlines()[-1]) for one in windows]


if __name__ == "__main__":
    main()
