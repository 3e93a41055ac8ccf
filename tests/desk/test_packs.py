"""Forms and code lists are installed from the library or a stick, and strand nothing."""

import json

import pytest

from intake.crypto import Passphrase
from intake.desk import library as noun
from intake.desk import workspace
from intake.desk.packs_making import signed_pack
from intake.errors import Altered, FormFaulty, LibraryRefused, Malformed, NotFound
from intake.ledger import Deed
from intake.register import CODES
from intake.trust.packs import read_pack
from tests.centers_at_hand import QUIET, closing, desks, device_of, second_laptop
from tests.desk.conftest import WORDS
from tests.desks_at_hand import a_desk, agreed
from tests.packs_at_hand import code_list, next_form, words_of
from tests.vaults_at_hand import PASSPHRASE, POLICY


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    found = desks(folder, "C0", "IC")
    with closing(*found.values()):
        noun_passphrase = noun.Passphrase
        noun.Passphrase = lambda text: Passphrase(text, work=4)
        try:
            found["C0"].library.found(*WORDS)
        finally:
            noun.Passphrase = noun_passphrase
        yield found


@pytest.fixture
def center(land, tmp_path):
    """A center of its own for each test, known to the central desk of all."""
    made = a_desk(tmp_path / "ic", code="IC", counselor="IC 상담")
    made.keys.accept_enrolment(land["C0"].keys.enrolment().data)
    with closing(made):
        yield made
    CODES.use({})


def a_pack(land, kind, source, folder):
    """What the central desk publishes of a file, as a file on a stick."""
    central = land["C0"]
    line = central.library.publish(kind, source)
    data = central._rooms.vault.secret(f"library/item/{line.path}")
    file = folder / f"{line.name}.{line.version}.ieum-pack"
    file.write_bytes(data)
    return file


def offered(desk):
    return {one.code for one in desk.packs.codes()["contact_method"] if one.offered}


def why(call, *said):
    with pytest.raises(LibraryRefused) as refused:
        call(*said)
    return refused.value.facts["why"]


def asked(desk, interview):
    return {view.path: view for view in desk.interviews.page(interview).questions}


CHANGED = (
    ("걸린 시간 (분)", "몇 분 걸렸습니까?"),
    ("<item><itextId>contact_method-2</itextId><name>CHAT</name></item>", ""),
)


@pytest.fixture
def newer(land, tmp_path):
    return a_pack(land, "forms", next_form(tmp_path / "made", "log", "2026.2", *CHANGED), tmp_path)  # fmt: skip


def test_what_a_form_would_change_is_said_before_it_is_installed(center, newer):
    report = center.packs.look(newer)
    assert (report.state, report.version_now, report.signer) == ("fits", "2026.1", "C0 센터")  # fmt: skip
    told = [(one.what, one.grave) for one in report.lines]
    assert told == [("codes-lost", True), ("words", False)]
    assert "채팅" in report.lines[0].text
    assert "걸린 시간" in report.lines[1].text
    assert [one.version for one in center.packs.listing() if one.id == "log"] == ["2026.1"]  # fmt: skip


def test_a_question_that_goes_and_one_that_comes_are_named(center, land, tmp_path):
    gone = ('<input ref="/data/session/present"><label ref="jr:itext(\'/data/session/present:label\')"/></input>', "")  # fmt: skip
    with_it = a_pack(land, "forms", next_form(tmp_path / "made", "log", "2026.2", gone), tmp_path)  # fmt: skip
    lines = center.packs.look(with_it).lines
    assert [(one.what, one.grave) for one in lines] == [("gone", True)]
    assert "함께한 사람" in lines[0].text
    center.packs.install(with_it)
    back = a_pack(land, "forms", next_form(tmp_path / "again", "log", "2026.3"), tmp_path)  # fmt: skip
    assert [one.what for one in center.packs.look(back).lines] == ["new"]


def test_who_begins_now_has_the_new_form_and_who_began_goes_on_with_his(center, newer):
    case = agreed(center, "RECORD")
    begun = center.interviews.begin(case, "log")
    center.interviews.answer(begun, "session/method", "CHAT")
    center.interviews.draft(begun, "session/minutes", "4")
    line = center.packs.install(newer)
    assert (line.version, line.used, line.source) == ("2026.2", True, "stick")
    assert "IC 상담" in line.label
    old, new = asked(center, begun), asked(center, center.interviews.begin(case, "log"))
    assert old["session/method"].value == "CHAT"
    assert old["session/minutes"].label == "걸린 시간 (분)"
    assert new["session/minutes"].label == "몇 분 걸렸습니까?"
    assert "CHAT" not in {one.value for one in new["session/method"].choices}
    center.interviews.draft(begun, "session/minutes", "45")
    center.interviews.finish(begun)
    kept = {row["path"]: row for row in center.records.list("answer", case)}
    assert kept["session/minutes"]["form_version"] == "2026.1"
    waiting = {(one.version, one.open_interviews) for one in center.packs.listing() if one.id == "log"}  # fmt: skip
    assert waiting == {("2026.2", 1), ("2026.1", 0)}


