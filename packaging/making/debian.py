"""The Debian package: the tree under ``/usr/lib/ieum``, and what a desktop and IT expect beside it.

    python3 packaging/build.py deb [--tree DIR] [--out DIR] [--quick]

* One package for Debian 12 and 13: the tree brings its own Python, so nothing is bound to the
  release's. What it needs of the system is read out of its own files (``making.debian_needs``).
* Version and time are those that the tree says of itself (BUILD.json); ``dpkg-deb`` packs with
  one owner and one order: two packages of one tree are the same bytes.
* The scripts of the package refuse an older version over a newer one, and to take the program
  away from under an open window; they never go near a home folder.
"""

import argparse
import gzip
import hashlib
import json
import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from making import debian_needs, notes, places
from making.digest import sha256

HERE = places.PACKAGING / "debian"
PREFIX = "usr/lib/ieum"
CONFFILES = ("/etc/apparmor.d/ieum", "/etc/ieum/policy.toml")
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")
SIZES = (48, 128, 256)


@dataclass(frozen=True, slots=True)
class Plan:
    """What one package is made from."""

    tree: Path
    out: Path
    version: str
    made: int
    quick: bool = False  # packed for a trial on this machine: large, and soon done


def main(rest: Sequence[str]) -> int:
    """Make the package."""
    parser = argparse.ArgumentParser(prog="build.py deb")
    parser.add_argument("--tree", type=Path, default=places.tree("linux"))
    parser.add_argument("--out", type=Path, default=places.DIST)
    parser.add_argument("--quick", action="store_true", help="pack for a trial: soon done, larger")  # fmt: skip
    asked = parser.parse_args(rest)
    deb = make(plan(asked.tree.resolve(), asked.out.resolve(), quick=asked.quick))
    print(f"{deb}: {deb.stat().st_size / 1e6:.1f} MB, {sha256(deb)}")
    return 0


def plan(tree: Path, out: Path, *, quick: bool = False) -> Plan:
    """Return the plan of the package of a tree, as the tree says it."""
    told = tree / "BUILD.json"
    if not told.is_file():
        raise SystemExit(f"Not made yet: {tree}")
    said = json.loads(told.read_text(encoding="utf-8"))
    return Plan(tree, out, str(said["version"]), int(said["made"]), quick)


def make(plan: Plan) -> Path:
    """Lay the package out and pack it; return it."""
    plan.out.mkdir(parents=True, exist_ok=True)
    root = plan.out / f".ieum_{plan.version}"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    lay(plan, root)
    smooth(root, plan.made)
    deb = pack(plan, root)
    shutil.rmtree(root)
    return deb


def lay(plan: Plan, root: Path) -> None:
    """Lay out everything that is installed, then what ``dpkg`` is told of it."""
    shutil.copytree(plan.tree, root / PREFIX)
    commands = root / "usr" / "bin"
    commands.mkdir(parents=True)
    for name in ("ieum", "ieum-window"):
        (commands / name).symlink_to(f"../lib/ieum/{name}")
    lay_desktop(plan, root)
    lay_papers(plan, root)
    lay_conffiles(root)
    lay_control(plan, root)


def lay_desktop(plan: Plan, root: Path) -> None:
    """Lay the entry of the menu, its pictures, and what a software shop shows."""
    share = root / "usr" / "share"
    _put(share / "applications" / "ieum.desktop", (HERE / "ieum.desktop").read_bytes())
    icons = share / "icons" / "hicolor"
    _put(icons / "scalable" / "apps" / "ieum.svg", (HERE / "icons" / "ieum.svg").read_bytes())  # fmt: skip
    for size in SIZES:
        picture = (HERE / "icons" / f"ieum-{size}.png").read_bytes()
        _put(icons / f"{size}x{size}" / "apps" / "ieum.png", picture)
    told = _filled(
        "ieum.metainfo.xml", RELEASES=notes.metainfo_releases(plan.version, plan.made)
    )
    _put(share / "metainfo" / "example.ieum.ieum.metainfo.xml", told.encode())


