"""The licence texts of everything that is handed out (사용권), in the package and in the window.

    python3 packaging/build.py licences               whether the trees under build/ are covered
    python3 packaging/build.py licences --write       take the texts in anew, from those trees

* ``resources/licences`` holds every text, for both systems, and ``index.json`` that says whose it
  is. The page in the window reads the same files that the package lays down.
* A build whose packages differ from the index, or whose wheel brings another text, is stopped:
  somebody has to look at what changed.
* What may only be passed on under the GPL is refused by name.
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from making import parts, signing
from making.parts import LICENCES, Package, Part
from making.places import HOUSE, SYSTEMS, tree

PLACE = HOUSE / LICENCES
INDEX = "index.json"
_OURS = Part("Ieum", "", "Apache-2.0", "program", texts=("spdx/Apache-2.0.txt",))
# What the GPL alone allows, or what was left out on purpose; none of it may lie in a tree.
_NEVER = (
    "app/PySide6/**/*virtualkeyboard*",
    "app/PySide6/**/*VirtualKeyboard*",
    "app/PySide6/QtCharts*.so",
    "app/PySide6/QtCharts*.pyd",
    "app/PySide6/**/*Qt6Charts*",
    "app/PySide6/QtDataVisualization*.so",
    "app/PySide6/**/*Qt6DataVisualization*",
    "app/av",
    "app/av.libs",
    "runtime/**/readline*.so",
    "runtime/**/libreadline*",
    "runtime/**/_gdbm*.so",
    "runtime/**/libgdbm*",
)
_LIBRARIES = (
    "*.libs/*",
    "libsodium/*",
    "PySide6/Qt/lib/*.so*",
    "PySide6/*.dll",
    "shiboken6/*.dll",
)


class Uncovered(SystemExit):
    """Something that would be handed out has no licence text here."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Stop with one line for each."""
        told = "\n  ".join(sorted(lines))
        super().__init__(f"resources/licences does not cover this build:\n  {told}\nLook at it, then: python3 packaging/build.py licences --write")  # fmt: skip


def main(rest: Sequence[str]) -> int:
    """Check the trees, or take their texts in."""
    parser = argparse.ArgumentParser(prog="build.py licences")
    parser.add_argument("--write", action="store_true", help="take the texts in anew")
    for system in SYSTEMS:
        parser.add_argument(f"--{system}", type=Path, default=tree(system), help="a tree, with app/ and runtime/")  # fmt: skip
    asked = parser.parse_args(rest)
    roots = {system: root for system in SYSTEMS if (root := getattr(asked, system)).is_dir()}  # fmt: skip
    if not roots:
        print("There is no tree yet: python3 packaging/build.py tree")
        return 2
    if asked.write:
        take_in(roots)
    for system, root in roots.items():
        check(root, system)
        print(f"{system}: every part has its licence text")
    return 0


def fill(root: Path, system: str) -> Path:
    """Lay ``licences/`` into a tree, out of its own resources; return the folder.

    A build for trying out goes on where something is not covered, and says so; a release stops.

    Raises:
        Uncovered: a part has no text, or another one than was looked at.
    """
    inside, place = root / "app" / LICENCES, root / "licences"
    try:
        check(root, system, index=inside if inside.is_dir() else PLACE)
    except Uncovered as uncovered:
        if signing.channel() == "release":
            raise
        print(f"only for trying out: {uncovered}")
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(inside if inside.is_dir() else PLACE, place)
    for name in {text for one in read(place) for text in one["texts"] if text.startswith("../")}:  # fmt: skip
        _beside(place, name)
    shutil.rmtree(inside, ignore_errors=True)
    return place


def _beside(place: Path, name: str) -> None:
    """Lay a text that stands beside what it is about (``../fonts/OFL.txt``) into the folder too."""
    kept = place / "beside" / name.removeprefix("../").replace("/", "-")
    kept.parent.mkdir(exist_ok=True)
    source = place.parent / "app" / "resources" / name.removeprefix("../")
    shutil.copyfile(source if source.is_file() else PLACE / name, kept)


def read(place: Path = PLACE) -> list[dict[str, Any]]:
    """Return the lines of the index."""
    return list(json.loads((place / INDEX).read_text(encoding="utf-8"))["parts"])


def check(root: Path, system: str, index: Path = PLACE) -> None:
    """Stop where a tree holds what the index does not know, or what must never be in it.

    Raises:
        Uncovered: with one line for each.
    """
    known = {(one["of"], one["name"], one["version"]): one for one in read(index) if system in one["systems"]}  # fmt: skip
    told = [f"never: {found.relative_to(root)}" for pattern in _NEVER for found in root.glob(pattern)]  # fmt: skip
    held = parts.parts(root, system)
    told += _unclaimed(root, {part.name for part in held})
    for part in held:
        row = known.get((part.of, part.name, part.version))
        if row is None:
            told.append(f"{part.name} {part.version}" + (f" in {part.of}" if part.of else ""))  # fmt: skip
        else:
            told += [f"{part.name}: no text {name}" for name in row["texts"] if not (index / name).is_file() and not (PLACE / name).is_file()]  # fmt: skip
    told += _other_texts(root, index)
    if told:
        raise Uncovered(told)


