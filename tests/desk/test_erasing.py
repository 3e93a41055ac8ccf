"""Destroying a case: what goes, who approved, and the chain that still verifies."""

import apsw
import pypdfium2
import pytest

from intake.attachments import Attachments
from intake.desk import workspace as opening
from intake.errors import InvalidInput, NeedsApproval, NotFound, NotYours, OnHold
from intake.progress import Silent
from intake.vault import export_key
from tests.desks_at_hand import agreed, planted
from tests.vaults_at_hand import PASSPHRASE, POLICY

CANARY = ("자목련", "밤달이라는별명", "night_moon07", "왼손에흉터", "01000001234")
HERS = "조용한 아침 산길의 돌"


def a_full_case(desk):
    """A case with a word in every class, a draft and a sealed file."""
    case = desk.cases.begin("VISIT", CANARY[0])
    desk.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "AGREED"})
    one = desk.interviews.begin(case, "intake")
    desk.interviews.draft(one, "note", f"{CANARY[1]} 때문에 왔다고 함")
    desk.interviews.settle_drafts(one)
    desk.interviews.draft(one, "note", f"{CANARY[1]} 때문에 왔다고 함. 이어 적는 중")
    suspect = desk.records.add("suspect", case, {"features": CANARY[3]})
    desk.records.add(
        "identifier",
        case,
        {"kind": "phone", "value": CANARY[4], "suspect": suspect, "role": "SUSPECT"},
    )
    desk.records.add("posting", case, {"url": f"https://board.example/{CANARY[2]}"})
    sealing = Attachments(desk.about().folder).sealing(desk._rooms.clock.wall())
    slip = sealed(sealing)
    planted(desk, "evidence", case, {"attachment": slip.name, "description": CANARY[3]})
    return case, slip.name


def sealed(sealing):
    with sealing as slot:
        slot.write(b"bytes of a picture")
        return slot.keep()


def number_of(desk, case):
    return desk.cases.header(case).number


def destroy(desk, case, what="whole", ground="REQUEST"):
    return desk.erasing.destroy(case, what, ground, number_of(desk, case), Silent())


def every_byte_of(desk, keyring):
    """Close the desk and return every byte of its file, decrypted by another reader."""
    rooms = desk._rooms
    key = export_key(rooms.vault, passphrase=PASSPHRASE, keyring=keyring)
    path = rooms.vault.folder / "vault.db"
    desk.close()
    assert not [one for one in path.parent.glob("vault.db-wal") if one.stat().st_size]
    other = apsw.Connection(str(path))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"x'{key.decode()}'")
    plain = other.execute("select count(*) from sqlite_schema").fetchall()
    assert plain
    return other


def dump(other):
    """Everything any table holds, also inside the full-text index."""
    names = [
        name
        for (name,) in other.execute(
            "select name from sqlite_schema where type = 'table' and sql not like 'CREATE VIRTUAL%'"
        )
    ]
    parts = []
    for name in names:
        for row in other.execute(f'select * from "{name}"'):
            parts.extend(
                cell if isinstance(cell, bytes) else str(cell).encode() for cell in row
            )
    return b"\n".join(parts)


@pytest.fixture
def again(desk, keyring):
    opened = [desk]

    def open_again(passphrase=PASSPHRASE):
        folder = opened[-1]._rooms.vault.folder
        opened[-1].close()
        opened.append(
            opening.open_(folder, passphrase, Silent(), keyring=keyring, policy=POLICY)
        )
        return opened[-1]

    yield open_again
    opened[-1].close()


def test_the_preview_counts_what_goes_and_what_stays(desk):
    case, _ = a_full_case(desk)
    whole = desk.erasing.preview(case)
    goes = {one.label_id: one.count for one in whole.goes}
    assert goes["entity-posting"] == 1
    assert goes["entity-case"] == 1
    assert whole.stays == ()
    assert (whole.attachments, whole.drafts) == (1, 1)
    part = desk.erasing.preview(case, "narrative")
    assert {one.label_id for one in part.goes} >= {"entity-note"}
    assert "entity-posting" in {one.label_id for one in part.stays}
    assert part.attachments == 0


def test_a_destroyed_case_is_gone_and_the_chain_still_verifies(desk, central):
    case, name = a_full_case(desk)
    other = agreed(desk, "RECORD")
    attachments = Attachments(desk.about().folder)
    assert attachments.has(name)
    done = destroy(desk, case)
    assert done.proven_on
    assert (done.whole, done.attachments) == (True, 1)
    assert done.records > 5
    assert not attachments.has(name)
    assert desk.keys.verify(Silent()).ok
    with pytest.raises(NotFound):
        desk.cases.header(case)
    assert [desk.search(word) for word in CANARY] == [()] * len(CANARY)
    assert desk.cases.header(other).alias == "하늘"


