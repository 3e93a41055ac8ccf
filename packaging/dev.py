#!/usr/bin/env python3
"""Set up a fresh machine and do one thing: run, test, bench, demo.

    python3 packaging/dev.py run      open the app; without a display, run the road end to end
    python3 packaging/dev.py test     every check that CI runs
    python3 packaging/dev.py demo     two centers and a central desk, in the terminal
    python3 packaging/dev.py bench    ratios against named peers, one run
    python3 packaging/dev.py nightly  a million mutated inputs for every reader of foreign bytes
    python3 packaging/dev.py lock     pin the dependencies again, with hashes

* Standard library only; Linux, macOS and Windows; Python 3.11 or newer.
* ``.venv`` is made from the hash-pinned lock, and made again when the lock changes.
* As root on Debian the few system packages are installed; otherwise the one line to run
  is printed and nothing else happens.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
VENV = HOUSE / ".venv"
PEERS = HOUSE / "packaging" / "peers"
ROOM = 8 * 1024**3  # bytes in memory, for what tests write
PIP = HOUSE / "packaging" / "requirements-pip.txt"
LINUX, MICROSOFT = (
    "x86_64-manylinux_2_36",
    "x86_64-pc-windows-msvc",
)  # what is handed out
MADE_HERE = ("pdqhash", "sqlcipher3")  # compiled from source for Linux: making.compiled
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def main() -> int:
    """Do what the command line asks; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - said kindly on an older Python
        print("Ieum needs Python 3.11 or newer.")
        return 1
    asked, rest = _arguments().parse_known_args()
    return int(VERBS[asked.verb](rest) or 0)


def run(rest: Sequence[str]) -> int:
    """Open the app, or run the road in the terminal where there is no display."""
    if not _has_display():
        return demo(rest)
    _set_up("run", "requirements.txt")
    return _python("-m", "ui", *rest)


def demo(rest: Sequence[str]) -> int:
    """Run two centers and a central desk end to end and leave everything to look at."""
    _set_up("run", "requirements.txt")
    return _python("packaging/demo.py", *rest)


def test(rest: Sequence[str]) -> int:
    """Run every check; the first failure is the last line."""
    _set_up("test", "requirements-check.txt")
    _peers()
    os.environ.update(_in_memory())
    if rest:
        return _told("tests", _python("-m", "pytest", "-q", *rest))
    checks = [
        ("style", ("-m", "ruff", "check", ".")),
        ("format", ("-m", "ruff", "format", "--check", ".")),
        ("types", ("-m", "mypy")),
        (
            "floors",
            ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
        ),
        ("dependencies", ("-m", "deptry", ".")),
        ("dead rooms", ("-m", "vulture")),
        ("what is loaded", ("-m", "compileall", "-q", "intake", "ui")),
        ("what is tested", ("-m", "pytest", "-qq", "--collect-only", "tests")),
    ]
    if _beside_each_other(checks):
        return 1
    print("== tests", flush=True)
    # One more than there are processors: somebody always waits for a window or a process.
    hands = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile")
    return _told("tests", _python("-m", "pytest", "-q", "tests", *hands))


def _in_memory() -> dict[str, str]:
    """Let the tests' files lie in memory, where the system has room there.

    Every word that is kept is forced onto the disk; a test keeps thousands of them.
    """
    place = Path("/dev/shm")  # noqa: S108 - pytest makes its own folder in it, for us alone
    roomy = place.is_dir() and shutil.disk_usage(place).free > ROOM
    return {"PYTEST_DEBUG_TEMPROOT": str(place)} if roomy else {}


def _beside_each_other(checks: Sequence[tuple[str, Sequence[str]]]) -> int:
    """Run checks on every core, the longest first; tell of them as they stand here."""
    hasty = sorted(checks, key=lambda one: one[0] != "types")
    with ThreadPoolExecutor(os.cpu_count() or 1) as hands:
        begun = {name: hands.submit(_heard, *command) for name, command in hasty}
        for name, _command in checks:
            print(f"== {name}", flush=True)
            failed, said = begun[name].result()
            if failed or name != "what is tested":  # that would be seven thousand names
                print(said, end="", flush=True)
            if _told(name, failed):
                hands.shutdown(cancel_futures=True)
                return 1
    return 0


