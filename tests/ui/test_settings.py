import re

import pytest

from intake.errors import DamagedVault, MailboxAway
from intake.text import resource
from tests.ui.fake_desk import PASSPHRASE
from ui.sections import sections_of


@pytest.fixture
def settings(window, session, desk, settle):
    session.open(desk)
    session.go("settings")
    settle()
    return window.screen_


def test_what_is_set_is_shown(settings):
    display = settings.sections["display"]
    assert display._choices["theme"].values == ("light",)
    assert display._choices["scale"].values == ("100",)


def test_a_choice_is_kept_with_its_type(settings, desk, settle):
    display = settings.sections["display"]
    display._on_chosen("scale", ("150",))
    display._on_chosen("theme", ("dark",))
    settle()
    assert desk.settings.get("scale") == 150
    assert desk.settings.get("theme") == "dark"
    assert display._apply.isVisibleTo(display)


def test_a_cleared_choice_comes_back(settings, settle):
    display = settings.sections["display"]
    display._choices["theme"].choose()
    display._on_chosen("theme", ())
    settle()
    assert display._choices["theme"].values == ("light",)


def test_the_minutes_are_kept(settings, desk, settle):
    settings.show_section("lock")
    settings.sections["lock"]._on_minutes(("5",))
    settle()
    assert desk.settings.get("lock_minutes") == 5


def test_a_passphrase_is_changed_with_the_old_one(settings, settle):
    settings.show_section("lock")
    lock = settings.sections["lock"]
    lock._old.set_text("wrong")
    lock._new.set_text("new words here")
    assert not lock._change.isEnabled()
    lock._again.set_text("new words here")
    lock._change.click()
    settle()
    assert lock._error.isVisibleTo(lock)
    lock._old.set_text(PASSPHRASE)
    lock._change.click()
    settle()
    assert not lock._error.isVisibleTo(lock)
    assert lock._new.text() == ""


def test_a_check_lists_what_was_checked(settings, settle):
    settings.show_section("care")
    care = settings.sections["care"]
    care._verify.click()
    settle()
    assert care._lines.count() == 1
    assert care._verify.isEnabled()


def test_damage_found_by_the_check_takes_the_page(settings, settle, desk, window):
    def damaged(_progress):
        raise DamagedVault(pages=1, page=7)

    desk.keys.verify = damaged
    settings.show_section("care")
    settings.sections["care"]._verify.click()
    settle()
    assert window.notices.card.size() == window.size()


def test_forms_and_the_computer_are_told(settings, settle):
    settings.show_section("forms")
    settle()
    assert settings.sections["forms"]._listed.count() == 2
    settings.show_section("about")
    settle()
    assert settings.sections["about"]._lines["counselor"].text() == "박서연"


def test_coming_back_stays_at_the_section(settings, session, settle):
    settings.show_section("care")
    session.go("send")
    session.go("settings")
    assert settings._shown == "care"


def test_a_mailbox_is_tried_and_kept_in_the_settings_too(
    window, session, desk, settle, tmp_path
):
    session.open(desk)
    session.go("settings", section="places")
    settle()
    section = window.screen_.sections["places"].usual
    assert not section.keep.isEnabled()
    section.form.show_mailbox(str(tmp_path))
    section.keep.click()
    settle()
    assert desk.said == [("try", str(tmp_path)), ("folder", str(tmp_path))]
    assert not section.keep.isEnabled()


def test_a_mailbox_that_takes_no_letter_is_not_kept(
    window, session, desk, settle, tmp_path
):
    def away(_folder):
        raise MailboxAway(mailbox="box")

    desk.exchange.try_mailbox = away
    session.open(desk)
    session.go("settings", section="places")
    settle()
    section = window.screen_.sections["places"].usual
    section.form.show_mailbox(str(tmp_path))
    section.keep.click()
    settle()
    assert desk.said == []
    assert section._error.isVisibleTo(section)
    assert section.keep.isEnabled()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_way_that_a_text_names_leads_to_a_page_of_that_name(language, texts):
    """Also on paper: somebody looks for it in the window."""
    texts.speak(language)
    kinds = {kind.name for role in ("center", "central", "escrow") for kind in sections_of(role)}  # fmt: skip
    pages = tuple(texts(f"settings-{name}") for name in kinds)
    lines = [line for file in resource("text", language).glob("*.ftl") for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]  # fmt: skip
    ways = [way for line in lines if " › " in line for way in re.findall(r"(\w+) › ([^›’”]+)", line)]  # fmt: skip
    assert len(ways) > 9
    assert [way for way in ways if way[0] != texts("rail-settings") or not way[1].startswith(pages)] == []  # fmt: skip
