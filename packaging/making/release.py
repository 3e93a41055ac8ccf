"""A release (출시): everything made twice, compared, listed, signed and told; nothing by hand.

    python3 packaging/build.py release prepare 0.2.0    version, change notes, one commit
    IEUM_RELEASE_KEY=… python3 packaging/build.py release make --advisories all.zip

* ``prepare`` moves what waits in ``packaging/changes/unreleased`` to the version, writes the version
  where the program says it, and commits these; nothing else is touched.
* ``make`` begins with a clean tree of what is committed. Every build is made a second time in a
  clone at another path, from the same pinned inputs, and both are compared: one byte that differs
  and is no signature stops the release.
* Then: the list of parts is checked against its schema, known weaknesses are looked up, the notes
  are written, ``SHA256SUMS`` names every file and is signed with ``ssh-keygen`` and ``gpg``.
* Each step ends with a line ``PASS``, ``FAIL`` or ``NOT RUN``; all of them stand in ``RELEASE.txt``.
  Without IT's key all of it is for trying out, and says so.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from making import comparing, listing, notes, places, signing
from making.digest import sha256

AGAIN = places.BUILD / "again"
_SHARED = (
    "runtime",
    "wheels",
    "inputs",
    "keys",
)  # what both builds begin with, pinned by hash
_SIGNED = (".sig", ".asc")
_SIGNATURES = ("a signature;", "PE, in ")
_SLOW = ("portable",)  # packs for minutes; a trial takes the other of its kind
_STEPS = {
    "linux": (("tree",), ("portable",), ("portable", "--zst"), ("deb",)),
    "windows": (("tree", "--system", "windows"), ("msi",)),
}


@dataclass(slots=True)
class Course:
    """How a release goes: one line for each step, and whether all went well."""

    out: Path
    lines: list[str] = field(default_factory=list)

    def say(self, state: str, step: str, told: str = "") -> None:
        """Keep and print a line."""
        line = f"{state:<8}{step}" + (f": {told}" if told else "")
        self.lines.append(line)
        print(line, flush=True)

    def step(self, name: str, work: Callable[[], str]) -> bool:
        """Do one step; whatever stops it becomes its line."""
        begun = time.monotonic()
        try:
            told = work()
        except (SystemExit, OSError, subprocess.CalledProcessError) as error:
            self.say("FAIL", name, str(error)[:2000])
            return False
        self.say("PASS", name, f"{told} ({time.monotonic() - begun:.0f} s)".strip())
        return True

    @property
    def well(self) -> bool:
        """Whether no step failed."""
        return not any(line.startswith("FAIL") for line in self.lines)

    def keep(self) -> None:
        """Write the lines beside what they are about."""
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / "RELEASE.txt").write_text("\n".join(self.lines) + "\n", encoding="utf-8", newline="\n")  # fmt: skip


def main(rest: Sequence[str]) -> int:
    """Prepare a release, or make it."""
    parser = argparse.ArgumentParser(prog="build.py release")
    verbs = parser.add_subparsers(dest="verb", required=True)
    first = verbs.add_parser("prepare", help="version, change notes, one commit")
    first.add_argument("version")
    second = verbs.add_parser("make", help="both builds twice, compared, signed, told")
    second.add_argument("--systems", nargs="+", choices=places.SYSTEMS, default=list(places.SYSTEMS))  # fmt: skip
    second.add_argument(
        "--advisories", type=Path, nargs="+", default=[], help="see: vulnerabilities"
    )
    second.add_argument("--quick", action="store_true", help="packages for a trial: larger, soon done")  # fmt: skip
    second.add_argument("--out", type=Path, default=places.DIST)
    asked = parser.parse_args(rest)
    if asked.verb == "prepare":
        print(prepare(asked.version))
        return 0
    return make(asked)


# --- prepare --------------------------------------------------------------------------------------


def prepare(version: str, house: Path = places.HOUSE) -> str:
    """Let a version begin: what waits is told by it, and the program says it.

    Raises:
        SystemExit: something is not committed, or the notes cannot be told.
    """
    clean(house)
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise SystemExit(f"{version} is no version: three numbers with dots")
    moved = notes.move(version, house / "packaging" / "changes")
    (moved / "made").write_text(f"{int(_asked(house, 'git', 'log', '-1', '--format=%ct'))}\n", encoding="ascii")  # fmt: skip
    _say_version(house, version)
    _asked(house, "git", "add", "packaging/changes", "pyproject.toml", "intake/__init__.py")  # fmt: skip
    _asked(house, "git", "commit", "-q", "-m", f"Version {version}", "--", "packaging/changes", "pyproject.toml", "intake/__init__.py")  # fmt: skip
    return f"{version}: {len(notes.read(moved))} notes; committed as {_asked(house, 'git', 'rev-parse', '--short', 'HEAD')}"  # fmt: skip


def clean(house: Path = places.HOUSE) -> str:
    """Say which commit is built; stop where something is not committed.

    Raises:
        SystemExit: with what is not.
    """
    told = _asked(house, "git", "status", "--porcelain")
    if told:
        raise SystemExit("not committed:\n" + "\n".join(told.splitlines()[:20]))
    return _asked(house, "git", "rev-parse", "HEAD")


def _say_version(house: Path, version: str) -> None:
    for name, pattern in (("pyproject.toml", r'(?m)^version = "[^"]*"'), ("intake/__init__.py", r'(?m)^__version__ = "[^"]*"')):  # fmt: skip
        file = house / name
        text = file.read_text(encoding="utf-8")
        said, count = re.subn(pattern, lambda found: re.sub(r'"[^"]*"', f'"{version}"', found.group()), text, count=1)  # fmt: skip
        if not count:
            raise SystemExit(f"{name} says no version")
        file.write_text(said, encoding="utf-8", newline="\n")


# --- make -----------------------------------------------------------------------------------------


def make(asked: argparse.Namespace) -> int:
    """Make what is handed out, and tell how it went."""
    course = Course(asked.out.resolve())
    course.say("NOTE", "channel", f"{signing.channel()}" + ("" if signing.channel() == "release" else ", for trying out: IEUM_RELEASE_KEY names no key"))  # fmt: skip
    if course.step("clean tree", clean):
        shutil.rmtree(course.out, ignore_errors=True)
        for system in asked.systems:
            _system(course, system, quick=asked.quick)
        _paperwork(course, asked)
        if course.well:
            course.step("sums and signatures", lambda: sign(course.out))
        else:
            course.say("NOT RUN", "sums and signatures", "nothing is signed where a step failed")  # fmt: skip
    course.keep()
    if course.well:
        signing.sign(course.out / "RELEASE.txt")
    print(
        f"{course.out}: " + ("all went well" if course.well else "DO NOT HAND THIS OUT")
    )
    return 0 if course.well else 1


def _system(course: Course, system: str, *, quick: bool) -> None:
    """Make the builds of a system twice, at two paths, and compare them."""
    if not places.runtime(system).is_dir() or not places.wheels(system).is_dir():
        course.say("FAIL", system, f"no inputs: {places.runtime(system)}, {places.wheels(system)}")  # fmt: skip
        return
    again, second = AGAIN / system, AGAIN / system / "dist"
    if not course.step(f"{system}, made", lambda: _build(places.HOUSE, system, course.out, quick=quick)):  # fmt: skip
        return
    if not course.step(f"{system}, made again elsewhere", lambda: _build(_clone(again), system, second, quick=quick)):  # fmt: skip
        return
    course.step(f"{system}, compared", lambda: _same(places.tree(system), again / "house" / "build" / "tree" / system, course.out, second))  # fmt: skip
    course.step(f"{system}, list of parts", lambda: _bill(course.out, system))


def _clone(again: Path) -> Path:
    """Return a clone of what is committed, at another path, with the same inputs."""
    shutil.rmtree(again, ignore_errors=True)
    house = again / "house"
    again.mkdir(parents=True)
    _asked(again, "git", "clone", "-q", "--no-hardlinks", str(places.HOUSE), str(house))
    (house / "build").mkdir()
    for name in _SHARED:
        if (places.BUILD / name).exists():
            (house / "build" / name).symlink_to(places.BUILD / name)
    trust = places.HOUSE / "resources" / "trust"
    if trust.is_dir():
        shutil.copytree(trust, house / "resources" / "trust", dirs_exist_ok=True)
    return house


def _build(house: Path, system: str, out: Path, *, quick: bool) -> str:
    """Run the steps of a system in a house, what is handed out going to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    for step, *words in (one for one in _STEPS[system] if not (quick and one == _SLOW)):
        told = [*words, *(("--out", str(out)) if step != "tree" else ()), *(("--quick",) if quick and step == "deb" else ())]  # fmt: skip
        done = subprocess.run([sys.executable, str(house / "packaging" / "build.py"), step, *told], cwd=house, env=places.environment(), capture_output=True, text=True, check=False)  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{step}: " + (done.stderr or done.stdout).strip()[-1500:])
    made = [one for one in sorted(out.iterdir()) if one.suffix in {".deb", ".msi", ".xz", ".zst"}]  # fmt: skip
    return ", ".join(f"{one.name} {one.stat().st_size / 1e6:.1f} MB" for one in made)


