"""Begin: of a build this is the first line that runs, before the window and the terminal.

The launcher says which face is wanted (``window`` or ``terminal``) and hands on the rest. Here
an update that was staged is taken, the environment loses what would load strangers' code into
the window, and whoever asks from the terminal hears where a file of the program was changed.
"""

# ruff: noqa: PLC0415 - each face loads what it needs, and the first paint waits for the least

import contextlib
import os
import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

APP = Path(__file__).resolve().parent
PREFIX = APP.parent
WINDOWS = os.name == "nt"
FLAGS = ("-I", "-S", "-B", "-X", "utf8")
FACES = {"window": "ieum-window", "terminal": "ieum"}
# a lock begins anew through the launcher of this build, not through sys.executable
LAUNCHER = str(PREFIX / "ieum-window") + (".exe" if WINDOWS else "")
# verbs that work where a file was changed: they help to find out
_UNPROVEN = {"doctor", "first-aid", "policy"}
_MISTAKE = 70  # how ``intake.cli`` ends where the program itself is at fault
_TELLING = {"--version", "--help", "-h"}
_VALUED = {"--folder", "--out", "--secrets", "--ask", "--speak"}
# each of these would make Qt or OpenSSL load code or settings from elsewhere, or write down what
# is typed and the keys of connections
_STRANGE = (
    *("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS"),
    *("QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_CONF_PATH", "QT_OPENGL_DLL"),
    *("QT_LOGGING_RULES", "QT_LOGGING_CONF", "SSLKEYLOGFILE"),
    *("OPENSSL_CONF", "OPENSSL_CONF_INCLUDE", "OPENSSL_MODULES", "OPENSSL_ENGINES"),
    *("QML_IMPORT_PATH", "QML2_IMPORT_PATH", "PYTHONPATH", "PYTHONHOME"),
)
# where OpenSSL looks for its settings and for more of itself: on Windows in this build, which has none
_LOOKS = {"OPENSSL_CONF": "openssl.cnf", "OPENSSL_MODULES": "modules", "OPENSSL_ENGINES": "engines"}  # fmt: skip


def main() -> int:
    """Choose the build, then open the face that was asked for."""
    face, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("window", [])
    if str(APP) not in sys.path:
        sys.path.insert(0, str(APP))
    sys.dont_write_bytecode = True
    if not WINDOWS:
        os.umask(0o077)
    _clean(os.environ)  # before an update is proven: that loads OpenSSL
    if WINDOWS:
        _keep_within(os.environ)
    _choose(face, rest)
    sys.argv = [str(PREFIX / FACES[face]), *rest]
    try:
        return _window(rest) if face == "window" else _terminal(rest)
    except Exception:  # a page cannot be shown by what does not load
        if not _damaged(boxed=face == "window"):
            raise
        return 1


def _choose(face: str, rest: list[str]) -> None:
    """Go on in the update that lies ready, if there is one; it never comes back here.

    In safe mode the other way round: from an update back to the program that IT installed.
    """
    window = face == "window"
    chosen_by = os.environ.get("IEUM_PREFIX")
    back = window and "--safe" in rest and chosen_by != str(PREFIX)
    if chosen_by and not back:
        return  # chosen already: this build, until the person closes it
    from intake.release.choosing import choose, plainest

    if chosen_by:
        tree = plainest(PREFIX, Path(chosen_by))
    else:
        tree = choose(PREFIX, counted=window, careful=lambda: window and _careful(rest))
        os.environ["IEUM_PREFIX"] = str(PREFIX)
    if tree != PREFIX:
        with contextlib.suppress(OSError):  # then this one runs instead
            _go_over(tree, face, rest)


def _careful(rest: list[str]) -> bool:
    """Whether safe mode is on, or about to be offered: a page of the update may never come."""
    if "--safe" in rest:
        return True
    from intake.logbook import log_folder
    from ui.starts import OFFERED_AFTER, Starts

    return Starts(log_folder()).failed() >= OFFERED_AFTER


