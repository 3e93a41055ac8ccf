"""What IT decides really takes effect: each name of the policy, at the desk."""

from dataclasses import replace
from pathlib import Path

import pytest

from intake.crypto import PqIdentity, fingerprint
from intake.desk import (
    NewWorkspace,
    doctor_vault,
    given_by_policy,
    policies_applying,
    policies_drives,
    policies_words,
    workspace,
)
from intake.desk.policies_applying import place_id
from intake.desk.policies_drives import check_drive, is_allowed
from intake.errors import PolicyForbids
from intake.mailbox import Medium, medium, medium_of
from intake.policy import (
    Mailbox,
    Origin,
    Policy,
    finding,
    newest,
    read_policy,
    remember,
)
from intake.progress import Silent
from intake.text import texts_in
from intake.trust import read_card
from intake.vault import recover_with_identity
from tests.desks_at_hand import (
    PASSPHRASE,
    POLICY,
    MemoryKeyring,
    a_desk,
    cheap_guessing,
)

QUIET = Silent()
BOX = Mailbox("중앙 우편함", "webdav", "https://mail.ieum.example/dav", rate=64)


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def opened(tmp_path, keyring):
    """Open one workspace again and again, each time under another policy."""
    a_desk(tmp_path / "w", keyring).lock()
    desks = []

    def open_(**said):
        if desks:
            desks[-1].lock()
        policy = replace(POLICY, **said)
        desks.append(workspace.open_(tmp_path / "w", PASSPHRASE, keyring=keyring, policy=policy))  # fmt: skip
        return desks[-1]

    yield open_
    desks[-1].lock()


def test_a_link_on_the_desktop_is_no_way_around_the_drives(tmp_path, monkeypatch):
    stick, mounts = tmp_path / "media" / "stick", tmp_path / "mounts"
    stick.mkdir(parents=True)
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n/dev/sdz1 {stick} vfat rw 0 0\n")
    monkeypatch.setattr(medium, "_PLUGGED", (str(tmp_path / "media"),))
    monkeypatch.setattr(policies_drives, "medium_of", lambda folder: medium_of(folder, mounts))  # fmt: skip
    (tmp_path / "link").symlink_to(stick)
    for folder in (stick, tmp_path / "link", tmp_path / "link" / "new"):
        with pytest.raises(PolicyForbids):
            check_drive(Policy(drives_allowed=("IEUM",)), folder)
    check_drive(Policy(drives_allowed=("IEUM",)), tmp_path)


def plug_in(monkeypatch, label):
    stick = Medium("/dev/sdz1", Path("/media/it/stick"), "vfat", label)
    monkeypatch.setattr(policies_drives, "medium_of", lambda _folder: stick)


# --- the first run ----------------------------------------------------------------------


def make(folder, keyring, code="IC", **said):
    plan = NewWorkspace("center", code, f"{code} 센터", "pc-1", "박상담", "ko", PASSPHRASE)  # fmt: skip
    with cheap_guessing():
        return workspace.create(folder, plan, keyring=keyring, policy=replace(POLICY, **said))  # fmt: skip


def test_a_computer_that_is_set_up_for_a_center_makes_no_workspace_of_another(tmp_path, keyring):  # fmt: skip
    for said in ({"center_code": "SE"}, {"center_name": "서울센터"}, {"center_role": "central"}):  # fmt: skip
        with pytest.raises(PolicyForbids):
            make(tmp_path / "w", keyring, **said)
    assert not (tmp_path / "w").exists()
    make(tmp_path / "w", keyring, center_code="IC", center_role="center").lock()


def test_a_new_vault_is_recovered_by_those_whom_it_named_too(tmp_path, keyring):
    it = PqIdentity.generate()
    desk = make(tmp_path / "w", keyring, recovery_recipients=(it.recipient.text,))
    desk.lock()
    code = {"new_passphrase": "또 다른 강물", "counselor": "한전산", "keyring": keyring}
    with cheap_guessing():
        recover_with_identity(tmp_path / "w", identities=[it], **code).close()


