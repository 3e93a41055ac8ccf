"""No notice, and nothing else that the central desk sends a center, tells of a victim."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.bundle import open_bundle
from intake.errors import IntakeError
from intake.exchange import agreed as verdicts
from intake.ids import new_id, scope_of
from intake.ledger import Deed, WireSegment
from intake.ledger import body as bodies
from intake.register import SCHEMA, Sensitivity, Type
from tests.centers_at_hand import QUIET, carry
from tests.desks_at_hand import planted
from tests.links_at_hand import known, linked

TRAVELS = ("link_notice", "notice_line")
_NEVER = {"fingerprint", "access_mark", "timestamp"}  # of shapes of their own


IN_TOWN = (
    True  # the desks are those of two centers and a central desk that know each other
)


@pytest.mark.parametrize("entity", TRAVELS)
def test_no_field_of_a_notice_is_marked_as_telling_of_somebody(entity):
    kept = SCHEMA[entity]
    assert not kept.in_case
    for field in kept.fields:
        assert field.cls == "core", field.name
        assert field.sensitive is Sensitivity.PLAIN, field.name


def test_no_notice_points_at_a_victim():
    refs = {field.refers for entity in TRAVELS for field in SCHEMA[entity].fields}
    assert refs == {"", "link", "link_notice", "case"}


def words_for(entity):
    """A word for every field that holds free text and more than a code."""
    for field in SCHEMA[entity].fields:
        open_ = field.cls == "core" and field.sensitive is Sensitivity.PLAIN
        if field.type in {Type.TEXT, Type.LONGTEXT} and not open_:
            yield field.name


def plant(desk, case, stem) -> set[str]:
    """Say an own word in every such field of every kind of record; return the words."""
    words = set()
    for entity in sorted(SCHEMA.keys() - _NEVER):
        kept = SCHEMA[entity]
        for name in words_for(entity):
            word = f"canary{stem}{entity}{name}".replace("_", "")
            record = case if entity == "case" else new_id(desk._rooms.clock.wall())
            try:
                if kept.in_case or kept.scope == "record":
                    planted(desk, entity, case if kept.in_case else "", {name: word}, record)  # fmt: skip
                    words.add(word)
            except IntakeError:
                continue
    return words


def inside(desk, file, folder) -> list[dict]:
    """Return every entry of a bundle that was sent to this desk, decoded."""
    ctx = desk._rooms.exchange
    with file.open("rb") as source:
        opened = open_bundle(source, ctx.trust.own().identities, ctx.trust.check_signature)  # fmt: skip
        folder.mkdir()
        contents = opened.authorize(ctx.addressee).receive(folder, QUIET)
    segments = map(WireSegment.from_jsonl, contents.segments())
    told = [bodies.read(body) for one in segments for _, _, body in one.bodies]
    assert None not in told
    return told


def test_a_bundle_to_a_center_holds_nothing_of_anybody_at_another(
    desk, seoul, central, stick, tmp_path
):
    one, other, own = known(desk), known(seoul), known(central)
    words = set()
    for owner, each in ((desk, one), (seoul, other), (central, own)):
        words |= plant(owner, each.case, owner.about().center_code.lower())
    assert len(words) > 200
    carry(desk, central, stick)
    carry(seoul, central, stick)
    central.link_notices.tell(linked(central, one, other, reason_words="canarylink"))
    sealed = central.exchange.make(central.exchange.plan("IC"), QUIET)
    file = next(central._rooms.exchange.outbox.glob(f"{sealed.sha}.age"))
    told = inside(desk, file, tmp_path / "opened")
    entities = {op[0] for entry in told for op in entry["o"]}
    assert entities == set(TRAVELS)
    spoken = repr(told)
    assert one.case in spoken
    assert other.case not in spoken
    assert other.suspect not in spoken
    assert other.clue not in spoken
    assert "0000-4217" not in spoken
    assert "canarylink" not in spoken
    assert not {word for word in words if word in spoken}


def test_of_every_kind_of_record_only_notices_may_go_to_a_center(desk, central, stick):
    one = known(desk)
    carry(desk, central, stick)
    seen = known(central)
    plant(central, seen.case, "c0")
    linked(central, one, seen)
    ctx = central._rooms.exchange
    agreement = verdicts.Agreement(ctx, ctx.trust.party("IC"))
    with ctx.vault.reading() as db:
        scopes = [scope for (scope,) in db.all("select scope from scope")]
    assert {scope.partition("/")[0] for scope in scopes} == {"case", "record", "link"}
    assert all(not agreement.verdict(scope).classes for scope in scopes)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(["IC", "SL", "BS", "", "ic", "C0"]), max_size=8))
def test_a_notice_goes_to_whom_it_names_and_to_nobody_else(central, named):
    said = {}
    for center in named:
        record = new_id(central._rooms.clock.wall())
        with central._rooms.saying(Deed.NOTIFY, scope_of("link", record)) as say:
            say.set("link_notice", record, "to_center", center or None)
            say.set("link_notice", record, "kind", "MATCH")
        said[scope_of("link", record)] = center
    ctx = central._rooms.exchange
    agreement = verdicts.Agreement(ctx, ctx.trust.party("IC"))
    going = {scope for scope in said if agreement.verdict(scope).classes}
    assert going == {scope for scope, center in said.items() if center == "IC"}
