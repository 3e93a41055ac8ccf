"""The folder that every package installs: a Python of its own, what the lock names, our code.

    python3 packaging/build.py tree                     build/tree/linux
    python3 packaging/build.py tree --system windows    build/tree/windows

* What it is made from: ``build/runtime/<system>``, ``build/wheels/<system>`` (wheels, or a
  folder of what they hold) and our own code as it was
  committed: ``BUILD.json`` names the commit. ``--ours`` lays only that anew, for trying out.
* No links, no times, no names of the machine: two builds of one commit are the same bytes.
* Every module is compiled before, its ``.pyc`` valid whatever time its file carries.
* The list of all files is signed last (``making.signing``); the layout stands in
  ``intake/release/FORMAT.md``.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from making import bill, licences, listing, places, signing, sodium, trimming, windows

NAME = "ieum"
_OURS = ("intake", "ui", "resources")
_FROZEN = "packaging/frozen"
_PYTHON = "3.13"
_PTH = "python313.zip\n.\n..\\app\n"
_VERSION = re.compile(r'^__version__ = "[^"]*"$', re.MULTILINE)
_COMPILE = """
import compileall, py_compile, sys
kept = py_compile.PycInvalidationMode.UNCHECKED_HASH
rest = dict(quiet=2, force=True, workers=1, stripdir=sys.argv[1], invalidation_mode=kept)
for folder in sys.argv[2:]:
    compileall.compile_dir(folder, maxlevels=40, **rest)
"""
_LOAD = """
import importlib, os, pkgutil, sys
from pathlib import Path
app = sys.argv[1]
sys.path.insert(0, app)
bad = []
for room in ("intake", "ui"):
    for one in pkgutil.walk_packages(importlib.import_module(room).__path__, room + "."):
        try:
            one.name.endswith("__main__") or importlib.import_module(one.name)
        except Exception as error:
            bad.append(f"{one.name}: {type(error).__name__} {error}")
if bad:
    sys.exit("This tree does not load: " + "; ".join(bad[:5]))
if Path(app, "libsodium").is_dir():
    from intake.crypto import ristretto
    ristretto.times_base(ristretto.random_scalar())
