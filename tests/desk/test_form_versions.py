"""A new version of a form strands no interview."""

from openpyxl import load_workbook

from intake.desk import shelf as shelves
from intake.desk.shelf import Shelf
from intake.forms.authoring import build_pack
from tests.desks_at_hand import agreed


def a_shelf(house, folder, *, without):
    """A shelf that has only the next version of the first form; one question is gone."""
    book = load_workbook(house / "resources" / "forms" / "intake.xlsx")
    settings = book["settings"]
    names = [cell.value for cell in settings[1]]
    settings.cell(2, names.index("version") + 1).value = "2099.1"
    survey = book["survey"]
    (row,) = (cell.row for cell in survey["B"] if cell.value == without)
    survey.delete_rows(row)
    book.save(folder / "intake.xlsx")
    build_pack(folder / "intake.xlsx", folder / "packs")
    return Shelf(folder / "packs")


def test_an_interview_goes_on_when_its_version_is_no_longer_there(
    desk, house, tmp_path, monkeypatch
):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "victim/age", 15)
    desk.interviews.answer(interview, "contact/hours", "오후")
    shelf = a_shelf(house, tmp_path, without="hours")
    monkeypatch.setattr(shelves, "SHELF", shelf)
    desk.interviews.forget()
    page = desk.interviews.page(interview)
    said = {view.path: view.value for view in page.questions}
    assert said["victim/age"] == 15
    assert "contact/hours" not in said
    kept = {row["path"]: row for row in desk.records.list("answer", case)}
    assert "contact/hours" in kept
    desk.interviews.answer(interview, "victim/age", 16)
    assert desk.cases.header(case).age == 16


def test_a_new_version_beside_the_old_changes_nothing_for_an_open_interview(
    desk, house, tmp_path, monkeypatch
):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.answer(interview, "contact/hours", "오후")
    a_shelf(house, tmp_path, without="hours")
    for file in (house / "resources" / "forms").glob("intake-*"):
        (tmp_path / "packs" / file.name).write_bytes(file.read_bytes())
    both = Shelf(tmp_path / "packs")
    monkeypatch.setattr(shelves, "SHELF", both)
    desk.interviews.forget()
    said = {view.path: view.value for view in desk.interviews.page(interview).questions}
    assert said["contact/hours"] == "오후"
    assert [form.version for form in desk.interviews.forms()] == ["2099.1"]