def test_the_first_run_is_told_what_it_gave(tmp_path, monkeypatch):
    file = tmp_path / "policy.toml"
    file.write_text('lock_minuts = 3\n[center]\ncode = "IC"\nname = "인천센터"\n')
    monkeypatch.setenv("IEUM_POLICY", str(file))
    given = given_by_policy()
    assert (given.code, given.name, given.role, given.faults) == ("IC", "인천센터", "", 1)  # fmt: skip


# --- its number ------------------------------------------------------------------------


@pytest.fixture
def numbered(opened, tmp_path, monkeypatch):
    """Open one workspace under the policy of a number, as IT's own file says it."""
    monkeypatch.setattr(newest, "log_folder", lambda: tmp_path / "state" / "log")

    def open_(serial):
        origin = Origin(tmp_path / "policy.toml", "owned", in_place=True, serial=serial)
        return opened(serial=serial, lock_minutes_most=25, origin=origin)

    return open_


def test_a_workspace_follows_no_older_policy_than_before(numbered, tmp_path):
    assert numbered(4).policies.view().sound
    (tmp_path / "state" / "policy.newest").unlink()  # whoever works here can do that
    view = (desk := numbered(3)).policies.view()
    assert (view.state, view.believed, desk.policies.bounds("lock_minutes")[1]) == ("older", False, 10)  # fmt: skip
    assert "4" in view.sentence
    assert "notice-policy" in desk.notices()
    assert (tmp_path / "state" / "policy.newest").read_text() == "4\n"
    assert numbered(5).policies.view().sound
    assert numbered(4).policies.view().state == "older"


def test_a_number_that_cannot_be_kept_keeps_nobody_from_working(numbered, tmp_path):
    (tmp_path / "state").write_text("")  # no folder can be made here
    assert numbered(4).policies.view().sound
    assert numbered(3).policies.view().state == "older"  # the vault knows


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("said", "at", "what"),
    [
        (b'lock_minutes = 5\nserial = "5"\n', ("policy-line", 2), "policy-why-not-int"),
        ("# 녹두".encode("euc-kr"), ("policy-whole-file", 0), "policy-why-encoding"),
    ],
    ids=["line", "file"],
)
def test_a_slip_in_its_number_is_told_by_its_line_and_as_that_slip(put_in_place, said, at, what, language):  # fmt: skip
    texts, policy = texts_in(language), put_in_place(said, newest=4)
    sentence, remedy = policies_words.state_words(texts, policy)
    assert texts(at[0], line=at[1]) in remedy
    assert texts(what, name="serial") in remedy
    assert "4" in sentence
    found = doctor_vault.policy()
    assert (found.code, found.state, found.facts) == ("misnumbered", "broken", {"line": at[1], "newest": "4"})  # fmt: skip


@pytest.fixture
def put_in_place(tmp_path, monkeypatch):
    """Put a policy where this computer looks for one, of which a newer one was followed here."""
    file = tmp_path / "policy.toml"
    monkeypatch.setattr(finding, "_system_file", lambda: file)
    monkeypatch.setattr(finding, "only_administrators_write", lambda _file: True)
    monkeypatch.setattr(finding, "signers_of", lambda _file: None)
    monkeypatch.setattr(newest, "log_folder", lambda: tmp_path / "state" / "log")

    def put(said, newest):
        file.write_bytes(said)
        remember(newest)
        return read_policy()

    return put


def test_the_doctor_says_that_an_older_policy_was_put_back(tmp_path, monkeypatch):
    origin = Origin(tmp_path, "older", serial=3, newest=4)
    monkeypatch.setattr(doctor_vault, "read_policy", lambda: Policy(origin=origin))
    found = doctor_vault.policy()
    assert (found.code, found.state, found.facts) == ("older", "broken", {"serial": "3", "newest": "4"})  # fmt: skip


# --- mailboxes -------------------------------------------------------------------------