def _unclaimed(root: Path, names: set[str]) -> list[str]:
    """Return a line for every library beside a package that is of no part that is named."""
    told, rows = [], parts.rules().get("libraries", {})
    for pattern in _LIBRARIES:
        for file in sorted((root / "app").glob(pattern)):
            name = file.relative_to(root / "app").as_posix()
            whose = next((part for row, part in rows.items() if fnmatch(name, row)), "")
            if whose not in names:
                told.append(f"whose is app/{name}?" + (f" {whose} is not named" if whose else ""))  # fmt: skip
    return told


def _other_texts(root: Path, index: Path) -> list[str]:
    """Return a line for every text in a wheel that was not looked at."""
    held = {_digest(file) for file in index.rglob("*") if file.is_file()}
    return [f"{one.name}: another text, {file.name}" for one in parts.packages(root / "app") for file in one.texts() if _digest(file) not in held]  # fmt: skip


# --- taking in ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Intake:
    """Texts and lines as they are gathered from one tree after another."""

    place: Path
    lines: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)  # digest: name

    def text(self, one: Package, file: Path) -> str:
        """Keep a text once, whoever brings it; return its name."""
        digest = _digest(file)
        if digest not in self.kept:
            inner = file.relative_to(one.info).as_posix()
            while inner.startswith("licenses/"):
                inner = inner.removeprefix("licenses/")
            name = f"packages/{one.key}/{inner}"
            if (
                self.place / name
            ).exists():  # another text of that name, for another system
                name = f"packages/{one.key}/{digest[:8]}-{inner.replace('/', '-')}"
            (self.place / name).parent.mkdir(parents=True, exist_ok=True)
            (self.place / name).write_bytes(_unix(file))
            self.kept[digest] = name
        return self.kept[digest]

    def line(self, part: Part, system: str, texts: Sequence[str]) -> None:
        """Say that a part is in the build of a system."""
        row = self.lines.setdefault(
            (part.of, part.name, part.version),
            {
                "name": part.name,
                "version": part.version,
                "licence": part.licence or "NOASSERTION",
                "kind": part.kind,
                "of": part.of,
                "home": part.home,
                "systems": [],
                "texts": [],
            },
        )
        row["systems"] = sorted({*row["systems"], system})
        row["texts"] = list(dict.fromkeys((*row["texts"], *texts)))


def take_in(roots: Mapping[str, Path], place: Path = PLACE) -> None:
    """Write ``packages/`` and the index anew, out of these trees."""
    shutil.rmtree(place / "packages", ignore_errors=True)
    kept = {_digest(file): file.relative_to(place).as_posix() for folder in ("spdx", "parts", "qt") for file in sorted((place / folder).rglob("*.txt"))}  # fmt: skip
    intake = Intake(place, kept=kept)
    for system, root in roots.items():
        held = {one.key: one for one in parts.packages(root / "app")}
        brought = {key: [intake.text(one, file) for file in one.texts()] for key, one in held.items()}  # fmt: skip
        intake.line(_OURS, system, _OURS.texts)
        for part in parts.parts(root, system):
            intake.line(part, system, _texts(part, brought, place))
    rows = sorted(intake.lines.values(), key=lambda row: (row["of"], row["name"].lower(), row["version"]))  # fmt: skip
    told = {"said": "Made by packaging/build.py licences --write; looked at by a person.", "parts": rows}  # fmt: skip
    (place / INDEX).write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")  # fmt: skip
    _say_what_is_bare(rows)


def _texts(part: Part, brought: Mapping[str, list[str]], place: Path) -> tuple[str, ...]:  # fmt: skip
    if part.kind == "package":
        own = brought.get(parts.spelled(part.name), [])
        return (*own, *(text for text in part.texts if text not in own))
    if part.texts:
        return part.texts
    standard = tuple(f"spdx/{word}.txt" for word in _words(part.licence) if (place / f"spdx/{word}.txt").is_file())  # fmt: skip
    return (*brought.get(part.of, ())[:1], *standard)


def _words(licence: str) -> list[str]:
    return [word for word in licence.replace("(", " ").replace(")", " ").split() if word not in {"AND", "OR", "WITH"}]  # fmt: skip


def _say_what_is_bare(rows: Iterable[Mapping[str, Any]]) -> None:
    bare = [f"{row['name']} {row['version']} in {row['of'] or '-'}" for row in rows if not row["texts"] or row["licence"] == "NOASSERTION"]  # fmt: skip
    if bare:
        print("without a text or a licence:\n  " + "\n  ".join(bare))


def _digest(file: Path) -> str:
    return hashlib.sha256(_unix(file)).hexdigest()


def _unix(file: Path) -> bytes:
    """Return a text with the ends of lines that it has everywhere but in wheels for Windows."""
    return file.read_bytes().replace(b"\r\n", b"\n")
