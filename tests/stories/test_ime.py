"""Hangul from a real input method: syllables are composed, and one half made is never lost."""

import pytest

from tests.stories import ime
from tests.stories.steps import NOTE, PASSPHRASE, go_on, ready, start

pytestmark = pytest.mark.skipif(not ime.HERE, reason="needs ibus-hangul")
PASSPHRASE_KEYS = "smfls rkdanf dnldml ekf"  # 느린 강물 위의 달 on a Korean keyboard
HOW = "이번 상담은 어떤 방법입니까?"


def test_a_syllable_still_in_composition_is_kept_by_the_lock(opened, place, screen):
    interview = ready(place)
    method = ime.InputMethod(screen, place)
    try:
        program = opened(environment=ime.PROGRAM)
        start(program, "Unlock")
        program.wait_for(focus="암호문")
        program.press("shift+space")  # 한/영
        program.type(PASSPHRASE_KEYS)
        program.wait_for(composing=True)
        program.press("Return")  # with the last syllable still in composition
        go_on(program)
        program.wait_for(focus=NOTE)

        program.type("gksrmf")
        program.wait_for(composing=True, note=1, kept=1)  # 한 is there, 글 is not yet
        program.press("ctrl+l")
        program.wait_for(screen="Unlock")
        program.kill()
    finally:
        method.close()
    page = place.command(PASSPHRASE, "interviews", "page", interview)
    assert page["note"] == "한글"


def test_digits_choose_while_the_keyboard_writes_hangul(opened, place, screen):
    interview = ready(place)
    method = ime.InputMethod(screen, place)
    try:
        program = opened(environment=ime.PROGRAM)
        start(program, "Unlock")
        program.wait_for(focus="암호문")
        program.press("shift+space")
        program.type(PASSPHRASE_KEYS)
        program.press("Return")
        go_on(program)
        program.wait_for(focus=NOTE)
        program.type("gksrmf ")
        program.wait_for(composing=False, kept=3)
        program.tab_to(f"{HOW}: 전화")
        program.press("2")
        program.wait(lambda seen: f"{HOW}: 방문+" in seen["choices"], "it chooses")
        program.wait(lambda seen: "1/4" in seen["counts"], "it is kept and counted")
        program.kill()
    finally:
        method.close()
    page = place.command(PASSPHRASE, "interviews", "page", interview)
    answers = {one["path"]: one["value"] for one in page["questions"]}
    assert (page["note"], answers["reception/method"]) == ("한글 ", "VISIT")
