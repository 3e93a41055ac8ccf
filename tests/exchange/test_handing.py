"""Who may speak of a case that goes over: honest words in any order, and forged ones."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import NothingToSend
from intake.exchange import withdrawn
from intake.exchange.handing import keep_owners, owner_of, standing, take_in
from intake.exchange.receive import Authority
from intake.ids import new_id, record_of, scope_of
from intake.ledger import Claim, Deed
from intake.mailbox import MemoryMailbox
from intake.register import SCHEMA
from tests.exchange.places import QUIET, emptied


@pytest.fixture
def neighbours(incheon, seoul):
    """Incheon and Seoul, who compared each other's keys."""
    meet(incheon, seoul)
    return incheon, seoul


def meet(one, other):
    one.trust.accept(other.trust.card_file())
    other.trust.accept(one.trust.card_file())


def words(place, deed, scope, entity, record, **said):
    """Say anything at all, as a program that keeps no rule might."""
    with place.ledger.saying(deed, scope=scope, actor="kim") as say:
        for name, value in said.items():
            say.set(entity, record, name, value)
    return record


def offer(place, scope, *, giver="IC", taker="SE", inside=None, case=None):
    record = new_id(place.wall())
    said = {"from_center": giver, "to_center": taker, "state": "OFFERED"}
    said["case"] = case or record_of(scope)
    return words(place, Deed.HANDOVER, inside or scope, "handover", record, **said)


def answer(place, handover, *, center="SE", giver="IC", said="TAKEN"):
    record = new_id(place.wall())
    told = {"handover": handover, "from_center": giver, "center": center}
    scope = scope_of("record", record)
    words(place, Deed.HANDOVER, scope, "handover_answer", record, answer=said, **told)
    with place.vault.writing() as db:
        keep_owners(db)


def owner(place, scope):
    with place.vault.reading() as db:
        return owner_of(db, scope)


def nicknames(place):
    return {row["nickname"] for row in place.sees("suspect")}


def arrived(one, other, to):
    """Everything of one at the other."""
    mailbox = MemoryMailbox()
    one.send(mailbox, to)
    other.receive(mailbox)


HOUR = 60 * 60 * 1000
AGREED = {"RECORD": "AGREED", "CENTER": "AGREED"}
SHARED = AGREED | {"CENTRAL": "AGREED"}

# --- honest -----------------------------------------------------------------------------


def test_offered_every_class_goes_and_the_owner_is_the_giver(neighbours):
    incheon, seoul = neighbours
    scope = incheon.case(**AGREED)
    incheon.case(**AGREED)
    offer(incheon, scope)
    arrived(incheon, seoul, "SE")
    assert len(seoul.sees("case")) == 1
    assert seoul.sees("note")[0]["text"] == "어머니와 통화함"
    assert owner(seoul, scope) == "IC"


def test_nothing_goes_of_a_case_that_was_not_offered(neighbours):
    incheon, seoul = neighbours
    incheon.case(**SHARED)
    with pytest.raises(NothingToSend):
        incheon.send(MemoryMailbox(), "SE")
    assert seoul.sees("case") == ()


class Road:
    """What the mail to the central desk carries, and in which desk it ends."""

    def __init__(self, central, letters, scope):
        self.central, self.letters, self.scope = central, letters, scope


@pytest.fixture(scope="module")
def road(street, tmp_path_factory):
    """The bundles of a whole handover on their way to the central desk."""
    folder = tmp_path_factory.mktemp("road")
    incheon, seoul = (street.place(code, folder) for code in ("IC", "SE"))
    meet(incheon, seoul)
    scope = incheon.case(**SHARED)
    letters = [letter(incheon)]
    handover = offer(incheon, scope)
    arrived(incheon, seoul, "SE")
    incheon.suspect(scope, "길에서")
    letters.append(letter(incheon))
    seoul.wall.ms += HOUR
    answer(seoul, handover)
    seoul.suspect(scope, "이어서")
    letters.append(letter(seoul))
    incheon.wall.ms += 2 * HOUR
    incheon.suspect(scope, "아직 모르고")
    letters.append(letter(incheon))
    seoul.suspect(scope, "나중에")
    letters.append(letter(seoul))
    central = street.place("C0", folder)
    yield Road(central, letters, scope)
    for place in (incheon, seoul, central):
        place.vault.close()


