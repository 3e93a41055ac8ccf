"""Where a build finds and leaves things, and what it is called."""

import io
import os
import subprocess
import tarfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
PACKAGING = HOUSE / "packaging"
BUILD = HOUSE / "build"
INPUTS = BUILD / "inputs"
DIST = BUILD / "dist"
KEYS = BUILD / "keys"
PROVE = BUILD / "prove"
SYSTEMS = ("linux", "windows")


def runtime(system: str) -> Path:
    """The Python that ``system`` brings."""
    return BUILD / "runtime" / system


def wheels(system: str) -> Path:
    """What the lock of ``system`` names, unpacked or as wheels."""
    return BUILD / "wheels" / system


def tree(system: str) -> Path:
    """The folder that the packages of ``system`` install."""
    return BUILD / "tree" / system


def version() -> str:
    """The version of this program, as pyproject.toml says it."""
    said = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    return str(said["project"]["version"])


def commit() -> str:
    """The commit that is built, or "" where there is no history."""
    return _asked("git", "rev-parse", "HEAD")


def lay_committed(commit: str, target: Path, *names: str, of: str = "") -> None:
    """Lay files of ours as they were committed, whatever lies in the work tree; ``of`` is their folder."""
    packed = subprocess.run(["git", "archive", f"{commit}:{of}", *names], cwd=HOUSE, check=True, capture_output=True)  # fmt: skip
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as held:
        held.extractall(target, filter="data")


def made() -> int:
    """The second that everything made carries: SOURCE_DATE_EPOCH, else that of the commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH") or _asked("git", "log", "-1", "--format=%ct")  # fmt: skip
    return int(told or 0)


def run(*command: str | Path, where: Path = HOUSE, adding: Mapping[str, str] | None = None, kindly: bool = False) -> None:  # fmt: skip
    """Run a tool and stop where it fails; ``kindly`` leaves the processors to others first."""
    words = [*(("nice", "-n", "10") if kindly else ()), *(str(word) for word in command)]  # fmt: skip
    subprocess.run(words, cwd=where, env=environment(adding), check=True)


def environment(adding: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of every step: one clock, one language, one order of sorting."""
    fixed = {"SOURCE_DATE_EPOCH": str(made()), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**os.environ, **fixed, **(adding or {})}


def _asked(*command: str) -> str:
    said: Sequence[str] = command
    try:
        return subprocess.run(said, cwd=HOUSE, check=True, capture_output=True, text=True).stdout.strip()  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return ""