def test_the_version_is_there_after_the_vault_was_closed(center, newer, tmp_path, monkeypatch):  # fmt: skip
    case = agreed(center, "RECORD")
    begun = center.interviews.begin(case, "log")
    center.packs.install(newer)
    folder, keyring = center._rooms.vault.folder, center._rooms.keyring
    center.close()
    again = workspace.open_(folder, PASSPHRASE, keyring=keyring, policy=POLICY)
    with closing(again):
        assert {one.id: one.version for one in again.interviews.forms()}["log"] == "2026.2"  # fmt: skip
        assert asked(again, begun)["session/minutes"].label == "걸린 시간 (분)"


def test_an_older_pack_and_another_under_the_same_version_are_refused_in_words(center, land, newer, tmp_path):  # fmt: skip
    center.packs.install(newer)
    older = a_pack(land, "forms", next_form(tmp_path / "o", "log", "2025.12"), tmp_path)
    assert center.packs.look(older).state == "older"
    assert why(center.packs.install, older) == "pack-older"
    other = a_pack(land, "forms", next_form(tmp_path / "s", "log", "2026.2"), tmp_path)
    assert why(center.packs.install, other) == "pack-other"
    forged = a_pack(land, "forms", next_form(tmp_path / "f", "log", "2026.1", CHANGED[0]), tmp_path)  # fmt: skip
    assert why(center.packs.install, forged) == "pack-other"
    assert center.packs.look(newer).state == "same"
    assert center.packs.install(newer).version == "2026.2"


def test_versions_are_ordered_by_their_numbers(center, land, tmp_path):
    tenth = a_pack(land, "forms", next_form(tmp_path / "t", "log", "2026.10"), tmp_path)
    ninth = a_pack(land, "forms", next_form(tmp_path / "n", "log", "2026.9"), tmp_path)
    center.packs.install(tenth)
    assert why(center.packs.install, ninth) == "pack-older"


def test_going_back_is_a_deed_of_its_own_and_going_forward_too(center, newer):
    center.packs.install(newer)
    assert center.packs.use("forms", "log", "2026.1").version == "2026.1"
    assert {one.id: one.version for one in center.interviews.forms()}["log"] == "2026.1"
    assert center.packs.use("forms", "log", "2026.2").version == "2026.2"
    with pytest.raises(NotFound):
        center.packs.use("forms", "log", "1999.1")


def test_what_nobody_enrolled_signed_or_was_changed_is_not_installed(center, newer, tmp_path):  # fmt: skip
    stranger = a_desk(tmp_path / "c8", role="central", code="C8", counselor="C8 상담")
    with closing(stranger):
        card = next_form(tmp_path / "x", "log", "2026.5")
        pack = signed_pack(stranger._rooms, "forms", card, card.read_bytes())
    theirs = tmp_path / "theirs.ieum-pack"
    theirs.write_bytes(pack.data)
    assert why(center.packs.install, theirs) == "pack-signer"
    assert why(center.packs.look, theirs) == "pack-signer"
    whole = newer.read_bytes()
    newer.write_bytes(whole.replace("몇 분".encode(), "몇 초".encode()))
    assert why(center.packs.install, newer) == "pack-signature"
    for cut in (b"", whole[:200], whole.replace(b'"v":1', b'"v": 1'), b"PK\x03\x04"):
        newer.write_bytes(cut)
        with pytest.raises(Malformed):
            center.packs.look(newer)
    assert why(center.packs.look, tmp_path / "none.ieum-pack") == "away"


def test_a_form_that_cannot_be_asked_is_not_published(land, tmp_path):
    broken = next_form(tmp_path / "b", "log", "2026.2", ('nodeset="/data/session/minutes" type="int"', 'nodeset="/data/session/minutes" type="geopoint"'))  # fmt: skip
    with pytest.raises(FormFaulty):
        land["C0"].library.publish("forms", broken)
    (tmp_path / "b" / "log-2026.2.xml").write_bytes(b"x")
    with pytest.raises(Altered):
        land["C0"].library.publish("forms", broken)
    assert why(land["C0"].library.publish, "forms", tmp_path / "b" / "log-2026.2.xml") == "pack-card"  # fmt: skip


def test_what_is_kept_nowhere_and_codes_on_no_list_are_told(center, land, tmp_path):
    odd = (('ieum:save_to="interview.minutes"', 'ieum:save_to="interview.colour"'), ("<name>CHAT</name>", "<name>PIGEON</name>"))  # fmt: skip
    file = a_pack(land, "forms", next_form(tmp_path / "m", "log", "2026.2", *odd), tmp_path)  # fmt: skip
    texts = [one.text for one in center.packs.look(file).lines if one.what == "aside"]
    assert len(texts) == 2
    assert any("걸린 시간" in text for text in texts)


# --- code lists -----------------------------------------------------------------------


