"""The library comes on a stick; what is old, torn or a stranger's takes nothing back."""

import gc
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from intake.clock import DAY_MS
from intake.crypto import allowed_signers
from intake.desk import library as noun
from intake.desk import library_keeping
from intake.documents.guideline import guideline
from intake.errors import (
    Altered,
    Cut,
    InvalidInput,
    LibraryRefused,
    NotForUs,
    Untrusted,
)
from intake.trust import library as lib
from tests.centers_at_hand import QUIET, closing, desks, device_of, second_laptop
from tests.desk.conftest import WORDS
from tests.desks_at_hand import a_desk, agreed

pytestmark = pytest.mark.usefixtures("quick_passphrases")
LIST = b'{"platforms":["telegram"]}'


@pytest.fixture
def unfounded(tmp_path):
    """A central desk without a library, and a center that knows it."""
    found = desks(tmp_path, "C0", "IC")
    with closing(*found.values()):
        yield found


@pytest.fixture
def central(founded):
    return founded["C0"]


@pytest.fixture
def center(founded):
    return founded["IC"]


def place(desk, folder):
    known = {one.address: one.id for one in desk.places.listing()}
    return known.get(str(folder)) or desk.places.add("folder", "USB", str(folder))


def publish(desk, folder, name, data, kind="codes"):
    """Publish bytes as they are; what is fit for its kind is ``publish``'s own question."""
    if kind in {"codes", "forms"}:
        desk.library._noun._change(lambda now, keys, at: lib.published(now, keys, f"{kind}/{name}", data, at))  # fmt: skip
    else:
        file = folder.parent / name
        file.write_bytes(data)
        desk.library.publish(kind, file)
    desk.library.lay(place(desk, folder), QUIET)


def look(desk, folder):
    return desk.library.refresh(place(desk, folder), QUIET)


def later(desk, days, monkeypatch):
    clock, wall = desk._rooms.clock, desk._rooms.clock.wall
    monkeypatch.setattr(clock, "wall", lambda: wall() + days * DAY_MS)


def files(folder: Path):
    root = folder / "intake-mailbox/v1/trust"
    return {one.relative_to(root).as_posix(): one for one in root.rglob("*") if one.is_file()}  # fmt: skip


def why(call, *said):
    with pytest.raises(LibraryRefused) as refused:
        call(*said)
    return refused.value.facts["why"]


def test_what_the_central_desk_publishes_comes_to_a_center_on_a_stick(central, center, stick):  # fmt: skip
    publish(central, stick, "lists.json", LIST)
    assert center.library.state().state == "none"
    news = look(center, stick)
    assert (news.said, [one.path for one in news.new], news.set_aside) == ("new", ["codes/lists.json"], ())  # fmt: skip
    assert [(one.path, one.version, one.state) for one in center.library.listing()] == [("codes/lists.json", 1, "here")]  # fmt: skip
    assert center.library.state().state == "fresh"
    assert look(center, stick).said == "same"


def test_an_older_stick_after_a_newer_one_takes_nothing_back(central, center, stick, tmp_path):  # fmt: skip
    older = tmp_path / "older"
    older.mkdir()
    publish(central, older, "lists.json", LIST)
    publish(central, stick, "lists.json", b"{}")
    look(center, stick)
    assert look(center, older).said == "older"
    assert [one.version for one in center.library.listing()] == [2]


def test_what_is_known_is_known_after_the_workspace_was_closed_and_the_stick_is_gone(central, center, stick):  # fmt: skip
    publish(central, stick, "lists.json", LIST)
    look(center, stick)
    files(stick)["metadata/timestamp.json"].unlink()
    assert look(center, stick).said == "none"
    assert [one.path for one in center.library.listing()] == ["codes/lists.json"]


