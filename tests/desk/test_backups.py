"""Backups through the desk: made, tried, put back; real SQLCipher files and real signatures."""

import shutil

import pytest

from intake.desk import NewWorkspace, workspace
from intake.desk.restoring import look, restore
from intake.desk.views.backups import RestoreSecret
from intake.errors import (
    AlreadyOpen,
    BackupAway,
    BackupUnfit,
    Cancelled,
    DeviceSecretMissing,
    LastBackup,
    NoBackupPlace,
    NoSlot,
    WrongPassphrase,
)
from intake.ids import scope_of
from intake.ledger import Ground
from intake.ledger.tail import own_log
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

NEW = "새 노트북 위의 조용한 달"
DAY = 24 * 60 * 60 * 1000


class StopsAt:
    """Cancels at the n-th step of one kind."""

    def __init__(self, what, n=1):
        self.what, self.left, self.seen = what, n, []

    def step(self, done, total, what):
        self.seen.append((done, total, what))
        if what == self.what:
            self.left -= 1
            if self.left <= 0:
                raise Cancelled


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def placed(desk, place):
    desk.backups.choose_place(place)
    return desk


def restored(place, folder, secret, keyring=None, name=None):
    name = name or look(place)[0].name
    return restore(place, name, folder, secret, keyring=keyring or MemoryKeyring(), policy=POLICY)  # fmt: skip


def with_code(code):
    return RestoreSecret(emergency_code=code, new_passphrase=NEW)


def files(folder):
    return sorted(str(one.relative_to(folder)) for one in folder.rglob("*"))


def test_a_backup_lies_there_whole_under_a_name_that_tells_nothing(placed, place):
    agreed(placed, "RECORD")
    made = placed.backups.make(Silent())
    (root,) = place.iterdir()
    assert root.name == f"ieum-{placed.about().vault_id[-12:]}"
    names = {one.name for one in (root / made.name).iterdir()}
    assert names == {"vault.db", "vault.keys", "vault.keys.bak", "about.json", "manifest-sha256.txt", "manifest-sha256.txt.sig"}  # fmt: skip
    view = placed.backups.overview()
    assert (view.last_ms, view.backup_due) == (made.made_ms, False)
    assert [line.ok for line in view.lines] == [True]


def test_nothing_of_a_case_can_be_read_in_a_backup(placed, place):
    placed.cases.begin("VISIT", "하늘이름표")
    placed.backups.make(Silent())
    for path in place.rglob("*"):
        if path.is_file():
            assert "하늘이름표".encode() not in path.read_bytes()


def test_where_no_place_was_chosen_no_backup_is_made(desk):
    with pytest.raises(NoBackupPlace):
        desk.backups.make(Silent())
    assert desk.backups.nightly(Silent()) is None


def test_the_vaults_own_folder_is_no_place_for_backups(desk, tmp_path):
    with pytest.raises(NoBackupPlace):
        desk.backups.choose_place(tmp_path / "ic")
    with pytest.raises(NoBackupPlace):
        desk.backups.choose_place(tmp_path / "nowhere")


def test_a_stick_that_was_pulled_is_told_and_nothing_breaks(placed, place):
    shutil.rmtree(place)
    with pytest.raises(BackupAway):
        placed.backups.make(Silent())
    assert not placed.backups.overview().reachable
    agreed(placed, "RECORD")


def test_a_night_later_a_backup_is_made_by_itself_and_once(placed, monkeypatch):
    first = placed.backups.nightly(Silent())
    assert first is not None
    assert placed.backups.nightly(Silent()) is None
    later = first.made_ms + 21 * DAY // 24
    monkeypatch.setattr(placed._rooms.clock, "wall", lambda: later)
    assert placed.backups.nightly(Silent()).name > first.name


def test_a_week_without_a_backup_is_told(desk, monkeypatch):
    assert desk.notices() == ()
    now = desk._rooms.clock.wall()
    monkeypatch.setattr(desk._rooms.clock, "wall", lambda: now + 8 * DAY)
    assert "notice-backup-nowhere" in desk.notices()


def test_ninety_days_without_a_drill_are_told(placed, monkeypatch):
    made = placed.backups.make(Silent())
    later = made.made_ms + 91 * DAY
    monkeypatch.setattr(placed._rooms.clock, "wall", lambda: later)
    assert "notice-backup-drill" in placed.notices()
    placed.backups.drill(made.name, PASSPHRASE, Silent())
    assert "notice-backup-drill" not in placed.notices()


