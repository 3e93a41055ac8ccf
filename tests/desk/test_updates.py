"""Updates come with the library, from a place or a stick; nothing old, altered or unwanted runs."""

import contextlib
import dataclasses
import hashlib
import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from intake.clock import DAY_MS
from intake.desk import library as noun
from intake.desk import library_keeping as keeping
from intake.desk import policies_drives, updates_program, updates_rounds, workspace
from intake.desk.updates_program import program as what_runs
from intake.desk.updates_rounds import UpdateRounds
from intake.errors import (
    Altered,
    Cancelled,
    Locked,
    MailboxAway,
    NoRoom,
    NoRoomToUpgrade,
    PolicyForbids,
    ReadOnlyPlace,
    Untrusted,
    UpdateRefused,
)
from intake.mailbox import Medium
from intake.release import applying, staged
from intake.release.choosing import CHOSEN_BY
from intake.release.installed import installed
from intake.vault import migrate
from tests.centers_at_hand import QUIET
from tests.desks_at_hand import a_desk
from tests.release.builds_at_hand import STRANGER, archive, files_of, lay
from tests.updates_at_hand import TREE, Laptop, decide, place, publish
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture(autouse=True)
def laptop(tmp_path, monkeypatch):
    """The center's laptop: what is installed there, and where its updates lie."""
    return Laptop(tmp_path, monkeypatch)


@pytest.fixture
def central(founded):
    return founded["C0"]


@pytest.fixture
def center(founded):
    decide(founded["IC"], "next-start")
    return founded["IC"]


def why(call, *said):
    with pytest.raises(UpdateRefused) as refused:
        call(*said)
    return refused.value.facts["why"]


def laid(stick, version):
    return next((stick / "intake-mailbox/v1/trust/targets/apps").glob(f"*-{version}-*"))


def test_a_checkout_has_nothing_to_update(center, monkeypatch):
    monkeypatch.undo()
    assert (center.updates.state().state, center.updates.listing()) == ("source", ())
    assert why(center.updates.drop) == "source"


