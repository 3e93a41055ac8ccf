"""``ieum [--folder DIR] [--json] VERB …``: one verb of the desk, from a terminal.

* Secrets never stand on the command line: they come from ``--secrets FILE`` (JSON), from the
  environment (``IEUM_PASSPHRASE`` …) or are asked for.
* Exit 0: done. 1: refused, locked, away, untrusted, damaged; the reason is on stderr, with
  its code. 2: the words of the command are off. 70: a mistake of ours, told by its places.
* Nothing of a case is written to stderr.
"""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from typing_extensions import override

from intake import __version__, desk
from intake.cli import conformance, doctor, forms, policy
from intake.cli.values import bytes_of, given, shown
from intake.cli.verbs import SECRETS, Verb, nouns, own_verbs, verbs_of
from intake.errors import IntakeError, InvalidInput
from intake.logbook import note
from intake.progress import Silent

_FAILED = 70  # the program itself is at fault (sysexits.h)
_PLAN = ("role", "center_code", "center_name", "device_name", "counselor", "language")


class Printer(Silent):
    """Shows long work on stderr, in words and counts."""

    def __init__(self, language: str) -> None:
        """Speak a language."""
        from intake.text import texts_in

        self._texts = texts_in(language)
        self._last = ""

    @override
    def step(self, done: int, total: int, what: str) -> None:
        """Print a step where it differs from the last one."""
        share = f" {done * 100 // total} %" if total else ""
        line = f"{self._texts(what)}{share}"
        if line != self._last:
            print(line, file=sys.stderr)
            self._last = line


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; return its exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    asked = _parser(words).parse_args(words)
    language = asked.speak or (
        "ko" if os.environ.get("LANG", "ko").startswith("ko") else "en"
    )
    asked.speak = language
    desk.harden()
    try:
        return _ended(asked, _answer(asked.do(asked), asked))
    except IntakeError as error:
        code = _refused(error, language, as_json=asked.json)
        return _ended(asked, code, code=error.text_id.removeprefix("err-"))
    except BrokenPipeError:  # nobody reads on: no mistake of ours
        raise
    except Exception as error:  # noqa: BLE001 - Python would print its words, and paths of anybody
        return _ended(asked, _mistaken(error, language), kind=type(error).__name__)


def _ended(asked: argparse.Namespace, status: int, **why: str) -> int:
    """Keep in the program's log which verb it was and how it ended; none of its words."""
    said = {"noun": asked.said_noun, "verb": getattr(asked, "said_verb", "")}
    names = {name: word.replace("_", "-") for name, word in said.items()}
    note("verb", **names, exit=status, **why)
    return status


def _mistaken(error: Exception, language: str) -> int:
    """Tell a mistake of ours by its kind and its places in the code alone."""
    import traceback

    from intake.text import texts_in

    found = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in found]
    said = [texts_in(language)("crash-title"), type(error).__name__, *places]
    print("\n".join(said), file=sys.stderr)
    return _FAILED


def _answer(answer: object, asked: argparse.Namespace) -> int:
    if isinstance(answer, doctor.Told):
        print(answer.text)
        return answer.exit
    file = bytes_of(answer)
    if file is not None and asked.out:
        path = Path(asked.out)
        target = path / file[0] if path.is_dir() else path
        doctor.save(target, file[1])
    if answer is not None:
        indent = None if asked.json else 2
        print(json.dumps(shown(answer), ensure_ascii=False, indent=indent))
    return 0


def _refused(error: IntakeError, language: str, *, as_json: bool) -> int:
    from intake.text import texts_in

    words = texts_in(language).error(error)
    if as_json:
        said = {
            "error": error.text_id,
            "facts": error.facts,
            "sentence": words.sentence,
        }
        print(json.dumps(said, ensure_ascii=False), file=sys.stderr)
    else:
        print(f"{words.sentence}\n{words.remedy}\n[{words.code}]", file=sys.stderr)
    return 1


# --- verbs -------------------------------------------------------------------------


def _open(asked: argparse.Namespace) -> desk.Desk:
    told = () if asked.json else _clock_is_off(asked)
    opened = desk.open_(asked.folder, _secret("passphrase", asked), _watcher(asked))
    try:
        for one in (*told, *_policy_is_off(opened, asked)):
            print(one, file=sys.stderr)
    except BaseException:  # a damaged page, or nobody reads on
        opened.lock()
        raise
    return opened


