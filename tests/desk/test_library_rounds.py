"""The library in rounds of sending and receiving, over a stick and a real server; and where trust begins."""

import contextlib
import dataclasses
import importlib.util
import shutil
from pathlib import Path

import pytest

from intake.clock import DAY_MS
from intake.desk import library as noun
from intake.errors import (
    Altered,
    Cancelled,
    Cut,
    LibraryRefused,
    MailboxAway,
)
from intake.policy import read_policy
from intake.progress import Silent
from intake.trust import library as lib
from tests.centers_at_hand import QUIET, closing
from tests.desk.conftest import WORDS
from tests.desks_at_hand import a_desk, agreed
from tests.mailbox.servers import HERE, PASSWORD, USER, wsgidav
from tests.packs_at_hand import next_form

HOUSE = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def central(founded):
    return founded["C0"]


@pytest.fixture
def center(founded):
    return founded["IC"]


def place(desk, folder):
    known = {one.address: one.id for one in desk.places.listing()}
    return known.get(str(folder)) or desk.places.add("folder", folder.name, str(folder))


def put(desk, *named, kind="songs"):
    """Publish small things of a kind that nobody reads."""
    for name, data in named:
        desk.library._noun._change(lambda now, keys, at, name=name, data=data: lib.published(now, keys, f"{kind}/{name}", data, at))  # fmt: skip


def said_of(desk, folder):
    (found,) = (one for one in desk.library.places() if one.place == place(desk, folder))  # fmt: skip
    return found


def metadata(folder):
    return folder / "intake-mailbox/v1/trust/metadata"


def files(folder):
    return {one.relative_to(folder): one.read_bytes() for one in folder.rglob("*") if one.is_file()}  # fmt: skip


def put_back(folder, before):
    shutil.rmtree(folder / "intake-mailbox")
    for name, data in before.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def test_a_round_brings_what_was_published_and_the_next_costs_one_look(central, center, stick, tmp_path, monkeypatch):  # fmt: skip
    central.library.publish("forms", next_form(tmp_path / "made"))
    central.library.lay(place(central, stick), QUIET)
    place(center, stick)
    center.sync.run(QUIET)
    assert [(one.path, one.state) for one in center.library.listing()] == [("forms/log.ieum-pack", "here")]  # fmt: skip
    assert said_of(center, stick).said == "new"
    monkeypatch.setattr(
        lib, "Reading", None
    )  # nothing but the newest signature is read
    center.sync.run(QUIET)
    assert said_of(center, stick).said == "same"
    line = center.packs.install_from("forms/log.ieum-pack")
    assert (line.version, line.source) == ("2026.2", "library")
    assert center.library.listing()[0].state == "used"


def test_the_desk_that_publishes_lays_where_a_person_did_and_nowhere_else(central, center, stick, tmp_path):  # fmt: skip
    other = tmp_path / "other"
    other.mkdir()
    place(central, other)
    central.library.lay(place(central, stick), QUIET)
    put(central, ("a", b"one"))
    central.sync.run(QUIET)
    assert not metadata(other).exists()
    place(center, stick)
    center.sync.run(QUIET)
    assert [one.name for one in center.library.listing()] == ["a"]
    assert said_of(central, stick).said == "laid"


def test_an_older_stick_in_a_round_is_no_trouble_and_takes_nothing_back(central, center, stick):  # fmt: skip
    put(central, ("a", b"one"))
    central.library.lay(place(central, stick), QUIET)
    older = files(stick)
    put(central, ("a", b"two"), ("b", b""))
    central.library.lay(place(central, stick), QUIET)
    place(center, stick)
    center.sync.run(QUIET)
    put_back(stick, older)
    report = center.sync.run(QUIET)
    assert (report.away, report.needs) == ((), ())
    assert said_of(center, stick).said == "older"
    assert {one.name: one.version for one in center.library.listing()} == {"a": 2, "b": 1}  # fmt: skip