def test_a_library_of_a_central_desk_that_nobody_here_knows_is_not_begun_with(center, stick, tmp_path):  # fmt: skip
    stranger = a_desk(tmp_path / "c8", role="central", code="C8", counselor="C8 상담")
    with closing(stranger):
        stranger.library.found(*WORDS)
        publish(stranger, stick, "lists.json", LIST)
    with pytest.raises(Untrusted):
        look(center, stick)
    assert center.library.listing() == ()
    assert center.library.state().state == "none"


def test_a_bad_item_is_set_aside_and_the_others_are_taken(central, center, stick):
    publish(central, stick, "a.json", b"one")
    publish(central, stick, "b.json", b"two")
    (torn,) = (file for name, file in files(stick).items() if name.endswith(".a.json"))
    torn.write_bytes(b"0ne")
    news = look(center, stick)
    assert [one.name for one in news.new] == ["b.json"]
    assert len(news.set_aside) == 1
    states = {one.name: one.state for one in center.library.listing()}
    assert states == {"a.json": "missing", "b.json": "here"}
    assert why(center.library.take, "codes/a.json") == "missing"
    torn.write_bytes(b"one")
    news = look(center, stick)
    assert (news.said, [one.name for one in news.new]) == ("same", ["a.json"])


def test_a_stick_that_was_tampered_with_changes_nothing(central, center, stick):
    publish(central, stick, "lists.json", LIST)
    look(center, stick)
    publish(central, stick, "lists.json", b"{}")
    (targets,) = (file for name, file in files(stick).items() if name.endswith("3.targets.json"))  # fmt: skip
    targets.write_bytes(targets.read_bytes().replace(b'"version":2', b'"version":3'))
    with pytest.raises(Altered):
        look(center, stick)
    assert [one.version for one in center.library.listing()] == [1]


def test_a_timestamp_without_what_it_names_makes_nothing_fresh(central, center, stick, monkeypatch):  # fmt: skip
    publish(central, stick, "lists.json", LIST)
    look(center, stick)
    before = center.library.state()
    later(central, 100, monkeypatch)
    publish(central, stick, "lists.json", b"{}")
    next(file for name, file in files(stick).items() if "3.targets" in name).unlink()
    later(center, 100, monkeypatch)
    with pytest.raises(Cut):
        look(center, stick)
    assert center.library.state() == before
    central.library.lay(place(central, stick), QUIET)
    look(center, stick)
    assert center.library.state().signed_ms > before.signed_ms


def test_a_guideline_of_the_library_is_used_when_it_is_taken(central, center, stick, tmp_path):  # fmt: skip
    told = guideline().said() | {"edition": "2026-03-30", "in_force": "2026-07-01"}
    plain = tmp_path / "edition.json"
    plain.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    made = central.guidelines.make(plain)
    publish(central, stick, "sentencing-2026.ieum-guideline", made.data, "guidelines")
    look(center, stick)
    assert center.guidelines.current().edition == "2023-04-24"
    line = center.library.take("guidelines/sentencing-2026.ieum-guideline")
    assert line.state == "used"
    assert center.guidelines.current().edition == "2026-03-30"


def test_a_card_of_somebody_new_waits_for_a_person_and_of_somebody_known_is_followed(central, center, stick, tmp_path):  # fmt: skip
    other = a_desk(tmp_path / "bs", role="center", code="BS", counselor="BS 상담")
    with closing(other):
        publish(central, stick, "bs.card", other.keys.enrolment().data, "roster")
    publish(central, stick, "c0.card", central.keys.enrolment().data, "roster")
    look(center, stick)
    states = {one.name: one.state for one in center.library.listing()}
    assert states == {"bs.card": "here", "c0.card": "used"}
    known = {one.code for one in center._rooms.exchange.trust.enrolled()}
    assert "BS" not in known
    center.library.take("roster/bs.card")
    assert "BS" in {one.code for one in center._rooms.exchange.trust.enrolled()}


