"""What Qt is made of itself (Qt의 구성 요소): read out of its own sources, kept beside the licences.

    python3 packaging/build.py attributions FOLDER…

* ``FOLDER`` is an unpacked source of Qt (qtbase, qtsvg). The wheels of Qt for Python bring neither
  these texts nor a list.
* Left out is what only Android, WebAssembly, macOS or iOS get, and what tools and tests are made of.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from making.places import HOUSE

PLACE = HOUSE / "resources" / "licences" / "qt"
_ELSEWHERE = ("android", "gradle", "wasm", "cocoa", "testlib", "testinternal", "util/", "cmake/", "qeventdispatcher_cf")  # fmt: skip


def main(rest: Sequence[str]) -> int:
    """Write ``attributions.txt`` and ``attributions.json``; keep what other modules said by hand."""
    parser = argparse.ArgumentParser(prog="build.py attributions", description="Read what Qt is made of.")  # fmt: skip
    parser.add_argument("folders", nargs="*", type=Path, help="unpacked sources of Qt")
    folders = parser.parse_args(rest).folders
    found = sorted((row for folder in folders for row in _rows(folder)), key=lambda row: str(row["name"]).lower())  # fmt: skip
    if not found:
        print("Name an unpacked source of Qt; it has files named qt_attribution.json.")
        return 2
    kept = {str(row["name"]): row for row in (*_by_hand(), *found)}
    rows = [kept[name] for name in sorted(kept, key=str.lower)]
    said = [{key: row[key] for key in ("name", "version", "licence", "home", "of")} for row in rows]  # fmt: skip
    told = {"read_from": sorted({str(row["of"]) for row in rows}), "parts": said}
    (PLACE / "attributions.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")  # fmt: skip
    (PLACE / "attributions.txt").write_text(_page(rows), encoding="utf-8")
    print(f"{len(rows)} parts of Qt, {len({row['text'] for row in rows})} texts")
    return 0


def _rows(source: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(source.rglob("qt_attribution.json")):
        said = json.loads(file.read_text(encoding="utf-8"), strict=False)
        for one in said if isinstance(said, list) else [said]:
            place = f"{file.parent.relative_to(source)} {one['Id']}"
            parts = set(one.get("QtParts", ["libs"]))
            if not parts & {"libs"} or any(word in place for word in _ELSEWHERE):
                continue
            yield {
                "name": one["Name"],
                "version": one.get("Version", ""),
                "licence": one["LicenseId"],
                "home": one.get("Homepage", ""),
                "of": source.name,
                "copyright": _lines(one.get("Copyright", "")),
                "usage": one.get("QtUsage", ""),
                "text": _text(file.parent, one, source),
            }


def _by_hand() -> Iterator[dict[str, Any]]:
    """Yield what was written down by hand: ``by-hand/*.json`` with the text beside it."""
    for file in sorted((PLACE / "by-hand").glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        yield {**row, "text": file.with_suffix(".txt").read_text(encoding="utf-8")}


def _text(folder: Path, one: dict[str, Any], source: Path) -> str:
    named = one.get("LicenseFiles") or [one["LicenseFile"]] if one.get("LicenseFile") or one.get("LicenseFiles") else []  # fmt: skip
    files = [folder / name for name in named]
    if not files:
        words = one["LicenseId"].replace("(", " ").replace(")", " ").split()
        files = [source / "LICENSES" / f"{word}.txt" for word in words if word not in {"OR", "AND", "WITH"}]  # fmt: skip
    missing = [file for file in files if not file.is_file()]
    if missing:
        raise SystemExit(f"{one['Name']}: no text at {missing[0]}")
    return "\n\n".join(file.read_text(encoding="utf-8", errors="replace").strip() for file in files)  # fmt: skip


def _lines(said: object) -> str:
    return "\n".join(said) if isinstance(said, list) else str(said)


def _page(rows: Sequence[dict[str, Any]]) -> str:
    """Return one text: each part with its owners, then every licence text once."""
    texts: dict[str, int] = {}
    out = ["Third-party code inside Qt, as the sources of Qt themselves tell it.", ""]
    for row in rows:
        number = texts.setdefault(row["text"], len(texts) + 1)
        title = f"{row['name']} {row['version']}".strip()
        out += [title, f"  Licence: {row['licence']} (text {number})"]
        out += [f"  {row['home']}"] if row["home"] else []
        out += [f"  {line}" for line in row["copyright"].splitlines()]
        out += [f"  {row['usage']}"] if row["usage"] else []
        out += [""]
    for text, number in texts.items():
        out += ["-" * 78, f"Text {number}", "-" * 78, "", text, ""]
    return "\n".join(line.rstrip() for line in "\n".join(out).splitlines()) + "\n"
