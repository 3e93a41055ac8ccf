"""An interview through the real window: real keys, real clicks, locked, killed, reopened."""

import hashlib
from contextlib import closing

import pytest

from tests.stories.screen import Place, Program, Screen
from tests.stories.steps import (
    LETTERS,
    NOTE,
    PASSPHRASE,
    TOLD,
    first_run,
    go_on,
    new_case,
    ready,
    unlock,
)

MORE = "그 뒤로 연락이 없음 "
CUT = "주소"
HOW, WHICH = "이번 상담은 어떤 방법입니까?", "신규·지속·재접수"


@pytest.fixture(scope="module")
def left_alone(tmp_path_factory):
    """Another laptop on a screen of its own, where somebody typed and went away.

    It is begun with the first story, so that its minute passes while the others are told.
    """
    place = Place(tmp_path_factory.mktemp("alone"))
    ready(place, lock_minutes=1)
    with closing(Screen(LETTERS + CUT)) as screen, closing(Program(screen, place)) as program:  # fmt: skip
        unlock(program)
        go_on(program)
        program.wait_for(focus=NOTE)
        program.type(TOLD)
        program.wait_for(kept=len(TOLD))
        born = program.now["born"]
        program.type(CUT)  # and then nobody is here
        yield program, place, born


def kept_in(place):
    """What the commands read, once no window is there."""
    (line,) = place.command(PASSPHRASE, "interviews", "unfinished")
    page = place.command(PASSPHRASE, "interviews", "page", line["id"])
    answers = {
        one["path"]: (one["value"], one["state"])
        for one in page["questions"]
        if one["path"].startswith("reception/")
    }
    return page["note"], answers


def test_an_interview_survives_a_rest_a_lock_and_a_kill_in_the_middle_of_a_word(
    left_alone, opened, place
):
    program = opened()
    first_run(program, place.folder / "sheet.pdf")
    new_case(program)

    program.type(TOLD)
    program.wait_for(note=len(TOLD), kept=len(TOLD))
    program.tab_to(f"{HOW}: 전화")
    program.press("2")
    program.wait(lambda seen: f"{HOW}: 방문+" in seen["choices"], "the digit chooses")
    program.click(f"{WHICH}: 지속")
    program.wait(lambda seen: "2/4" in seen["counts"], "both answers are counted")

    program.press("F8")
    program.wait_for(resting=True, focus="다시 시작")
    program.press("space")
    program.wait_for(resting=False, focus=NOTE, note=len(TOLD))

    before = program.now
    program.press("ctrl+l")
    after = program.wait_for(screen="Unlock")
    assert after["pid"] == before["pid"]
    assert after["born"] != before["born"], "the process was executed anew"
    unlock(program)
    go_on(program)
    program.wait_for(focus=NOTE, note=len(TOLD), kept=len(TOLD))
    program.wait(lambda seen: "2/4" in seen["counts"], "the answers are still counted")

    program.press("ctrl+End")
    program.type(MORE)
    program.wait_for(kept=len(TOLD + MORE))
    program.type(CUT)
    shown = program.now
    program.kill()
    assert shown["kept"] >= len(TOLD + MORE)

    again = opened()
    unlock(again)
    go_on(again)
    seen = again.wait(lambda seen: seen["note"] >= shown["kept"], "all of it is back")
    again.kill()

    note, answers = kept_in(place)
    assert (TOLD + MORE + CUT).startswith(note)
    assert digest(note[: shown["kept"]]) == shown["mark"]
    assert digest(note) == seen["mark"]
    assert answers["reception/method"] == ("VISIT", "OK")
    assert answers["reception/intake_kind"] == ("CONTINUED", "OK")


def test_closing_the_window_in_the_middle_of_a_word_loses_nothing(opened, place):
    ready(place)
    program = opened()
    unlock(program)
    go_on(program)
    program.wait_for(focus=NOTE)
    program.type(TOLD + CUT)
    program.ask_to_close()  # at once: the last word is not yet kept
    assert program.ended() == 0
    assert kept_in(place)[0] == TOLD + CUT


def test_an_idle_minute_locks_and_a_cover_hides_the_page_and_types_nothing(
    left_alone,
):
    program, place, born = left_alone
    locked = program.wait_for(screen="Unlock", patience=300)
    assert locked["born"] != born
    unlock(program)
    go_on(program)
    program.wait_for(note=len(TOLD + CUT), kept=len(TOLD + CUT))

    program.press("F9")
    covered = program.wait_for(screen="Cover")
    assert (covered["choices"], covered["counts"]) == ({}, [])
    program.press("a")
    program.wait_for(screen="interview", note=len(TOLD + CUT))
    program.kill()
    assert kept_in(place)[0] == TOLD + CUT


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()
