"""Of Qt stays what the window loads: Korean typing and words, and every library they ask for."""

import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest
from making import trimming


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The Qt of this machine, trimmed."""
    app = tmp_path_factory.mktemp("app")
    here = Path(PySide6.__file__).parent
    left = shutil.ignore_patterns("qml", "include", "typesystems", "metatypes", "examples", "__pycache__", "*.pyi")  # fmt: skip
    shutil.copytree(here, app / "PySide6", ignore=left, symlinks=True)
    trimming.trim(app, "linux")
    return app


def test_korean_is_typed_and_read(app):
    qt = app / "PySide6" / "Qt"
    assert {one.name for one in (qt / "plugins/platforminputcontexts").iterdir()} == {
        "libibusplatforminputcontextplugin.so",
        "libcomposeplatforminputcontextplugin.so",
    }
    assert {"qtbase_ko.qm", "qtbase_en.qm"} <= {one.name for one in (qt / "translations").iterdir()}  # fmt: skip


def test_nothing_that_is_left_asks_for_a_library_of_qt_that_is_gone(app):
    libraries = {one.name for one in (app / "PySide6/Qt/lib").iterdir()}
    asked = {
        name
        for path in app.rglob("*.so*")
        for name in trimming._needed(path)
        if name.startswith(("libQt6", "libicu"))
    }
    assert asked <= libraries
    assert libraries <= asked | {"libQt6DBus.so.6"}


@pytest.mark.parametrize(
    "gone",
    ["libQt6Qml.so.6", "libQt6Quick.so.6", "libqgtk3.so", "libqtvirtualkeyboardplugin.so", "libqsqlite.so", "libqopensslbackend.so", "QtQuick.abi3.so", "designer"],
)  # fmt: skip
def test_what_the_window_never_loads_is_gone(app, gone):
    assert not list(app.rglob(gone))


def test_every_module_of_qt_that_the_window_names_is_there(app, house):
    said = subprocess.run(["grep", "-rhoE", "from PySide6.Qt[A-Za-z]+", "ui"], cwd=house, check=True, capture_output=True, text=True)  # fmt: skip
    named = {line.removeprefix("from PySide6.") for line in said.stdout.split("\n") if line}  # fmt: skip
    there = {one.name.split(".")[0] for one in (app / "PySide6").glob("Qt*.so")}
    assert named <= there


def test_a_tree_without_the_input_method_is_refused(app):
    plugin = app / "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so"  # fmt: skip
    aside = plugin.rename(plugin.with_suffix(".aside"))
    with pytest.raises(SystemExit, match="ibus"):
        trimming.check(app, "linux")
    aside.rename(plugin)


def test_babel_speaks_two_languages_and_films_stay_out():
    assert trimming._stays("babel/locale-data/ko.dat", "linux")
    assert not trimming._stays("babel/locale-data/fr.dat", "linux")
    assert not trimming._stays("av/codec.so", "windows")
    assert not trimming._stays("numpy/tests/test_it.py", "linux")


@pytest.mark.parametrize(
    "name",
    ["numpy/_core/_multiarray_tests.cpython-313-x86_64-linux-gnu.so", "numpy/_core/_umath_tests.cp313-win_amd64.pyd", "numpy/testing/_private/utils.py", "reportlab/lib/testutils.py", "securesystemslib/_vendor/ed25519/test_ed25519.py", "lxml/html/usedoctest.py", "numpy/ma/README.rst", "one/py.typed", "one/__init__.pyi", "one-1.dist-info/WHEEL"],
)  # fmt: skip
def test_how_something_was_tried_and_typed_stays_out(name):
    assert not trimming._stays(name, "windows" if name.endswith(".pyd") else "linux")


@pytest.mark.parametrize(
    "name",
    ["numpy/_pytesttester.py", "anyio/_core/_testing.py", "numpy/random/LICENSE.md", "numpy-2.dist-info/licenses/LICENSE.txt", "keyring-25.dist-info/entry_points.txt", "pikepdf/pdfa/data/README.md"],
)  # fmt: skip
def test_what_is_loaded_and_whose_it_is_stays(name):
    assert trimming._stays(name, "linux")
