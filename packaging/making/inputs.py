"""What a build is made from and did not make itself: each file by its hash, or nothing.

    python3 packaging/build.py inputs                 fetch what packaging/inputs.tsv names
    python3 packaging/build.py inputs --check         only look at what lies in build/inputs
    python3 packaging/build.py inputs openssl zlib    some of it

* A file whose bytes have another hash than its row is removed and the step stops.
* What Debian hands out as source comes with a ``.dsc``: its own hashes must say the same, and
  where Debian's keys are there (package debian-keyring) its signature is checked with ``gpgv``.
* IT may lay the files into ``build/inputs`` from a stick; then nothing is fetched.
"""

import argparse
import re
import shutil
import subprocess
import tarfile
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from making import places
from making.digest import sha256

TABLE = places.PACKAGING / "inputs.tsv"
KEYS = tuple(
    Path("/usr/share/keyrings") / f"debian-{one}.gpg"
    for one in ("keyring", "maintainers")
)
_LINE = re.compile(r"^ ([0-9a-f]{64}) [0-9]+ (\S+)$", re.MULTILINE)
CLOCK = {
    "SOURCE_DATE_EPOCH": "1788220800"
}  # what is compiled here is the same in any commit
_SOURCE = re.compile(r"(\.orig|-[0-9.]+)\.tar\.[gx]z$")
_FETCHABLE = (
    "https",
    "http",
)  # the hash says what may be believed, not the way it came


@dataclass(frozen=True, slots=True)
class Input:
    """One file that is fetched."""

    part: str
    version: str
    sha256: str
    where: str
    why: str

    @property
    def name(self) -> str:
        """What it is called in ``build/inputs``."""
        return unquote(urlsplit(self.where).path.rsplit("/", 1)[1])

    @property
    def path(self) -> Path:
        """Where it lies."""
        return places.INPUTS / self.name


def main(rest: Sequence[str]) -> int:
    """Fetch and check."""
    parser = argparse.ArgumentParser(prog="build.py inputs", description="Fetch what a build is made from.")  # fmt: skip
    parser.add_argument("parts", nargs="*", help="only these (all)")
    parser.add_argument("--check", action="store_true", help="fetch nothing")
    asked = parser.parse_args(rest)
    for part in asked.parts or parts():
        for path in (at_hand if asked.check else fetch)(part):
            print(f"{part:<12}{path.name}")
    return 0


def rows(table: Path = TABLE) -> tuple[Input, ...]:
    """Every input, as the table has it."""
    lines = table.read_text(encoding="utf-8").splitlines()
    return tuple(Input(*line.split("\t")) for line in lines if line and line[0] != "#")


def parts() -> tuple[str, ...]:
    """What the inputs are of, each once."""
    return tuple(dict.fromkeys(row.part for row in rows()))


def of(part: str) -> tuple[Input, ...]:
    """The files of one part."""
    found = tuple(row for row in rows() if row.part == part)
    if not found:
        raise SystemExit(f"packaging/inputs.tsv names no {part}.")
    return found


def fetch(part: str) -> tuple[Path, ...]:
    """Have the files of a part, whatever of them was not there yet, and check them."""
    for row in of(part):
        if not row.path.is_file():
            _load(row)
    return at_hand(part)


def at_hand(part: str) -> tuple[Path, ...]:
    """Check the files of a part; stop at the first that is not what its row says."""
    found = of(part)
    for row in found:
        if not row.path.is_file():
            raise SystemExit(f"Not there: {row.path}  (from {row.where})")
        if sha256(row.path) != row.sha256:
            row.path.unlink()
            raise SystemExit(f"Not the file that inputs.tsv names, removed: {row.name}")
    for row in found:
        if row.name.endswith(".dsc"):
            check_signed(row.path, found)
    return tuple(row.path for row in found)


def check_signed(described: Path, found: Iterable[Input]) -> None:
    """Check that Debian says of its source what the table says, and who signed it."""
    said = {
        name: sha for sha, name in _LINE.findall(described.read_text(encoding="utf-8"))
    }
    for row in found:
        if row.path != described and said.get(row.name) != row.sha256:
            raise SystemExit(f"{described.name} says something else of {row.name}.")
    keys = [word for key in KEYS if key.is_file() for word in ("--keyring", str(key))]
    if not keys or not shutil.which("gpgv"):
        print(
            f"{described.name}: signature not checked (debian-keyring is not installed)"
        )
        return
    done = subprocess.run(["gpgv", "-q", *keys, described], capture_output=True, check=False)  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{described.name}: {done.stderr.decode(errors='replace')}")


def unpack(archive: Path, into: Path) -> Path:
    """Unpack one archive; return its only folder, or ``into``."""
    into.mkdir(parents=True, exist_ok=True)
    before = set(into.iterdir())
    with tarfile.open(archive) as packed:
        packed.extractall(into, filter="data")
    new = sorted(set(into.iterdir()) - before)
    return new[0] if len(new) == 1 and new[0].is_dir() else into


def lay_source(part: str, where: Path, left: Sequence[str] = ()) -> Path:
    """Lay the source of a part with Debian's mends, whole or not at all.

    ``left`` names the patches (by patterns) that only serve Debian's own layout. The order of
    Debian's ``series`` is kept; a patch that does not fit stops the step.
    """
    shutil.rmtree(where, ignore_errors=True)
    found = fetch(part)
    source = unpack(next(one for one in found if _SOURCE.search(one.name)), where)
    mends = next((one for one in found if ".debian.tar." in one.name), None)
    if mends is not None:
        patches = unpack(mends, where) / "patches"
        for name in series(patches / "series"):
            if not any(re.fullmatch(one, name) for one in left):
                places.run("patch", "-s", "-f", "-p1", "--no-backup-if-mismatch", "-i", patches / name, where=source)  # fmt: skip
    return source


def series(path: Path) -> list[str]:
    """The patches of a Debian source, in their order."""
    lines = (line.split("#", 1)[0].strip() for line in path.read_text().splitlines())
    return [line for line in lines if line]


def _load(row: Input) -> None:
    if urlsplit(row.where).scheme not in _FETCHABLE:
        raise SystemExit(f"inputs.tsv: not a place to fetch from: {row.where}")
    print(f"fetching {row.where}", flush=True)
    row.path.parent.mkdir(parents=True, exist_ok=True)
    half = row.path.with_name(row.name + ".half")
    coming = urllib.request.urlopen(row.where, timeout=120)  # noqa: S310 - looked at above
    with coming, half.open("wb") as kept:
        shutil.copyfileobj(coming, kept)
    half.replace(row.path)
