"""``ieum conformance -- COMMAND…``: one line a case, a summary, exit code 1 where one failed."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.cli.conformance.case import COMMANDS
from intake.errors import InvalidInput, NotConformant

if TYPE_CHECKING:
    from intake.text import Texts

_PATIENCE = 20.0
_ROOT = Path(__file__).resolve().parents[3]
_SERVE = "import sys; sys.path.insert(0, {!r}); from intake.cli import main; sys.exit(main(['conformance', '--serve']))"


def add_commands(first: Any) -> None:  # noqa: ANN401 - argparse keeps its type private
    """Add the command."""
    command = first.add_parser(
        "conformance", help="test whether a program keeps our formats (PROTOCOL.md)"
    )
    command.add_argument(
        "--self", action="store_true", dest="ourselves", help="test this program itself"
    )
    command.add_argument(
        "--serve", action="store_true", help="answer as PROTOCOL.md says, from stdin"
    )
    command.add_argument(
        "--only", default=",".join(COMMANDS), help="only these commands: open,enrol"
    )
    command.add_argument(
        "--patience",
        type=float,
        default=_PATIENCE,
        help="seconds to wait for an answer",
    )
    command.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND …")
    command.set_defaults(do=_do)


def _do(asked: argparse.Namespace) -> object:
    if asked.serve:
        from intake.cli.conformance.serving import serve

        serve()
        return None
    from intake.cli.conformance.telling import as_json
    from intake.text import texts_in

    words = texts_in(asked.speak)
    report = list(_told(asked, words))
    failed = sum(not one["passed"] for one in report)
    if not asked.json:
        print(words("conformance-summary", cases=len(report), failed=failed))
    if failed:
        if asked.json:
            print(as_json(report))
        raise NotConformant(cases=len(report), failed=failed)
    return report if asked.json else None


def _told(asked: argparse.Namespace, words: "Texts") -> Iterator[Mapping[str, Any]]:
    """Ask everything; tell of each case as soon as it was heard."""
    from intake.cli.conformance.answering import answering_cases
    from intake.cli.conformance.living import living_cases
    from intake.cli.conformance.peer import ask
    from intake.cli.conformance.telling import (
        chosen,
        known_commands,
        line,
        row,
        verdict,
    )
    from intake.cli.conformance.vectors import vector_cases

    only = known_commands(asked.only)
    every = (*vector_cases(), *living_cases(), *answering_cases())
    cases = list(chosen(every, only))
    if not cases:
        raise InvalidInput(what="--only")
    for heard in ask(_command(asked), cases, asked.patience):
        told = row(heard.case, verdict(heard))
        if not asked.json:
            print(line(told, words), flush=True)
        yield told


def _command(asked: argparse.Namespace) -> Sequence[str]:
    """Return the program to test, named so that it is found from another folder.

    Raises:
        InvalidInput: none was named.
    """
    if asked.ourselves:
        return (sys.executable, "-c", _SERVE.format(str(_ROOT)))
    named = asked.command[1:] if asked.command[:1] == ["--"] else asked.command
    if not named:
        raise InvalidInput(what="command")
    return [str(Path(one).absolute()) if Path(one).is_file() else one for one in named]