def test_a_tampered_place_is_said_there_and_the_round_goes_on(central, center, stick, tmp_path):  # fmt: skip
    central.library.lay(place(central, stick), QUIET)
    place(center, stick)
    center.sync.run(QUIET)
    put(central, ("a", b"one"))
    central.library.lay(place(central, stick), QUIET)
    targets = metadata(stick) / "2.targets.json"
    targets.write_bytes(targets.read_bytes().replace(b'"version":1', b'"version":9'))
    agreed(center, "RECORD", "SENSITIVE", "CENTRAL")
    center.sync.allow(place(center, stick), "C0")
    report = center.sync.run(QUIET)
    assert (report.sent, report.needs) == (1, ())
    told = said_of(center, stick)
    assert told.said == "trouble"
    assert "서명한 것과 다릅니다" in told.label
    assert center.sync.state().places[0].fine
    assert center.library.listing() == ()


@pytest.mark.parametrize("mixed", ["2.snapshot.json", "2.targets.json", "timestamp.json"])  # fmt: skip
def test_mixed_metadata_is_never_used(central, center, stick, mixed):
    """Every piece is genuine and of a moment of its own: together they were never published."""
    central.library.lay(place(central, stick), QUIET)
    former = files(stick)
    here = place(center, stick)
    center.library.refresh(here, QUIET)
    put(central, ("a", b"one"))
    central.library.lay(place(central, stick), QUIET)
    was = next(data for name, data in former.items() if name.name == mixed.replace("2.", "1."))  # fmt: skip
    (metadata(stick) / mixed).write_bytes(was)
    center.sync.run(QUIET)
    assert said_of(center, stick).said == ("same" if mixed[0] == "t" else "trouble")
    assert center.library.listing() == ()


class Pulled(Silent):
    """A stick that is pulled after so many papers."""

    def __init__(self, folder, after):
        self.folder, self.left = folder, after

    def step(self, done, total, what):
        self.left -= 1
        if not self.left:
            shutil.move(self.folder, self.folder.with_name("pulled"))


@pytest.mark.parametrize("after", range(2, 12, 3))
def test_a_stick_pulled_in_the_middle_leaves_what_is_known_and_the_next_brings_the_rest(central, center, stick, after):  # fmt: skip
    put(central, *((f"n{at}", b"x" * at) for at in range(6)))
    central.library.lay(place(central, stick), QUIET)
    here = place(center, stick)
    with contextlib.suppress(MailboxAway, Cut):
        center.library.refresh(here, Pulled(stick, after))
    shutil.move(stick.with_name("pulled"), stick)
    assert center.cases.begin("VISIT")
    center.sync.run(QUIET)
    assert {one.state for one in center.library.listing()} == {"here"}
    assert len(center.library.listing()) == 6


def test_a_stick_pulled_while_laying_is_sound_and_laid_whole_next_time(central, center, stick):  # fmt: skip
    put(central, *((f"n{at}", b"x" * at) for at in range(6)))
    with pytest.raises(MailboxAway):
        central.library.lay(place(central, stick), Pulled(stick, 9))
    shutil.move(stick.with_name("pulled"), stick)
    place(center, stick)
    center.sync.run(QUIET)
    assert center.library.listing() == ()
    central.library.lay(place(central, stick), QUIET)
    center.sync.run(QUIET)
    assert len(center.library.listing()) == 6


def test_somebody_who_stops_a_round_stops_it_here_too(central, center, stick):
    put(central, ("a", b"one"))
    central.library.lay(place(central, stick), QUIET)
    place(center, stick)

    class Stopped(Silent):
        def step(self, done, total, what):
            if what == "progress-library":
                raise Cancelled

    with pytest.raises(Cancelled):
        center.sync.run(Stopped())
    center.sync.run(QUIET)
    assert [one.name for one in center.library.listing()] == ["a"]


def test_two_thousand_items_come_in_one_round(center, founded, stick, tmp_path):
    """Signed at once, as a desk does that publishes for years: each act would sign 2,000 times."""
    central = founded["C0"]
    rooms = central._rooms
    keys = lib.Working.read(rooms.vault.secret("library/working"))
    now = noun.keeping.published_here(rooms)[0]
    held = {f"songs/n{at:04}": f"{at}".encode() for at in range(2_000)}
    made = lib.publishing._again(dataclasses.replace(now, held=held), keys, {path: lib.publishing._file(path, data, 1, rooms.clock.wall()) for path, data in held.items()}, rooms.clock.wall())  # fmt: skip
    central.library.lay(place(central, stick), QUIET)  # its first root, signed
    for name, data in lib.laid_out(made):
        file = metadata(stick).parent / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    center.library.refresh(place(center, stick), QUIET)
    lines = center.library.listing()
    assert len(lines) == 2_000
    assert {one.state for one in lines} == {"here"}