def test_the_oldest_go_when_more_are_there_than_were_asked_for(placed):
    placed.settings.set("backup_keep", 2)
    made = [placed.backups.make(Silent()).name for _ in range(4)]
    assert [one.name for one in placed.backups.overview().lines] == made[:1:-1]


def test_the_only_usable_backup_is_not_deleted(placed):
    first = placed.backups.make(Silent()).name
    with pytest.raises(LastBackup):
        placed.backups.forget(first)
    placed.backups.make(Silent())
    placed.backups.forget(first)
    assert len(placed.backups.overview().lines) == 1


@pytest.mark.parametrize("what", ["progress-backup-copying", "progress-backup-checking"])  # fmt: skip
def test_a_backup_that_is_stopped_leaves_nothing(placed, place, what):
    for _ in range(40):
        agreed(placed, "RECORD")
    with pytest.raises(Cancelled):
        placed.backups.make(StopsAt(what))
    assert [one for one in files(place) if "/" in one] == []
    assert placed.backups.overview().last_ms == 0
    assert placed.backups.make(Silent()).size > 0


def test_attachments_are_copied_once_and_checked_again(placed, place, tmp_path):
    home = tmp_path / "ic" / "attachments" / "ab"
    home.mkdir(parents=True)
    (home / "one.age").write_bytes(b"age-encryption.org/v1" + bytes(5000))
    first = placed.backups.make(Silent())
    (pooled,) = place.rglob("one.age")
    stamp = pooled.stat().st_mtime_ns
    placed.backups.make(Silent())
    assert pooled.stat().st_mtime_ns == stamp
    placed.backups.check(first.name, Silent())
    pooled.write_bytes(b"rotten")
    with pytest.raises(BackupUnfit) as refused:
        placed.backups.check(first.name, Silent())
    assert refused.value.facts == {"why": "hash", "member": "one.age"}
    placed.backups.make(Silent())  # a rotten one is copied again
    placed.backups.check(first.name, Silent())


# --- the drill ---------------------------------------------------------------------


def test_a_drill_opens_the_backup_and_leaves_nothing(placed, tmp_path):
    agreed(placed, "RECORD")
    made = placed.backups.make(Silent())
    before = files(tmp_path / "ic")
    tried = placed.backups.drill(made.name, PASSPHRASE, Silent())
    assert tried.cases == 1
    assert files(tmp_path / "ic") == before
    view = placed.backups.overview()
    assert (view.drilled_name, view.drilled_ms) == (made.name, tried.at_ms)


def test_a_drill_with_the_printed_code_touches_no_keyring(tmp_path, place):
    keyring = MemoryKeyring()
    desk = workspace_with_code(tmp_path / "ic", keyring)
    desk[0].backups.choose_place(place)
    made, kept = desk[0].backups.make(Silent()), dict(keyring.kept)
    assert desk[0].backups.drill(made.name, desk[1], Silent()).cases == 0
    assert keyring.kept == kept
    desk[0].close()


def test_a_drill_with_a_wrong_passphrase_says_so_and_leaves_nothing(placed, tmp_path):
    made = placed.backups.make(Silent())
    with pytest.raises(WrongPassphrase):
        placed.backups.drill(made.name, "아닌 말", Silent())
    assert not (tmp_path / "ic" / "drill.part").exists()
    assert placed.backups.overview().drilled_ms == 0


def test_a_drill_that_is_stopped_leaves_nothing(placed, tmp_path):
    made = placed.backups.make(Silent())
    with pytest.raises(Cancelled):
        placed.backups.drill(made.name, PASSPHRASE, StopsAt("progress-checking"))
    assert not (tmp_path / "ic" / "drill.part").exists()


def test_the_register_stands_up_again_from_segments_alone(placed, tmp_path):
    case = agreed(placed, "RECORD", "CENTRAL")
    placed.cases.rename(case, "윤슬")
    assert placed.backups.prove(Silent()) == placed._rooms.ledger.state_digest()
    assert not (tmp_path / "ic" / "drill.part").exists()


# --- restoring -----------------------------------------------------------------------


