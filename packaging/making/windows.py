"""What the tree of Windows has that no other has: its own two programs, and signed libraries.

``tree --system windows`` calls ``launchers`` before it lists the files, so that what Windows
checks (Authenticode) stands in the list as it is installed.

* ``packaging/windows/launcher.c`` is compiled by mingw-w64 without times: the same bytes twice.
* No ``python.exe`` is installed: publisher rules need not allow an interpreter that would run
  anybody's script. A plain SQLite and what asks Windows' management service are left out too.
* Every program and library that came without a signature is signed by whoever signs the build;
  those of Qt, Python and Microsoft keep theirs.
"""

import shutil
from pathlib import Path

from making import authenticode, places

FOLDER = "packaging/windows"
HERE = places.HOUSE / FOLDER
LAUNCHERS = {"ieum": (), "ieum-window": ("-DWINDOW", "-mwindows")}
LEFT = ("python.exe", "pythonw.exe", "python.cat", "_wmi.pyd", "_sqlite3.pyd", "sqlite3.dll", "winsound.pyd")  # fmt: skip
_SAFE = ("-O2", "-s", "-municode", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va")  # fmt: skip
_COMPILER = "x86_64-w64-mingw32"


def launchers(root: Path, version: str, source: Path, made: int) -> None:
    """Make the two programs of a tree, leave out what is never loaded, sign what nobody signed."""
    for name in LEFT:
        (root / "runtime" / name).unlink(missing_ok=True)
    for name in LAUNCHERS:
        compile_one(name, version, root / f"{name}.exe", source)
    count = authenticode.sign(authenticode.unsigned(root), made)
    print(f"{count} programs and libraries signed")


def compile_one(name: str, version: str, out: Path, source: Path) -> None:
    """Compile one launcher; its paths and its time leave no trace in it."""
    if shutil.which(f"{_COMPILER}-gcc") is None:
        raise SystemExit("No compiler: apt-get install gcc-mingw-w64-x86-64")
    numbers = version.replace(".", ",")
    place = out.with_name(f".{name}")
    shutil.copytree(source, place, ignore=shutil.ignore_patterns("wine", "*.md"))
    told = (f"-DNUMBERS={numbers}", f'-DVERSION=\\"{version}\\"', f'-DNAME=\\"{name}\\"')  # fmt: skip
    places.run(f"{_COMPILER}-windres", *told, "launcher.rc", "res.o", where=place)
    places.run(f"{_COMPILER}-gcc", *_SAFE, *LAUNCHERS[name], "-o", "out.exe", "launcher.c", "res.o", where=place)  # fmt: skip
    (place / "out.exe").replace(out)
    shutil.rmtree(place)
