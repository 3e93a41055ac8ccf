"""A counselor brings a list in through the window: sees it first, then brings it, or not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from intake.desk.views.interchange import ImportPlan
from intake.progress import Silent
from ui.widgets.tab_order import in_order

CASES = "사건번호,접수일,성별,나이,피해유형\n2099-IC-1,2024-01-02,여,15,유포\n"


def listed(count, bad=()):
    rows = ["사건번호,게시물 주소,상태,발견일,조치 종류,조치일"]
    for k in range(count):
        url = "주소 아님" if k in bad else f"https://tube-a.example/v/{k}"
        rows.append(f"2099-IC-1,{url},삭제 완료,2024-02-01,최초요청,2024-03-01")
    return "\n".join(rows)


@pytest.fixture
def write(tmp_path):
    def write(text, name="목록.csv"):
        (tmp_path / name).write_bytes(text.encode("cp949"))
        return tmp_path / name

    return write


@pytest.fixture
def page(at, desk, write):
    desk.imports.run(write(CASES, "c.csv"), ImportPlan(), Silent())
    return at("imports")


def _postings(desk):
    return len(desk.records.list("posting"))


def test_a_list_is_seen_first_and_then_comes_in(page, desk, write, settle):
    page.take_file(write(listed(30, bad=(3, 7))))
    settle()
    assert page.columns.columns[:2] == ("case/number", "posting/url")
    page.on_try()
    settle()
    assert page.trial._figures["new"].text() == "28"
    assert page.trial._figures["refused"].text() == "2"
    assert page.trial.rows.rowCount() == 2
    assert _postings(desk) == 0, "nothing is written before"
    page.on_bring()
    settle()
    assert _postings(desk) == 28
    assert not page.done.isHidden()


def test_what_came_in_is_taken_back_with_one_press(page, desk, write, settle):
    page.take_file(write(listed(10)))
    settle()
    page.on_try()
    settle()
    page.on_bring()
    settle()
    page.undo.click()
    settle()
    assert _postings(desk) == 0
    assert page.done.isHidden()


def test_what_was_done_after_an_import_is_not_taken_back_in_its_place(
    page, desk, write, settle
):
    page.take_file(write(listed(4)))
    settle()
    page.on_try()
    settle()
    page.on_bring()
    settle()
    case = desk.records.list("case")[0].id
    desk.records.add("task", case, {"kind": "OTHER"})
    page.undo.click()
    settle()
    assert _postings(desk) == 4
    assert len(desk.records.list("task")) == 1
    assert page._error.text() == page.texts("imports-undo-too-late")


def test_a_column_put_right_by_hand_makes_the_trial_true_again(page, write, settle):
    page.take_file(write("사건번호,어디\n2099-IC-1,https://tube-a.example/1\n"))
    settle()
    page.columns.target_chosen.emit("postings")
    settle()
    assert not page.try_.isEnabled()
    combo = page.columns.combos[1]
    combo.setCurrentIndex(combo.findData("posting/url"))
    assert page.try_.isEnabled()
    page.on_try()
    settle()
    assert page.trial._figures["new"].text() == "1"
    combo.setCurrentIndex(0)
    assert page.trial.isHidden(), "what was tried is not true any more"


def test_reasons_filter_the_refused_rows(page, write, settle):
    text = listed(6, bad=(1, 2)) + "\n2099-IC-8,https://tube-a.example/x,,,,\n"
    page.take_file(write(text))
    settle()
    page.on_try()
    settle()
    reasons = page.trial.reasons
    assert [reasons.itemData(k) for k in range(reasons.count())] == [
        "",
        "refused-not-address",
        "refused-unknown-case",
    ]
    reasons.setCurrentIndex(2)
    assert page.trial.rows.rowCount() == 1
    assert "2099" not in page.trial.rows.accessible(page.trial.rows.line_at(0))


def test_refused_rows_are_saved_only_where_the_person_says(
    page, write, settle, tmp_path, monkeypatch
):
    page.take_file(write(listed(3, bad=(1,))))
    settle()
    page.on_try()
    settle()
    place = tmp_path / "out.csv"
    monkeypatch.setattr(
        "ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_a: (str(place), "")
    )
    before = set(tmp_path.iterdir())
    page.trial.save.click()
    settle()
    assert set(tmp_path.iterdir()) - before == {place}
    assert "주소가 아닙니다" in place.read_text(encoding="utf-8-sig")


def test_a_stopped_import_says_that_nothing_was_written(
    page, desk, write, settle, monkeypatch
):
    page.take_file(write(listed(40)))
    settle()
    page.on_try()
    settle()

    run = desk.imports.run

    def stopped(file, plan, progress):
        class Pressed:
            def step(self, done, total, what):
                if what == "progress-importing":
                    page.progress._cancel()  # what the button does
                progress.step(done, total, what)

        return run(file, plan, Pressed())

    monkeypatch.setattr(desk.imports, "run", stopped, raising=False)
    page.on_bring()
    settle()
    assert _postings(desk) == 0
    assert page._error.text() == page.texts("imports-stopped")


def test_a_file_that_cannot_be_read_says_what_to_do(page, settle, tmp_path):
    file = tmp_path / "old.xls"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    page.take_file(file)
    settle()
    assert page.try_.isHidden()
    assert "XLSX" in page.file._error.text()


def test_every_thing_has_a_name_of_its_own_and_tab_reaches_it(page, write, settle):
    page.take_file(write(listed(4, bad=(1,))))
    settle()
    page.on_try()
    settle()
    shown = [one for one in in_order(page) if one.isVisible()]
    names = [one.accessibleName() for one in shown]
    assert all(names)
    assert len(set(names)) == len(names)
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    wanted = [
        one for kind in kinds for one in page.findChildren(kind) if one.isVisible()
    ]
    assert set(wanted) <= set(shown)


def test_an_export_shows_who_stays_and_writes_where_it_is_told(
    at, desk, case, settle, tmp_path
):
    section = at("settings", section="exports").sections["exports"]
    settle()
    section.purposes.setCurrentIndex(section.purposes.findData("CENTRAL"))
    section.on_look()
    settle()
    assert section._cases.text() == section.texts("exports-none")
    assert "1" in section._stays.text()
    section.purposes.setCurrentIndex(section.purposes.findData("MOVE"))
    section.on_look()
    settle()
    place = Path(tmp_path / "out.xlsx")
    section.save_to(place)
    settle()
    assert place.read_bytes().startswith(b"PK")
    assert desk.records.list("disclosure", case)[0]["means"] == "EXPORT"
