"""Evidence at the desk: what is kept of a file, who held it, and that nothing else is left."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from intake.crypto.timestamp import stamp_request
from intake.desk import workspace
from intake.desk.views.evidence import FileNote
from intake.errors import (
    Cancelled,
    InvalidAnswer,
    InvalidInput,
    NoRoom,
    OnHold,
    StampRefused,
    UnsuitableFile,
)
from intake.evidence import Grounds
from intake.progress import Silent
from tests.crypto.test_timestamp import Authority
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.evidence.photos import a_film, a_photo, clouds, encoded
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

CHAT = FileNote(title="대화 갈무리")
GROUNDS = Grounds("성폭력방지법 제7조의3제3항", "증거 담당자", "INVESTIGATION")


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A workspace that is ready for its first case, closed, and its keyring."""
    folder, keyring = tmp_path_factory.mktemp("made") / "ic", MemoryKeyring()
    a_desk(folder, keyring).close()
    return folder, keyring


@pytest.fixture
def desk(ready, tmp_path):
    """An open copy of it."""
    keyring = MemoryKeyring()
    keyring.kept.update(ready[1].kept)
    shutil.copytree(ready[0], tmp_path / "ic")
    desk = workspace.open_(tmp_path / "ic", PASSPHRASE, Silent(), keyring=keyring, policy=POLICY)  # fmt: skip
    yield desk
    desk.close()


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD")