def _same(tree: Path, other_tree: Path, out: Path, other: Path) -> str:
    """Compare both trees and what was packed of them; signatures alone may differ.

    Raises:
        SystemExit: with the first differences.
    """
    found = comparing.differences(tree, other_tree)
    names = sorted(one.name for one in other.iterdir() if one.is_file())
    for name in names:
        found += comparing.differences(out / name, other / name) if (out / name).is_file() else [comparing.Difference(name, "only in the second")]  # fmt: skip
    real = [one for one in found if not _is_signature(one)]
    if real:
        raise SystemExit("\n".join(f"{one.where}: {one.why}" for one in real[:20]))
    signed = f", {len(found)} signatures differ by their nature" if found else ""
    return f"{len(listing.names(tree)) + 2} files and {len(names)} of what is handed out are the same bytes{signed}"  # fmt: skip


def _is_signature(one: comparing.Difference) -> bool:
    """Whether only a signature differs: beside a file, or Authenticode inside it."""
    if one.why.startswith(_SIGNATURES[0]):
        return True
    fields = one.why.removeprefix(_SIGNATURES[1]).partition(";")[0].split(", ")
    only = {"the checksum", "the Authenticode signature", "where the signature lies"}
    return one.why.startswith(_SIGNATURES[1]) and set(fields) <= only


