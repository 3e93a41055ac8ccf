"""A laptop put back, copied, or made new: nothing is lost, and the window says what to do."""

import shutil

import pytest

from intake.desk.restoring import look, restore
from intake.desk.views.backups import RestoreSecret
from tests.centers_at_hand import second_laptop
from tests.stories.mishaps import (
    QUIET,
    both,
    case_of,
    cases,
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
from tests.ui.real_desks import (
    _cheap_guessing,
    check_reachable,
    press,
    rest,
    visit_desk,
)
from tests.vaults_at_hand import PASSPHRASE, POLICY

__all__ = ["_cheap_guessing", "land", "rest", "seen", "visit_desk"]


@pytest.fixture
def put_back(land, tmp_path):
    """The disk broke after two cases were sent; the backup of before was put back."""
    place = tmp_path / "stick"
    place.mkdir()
    first = case_of(land.center)
    going(land.center, land.central, land.center)
    land.center.backups.choose_place(place)
    land.center.backups.make(QUIET)
    later = case_of(land.center)
    going(land.center, land.central, land.center)
    land.center.lock()
    shutil.rmtree(land.folder / "ic")
    secret = RestoreSecret(passphrase=PASSPHRASE)
    name = look(place)[0].name
    desk, _ = restore(place, name, land.folder / "ic", secret, keyring=land.keyring, policy=POLICY)  # fmt: skip
    return land.keep(desk), first, later


def test_a_backup_that_was_put_back_is_told_and_what_was_sent_comes_home(land, put_back, seen, texts):  # noqa: F811  # fmt: skip
    desk, first, later = put_back
    assert cases(desk) == {first}
    assert kinds(desk) == ["restored"]
    told = seen.look(desk, "a-restored")
    assert both(told, "accident-restored-next")
    assert both(told, "accident-settle")

    new = case_of(desk)
    going(desk)
    land.central.exchange.receive(land.box, QUIET)
    (back,) = [land.central.exchange.plan("IC").returned]
    assert back
    assert both(
        seen.look(land.central, "a-restored-central"), "send-returns", count=back
    )
    going(land.central, desk)
    assert cases(desk) == {first, later, new}
    assert cases(land.central) == {first, later, new}
    press(seen.page(desk), texts("accident-settle"))  # nobody ever sent the last seal
    seen.rest()
    assert kinds(desk) == kinds(land.central) == []
    assert not both(seen.look(desk, "a-restored-after"), "accidents-title")


def test_a_folder_put_back_by_hand_goes_on_in_a_new_log_and_is_told(
    land, tmp_path, seen
):
    first = case_of(land.center)
    going(land.center, land.central, land.center)
    land.center.lock()
    shutil.copytree(land.folder / "ic", tmp_path / "kept")
    desk = land.open("ic", land.keyring)
    later = case_of(desk)
    going(desk, land.central, desk)
    desk.lock()
    shutil.rmtree(land.folder / "ic")
    shutil.copytree(tmp_path / "kept", land.folder / "ic")

    back = land.open("ic", land.keyring)
    assert cases(back) == {first}
    assert both(seen.look(back, "a-by-hand"), "accident-restored-next")
    assert both(seen.look(back, "a-by-hand-today", "today"), "next-accidents", count=1)
    new = case_of(back)
    going(back, land.central, back)
    assert cases(back) == cases(land.central) == {first, later, new}
    parents = dict(logs(back))
    assert len([one for one in parents.values() if one in parents]) == 1


def logs(desk):
    with desk._rooms.vault.reading() as db:
        return db.all("select log, parent from log where center = 'IC'")


def test_two_copies_of_a_laptop_are_told_at_the_center_and_at_the_central_desk(land, seen, texts):  # noqa: F811  # fmt: skip
    first = case_of(land.center)
    going(land.center, land.central, land.center)
    twin = land.copied()
    here, there = case_of(land.center), case_of(twin)
    going(land.center, twin, land.central)
    every = {first, here, there}
    assert cases(land.central) == every
    assert kinds(land.central) == ["forked"]
    assert both(seen.look(land.central, "b-copied-central"), "accident-forked-next")
    assert both(seen.look(land.central, "b-copied-central-today", "today"), "next-accidents", count=1)  # fmt: skip

    going(land.center)
    assert cases(land.center) == every
    assert kinds(land.center) == ["forked"]
    assert both(seen.look(land.center, "b-copied-center"), "accident-forked-mine-next")

    page = seen.page(land.center)
    check_reachable(seen.window, page)
    press(page, texts("accident-settle"))
    seen.rest()
    assert kinds(land.center) == []
    case_of(twin)  # nobody emptied it
    going(twin, land.central, land.center)
    assert kinds(land.central) == ["forked"]


def test_a_laptop_that_was_made_new_is_let_in_and_has_everything_again(
    land, tmp_path, seen
):
    second = land.keep(second_laptop(land.center, tmp_path / "two", "이상담"))
    first = case_of(second)
    carry_all(second, land)
    old = second._rooms.vault.device_id
    second.lock()
    shutil.rmtree(tmp_path / "two")

    new = land.keep(second_laptop(land.center, tmp_path / "two-again", "이상담"))
    assert new._rooms.vault.device_id != old
    meets(land.center, land.box, new._rooms.vault.device_id)
    meets(new, land.box, land.center._rooms.vault.device_id)
    going(land.center, new)
    assert cases(new) == cases(land.center) == {first}
    own = case_of(new)
    going(new, land.center)
    assert own in cases(land.center)
    assert kinds(new) == kinds(land.center) == []
    seen.look(new, "c-made-new")
    seen.look(land.center, "c-made-new-keys", "settings", section="keys")


def carry_all(desk, land):
    """Let the first laptop hear everything, once."""
    meets(desk, land.box, land.center._rooms.vault.device_id)
    going(desk, land.center)