def _go_over(tree: Path, face: str, rest: list[str]) -> None:
    if not WINDOWS:
        python = str(tree / "runtime" / "bin" / "python3.13")
        words = [python, *FLAGS, str(tree / "app" / "start.py"), face, *rest]
        os.execv(python, words)  # noqa: S606 - no shell is the point
    import subprocess

    words = [str(tree / f"{FACES[face]}.exe"), *rest]  # proven a moment ago
    if face == "window":
        subprocess.Popen(words, close_fds=True)
        raise SystemExit(0)
    raise SystemExit(subprocess.run(words, check=False).returncode)


def _clean(environment: "os._Environ[str]") -> None:
    """Let nobody's plugins in; Korean through fcitx goes by what it offers for ibus."""
    for name in _STRANGE:
        environment.pop(name, None)
    if environment.get("QT_IM_MODULE", "").startswith("fcitx"):
        environment["QT_IM_MODULE"] = "ibus"


def _keep_within(environment: "MutableMapping[str, str]") -> None:
    """Name places in this build, where only administrators write.

    A wheel carries the places of the computer that it was compiled on, under a name that a person
    of this one may have: settings that lie there could load a library into whoever opens records.
    """
    for name, place in _LOOKS.items():
        environment[name] = str(PREFIX / "runtime" / place)


def _window(rest: list[str]) -> int:
    from ui.__main__ import main

    return main(rest, look=_look)


def _terminal(rest: list[str]) -> int:
    if _wants_proof(rest):
        from intake.errors import ProgramAltered
        from intake.release.files import prove, signers_of

        try:
            prove(PREFIX, signers_of(PREFIX))
        except ProgramAltered as altered:
            return _said(altered)
    from intake.__main__ import main

    status = main()
    # a mistake may come of a changed file that only this verb loads: then that is said after it
    return 1 if status == _MISTAKE and _damaged(boxed=False) else status


def _wants_proof(rest: list[str]) -> bool:
    """Whether the files are proven first: all but what only tells, and opens no records."""
    options = rest[: rest.index("--")] if "--" in rest else rest
    if not rest or _TELLING & set(options):
        return False
    opens = any(one.startswith("--op") for one in options)  # ``doctor --open``
    return opens or _verb(rest) not in _UNPROVEN


def _verb(rest: list[str]) -> str:
    """Return the first word that is neither an option nor the value of one."""
    before = ["", *rest]
    words = (
        one for last, one in zip(before, rest, strict=False) if not _has_value(last)
    )
    return next((one for one in words if not one.startswith("-")), "")


def _has_value(word: str) -> bool:
    """Whether the next word is an option's value; half of an option's name will do."""
    return word.startswith("--") and any(one.startswith(word) for one in _VALUED)


def _look() -> object:
    """Look through every file of this build; the window asks for it after its first paint."""
    from intake.release.files import look_through, signers_of

    return look_through(PREFIX, signers_of(PREFIX))


def _damaged(*, boxed: bool) -> bool:
    """Whether a changed file is why nothing came up; say so, in a box where Qt still can."""
    from intake.errors import ProgramAltered
    from intake.release.files import prove, signers_of

    try:
        prove(PREFIX, signers_of(PREFIX))
    except ProgramAltered as altered:
        _said(altered)
        if boxed:
            with contextlib.suppress(Exception):
                _box(altered)
        return True
    return False


def _box(altered: Exception) -> None:
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication, QMessageBox

    from intake.text import texts_in

    application = QApplication.instance() or QApplication(sys.argv[:1])
    for file in sorted((APP / "resources" / "fonts").glob("*Regular*")):
        QFontDatabase.addApplicationFont(str(file))
    QApplication.setFont(QFont("Pretendard GOV", 11))
    words = [texts_in(one).error(altered) for one in ("ko", "en")]
    text = "\n\n".join(f"{one.sentence}\n{one.remedy}" for one in words)
    box = QMessageBox(QMessageBox.Icon.Warning, "Ieum", text)
    box.setInformativeText(str(getattr(altered, "facts", {}).get("first", "")))
    box.exec()
    del application


def _said(altered: Exception) -> int:
    from intake.text import texts_in

    korean = os.environ.get("LC_ALL") or os.environ.get("LANG") or "ko"
    words = texts_in("ko" if korean.startswith("ko") else "en").error(altered)
    facts = ", ".join(str(one) for one in getattr(altered, "facts", {}).values())
    print(f"{words.sentence}\n{words.remedy}\n[{words.code}: {facts}]", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
