"""Whose work the program is made of, as the desk reads it."""

import json

import pytest

from intake.desk import licences
from intake.errors import NotFound
from intake.release.installed import Installed
from tests.desks_at_hand import a_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("desk") / "v")
    yield made
    made.close()


def test_this_program_and_qt_stand_first(desk):
    view = desk.licences.view()
    assert [one.name for one in view.lines[:2]] == ["Ieum", "Qt"]
    assert view.bill is None


def test_every_line_has_a_licence_and_texts_that_can_be_read(desk):
    names = {name for one in desk.licences.view().lines for name in one.texts}
    assert all(one.licence and one.texts for one in desk.licences.view().lines)
    assert all(desk.licences.text(name).strip() for name in names)


@pytest.mark.parametrize("name", ["../../pyproject.toml", "/etc/passwd", "index.json", ""])  # fmt: skip
def test_what_no_line_names_is_not_read(desk, name):
    with pytest.raises(NotFound):
        desk.licences.text(name)


def test_an_installed_program_reads_what_the_package_laid_down(desk, tmp_path, monkeypatch):  # fmt: skip
    place = tmp_path / "prefix" / "licences"
    (place / "beside").mkdir(parents=True)
    (place / "beside" / "fonts-OFL.txt").write_text("글꼴의 사용권")
    row = {"name": "Font", "version": "1", "licence": "OFL-1.1", "kind": "font", "of": "ieum", "home": "", "systems": ["windows"], "texts": ["../fonts/OFL.txt"]}  # fmt: skip
    other = {**row, "name": "Other", "systems": ["linux"]}
    (place / "index.json").write_text(json.dumps({"parts": [row, other]}))
    (place.parent / "sbom.cdx.json").write_text("{}")
    build = Installed(place.parent, "ieum", "0.1.0", "", 0, "windows-x86_64", "3.13.5", "release")  # fmt: skip
    monkeypatch.setattr(licences, "installed", lambda: build)
    view = desk.licences.view()
    assert [one.name for one in view.lines] == ["Font"]
    assert view.bill == place.parent / "sbom.cdx.json"
    assert desk.licences.text("../fonts/OFL.txt") == "글꼴의 사용권"


def test_a_damaged_index_empties_the_page_and_stops_nothing(desk, tmp_path, monkeypatch):  # fmt: skip
    (tmp_path / "index.json").write_text("{")
    monkeypatch.setattr(licences, "_place", lambda: tmp_path)
    assert desk.licences.view().lines == ()
