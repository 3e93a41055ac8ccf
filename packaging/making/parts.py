"""What a build is made of (구성 요소): packages, and what lies inside them.

* A package is told by what its own wheel says (METADATA); ``packaging/parts.toml`` says the rest.
* The version of what lies inside is read from the bytes that are handed out. Where no byte tells
  it, the row stands for one version of its package, and another one stops the build.
* Wheels that bring a list of their own parts are believed, but for what they do not hold.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.parser import Parser
from email.policy import compat32
from functools import cache
from pathlib import Path
from typing import Any

from making import inputs, signing
from making.places import PACKAGING

LICENCES = "resources/licences"
_CRATE = re.compile(rb"registry/src/[^/\x00]{1,80}/([a-z0-9_-]{1,60}?)-(\d+\.\d+\.\d+)[^/\x00]{0,30}/")  # fmt: skip
_NOT_A_TEXT = {".py", ".pyc"}


class Unclear(SystemExit):
    """A build that cannot say what it is made of; the words are for whoever builds."""

    def __init__(self, words: str) -> None:
        """Stop with these words."""
        super().__init__(f"not clear what is inside: {words}")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is handed out, and whose it is."""

    name: str
    version: str
    licence: str
    kind: str = "library"  # program | runtime | package | library | crate | qt | font | pictures | words
    of: str = ""  # what it lies in
    texts: tuple[str, ...] = ()  # below resources/licences, or of the wheel
    purl: str = ""
    cpe: str = ""
    home: str = ""
    sha256: str = ""
    needs: tuple[str, ...] = ()
    sources: tuple[
        tuple[str, str], ...
    ] = ()  # where it was built from here: address, SHA-256


@dataclass(frozen=True, slots=True)
class Package:
    """A package as its own wheel tells of it."""

    name: str
    version: str
    info: Path
    said: Mapping[str, Any] = field(repr=False)

    @property
    def key(self) -> str:
        """The one spelling of its name."""
        return spelled(self.name)

    @property
    def licence(self) -> str:
        """Its licence, as an SPDX expression."""
        told = rules()["licence"].get(self.key) or self.said["licence"]
        if not told:
            raise Unclear(
                f"{self.name} says no licence; add it to packaging/parts.toml"
            )
        return str(told)

    def texts(self) -> Iterator[Path]:
        """Yield the licence texts that its wheel brings."""
        for file in sorted(self.info.rglob("*")):
            named = "licen" in file.name.lower() or file.stem.upper() in {"COPYING", "NOTICE", "AUTHORS"}  # fmt: skip
            inside = "licenses" in file.relative_to(self.info).parts[:-1]
            if file.is_file() and (named or inside) and file.suffix not in _NOT_A_TEXT:
                yield file

    def lists(self) -> Iterator[Mapping[str, Any]]:
        """Yield the lists of parts (SBOM) that its wheel brings."""
        for file in sorted((self.info / "sboms").glob("*.json")):
            yield json.loads(file.read_text(encoding="utf-8"))