def test_mailboxes_are_there_on_opening_and_stay_the_same_ones(opened):
    desk = opened(mailboxes=(BOX,))
    (place,) = desk.places.listing()
    assert (place.name, place.address, place.rate) == (BOX.name, BOX.address, 64)
    desk.places.keep_secret(place.id, "ic", "비밀")
    (again,) = opened(mailboxes=(BOX,)).places.listing()
    assert (again.id, again.has_secret) == (place.id, True)
    moved = replace(BOX, address="https://new.ieum.example/dav")
    desk = opened(mailboxes=(moved,))
    (again,) = desk.places.listing()
    assert (again.id, again.address, again.pin) == (place.id, moved.address, "")
    assert not again.has_secret  # a mistyped address is told nobody's password


def test_a_mailbox_of_the_policy_is_changed_by_nobody_here(opened):
    desk = opened(mailboxes=(BOX,))
    place = place_id(BOX.name)
    with pytest.raises(PolicyForbids):
        desk.places.change(place, "다른 곳", "https://elsewhere.example")
    with pytest.raises(PolicyForbids):
        desk.places.remove(place)
    assert desk.places.listing()[0].address == BOX.address


def test_a_mailbox_that_was_taken_out_is_forgotten_and_own_ones_stay(opened, tmp_path):
    desk = opened(mailboxes=(BOX,))
    own = desk.places.add("folder", "우리 폴더", str(tmp_path))
    assert [one.id for one in opened().places.listing()] == [own]


def test_a_policy_that_is_not_believed_takes_no_mailbox_away(opened, tmp_path):
    opened(mailboxes=(BOX,))
    file = tmp_path / "policy.toml"
    file.write_text('[[mailbox]]\nname = "x"\nkind = "ftp"\n')
    for odd in (read_policy(file), read_policy(tmp_path)):  # a slip; unreadable
        assert [one.name for one in opened(origin=odd.origin).places.listing()] == [BOX.name]  # fmt: skip
    assert opened().places.listing() == ()


def test_a_mailbox_is_its_own_even_where_the_policy_does_not_count_any_more(opened, tmp_path):  # fmt: skip
    opened(mailboxes=(BOX,))
    file = tmp_path / "policy.toml"
    file.write_text('[[mailbox]]\nname = "중앙 우편함"\nkind = "ftp"\n')
    for odd in (read_policy(file), read_policy(tmp_path)):  # a slip; unreadable
        desk = opened(origin=odd.origin)
        (place,) = desk.places.listing()
        assert place.preset
        with pytest.raises(PolicyForbids):
            desk.places.change(place.id, "중앙", "https://elsewhere.example/dav")
        with pytest.raises(PolicyForbids):
            desk.places.remove(place.id)


def test_where_only_its_places_may_be_used_nobody_adds_one(opened, tmp_path):
    with pytest.raises(PolicyForbids):
        opened(allow_own_places=False).places.add("folder", "우리", str(tmp_path))


# --- the central desk ----------------------------------------------------------------------


def test_the_card_of_the_central_desk_is_believed_by_its_fingerprint(opened, tmp_path):
    central = a_desk(tmp_path / "c", role="central", code="C1")
    card, file = central.keys.enrolment().data, tmp_path / "central.card"
    file.write_bytes(card)
    right = fingerprint(read_card(card).ca)
    central.lock()
    wrong = opened(central_card=str(file), central_fingerprint="SHA256:" + "A" * 43)
    assert [one.code for one in wrong.keys.enrolled()] == ["IC"]
    assert "지문" in wrong.policies.view().central
    desk = opened(central_card=str(file), central_fingerprint=right)
    assert {one.code for one in desk.keys.enrolled()} == {"IC", "C1"}
    assert {step.name: step.done for step in desk.setup.steps()}["central"]
    file.unlink()
    gone = opened(central_card=str(file), central_fingerprint=right)
    assert {one.code for one in gone.keys.enrolled()} == {"IC", "C1"}


def test_a_card_that_is_changed_between_two_looks_is_not_the_one_that_is_believed(opened, tmp_path, monkeypatch):  # fmt: skip
    cards = {}
    for code in ("C1", "C2"):
        central = a_desk(tmp_path / code, role="central", code=code)
        cards[code] = central.keys.enrolment().data
        central.lock()
    shown = iter([cards["C1"], *[cards["C2"]] * 9])
    monkeypatch.setattr(policies_applying, "_data", lambda _policy: next(shown))
    right = fingerprint(read_card(cards["C1"]).ca)
    desk = opened(central_card=str(tmp_path / "central.card"), central_fingerprint=right)  # fmt: skip
    assert "C2" not in {one.code for one in desk.keys.enrolled()}