def test_a_kind_that_cannot_be_used_yet_is_kept(central, center, stick):
    central.library._noun._change(lambda now, keys, at: lib.published(now, keys, "songs/a.txt", b"a", at))  # fmt: skip
    central.library.lay(place(central, stick), QUIET)
    look(center, stick)
    assert why(center.library.take, "songs/a.txt") == "kind"
    assert center.library.listing()[0].state == "here"


def test_past_its_end_the_library_is_told_and_intake_goes_on(central, center, stick, monkeypatch):  # fmt: skip
    publish(central, stick, "lists.json", LIST)
    look(center, stick)
    later(center, 200, monkeypatch)
    assert center.library.state().state == "expired"
    assert look(center, stick).said == "expired"
    agreed(center, "RECORD", "SENSITIVE", "CENTRAL")
    sealed = center.exchange.make(center.exchange.plan("C0"), QUIET)
    assert sealed.to == "C0"


def test_only_sealing_to_others_is_refused_when_the_library_is_older_than_policy(central, center, stick, monkeypatch, tmp_path):  # fmt: skip
    publish(central, stick, "lists.json", LIST)
    look(center, stick)
    second = second_laptop(center, tmp_path / "ic2")
    with closing(second):
        later(center, 401, monkeypatch)
        assert center.library.state().state == "old"
        assert center.cases.begin("VISIT") is not None
        assert why(center.exchange.make, center.exchange.plan("C0"), QUIET) == "old"
        assert why(center.exchange.make_more, "C0", QUIET) == "old"
        own = device_of(center)
        assert center.exchange.make(center.exchange.plan(own), QUIET).to == own


def test_where_no_library_was_ever_used_nothing_is_old(center, monkeypatch):
    later(center, 2000, monkeypatch)
    assert center.library.state().state == "none"
    agreed(center, "RECORD", "SENSITIVE", "CENTRAL")
    assert center.exchange.make(center.exchange.plan("C0"), QUIET).to == "C0"


def test_two_root_keys_change_who_publishes_and_centers_follow(
    unfounded, stick, tmp_path
):
    central, center = unfounded["C0"], unfounded["IC"]
    made = central.library.found(*WORDS)
    keys = [tmp_path / one.name for one in made]
    for file, one in zip(keys, made, strict=True):
        file.write_bytes(one.data)
    publish(central, stick, "lists.json", LIST)
    look(center, stick)
    with pytest.raises(NotForUs):
        central.library.rotate(keys[0], WORDS[1], keys[1], WORDS[1])
    with pytest.raises(InvalidInput):
        central.library.rotate(keys[0], WORDS[0], keys[0], WORDS[0])
    central.library.rotate(keys[0], WORDS[0], keys[2], WORDS[2])
    publish(central, stick, "lists.json", b"{}")
    assert look(center, stick).said == "new"
    assert [one.version for one in center.library.listing()] == [2]


def test_only_the_central_desk_publishes(center, tmp_path):
    file = tmp_path / "x.json"
    file.write_bytes(b"{}")
    assert why(center.library.found, *WORDS) == "not-central"
    assert why(center.library.publish, "codes", file) == "not-central"
    assert why(center.library.renew) == "not-central"


def test_what_cannot_be_published_is_said(central, tmp_path, stick):
    file = tmp_path / "x.json"
    file.write_bytes(b"{}")
    assert why(central.library.found, *WORDS) == "founded"
    assert why(central.library.publish, "apps", file) == "name"
    assert why(central.library.publish, "codes", tmp_path / "not-there.json") == "away"
    assert why(central.library.refresh, place(central, stick), QUIET) == "publishes"
    with pytest.raises(Untrusted):
        central.library.publish("roster", file)


def test_a_root_key_wants_a_passphrase(unfounded):
    assert why(unfounded["C0"].library.found, "짧다", *WORDS[1:]) == "passphrase"
    assert not unfounded["C0"].library.state().publishing


def test_opening_the_desk_loads_nothing_of_tuf():
    said = "import sys, intake.desk; sys.exit(any(name.split('.')[0] in {'tuf', 'securesystemslib'} for name in sys.modules))"  # fmt: skip
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0