@pytest.mark.enable_socket
def test_over_a_real_server_a_round_lays_and_a_round_fetches(central, center, tmp_path):
    with wsgidav(tmp_path / "server") as (ground, _):
        (ground.data / "box").mkdir(exist_ok=True)
        for desk in (central, center):
            way = desk.places.add("webdav", "서버", f"http://{HERE}:{ground.port}/box")
            desk.places.keep_secret(way, USER, PASSWORD)
        central.library.publish("forms", next_form(tmp_path / "made"))
        central.library.lay(central.places.listing()[0].id, QUIET)
        center.sync.run(QUIET)
        assert [one.path for one in center.library.listing()] == ["forms/log.ieum-pack"]
        central.library.publish("forms", next_form(tmp_path / "made", "log", "2026.3"))
        central.sync.run(QUIET)
        center.sync.run(QUIET)
        assert [(one.version, one.title) for one in center.library.listing()] == [(2, "상담일지 2026.3판")]  # fmt: skip
        laid = ground.data / "box/intake-mailbox/v1/trust/metadata/timestamp.json"
        laid.write_bytes(b"<html>login</html>")
        center.sync.run(QUIET)
        assert center.library.places()[0].said == "trouble"
        assert center.library.listing()[0].state == "here"


# --- where trust begins ----------------------------------------------------------------


def with_policy(desk, **more):
    """The same desk under another policy of IT."""
    rooms = desk._rooms
    object.__setattr__(rooms, "policy", dataclasses.replace(rooms.policy, **more))


@pytest.fixture
def alone(tmp_path):
    """A new laptop that knows no central desk."""
    made = a_desk(tmp_path / "bs", code="BS", counselor="BS 상담")
    with closing(made):
        yield made


def test_a_new_laptop_begins_with_the_root_that_policy_names(central, alone, stick, tmp_path):  # fmt: skip
    named = tmp_path / "root.json"
    named.write_bytes(central.library.root_file().data)
    put(central, ("a", b"one"))
    central.library.lay(place(central, stick), QUIET)
    with_policy(alone, library_root=str(named))
    place(alone, stick)
    alone.sync.run(QUIET)
    assert [one.name for one in alone.library.listing()] == ["a"]


def test_a_laptop_whose_build_is_old_follows_from_root_one(tmp_path, alone, stick):
    central = a_desk(tmp_path / "c0", role="central", code="C0", counselor="C0 상담")
    with closing(central):
        made = central.library.found(*WORDS)
        root = tmp_path / "root.json"
        root.write_bytes(central.library.root_file().data)
        keys = [tmp_path / one.name for one in made]
        for file, one in zip(keys, made, strict=True):
            file.write_bytes(one.data)
        central.library.rotate(keys[0], WORDS[0], keys[1], WORDS[1])
        put(central, ("a", b"one"))
        central.library.rotate(keys[1], WORDS[1], keys[2], WORDS[2])
        assert central.library.root_file().data != root.read_bytes()
        central.library.lay(place(central, stick), QUIET)
        with_policy(alone, library_root=str(root))
        place(alone, stick)
        alone.sync.run(QUIET)
        assert [one.name for one in alone.library.listing()] == ["a"]


def test_without_a_root_and_without_a_card_nothing_is_begun_with(central, alone, stick):
    put(central, ("a", b"one"))
    central.library.lay(place(central, stick), QUIET)
    place(alone, stick)
    alone.sync.run(QUIET)
    assert said_of(alone, stick).said == "trouble"
    assert alone.library.state().state == "none"


def test_a_library_of_another_root_is_refused(central, alone, stick, tmp_path):
    other = a_desk(tmp_path / "c8", role="central", code="C8", counselor="C8 상담")
    with closing(other):
        other.library.found(*WORDS)
        root = tmp_path / "root.json"
        root.write_bytes(other.library.root_file().data)
    central.library.lay(place(central, stick), QUIET)
    with_policy(alone, library_root=str(root))
    place(alone, stick)
    alone.sync.run(QUIET)
    assert said_of(alone, stick).said == "trouble"
    assert alone.library.listing() == ()