def letter(place):
    mailbox = MemoryMailbox()
    place.send(mailbox)
    return dict(mailbox._held)


@given(order=st.permutations(range(5)), again=st.integers(0, 4))
@settings(max_examples=24, deadline=None)
def test_in_whatever_order_they_come_the_central_desk_knows_the_same(
    road, order, again
):
    central, letters, scope = emptied(road.central), road.letters, road.scope
    for which in (*order, again):
        mailbox = MemoryMailbox()
        mailbox._held.update(letters[which])
        central.receive(mailbox)
    assert nicknames(central) == {"녹두", "길에서", "이어서", "나중에"}
    assert owner(central, scope) == "SE"
    (late,) = central.ledger.set_aside()
    assert (late.center, late.scope) == ("IC", scope)


# --- forged ---------------------------------------------------------------------------------


def test_a_center_that_offers_a_case_not_its_own_opens_nothing(neighbours, central):
    """Seoul knows the number of Incheon's case and offers it, in three disguises."""
    incheon, seoul = neighbours
    scope = incheon.case(**SHARED)
    incheon.send(box := MemoryMailbox())
    central.receive(box)
    elsewhere = scope_of("record", new_id(1))
    offer(seoul, scope, giver="SE", taker="IC")
    offer(seoul, scope, giver="IC", taker="SE")
    offer(seoul, scope, giver="SE", taker="IC", inside=elsewhere)
    seoul.suspect(scope, "지어낸 이름")
    for place in (incheon, central):
        deliver_all(seoul, place)
        assert nicknames(place) == {"녹두"}
        assert owner(place, scope) == "IC"
        with place.vault.reading() as db:
            assert standing(db) == {}


def deliver_all(one, other):
    """Bring every word of one place to another, as a sender that keeps no rule would."""
    one.ledger.close_segment(QUIET)
    own = {log for log, _, center, _ in one.ledger.logs() if center == one.code}
    wires = [
        wire
        for log, n in one.ledger.segments_missing({})
        if log in own
        for wire in one.ledger.wire_twins(log, n, lambda *_: True)
    ]
    other.ledger.merge(
        wires,
        check_signer=other.trust.check_segment,
        authority=Authority(other.ctx).allows,
        progress=QUIET,
    )
    take_in(other.ctx, lambda: Authority(other.ctx).allows, QUIET)


def test_a_case_that_was_offered_is_not_the_taker_s_before_it_says_so(
    neighbours, central
):
    incheon, seoul = neighbours
    scope = incheon.case(**SHARED)
    offer(incheon, scope)
    deliver_all(incheon, seoul)
    deliver_all(incheon, central)
    seoul.suspect(scope, "지어낸 이름")
    for place in (incheon, central):
        deliver_all(seoul, place)
        assert nicknames(place) == {"녹두"}
        assert owner(place, scope) == "IC"


def test_nobody_takes_what_was_offered_to_another(neighbours, central):
    incheon, seoul = neighbours
    scope = incheon.case(**SHARED)
    handover = offer(incheon, scope, taker="BS")
    for center in ("SE", "BS"):
        answer(seoul, handover, center=center)
    seoul.suspect(scope, "지어낸 이름")
    for place in (incheon, central):
        deliver_all(incheon, place)
        deliver_all(seoul, place)
        assert nicknames(place) == {"녹두"}
        assert owner(place, scope) == "IC"