def lay_papers(plan: Plan, root: Path) -> None:
    """Lay the pages of the manual in two languages, the changes and the licence."""
    share = root / "usr" / "share"
    date = time.strftime("%Y-%m-%d", time.gmtime(plan.made))
    for source, place in (("man/ieum.1", "man/man1"), ("man/ko/ieum.1", "man/ko/man1")):
        page = _filled(source, VERSION=plan.version, DATE=date).encode()
        _put(share / place / "ieum.1.gz", _packed(page))
        (share / place / "ieum-window.1.gz").symlink_to("ieum.1.gz")
    documents = share / "doc" / "ieum"
    _put(documents / "README.Debian", (HERE / "README.Debian").read_bytes())
    _put(documents / "copyright", (HERE / "copyright").read_bytes())
    _put(
        documents / "changelog.gz",
        _packed(notes.debian_changelog(plan.version, plan.made).encode()),
    )
    _put(share / "lintian" / "overrides" / "ieum", (HERE / "lintian-overrides").read_bytes())  # fmt: skip


def lay_conffiles(root: Path) -> None:
    """Lay what IT may edit and an upgrade leaves alone.

    The policy as delivered is the same in every version: were it not, ``dpkg`` would ask over
    an edited one, and an upgrade that nobody watches would stop there. What can stand in it lies beside.
    """
    _put(root / "etc" / "ieum" / "policy.toml", (HERE / "policy.toml").read_bytes())
    policy = places.PACKAGING / "policy.toml"
    _put(root / "usr" / "share" / "ieum" / "policy.example.toml", policy.read_bytes())
    _put(root / "etc" / "apparmor.d" / "ieum", (HERE / "apparmor").read_bytes())


def lay_control(plan: Plan, root: Path) -> None:
    """Lay what ``dpkg`` reads: needs, scripts, conffiles and the sums of all files."""
    control = root / "DEBIAN"
    files = sorted(one for one in root.rglob("*") if one.is_file() and not one.is_symlink())  # fmt: skip
    size = sum(-(-one.stat().st_size // 1024) for one in files)
    needs = ", ".join(debian_needs.packages(root / PREFIX))
    words = _filled("control", VERSION=plan.version, SIZE=str(size), DEPENDS=needs)
    _put(control / "control", words.encode())
    _put(control / "conffiles", "".join(f"{one}\n" for one in CONFFILES).encode())
    sums = "".join(f"{_md5(one)}  {one.relative_to(root)}\n" for one in files if f"/{one.relative_to(root)}" not in CONFFILES)  # fmt: skip
    _put(control / "md5sums", sums.encode())
    for name in SCRIPTS:
        _put(control / name, _filled(name, VERSION=plan.version).encode())


def smooth(root: Path, made: int) -> None:
    """Give everything the rights and the time of a build."""
    for path in sorted((root, *root.rglob("*")), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _runs(path, root) else 0o644)
        os.utime(path, (made, made), follow_symlinks=False)


def pack(plan: Plan, root: Path) -> Path:
    """Pack what was laid out."""
    deb = plan.out / f"ieum_{plan.version}_amd64.deb"
    how = ("-Zzstd", "-z1") if plan.quick else ("-Zxz", "-z6", "--threads-max=2")
    words = ("dpkg-deb", "--root-owner-group", *how, "--build", root, deb)
    places.run(*words, adding={"SOURCE_DATE_EPOCH": str(plan.made)}, kindly=True)
    return deb


def _filled(name: str, **words: str) -> str:
    text = (HERE / name).read_text(encoding="utf-8")
    for key, word in words.items():
        text = text.replace(f"@{key}@", word)
    return text


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)


def _put(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


def _runs(path: Path, root: Path) -> bool:
    name = path.relative_to(root).as_posix()
    scripts = {f"DEBIAN/{one}" for one in SCRIPTS}
    launchers = {f"{PREFIX}/ieum", f"{PREFIX}/ieum-window"}
    return name in scripts | launchers or name.startswith(f"{PREFIX}/runtime/bin/")


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, _plain_md5).hexdigest()


def _plain_md5() -> "hashlib._Hash":
    return hashlib.md5(usedforsecurity=False)  # what dpkg compares; nothing trusts it
