"""The annex of the story: 10,744 rows on paper, beside other ways of drawing the same table.

Peers of the same run, each in a process of its own, with the same cells, type and widths:
reportlab's one ``LongTable`` (heights measured, and heights given), and fpdf2's ``table()`` where
it can be imported (``pip install --target …``; it is no dependency). Ratios are to ours; times by
the wall and of the processor, the best of ``--rounds``; memory is what the process had at most,
less what it had before drawing.

    nice -n 5 python -m tests.bench.bench_annex [--rows 10744] [--rounds 2]
"""

import argparse
import importlib.util
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.platypus import LongTable, SimpleDocTemplate

from intake.documents.annex import (
    Annex,
    AnnexRow,
    _cells,
    _columns,
    _fitted,
    draw_annex,
)
from intake.documents.typeface import REGULAR, SMALLEST, register_typeface
from intake.text.place import resource as place

_HEADS = ("연번", "가명", "플랫폼", "주소", "조치일", "조치와 결과")
_MM = 72 / 25.4


def rows(count: int) -> tuple[AnnexRow, ...]:
    """Return rows as the story has them, some with addresses of three hundred letters."""
    found = []
    for n in range(count):
        tail = "x" * 280 if n % 50 == 0 else ""
        url = f"https://board-{n % 4}.example/thread/{n:06d}{tail}"
        found.append(AnnexRow(f"가-{n % 15 + 1:02}", "성인사이트", url, f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}", "최초요청", "삭제 완료"))  # fmt: skip
    return tuple(found)


def cells(told: tuple[AnnexRow, ...]) -> list[tuple[str, ...]]:
    """Return the cells as our annex prints them: every peer draws the same letters."""
    widths = _columns(told)
    return [_fitted(_cells(n, row, covered=True), widths) for n, row in enumerate(told, 1)]  # fmt: skip


def ours(told: tuple[AnnexRow, ...]) -> bytes:
    """One table for every page, heights given, addresses shortened on the way."""
    return draw_annex(Annex("BENCH-1", "2026", "0" * 16, "R1", told), "ko")


def _long(told: tuple[AnnexRow, ...], heights: float | None) -> bytes:
    register_typeface()
    data = [_HEADS, *cells(told)]
    given = [heights] * len(data) if heights else None
    style = [("FONT", (0, 0), (-1, -1), REGULAR, SMALLEST), ("LINEBELOW", (0, 0), (-1, -1), 0.3, (0, 0, 0))]  # fmt: skip
    table = LongTable(data, colWidths=_columns(told), rowHeights=given, repeatRows=1, style=style)  # fmt: skip
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=54, rightMargin=54).build([table])
    return out.getvalue()


def one_long_table(told: tuple[AnnexRow, ...]) -> bytes:
    """Everything in one table that measures its rows."""
    return _long(told, None)


def one_long_table_given(told: tuple[AnnexRow, ...]) -> bytes:
    """Everything in one table whose heights are given."""
    return _long(told, 5.6 * _MM)


def fpdf2(told: tuple[AnnexRow, ...]) -> bytes:
    """What fpdf2 offers for tables."""
    fpdf = importlib.import_module("fpdf")
    pdf = fpdf.FPDF(format="A4", unit="pt")
    pdf.add_font("K", "", str(place("fonts") / "PretendardGOV-Regular.ttf"))
    pdf.add_font("K", "B", str(place("fonts") / "PretendardGOV-SemiBold.ttf"))
    pdf.set_font("K", size=SMALLEST)
    pdf.add_page()
    with pdf.table(col_widths=tuple(_columns()), line_height=5.6 * _MM) as table:
        for one in (_HEADS, *cells(told)):
            line = table.row()
            for cell in one:
                line.cell(cell)
    return bytes(pdf.output())


WAYS: dict[str, Callable[[tuple[AnnexRow, ...]], bytes]] = {
    "ours": ours, "one LongTable": one_long_table, "one LongTable, heights given": one_long_table_given, "fpdf2 table()": fpdf2,
}  # fmt: skip


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def once(way: str, count: int) -> None:
    """Draw once and print what it took."""
    told = rows(count)
    register_typeface()
    before, wall, cpu = _most(), time.perf_counter(), time.process_time()
    data = WAYS[way](told)
    took, used = time.perf_counter() - wall, time.process_time() - cpu
    print(took, used, (_most() - before) // 1024, len(data))


def main() -> None:
    """Draw every way, each in a process of its own, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_744)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--once", default="")
    said = parser.parse_args()
    if said.once:
        once(said.once, said.rows)
        return
    found: dict[str, tuple[float, float, int, int]] = {}
    for way in WAYS:
        if way.startswith("fpdf2") and importlib.util.find_spec("fpdf") is None:
            continue
        runs = []
        for _ in range(said.rounds):
            command = (sys.executable, "-m", __spec__.name, "--rows", str(said.rows), "--once", way)  # fmt: skip
            told = subprocess.run(command, check=True, capture_output=True, text=True)
            wall, cpu, memory, size = told.stdout.split()
            runs.append((float(wall), float(cpu), int(memory), int(size)))
        found[way] = min(runs)
    mine = found["ours"]
    for way, (wall, cpu, memory, size) in found.items():
        print(f"{way:32} {wall:7.2f} s wall {cpu:7.2f} s cpu {said.rows / cpu:7.0f} rows/cpu s  {cpu / mine[1]:5.1f} x  +{memory:4d} MB  {size / 1e6:.2f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