def _bill(out: Path, system: str) -> str:
    from making import bill  # noqa: PLC0415 - one step of many

    kept = out / f"ieum-{places.version()}-{system}.cdx.json"
    shutil.copyfile(places.tree(system) / bill.NAME, kept)
    state = bill.validate(kept)
    if state:
        raise SystemExit("the list of parts is not valid" if state == 1 else "nobody here can check it: pip install cyclonedx-python-lib jsonschema")  # fmt: skip
    return kept.name


def _paperwork(course: Course, asked: argparse.Namespace) -> None:
    from making import vulnerabilities  # noqa: PLC0415 - one step of many

    version = places.version()
    course.step("change notes", lambda: ", ".join(one.name for one in notes.write(version, course.out)))  # fmt: skip
    told = vulnerabilities.main([*(["--advisories", *map(str, asked.advisories)] if asked.advisories else []), "--out", str(course.out)])  # fmt: skip
    bad = "FAIL" if signing.channel() == "release" else "NOT RUN"
    states = {0: ("PASS", ""), 3: (bad, "no list of advisories was given"), 4: (bad, "looked up, but the list is older than a month")}  # fmt: skip
    course.say(*_spread(states.get(told, ("FAIL", "see the report"))))


def _spread(said: tuple[str, str]) -> tuple[str, str, str]:
    return said[0], "known weaknesses", said[1]


def sign(out: Path) -> str:
    """Name every file that is handed out in ``SHA256SUMS``, and sign that both ways."""
    found = list(_handed_out(out))
    rows = "".join(f"{sha256(one)}  {one.relative_to(out).as_posix()}\n" for one in found)  # fmt: skip
    sums = out / "SHA256SUMS"
    sums.write_text(rows, encoding="utf-8", newline="\n")
    signing.sign(sums)
    signing.sign_gpg(sums)
    signing.lay_public(out)
    if not signing.fits(sums, out / "SHA256SUMS.sig", out / "release.signers"):
        raise SystemExit("the signature that was made does not fit")
    return f"{len(found)} files named"


def _handed_out(out: Path) -> Iterator[Path]:
    aside = {
        "SHA256SUMS",
        "RELEASE.txt",
        "release.signers",
        "release.pub",
        "release.gpg",
    }
    for one in sorted(out.rglob("*")):
        if one.is_file() and one.suffix not in _SIGNED and one.name not in aside:
            yield one


def _asked(house: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:3])}: {(done.stderr or done.stdout).strip()[-500:]}")  # fmt: skip
    return done.stdout.strip()