def test_no_byte_of_her_words_is_left_in_the_file(desk, keyring):
    case, _ = a_full_case(desk)
    agreed(desk, "RECORD")
    destroy(desk, case)
    other = every_byte_of(desk, keyring)
    said = dump(other)
    assert [word for word in CANARY if word.encode() in said] == []
    pairs = {word[n : n + 2] for word in CANARY[:1] for n in range(len(word) - 1)}
    other.execute(
        "create virtual table temp.v using fts5vocab('main','r_doc_fts','row')"
    )
    tokens = {token for (token, *_) in other.execute("select term from temp.v")}
    assert tokens
    assert not pairs & tokens
    assert other.pragma("integrity_check") == "ok"
    other.close()


def test_the_log_names_only_the_id_of_what_is_gone(desk):
    case, _ = a_full_case(desk)
    number = number_of(desk, case)
    destroy(desk, case)
    lines = desk.access.lines(case=case)
    assert lines[0].act == "erase"
    assert {line.about for line in lines} == {case}
    assert desk.access.verify(Silent()).sound
    with desk._rooms.vault.reading() as db:
        assert number not in str(db.all("select * from access"))


def test_only_what_she_told_can_go_and_the_rest_stays(desk):
    case, name = a_full_case(desk)
    done = destroy(desk, case, "narrative", "WITHDRAWAL")
    assert (done.parts, done.whole) == (("narrative",), False)
    assert desk.search(CANARY[1]) == ()
    assert desk.cases.header(case).alias == CANARY[0]
    assert Attachments(desk.about().folder).has(name)
    assert desk.records.list("posting", case)
    again = destroy(desk, case)
    assert again.number != done.number
    assert len(desk.erasing.done()) == 2


def test_the_number_of_the_case_is_typed_back(desk):
    case, _ = a_full_case(desk)
    for typed in ("", "2026-IC-999999", case):
        with pytest.raises(InvalidInput):
            desk.erasing.destroy(case, "whole", "REQUEST", typed)
    typed = f" {number_of(desk, case).lower()} "
    assert desk.erasing.destroy(case, "whole", "REQUEST", typed).done_on


def test_an_unknown_part_or_ground_destroys_nothing(desk):
    case, _ = a_full_case(desk)
    with pytest.raises(InvalidInput):
        destroy(desk, case, "everything")
    from intake.errors import InvalidAnswer  # noqa: PLC0415

    with pytest.raises(InvalidAnswer):
        destroy(desk, case, ground="그냥")
    assert desk.cases.header(case).alias == CANARY[0]


def test_a_hold_keeps_everything_until_a_supervisor_lifts_it(desk):
    case, _ = a_full_case(desk)
    with pytest.raises(InvalidInput):
        desk.retention.hold(case, " ")
    desk.retention.hold(case, "수사 협조 요청")
    assert desk.erasing.preview(case).held
    assert desk.retention.of(case).duties[0] == "duty-hold"
    for what in ("whole", "narrative", "identity"):
        with pytest.raises(OnHold):
            destroy(desk, case, what)
    with pytest.raises(OnHold):
        desk.erasing.ask(case, "whole", "REQUEST")
    desk.retention.lift(case, "수사 종결")
    assert destroy(desk, case).done_on