def workspace_with_code(folder, keyring):
    """A ready desk, and the code that was printed for it."""
    plan = NewWorkspace("center", "IC", "IC 센터", "ic-1", "박상담", "ko", PASSPHRASE)
    with cheap_guessing():
        desk = workspace.create(folder, plan, keyring=keyring, policy=POLICY)
    printed = desk.setup.recovery_code()
    desk.setup.confirm_code(printed)
    return desk, printed


def shown_by(desk):
    """What the workspace shows of its cases; who looked at them when is written all the time."""
    return [
        sorted((row.id, dict(row)) for row in desk._rooms.register.find(entity))
        for entity in ("case", "person", "consent")
    ]


@pytest.fixture
def backed_up(tmp_path, place):
    """A workspace with a case and a backup, closed; its printed code."""
    keyring = MemoryKeyring()
    desk, printed = workspace_with_code(tmp_path / "ic", keyring)
    desk.backups.choose_place(place)
    case = agreed(desk, "RECORD", "CENTRAL")
    desk.backups.make(Silent())
    yield desk, printed, case, keyring
    desk.close()


def test_on_a_new_computer_the_printed_code_brings_everything_back(backed_up, place, tmp_path):  # fmt: skip
    desk, printed, case, _ = backed_up
    shown = shown_by(desk)
    desk.close()
    fresh, told = restored(place, tmp_path / "new" / "workspace", with_code(printed))
    assert shown_by(fresh) == shown
    assert fresh.cases.line(case).alias == "하늘"
    assert told.aside == ""
    assert fresh.backups.overview().restored_from_ms == told.made_ms
    assert fresh.keys.verify(Silent()).ok
    fresh.close()


def test_a_restored_vault_goes_on_in_a_new_log_whatever_the_computer_remembers(backed_up, place, tmp_path):  # fmt: skip
    desk, printed, case, _ = backed_up
    with desk._rooms.vault.reading() as db:
        before = own_log(db).log
    desk.close()
    fresh, _ = restored(place, tmp_path / "new", with_code(printed))
    with fresh._rooms.vault.reading() as db:
        own = own_log(db).log
        (parent,) = db.one("select parent from log where own = 1")
    assert own != before
    assert parent == before
    fresh.cases.rename(case, "다시")
    fresh.close()
    again = workspace.open_(tmp_path / "new", NEW, keyring=_keyring_of(fresh), policy=POLICY)  # fmt: skip
    assert again.cases.line(case).alias == "다시"
    assert again.keys.verify(Silent()).ok
    again.close()


def _keyring_of(desk):
    return desk._rooms.keyring


def test_the_passphrase_is_enough_on_the_computer_it_came_from(backed_up, place, tmp_path):  # fmt: skip
    desk, _, case, keyring = backed_up
    desk.cases.rename(case, "나중")
    desk.close()
    (tmp_path / "ic" / "vault.db").write_bytes(b"rubbish" * 1000)
    fresh, told = restored(place, tmp_path / "ic", RestoreSecret(PASSPHRASE), keyring)
    assert (fresh.cases.line(case).alias, told.brought) == ("하늘", 0)
    aside = tmp_path / told.aside
    assert (aside / "vault.db").read_bytes().startswith(b"rubbish")
    fresh.close()


def test_without_the_device_secret_the_passphrase_says_why_it_is_not_enough(backed_up, place, tmp_path):  # fmt: skip
    backed_up[0].close()
    with pytest.raises(DeviceSecretMissing):
        restored(place, tmp_path / "new", RestoreSecret(PASSPHRASE))
    assert files(tmp_path / "new") == [] if (tmp_path / "new").exists() else True
    assert not list(tmp_path.glob("*.restoring"))


def test_a_wrong_code_leaves_the_vault_that_is_there(backed_up, place, tmp_path):
    desk, _, case, keyring = backed_up
    desk.cases.rename(case, "나중")
    desk.close()
    other, code = workspace_with_code(tmp_path / "other", MemoryKeyring())
    other.close()
    with pytest.raises(NoSlot):
        restored(place, tmp_path / "ic", with_code(code), keyring)
    here = workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    assert here.cases.line(case).alias == "나중"
    assert not list(tmp_path.glob("*.restoring"))
    here.close()


def test_a_vault_somebody_works_in_is_not_moved_away(backed_up, place, tmp_path):
    desk, printed, case, _ = backed_up
    with pytest.raises(AlreadyOpen):
        restored(place, tmp_path / "ic", with_code(printed))
    assert desk.cases.line(case).alias == "하늘"


