"""Whom other centers may call here, in the settings."""

import pytest

from tests.desks_at_hand import a_desk
from tests.ui.real_desks import check_reachable


@pytest.fixture
def desk(tmp_path):
    opened = a_desk(tmp_path / "ic")
    yield opened
    opened.close()


def test_the_contact_is_kept_and_shown_again(visit_desk, desk, rest):
    section = visit_desk(desk, "settings", section="contact").sections["contact"]
    section.fields["name"].set_text("이상담")
    section.fields["phone"].set_text("010-0000-1234")
    section.keep.click()
    rest()
    assert desk.link_notices.contact()["phone"] == "010-0000-1234"
    section.fields["phone"].set_text("")
    section.arrive()
    rest()
    assert section.fields["phone"].text() == "010-0000-1234"


def test_the_section_is_named_and_reached(visit_desk, desk, window):
    check_reachable(window, visit_desk(desk, "settings", section="contact").centre)
