import re

from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS, GROUPS, shown_key
from ui.screens import SCREENS


def test_no_shortcut_means_two_things():
    keys = [QKeySequence(a.key).toString() for a in ACTIONS if a.bound]
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_no_bare_letter_is_a_shortcut():
    for action in ACTIONS:
        assert not re.fullmatch(r"(Shift\+)?[A-Za-z]", action.key)


def test_names_are_unique_and_every_group_is_shown():
    names = [action.name for action in ACTIONS]
    assert len(set(names)) == len(names)
    assert {action.group for action in ACTIONS} == set(GROUPS)


def test_every_action_has_words_in_every_language(texts):
    for language in ("ko", "en"):
        texts.speak(language)
        for action in ACTIONS:
            assert texts(action.text_id)
        for group in GROUPS:
            assert texts(f"keys-{group}")


def test_a_rail_entry_and_its_action_share_the_key():
    keys = {action.name: action.key for action in ACTIONS}
    for entry in SCREENS:
        if entry.key:
            assert keys[entry.name] == f"Ctrl+{entry.key}"


def test_keys_are_printed_as_they_stand_on_the_keyboard():
    assert shown_key("Ctrl+Return") == "Ctrl+Enter"
    assert shown_key("Ctrl+Down") == "Ctrl+↓"