@pytest.fixture
def stick(tmp_path):
    """What somebody brought along."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def kinds(desk, evidence):
    return [line.kind for line in desk.evidence.custody(evidence)]


def runs(data, size=24):
    """Pieces of a file that would be found if any of it lay about."""
    step = max(1, (len(data) - size) // 64)
    return {data[at : at + size] for at in range(0, len(data) - size, step)}


def everything_under(folder):
    return b"\0".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


# --- what is kept -------------------------------------------------------------------


def test_a_sexual_picture_leaves_its_fingerprint_and_no_byte_on_disk(desk, case, stick, tmp_path):  # fmt: skip
    photo = a_photo(stick, "사진.jpg")
    data = photo.read_bytes()
    added = desk.evidence.add_file(case, photo, "IMAGE")
    line = desk.evidence.get(added.evidence)
    assert (line.store, line.sexual, line.here, line.showable) == ("METADATA", True, False, False)  # fmt: skip
    assert line.sha256 == hashlib.sha256(data).hexdigest()
    assert line.prints >= 1
    assert kinds(desk, line.id) == ["RECEIVED", "HASHED"]
    assert photo.read_bytes() == data
    desk.close()
    left = everything_under(tmp_path / "ic")
    assert not any(run in left for run in runs(data))
    assert not any(run in left for run in runs(clouds(1).tobytes()))
    assert not list((tmp_path / "ic").rglob("*.age"))


def test_a_sexual_picture_is_never_shown_or_copied_out(desk, case, stick):
    added = desk.evidence.add_file(case, a_photo(stick), "IMAGE")
    with pytest.raises(UnsuitableFile) as caught:
        desk.evidence.view(added.evidence, "DELETION", "확인")
    assert caught.value.facts == {"why": "never-shown"}
    with pytest.raises(UnsuitableFile):
        desk.evidence.copy_out(added.evidence, stick, "INVESTIGATION", "수사기관 제출")


def test_a_conversation_is_sealed_and_shown_for_a_reason(desk, case, stick, tmp_path):
    photo = a_photo(stick, kind="PNG", name="chat.png")
    added = desk.evidence.add_file(case, photo, "CHAT", CHAT)
    assert kinds(desk, added.evidence) == ["RECEIVED", "HASHED", "SEALED"]
    (sealed,) = (tmp_path / "ic" / "attachments").glob("*.age")
    assert sealed.stem == hashlib.sha256(sealed.read_bytes()).hexdigest()
    assert not any(run in sealed.read_bytes() for run in runs(photo.read_bytes()))
    shown = desk.evidence.view(added.evidence, "DELETION", "대화 상대 확인")
    assert (shown.width, shown.height) == (320, 240)
    assert shown.pixels == clouds(1).tobytes()
    desk.evidence.seen(shown.custody, 4)
    last = desk.evidence.custody(added.evidence)[-1]
    assert (last.kind, last.seconds, last.reason) == ("VIEWED", 4, "대화 상대 확인")
    with pytest.raises(InvalidInput):
        desk.evidence.seen(shown.custody, 1)
    with pytest.raises(InvalidInput):
        desk.evidence.view(added.evidence, "DELETION", " ")


def test_a_file_of_a_minor_is_sealed_only_on_grounds_and_never_travels(desk, case, stick, tmp_path):  # fmt: skip
    item = desk.records.add("material", case, {"kind": "CSAM"})
    photo = a_photo(stick)
    said = FileNote(sexual=False, item=item)  # a mistake does not open it
    assert desk.evidence.add_file(case, photo, "CHAT", said).store == "METADATA"
    half = FileNote(item=item, grounds=Grounds("법", "", "INVESTIGATION"))
    assert desk.evidence.add_file(case, photo, "CHAT", half).store == "METADATA"
    kept = FileNote(item=item, grounds=GROUNDS)
    added = desk.evidence.add_file(case, photo, "CHAT", kept)
    line = desk.evidence.get(added.evidence)
    assert (line.store, line.here, line.showable) == ("SEALED", True, False)
    folder = tmp_path / "ic" / "attachments"
    assert not list(folder.glob("*.age"))
    assert len(list((folder / "withheld").glob("*.age"))) == 1
    with pytest.raises(UnsuitableFile):
        desk.evidence.view(added.evidence, "DELETION", "확인")
    with pytest.raises(UnsuitableFile):
        desk.evidence.copy_out(added.evidence, stick, "COUNSELLING", "확인")
    desk.records.change("evidence", line.id, {"sexual": False, "material": None})
    with pytest.raises(UnsuitableFile):  # what was withheld stays so
        desk.evidence.view(added.evidence, "DELETION", "확인")
    out = desk.evidence.copy_out(added.evidence, stick, "INVESTIGATION", "경찰 제출")
    assert out.read_bytes() == photo.read_bytes()
    seal = [one for one in desk.evidence.custody(line.id) if one.kind == "SEALED"]
    assert [(one.handed_to, one.purpose_text) for one in seal] == [("증거 담당자", "수사·재판 지원")]  # fmt: skip


def test_a_withheld_file_stays_when_its_case_goes_to_the_central_desk(tmp_path, stick):
    here, central = a_desk(tmp_path / "a"), a_desk(tmp_path / "c", role="central", code="C0")  # fmt: skip
    introduce(here, central)
    case = agreed(here, "RECORD", "CENTRAL")
    item = here.records.add("material", case, {"kind": "CSAM"})
    here.evidence.add_file(case, a_photo(stick), "IMAGE", FileNote(item=item, grounds=GROUNDS))  # fmt: skip
    chat = here.evidence.add_file(case, a_photo(stick, "b.jpg", 2), "CHAT")
    progress = Silent()
    sealed = here.exchange.make(here.exchange.plan("C0"), progress)
    box = tmp_path / "box"
    box.mkdir()
    here.exchange.deliver(sealed, box, progress)
    central.exchange.receive(box, progress)
    arrived = {path.stem for path in (tmp_path / "c" / "attachments").rglob("*.age")}
    assert arrived == {here.records.get("evidence", chat.evidence)["attachment"]}
    assert central.evidence.get(chat.evidence).showable
    here.close()
    central.close()


def test_the_same_file_again_is_the_same_evidence_with_one_more_step(desk, case, stick):
    photo = a_photo(stick)
    first = desk.evidence.add_file(case, photo, "IMAGE")
    again = desk.evidence.add_file(case, photo, "IMAGE")
    assert (again.evidence, again.again) == (first.evidence, True)
    assert kinds(desk, first.evidence) == ["RECEIVED", "HASHED"] * 2
    sealed = desk.evidence.add_file(case, photo, "CHAT", FileNote(sexual=False))
    assert sealed.evidence == first.evidence
    assert desk.evidence.get(first.evidence).here


def test_a_film_is_known_by_its_moments(desk, case, stick):
    added = desk.evidence.add_file(case, a_film(stick), "VIDEO")
    row = desk.records.get("evidence", added.evidence)
    assert added.prints >= 3
    assert row["duration_ms"] == 6000
    assert row["frames"] == 6


def test_without_a_reader_a_film_keeps_its_hash_and_says_why(desk, case, stick, monkeypatch):  # fmt: skip
    monkeypatch.setattr("intake.evidence.films.can_look", lambda: False)
    added = desk.evidence.add_file(case, a_film(stick), "VIDEO")
    assert (added.prints, added.why_id) == (0, "evidence-unseen-no-reader")


def test_grounds_may_be_given_by_name_as_the_terminal_does():
    said = {"basis": "법", "keeper": "담당", "purpose": "INVESTIGATION"}
    assert FileNote(grounds=said).grounds == Grounds(**said)


# --- what is refused ------------------------------------------------------------------


@pytest.mark.parametrize("made", ["folder", "link", "pipe", "empty", "gone", "device"])
def test_only_a_file_with_something_in_it_is_taken(made, desk, case, stick):
    path = stick / "x"
    if made == "folder":
        path.mkdir()
    elif made == "link":
        path.symlink_to(a_photo(stick))
    elif made == "pipe":
        os.mkfifo(path)
    elif made == "empty":
        path.touch()
    elif made == "device":
        path = Path("/dev/zero")
    with pytest.raises(UnsuitableFile) as caught:
        desk.evidence.add_file(case, path, "IMAGE")
    assert "x" not in caught.value.facts.values()
    assert desk.evidence.list(case) == ()


def test_a_file_that_changes_while_it_is_read_is_not_taken(desk, case, stick, tmp_path):
    photo = a_photo(stick, kind="PNG", name="a.png")

    class Meddler(Silent):
        def step(self, done, total, what):
            with photo.open("ab") as out:
                out.write(b"more")

    with pytest.raises(UnsuitableFile) as caught:
        desk.evidence.add_file(case, photo, "CHAT", progress=Meddler())
    assert caught.value.facts == {"why": "changed"}
    assert desk.evidence.list(case) == ()
    assert not list((tmp_path / "ic" / "attachments").iterdir())


def test_a_file_of_the_vault_itself_is_not_evidence(desk, case, tmp_path):
    with pytest.raises(UnsuitableFile):
        desk.evidence.add_file(case, tmp_path / "ic" / "vault.db", "OTHER")


@pytest.mark.parametrize("after", [1, 2, 3])
def test_cancelled_at_any_point_nothing_is_there(after, desk, case, stick, tmp_path):
    film = a_film(stick)
    steps = iter(range(100))

    class Stop(Silent):
        def step(self, done, total, what):
            if next(steps) + 1 >= after:
                raise Cancelled

    with pytest.raises(Cancelled):
        desk.evidence.add_file(case, film, "CHAT", FileNote(sexual=False), Stop())
    assert desk.evidence.list(case) == ()
    assert not list((tmp_path / "ic" / "attachments").iterdir())


@pytest.mark.parametrize("where", ["fsync", "write"])
def test_on_a_full_disk_nothing_is_there(where, desk, case, stick, tmp_path, monkeypatch):  # fmt: skip
    photo = a_photo(stick)

    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    if where == "fsync":
        monkeypatch.setattr("intake.attachments.sealing.os.fsync", full)
    else:
        monkeypatch.setattr("intake.desk.taking.say_prints", _no_room)
    with pytest.raises(NoRoom):
        desk.evidence.add_file(case, photo, "CHAT")
    monkeypatch.undo()
    assert desk.evidence.list(case) == ()
    assert not list((tmp_path / "ic" / "attachments").iterdir())


def _no_room(*_args):
    raise NoRoom


def test_an_odd_name_is_kept_as_text(desk, case, stick):
    path = stick / os.fsdecode(b"\xff\xfe name\n.jpg")
    path.write_bytes(encoded(clouds(1)))
    added = desk.evidence.add_file(case, path, "IMAGE")
    assert "name" in desk.records.get("evidence", added.evidence)["file_name"]


# --- a hash from elsewhere --------------------------------------------------------------


def test_a_hash_works_without_its_file(desk, case, stick):
    digest = hashlib.sha256(a_photo(stick).read_bytes()).hexdigest()
    one = desk.evidence.add_hash(case, digest.upper(), "D4U", "2026-77")
    assert one == desk.evidence.add_hash(case, digest, "D4U", "2026-77")
    assert kinds(desk, one) == ["TYPED"]
    line = desk.evidence.get(one)
    assert (line.store, line.outside, line.sexual) == ("ELSEWHERE", "D4U 2026-77", True)
    added = desk.evidence.add_file(case, a_photo(stick), "IMAGE")
    assert added.again
    assert added.evidence == one
    assert desk.evidence.get(one).store == "METADATA"


@pytest.mark.parametrize("typed", ["", "12", "g" * 64, "pdq:" + "0" * 63, "a" * 65])
def test_what_is_no_hash_is_refused(typed, desk, case):
    with pytest.raises(InvalidInput):
        desk.evidence.add_hash(case, typed)


def test_a_number_of_another_case_is_refused(desk, case):
    desk.evidence.add_hash(case, "ab" * 32, "D4U", "1")
    other = agreed(desk, "RECORD")
    with pytest.raises(InvalidAnswer):
        desk.evidence.add_hash(other, "cd" * 32, "D4U", "1")


def test_a_typed_fingerprint_recognises_the_picture(desk, case, stick):
    first = desk.evidence.add_file(case, a_photo(stick), "IMAGE")
    pdq = desk.evidence.get(first.evidence).pdq
    other = agreed(desk, "RECORD")
    one = desk.evidence.add_hash(other, f"pdq:{pdq}")
    found = desk.evidence.similar(one)
    assert (found.here, found.cases) == ((), 1)


# --- recognising ----------------------------------------------------------------------------


def test_a_shrunk_and_mirrored_copy_is_recognised_in_its_case_and_counted_outside(desk, case, stick):  # fmt: skip
    first = desk.evidence.add_file(case, a_photo(stick), "IMAGE")
    small = stick / "small.jpg"
    small.write_bytes(encoded(clouds(1)[::2, ::-2], quality=60))
    again = desk.evidence.add_file(case, small, "IMAGE")
    assert (again.same, again.elsewhere) == (1, 0)
    (like,) = desk.evidence.similar(again.evidence).here
    assert (like.evidence, like.exact, like.likely) == (first.evidence, False, "same")
    other = agreed(desk, "RECORD")
    there = desk.evidence.add_file(other, small, "IMAGE")
    assert (there.same, there.elsewhere) == (0, 1)
    assert desk.evidence.add_file(other, a_photo(stick, "c.jpg", 9), "IMAGE").elsewhere == 0  # fmt: skip


def test_a_caption_and_a_frame_do_not_hide_a_picture(desk, case, stick):
    framed = np.pad(clouds(1), ((60, 20), (30, 30), (0, 0)))
    (stick / "framed.png").write_bytes(encoded(framed, "PNG"))
    desk.evidence.add_file(case, a_photo(stick), "IMAGE")
    assert desk.evidence.add_file(case, stick / "framed.png", "IMAGE").same == 1


def test_a_moment_of_a_film_is_recognised(desk, case, stick):
    film = desk.evidence.add_file(case, a_film(stick), "VIDEO")
    still = desk.evidence.add_file(case, a_photo(stick, seed=2), "IMAGE")
    assert still.same == 1
    assert desk.evidence.similar(still.evidence).here[0].evidence == film.evidence


# --- the chain, the files, the end ------------------------------------------------------------


def test_handing_over_and_back_are_steps_that_undo_does_not_offer(desk, case, stick):
    added = desk.evidence.add_file(case, a_photo(stick), "CHAT")
    before = desk.undo.next()
    desk.evidence.hand_over(
        added.evidence, "수사관", "INVESTIGATION", medium_number="U-7"
    )
    desk.evidence.returned(added.evidence, "수사관", "U-7")
    with pytest.raises(InvalidInput):
        desk.evidence.hand_over(added.evidence, " ", "INVESTIGATION")
    assert desk.undo.next() == before
    last = desk.evidence.custody(added.evidence)[-2:]
    assert [(one.kind, one.handed_to, one.medium_number) for one in last] == [("HANDED_OVER", "수사관", "U-7"), ("RETURNED", "수사관", "U-7")]  # fmt: skip


def test_a_check_names_what_is_damaged_and_what_is_missing(desk, case, stick, tmp_path):
    ids = [desk.evidence.add_file(case, a_photo(stick, f"{n}.jpg", n), "CHAT").evidence for n in range(3)]  # fmt: skip
    assert desk.evidence.check(case).sound == 3
    names = [desk.records.get("evidence", one)["attachment"] for one in ids]
    folder = tmp_path / "ic" / "attachments"
    torn = folder / f"{names[0]}.age"
    data = bytearray(torn.read_bytes())
    data[-5] ^= 1
    torn.write_bytes(data)
    (folder / f"{names[1]}.age").unlink()
    found = desk.evidence.check()
    assert (found.sound, found.damaged, found.missing) == (1, (ids[0],), (ids[1],))
    assert kinds(desk, ids[2])[-2:] == ["CHECKED", "CHECKED"]
    assert not desk.evidence.get(ids[1]).here


def test_what_a_crash_left_is_swept_after_a_day_and_nothing_else(desk, case, stick, tmp_path):  # fmt: skip
    desk.evidence.add_file(case, a_photo(stick), "CHAT")
    folder = tmp_path / "ic" / "attachments"
    for name in ("ab" * 32 + ".age", "x.part", "cd" * 32 + ".age"):
        (folder / name).write_bytes(b"left over")
    for name in ("ab" * 32 + ".age", "x.part"):
        os.utime(folder / name, (1, 1))
    assert desk.evidence.check().swept == 2
    assert len(list(folder.iterdir())) == 2


def test_a_piece_that_was_a_mistake_goes_with_its_file_but_not_under_a_hold(desk, case, stick, tmp_path):  # fmt: skip
    added = desk.evidence.add_file(case, a_photo(stick), "CHAT")
    assert len(desk.evidence.files_of(case)) == 1
    desk.records.change("case", case, {"keep_evidence": True})
    with pytest.raises(OnHold):
        desk.evidence.remove(added.evidence, "mistake")
    desk.records.change("case", case, {"keep_evidence": False})
    desk.evidence.remove(added.evidence, "mistake")
    assert desk.evidence.list(case) == ()
    assert not list((tmp_path / "ic" / "attachments").iterdir())
    assert kinds(desk, added.evidence)[-1] == "DESTROYED"


def test_the_files_of_a_case_are_named_withdrawn_ones_too(desk, case, stick):
    one = desk.evidence.add_file(case, a_photo(stick), "CHAT").evidence
    two = desk.evidence.add_file(case, a_photo(stick, "b.jpg", 2), "CHAT").evidence
    desk.evidence.add_file(agreed(desk, "RECORD"), a_photo(stick), "CHAT")
    named = {desk.records.get("evidence", each)["attachment"] for each in (one, two)}
    desk.records.retract("evidence", two, "mistake")
    assert set(desk.evidence.files_of(case)) == named


def test_fingerprints_are_made_again_from_what_is_sealed_or_shown(desk, case, stick):
    chat = desk.evidence.add_file(case, a_photo(stick, seed=4), "CHAT")
    before = desk.evidence.get(chat.evidence)
    assert desk.evidence.refingerprint(chat.evidence) == chat.prints
    assert desk.evidence.get(chat.evidence).pdq == before.pdq
    typed = desk.evidence.add_hash(case, hashlib.sha256(a_photo(stick).read_bytes()).hexdigest())  # fmt: skip
    assert desk.evidence.refingerprint(typed, stick / "photo.jpg") >= 1
    with pytest.raises(UnsuitableFile) as caught:
        desk.evidence.refingerprint(typed, a_photo(stick, "other.jpg", 5))
    assert caught.value.facts == {"why": "other-file"}
    with pytest.raises(UnsuitableFile):
        desk.evidence.refingerprint(typed)


# --- time stamps ------------------------------------------------------------------------------


def test_a_time_stamp_is_asked_for_by_stick_and_taken_in(desk, case, stick, tmp_path):
    house = Authority(tmp_path / "tsa", "Example")
    one = desk.evidence.add_file(case, a_photo(stick), "IMAGE").evidence
    two = desk.evidence.add_file(case, a_photo(stick, "b.jpg", 2), "CHAT").evidence
    asked = desk.evidence.stamp_request(one)
    assert desk.evidence.stamp_request(one) == asked  # the same request, asked twice
    assert desk.evidence.get(one).asked
    folder = tmp_path / "out"
    folder.mkdir()
    assert desk.evidence.stamp_requests([one, two], folder) == 2
    assert len(list(folder.glob("*.tsq"))) == 2
    stamp = desk.evidence.take_stamp(house.answer(asked.data))
    assert (stamp.evidence, stamp.authority) == (one, "CN=Example TSA,O=Example")
    assert desk.evidence.get(one).stamped_ms == stamp.stamped_ms > 0
    assert kinds(desk, one)[-1] == "STAMPED"
    assert desk.evidence.take_stamp(house.answer(asked.data)).id == stamp.id
    assert desk.evidence.stamps(two)[0].stamped_ms == 0


def test_an_answer_to_nothing_asked_here_is_refused(desk, case, stick, tmp_path):
    house = Authority(tmp_path / "tsa", "Example")
    one = desk.evidence.add_file(case, a_photo(stick), "IMAGE")
    desk.evidence.stamp_request(one.evidence)
    for request, why in (
        (stamp_request(one.sha256, 99), "nonce"),
        (stamp_request("ab" * 32, 99), "hash"),
    ):
        with pytest.raises(StampRefused) as caught:
            desk.evidence.take_stamp(house.answer(request))
        assert caught.value.facts == {"why": why}
    assert desk.evidence.get(one.evidence).asked


# --- killed in the middle ----------------------------------------------------------------------

CHILD = """
import sys
from pathlib import Path
from intake.desk import workspace
from intake.progress import Silent
from tests.vaults_at_hand import PASSPHRASE, POLICY
from tests.desk.test_evidence import kept_keys
folder, case, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
desk = workspace.open_(folder, PASSPHRASE, Silent(), keyring=kept_keys(folder), policy=POLICY)
print("open", flush=True)
for n in range(count):
    desk.evidence.add_file(case, folder.parent / "stick" / f"{n}.bin", "CHAT")
    print(n, flush=True)
