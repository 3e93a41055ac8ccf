"""The program that is tested: started in an empty folder, asked, ended when it is silent.

* Requests lie in a file that is its stdin, answers in one that is its stdout: nothing can block,
  and what a program wrote before it died is still read.
* It lies in nobody's way: its folder is removed, its children of the same group are ended.
"""

import json
import os
import signal
import subprocess
import tempfile  # noqa: TID251 - vectors and keys that guard nothing, never a case
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.cli.conformance.case import Answer, Case

_TICK: Final = 0.02
_MOST: Final = 16 * 1024 * 1024  # of one answer
_ALL: Final = 8 * _MOST
_GIVEN_UP: Final = 2  # starts without one answer, one after the other
_LINUX: Final = os.name == "posix"


@dataclass(frozen=True, slots=True)
class Heard:
    """The answers to one case; ``trouble`` where there are not enough of them."""

    case: Case
    answers: tuple[Answer, ...] = ()
    trouble: str = ""


def ask(
    command: Sequence[str], cases: Sequence[Case], patience: float
) -> Iterator[Heard]:
    """Ask every case; after a silent one the program is started again for the rest."""
    with tempfile.TemporaryDirectory(prefix="ieum-conformance-") as folder:
        left = list(cases)
        turn = dumb = 0
        while left and dumb < _GIVEN_UP:
            turn += 1
            lines, trouble = _run(command, left, Path(folder) / str(turn), patience)
            dumb = 0 if lines else dumb + 1
            told = _told(left, lines, trouble)
            yield from told
            left = left[len(told) :]
        yield from (Heard(case, trouble="not-asked") for case in left)


def _told(cases: Sequence[Case], lines: list[bytes], trouble: str) -> list[Heard]:
    """Share the lines out among the cases; the first one that lacks some has the trouble."""
    told: list[Heard] = []
    for case in cases:
        mine, lines = lines[: len(case.requests)], lines[len(case.requests) :]
        answers = [_read(line) for line in mine]
        if len(mine) < len(case.requests):
            why = "ended" if trouble in {"", "exit-code"} else trouble
            return [*told, Heard(case, trouble=why)]
        good = tuple(one for one in answers if one is not None)
        told.append(Heard(case, good, "" if len(good) == len(mine) else "nonsense"))
    if lines or trouble:
        told[-1] = Heard(told[-1].case, trouble=trouble or "too-many")
    return told


def _run(
    command: Sequence[str], cases: Sequence[Case], folder: Path, patience: float
) -> tuple[list[bytes], str]:
    home = folder / "home"
    home.mkdir(parents=True)
    asked, said = folder / "asked", folder / "said"
    rows = (json.dumps(one, ensure_ascii=False) for case in cases for one in case.requests)  # fmt: skip
    asked.write_text("".join(f"{row}\n" for row in rows), "utf-8", newline="\n")
    with asked.open("rb") as source, said.open("wb") as out:
        try:
            running = subprocess.Popen(  # noqa: S603 - the person names it
                command, stdin=source, stdout=out, stderr=subprocess.DEVNULL, cwd=home,
                start_new_session=_LINUX,
            )  # fmt: skip
        except OSError:
            return [], "no-start"
        trouble = _watched(running, said, patience)
    return _lines(said), trouble


def _watched(running: subprocess.Popen[bytes], said: Path, patience: float) -> str:
    """Wait until a program ends; end it when nothing new came for too long, or too much."""
    size, since = 0, time.monotonic()
    try:
        while running.poll() is None:
            time.sleep(_TICK)
            now = said.stat().st_size
            if now > size:
                if now > _ALL:
                    return "too-much"
                size, since = now, time.monotonic()
            elif time.monotonic() - since > patience:
                return "silent"
    finally:
        _end(running)
    return "" if running.returncode == 0 else "exit-code"


def _end(running: subprocess.Popen[bytes]) -> None:
    if running.poll() is None:
        if _LINUX:
            os.killpg(running.pid, signal.SIGKILL)
        running.kill()
    running.wait()


def _lines(said: Path) -> list[bytes]:
    """Return the finished lines; one that was cut off is none."""
    with said.open("rb") as file:
        rows = file.read(_ALL).split(b"\n")
    return rows[:-1]


def _read(line: bytes) -> Answer | None:
    try:
        said = json.loads(line) if len(line) <= _MOST else None
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None
