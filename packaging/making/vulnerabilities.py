"""What is known to be weak among what is handed out (알려진 취약점): a report to be read offline.

    python3 packaging/build.py vulnerabilities --advisories all.zip
    python3 packaging/build.py vulnerabilities                       without: says it was not looked up

* ``--advisories`` names files or folders in the format of OSV: ``all.zip`` of the ecosystems PyPI and
  crates.io (https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip), fetched by IT on a
  machine that has a network, or folders of such files (``.json``; ``.yaml`` where PyYAML is at hand).
* Packages come from the locks; Rust crates and what is neither from the index of the licences.
* A weakness that no person judged (``packaging/weaknesses.toml``) is exit 1 and stops a release.
  Exit 3: nothing could be looked up. 4: it was, in a list older than a month, which is said.
* Nobody is asked anything over a network here.
"""

import argparse
import json
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from making import licences, places
from making.parts import spelled

RULES = places.PACKAGING / "weaknesses.toml"
LOCKS = ("requirements-linux.txt", "requirements-windows.txt")
_PINNED = re.compile(r"(?m)^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)")
_MONTH = 31 * 24 * 3600
_UNSAID, _NOT_LOOKED_UP, _OLD = 1, 3, 4
_ORDERED = ("ECOSYSTEM", "SEMVER")