"""


def kept_keys(folder):
    """The keyring of a workspace made by ``test_killed_…``, from beside it."""
    keyring = MemoryKeyring()
    keyring.kept.update(
        {(v, n): s for v, n, s in json.loads((folder.parent / "keys.json").read_text())}
    )
    return keyring


def test_killed_at_any_moment_a_file_is_there_whole_or_not_at_all(stick, tmp_path):
    keyring = MemoryKeyring()
    desk = a_desk(tmp_path / "ic", keyring)
    case = agreed(desk, "RECORD")
    desk.close()
    (tmp_path / "keys.json").write_text(json.dumps([[*pair, kept] for pair, kept in keyring.kept.items()]))  # fmt: skip
    for n in range(40):
        (stick / f"{n}.bin").write_bytes(os.urandom(300_000 + n))
    said = []
    for wait in (2, 7):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path / "ic"), case, "40"], stdout=subprocess.PIPE, text=True)  # fmt: skip
        said += [child.stdout.readline().strip() for _ in range(wait + 1)]
        child.kill()
        said += child.stdout.read().split()
        child.wait()
        child.stdout.close()
    from_crash = workspace.open_(tmp_path / "ic", PASSPHRASE, Silent(), keyring=kept_keys(tmp_path / "ic"), policy=POLICY)  # fmt: skip
    there = from_crash.evidence.list(case)
    sizes = {line.size - 300_000 for line in there}
    assert {int(one) for one in said if one.isdigit()} <= sizes
    assert from_crash.evidence.check().sound == len(there)
    assert all(line.here for line in there)
    from_crash.close()