def _heard(*arguments: str) -> tuple[int, str]:
    """Run Python and keep what it says.

    What is loaded here is kept compiled beside its source: every process of a test, and there
    are hundreds, would compile it again.
    """
    environment = {**_environment(), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        (str(PYTHON), *arguments),
        cwd=HOUSE,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout


def _told(name: str, failed: int) -> int:
    if failed:
        print(f"failed: {name}")
    return 1 if failed else 0


def bench(rest: Sequence[str]) -> int:
    """Measure; nothing is asserted, ratios are printed.

    Names choose benches; what begins with a dash (``--whole``) is handed on to them.
    """
    _set_up("test", "requirements-check.txt")
    _peers()
    first = next((at for at, one in enumerate(rest) if one.startswith("-")), len(rest))
    chosen = rest[:first] or sorted(
        path.stem for path in (HOUSE / "tests/bench").glob("bench_*.py")
    )
    return max(_python("-m", f"tests.bench.{name}", *rest[first:]) for name in chosen)


def nightly(rest: Sequence[str]) -> int:
    """Read a million mutated inputs, or as many as said; what falls lies in ``build/fuzz``."""
    _set_up("test", "requirements-check.txt")
    return _python("-m", "tests.fuzz", *rest)


def lock(rest: Sequence[str]) -> int:
    """Pin every dependency for every system, with hashes (needs uv on the path)."""
    tool = shutil.which("uv") or str(PYTHON.with_name("uv"))
    pin = (tool, "pip", "compile", "--generate-hashes", "--no-emit-index-url")
    pin += ("--no-header", "-q", *rest)
    return max(
        _call(*pin, *said, "-o", f"packaging/{name}") for name, said in _locks().items()
    )


def _locks() -> dict[str, tuple[str, ...]]:
    """What each lock is made from: those of a checkout first, they hold the others."""
    every = ("--universal", "--python-version", "3.11")
    built = ("--python-version", "3.13", "--only-binary", ":all:")
    app = ("checkout", "video", "sftp")
    check = (*app, "forms", "opinion", "check")
    held = ("-c", "packaging/requirements.txt")
    alike = ("-c", "packaging/requirements-check.txt")
    handed_out = ("pyproject.toml", *_extras(("sftp",)), *held, *built)
    made_here = [word for one in MADE_HERE for word in ("--no-binary", one)]
    tools = ("--group", "build", "--python-version", "3.13", "--only-binary", ":all:")
    return {
        "requirements.txt": (*every, "pyproject.toml", *_extras(app)),
        "requirements-check.txt": (*every, "pyproject.toml", *_extras(check), *held),
        "requirements-pip.txt": (*every, "--group", "set-up", *alike),
        "requirements-linux.txt": (*handed_out, "--python-platform", LINUX, *made_here),
        "requirements-windows.txt": (*handed_out, "--python-platform", MICROSOFT),
        "requirements-build.txt": (*tools, "--python-platform", LINUX, *held),
    }


def _extras(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for name in names for word in ("--extra", name))


VERBS = {"run": run, "test": test, "demo": demo, "bench": bench, "nightly": nightly, "lock": lock}  # fmt: skip


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("verb", choices=VERBS)
    return parser


def _has_display() -> bool:
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _set_up(purpose: str, requirements: str) -> None:
    _system(purpose)
    pinned = HOUSE / "packaging" / requirements
    stamp = VENV / f"{requirements}.sha256"
    digest = hashlib.sha256(pinned.read_bytes() + PIP.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    if not PYTHON.exists():
        print("== making .venv", flush=True)
        venv.create(VENV, with_pip=True)
    print("== installing what the lock names", flush=True)
    install = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
    install += ("--no-compile", "--require-hashes", "-r")
    # an old pip looks twice as long for what the lock names; what has no wheel is compiled with
    # the tools that came with the new one, and with no others
    here, ready = ("--no-build-isolation",), ("--only-binary", ":all:")
    if _python(*install, str(PIP), *ready) or _python(*install, str(pinned), *here):
        sys.exit(
            "The packages could not be installed; see above. Nothing else was changed."
        )
    _lay_libsodium()
    # on every core; what a package cannot load itself does not matter here
    _python("-m", "compileall", "-qq", "-j", "0", str(VENV))
    stamp.write_text(digest)


def _lay_libsodium() -> None:
    """Lay the libsodium that a package carries as data where ``intake.crypto.sodium`` looks.

    The package would unpack it into a new temporary file at each start; so nobody loads it.
    """
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    said = subprocess.run((str(PYTHON), "-c", asked), check=True, capture_output=True, text=True)  # fmt: skip
    packages = Path(said.stdout.strip())
    held = (packages / "rbcl" / "_sodium.py").read_text(encoding="ascii")
    ending = {"win32": "dll", "darwin": "dylib"}.get(sys.platform, "so")
    place = packages / "libsodium" / f"libsodium.{ending}"
    place.parent.mkdir(exist_ok=True)
    half = place.with_suffix(".half")
    half.write_bytes(bytes.fromhex(held.split("bytes.fromhex('", 1)[1].split("'", 1)[0]))  # fmt: skip
    half.replace(place)


def _system(purpose: str) -> None:
    """See that the system libraries load and the tools exist; install them where we may."""
    if not sys.platform.startswith("linux"):
        return
    missing = [row for row in _needs(purpose) if not _present(*row[1:])]
    if not missing:
        return
    packages = sorted({row[0] for row in missing})
    line = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("== installing", *packages, flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": _debian_environment()}
        subprocess.run(["apt-get", "update", "-q"], check=False, **quiet)
        subprocess.run(line, check=False, **quiet)
        missing = [row for row in missing if not _present(*row[1:])]
    if missing:
        sys.exit(f"Please run once:  sudo {' '.join(line)}")


def _needs(purpose: str) -> list[tuple[str, str, str]]:
    """Rows of packaging/system.tsv for this purpose: package, kind, name."""
    rows = []
    for text in (HOUSE / "packaging" / "system.tsv").read_text().splitlines():
        if text and not text.startswith("#"):
            wanted, package, kind, name = text.split("\t")
            if wanted == "run" or purpose == "test":
                rows.append((package, kind, name))
    return rows


def _present(kind: str, name: str) -> bool:
    if kind == "tool":
        return shutil.which(name) is not None
    if kind == "file":
        return Path(name).exists()
    if kind == "header":  # one package has no wheel for Linux and is compiled
        return Path(sysconfig.get_path("include"), name).exists()
    if kind == "module":
        return importlib.util.find_spec(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _peers() -> None:
    """Install the independent clients our files are proven against."""
    wanted = PEERS / "package-lock.json"
    stamp = PEERS / "node_modules" / ".ieum-stamp"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print("== installing the peers of the tests", flush=True)
    npm = shutil.which("npm") or "npm"
    if _call(
        npm, "ci", "--prefix", str(PEERS), "--ignore-scripts", "--no-audit", "--no-fund"
    ):
        sys.exit("The peers could not be installed; see above.")
    stamp.write_text(digest)


def _debian_environment() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def _environment() -> dict[str, str]:
    found = {**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONDONTWRITEBYTECODE": "1"}
    if not _has_display():
        found.setdefault("QT_QPA_PLATFORM", "offscreen")
    return found


def _python(*arguments: str) -> int:
    return _call(str(PYTHON), *arguments)


def _call(*command: str) -> int:
    return subprocess.run(
        command, cwd=HOUSE, env=_environment(), check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
