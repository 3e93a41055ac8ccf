"""What may be left out of a form is named, and stays empty on it."""

import dataclasses

import pypdfium2
import pytest

from intake.desk.views.papers import PaperPlan
from intake.errors import InvalidInput
from tests.desk.test_redactions import cases, desk

__all__ = ["cases", "desk"]


def read(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def test_every_kind_that_leaves_parts_out_names_them_in_words(desk):
    for kind in desk.papers.kinds():
        parts = desk.papers.parts(kind.code)
        assert bool(parts) == ("without" in kind.uses), kind.code
        assert len({one.label for one in parts}) == len(parts)
        assert all(one.label for one in parts)


def test_a_part_of_no_kind_is_refused(desk):
    with pytest.raises(InvalidInput):
        desk.papers.parts("NONE")


@pytest.mark.parametrize("kind", ["APPLICATION", "WITHDRAWAL"])
def test_a_name_that_is_left_out_stands_nowhere_on_the_form(desk, cases, kind):
    plan = PaperPlan(kind, "CASE", cases[0])
    assert "하나" in read(desk.papers.preview(plan).data)
    without = dataclasses.replace(plan, without=("name",))
    assert "하나" not in read(desk.papers.preview(without).data)


def test_whether_a_file_waits_for_its_stamp_is_told(desk, cases, tmp_path):
    for room in (False, True):
        made = desk.papers.issue(PaperPlan("POWER", "CASE", cases[0]), with_room=room)
        (tmp_path / made.name).write_bytes(made.data)
        assert desk.papers.verify(tmp_path / made.name).waiting is room