def test_a_version_on_a_stick_is_got_ready_and_runs_at_the_next_start(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0")
    center.take_touched()
    state = center.updates.from_stick(stick, QUIET)
    assert (state.state, state.version, state.running) == ("ready", "0.2.0", "0.1.0")
    assert "updates" in center.take_touched()
    assert {one.version: one.state for one in center.updates.listing()} == {"0.2.0": "waiting", "0.1.0": "running"}  # fmt: skip
    assert laptop.start() == "0.2.0"
    state = center.updates.state()
    assert (state.state, state.former) == ("current", "0.1.0")
    assert why(center.updates.from_stick, stick, QUIET) == "same"


def test_a_round_gets_it_ready_by_itself_and_only_once(central, center, stick, laptop):
    publish(central, stick, "0.2.0")
    place(center, stick)
    center.sync.run(QUIET)
    assert center.updates.state().state == "ready"
    laid(stick, "0.2.0").unlink()  # it is not asked for again
    center.sync.run(QUIET)
    assert (center.updates.state().state, center.updates.state().trouble) == ("ready", "")  # fmt: skip
    assert laptop.start() == "0.2.0"


def test_today_tells_of_it_in_one_line(central, center, stick):
    publish(central, stick, "0.2.0")
    assert center.today().actions == ()
    center.updates.from_stick(stick, QUIET)
    (told,) = center.today().actions
    assert (told.text_id, told.facts["version"]) == ("next-update-ready", "0.2.0")


def test_two_versions_are_kept_and_a_person_goes_back(central, center, stick, laptop):
    for version in ("0.2.0", "0.3.0", "0.4.0"):
        publish(central, stick, version)
        center.updates.fetch(place(center, stick), QUIET)
        assert laptop.start() == version
    center.sync.run(QUIET)
    assert staged.versions(laptop.home) == ("0.4.0", "0.3.0")
    assert center.updates.go_back().former == "0.3.0"
    assert laptop.start() == "0.3.0"
    state = center.updates.state()
    assert (state.state, state.version) == ("left", "0.4.0")
    assert center.updates.try_again("0.4.0").state == "ready"
    assert laptop.start() == "0.4.0"


def test_nobody_goes_back_to_a_version_that_could_not_open_the_records(center, stick, laptop, central):  # fmt: skip
    (laptop.prefix / "app/intake/vault/migrations").mkdir(parents=True)
    before = migrate.steps()[-2][0]
    (laptop.prefix / f"app/intake/vault/migrations/{before:04}_before.sql").touch()
    assert why(center.updates.go_back) == "no-former"
    publish(central, stick, "0.2.0")
    center.updates.from_stick(stick, QUIET)
    laptop.start()
    with pytest.raises(UpdateRefused) as refused:
        center.updates.go_back()
    assert refused.value.facts == {"why": "records", "version": "0.1.0"}
    (laptop.prefix / f"app/intake/vault/migrations/{migrate.steps()[-1][0]:04}_last.sql").touch()  # fmt: skip
    assert center.updates.go_back().former == "0.1.0"  # as far as this one brings them


def test_an_older_stick_and_an_older_version_bring_nothing(central, center, stick, tmp_path):  # fmt: skip
    older = tmp_path / "older"
    publish(central, stick, "0.2.0")
    shutil.copytree(stick, older)
    publish(central, stick, "0.3.0")
    center.updates.from_stick(stick, QUIET)
    assert why(center.updates.from_stick, older, QUIET) == "place-older"
    place(center, older)
    center.sync.run(QUIET)
    assert (center.updates.state().version, center.updates.state().trouble) == ("0.3.0", "")  # fmt: skip


def test_a_library_that_takes_a_version_back_takes_nobody_back(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0", "0.3.0")
    center.updates.from_stick(stick, QUIET)
    assert laptop.start() == "0.3.0"
    central.library.withdraw("apps/" + TREE.format("0.3.0"))
    central.library.lay(place(central, stick), QUIET)
    assert why(center.updates.from_stick, stick, QUIET) == "older"
    assert center.updates.state().state == "current"
    assert laptop.start() == "0.3.0"


def test_a_library_past_its_end_brings_no_version(central, center, stick, monkeypatch):
    publish(central, stick, "0.2.0")
    clock, wall = center._rooms.clock, center._rooms.clock.wall
    monkeypatch.setattr(clock, "wall", lambda: wall() + 181 * DAY_MS)
    assert why(center.updates.from_stick, stick, QUIET) == "place-expired"


def test_a_build_that_was_altered_on_the_stick_is_refused_and_said(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0")
    file = laid(stick, "0.2.0")
    whole = file.read_bytes()
    file.write_bytes(b"\0" * len(whole))
    with pytest.raises(Altered):
        center.updates.from_stick(stick, QUIET)
    place(center, stick)
    center.sync.run(QUIET)
    assert center.updates.state().state == "available"
    assert "서명한 것과 달라 쓰지 않았습니다" in center.updates.state().trouble
    assert laptop.start() == "0.1.0"
    file.write_bytes(whole)
    center.sync.run(QUIET)
    assert (center.updates.state().state, center.updates.state().trouble) == ("ready", "")  # fmt: skip


def test_a_build_that_the_release_key_did_not_sign_is_refused_whoever_published_it(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0", data=archive("0.2.0", files_of("0.2.0", STRANGER)))
    with pytest.raises(Untrusted):
        center.updates.from_stick(stick, QUIET)
    assert (staged.versions(laptop.home), laptop.start()) == ((), "0.1.0")


def test_a_full_disk_is_said_and_work_goes_on(central, center, stick, laptop, monkeypatch):  # fmt: skip
    publish(central, stick, "0.2.0")
    monkeypatch.setattr(applying.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1 << 40, 1 << 40, 1 << 20))  # fmt: skip
    with pytest.raises(NoRoom):
        center.updates.from_stick(stick, QUIET)
    place(center, stick)
    report = center.sync.run(QUIET)
    assert report.away == ()
    assert (center.updates.state().state, laptop.start()) == ("available", "0.1.0")
    assert "저장" in center.updates.state().trouble
    assert center.cases.begin("VISIT", "하늘")


def test_a_version_that_changes_the_records_wants_room_for_a_copy_of_them(central, center, stick, monkeypatch):  # fmt: skip
    more = {"app/intake/vault/migrations/9999_later.sql": b"select 1;"}
    publish(central, stick, "0.2.0", data=archive("0.2.0", files_of("0.2.0", more=more)))  # fmt: skip
    records = center._rooms.vault.folder / "vault.db"
    free = applying.RESERVE + records.stat().st_size // 2
    monkeypatch.setattr(applying, "free_bytes", lambda _: free)
    monkeypatch.setattr(applying.check_room, "__defaults__", (lambda _: free,))
    with pytest.raises(NoRoom):
        center.updates.from_stick(stick, QUIET)


def test_without_room_for_the_copy_of_the_records_the_former_version_opens_them(tmp_path, laptop, monkeypatch):  # fmt: skip
    keyring = MemoryKeyring()
    a_desk(tmp_path / "records", keyring).close()
    lay(laptop.home / "0.2.0", "0.2.0")
    laptop.start()
    known, usage = migrate.steps(), shutil.disk_usage(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "steps", lambda: (*known, (known[-1][0] + 1, "select 1")))  # fmt: skip
        patch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10))
        with pytest.raises(NoRoomToUpgrade) as refused:
            workspace.open_(tmp_path / "records", PASSPHRASE, keyring=keyring, policy=POLICY)  # fmt: skip
    assert refused.value.facts["former"] == "0.1.0"
    assert laptop.start() == "0.1.0"
    workspace.open_(tmp_path / "records", PASSPHRASE, keyring=keyring, policy=POLICY).close()  # fmt: skip
    assert laptop.start() == "0.2.0"


def test_policy_off_fetches_nothing(central, center, stick, laptop):
    publish(central, stick, "0.2.0")
    place(center, stick)
    decide(center, "off")
    center.sync.run(QUIET)
    assert (center.updates.state().state, staged.versions(laptop.home)) == ("off", ())
    assert why(center.updates.from_stick, stick, QUIET) == "off"


def test_policy_ask_it_lays_the_package_and_tells_the_one_line(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0")
    publish(central, stick, "0.2.0", name="ieum_{}_amd64.deb", data=b"a package")
    place(center, stick)
    decide(center, "ask-it")
    center.sync.run(QUIET)
    state = center.updates.state()
    assert (state.state, state.version, laptop.start()) == ("package", "0.2.0", "0.1.0")
    assert Path(state.file).read_bytes() == b"a package"
    assert state.sha256 == hashlib.sha256(b"a package").hexdigest()
    assert state.sha256 in state.command
    assert state.command.endswith(f"sudo apt install {state.file}")
    shutil.rmtree(laptop.prefix)
    lay(laptop.prefix, "0.2.0")  # IT did
    laptop.start()
    center.sync.run(QUIET)
    assert (center.updates.state().state, Path(state.file).exists()) == ("current", False)  # fmt: skip


def test_policy_names_the_only_place_that_updates_come_from(central, center, stick):
    publish(central, stick, "0.2.0")
    here = place(center, stick)
    decide(center, "next-start", "다른 곳")
    center.sync.run(QUIET)
    assert center.updates.state().state == "available"
    assert why(center.updates.fetch, here, QUIET) == "source-place"
    assert why(center.updates.from_stick, stick, QUIET) == "source-place"
    decide(center, "next-start", "USB")
    center.sync.run(QUIET)
    assert center.updates.state().state == "ready"


def test_a_tree_alone_is_no_form_for_a_laptop_where_it_installs(central, center, stick):
    publish(central, stick, "0.2.0")
    decide(center, "ask-it")
    assert why(center.updates.from_stick, stick, QUIET) == "form"


def test_on_windows_a_version_is_installed_whatever_policy_says(central, center, stick, laptop, monkeypatch):  # fmt: skip
    now = updates_program.program()
    windows = dataclasses.replace(now.base, system="windows-x86_64")
    monkeypatch.setattr(updates_program, "program", lambda: dataclasses.replace(now, base=windows))  # fmt: skip
    publish(central, stick, "0.2.0", name="ieum-{}-windows-x86_64.tar.zst")
    assert why(center.updates.from_stick, stick, QUIET) == "form"
    publish(central, stick, "0.2.0", name="ieum-{}.msi", data=b"a package")
    state = center.updates.from_stick(stick, QUIET)
    assert (state.state, state.command) == ("package", f'msiexec /i "{state.file}" /qn /norestart')  # fmt: skip


def test_what_was_got_ready_can_be_taken_away(central, center, stick, laptop):
    publish(central, stick, "0.2.0")
    center.updates.from_stick(stick, QUIET)
    assert center.updates.drop().state == "available"
    assert laptop.start() == "0.1.0"
    assert why(center.updates.drop) == "nothing"


def test_the_central_desk_uses_what_it_publishes_itself(central, stick, laptop):
    decide(central, "next-start")
    publish(central, stick, "0.2.0")
    assert central.updates.fetch("", QUIET).state == "ready"
    assert laptop.start() == "0.2.0"


def test_a_version_altered_on_this_computer_is_left_said_and_fetched_anew(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0")
    center.updates.from_stick(stick, QUIET)
    (laptop.home / "0.2.0/app/start.py").write_bytes(b"import os")
    assert laptop.start() == "0.1.0"
    state = center.updates.state()
    assert (state.state, state.version) == ("left", "0.2.0")
    place(center, stick)
    center.sync.run(QUIET)
    assert (center.updates.state().state, laptop.start()) == ("ready", "0.2.0")


def test_a_version_that_did_not_start_is_not_fetched_again_and_again(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0")
    center.updates.from_stick(stick, QUIET)
    staged.keep_notes(laptop.home, staged.read_notes(laptop.home).leaving("0.2.0", "start"))  # fmt: skip
    laid(stick, "0.2.0").unlink()
    place(center, stick)
    center.sync.run(QUIET)
    assert (center.updates.state().state, center.updates.state().trouble) == ("left", "")  # fmt: skip


def test_only_builds_are_published_as_programs(central, tmp_path):
    file = tmp_path / "ieum-2.deb"
    file.write_bytes(b"x")
    with pytest.raises(noun.LibraryRefused):
        central.library.publish("apps", file)


# --- what it says of itself ---------------------------------------------------------------


def test_every_version_is_listed_once_the_newest_first_and_says_how_it_stands(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.9.0")
    center.updates.from_stick(stick, QUIET)
    laptop.start()
    lay(laptop.home / "0.11.0", "0.11.0")
    center.updates.go_back()
    staged.keep_notes(laptop.home, staged.read_notes(laptop.home).leaving("0.11.0", "start"))  # fmt: skip
    publish(central, stick, "0.0.9", "0.10.0")
    center.library.refresh(place(center, stick), QUIET)
    lines = center.updates.listing()
    assert [(one.version, one.state) for one in lines] == [
        ("0.11.0", "left"),
        ("0.10.0", "there"),
        ("0.9.0", "running"),
        ("0.1.0", "kept"),
        ("0.0.9", "older"),
    ]
    assert [one.label for one in lines] == [
        "두 번 켜지지 않아 쓰지 않는 판",
        "자료실에 있는 판",
        "지금 쓰는 판",
        "돌아갈 수 있게 남겨 둔 판",
        "지금보다 오래된 판",
    ]
    assert [bool(one.made_ms and one.size) for one in lines] == [False, True, True, False, True]  # fmt: skip


def test_who_went_back_is_told_so_and_who_was_left_with_a_former_one_too(central, center, stick, laptop):  # fmt: skip
    assert center.updates.state().state == "current"
    assert center.updates.state().remedy == ""
    publish(central, stick, "0.2.0")
    center.updates.from_stick(stick, QUIET)
    laptop.start()
    center.take_touched()
    center.updates.go_back()
    assert "updates" in center.take_touched()
    laptop.start()
    state = center.updates.state()
    assert state.label == "판 0.2.0을 두고 그 전 판으로 돌아와 있습니다."
    assert state.remedy.startswith("새 판을 다시 쓰려면")
    assert center.today().actions == ()  # she knows
    for reason in ("start", "altered"):
        staged.keep_notes(laptop.home, staged.Notes().leaving("0.2.0", reason))
        state = center.updates.state()
        assert state.label == "판 0.2.0은 쓰지 않고 있습니다. 그 전 판으로 일하고 있습니다."  # fmt: skip
        assert state.remedy.startswith("기록은 안전합니다.")
        (told,) = center.today().actions
        assert (told.text_id, told.facts["version"]) == ("next-update-left", "0.2.0")


def test_a_version_that_was_left_is_told_where_no_library_knows_it_any_more(center, laptop):  # fmt: skip
    lay(laptop.home / "0.2.0", "0.2.0")
    staged.keep_notes(laptop.home, staged.Notes().leaving("0.2.0", "start"))
    assert (center.updates.state().state, center.updates.state().version) == ("left", "0.2.0")  # fmt: skip
    staged.keep_notes(laptop.home, staged.Notes())
    decide(center, "ask-it")  # and nothing runs by itself
    assert center.updates.state().state == "current"


def test_today_tells_of_a_package_that_it_installs_and_of_nothing_where_updates_are_off(central, center, stick, laptop):  # fmt: skip
    decide(center, "ask-it")
    publish(central, stick, "0.2.0", name="ieum_{}_amd64.deb", data=b"a package")
    assert center.updates.from_stick(stick, QUIET).state == "package"
    (told,) = center.today().actions
    assert (told.text_id, told.facts["version"]) == ("next-update-package", "0.2.0")
    assert [(one.version, one.state) for one in center.updates.listing()] == [("0.2.0", "package"), ("0.1.0", "running")]  # fmt: skip
    decide(center, "off")
    assert center.today().actions == ()


# --- what it refuses ----------------------------------------------------------------------


def test_a_stick_that_it_does_not_allow_brings_no_version(central, center, stick, laptop, monkeypatch):  # fmt: skip
    publish(central, stick, "0.2.0")
    object.__setattr__(center._rooms, "policy", dataclasses.replace(center._rooms.policy, drives_allowed=("IEUM-*",)))  # fmt: skip
    holiday = Medium("/dev/sdz1", Path("/media/it/stick"), "vfat", "HOLIDAY")
    monkeypatch.setattr(policies_drives, "medium_of", lambda _folder: holiday)
    with pytest.raises(PolicyForbids):
        center.updates.from_stick(stick, QUIET)
    assert staged.versions(laptop.home) == ()


def test_the_central_desk_takes_what_it_published_and_nothing_from_a_stick(central, stick, tmp_path, laptop, monkeypatch):  # fmt: skip
    decide(central, "next-start")
    assert why(central.updates.use_own, QUIET) == "none"
    publish(central, stick, "0.2.0")
    nowhere = tmp_path / "nowhere"
    assert central.updates.from_stick(nowhere, QUIET).state == "ready"
    central.updates.drop()
    clock, wall = central._rooms.clock, central._rooms.clock.wall
    with monkeypatch.context() as later:
        later.setattr(clock, "wall", lambda: wall() + 181 * DAY_MS)
        assert why(central.updates.use_own, QUIET) == "expired"
    monkeypatch.setattr(applying.check_room, "__defaults__", (lambda _: applying.RESERVE,))  # fmt: skip
    with pytest.raises(NoRoom):
        central.updates.use_own(QUIET)


def test_a_refusal_names_the_version_that_it_is_about(central, center, stick, laptop):
    assert why(center.updates.try_again, "0.2.0") == "nothing"
    with pytest.raises(noun.LibraryRefused) as refused:
        updates_rounds.own_build(center._rooms, None)  # it publishes nothing
    assert refused.value.facts == {"why": "missing"}
    publish(central, stick, "0.1.0")
    with pytest.raises(UpdateRefused) as refused:
        center.updates.from_stick(stick, QUIET)
    assert refused.value.facts == {"why": "same", "version": "0.1.0", "now": "0.1.0"}
    publish(central, stick, "0.2.0")
    decide(center, "ask-it")
    with pytest.raises(UpdateRefused) as refused:
        center.updates.from_stick(stick, QUIET)
    assert refused.value.facts == {"why": "form", "version": "0.2.0"}


def test_a_choice_that_cannot_be_noted_is_said_and_nothing_is_promised(central, center, stick, laptop):  # fmt: skip
    publish(central, stick, "0.2.0")
    center.updates.from_stick(stick, QUIET)
    laptop.start()
    notes = laptop.home / "notes.json"
    notes.unlink()
    notes.mkdir()
    with pytest.raises(ReadOnlyPlace) as refused:
        center.updates.go_back()
    assert refused.value.facts == {"place": "program"}


def test_a_package_that_waits_is_taken_away_and_what_was_left_alone_stays(central, center, stick, laptop):  # fmt: skip
    decide(center, "ask-it")
    publish(central, stick, "0.2.0", name="ieum_{}_amd64.deb", data=b"a package")
    center.updates.from_stick(stick, QUIET)
    lay(laptop.home / "0.3.0", "0.3.0")
    staged.keep_notes(laptop.home, staged.Notes().leaving("0.3.0", "person"))
    center.take_touched()
    center.updates.drop()
    assert "updates" in center.take_touched()
    assert not (laptop.home / staged.PACKAGES).exists()
    assert staged.versions(laptop.home) == ("0.3.0",)


def test_a_build_for_another_system_is_none_for_this_one(central, center, stick):
    publish(central, stick, "0.2.0", name="ieum-{}.msi", data=b"a package")
    publish(central, stick, "0.3.0", name="ieum-{}-windows-x86_64.tar.zst", data=b"a tree")  # fmt: skip
    assert why(center.updates.from_stick, stick, QUIET) == "none"
    assert (center.updates.state().state, len(center.updates.listing())) == ("current", 1)  # fmt: skip


# --- what runs here -----------------------------------------------------------------------


def test_who_goes_back_passes_over_what_was_left_alone(laptop):
    for version in ("0.2.0", "0.3.0", "0.4.0"):
        lay(laptop.home / version, version)
    assert laptop.start() == "0.4.0"
    now = updates_program.program()
    assert now.former() == "0.3.0"
    assert now.former(staged.Notes().leaving("0.3.0", "altered")) == "0.2.0"


def test_what_is_no_build_is_no_package_that_waits(laptop):
    folder = laptop.home / staged.PACKAGES
    folder.mkdir(parents=True)
    (folder / "README").touch()
    (folder / "ieum_0.1.0_amd64.deb").touch()  # installed since
    assert updates_program.program().package() is None


def test_the_program_is_what_runs_beside_what_it_installed(laptop, monkeypatch):
    tree = lay(laptop.home / "0.2.0", "0.2.0")
    monkeypatch.setattr(updates_program, "installed", lambda prefix=None: installed(prefix or tree))  # fmt: skip
    monkeypatch.delenv(CHOSEN_BY, raising=False)
    now = what_runs()
    assert (now.running.version, now.base.version, now.home) == ("0.2.0", "0.2.0", laptop.home)  # fmt: skip
    monkeypatch.setenv(CHOSEN_BY, str(laptop.prefix))
    assert (what_runs().running.version, what_runs().base.version) == ("0.2.0", "0.1.0")
    (laptop.prefix / "BUILD.json").write_bytes(b"{")
    assert what_runs() is None


def test_the_first_page_is_noted_of_what_runs(laptop, monkeypatch):
    lay(laptop.home / "0.2.0", "0.2.0")
    laptop.start()
    staged.keep_notes(laptop.home, staged.Notes().begun("0.2.0"))
    updates_program.seen_well()
    assert staged.read_notes(laptop.home).starts == {"0.2.0": staged.Start(0, well=True)}  # fmt: skip
    monkeypatch.setattr(updates_program, "program", lambda: None)
    updates_program.seen_well()


def test_the_installed_program_has_nobody_to_step_aside_for(laptop, monkeypatch):
    laptop.home.mkdir(parents=True)
    with pytest.raises(NoRoomToUpgrade) as refused, updates_program.stepping_aside():
        raise NoRoomToUpgrade(needed=2, free=1)
    assert refused.value.facts == {"needed": 2, "free": 1, "former": "none"}
    assert not (laptop.home / "notes.json").exists()
    monkeypatch.setattr(updates_program, "program", lambda: None)  # a checkout
    with pytest.raises(NoRoomToUpgrade), updates_program.stepping_aside():
        raise NoRoomToUpgrade


# --- the rounds ---------------------------------------------------------------------------


def offered(version, name=TREE, size=1_000):
    return SimpleNamespace(name=name.format(version), size=size), staged.read_build(name.format(version))  # fmt: skip


def test_what_cannot_be_used_is_refused_before_a_byte_of_it_is_fetched(central, center, stick, laptop, monkeypatch):  # fmt: skip
    publish(central, stick, "0.2.0")
    center.library.refresh(place(center, stick), QUIET)
    rounds, now, deb = UpdateRounds(center._rooms), updates_program.program(), "ieum_{}_amd64.deb"  # fmt: skip
    rounds.check(now, offered("0.2.0"))
    for version in ("0.1.0", "0.0.9"):
        with pytest.raises(UpdateRefused) as refused:
            rounds.check(now, offered(version))
        assert refused.value.facts == {"why": "older", "version": version, "now": "0.1.0"}  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(updates_rounds, "_is_noexec", lambda _home: True)
        with pytest.raises(UpdateRefused) as refused:
            rounds.check(now, offered("0.2.0"))
        assert refused.value.facts == {"why": "noexec", "version": "0.2.0"}
        rounds.check(now, offered("0.2.0", deb))  # installed elsewhere
    with monkeypatch.context() as patch:
        free = applying.RESERVE + 1_000
        patch.setattr(applying.check_room, "__defaults__", (lambda _: free,))
        rounds.check(now, offered("0.2.0", deb))
        with pytest.raises(NoRoom):
            rounds.check(now, offered("0.2.0", deb, size=1_001))
        with pytest.raises(NoRoom):  # it is unpacked beside its archive
            rounds.check(now, offered("0.2.0", size=251))
    until = keeping.fresh(center._rooms).until_ms
    monkeypatch.setattr(center._rooms.clock, "wall", lambda: until + 1)
    with pytest.raises(UpdateRefused) as refused:
        rounds.check(now, offered("0.2.0"))
    assert refused.value.facts == {"why": "expired", "version": "0.2.0"}


def test_where_nothing_may_be_run_no_tree_is_laid(tmp_path, monkeypatch):
    flags = SimpleNamespace(f_flag=os.ST_NOEXEC | os.ST_NOSUID)
    assert not updates_rounds._is_noexec(tmp_path)
    asked = []
    monkeypatch.setattr(os, "statvfs", lambda place: asked.append(place) or flags)
    assert updates_rounds._is_noexec(tmp_path / "not/there/yet")
    assert asked == [tmp_path]


@pytest.mark.parametrize(
    ("error", "then"),
    [
        (Cancelled(), "stops"),
        (Locked(), "stops"),
        (MailboxAway(mailbox="USB"), "silent"),  # said at its place already
        (NoRoom(needed=2, free=1), "told"),
        (Altered(what="library"), "told"),
    ],
    ids=["cancelled", "locked", "away", "full", "altered"],
)
def test_what_goes_wrong_in_a_round_is_told_and_only_a_stop_stops_it(central, center, stick, monkeypatch, error, then):  # fmt: skip
    def fails(*_asked):
        raise error

    publish(central, stick, "0.2.0")
    here = place(center, stick)
    center.library.refresh(here, QUIET)
    rounds = UpdateRounds(center._rooms)
    monkeypatch.setattr(UpdateRounds, "fetch", fails)
    center.take_touched()
    with pytest.raises(type(error)) if then == "stops" else contextlib.nullcontext():
        rounds.go_round(here, None, QUIET)
    state = center.updates.state()
    assert bool(state.trouble) == bool(state.trouble_remedy) == (then == "told")
    assert ("updates" in center.take_touched()) == (then == "told")
    rounds.note(None)
    assert center.updates.state().trouble == ""


def test_an_older_place_is_not_asked_for_what_it_cannot_have(central, center, stick, tmp_path):  # fmt: skip
    publish(central, stick, "0.2.0")
    older = shutil.copytree(stick, tmp_path / "older")
    publish(central, stick, "0.3.0")
    center.library.refresh(place(center, stick), QUIET)
    stick.rename(tmp_path / "pulled")
    place(center, older, "옛 USB")
    center.sync.run(QUIET)
    state = center.updates.state()
    assert (state.state, state.version, state.trouble) == ("available", "0.3.0", "")


def test_a_package_is_fetched_anew_only_where_other_bytes_are_published(central, center, stick):  # fmt: skip
    deb = "ieum_{}_amd64.deb"
    decide(center, "ask-it")
    publish(central, stick, "0.2.0", name=deb, data=b"a package")
    center.updates.from_stick(stick, QUIET)
    file = Path(center.updates.state().file)
    file.write_bytes(b"of the same name")
    center.updates.from_stick(stick, QUIET)
    assert file.read_bytes() == b"of the same name"  # the line for IT looks at it
    publish(central, stick, "0.2.0", name=deb, data=b"another package")
    center.updates.from_stick(stick, QUIET)
    assert file.read_bytes() == b"another package"