def test_a_counselor_lifts_no_hold_by_any_verb(desk, again):
    case, _ = a_full_case(desk)
    desk.retention.hold(case, "수사 협조 요청")
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    theirs = again(HERS)
    for attempt in (
        lambda: theirs.retention.lift(case, "이유"),
        lambda: theirs.records.change("case", case, {"hold": False}),
        lambda: theirs.records.change("case", case, {"hold": None}),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert theirs.retention.of(case).held


def test_where_there_is_another_supervisor_she_approves(desk, again):
    case, _ = a_full_case(desk)
    desk.roles.add_person("이동료", "SUPERVISOR", PASSPHRASE, HERS)
    with pytest.raises(NeedsApproval):
        destroy(desk, case)
    number = desk.erasing.ask(case, "whole", "REQUEST")
    (waiting,) = desk.erasing.waiting()
    assert (waiting.number, waiting.case, waiting.asked_by) == (number, case, "박상담")
    with pytest.raises(NotYours):
        desk.erasing.approve(number)
    with pytest.raises(NeedsApproval):
        destroy(desk, case)
    theirs = again(HERS)
    theirs.erasing.approve(number)
    mine = again()
    done = destroy(mine, case)
    assert (done.number, done.asked_by, done.approved_by) == (
        number,
        "박상담",
        "이동료",
    )
    assert mine.erasing.waiting() == ()


def test_the_other_supervisor_may_carry_out_what_was_asked(desk, again):
    case, _ = a_full_case(desk)
    desk.roles.add_person("이동료", "SUPERVISOR", PASSPHRASE, HERS)
    number = desk.erasing.ask(case, "narrative", "MISTAKE")
    theirs = again(HERS)
    with pytest.raises(NeedsApproval):
        destroy(theirs, case, "whole")
    done = destroy(theirs, case, "narrative", "MISTAKE")
    assert (done.number, done.approved_by) == (number, "이동료")


def test_a_counselor_asks_and_the_one_supervisor_carries_it_out(desk, again):
    case, _ = a_full_case(desk)
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    theirs = again(HERS)
    with pytest.raises(NeedsApproval):
        destroy(theirs, case)
    theirs.erasing.ask(case, "whole", "REQUEST")
    mine = again()
    assert mine.erasing.preview(case).may
    done = destroy(mine, case)
    assert (done.asked_by, done.approved_by) == ("이동료", "박상담")


def test_a_request_can_be_taken_back(desk):
    case, _ = a_full_case(desk)
    number = desk.erasing.ask(case, "whole", "REQUEST")
    desk.erasing.drop(number)
    assert desk.erasing.waiting() == ()
    with pytest.raises(NotFound):
        desk.erasing.approve(number)


def test_where_it_went_is_named_and_what_never_left_is_removed(desk, central, tmp_path):
    case, _ = a_full_case(desk)
    sealed_bundle = desk.exchange.make(desk.exchange.plan("C0"), Silent())
    assert desk.exchange.outbox()
    (went,) = desk.erasing.preview(case).sent
    assert (went.receiver, went.number) == ("C0", sealed_bundle.number)
    destroy(desk, case)
    assert desk.exchange.outbox() == ()


def test_the_order_reaches_the_central_desk_with_the_next_bundle(
    desk, central, tmp_path
):
    case, _ = a_full_case(desk)
    stick = tmp_path / "stick"
    stick.mkdir()

    def carry():
        made = desk.exchange.make(desk.exchange.plan("C0"), Silent())
        desk.exchange.deliver(made, stick, Silent())
        central.exchange.receive(stick, Silent())

    carry()
    assert central.records.list("posting", case)
    destroy(desk, case)
    agreed(desk, "RECORD", "CENTRAL")
    carry()
    assert central.records.list("posting", case) == ()


def test_the_certificate_names_nobody_and_her_copy_the_number(desk):
    case, _ = a_full_case(desk)
    number = number_of(desk, case)
    done = destroy(desk, case)

    def text_of(file):
        pdf = pypdfium2.PdfDocument(file.data)
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
        pdf.close()
        return text

    office = text_of(desk.erasing.certificate(done.number))
    hers = text_of(desk.erasing.certificate(done.number, number))
    assert done.number in office
    assert number not in office
    assert number in hers
    for word in (*CANARY, case):
        assert word not in office
        assert word not in hers
    with pytest.raises(NotFound):
        desk.erasing.certificate("D2026-XX")


def test_what_was_destroyed_cannot_be_undone(desk):
    case, _ = a_full_case(desk)
    desk.cases.rename(case, "바다")
    destroy(desk, case)
    step = desk.undo.next()
    if step is not None:
        from intake.errors import Refused  # noqa: PLC0415

        with pytest.raises(Refused):
            desk.undo.undo()
    with pytest.raises(NotFound):
        desk.cases.header(case)


def test_a_case_whose_years_are_over_is_listed_with_its_reason(desk):
    old, young, forever = (agreed(desk, "RECORD") for _ in range(3))
    for case, on in (
        (old, "2020-03-02"),
        (young, "2025-01-01"),
        (forever, "1999-01-01"),
    ):
        desk.records.change("case", case, {"closed_on": on, "state": "CLOSED"})
    desk.records.change("case", forever, {"delete_basis": "CSAM"})
    (due,) = desk.retention.due(Silent())
    assert (due.case, due.code, due.ends) == (old, "Y5", "2025-03-02")
    desk.records.change("case", young, {"retention": "NOW"})
    assert {one.case for one in desk.retention.due(Silent())} == {old, young}
    assert desk.retention.of(forever).code == "PERM"