lines = [one.split(maxsplit=5) for one in Path("/proc/self/maps").read_text().splitlines()]
mapped = {Path(one[5]) for one in lines if "x" in one[1] and one[5:] and one[5].startswith("/")}
python = (Path(os.__file__).resolve().parents[2], "/proc/self/exe")
own = [Path(one).resolve() for one in (Path(app).parent, *python, "/usr/lib", "/lib", "/lib64")]
strange = [str(one) for one in mapped if not any(map(one.is_relative_to, own))]
sys.exit("Loaded from elsewhere: " + ", ".join(sorted(strange)) if strange else 0)
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one tree is made from."""

    system: str
    version: str
    runtime: Path
    wheels: Path
    root: Path
    stripped: bool = True
    sodium: Path | None = None  # libsodium, as ``making.sodium`` compiles it
    # asked once: somebody may commit while a tree is made
    commit: str = field(default_factory=places.commit)
    made: int = field(default_factory=places.made)


def main(rest: Sequence[str]) -> int:
    """Make a tree."""
    asked = _arguments().parse_args(rest)
    system = asked.system
    plan = Plan(
        system=system,
        version=asked.version or places.version(),
        runtime=(asked.runtime or places.runtime(system)).resolve(),
        wheels=(asked.wheels or places.wheels(system)).resolve(),
        root=(asked.out or places.tree(system)).resolve(),
        stripped=not asked.unstripped,
    )
    if asked.ours:
        make_ours(plan)
    else:
        is_ready(plan)
        make(replace(plan, sodium=sodium.make(system)))
    size = sum(one.stat().st_size for one in plan.root.rglob("*") if one.is_file())
    count = len(listing.names(plan.root)) + 2
    print(f"{plan.root}: {count} files, {size / 1e6:.1f} MB, {signing.channel()}")
    return 0


def is_ready(plan: Plan) -> None:
    """Stop where the runtime or the wheels are not made yet: nothing is compiled before that."""
    for wanted in (plan.runtime, plan.wheels):
        if not wanted.is_dir():
            raise SystemExit(f"Not made yet: {wanted}")


def make(plan: Plan) -> None:
    """Make the tree of a plan from nothing, and sign it."""
    shutil.rmtree(plan.root, ignore_errors=True)
    app = plan.root / "app"
    app.mkdir(parents=True)
    lay_runtime(plan)
    unpack(plan.wheels, app)
    trimming.trim(app, plan.system)
    if plan.sodium is not None:
        sodium.lay(plan.sodium, app)
    lay_ours(plan)
    lay_launchers(plan)
    if plan.stripped and plan.system == "linux":
        trimming.strip(plan.root)
    folders = ["app"] + (["runtime/lib"] if plan.system == "linux" else [])
    _finish(plan, folders)


def make_ours(plan: Plan) -> None:
    """Lay our own code anew into a tree that is there."""
    for name in _OURS:
        shutil.rmtree(plan.root / "app" / name, ignore_errors=True)
    lay_ours(plan)
    lay_launchers(plan)
    _finish(plan, ["app/intake", "app/ui"])


def _finish(plan: Plan, folders: Sequence[str]) -> None:
    compile_all(plan, folders)
    say_build(plan)
    _fill(plan)
    smooth(plan)
    listed = listing.write(plan.root)
    known = plan.root / listing.SIGNERS
    if not signing.fits(listed, signing.sign(listed), known):
        raise SystemExit("resources/trust/release.signers does not name the key that signs.")  # fmt: skip
    smooth(plan)
    loads(plan)


def lay_runtime(plan: Plan) -> None:
    """Copy the Python of the build, links as the files they lead to."""
    shutil.copytree(plan.runtime, plan.root / "runtime", symlinks=True)
    for path in sorted((plan.root / "runtime").rglob("*")):
        if path.is_symlink():
            _without_link(path)
    if plan.system == "windows":
        place = plan.root / "runtime" / "python313._pth"
        place.write_text(_PTH, encoding="ascii", newline="\n")
    for folder in list((plan.root / "runtime").rglob("__pycache__")):
        shutil.rmtree(folder)


def unpack(wheels: Path, app: Path) -> None:
    """Lay what the wheels hold beside each other; what they would put on a path is left."""
    found = sorted(wheels.glob("*.whl"))
    if not found:
        shutil.copytree(wheels, app, dirs_exist_ok=True)
    for wheel in found:
        with zipfile.ZipFile(wheel) as packed:
            for entry in packed.infolist():
                name = _place(entry.filename)
                if name and not entry.is_dir():
                    target = app / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(packed.read(entry))


def lay_ours(plan: Plan) -> None:
    """Lay our own code and words, as they were committed, and whom this build trusts.

    Where another version is asked for than was committed, the code says that one too.
    """
    app = plan.root / "app"
    places.lay_committed(plan.commit, app, *_OURS)
    places.lay_committed(plan.commit, app, "start.py", of=_FROZEN)
    said = app / "intake" / "__init__.py"
    words = _VERSION.sub(f'__version__ = "{plan.version}"', said.read_text("utf-8"))
    said.write_text(words, encoding="utf-8", newline="\n")
    trust = places.HOUSE / "resources" / "trust"
    for source in sorted(trust.glob("*")) if trust.is_dir() else ():
        _copy(source, app / "resources" / "trust" / source.name)
    known = app / "resources" / "trust" / "release.signers"
    known.parent.mkdir(parents=True, exist_ok=True)
    if not (trust / known.name).is_file():  # what a wheel laid there counts for nothing
        known.write_text(signing.signers(), encoding="ascii", newline="\n")


def lay_launchers(plan: Plan) -> None:
    """Lay the two ways in; those of Windows are made by ``making.windows``."""
    if plan.system == "windows":
        source = plan.root / ".launchers"
        source.mkdir(exist_ok=True)
        places.lay_committed(plan.commit, source, of=windows.FOLDER)
        windows.launchers(plan.root, plan.version, source, plan.made)
        shutil.rmtree(source)
        return
    for name in ("ieum", "ieum-window"):
        places.lay_committed(plan.commit, plan.root, f"{name}.sh", of=_FROZEN)
        (plan.root / f"{name}.sh").replace(plan.root / name)


def compile_all(plan: Plan, folders: Sequence[str]) -> None:
    """Compile every module in one order and one process, so that the bytes come out equal.

    A Python of the same minor version compiles; its own runtime where that runs here.
    """
    whole = [str(plan.root / one) for one in folders]
    fixed = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": ""}
    words = [compiler(plan), "-s", "-S", "-c", _COMPILE, str(plan.root), *whole]
    places.run(*words, adding=fixed, kindly=True)


def compiler(plan: Plan) -> str:
    """Return a Python 3.13 that runs here: the runtime's own, Linux's, or one on the path."""
    for root in (plan.runtime, places.runtime("linux")):
        own = root / "bin" / f"python{_PYTHON}"
        if own.is_file():
            return str(own)
    for found in (shutil.which(f"python{_PYTHON}"), sys.executable):
        if found and _is_of_the_release(found):
            return found
    raise SystemExit("A Python 3.13 is needed to compile: make the linux runtime first.")  # fmt: skip


def _is_of_the_release(python: str) -> bool:
    """Whether it starts and is a 3.13: what stands on the path may be a stand-in for none."""
    asked = [python, "-c", "import sys; print(*sys.version_info[:2], sep='.')"]
    said = subprocess.run(asked, check=False, capture_output=True, text=True)
    return said.returncode == 0 and said.stdout.strip() == _PYTHON


def say_build(plan: Plan) -> None:
    """Write what the build says of itself."""
    asked = [compiler(plan), "-c", "import platform; print(platform.python_version())"]
    python = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()  # fmt: skip
    if plan.system == "windows":
        python = _python_of_windows(plan.runtime) or python
    said = {
        "channel": signing.channel(),
        "commit": plan.commit,
        "made": plan.made,
        "name": NAME,
        "python": python,
        "system": f"{plan.system}-x86_64",
        "version": plan.version,
    }
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    (plan.root / "BUILD.json").write_text(text, encoding="utf-8", newline="\n")


def loads(plan: Plan) -> None:
    """Load every module of ours by the tree's own Python; what does not load is no build.

    Nor is one that loads a library from anywhere but itself and the folders of the system, or
    whose libsodium does not give what RFC 9497 says.
    """
    if plan.system != "linux":
        return  # another system's Python: ``prove windows`` opens the window
    words = [plan.root / "runtime/bin/python3.13", "-I", "-S", "-B", "-X", "utf8", "-c", _LOAD, plan.root / "app"]  # fmt: skip
    places.run(*words, adding={"QT_QPA_PLATFORM": "offscreen"}, kindly=True)
    if plan.sodium is not None:
        print(sodium.prove(plan.root / "app", plan.root / "runtime/bin/python3.13"))


def smooth(plan: Plan) -> None:
    """Give every file the rights and the time of a build: nothing tells who made it."""
    root = plan.root
    for path in (root, *root.rglob("*")):
        path.chmod(0o755 if path.is_dir() or _runs(path, root) else 0o644)
    for path in sorted((root, *root.rglob("*")), reverse=True):
        os.utime(path, (plan.made, plan.made))


def _fill(plan: Plan) -> None:
    """Lay the licences and the bill of materials."""
    licences.fill(plan.root, plan.system)
    bill.write(plan.root, plan.system)


def _runs(path: Path, root: Path) -> bool:
    name = path.relative_to(root).as_posix()
    in_bin = name.startswith("runtime/bin/")
    return name in ("ieum", "ieum-window") or in_bin


def _without_link(path: Path) -> None:
    """Put the file in the place of a link to it, and nothing where another name does."""
    target = path.resolve()
    path.unlink()
    doubled = path.parent.name == "bin" or ".so" in path.name or target.is_dir()
    if target.is_file() and (not doubled or path.name == _soname(target)):
        shutil.copyfile(target, path)


def _soname(path: Path) -> str:
    said = subprocess.run(["readelf", "-d", path], capture_output=True, text=True, check=False)  # fmt: skip
    line = next((one for one in said.stdout.splitlines() if "(SONAME)" in one), "[]")
    return line.rsplit("[", 1)[1].rstrip("]")


def _place(name: str) -> str:
    """Return where a file of a wheel belongs, "" for what would go elsewhere."""
    parts = name.split("/")
    if ".." in parts or name.startswith("/"):
        raise SystemExit(f"A wheel names a place outside: {name}")
    if parts[0].endswith(".data"):
        return "/".join(parts[2:]) if parts[1] in ("purelib", "platlib") else ""
    return name


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _python_of_windows(runtime: Path) -> str:
    """Return the version that the runtime of Windows carries in its DLL, "" if none is said."""
    dll = runtime / "python313.dll"
    data = dll.read_bytes() if dll.is_file() else b""
    at = data.find("ProductVersion".encode("utf-16-le"))
    text = data[at + 30 : at + 60].decode("utf-16-le", "ignore") if at >= 0 else ""
    return "".join(one for one in text.strip("\0") if one.isdigit() or one == ".")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py tree", description="Make the tree.")
    parser.add_argument("--system", choices=places.SYSTEMS, default="linux")
    parser.add_argument("--version", help="another version than pyproject.toml says")
    parser.add_argument("--runtime", type=Path, help="the Python to bring")
    parser.add_argument("--wheels", type=Path, help="the wheels to bring")
    parser.add_argument("--out", type=Path, help="where to make it")
    parser.add_argument("--ours", action="store_true", help="only our own code anew")
    parser.add_argument("--unstripped", action="store_true", help="leave the symbols")
    return parser
