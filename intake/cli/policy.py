"""``ieum policy check FILE`` and ``ieum policy show``: for IT, without a workspace.

* One fault a line, as ``file:line: what``; ``--json`` gives them as one object.
* ``check`` looks at the signature too where signers are known (``policy.signers`` beside the
  file); whose file it is counts only where it lies in its place: ``show`` says that.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from intake.errors import PolicyFaulty


def add_commands(first: Any) -> None:  # noqa: ANN401 - argparse keeps its type private
    """Add the two commands."""
    policy = first.add_parser("policy", help="what IT decides for a computer: check a file, show what counts")  # fmt: skip
    second = policy.add_subparsers(metavar="VERB", required=True, dest="said_verb")
    check = second.add_parser("check", help="name every line that cannot stand")
    check.add_argument("file", type=Path, nargs="?", default=None, help="this computer's policy if left out")  # fmt: skip
    check.set_defaults(do=_do_check)
    show = second.add_parser("show", help="every value in force on this computer")
    show.set_defaults(do=_do_show)


def _do_check(asked: argparse.Namespace) -> object:
    from intake.desk import check_policy
    from intake.policy import policy_file
    from intake.text import texts_in

    language, file = asked.speak, asked.file or policy_file()
    state, faults = check_policy(file, language)
    if not faults:
        said = [texts_in(language)(one) for one in (f"policy-state-{state}", "policy-check-fine")]  # fmt: skip
        return {"file": str(file), "state": state, "faults": [], "words": said}
    if asked.json:
        told = [{"line": one.line, "name": one.name, "why": one.why} for one in faults]
        print(json.dumps({"file": str(file), "state": state, "faults": told}, ensure_ascii=False))  # fmt: skip
    else:
        for one in faults:
            print(f"{file}:{one.line}: {one.sentence} {one.remedy}".rstrip())
    raise PolicyFaulty(faults=len(faults), line=faults[0].line)


def _do_show(_asked: argparse.Namespace) -> object:
    from intake.policy import policy_file, read_policy

    policy = read_policy()
    values = asdict(policy)
    origin = values.pop("origin")
    return {**origin, "path": str(policy_file()), "values": values}
