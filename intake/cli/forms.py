"""``ieum forms check|build``: for IT and the central desk, where pyxform is installed."""

import argparse
from pathlib import Path
from typing import Any

from intake.errors import FormFaulty


def add_commands(first: Any) -> None:  # noqa: ANN401 - argparse keeps its type private
    """Add the two commands."""
    forms = first.add_parser("forms", help="check and build interview forms")
    second = forms.add_subparsers(metavar="VERB", required=True, dest="said_verb")
    check = second.add_parser(
        "check", help="name every fault of a sheet with its row and column"
    )
    check.add_argument("sheet", type=Path)
    check.set_defaults(do=_do_check)
    build = second.add_parser("build", help="compile a sheet into a pack")
    build.add_argument("sheet", type=Path)
    build.add_argument("target", type=Path)
    build.set_defaults(do=_do_build)


def _do_check(asked: argparse.Namespace) -> object:
    from intake.forms import authoring

    faults = authoring.check_sheet(asked.sheet, is_known)
    if faults:
        first = faults[0]
        for fault in faults:
            print(f"{fault.sheet}!{fault.column}{fault.row}: {fault.why}")
        raise FormFaulty(
            faults=len(faults), sheet=first.sheet, row=first.row, column=first.column
        )
    return {"faults": 0}


def _do_build(asked: argparse.Namespace) -> object:
    from intake.forms import authoring

    return authoring.build_pack(asked.sheet, asked.target, is_known)


def is_known(entity: str, name: str) -> bool:
    """Whether an answer can be written to this field of the register."""
    from intake.register import field_of

    return field_of(entity, name) is not None