def spelled(name: str) -> str:
    """Return the one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def rules() -> dict[str, Any]:
    """What ``packaging/parts.toml`` says."""
    return tomllib.loads((PACKAGING / "parts.toml").read_text(encoding="utf-8"))


def packages(app: Path) -> tuple[Package, ...]:
    """Return every package of an app folder, by name."""
    found = []
    for info in app.glob("*.dist-info"):
        head = (info / "METADATA").read_text(encoding="utf-8")
        told = Parser(policy=compat32).parsestr(head, headersonly=True)
        said = {
            "licence": told.get("License-Expression")
            or _known(told.get("License", "")),
            "home": told.get("Home-page", "") or _page(told.get_all("Project-URL", [])),
            "needs": tuple(map(_needed, told.get_all("Requires-Dist", []))),
        }
        found.append(Package(told["Name"], told["Version"], info, said))
    return tuple(sorted(found, key=lambda one: one.key))


def parts(root: Path, system: str) -> tuple[Part, ...]:
    """Return everything an installed folder is made of, but for this program itself.

    A build for trying out goes on where something is unclear, and says so; a release stops.

    Raises:
        Unclear: something must be there and is not, or nobody can say its version.
    """
    held = packages(root / "app")
    names = {one.key: one for one in held}
    found = [_package(one, names) for one in held]
    found += [part for row in rules()["part"] if (part := _row(root, row, system, names)) is not None]  # fmt: skip
    for one in held:
        found += _inside(one, root / "app", {part.name.lower() for part in found if part.of == one.key})  # fmt: skip
    found += attributions() if "pyside6-essentials" in names else ()
    return tuple(sorted(set(found), key=lambda part: (part.of, part.name.lower(), part.version)))  # fmt: skip


def attributions() -> tuple[Part, ...]:
    """What Qt is made of itself, as its sources say (see ``making.attributions``)."""
    place = PACKAGING.parent / LICENCES / "qt" / "attributions.json"
    rows = json.loads(place.read_text(encoding="utf-8"))["parts"]
    return tuple(Part(row["name"], row["version"] or "of-qt", row["licence"], of="qt", texts=("qt/attributions.txt",), home=row["home"]) for row in rows)  # fmt: skip


def _package(one: Package, names: Mapping[str, Package]) -> Part:
    home = rules()["home"].get(one.key) or one.said["home"]
    needs = tuple(sorted({name for name in one.said["needs"] if name in names}))
    texts = tuple(rules()["texts"].get(one.key, ()))
    return Part(one.name, one.version, one.licence, "package", texts=texts, purl=f"pkg:pypi/{one.key}@{one.version}", home=home, needs=needs)  # fmt: skip


def _row(root: Path, row: Mapping[str, Any], system: str, names: Mapping[str, Package]) -> Part | None:  # fmt: skip
    try:
        return _found(root, row, system, names)
    except Unclear as unclear:
        if signing.channel() == "release":
            raise
        print(f"only for trying out: {unclear}")
        return None


def _found(root: Path, row: Mapping[str, Any], system: str, names: Mapping[str, Package]) -> Part | None:  # fmt: skip
    files = sorted(file for pattern in row["files"] for file in root.glob(pattern) if file.is_file())  # fmt: skip
    version = _version_in(files, row, names)
    if not version:
        if (files and not row.get("maybe")) or system in row.get("must", ()):
            raise Unclear(f"{row['name']} in {row['of']}: " + (f"no version in {files[0].name}" if files else "it is not there"))  # fmt: skip
        return None
    return Part(
        row["name"],
        version,
        row["licence"],
        row.get("kind", "library"),
        of=row["of"],
        texts=tuple(row.get("texts", ())),
        purl=row.get("purl", "").format(version=version),
        cpe=row.get("cpe", "").format(version=version),
        home=row.get("home", ""),
        sources=_sources(row, version) if system in row.get("built", ["linux"]) else (),
    )


def _sources(row: Mapping[str, Any], version: str) -> tuple[tuple[str, str], ...]:
    """Return what a part was built from here, if what lies there is what was built."""
    held = [one for one in inputs.rows() if one.part == row.get("input")]
    package = row.get("of") == row.get(
        "input"
    )  # the version is that of the package around it
    return tuple((one.where, one.sha256) for one in held if package or one.version.partition("-")[0] == version)  # fmt: skip


def _version_in(files: list[Path], row: Mapping[str, Any], names: Mapping[str, Package]) -> str:  # fmt: skip
    if not files:
        return ""
    if pattern := row.get("pattern"):
        for file in files:
            if found := re.search(pattern.encode(), file.read_bytes()):
                return found.group(1).decode()
        if "while_" not in row:
            return ""  # never a version that was only meant to be there
    brought = [one.version for one in inputs.rows() if one.part == row.get("input")]
    if brought:
        return brought[0].partition("-")[0]
    holder = names.get(row["of"])
    if "while_" in row and (holder is None or holder.version != row["while_"]):
        told = holder.version if holder else "none"
        raise Unclear(f"{row['name']} was looked up for {row['of']} {row['while_']}, here is {told}")  # fmt: skip
    return str(row["version"])


def _inside(one: Package, app: Path, known: set[str]) -> Iterator[Part]:
    """Yield what the lists of a wheel name, and the Rust crates that its own bytes name."""
    without = {name.lower() for name in rules()["not_inside"].get(one.key, {})} | known
    listed = [part for bill in one.lists() for part in bill.get("components", ())]
    for told in listed:
        name = str(told["name"])
        ours = str(told.get("purl", "")).startswith(f"pkg:pypi/{one.key}@") or name == one.name  # fmt: skip
        if ours or name.lower() in without:
            continue
        yield _listed(one, told)
    if not any("cargo" in str(told.get("purl", "")) for told in listed):
        yield from _crates(one, app)


def _listed(one: Package, told: Mapping[str, Any]) -> Part:
    purl = str(told.get("purl", ""))
    said = [entry.get("expression") or entry.get("license", {}).get("id") or entry.get("license", {}).get("name", "") for entry in told.get("licenses", ())]  # fmt: skip
    licence = " AND ".join(f"({word})" if " OR " in word and len(said) > 1 else word for word in filter(None, said))  # fmt: skip
    licence = licence.replace("/", " OR ") or rules()["named"].get(
        str(told["name"]), ""
    )
    kind = "crate" if purl.startswith("pkg:cargo/") else "library"
    hashes = [entry["content"] for entry in told.get("hashes", ()) if entry.get("alg") == "SHA-256"]  # fmt: skip
    return Part(str(told["name"]), str(told.get("version") or "unknown"), licence, kind, of=one.key, purl=purl, sha256=hashes[0] if hashes else "")  # fmt: skip


def _crates(one: Package, app: Path) -> Iterator[Part]:
    found = set()
    for file in _files_of(one, app):
        if file.suffix in {".so", ".pyd"} and file.is_file():
            found |= set(_CRATE.findall(file.read_bytes()))
    for name, version in sorted((name.decode(), version.decode()) for name, version in found):  # fmt: skip
        licence = rules()["crates"].get(name, "")
        yield Part(name, version, licence, "crate", of=one.key, purl=f"pkg:cargo/{name}@{version}")  # fmt: skip


def _files_of(one: Package, app: Path) -> Iterator[Path]:
    record = one.info / "RECORD"
    if not record.is_file():  # a tree that was trimmed keeps none
        yield from sorted((app / one.key.replace("-", "_")).rglob("*"))
        return
    for line in record.read_text(encoding="utf-8").splitlines():
        yield app / line.rsplit(",", 2)[0].strip('"')


def _known(said: str) -> str:
    """Return an older field's words where they are the id of a licence, else nothing."""
    ids = (PACKAGING / "spdx.txt").read_text(encoding="utf-8").split()
    return said if said in ids else ""


def _needed(line: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", line)
    return spelled(found.group()) if found else ""


def _page(urls: list[str]) -> str:
    """Return the page that tells most of the source."""
    told = {name.strip().lower(): url.strip() for name, _, url in (line.partition(",") for line in urls)}  # fmt: skip
    for name in ("homepage", "home", "source", "source code", "repository", "github"):
        if name in told:
            return told[name]
    return next(iter(told.values()), "")
