"""A second reader, written from the page alone, agrees with ours: entry by entry, and on what is shown.

What it reads: every published file of format 1 (the only one so far) and what the conformance kit
makes afresh; days of three people drawn at random; batches, wrong clocks, orders to destroy; the
ledger of a real desk in every version of the schema that the story speaks.
"""

import base64
import importlib
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from intake.cli import main
from intake.crypto import read_signature
from intake.ids import scope_of
from intake.ledger import Deed, WireSegment
from intake.ledger import body as bodies
from intake.ledger.change import ClockFix
from intake.ledger.segment import to_jsonl
from intake.ledger.winners import every_record
from intake.progress import Silent
from intake.register import SCHEMA
from intake.register.schema import Type
from tests.crypto.peers import need
from tests.desks_at_hand import a_desk, agreed
from tests.ledger.houses import FIELDS, case, uid
from tests.ledger.stories import DAYS, everything, live
from tests.vaults_at_hand import cheap_guessing

PEERS = Path(__file__).parents[1] / "peers"
QUIET = Silent()
KINDS = {Type.INT: ("number",), Type.BOOL: ("flag",), Type.SCALAR: ("text", "number", "flag")}  # fmt: skip
OF_TESTS = {f"{entity}/{field}": [cls, {"times": "number", "seen": "flag"}.get(field, "text")] for (entity, field), cls in FIELDS.items()}  # fmt: skip


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    """The second reader's module; ssh-keygen writes beside it."""
    need("ssh-keygen")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PEERS))
        patch.chdir(tmp_path_factory.mktemp("second"))
        yield importlib.import_module("ledger_reader")
    for name in ("ledger_reader", "signatures"):
        sys.modules.pop(name, None)


def told(second, segments, fields, trust):
    """Let the second reader take these in; return it, and how many it could not show."""
    ledger = second.Ledger()
    lines = base64.b64encode(to_jsonl(segments))
    said = ledger.merge({"lines": lines, "fields": fields, "trust": trust})
    assert said["segments"] == [one.hash.hex() for one in segments]
    return ledger, said["parked"]


def shown(vault):
    """Return what our ledger shows, as the second reader says it."""
    with vault.reading() as db:
        rows = db.all(
            "select rec.entity, lower(hex(rec.eid)), name.name, heads from winner"
            " join rec on rec.id = winner.rec join name on name.id = winner.field"
        )
        heads = {(eid, name): count for _, eid, name, count in rows}
        return sorted(
            [one.entity, one.eid, field, value, heads[one.eid.replace("-", ""), f"{one.entity}/{field}"]]
            for one in every_record(db)
            for field, value in one.values.items()
        )  # fmt: skip


def agrees_entry_by_entry(second, ledger, segments):
    """Check that every body says the same to both, at the same place under the same leaf."""
    for segment in segments:
        for place, _, body in segment.bodies:
            theirs, ours = second.read(body), bodies.entry_of(body)
            assert ledger.leaf((segment.hash.hex(), place)) == segment.leaves[place * 32 : place * 32 + 32].hex()  # fmt: skip
            assert (theirs is None) == (ours is None)
            if ours is not None:
                assert json.loads(bodies.write(ours)) == theirs


def agrees(second, central, segments, house):
    """Check both readers against each other over these segments."""
    central.merge(segments)
    ledger, parked = told(second, segments, OF_TESTS, {"IC": house.ca.public.hex()})
    assert ledger.state()["shown"] == shown(central.vault)
    assert ledger.state()["logs"] == central.ledger.acks()
    assert parked == central.ledger.parked_count()
    agrees_entry_by_entry(second, ledger, segments)


def test_every_published_file_and_what_the_kit_makes_afresh(second, capsys):
    program = (sys.executable, str(PEERS / "ledger_reader.py"))
    code = main(["--json", "conformance", "--only", "merge,state", "--", *program])
    rows = json.loads(capsys.readouterr().out)
    assert ([one for one in rows if not one["passed"]], code) == ([], 0)
    kinds = [one["case"].partition("/")[0] for one in rows]
    assert kinds.count("ledger") == 39
    assert kinds.count("live") > 10


