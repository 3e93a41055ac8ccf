"""The rules of the house, where readers will find them."""

import gc
import re
import subprocess
import sys
import tomllib

import pytest
from PySide6.QtCore import QObject

from intake import errors, settings

FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helper",
    "helpers",
    "common",
    "manager",
    "service",
    "base",
    "core",
}


def python_files(house, *rooms):
    return [path for room in rooms for path in sorted((house / room).rglob("*.py"))]


def test_qt_keeps_its_references_to_none():
    """PySide6 6.12.0 loses one per void call below Python 3.12 and aborts after some thousand."""
    thing = QObject()
    gc.collect()  # what others left goes now, and not in between
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("a")
    assert sys.getrefcount(None) > before - 50


def test_no_room_has_a_name_that_says_nothing(house):
    files = python_files(house, "intake", "ui")
    assert files
    assert [path for path in files if path.stem in FORBIDDEN_NAMES] == []


def test_every_module_says_what_it_is(house):
    silent = [
        path.relative_to(house)
        for path in python_files(house, "intake", "ui")
        if not path.read_text(encoding="utf-8").lstrip("r").startswith('"""')
    ]
    assert silent == []


def test_no_real_number_or_address_stands_anywhere(house):
    """Only numbers nobody has: 010-0000-xxxx."""
    # a hash is no number: hex digits beside it make it none
    phone = re.compile(r"(?<![0-9a-f])01[016-9]-?\d{4}-?\d{4}(?![0-9a-f])")
    real = [
        (path.name, found)
        for path in python_files(house, "intake", "ui", "tests", "packaging")
        if "node_modules" not in path.parts
        for found in phone.findall(path.read_text(encoding="utf-8"))
        if not re.fullmatch(r"010-?0000-?\d{4}", found)
    ]
    assert real == []


@pytest.mark.parametrize(
    ("name", "least"),
    [("requirements.txt", 20), ("requirements-check.txt", 20), ("requirements-pip.txt", 0)],
)  # fmt: skip
def test_the_lock_names_hashes_and_no_registry(house, name, least):
    pinned = (house / "packaging" / name).read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9].*==", pinned, flags=re.MULTILINE)
    assert len(packages) > least
    assert pinned.count("--hash=sha256:") >= len(packages)
    assert "://" not in pinned


def test_the_lock_holds_what_the_project_asks_for(house):
    project = tomllib.loads((house / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    pinned = (house / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    for wanted in project["dependencies"]:
        name = re.split(r"[<>=; ]", wanted)[0].lower().replace(".", "-")
        assert f"\n{name}==" in f"\n{pinned}"


def test_opening_the_desk_waits_for_nothing_that_draws(house):
    slow = (
        "reportlab",
        "PIL",
        "xlsxwriter",
        "pikepdf",
        "pyhanko",
        "pypdfium2",
        "duckdb",
    )
    code = (
        f"import sys, intake.desk; print([one for one in {slow} if one in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=house, capture_output=True, check=True)  # fmt: skip
    assert said.stdout.split() == [b"[]"]


def test_every_error_says_in_its_docstring_when_it_is_raised():
    family = [errors.IntakeError]
    for kind in family:
        family += kind.__subclasses__()
        assert kind.__doc__
    assert len(family) > 30


def test_every_default_setting_may_stand():
    for setting in settings.SETTINGS.values():
        assert setting.check(setting.default) == setting.default
        assert setting.read(settings.written(setting.default)) == setting.default
        assert setting.read("\0 nonsense") == setting.default or isinstance(
            setting.default, str
        )
