"""What changed, for the people who read it (바뀐 점): one small file per change becomes four papers.

    python3 packaging/build.py notes                    what is waiting to be told
    python3 packaging/build.py notes --release 0.2.0    move it to packaging/changes/0.2.0
    python3 packaging/build.py notes --out FOLDER       write the papers of this version

* A note is a Markdown file: Korean, a line of dashes, English; a title and what is new for a
  counselor. One that is not so is named with its line, and nothing is moved.
* Papers: a page in each language that opens in any browser and loads nothing, Debian's changelog,
  and the ``<releases>`` of the metadata that software centers show.
"""

import argparse
import html
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from making import places

CHANGES = places.PACKAGING / "changes"
WAITING = "unreleased"
LANGUAGES = ("ko", "en")
_WHO = "Ieum release <release@ieum.example>"
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_TITLE = {"ko": "이음 {version}에서 바뀐 점", "en": "What is new in Ieum {version}"}
_BACK = {"ko": "처음으로", "en": "To the top"}
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body{{max-width:44em;margin:2em auto;padding:0 1em;font:16px/1.7 "Pretendard GOV",Pretendard,"Noto Sans KR","Malgun Gothic",sans-serif;color:#1d2433;background:#fff;word-break:keep-all}}
h1{{font-size:1.6em}} h2{{font-size:1.15em;margin:2em 0 .4em}} li{{margin:.25em 0}} nav a,footer{{color:#5a6478;font-size:.9em}}
nav ol{{columns:2;padding-left:1.4em}} a{{color:#1f4fbf}} @media (prefers-color-scheme:dark){{body{{color:#e6e9f0;background:#14181f}}a{{color:#8fb0ff}}}}
@media print{{nav{{display:none}}}}
</style></head><body id="top">
<h1>{title}</h1><p>{date}</p>
{body}
<footer><p><a href="#top">{back}</a></p></footer></body></html>
"""


class Unreadable(SystemExit):
    """A note that cannot be told; the words name its file."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is new, in one language."""

    title: str
    lead: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One change, in both languages."""

    name: str
    told: dict[str, tuple[Told, ...]]


def main(rest: Sequence[str]) -> int:
    """Tell what waits, move it, or write the papers."""
    parser = argparse.ArgumentParser(prog="build.py notes")
    parser.add_argument("--release", metavar="VERSION", help="what waits belongs to this version")  # fmt: skip
    parser.add_argument("--out", type=Path, help="write the papers of --version there")
    parser.add_argument("--version", default=places.version())
    asked = parser.parse_args(rest)
    if asked.release:
        move(asked.release)
    if asked.out:
        for paper in write(asked.release or asked.version, asked.out):
            print(paper)
    if not asked.release and not asked.out:
        for note in read(CHANGES / WAITING):
            print(f"{note.name}: {note.told['ko'][0].title} | {note.told['en'][0].title}")  # fmt: skip
    return 0


def read(folder: Path) -> tuple[Note, ...]:
    """Return the notes of a folder in the order of their numbers.

    Raises:
        Unreadable: one of them is not Korean, dashes, English, each with a title and lines.
    """
    return tuple(_note(file) for file in sorted(folder.glob("*.md")))


def move(version: str, changes: Path = CHANGES) -> Path:
    """Let what waits belong to a version; return its folder.

    Raises:
        Unreadable: a note cannot be told, nothing waits, or the version is there already.
    """
    target, waiting = changes / version, changes / WAITING
    if not _VERSION.fullmatch(version):
        raise Unreadable(f"{version} is no version: three numbers with dots")
    if target.exists():
        raise Unreadable(f"{target.name} was released already; what waits belongs to a later one")  # fmt: skip
    notes = read(waiting)
    if not notes:
        raise Unreadable("nothing waits to be told; a release without a change is none")
    target.mkdir()
    for note in notes:
        moved = ("git", "mv", str(waiting / note.name), str(target / note.name))
        if subprocess.run(moved, cwd=changes, capture_output=True, check=False).returncode:  # fmt: skip
            (waiting / note.name).rename(target / note.name)
    return target


def write(version: str, out: Path, epoch: int | None = None) -> tuple[Path, ...]:
    """Write every paper of a version; return them."""
    when = places.made() if epoch is None else epoch
    out.mkdir(parents=True, exist_ok=True)
    papers = {
        f"ieum-{version}-changes.{language}.html": page(version, when, language)
        for language in LANGUAGES
    }
    papers["debian-changelog"] = debian_changelog(version, when)
    papers["metainfo-releases.xml"] = metainfo_releases(version, when)
    for name, text in papers.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(out / name for name in papers)


def of(version: str, changes: Path = CHANGES) -> tuple[Note, ...]:
    """Return the notes of a version; before it is released, what waits."""
    folder = changes / version
    return read(folder if folder.is_dir() else changes / WAITING)


def versions(version: str, changes: Path = CHANGES) -> list[str]:
    """Return this version and the released ones before it, the newest first."""
    known = {one.name for one in changes.iterdir() if one.is_dir() and _VERSION.fullmatch(one.name)}  # fmt: skip
    return sorted((one for one in known | {version} if _order(one) <= _order(version)), key=_order, reverse=True)  # fmt: skip


# --- the papers -----------------------------------------------------------------------------------


def page(version: str, epoch: int, language: str, changes: Path = CHANGES) -> str:
    """Return the page a counselor reads."""
    told = [one for note in of(version, changes) for one in note.told[language]]
    links = "".join(f'<li><a href="#n{at}">{_inline(one.title)}</a></li>' for at, one in enumerate(told))  # fmt: skip
    parts = [f"<nav><ol>{links}</ol></nav>"]
    for at, one in enumerate(told):
        lines = "".join(f"<li>{_inline(line)}</li>" for line in one.lines)
        lead = f"<p>{_inline(one.lead)}</p>" if one.lead else ""
        parts.append(f'<h2 id="n{at}">{_inline(one.title)}</h2>{lead}<ul>{lines}</ul>')
    title = _TITLE[language].format(version=version)
    return _PAGE.format(language=language, title=title, date=_day(epoch, language), body="\n".join(parts), back=_BACK[language])  # fmt: skip


def debian_changelog(version: str, epoch: int, changes: Path = CHANGES) -> str:
    """Return Debian's changelog: English titles, the newest version first."""
    parts = []
    for one in versions(version, changes):
        lines = "\n".join(_wrapped(told.title) for note in of(one, changes) for told in note.told["en"])  # fmt: skip
        when = format_datetime(datetime.fromtimestamp(_when(one, version, epoch, changes), UTC))  # fmt: skip
        parts.append(f"ieum ({one}) stable; urgency=medium\n\n{lines}\n\n -- {_WHO}  {when}\n")  # fmt: skip
    return "\n".join(parts)


def metainfo_releases(version: str, epoch: int, changes: Path = CHANGES) -> str:
    """Return the ``<releases>`` of AppStream, English and Korean."""
    parts = []
    for one in versions(version, changes):
        day = datetime.fromtimestamp(_when(one, version, epoch, changes), UTC).strftime("%Y-%m-%d")  # fmt: skip
        items = []
        for note in of(one, changes):
            for english, korean in zip(note.told["en"], note.told["ko"], strict=True):
                items += [f"<li>{escape(english.title)}</li>", f'<li xml:lang="ko">{escape(korean.title)}</li>']  # fmt: skip
        listed = "\n          ".join(items)
        parts.append(f'    <release version="{one}" date="{day}" type="stable">\n      <description>\n        <ul>\n          {listed}\n        </ul>\n      </description>\n    </release>')  # fmt: skip
    return "  <releases>\n" + "\n".join(parts) + "\n  </releases>\n"


# --- reading --------------------------------------------------------------------------------------


def _note(file: Path) -> Note:
    halves = re.split(r"(?m)^---+\s*$", file.read_text(encoding="utf-8"))
    if len(halves) != len(LANGUAGES):
        raise Unreadable(f"{file.name}: Korean, one line of dashes, English; found {len(halves)} parts")  # fmt: skip
    told = {language: _told(half, file, language) for language, half in zip(LANGUAGES, halves, strict=True)}  # fmt: skip
    if len({len(one) for one in told.values()}) != 1:
        raise Unreadable(f"{file.name}: as many titles in one language as in the other")
    return Note(file.name, told)


def _told(half: str, file: Path, language: str) -> tuple[Told, ...]:
    found = []
    for block in re.split(r"(?m)^# +", half)[1:]:
        title, _, rest = block.partition("\n")
        lines = tuple(" ".join(one.split()) for one in re.findall(r"(?ms)^[*-] +(.*?)(?=^[*-] |\n\n|\Z)", rest))  # fmt: skip
        lead = " ".join(re.split(r"(?m)^[*-] ", rest)[0].split())
        if not lines and not lead:
            raise Unreadable(f"{file.name} ({language}): “{title}” says nothing")
        found.append(Told(title.strip(), lead, lines))
    if not found:
        raise Unreadable(f"{file.name} ({language}): begins with a line “# title”")
    return tuple(found)


def _inline(text: str) -> str:
    """Return a line of Markdown as HTML: code, strong, and nothing that could act."""
    safe = html.escape(text)
    safe = re.sub(r"`([^`]+)`", r"<code>\1</code>", safe)
    return re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", safe)


def _wrapped(title: str) -> str:
    lines, line = [], "  *"
    for word in title.split():
        if len(line) + 1 + len(word) > 78:  # noqa: PLR2004 - Debian's lines
            lines.append(line)
            line = "   "
        line += f" {word}"
    return "\n".join((*lines, line))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(word) for word in version.split("."))


def _when(one: str, version: str, epoch: int, changes: Path) -> int:
    """Return when a version was made: what it said itself, else when it was moved here."""
    if one == version:
        return epoch
    said = changes / one / "made"
    if said.is_file():
        return int(said.read_text(encoding="ascii"))
    asked = ("git", "log", "-1", "--format=%ct", "--", str(changes / one))
    done = subprocess.run(asked, cwd=changes, capture_output=True, text=True, check=False)  # fmt: skip
    return int(done.stdout.strip() or 0)


def _day(epoch: int, language: str) -> str:
    day = datetime.fromtimestamp(epoch, UTC)
    return f"{day.year}년 {day.month}월 {day.day}일" if language == "ko" else f"{day.day} {day:%B %Y}"  # fmt: skip
