"""From an identifier that was committed to the suggestion, inside SQLCipher, in a town of cases.

Shown as ratios against one plain look-up by index in the same vault. Nothing is asserted.
Run: ``python -m tests.bench.bench_recognise [--whole]``; a copy of the town is written into.
"""

import time

from tests.bench.town import load, said, say_so, sized

_ASKED = 60
_NOTED = 40


def main() -> None:
    """Measure, and print."""
    size, _ = sized(__doc__ or "")
    with said(size).copy() as town:
        start = time.perf_counter()
        desk = town.open()
        opened = time.perf_counter() - start
        rooms = desk._rooms
        start = time.perf_counter()
        looked = desk.matches.refresh()
        say_so(f"{looked} profiles compared for the first time")
        compared = time.perf_counter() - start
        values = [row["value"] for row in rooms.register.find("identifier")[: 20 * _NOTED : 20]]  # fmt: skip
        peer, noted, told = [], [], []
        for n in range(_ASKED):
            case = desk.cases.begin("VISIT", "하늘")
            suspect = desk.suspects.add(case, {})
            start = time.perf_counter()
            rooms.register.find("identifier", case=case)
            peer.append(time.perf_counter() - start)
            start = time.perf_counter()
            desk.suspects.add_clue(case, {"value": str(values[n % len(values)])}, suspect)  # fmt: skip
            noted.append(time.perf_counter() - start)
            start = time.perf_counter()
            desk.matches.of_case(case)
            told.append(time.perf_counter() - start)
        desk.close()
    print(f"{size.cases} cases, {load()}")
    print(
        f"opened, and the index made: {opened:.1f} s; everybody compared: {compared:.1f} s"
    )
    for name, times in (("one look-up by index (peer)", peer), ("identifier committed", noted), ("suggestion after it", told)):  # fmt: skip
        print(f"{name}: " + _spread(times, sorted(peer)[len(peer) // 2]))


def _spread(times: list[float], peer: float) -> str:
    rows = sorted(times)
    said_ = (f"p{part} {rows[min(len(rows) - 1, len(rows) * part // 100)] * 1e3:.2f} ms" for part in (50, 95, 99))  # fmt: skip
    return ", ".join(said_) + f" ({rows[len(rows) // 2] / peer:.1f}x the peer)"


if __name__ == "__main__":
    main()