@dataclass(frozen=True, slots=True)
class Weakness:
    """One advisory that names one version that is handed out."""

    id: str
    part: str
    version: str
    of: str
    summary: str
    mended: str
    page: str
    judgement: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked up, in what, and what was found."""

    source: str  # "" where there was none
    advisories: int
    newest: str
    old: bool
    packages: tuple[tuple[str, str], ...]
    parts: tuple[
        tuple[str, str, str, str], ...
    ]  # name, version, where it lies, the page to look at
    found: tuple[Weakness, ...]

    @property
    def unjudged(self) -> tuple[Weakness, ...]:
        """What stops a release."""
        return tuple(one for one in self.found if not one.judgement)


def main(rest: Sequence[str]) -> int:
    """Write the report."""
    parser = argparse.ArgumentParser(prog="build.py vulnerabilities")
    parser.add_argument("--advisories", type=Path, nargs="+", default=[], help="all.zip or a folder, as OSV gives them")  # fmt: skip
    parser.add_argument("--out", type=Path, default=places.DIST)
    asked = parser.parse_args(rest)
    told = report(asked.advisories)
    asked.out.mkdir(parents=True, exist_ok=True)
    name = f"ieum-{places.version()}-vulnerabilities"
    (asked.out / f"{name}.txt").write_text(text(told), encoding="utf-8", newline="\n")
    said = json.dumps(asdict(told), indent=1, ensure_ascii=False)
    (asked.out / f"{name}.json").write_text(said + "\n", encoding="utf-8", newline="\n")
    print(text(told).split("\n\n", 1)[0])
    for one in told.unjudged:
        print(f"NOT JUDGED: {one.id} in {one.part} {one.version}: {one.summary[:100]}")
    print(asked.out / f"{name}.txt")
    if told.unjudged:
        return _UNSAID
    return _NOT_LOOKED_UP if not told.source else _OLD if told.old else 0


def report(advisories: Sequence[Path], held: Mapping[str, set[str]] | None = None) -> Report:  # fmt: skip
    """Look everything up; ``held`` are packages and versions, else those of the locks."""
    packages = locked() if held is None else held
    asked = {"PyPI": packages, "crates.io": crates()}
    rules = tomllib.loads(RULES.read_text(encoding="utf-8"))
    parts = tuple(_parts(rules))
    count, newest, found = 0, "", []
    for one in (told for place in advisories for told in read(place)):
        count += 1
        newest = max(newest, str(one.get("modified", ""))[:10])
        found += _hits(one, asked)
    rows = rules.get("judged", ())
    by_hand = [_by_hand(row) for row in rows if _is_here(row, packages, parts)]  # fmt: skip
    known = {(row["id"], row["part"], row["version"]): row for row in rows}
    judged = [_judge(one, known) for one in sorted(set(found), key=lambda one: (one.part, one.id))]  # fmt: skip
    extra = [one for one in by_hand if (one.id, one.part) not in {(told.id, told.part) for told in judged}]  # fmt: skip
    age = places.made() - _second(newest) if newest else 0
    listed = tuple(sorted((name, version) for name, some in packages.items() for version in some))  # fmt: skip
    return Report(", ".join(place.name for place in advisories), count, newest, age > _MONTH, listed, parts, (*judged, *extra))  # fmt: skip


def locked() -> dict[str, set[str]]:
    """Return what the locks of both systems pin."""
    held: dict[str, set[str]] = {}
    for lock in LOCKS:
        text = (places.PACKAGING / lock).read_text(encoding="utf-8")
        for name, version in _PINNED.findall(text):
            held.setdefault(spelled(name), set()).add(version)
    return held


def crates() -> dict[str, set[str]]:
    """Return the Rust crates that are compiled into packages."""
    held: dict[str, set[str]] = {}
    for row in _index():
        if row["kind"] == "crate":
            held.setdefault(str(row["name"]), set()).add(str(row["version"]))
    return held


def read(place: Path) -> Iterator[dict[str, Any]]:
    """Yield every advisory of a zip file or a folder that was not withdrawn.

    Raises:
        SystemExit: nothing there is an advisory.
    """
    found = 0
    for name, data in _files(place):
        one = _advisory(name, data)
        if one is not None and not one.get("withdrawn"):
            found += 1
            yield one
    if not found:
        raise SystemExit(f"{place}: no advisory in it; expected is what OSV gives out")


def _files(place: Path) -> Iterator[tuple[str, bytes]]:
    if place.is_dir():
        for file in sorted(place.rglob("*")):
            if file.suffix in {".json", ".yaml"}:
                yield file.name, file.read_bytes()
        return
    with zipfile.ZipFile(place) as packed:
        for name in sorted(packed.namelist()):
            if name.endswith((".json", ".yaml")):
                yield name, packed.read(name)


def _advisory(name: str, data: bytes) -> dict[str, Any] | None:
    if name.endswith(".yaml"):
        import yaml  # noqa: PLC0415 - only where somebody brings such a folder

        said = yaml.safe_load(data)
    else:
        said = json.loads(data)
    return said if isinstance(said, dict) and "affected" in said else None


def _hits(one: Mapping[str, Any], asked: Mapping[str, Mapping[str, set[str]]]) -> Iterator[Weakness]:  # fmt: skip
    for affected in one.get("affected", ()):
        package = affected.get("package", {})
        ecosystem, said = str(package.get("ecosystem")), str(package.get("name", ""))
        name = spelled(said) if ecosystem == "PyPI" else said
        for version in asked.get(ecosystem, {}).get(name, ()):
            if is_weak(version, affected):
                yield _weakness(one, name, version, affected)


def is_weak(version: str, affected: Mapping[str, Any]) -> bool:
    """Whether a version is among those an advisory names, one by one or by ranges."""
    if version in map(str, affected.get("versions", ())):
        return True
    mine = order(version)
    for span in affected.get("ranges", ()):
        if span.get("type") not in _ORDERED:
            continue
        weak = False
        for event in span.get("events", ()):
            if "introduced" in event and (str(event["introduced"]) == "0" or mine >= order(str(event["introduced"]))):  # fmt: skip
                weak = True
            if "fixed" in event and mine >= order(str(event["fixed"])):
                weak = False
            if "last_affected" in event and mine > order(str(event["last_affected"])):
                weak = False
        if weak:
            return True
    return False


def order(version: str) -> tuple[Any, ...]:
    """Return what versions are sorted by (PEP 440: pre-releases before, post-releases after).

    >>> order("1.10") > order("1.9") > order("1.9rc1") > order("1.9.dev3")
    True
    >>> order("2026.10.19.post1") > order("2026.10.19")
    True
    """
    told = re.match(r"v?(?:(\d+)!)?(\d+(?:\.\d+)*)(.*)", version.strip().lower().partition("+")[0])  # fmt: skip
    if not told:
        return (0, (), ())
    numbers = tuple(int(word) for word in told[2].split("."))
    while numbers and numbers[-1] == 0:
        numbers = numbers[:-1]
    rest = re.findall(r"(a|alpha|b|beta|c|rc|pre|preview|post|rev|r|dev)[._-]?(\d*)", told[3])  # fmt: skip
    rank = {"dev": -4, "a": -3, "alpha": -3, "b": -2, "beta": -2, "c": -1, "rc": -1, "pre": -1, "preview": -1, "post": 1, "rev": 1, "r": 1}  # fmt: skip
    tail = tuple((rank[word], int(number or 0)) for word, number in rest)
    return (int(told[1] or 0), numbers, (*tail, (0, 0)))


def _weakness(one: Mapping[str, Any], name: str, version: str, affected: Mapping[str, Any]) -> Weakness:  # fmt: skip
    mended = [str(event["fixed"]) for span in affected.get("ranges", ()) if span.get("type") in _ORDERED for event in span.get("events", ()) if "fixed" in event]  # fmt: skip
    names = [str(one["id"]), *map(str, one.get("aliases", ()))]
    number = next((word for word in names if word.startswith("CVE-")), names[0])
    said = str(one.get("summary") or one.get("details") or "").strip().splitlines()
    pages = [str(told.get("url", "")) for told in one.get("references", ())]
    return Weakness(number, name, version, "", said[0] if said else "", ", ".join(mended), pages[0] if pages else "")  # fmt: skip


def _judge(one: Weakness, known: Mapping[tuple[str, str, str], Mapping[str, Any]]) -> Weakness:  # fmt: skip
    row = known.get((one.id, one.part, one.version))
    if row is None or ((until := row.get("until")) and _second(str(until)) < places.made()):  # fmt: skip
        return one
    return Weakness(**{**asdict(one), "judgement": row["judgement"], "why": " ".join(row["why"].split())})  # fmt: skip


def _by_hand(row: Mapping[str, Any]) -> Weakness:
    return Weakness(row["id"], row["part"], row["version"], row.get("of", ""), "", "", "", row["judgement"], " ".join(row["why"].split()))  # fmt: skip


def _is_here(row: Mapping[str, Any], packages: Mapping[str, set[str]], parts: Iterable[tuple[str, str, str, str]]) -> bool:  # fmt: skip
    whole = row["version"] in packages.get(spelled(row["part"]), ())
    return whole or any((name, version) == (row["part"], row["version"]) for name, version, _, _ in parts)  # fmt: skip


def _parts(rules: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is no package, as the index of the licences knows it, with the page of its makers."""
    pages = {row["part"]: row["page"] for row in rules["page"]}
    for row in _index():
        if row["name"] in pages:
            yield row["name"], row["version"], row["of"], pages[row["name"]]