def test_what_was_taken_out_is_gone_from_the_list_and_signing_anew_keeps_the_rest(central, center, stick):  # fmt: skip
    publish(central, stick, "a.json", b"one")
    publish(central, stick, "b.json", b"two")
    look(center, stick)
    central.library.withdraw("codes/a.json")
    central.library.renew()
    central.library.lay(place(central, stick), QUIET)
    assert look(center, stick).said == "new"
    assert [one.name for one in center.library.listing()] == ["b.json"]


def test_the_beginning_of_trust_is_checked_by_ssh_keygen_too(central, stick, tmp_path):
    publish(central, stick, "lists.json", LIST)
    own = central._rooms.exchange.trust.own()
    allowed, laid = tmp_path / "allowed", files(stick)
    ca = own.certificate.ca_public
    allowed.write_text(allowed_signers("dev:*", ca, [noun.NAMESPACE]))
    said = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", f"dev:{own.device}", "-n", noun.NAMESPACE, "-s", laid["metadata/1.root.sig"]]  # fmt: skip
    root = laid["metadata/1.root.json"].read_bytes()
    assert subprocess.run(said, input=root, capture_output=True, check=False).returncode == 0  # fmt: skip
    assert subprocess.run(said, input=root + b" ", capture_output=True, check=False).returncode != 0  # fmt: skip


# --- builds are large ------------------------------------------------------------------------


@pytest.fixture
def large(central, tmp_path):
    """A central desk with five builds of 2 MB, laid on a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    for number in range(5):
        file = tmp_path / f"ieum-0.{number}.0-linux-x86_64.tar.zst"
        file.write_bytes(bytes([number]) * BUILD)
        central.library.publish("apps", file)
    central.library.lay(place(central, stick), QUIET)
    return central, stick


BUILD = 2 << 20


@pytest.fixture
def read(monkeypatch):
    """How many bytes of items were read, each time."""
    asked, real = [], library_keeping.item_bytes

    def item_bytes(rooms, path):
        data = real(rooms, path)
        asked.append(len(data))
        return data

    monkeypatch.setattr(library_keeping, "item_bytes", item_bytes)
    return asked


def test_no_build_is_read_where_something_else_is_published(large, read, tmp_path):
    central, stick = large
    publish(central, stick, "lists.json", LIST)
    central.library.withdraw("apps/ieum-0.0.0-linux-x86_64.tar.zst")
    central.library.renew()
    central.library.lay(place(central, stick), QUIET)
    assert sum(read) == len(LIST)  # everything else lies there


def test_a_stick_is_filled_with_one_build_at_a_time(large, tmp_path):
    central, _ = large
    other = tmp_path / "other"
    other.mkdir()
    gc.collect()
    tracemalloc.start()
    try:
        central.library.lay(place(central, other), QUIET)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert BUILD < most < 3 * BUILD
    assert len(list(other.rglob("*.tar.zst"))) == 5


def test_a_build_that_was_cut_on_the_stick_is_laid_anew(large, read):
    central, stick = large
    (one, *_) = sorted(stick.rglob("*0.3.0*"))
    one.write_bytes(one.read_bytes()[:-1])
    assert central.library.lay(place(central, stick), QUIET) == 1
    assert (read, len(one.read_bytes())) == ([BUILD], BUILD)


def test_a_build_that_is_taken_out_takes_no_room_in_the_records_any_more(large):
    central, _ = large
    rooms = central.library._noun._rooms
    for number in range(4):
        central.library.withdraw(f"apps/ieum-0.{number}.0-linux-x86_64.tar.zst")
    with rooms.vault.reading() as db:
        (size,) = db.one("SELECT sum(length(value)) FROM secret WHERE name LIKE 'library/item/%'")  # fmt: skip
    assert size == BUILD
    assert set(library_keeping.items(rooms)) == {"apps/ieum-0.4.0-linux-x86_64.tar.zst"}
