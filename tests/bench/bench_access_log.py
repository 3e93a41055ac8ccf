"""What it costs to write down that a case was looked at.

Run: ``.venv/bin/python -m tests.bench.bench_access_log``. Peer, in the same run: the same line
written at once in a transaction of its own, as a log without waiting would.
"""

import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory  # noqa: TID251 - nothing of a case is in it

from intake.progress import Silent
from intake.vault.access_log import AccessFilter, AccessLog
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import a_vault

_LINES = 20_000
_PEER = 500
_LOOKS = 2_000


def _each(count: int, act) -> list[float]:
    took = []
    for n in range(count):
        began = time.perf_counter()
        act(n)
        took.append((time.perf_counter() - began) * 1_000)
    return took


def _said(name: str, took: list[float]) -> None:
    p95 = sorted(took)[int(len(took) * 0.95)]
    print(f"{name:<44} p50 {statistics.median(took):8.4f} ms   p95 {p95:8.4f} ms")


def the_log(folder: Path) -> None:
    """Print a note, a flush of many, the peer, and a check of the whole chain."""
    vault = a_vault(folder / "vault").vault
    log = AccessLog(vault, lambda: 1_800_000_000_000, "박상담", "ic-1", wait=3_600)
    peer = _each(_PEER, lambda n: log.note("read", f"peer{n}", loud=True))
    began = time.perf_counter()
    notes = _each(_LINES, lambda n: log.note("read", f"case{n}"))
    log.flush()
    whole = (time.perf_counter() - began) * 1_000 / _LINES
    _said("a line in a transaction of its own (peer)", peer)
    _said("a line that waits", notes)
    share = statistics.median(peer) / whole
    print(f"a line, with its share of the writing: {whole:.4f} ms (1 : {share:.0f})")
    began = time.perf_counter()
    checked = log.check({}, Silent())
    took = time.perf_counter() - began
    print(
        f"check of {checked.lines:,} lines: {took:.2f} s ({checked.lines / took:,.0f}/s)"
    )
    print(f"newest 200 of them: {_once(lambda: log.lines(AccessFilter())):.2f} ms")
    log.close()
    vault.close()


def the_desk(folder: Path) -> None:
    """Print a look at a case with and without the door before it."""
    desk = a_desk(folder / "desk")
    cases = [agreed(desk, "RECORD") for _ in range(50)]
    watched = desk.cases
    bare = watched._noun
    for name, noun in (("bare", bare), ("watched", watched), ("bare again", bare)):
        took = _each(_LOOKS, lambda n, noun=noun: noun.header(cases[n % 50]))
        _said(f"cases.header, {name}", took)
    desk.close()


def _once(act) -> float:
    return _each(1, lambda _n: act())[0]


def main() -> int:
    """Measure in a folder that goes away."""
    with TemporaryDirectory() as folder:
        the_log(Path(folder))
        the_desk(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