def _index() -> list[dict[str, Any]]:
    return licences.read()


def _second(day: str) -> int:
    return int(datetime.fromisoformat(day[:10]).replace(tzinfo=UTC).timestamp())


# --- the paper ------------------------------------------------------------------------------------


def text(told: Report) -> str:
    """Return the report as a person reads it."""
    made = datetime.fromtimestamp(places.made(), UTC).strftime("%Y-%m-%d")
    head = [f"Ieum {places.version()}: known weaknesses of what is handed out. Commit {places.commit()[:12]} of {made}."]  # fmt: skip
    if told.source:
        age = " THIS LIST IS OLD: fetch a newer one before handing anything out." if told.old else ""  # fmt: skip
        head.append(f"Looked up in {told.source}: {told.advisories} advisories, the newest of {told.newest}.{age}")  # fmt: skip
        head.append(f"{len(told.packages)} packages, {len(crates())} Rust crates: {len(told.found)} known weaknesses, {len(told.unjudged)} of them not judged.")  # fmt: skip
    else:
        head.append("NOTHING WAS LOOKED UP: no list of advisories was given. This says nothing about weaknesses.")  # fmt: skip
    lines = ["\n".join(head), "Found and judged" if told.found else "Found: none"]
    for one in told.found:
        mended = f" Mended in {one.mended}." if one.mended else ""
        place = f" in {one.of}" if one.of else ""
        lines.append(f"{one.id}  {one.part} {one.version}{place}: {one.judgement or 'NOT JUDGED'}.\n  {one.summary}{mended}\n  {one.why}\n  {one.page}".rstrip())  # fmt: skip
    lines.append("Looked at by hand, at the pages of their makers (no list covers these)\n" + "\n".join(f"  {name} {version} ({of}): {page}" for name, version, of, page in told.parts))  # fmt: skip
    lines.append("Packages\n" + "\n".join(f"  {name} {version}" for name, version in told.packages))  # fmt: skip
    return "\n\n".join(lines) + "\n"