def test_a_root_for_trying_out_counts_only_where_policy_says_so_by_name(tmp_path, alone, stick):  # fmt: skip
    central = a_desk(tmp_path / "c0", role="central", code="C0", counselor="C0 상담")
    with closing(central):
        central.library.found(*WORDS, development=True)
        told, card = central.library.root_file(), central.keys.enrolment().data
        assert told.name == "root-development.json"
        root = tmp_path / "root.json"
        root.write_bytes(told.data)
        put(central, ("a", b"one"))
        central.library.lay(place(central, stick), QUIET)
    alone.keys.accept_enrolment(card)
    for named in ("", str(root)):
        with_policy(alone, library_root=named)
        with pytest.raises(LibraryRefused) as refused:
            alone.library.refresh(place(alone, stick), QUIET)
        assert refused.value.facts["why"] == "root-development"
    with_policy(alone, allow_development_root=True)
    assert alone.library.refresh(place(alone, stick), QUIET).said == "new"
    assert alone.library.state().development


def test_a_root_that_the_build_carries_is_read_and_nonsense_is_not(central, tmp_path):
    baked = tmp_path / "root.json"
    assert lib.first_root("", allow_development=False, baked=baked) is None
    baked.write_bytes(central.library.root_file().data)
    assert lib.first_root("", allow_development=False, baked=baked) == baked.read_bytes()  # fmt: skip
    for bad in (b"", b"{}", b"x" * 600_000, baked.read_bytes().replace(b'"threshold":2', b'"threshold":1')):  # fmt: skip
        baked.write_bytes(bad)
        with pytest.raises(LibraryRefused):
            lib.first_root("", allow_development=True, baked=baked)
    with pytest.raises(LibraryRefused):
        lib.first_root(str(tmp_path / "none.json"), allow_development=False)


def test_the_root_is_laid_into_the_tree_of_a_build_by_a_tool_that_says_what_it_trusts(central, tmp_path, capsys):  # fmt: skip
    spec = importlib.util.spec_from_file_location("library_root", HOUSE / "packaging/library_root.py")  # fmt: skip
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    root, target = tmp_path / "root.json", tmp_path / "tree/root.json"
    root.write_bytes(central.library.root_file().data)
    assert tool.main([str(root), "--development"], target) == 1
    assert tool.main([str(root)], target) == 0
    assert target.read_bytes() == root.read_bytes()
    assert capsys.readouterr().out.count("root key") == 3
    root.write_bytes(b"{}")
    assert tool.main([str(root)], target) == 1


def test_policy_names_a_root_by_its_whole_address(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text('library_root = "/etc/ieum/root.json"\n')
    assert read_policy(file).library_root == "/etc/ieum/root.json"
    for odd in ('library_root = "root.json"', "library_root = 3", "allow_development_root = 1"):  # fmt: skip
        file.write_text(odd)
        read = read_policy(file)
        assert (read.library_root, read.allow_development_root) == ("", False)
        assert [fault.line for fault in read.origin.faults] == [1]


# --- builds of the program -----------------------------------------------------------------


def test_a_build_is_listed_fetched_when_asked_for_and_proven(central, center, stick):
    put(central, ("ieum-2.deb", b"a build" * 1000), kind="apps")
    central.library.lay(place(central, stick), QUIET)
    place(center, stick)
    center.sync.run(QUIET)
    (line,) = center.library.listing()
    assert (line.state, line.kind) == ("there", "apps")
    staged = center.library.stage(line.path, place(center, stick), QUIET)
    assert Path(staged.file).read_bytes() == b"a build" * 1000
    laid = next((stick / "intake-mailbox/v1/trust/targets/apps").iterdir())
    laid.write_bytes(b"A build" * 1000)
    with pytest.raises(Altered):
        center.library.stage(line.path, place(center, stick), QUIET)
    with pytest.raises(LibraryRefused):
        center.library.stage("apps/other", place(center, stick), QUIET)


def test_only_sending_is_refused_by_an_old_library(central, center, stick, monkeypatch):
    central.library.lay(place(central, stick), QUIET)
    place(center, stick)
    center.sync.run(QUIET)
    center.sync.allow(place(center, stick), "C0")
    clock, wall = center._rooms.clock, center._rooms.clock.wall
    monkeypatch.setattr(clock, "wall", lambda: wall() + 401 * DAY_MS)
    agreed(center, "RECORD", "SENSITIVE", "CENTRAL")
    report = center.sync.run(QUIET)
    assert report.sealed == 0
    assert center.cases.begin("VISIT")
    assert center.library.state().state == "old"