def test_the_giver_s_own_word_that_it_was_taken_takes_nothing(neighbours, central):
    incheon, seoul = neighbours
    scope = incheon.case(**SHARED)
    answer(incheon, offer(incheon, scope))
    deliver_all(incheon, central)
    assert owner(central, scope) == "IC"
    assert owner(incheon, scope) == "IC"
    assert seoul.sees("case") == ()


@pytest.fixture
def moved(neighbours, central):
    """A case that Seoul took over, known everywhere."""
    incheon, seoul = neighbours
    scope = incheon.case(**SHARED)
    handover = offer(incheon, scope)
    deliver_all(incheon, seoul)
    answer(seoul, handover)
    for one, other in itertools.permutations((incheon, seoul, central), 2):
        deliver_all(one, other)
    assert {owner(place, scope) for place in (incheon, seoul, central)} == {"SE"}
    return incheon, seoul, central, scope


def test_taken_the_giver_overwrites_and_destroys_nothing_any_more(moved):
    incheon, seoul, central, scope = moved
    incheon.suspect(scope, "늦은 말")
    for cls in ("core", "suspect"):
        incheon.ledger.erase(scope, cls, "OTHER", "kim")
    for place in (seoul, central):
        deliver_all(incheon, place)
        assert nicknames(place) == {"녹두"}
        assert len(place.sees("case")) == 1
        assert withdrawn(place.ctx) == ()


def test_at_the_giver_only_an_order_to_destroy_of_the_new_center_counts(moved):
    incheon, seoul, _, scope = moved
    seoul.suspect(scope, "이어서")
    case = record_of(scope)
    words(
        seoul, Deed.ERASE, scope, "case", case, owner="SE"
    )  # called an order, is none
    deliver_all(seoul, incheon)
    assert nicknames(incheon) == {"녹두"}
    assert incheon.sees("case")[0]["owner"] is None
    for cls in SCHEMA["suspect"].classes:
        seoul.ledger.erase(scope, cls, "REQUEST", "kim")
    deliver_all(seoul, incheon)
    assert nicknames(incheon) == set()


def test_orders_that_come_class_by_class_are_all_obeyed_at_the_old_copy(moved):
    incheon, seoul, central, scope = moved
    for cls in ("core", "identity", "narrative", "suspect", "material", "court"):
        seoul.ledger.erase(scope, cls, "REQUEST", "kim")
        deliver_all(seoul, incheon)  # the handover itself goes with the first
        deliver_all(seoul, central)
    for place in (incheon, central):
        assert place.sees("case") == place.sees("suspect") == place.sees("note") == ()
        assert place.books("select 1 from scope where scope like 'case/%'") == []
        assert place.ledger.verify(QUIET).ok


def test_words_dated_back_before_the_taking_are_the_giver_s_and_destroy_nothing(moved):
    """A clock set back buys no more than could be said before."""
    incheon, seoul, _, scope = moved
    with seoul.vault.reading() as db:
        taken = standing(db)[scope].taken
    claim = {"center": "IC", "device": "", "log": "", "scope": scope, "cls": "core"}
    claim |= {"deed": "note", "actor": "kim", "owner": "SE", "stamp": taken - 1}
    rule = Authority(seoul.ctx).allows
    assert rule(Claim(**claim))
    assert not rule(Claim(**claim, destroys=True))
    assert not rule(Claim(**claim | {"stamp": taken + 1}))
    assert not rule(Claim(**claim | {"center": "BS"}))
    assert incheon.sees("case")


def test_no_center_writes_in_the_books_of_another(neighbours, central):
    """A center whose keys were compared gives nobody a role elsewhere."""
    incheon, seoul = neighbours
    grant = new_id(seoul.wall())
    said = {"counselor": "kim", "role": "SUPERVISOR", "granted_by": "kim"}
    words(seoul, Deed.GRANT, scope_of("record", grant), "role_grant", grant, **said)
    for place in (incheon, central):
        deliver_all(seoul, place)
        assert place.sees("role_grant") == ()
