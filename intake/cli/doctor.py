"""``ieum doctor`` and ``ieum first-aid``: help where nothing else starts.

* No workspace, no passphrase and no window are needed; ``--open`` adds what only an open
  workspace can tell, and asks for the passphrase.
* Exit 0: nothing is broken. 1: something is. 2: the words of the command are off.
"""

import argparse
import errno
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake import __version__
from intake.errors import NoRoom, ReadOnlyPlace
from intake.progress import Silent

if TYPE_CHECKING:
    from intake.desk.views.doctor import DoctorView
    from intake.text import Texts

Open = Callable[[argparse.Namespace], Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What is printed, and the exit code."""

    text: str
    exit: int = 0


def add_commands(first: Any, open_: Open) -> None:  # noqa: ANN401 - argparse hides its type
    """Add both; ``open_`` opens the workspace that was named."""
    doctor = first.add_parser(
        "doctor", help="whether computer, program and vault are fit"
    )
    doctor.add_argument("--open", action="store_true", help="open the vault and look at every page")  # fmt: skip
    _also_here(doctor, "--json", action="store_true")
    doctor.set_defaults(do=lambda asked: _examined(asked, open_))
    sheet = first.add_parser("first-aid", help="the first-aid sheet (PDF), saved with --out")  # fmt: skip
    for one in (doctor, sheet):
        _also_here(one, "--out")
        _also_here(one, "--speak", choices=("ko", "en"))
    sheet.set_defaults(do=_sheet)


def _sheet(asked: argparse.Namespace) -> object:
    from intake.desk import first_aid

    return first_aid(asked.speak)


def _also_here(verb: argparse.ArgumentParser, name: str, **how: Any) -> None:  # noqa: ANN401
    """Take an option of ``ieum`` after the verb too, as one would type it in trouble."""
    verb.add_argument(name, default=argparse.SUPPRESS, **how)


def _examined(asked: argparse.Namespace, open_: Open) -> Told:
    from intake.desk import examine
    from intake.desk.doctor_report import told_lines
    from intake.text import texts_in

    words = texts_in(asked.speak)
    view = _opened(asked, open_) if asked.open else examine(asked.folder)
    text = _json(view, words) if asked.json else "\n".join(told_lines(view, words))
    if asked.out:
        save(Path(asked.out), (text + "\n").encode())
    return Told(text, 1 if view.state == "broken" else 0)


def save(path: Path, data: bytes) -> None:
    """Keep what was asked for; where it lies is not said again.

    Raises:
        ReadOnlyPlace: it cannot be written there.
        NoRoom: the disk is full.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise (NoRoom() if full else ReadOnlyPlace()) from error


def _opened(asked: argparse.Namespace, open_: Open) -> "DoctorView":
    desk = open_(asked)
    try:
        found: DoctorView = desk.health.look(Silent())
        return found
    finally:
        desk.lock()


def _json(view: "DoctorView", words: "Texts") -> str:
    from intake.clock import utc
    from intake.desk.doctor_report import remedy, sentence, summary

    lines = [
        {
            "check": one.check,
            "code": one.code,
            "state": one.state,
            "facts": dict(one.facts),
            "sentence": sentence(one, words),
            "remedy": remedy(one, words),
        }
        for one in view.findings
    ]
    whole = {
        "made": utc(view.made_ms),
        "version": __version__,
        "state": view.state,
        "summary": summary(view, words),
        "findings": lines,
    }
    return json.dumps(whole, ensure_ascii=False)