def test_what_was_said_after_the_backup_comes_back_from_another_laptop(backed_up, place, tmp_path):  # fmt: skip
    desk, printed, case, _ = backed_up
    desk.cases.rename(case, "그 뒤의 말")
    rooms = desk._rooms
    rooms.ledger.close_segment(Silent())
    everything = [
        rooms.ledger.wire_segment(log, n, lambda *_: True)
        for log, n in rooms.ledger.segments_missing({})
    ]
    desk.close()
    fresh, _ = restored(place, tmp_path / "new", with_code(printed))
    fresh.records.change("case", case, {"central_number": "A-1"})
    fresh._rooms.ledger.merge(
        everything,
        check_signer=fresh._rooms.exchange.trust.check_segment,
        authority=lambda _claim: True,
        progress=Silent(),
    )
    assert fresh.cases.line(case).alias == "그 뒤의 말"
    assert {state for _, _, _, state in fresh._rooms.ledger.logs()} == {"ok"}
    assert fresh.keys.verify(Silent()).ok
    fresh.close()


def test_bundles_go_on_after_a_restore(tmp_path, place):
    desk, printed = workspace_with_code(tmp_path / "ic", MemoryKeyring())
    central = a_desk(tmp_path / "c0", role="central", code="C0")
    introduce(desk, central)
    desk.backups.choose_place(place)
    case = agreed(desk, "RECORD", "CENTRAL")
    desk.backups.make(Silent())
    send(desk, central, tmp_path / "one")
    desk.close()
    fresh, _ = restored(place, tmp_path / "new", with_code(printed))
    fresh.records.change("case", case, {"state": "CLOSED"})
    send(fresh, central, tmp_path / "two")
    assert central._rooms.register.get("case", case)["state"] == "CLOSED"
    assert central.keys.verify(Silent()).ok
    fresh.close()
    central.close()


def send(desk, central, stick):
    stick.mkdir()
    sealed = desk.exchange.make(desk.exchange.plan("C0"), Silent())
    desk.exchange.deliver(sealed, stick, Silent())
    assert central.exchange.receive(stick, Silent())


@pytest.mark.parametrize("by_code", [True, False])
def test_a_former_vault_that_still_opens_gives_its_later_words(backed_up, place, tmp_path, by_code):  # fmt: skip
    desk, printed, case, keyring = backed_up
    desk.cases.rename(case, "그 뒤의 말")
    desk.close()
    secret = with_code(printed) if by_code else RestoreSecret(PASSPHRASE)
    fresh, told = restored(place, tmp_path / "ic", secret, keyring)
    assert told.brought > 0
    assert fresh.cases.line(case).alias == "그 뒤의 말"
    assert fresh.keys.verify(Silent()).ok
    fresh.close()


def test_what_was_destroyed_after_the_backup_stays_destroyed(backed_up, place, tmp_path):  # fmt: skip
    desk, _, case, keyring = backed_up
    note = "지워 달라고 한 말"
    desk.cases.rename(case, note)
    desk.backups.make(Silent())
    desk._rooms.ledger.erase(scope_of("case", case), "identity", Ground.REQUEST, "박상담")  # fmt: skip
    desk.close()
    fresh, _ = restored(place, tmp_path / "ic", RestoreSecret(PASSPHRASE), keyring)
    assert fresh._rooms.register.get("case", case)["alias"] is None
    with fresh._rooms.vault.reading() as db:
        (left,) = db.one("select count(*) from entry where body like ?", (f"%{note}%",))
    assert left == 0
    assert fresh.keys.verify(Silent()).ok
    fresh.close()


# --- a lost laptop ---------------------------------------------------------------------


def test_the_lost_laptop_pack_counts_and_names_nobody(desk):
    agreed(desk, "RECORD")
    (line,) = desk.backups.laptops()
    assert line.own
    paper = desk.backups.lost_laptop(line.device, "2099-03-02", "2099-03-03T09:30")
    listed = desk.backups.lost_laptop_list(line.device, "2099-03-02", "2099-03-03T09:30")  # fmt: skip
    assert paper.data.startswith(b"%PDF")
    text = listed.data.decode("utf-8-sig")
    assert "하늘" not in text
    assert "2099년 3월 6일 09:30" in text