def method_list(**more):
    codes = words_of("contact_method")
    codes.pop("OUTREACH")
    return {**codes, **more}


@pytest.fixture
def lists(land, tmp_path):
    return a_pack(land, "codes", code_list(tmp_path / "made", "2026.2", contact_method=method_list(MESSENGER="메신저"), sex={"F": "여성"}), tmp_path)  # fmt: skip


def test_new_codes_are_offered_and_removed_ones_stay_readable(center, lists):
    case = agreed(center, "RECORD")
    rooms = center._rooms
    with rooms.about_case(Deed.CHANGE, case) as say:
        say.set("case", case, "method", "OUTREACH")
    report = center.packs.look(lists)
    told = {one.what: one.text for one in report.lines}
    assert "메신저" in told["codes-new"]
    assert "1건" in told["codes-lost"] or any("1건" in one.text for one in report.lines)
    assert "sex" in told["aside"]
    center.packs.install(lists)
    assert "MESSENGER" in offered(center)  # fmt: skip
    assert "OUTREACH" not in offered(center)  # fmt: skip
    assert CODES.label("contact_method", "OUTREACH", "ko") == "현장 방문"
    assert rooms.case(case)["method"] == "OUTREACH"
    with rooms.about_case(Deed.CHANGE, case) as say:
        say.set("case", case, "method", "MESSENGER")
    assert rooms.case(case).label("method", "ko") == "메신저"
    assert {one.code for one in CODES.lists["sex"]} == {"F", "M", "U"}


def test_going_back_to_the_program_s_own_lists_leaves_the_new_words_readable(center, lists):  # fmt: skip
    center.packs.install(lists)
    line = center.packs.use("codes", "codes", "")
    assert (line.version, line.source) == ("", "program")
    assert "OUTREACH" in offered(center)
    assert "MESSENGER" not in offered(center)
    assert CODES.label("contact_method", "MESSENGER", "ko") == "메신저"


def test_an_interview_offers_what_the_list_added_and_not_what_it_took_out(center, lists):  # fmt: skip
    case = agreed(center, "RECORD")
    begun = center.interviews.begin(case, "log")
    center.interviews.answer(begun, "session/method", "OUTREACH")
    center.packs.install(lists)
    center.interviews.forget()
    method = asked(center, begun)["session/method"]
    assert method.value == "OUTREACH"
    assert "OUTREACH" in {one.value for one in method.choices}
    center.interviews.answer(begun, "session/method", "MESSENGER")
    method = asked(center, begun)["session/method"]
    assert "OUTREACH" not in {one.value for one in method.choices}
    assert {one.value: one.label for one in method.choices}["MESSENGER"] == "메신저"
    assert [one.text for one in center.interviews.summary(begun).lines] == ["메신저"]


def test_which_questions_lose_an_answer_is_named(center, lists):
    grave = [one.text for one in center.packs.look(lists).lines if one.grave]
    assert any("상담일지" in text and "방법" in text for text in grave)


def test_a_vault_without_code_lists_offers_those_of_the_program(center, lists, tmp_path):  # fmt: skip
    center.packs.install(lists)
    other = a_desk(tmp_path / "bs", code="BS", counselor="BS 상담")
    with closing(other):
        assert "OUTREACH" in offered(other)  # fmt: skip


def test_words_in_a_new_code_that_came_early_are_heard_once_the_list_is_here(center, land, lists, tmp_path):  # fmt: skip
    """What a neighbour said in a code nobody here knew waits, byte for byte."""
    second = second_laptop(center, tmp_path / "ic2")
    with closing(second):
        center.packs.install(lists)
        case = agreed(center, "RECORD")
        with center._rooms.about_case(Deed.CHANGE, case) as say:
            say.set("case", case, "method", "MESSENGER")
        CODES.use({})  # the second laptop is a program of its own
        stick = tmp_path / "stick"
        stick.mkdir()
        sealed = center.exchange.make(center.exchange.plan(device_of(center)), QUIET)
        center.exchange.deliver(sealed, stick, QUIET)
        second.exchange.receive(stick, QUIET)
        assert second._rooms.case(case)["method"] is None
        second.packs.install(lists)
        assert second._rooms.case(case)["method"] == "MESSENGER"


@pytest.mark.parametrize("lists", [{"contact_method": []}, {"contact_method": [{"code": "a b", "ko": "ㄱ", "en": "a"}]}, {"contact_method": 3}, [], {"contact_method": [{"code": "A", "ko": "ㄱ"}]}])  # fmt: skip
def test_lists_that_are_none_are_not_published(land, tmp_path, lists):
    file = tmp_path / "codes.json"
    file.write_text(json.dumps({"version": "1", "lists": lists}), "utf-8")
    with pytest.raises(Malformed):
        land["C0"].library.publish("codes", file)


def test_a_pack_reads_as_it_was_written(newer):
    pack = read_pack(newer.read_bytes())
    assert pack.data == newer.read_bytes()
    assert (pack.kind, pack.id, pack.version) == ("forms", "log", "2026.2")