def _policy_is_off(opened: desk.Desk, asked: argparse.Namespace) -> tuple[str, ...]:
    """Return that strict values are in force, where a person reads it."""
    if asked.json or "notice-policy" not in opened.notices():
        return ()
    from intake.text import texts_in

    return (texts_in(asked.speak)("notice-policy"),)


def _clock_is_off(asked: argparse.Namespace) -> tuple[str, ...]:
    """Return, as the lock screen does, that the date is wrong: what is said now is dated by it."""
    from intake.desk.doctor_computer import clock
    from intake.text import texts_in
    from intake.vault import look_at_vault

    found, words = clock(look_at_vault(asked.folder)), texts_in(asked.speak)
    if found.state == "ok":
        return ()
    return tuple(words(one, **found.facts) for one in (found.text_id, f"{found.text_id}.remedy"))  # fmt: skip


def _watcher(asked: argparse.Namespace) -> Silent:
    return Silent() if asked.json else Printer(asked.speak)


def _do_verb(asked: argparse.Namespace) -> object:
    verb: Verb = asked.verb
    values = {
        one.name: _value(verb, one.name, asked)
        for one in verb.parameters
        if _is_said(one.name, asked, needed=one.default is one.empty)
    }
    if verb.watched:
        values["progress"] = _watcher(asked)
    opened = _open(asked)
    try:
        return verb.bound(opened)(**values)
    finally:
        opened.lock()


def _is_said(name: str, asked: argparse.Namespace, *, needed: bool) -> bool:
    """Whether a value is there; a secret that is not needed is asked for with ``--ask``."""
    if name not in SECRETS:
        return getattr(asked, _kept_as(name), None) is not None
    kept = json.loads(Path(asked.secrets).read_text("utf-8")) if asked.secrets else {}
    there = name in kept or f"IEUM_{name.upper()}" in os.environ
    return needed or there or name.replace("_", "-") in (asked.ask or ())


def _value(verb: Verb, name: str, asked: argparse.Namespace) -> Any:  # noqa: ANN401
    if name in SECRETS:
        return _secret(name, asked)
    return given(getattr(asked, _kept_as(name)), verb.types[name], name)


def _do_create(asked: argparse.Namespace) -> object:
    said = {name: getattr(asked, name) for name in _PLAN}
    plan = desk.NewWorkspace(**said, passphrase=_secret("passphrase", asked))
    opened = desk.create(asked.folder, plan, _watcher(asked))
    try:
        code = opened.setup.recovery_code()
        if asked.recovery_sheet:
            Path(asked.recovery_sheet).write_bytes(opened.setup.recovery_sheet())
        return (
            {"vault": opened.about().vault_id, "emergency_code": code}
            if _confirm(opened, code, asked)
            else None
        )
    finally:
        opened.lock()


def _confirm(opened: desk.Desk, code: str, asked: argparse.Namespace) -> bool:
    """Have the code typed back, unless a script says that it keeps it."""
    if not asked.code_is_kept:
        print(code, file=sys.stderr)
        code = input("> ")
    opened.setup.confirm_code(code)
    return True


def _do_salvage(asked: argparse.Namespace) -> object:
    target = Path(asked.target)
    return desk.salvage(
        asked.folder, target, _secret("passphrase", asked), _watcher(asked)
    )


def _do_restore(asked: argparse.Namespace) -> object:
    """Put a backup back with the printed code, or with the passphrase where it came from."""
    from intake.desk.views.backups import RestoreSecret

    by = ("passphrase",) if asked.same_computer else ("emergency_code", "new_passphrase")  # fmt: skip
    secret = RestoreSecret(**{name: _secret(name, asked) for name in by})
    chosen = Path(asked.backup)
    name = asked.name or desk.restoring.look(chosen)[0].name
    opened, view = desk.restoring.restore(
        chosen, name, asked.folder, secret, _watcher(asked)
    )
    opened.lock()
    return view


def _do_recover(asked: argparse.Namespace) -> object:
    opened = desk.recover(
        asked.folder, _secret("emergency_code", asked), _secret("new_passphrase", asked)
    )
    try:
        return opened.about()
    finally:
        opened.lock()


def _secret(name: str, asked: argparse.Namespace) -> str:
    """Return a secret from the file, the environment or the person; never from arguments.

    Raises:
        InvalidInput: there is nobody to ask.
    """
    if asked.secrets:
        said = json.loads(Path(asked.secrets).read_text("utf-8"))
        if name in said:
            return str(said[name])
    if f"IEUM_{name.upper()}" in os.environ:
        return os.environ[f"IEUM_{name.upper()}"]
    if not sys.stdin.isatty():
        raise InvalidInput(what="secret", name=name)
    return getpass.getpass(f"{name}: ")


