"""What papers say of the center is typed once, of the center and of nobody else."""

import pypdfium2
import pytest

from intake.desk.views.papers import PaperPlan
from tests.ui.real_desks import check_reachable, said
from tests.ui.sections.conftest import becomes


@pytest.fixture
def letterhead(real, visit_desk):
    return visit_desk(real, "settings", section="letterhead").sections["letterhead"]


def read(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def test_what_is_typed_stands_on_the_next_form(letterhead, real, rest):
    assert not letterhead.keep.isEnabled()
    letterhead.fields["address"].set_text("인천 어느길 1")
    letterhead.fields["phone"].set_text("032-000-0000")
    letterhead.keep.click()
    rest()
    text = read(real.papers.preview(PaperPlan("POWER", "CENTER")).data)
    assert "인천 어느길 1" in text
    assert "032-000-0000" in text
    assert not letterhead.keep.isEnabled()


def test_only_what_changed_is_said_and_an_emptied_line_is_empty(letterhead, real, rest):
    real.settings.set("center_number", "123-45")
    real.settings.set("center_email", "desk@center.example")
    letterhead.arrive()
    rest()
    assert letterhead.fields["number"].text() == "123-45"
    letterhead.fields["number"].set_text("")
    letterhead.keep.click()
    rest()
    assert real.settings.get("center_number") == ""
    assert real.settings.get("center_email") == "desk@center.example"


@pytest.mark.parametrize(("role", "changes"), [("IT", True), ("AUDITOR", False)])
def test_who_may_not_change_it_reads_it_and_is_told_why(real, visit_desk, session, role, changes):  # fmt: skip
    real.settings.set("center_phone", "032-000-0000")
    becomes(real, role)
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error))
    section = visit_desk(real, "settings", section="letterhead").sections["letterhead"]
    assert section.fields["phone"].text() == "032-000-0000"
    assert section.fields["phone"].line.isReadOnly() is not changes
    assert any("바꿀 수 없습니다" in one for one in said(section)) is not changes
    section.fields["phone"].set_text("1")
    assert section.keep.isEnabled() is changes
    assert refused == []


def test_the_tab_key_comes_to_everything(letterhead, window):
    letterhead.fields["number"].set_text("1")
    check_reachable(window, window.screen_.centre)
