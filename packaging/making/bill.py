"""The list of everything a build is made of (구성 목록, SBOM): CycloneDX 1.6, the same twice.

    python3 packaging/build.py bill                   write sbom.cdx.json into the trees under build/
    python3 packaging/build.py bill FILE              whether a list is a valid one

* Packages with the hash of their wheel, what lies inside them, the runtime, Qt and what Qt is made
  of, typefaces, pictures, word lists. Which licence each has is said as an SPDX expression.
* Nothing in it comes from a clock or a chance: the same tree gives the same bytes.
* It is checked against the official schema, which the package ``cyclonedx-python-lib`` brings
  (extra ``check``); where that is not installed, the list is written and this is said.
"""

import argparse
import json
import re
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from making import parts
from making.digest import sha256
from making.parts import Part
from making.places import HOUSE, SYSTEMS, commit, made, tree, version, wheels

NAME = "sbom.cdx.json"
_SPACE = uuid.UUID(
    "5f0a5f3e-7a37-5c39-9a0e-6b1f6f6cf7a1"
)  # ours; a list's number grows from its bytes
_TYPES = {"program": "application", "runtime": "platform", "qt": "framework", "font": "data", "pictures": "data", "words": "data"}  # fmt: skip
_ID = re.compile(r"[A-Za-z0-9.+-]+")
# names that are said in lists of parts and that SPDX does not know in this spelling
_LOOSE = {"LGPL-2.1": "LGPL-2.1-only"}
_CHECK = """
import sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
told = JsonStrictValidator(SchemaVersion.V1_6).validate_str(Path(sys.argv[1]).read_text("utf-8"))
print(told if told else "valid CycloneDX 1.6")
sys.exit(1 if told else 0)
"""


def main(rest: Sequence[str]) -> int:
    """Write the lists of the trees that are there, or look one over."""
    parser = argparse.ArgumentParser(prog="build.py bill")
    parser.add_argument("file", nargs="?", type=Path, help="look this list over")
    asked = parser.parse_args(rest)
    if asked.file:
        return validate(asked.file)
    worst = 0
    for system in SYSTEMS:
        if tree(system).is_dir():
            written = write(tree(system), system)
            rows = len(json.loads(written.read_text("utf-8"))["components"])
            print(f"{written.relative_to(HOUSE)}: {rows} parts")
            worst = max(worst, validate(written))
    return worst


def write(root: Path, system: str) -> Path:
    """Write the list of a tree; return it."""
    told = json.dumps(bill(root, system), indent=1, ensure_ascii=False, sort_keys=True)
    (root / NAME).write_text(told + "\n", encoding="utf-8", newline="\n")
    return root / NAME


def validate(file: Path) -> int:
    """Say whether a list fits the official schema; 3: nobody here can tell."""
    for python in (sys.executable, HOUSE / ".venv" / "bin" / "python"):
        asked = subprocess.run((python, "-c", "import cyclonedx.validation.json, jsonschema"), capture_output=True, check=False) if Path(python).exists() else None  # fmt: skip
        if asked is not None and not asked.returncode:
            done = subprocess.run((python, "-c", _CHECK, str(file)), capture_output=True, text=True, check=False)  # fmt: skip
            print(f"{file.name}: {(done.stdout or done.stderr).strip()[-400:]}")
            return done.returncode
    print(f"{file.name}: not checked, cyclonedx-python-lib is not installed here")
    return 3


def bill(root: Path, system: str) -> dict[str, Any]:
    """Return the list of a tree."""
    held = parts.parts(root, system)
    whole = f"pkg:generic/ieum@{version()}?os={system}"
    rows = [_component(part, system) for part in held]
    top = [row for part, row in zip(held, rows, strict=True) if not part.of]
    by_name = {parts.spelled(part.name): row for part, row in zip(held, rows, strict=True) if not part.of}  # fmt: skip
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": _stamp(made()),
            "component": _whole(whole, root),
            "tools": {
                "components": [
                    {
                        "type": "application",
                        "name": "packaging/build.py bill",
                        "version": version(),
                    }
                ]
            },
            "properties": [
                {"name": "ieum:system", "value": system},
                {"name": "ieum:commit", "value": commit()},
            ],
        },
        "components": rows,
        "dependencies": _dependencies(whole, held, rows, top, by_name),
    }
    number = uuid.uuid5(_SPACE, json.dumps(told, sort_keys=True))
    return {**told, "serialNumber": f"urn:uuid:{number}"}