# --- bounds ------------------------------------------------------------------------------


def test_the_lock_the_log_and_the_backups_stay_within_its_bounds(opened):
    opened().settings.set("lock_minutes", 30)
    desk = opened(lock_minutes=5, lock_minutes_most=15, log_years_least=5, backup_keep_least=20)  # fmt: skip
    assert desk.settings.get("lock_minutes") == 15
    assert desk.settings.all()["log_years"] == 5
    assert desk.backups.overview().keep == 20
    for name, value in (("lock_minutes", 16), ("log_years", 3), ("backup_keep", 19)):
        with pytest.raises(PolicyForbids):
            desk.settings.set(name, value)
    assert desk.policies.bounds("lock_minutes") == (1, 15)
    assert opened().settings.get("lock_minutes") == 30  # what she chose was kept


def test_only_roles_that_it_allows_are_given(opened):
    desk = opened(roles_allowed=("COUNSELOR", "SUPERVISOR"))
    with pytest.raises(PolicyForbids):
        desk.roles.give("한전산", "IT")
    with pytest.raises(PolicyForbids):
        desk.roles.add_person("한전산", "IT", PASSPHRASE, "맑은 바람 속의 종소리 하나")
    desk.roles.give("김상담", "SUPERVISOR")
    assert {one.who for one in desk.roles.grants()} == {"박상담", "김상담"}


# --- drives -------------------------------------------------------------------------------


def test_a_stick_of_another_name_is_used_for_nothing(opened, tmp_path, monkeypatch):
    plug_in(monkeypatch, "HOLIDAY")
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = opened(drives_allowed=("IEUM-*",))
    place = desk.places.add("folder", "막대", str(stick))
    for ask in (
        lambda: desk.sticks.look(stick),
        lambda: desk.sticks.carry(stick, QUIET),
        lambda: desk.backups.choose_place(stick),
        lambda: desk.exchange.receive(stick, QUIET),
        lambda: desk.keys.backup(stick / "copy", QUIET),
    ):
        with pytest.raises(PolicyForbids):
            ask()
    assert not desk.places.test(place, QUIET).fine
    assert list(stick.iterdir()) == []
    plug_in(monkeypatch, "ieum-07")
    assert desk.sticks.look(stick).letters == 0


def test_labels_are_compared_without_their_case_and_in_every_writing_of_hangul():
    assert is_allowed(Policy(drives_allowed=("센터-*",)), "센터-1")
    assert is_allowed(Policy(drives_allowed=("ieum",)), "IEUM ")
    assert not is_allowed(Policy(drives_allowed=()), "IEUM")
    assert not is_allowed(Policy(drives_allowed=("IEUM",)), "IEUM-2")


# --- shown -----------------------------------------------------------------------------


def test_the_page_says_every_value_who_decided_it_and_every_fault(opened, tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text('roster_dais = 60\nupdates = "off"\n[drives]\nallowed = ["A", "B"]\n')  # fmt: skip
    policy = read_policy(file)
    desk = opened(updates="off", drives_allowed=("A", "B"), roster_days=90, origin=policy.origin)  # fmt: skip
    view = desk.policies.view()
    lines = {line.name: line for group in view.groups for line in group.lines}
    assert (lines["updates"].whose, lines["updates"].line) == ("policy", 2)
    assert lines["drives.allowed"].value == "A, B"
    assert lines["roster_days"].whose == "strict"
    assert lines["lock_minutes"].whose == "program"
    (fault,) = view.faults
    assert fault.line == 1
    assert "roster_days" in fault.remedy
    assert "notice-policy" in desk.notices()
    assert "notice-policy" not in opened().notices()


def test_every_role_may_read_it(opened):
    desk = opened()
    desk.roles.give("박상담", "AUDITOR")
    desk.roles.give("김상담", "SUPERVISOR")
    desk.roles.take("박상담", "COUNSELOR")
    desk.roles.take("박상담", "SUPERVISOR")
    assert desk.policies.view().believed