def test_it_knows_nothing_of_ours():
    for name in ("ledger_reader.py", "signatures.py", "reader.py"):
        text = (PEERS / name).read_text("utf-8")
        assert "import intake" not in text
        assert "from intake" not in text


@settings(max_examples=8, deadline=None)
@given(day=DAYS)
def test_days_of_three_people(second, town, day):
    town.begin()
    segments = everything(live(town, day))
    agrees(second, town.laptop("central"), segments, town) if segments else None


def test_batches_wrong_clocks_and_orders_to_destroy(second, town):
    ana, bora, central = (town.laptop(name) for name in ("ana", "bora", "central"))
    bora.wall.ms += 400 * 24 * 60 * 60 * 1000
    bora.say(case(1), "case", uid("case", 1), alias="나중", route="b")
    ana.wall.ms += 1_000
    ana.say(case(1), "case", uid("case", 1), alias="먼저", route="a")
    for n in (1, 2):
        with ana.ledger.saying(Deed.IMPORT, scope=case(n), actor="ana", batch=f"b{n}") as say:  # fmt: skip
            say.set("note", uid("note", n), "text", "묶음")
    ana.ledger.close_batch("b1", actor="ana", progress=QUIET)
    agrees(second, central, everything([ana, bora]), town)
    (log,) = {one["log"] for one in (json.loads(each.header) for each in bora.segments())}  # fmt: skip
    back = ClockFix(log, 0, 9, -400 * 24 * 60 * 60 * 1000)
    ana.ledger.fix_clock(back, actor="ana", progress=QUIET)
    ana.merge(bora.segments())
    agrees(second, town.laptop("second"), everything([ana, bora]), town)
    assert ana.shown("case", uid("case", 1))["alias"] == "먼저"
    ana.ledger.erase(case(1), "identity", "REQUEST", "ana")
    agrees(second, town.laptop("third"), everything([ana, bora]), town)


def test_the_ledger_of_a_real_desk(second, tmp_path):
    fields = {f"{entity}/{field.name}": [field.cls, *KINDS.get(field.type, ("text",))] for entity, one in SCHEMA.items() for field in one.fields}  # fmt: skip
    with cheap_guessing():
        desk = a_desk(tmp_path / "ic")
    cases = [agreed(desk, "RECORD", "SENSITIVE", "CENTRAL") for _ in range(3)]
    for at, one in enumerate(cases):
        interview = desk.interviews.begin(one, "intake")
        desk.interviews.answer(interview, "victim/age", 15 + at)
        desk.interviews.settle_drafts(interview)
        desk.postings.add(
            one, [f"https://tube-{at}.example/v/{n}" for n in range(5)], progress=QUIET
        )
    desk.consents.withdraw(cases[0], "CENTRAL")
    ledger = desk._rooms.ledger
    ledger.erase(scope_of("case", cases[1]), "identity", "REQUEST", "박상담")
    ledger.close_segment(QUIET)
    segments = [wire for log, n in ledger.segments_missing({}) for wire in ledger.wire_twins(log, n, lambda scope, cls: True)]  # fmt: skip
    own = read_signature(segments[0].signature).certificate
    trust = {"IC": own.ca_public.hex()}
    reader, parked = told(second, segments, fields, trust)
    assert parked == 0
    assert reader.state()["shown"] == shown(desk._rooms.vault)
    assert len(reader.bodies) > 20
    agrees_entry_by_entry(second, reader, segments)
    desk.close()


def test_the_two_notice_the_same_lie(second, town):
    """One leaf, one place, one name of a log: refused by both, in the same word."""
    ana = town.laptop("ana")
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    (segment,) = ana.segments()
    place, salt, body = segment.bodies[0]
    for changed in (
        ((place, salt[::-1], body),),
        ((place + 1, salt, body),),
        ((place, salt, body.replace("가명".encode(), "나명".encode())),),
    ):
        lie = WireSegment(segment.header, segment.signature, segment.leaves, changed)
        with pytest.raises(second.Refused, match="Altered"):
            told(second, [lie], OF_TESTS, {"IC": town.ca.public.hex()})
