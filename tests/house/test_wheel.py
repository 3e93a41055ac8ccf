"""The wheel holds everything that the program reads, and the program starts from it alone."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
WANTED = ("intake", "ui", "resources", "pyproject.toml", "README.md", "LICENSE")
_BUILD = "from setuptools import build_meta; build_meta.build_wheel({!r})"
_ABOUT = """
import intake, intake.text, ui
from intake.text import texts_in
from intake.text.place import resource
from intake.register import CODES
from ui import theme
assert resource("text").is_relative_to({there!r}), resource("text")
assert intake.__file__.startswith({there!r}) and ui.__file__.startswith({there!r})
assert texts_in("ko")("product-name")
assert CODES.holds(("consent_purpose",), "CENTRAL")
print(intake.__version__)
"""


def run(*command: str, at: Path, **more: str) -> str:
    environment = {**os.environ, **more}
    done = subprocess.run(command, cwd=at, env=environment, capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy: building leaves things lying about."""
    copy, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in WANTED:
        if (HOUSE / name).is_dir():
            shutil.copytree(HOUSE / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))  # fmt: skip
        else:
            shutil.copy(HOUSE / name, copy)
    run(sys.executable, "-W", "ignore", "-c", _BUILD.format(str(out)), at=copy)
    (found,) = out.glob("ieum-*-none-any.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with what an installer would lay there, and nothing of this checkout."""
    there = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as file:
        file.extractall(there)
    return there


def files_of(folder: Path) -> set[str]:
    found = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    return {str(one) for one in found if "__pycache__" not in one.parts}


@pytest.mark.parametrize("part", ["intake", "ui", "resources"])
def test_it_holds_every_file_as_it_lies_here(part, installed):
    here, there = HOUSE / part, installed / part
    assert files_of(here) - files_of(there) == set()
    for one in sorted(files_of(here))[::7]:
        assert (there / one).read_bytes() == (here / one).read_bytes()


def test_it_holds_no_tests_and_nobodys_secrets(wheel):
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
    tops = {one.split("/")[0] for one in names}
    assert {one for one in tops if ".dist-info" not in one} == {"intake", "ui", "resources"}  # fmt: skip
    assert not [one for one in names if one.endswith((".db", ".keys", ".pem"))]


def test_the_program_starts_from_it_alone(installed, tmp_path):
    """It finds its words and codes, and the conformance kit speaks to the published files."""
    path = {"PYTHONPATH": str(installed), "LANG": "en_US.UTF-8", "HOME": str(tmp_path)}
    path["PYTHONDONTWRITEBYTECODE"] = (
        ""  # as installed: the second start finds it compiled
    )
    said = run(sys.executable, "-c", _ABOUT.format(there=str(installed)), at=tmp_path, **path)  # fmt: skip
    assert said.strip()
    words = ("--json", "conformance", "--only", "enrol", "--self")
    rows = json.loads(run(sys.executable, "-m", "intake", *words, at=tmp_path, **path))
    assert len(rows) > 10
    assert all(one["passed"] for one in rows)