# --- the words of the command ----------------------------------------------------------


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return what reads these words; verbs of a noun that is not among them are left out.

    All five hundred would cost a fifth of a second at every start.
    """
    parser = argparse.ArgumentParser(
        prog="ieum", description="이음 (Ieum): every verb of the desk."
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--folder", type=Path, default=desk.default_folder(), help="the workspace"
    )
    parser.add_argument(
        "--json", action="store_true", help="one line of JSON, no progress"
    )
    parser.add_argument("--out", help="save the file a verb gives here")
    parser.add_argument(
        "--secrets", help="a JSON file with passphrase, emergency_code …"
    )
    parser.add_argument(
        "--ask", action="append", help="ask also for a secret that is not needed"
    )
    parser.add_argument(
        "--speak", choices=("ko", "en"), help="the language of sentences"
    )
    first = parser.add_subparsers(metavar="VERB", required=True, dest="said_noun")
    _add_openings(first)
    forms.add_commands(first)
    conformance.add_commands(first)
    policy.add_commands(first)
    doctor.add_commands(first, _open)
    _add_verbs(first, set(words))
    return parser


def _add_openings(first: Any) -> None:  # noqa: ANN401 - argparse keeps its type private
    look = first.add_parser("look", help="what can be seen without opening")
    look.set_defaults(do=lambda asked: desk.look(asked.folder))
    make = first.add_parser("create", help="make a workspace")
    make.add_argument(
        "--role", choices=("center", "central", "escrow"), default="center"
    )
    make.add_argument("--language", choices=("ko", "en"), default="ko")
    for name in ("center_code", "center_name", "device_name", "counselor"):
        make.add_argument("--" + name.replace("_", "-"), required=True)
    make.add_argument("--recovery-sheet", help="save the recovery sheet (PDF) here")
    make.add_argument(
        "--code-is-kept", action="store_true", help="the script keeps the printed code"
    )
    make.set_defaults(do=_do_create)
    recover = first.add_parser(
        "recover", help="open with the printed code, set a new passphrase"
    )
    recover.set_defaults(do=_do_recover)
    backups = first.add_parser("look-at-backup", help="whose backups lie in a folder")
    backups.add_argument("backup", help="a folder with backups")
    backups.set_defaults(do=lambda asked: desk.restoring.look(Path(asked.backup)))
    restore = first.add_parser(
        "restore", help="put a backup back; a vault that is there is set aside"
    )
    restore.add_argument("backup", help="a folder with backups")
    restore.add_argument("--name", help="which one; the newest if left out")
    restore.add_argument(
        "--same-computer", action="store_true", help="by passphrase, without the code"
    )
    restore.set_defaults(do=_do_restore)
    salvage = first.add_parser(
        "salvage", help="save what is readable of a damaged vault"
    )
    salvage.add_argument("target", help="a new folder")
    salvage.set_defaults(do=_do_salvage)


def _add_verbs(first: Any, said: set[str]) -> None:  # noqa: ANN401
    for verb in own_verbs():
        _add_verb(first, verb)
    for noun in nouns():
        names = {noun, noun.replace("_", "-")}
        second = first.add_parser(noun, aliases=[*names - {noun}], help=f"verbs of {noun}")  # fmt: skip
        home = second.add_subparsers(metavar="VERB", required=True, dest="said_verb")
        if names & said:
            for verb in verbs_of(noun):
                _add_verb(home, verb)


def _add_verb(home: Any, verb: Verb) -> None:  # noqa: ANN401
    command = home.add_parser(
        verb.name.replace("_", "-"), help=verb.help.replace("%", "%%")
    )
    for one in verb.parameters:
        if one.name not in SECRETS:
            _add_argument(command, one.name, required=one.default is one.empty)
    command.set_defaults(do=_do_verb, verb=verb)


def _add_argument(
    command: argparse.ArgumentParser, name: str, *, required: bool
) -> None:
    if required:
        command.add_argument(_kept_as(name), metavar=name)
    else:
        command.add_argument("--" + name.replace("_", "-"), dest=_kept_as(name), metavar=name.upper())  # fmt: skip


def _kept_as(name: str) -> str:
    """Return where an argument of a verb is kept: its folder is not the workspace's."""
    return f"said_{name}"
