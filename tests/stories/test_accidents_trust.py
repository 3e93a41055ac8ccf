"""Laptops taken back, certificates that ended, old sticks: nothing forged counts, nothing honest waits long."""

import contextlib
import shutil

import pytest

from intake.crypto import Passphrase
from intake.desk import library as library_noun
from intake.errors import CertificateRefused
from intake.trust import library as papers
from tests.centers_at_hand import second_laptop
from tests.stories.mishaps import (
    DAY_MS,
    QUIET,
    both,
    carried,
    case_of,
    cases,
    clock_off,
    going,
    kinds,
    land,
    meets,
    seen,
)
from tests.ui.conftest import (  # noqa: F401 - fixtures
    app,
    door,
    every_text,
    jobs,
    left,
    session,
    texts,
    whole_core,
    window,
    words_folder,
)
from tests.ui.real_desks import _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "land", "rest", "seen", "visit_desk"]

WORDS = (
    "첫째 사람의 긴 암호문구",
    "둘째 사람의 긴 암호문구",
    "셋째 사람의 긴 암호문구",
)
FOURTEEN_MONTHS = 425 * DAY_MS


@pytest.fixture
def second(land, tmp_path):
    """The next laptop of the center, which sends to the central desk by itself as well."""
    made = land.keep(second_laptop(land.center, tmp_path / "two", "이상담"))
    meets(made, land.box, land.center._rooms.vault.device_id)
    meets(made, land.box, "C0")
    meets(land.center, land.box, made._rooms.vault.device_id)
    return made


def device(desk):
    return desk._rooms.vault.device_id


def reason(page, why):
    """What the page says of a certificate, in its language."""
    now = page.texts.language
    page.texts.speak(page.language)
    said = page.texts.error(CertificateRefused(why=why))
    page.texts.speak(now)
    return any(said.sentence in one and said.remedy in one for one in page.words)


def test_a_lost_laptop_counts_up_to_its_position_and_no_further(land, second, seen):
    going(land.center)
    before = case_of(second)
    going(second, land.center, land.central)
    land.center.certificates.lose(device(second), "2026-11-20", "2026-11-21T09:30")
    own = case_of(land.center)
    going(land.center, land.central)
    stolen = case_of(second)
    going(second, land.central)
    assert cases(land.central) == {before, own}
    assert stolen not in cases(land.central)
    told = seen.look(land.central, "d-taken-back")
    assert all(reason(page, "revoked") for page in told)
    seen.look(land.central, "d-taken-back-keys", "settings", section="keys")
    assert both(seen.look(land.center, "d-lost", "settings", section="backups"), "lost-done-everywhere")  # fmt: skip
    after = case_of(land.center)
    going(land.center, land.central)
    assert cases(land.central) == {before, own, after}  # the queue goes on


def test_a_certificate_that_ended_is_set_aside_and_taken_in_after_the_renewal(
    land, second, seen
):
    everybody = (land.central, land.center, second)
    with contextlib.ExitStack() as later:
        for one in everybody:
            later.enter_context(clock_off(one, FOURTEEN_MONTHS))
        case = case_of(second)  # an ended certificate stops nobody's interview
        interview = second.interviews.begin(case, "intake")
        second.interviews.answer(interview, "victim/age", 15)
        second.interviews.settle_drafts(interview)
        assert both(seen.look(second, "n-ended-today", "today"), "next-certificate-expired")  # fmt: skip
        seen.look(second, "n-ended-case", "case", case=case)
        assert both(seen.look(second, "n-ended-keys", "settings", section="keys"), "certificate-expired-elsewhere")  # fmt: skip
        going(second, land.central)
        assert cases(land.central) == set()
        told = seen.look(land.central, "e-ended")
        assert both(told, "received-late")
        assert all(reason(page, "expired") for page in told)

        land.center._rooms.exchange.moving.renew()  # as at every opening, where the CA is
        going(land.center)  # it heard the request; one press there
        assert both(seen.look(land.center, "e-asked-today", "today"), "next-certificate-asked", count=1)  # fmt: skip
        land.center.certificates.answer(device(second))
        going(land.center, second)
        next_one = case_of(second)
        going(second, land.central)
        assert cases(land.central) == {case, next_one}
        assert second.certificates.state().state == "fine"
        assert not both(seen.look(second, "e-renewed-today", "today"), "next-certificate-expired")  # fmt: skip
        told = seen.look(land.central, "e-renewed")
        assert both(told, "received-merged")
        assert not both(told, "received-late")


def test_a_later_stick_settles_what_an_earlier_one_brought_too_late(
    land, second, tmp_path, seen
):
    sticks = [tmp_path / name for name in ("first", "next")]
    for one in sticks:
        one.mkdir()
    with contextlib.ExitStack() as later:
        for one in (land.central, land.center, second):
            later.enter_context(clock_off(one, FOURTEEN_MONTHS))
        case = case_of(second)
        carried(second, sticks[0])
        land.central.exchange.receive(sticks[0], QUIET)
        assert cases(land.central) == set()
        answer = land.center.keys.answer_device(second.keys.device_request().data)
        second.keys.take_device_answer(answer.data)
        carried(second, sticks[1])
        land.central.exchange.receive(sticks[1], QUIET)
        assert cases(land.central) == {case}
        told = seen.look(land.central, "e-by-stick")
        assert both(told, "received-replaced")
        assert not both(told, "received-late")
        assert not any(reason(page, "expired") for page in told)


def test_an_old_stick_takes_back_no_key(land, tmp_path, seen):
    old, stick = tmp_path / "old", tmp_path / "stick"
    stick.mkdir()
    case_of(land.center)
    carried(land.center, stick)
    land.central.exchange.receive(stick, QUIET)
    shutil.copytree(stick, old)  # with the central desk's receipt and its card of then
    land.central.keys.take_new_key()
    land.central.exchange.receive(stick, QUIET)
    land.center.exchange.receive(stick, QUIET)

    land.center.exchange.receive(old, QUIET)
    later = case_of(land.center)
    carried(land.center, stick)
    with clock_off(land.central, 31 * DAY_MS):  # the former key is gone
        land.central.exchange.receive(stick, QUIET)
        assert later in cases(land.central)
    assert kinds(land.center) == []
    assert not both(seen.look(land.center, "f-old-stick"), "accidents-title")


def test_a_library_of_an_older_stick_takes_nothing_back_and_stops_nobody(land, tmp_path, seen, monkeypatch):  # fmt: skip
    monkeypatch.setattr(library_noun, "Passphrase", lambda text: Passphrase(text, work=4))  # fmt: skip
    land.central.library.found(*WORDS)
    sticks = [tmp_path / "older", tmp_path / "newer"]
    for at, stick in enumerate(sticks):
        stick.mkdir()
        data = b'{"platforms":["telegram"]}' if at else b"{}"
        land.central.library._noun._change(lambda now, keys, ms, data=data: papers.published(now, keys, "codes/lists.json", data, ms))  # fmt: skip
        land.central.library.lay(land.central.places.add("folder", stick.name, str(stick)), QUIET)  # fmt: skip
    older, newer = (land.center.places.add("folder", one.name, str(one)) for one in sticks)  # fmt: skip
    assert land.center.library.refresh(newer, QUIET).said == "new"
    assert land.center.library.refresh(older, QUIET).said == "older"
    assert [one.version for one in land.center.library.listing()] == [2]
    case = case_of(land.center)
    going(land.center, land.central)
    assert case in cases(land.central)
    assert kinds(land.center) == []
    seen.look(land.center, "f-older-library")