def _whole(ref: str, root: Path) -> dict[str, Any]:
    licence = [{"license": {"id": "Apache-2.0"}}]
    said = {"type": "application", "bom-ref": ref, "name": "ieum", "version": version(), "purl": ref, "licenses": licence}  # fmt: skip
    listed = root / "BUILD.json"
    return {**said, "hashes": _hash(sha256(listed))} if listed.is_file() else said  # fmt: skip


def _component(part: Part, system: str) -> dict[str, Any]:
    digest = part.sha256 or (_wheel(part, system) if part.kind == "package" else "")
    row: dict[str, Any] = {
        "type": _TYPES.get(part.kind, "library"),
        "bom-ref": _ref(part),
        "name": part.name,
        "version": part.version,
        "properties": [
            {"name": "ieum:inside", "value": part.of or "ieum"},
            {"name": "ieum:kind", "value": part.kind},
        ],
    }
    if part.licence:
        row["licenses"] = _licence(part.licence)
    if part.purl:
        row["purl"] = part.purl.replace(" ", "%20")
    if part.cpe and "unknown" not in part.cpe:
        row["cpe"] = part.cpe
    pages: list[dict[str, Any]] = [{"type": "website", "url": part.home}] if part.home.startswith("http") else []  # fmt: skip
    pages += [{"type": "source-distribution", "url": where, "hashes": _hash(digest)} for where, digest in part.sources]  # fmt: skip
    if pages:
        row["externalReferences"] = pages
    if digest:
        row["hashes"] = _hash(digest)
    return row


def _ref(part: Part) -> str:
    return f"{part.of or 'ieum'}/{parts.spelled(part.name)}@{part.version}"


def _hash(digest: str) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": digest}]


def _licence(said: str) -> list[dict[str, Any]]:
    """Return what the schema wants: a known id, an expression, or a name that is ours."""
    said = _LOOSE.get(said, said)
    if _ID.fullmatch(said) and said in _spdx():
        return [{"license": {"id": said}}]
    words = [word for word in said.replace("(", " ").replace(")", " ").split() if word not in {"AND", "OR", "WITH"}]  # fmt: skip
    if len(words) > 1 and all(word in _spdx() or word.startswith("LicenseRef-") for word in words):  # fmt: skip
        return [{"expression": said}]
    return [{"license": {"name": said}}]


@cache
def _spdx() -> frozenset[str]:
    """Every licence id and exception that is named anywhere here and that SPDX knows."""
    return frozenset((HOUSE / "packaging" / "spdx.txt").read_text("utf-8").split())


def _wheel(part: Part, system: str) -> str:
    """Return the hash of the wheel a package came from; "" where it does not lie here."""
    return _wheels(system).get((parts.spelled(part.name), part.version), "")


@cache
def _wheels(system: str) -> Mapping[tuple[str, str], str]:
    found = {}
    for file in sorted(wheels(system).glob("*.whl")) if wheels(system).is_dir() else ():
        name, told, *_ = file.stem.split("-")
        if zipfile.is_zipfile(file):
            found[parts.spelled(name), told] = sha256(file)
    return found


def _dependencies(whole: str, held: Sequence[Part], rows: Sequence[Mapping[str, Any]], top: Iterable[Mapping[str, Any]], by_name: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:  # fmt: skip
    inside: dict[str, set[str]] = {}
    for part, row in zip(held, rows, strict=True):
        holder = by_name.get(part.of, {}).get("bom-ref") or _holder(part, held) or whole
        if part.of:
            inside.setdefault(str(holder), set()).add(str(row["bom-ref"]))
        needed = {str(by_name[name]["bom-ref"]) for name in part.needs if name in by_name}  # fmt: skip
        inside.setdefault(str(row["bom-ref"]), set()).update(needed)
    inside.setdefault(whole, set()).update(str(row["bom-ref"]) for row in top)
    return [{"ref": ref, "dependsOn": sorted(inside[ref])} for ref in sorted(inside)]


def _holder(part: Part, held: Iterable[Part]) -> str:
    """Return what a part lies in where that is no package: Qt, or the runtime."""
    kinds = {"qt": "qt", "runtime": "runtime"}
    for one in held:
        if part.of in kinds and one.kind == kinds[part.of] and one is not part:
            return _ref(one)
    return ""


def _stamp(seconds: int) -> str:
    from datetime import UTC, datetime  # noqa: PLC0415 - of a time that was given, not of a clock

    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
