"""What of the wheels stays: Qt by a list of what is kept, the rest by a list of what goes.

* Only these modules, plugins and languages of Qt are loaded by the window; QML, the designer,
  databases, TLS, the virtual keyboard (GPL only) and GTK's theme are left behind.
* Korean is typed through ``ibus`` (``compose`` where there is no input method); Qt's own
  buttons speak Korean through ``qtbase_ko``. A tree without these is refused.
* Every library that is left is asked for by something that is left (``readelf``, binutils).
"""

import fnmatch
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from making.elf import NEEDED, is_elf
from making.places import run

MODULES = ("Core", "DBus", "Gui", "Network", "PrintSupport", "Svg", "Widgets")
PLUGINS = {
    "linux": (
        *("platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so", "platforms/libqminimal.so"),
        *("platforminputcontexts/libibus*", "platforminputcontexts/libcompose*"),
        *("imageformats/libqjpeg.so", "imageformats/libqsvg.so", "imageformats/libqico.so", "imageformats/libqwebp.so", "imageformats/libqgif.so"),
        *("iconengines/*", "platformthemes/libqxdgdesktopportal.so", "xcbglintegrations/*", "printsupport/*"),
        *("networkinformation/libqnetworkmanager.so", "networkinformation/libqglib.so"),
        *("wayland-shell-integration/libxdg-shell.so", "wayland-decoration-client/*", "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so"),
    ),
    "windows": (
        *("platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/*"),
        *("imageformats/qjpeg.dll", "imageformats/qsvg.dll", "imageformats/qico.dll", "imageformats/qwebp.dll", "imageformats/qgif.dll"),
        *("iconengines/*", "networkinformation/*"),
    ),
}  # fmt: skip
SPOKEN = ("qtbase_ko.qm", "qtbase_en.qm", "qt_ko.qm", "qt_en.qm")
_QT = {
    "linux": (
        *(f"Qt{one}.abi3.so" for one in MODULES),
        *("__init__.py", "_config.py", "_git_pyside_version.py", "libpyside6.abi3.so*", "Qt/lib/*"),
        *(f"Qt/plugins/{one}" for one in PLUGINS["linux"]),
        *(f"Qt/translations/{one}" for one in SPOKEN),
    ),
    "windows": (
        *(f"Qt{one}.pyd" for one in MODULES),
        *(f"Qt6{one}.dll" for one in MODULES),
        *("__init__.py", "_config.py", "_git_pyside_version.py", "pyside6.abi3.dll"),
        *("[mM][sS][vV][cC][pP]140*.dll", "[vV][cC][rR][uU][nN][tT][iI][mM][eE]140*.dll", "concrt140.dll", "qt.conf"),
        *(f"plugins/{one}" for one in PLUGINS["windows"]),
        *(f"translations/{one}" for one in SPOKEN),
    ),
}  # fmt: skip
# what nobody's program loads: what it was made from, how it was tried, what types it has
_LEFT = (
    *("*/__pycache__/*", "*.pyc", "*.pyi", "*.pyx", "*.pxd", "*.pxi", "*.c", "*.cpp", "*.h", "*.hpp", "*.a", "*.lib", "*.cmake"),
    *("*/py.typed", "*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED", "*.dist-info/direct_url.json"),
    *("*/tests/*", "*/test/*", "*/test_data/*", "*/testing/*", "bin/*", "share/*", "include/*"),
    *("*/conftest.py", "*/test_*.py", "*/testutils.py", "*/pytest_plugin.py", "*/__pyinstaller/*", "*/_examples/*", "*.sh"),
    *("*/README.md", "*/README.rst", "*.dist-info/top_level.txt", "*.dist-info/WHEEL"),
    *("numpy/_core/_*_tests.*", "numpy/ma/API_CHANGES.txt", "multidict/_testcapi.*", "lxml/*doctest*.py"),
    *("reportlab/graphics/samples/*", "reportlab/graphics/test*.py", "reportlab/graphics/barcode/test.py", "oscrypto/_mac/*"),
    *("av/*", "av.libs/*", "av-*.dist-info/*"),  # its wheels carry x264 and x265
    *("numpy/f2py/*", "numpy/_pyinstaller/*", "numpy/distutils/*", "numpy/doc/*"),
    *("reportlab/fonts/*", "lxml/includes/*", "lxml/isoschematron/*", "shiboken6_generator/*"),
)  # fmt: skip
_KEPT = ("pikepdf/pdfa/data/README.md",)  # says whose the data beside it is
_LANGUAGES = ("root.dat", "ko.dat", "ko_KR.dat", "en.dat", "en_US.dat")  # of Babel


def trim(app: Path, system: str) -> None:
    """Leave of ``app`` what the program loads, and refuse what would not speak Korean."""
    for path in list(_files(app)):
        name = path.relative_to(app).as_posix()
        if not _stays(name, system):
            path.unlink()
    if system == "linux":
        _close(app)
    drop_empty(app)
    check(app, system)


def check(app: Path, system: str) -> None:
    """Refuse a tree in which nobody could type or read Korean."""
    qt = app / "PySide6" / ("Qt" if system == "linux" else "")
    wanted = [qt / "translations" / one for one in ("qtbase_ko.qm", "qtbase_en.qm")]
    if system == "linux":
        wanted += [
            qt / "plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
            qt / "lib/libQt6DBus.so.6",
        ]
    else:
        wanted.append(qt / "plugins/platforms/qwindows.dll")
    missing = [str(one.relative_to(app)) for one in wanted if not one.is_file()]
    if missing:
        raise SystemExit(f"This tree is not whole; missing: {', '.join(missing)}")


def strip(root: Path) -> None:
    """Take the symbols out of every ELF file that has some (binutils)."""
    found = [path for path in _files(root) if is_elf(path)]
    for path in found:
        path.chmod(0o755)
    for at in range(0, len(found), 100):
        run("strip", "--strip-unneeded", "--enable-deterministic-archives", *found[at : at + 100], kindly=True)  # fmt: skip


def drop_empty(root: Path) -> None:
    """Remove folders in which nothing is left, the deepest first."""
    for folder in sorted((one for one in root.rglob("*") if one.is_dir()), reverse=True):  # fmt: skip
        if not any(folder.iterdir()):
            folder.rmdir()


def _stays(name: str, system: str) -> bool:
    if name.startswith("PySide6/"):
        return _fits(name.removeprefix("PySide6/"), _QT[system])
    if name.startswith("babel/locale-data/"):
        return name.rsplit("/", 1)[1] in _LANGUAGES
    return name in _KEPT or not _fits(name, _LEFT)


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _close(app: Path) -> None:
    """Remove the libraries of Qt that nothing asks for any more."""
    library = app / "PySide6" / "Qt" / "lib"
    there = {path.name: path for path in library.iterdir()}
    roots = [path for path in _files(app / "PySide6") if path.parent != library and is_elf(path)]  # fmt: skip
    kept: set[str] = set()
    waiting = roots
    while waiting:
        asked = {name for path in waiting for name in _needed(path)}
        new = (asked & there.keys()) - kept
        kept |= new
        waiting = [there[name] for name in new]
    for name in there.keys() - kept:
        if there[name].is_dir():
            shutil.rmtree(there[name])
        else:
            there[name].unlink()


def _needed(path: Path) -> list[str]:
    said = subprocess.run(["readelf", "-d", path], check=True, capture_output=True, text=True)  # fmt: skip
    return NEEDED.findall(said.stdout)


def _files(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.is_file() or path.is_symlink())
