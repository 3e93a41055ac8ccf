"""A case goes through many hands: whatever is offered, taken, declined, taken back and handed on,
in whatever order it becomes known, all agree on whose it is, and nothing that was said is lost.
"""

import contextlib
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.clock import Clock, stamp_at
from intake.errors import NothingToSend
from intake.exchange.chain import DECLINED, OFFERED, TAKEN, TAKEN_BACK
from intake.exchange.handing import keep_owners, movings, next_id, owner_of, pending
from intake.ids import natural_id, record_of, scope_of
from intake.ledger import Deed
from intake.mailbox import MemoryMailbox
from intake.trust import Trust
from tests.exchange.places import QUIET, START, Wall, emptied, furnished
from tests.vaults_at_hand import MemoryKeyring, a_vault

CENTERS = ("IC", "SE", "BS")
EVERY = dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL", "CENTER"), "AGREED")


@pytest.fixture(scope="module")
def four(tmp_path_factory):
    """Three centers and the central desk, who all compared each other's keys."""
    folder, keyring = tmp_path_factory.mktemp("four"), MemoryKeyring()
    vaults = {code: a_vault(folder / code, keyring).vault for code in (*CENTERS, "C0")}
    trusts = {code: Trust(vault, Clock(Wall())) for code, vault in vaults.items()}
    for code, trust in trusts.items():
        kind = "central" if code == "C0" else "center"
        trust.found(kind, code, f"{code} 센터", f"{code}-1")
    for one, other in itertools.permutations(trusts.values(), 2):
        one.accept(other.card_file())
    for vault in vaults.values():
        vault._writer.execute("pragma synchronous = off")
    yield {code: furnished(vault, code, Wall()) for code, vault in vaults.items()}
    for vault in vaults.values():
        vault.close()


def cleared(place):
    """The same workspace as if nothing had ever been said."""
    with place.vault.writing() as db:
        db.execute("delete from fact where name like 'handed%'")
    return emptied(place)


class Town:
    """A case of Incheon among them, and what their programs let them do with it."""

    def __init__(self, four, dice=None):
        self.places = {code: cleared(place) for code, place in four.items()}
        self.scope = self.places["IC"].case(**EVERY)
        self.said, self.letters, self.sent = {"녹두"}, [], 0
        self.dice = dice  # which receipts are lost

    def owner(self, code):
        with self.places[code].vault.reading() as db:
            return owner_of(db, self.scope)

    def pending(self, code):
        with self.places[code].vault.reading() as db:
            return pending(db, self.scope)

    def offered_to(self, code, *states):
        with self.places[code].vault.reading() as db:
            found = movings(db)
        return [one for one in found if one.to_center == code and one.state in states]

    # --- what a program lets somebody do -------------------------------------------------

    def offer(self, code, to):
        over = all(one.state == DECLINED for one in self.pending(code))
        if code == to or self.owner(code) != code or not over:
            return
        place = self.places[code]
        with place.vault.reading() as db:
            handover = next_id(db, self.scope, to)
        self.word(place, self.scope, "handover", handover, case=record_of(self.scope), from_center=code, to_center=to, state=OFFERED)  # fmt: skip

    def take_back(self, code, _):
        for one in self.pending(code):
            if self.owner(code) == code and one.state == OFFERED:
                self.word(self.places[code], self.scope, "handover", one.handover, state=TAKEN_BACK)  # fmt: skip

    def take(self, code, _):
        for one in self.offered_to(code, OFFERED):
            self.answer(code, one, TAKEN)

    def decline(self, code, _):
        for one in self.offered_to(code, OFFERED, TAKEN_BACK):
            self.answer(code, one, DECLINED)

    def write(self, code, _):
        if self.owner(code) == code:
            name = f"{code}-{len(self.said)}"
            self.places[code].suspect(self.scope, name)
            self.said.add(name)

    def send(self, code, to):
        if code == to:
            return
        mailbox, place = MemoryMailbox(), self.places[code]
        with contextlib.suppress(NothingToSend):
            place.send(mailbox, to)
            self.sent += 1
            if to == "C0":
                self.letters.append(dict(mailbox._held))
            self.places[to].receive(mailbox)
            if self.dice is None or self.dice.random() < 0.8:
                place.receive(mailbox)

    def hand(self, code, to):
        """Hand it over and let the other take it; the answer is on its way."""
        if to in CENTERS and self.owner(code) == code:
            for deed, who, whom in (("offer", code, to), ("send", code, to), ("take", to, code), ("write", to, to)):  # fmt: skip
                getattr(self, deed)(who, whom)

    # --- how --------------------------------------------------------------------------------

    def answer(self, code, one, said):
        place = self.places[code]
        record = natural_id("handover_answer", one.handover, said)
        self.word(place, scope_of("record", record), "handover_answer", record, handover=one.handover, from_center=one.from_center, center=code, answer=said)  # fmt: skip
        with place.vault.writing() as db:
            keep_owners(db)

    @staticmethod
    def word(place, scope, entity, record, **said):
        with place.ledger.saying(Deed.HANDOVER, scope=scope, actor="kim") as words:
            for name, value in said.items():
                words.set(entity, record, name, value)

    def settle_down(self):
        """Everything reaches everybody it may reach."""
        self.dice = None
        for _ in range(6):
            before = self.sent
            for one, other in itertools.permutations((*CENTERS, "C0"), 2):
                self.send(one, other)
            if self.sent == before:
                return
        raise AssertionError("something is sent again and again")

    def names(self, code):
        return {row["nickname"] for row in self.places[code].sees("suspect")}


DEEDS = ("hand", "hand", "offer", "take", "decline", "take_back", "write", "send", "send")  # fmt: skip


@given(dice=st.randoms(use_true_random=True), steps=st.integers(5, 30))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_after_any_chain_all_agree_whose_it_is_and_one_may_write(four, dice, steps):
    town = Town(four, dice)
    for _ in range(steps):
        deed, whose = dice.choice(DEEDS), [c for c in CENTERS if town.owner(c) == c]
        code = dice.choice((*CENTERS, *whose, *whose))
        others = CENTERS if deed in {"offer", "hand"} else (*CENTERS, "C0")
        getattr(town, deed)(code, dice.choice(others))
    town.settle_down()
    check(town)
    wanted, letters = central(town), town.letters * 2
    dice.shuffle(letters)
    town.places["C0"] = cleared(town.places["C0"])
    for held in letters:
        mailbox = MemoryMailbox()
        mailbox._held.update(held)
        town.places["C0"].receive(mailbox)
    assert central(town) == wanted


def owners(town):
    return {code: town.owner(code) for code in town.places}


def central(town):
    place = town.places["C0"]
    aside = sorted(one.stamp for one in place.ledger.set_aside())
    return town.owner("C0"), town.names("C0"), aside


def check(town):
    whose = {code for code in CENTERS if town.owner(code) == code}
    assert len(whose) == 1
    (holder,) = whose
    assert town.owner("C0") == holder
    # What was said counts; only what was said without knowing that it had gone waits.
    place = town.places["C0"]
    aside = [one for one in place.ledger.set_aside() if one.scope == town.scope]
    late = town.said - town.names("C0")
    assert len(late) <= len(aside)
    assert town.names(holder) >= town.names("C0")
    for one in town.places.values():
        assert one.ledger.verify(QUIET).ok


# --- one that gives away, and lies --------------------------------------------------------------


def test_a_take_back_that_is_dated_back_takes_nothing_back(four, monkeypatch):
    """Its clock is its own: whatever stamp it writes, the taker's answer stands."""
    town = Town(four)
    town.offer("IC", "SE")
    town.send("IC", "SE")
    town.take("SE", "")
    town.write("SE", "")
    town.send("SE", "C0")
    with monkeypatch.context() as lies:
        early = itertools.count(stamp_at(START + 60_000))
        lies.setattr(town.places["IC"].ctx.clock, "next", lambda: next(early))
        town.take_back("IC", "")
    town.settle_down()
    assert owners(town) == dict.fromkeys(("IC", "SE", "BS", "C0"), "SE") | {"BS": ""}
    assert town.names("C0") >= {"녹두", "SE-1"}


def test_after_the_taking_nobody_else_can_be_offered_it_by_the_giver(four):
    """A program that keeps no rule offers it again, and somebody takes that too."""
    town = Town(four)
    town.offer("IC", "SE")
    town.send("IC", "SE")
    town.take("SE", "")
    town.send("SE", "C0")
    case, incheon = record_of(town.scope), town.places["IC"]
    second = natural_id("handover", case, "", "BS", "1")
    town.word(incheon, town.scope, "handover", second, case=case, from_center="IC", to_center="BS", state=OFFERED)  # fmt: skip
    town.send("IC", "BS")
    record = natural_id("handover_answer", second, TAKEN)
    town.word(town.places["BS"], scope_of("record", record), "handover_answer", record, handover=second, from_center="IC", center="BS", answer=TAKEN)  # fmt: skip
    town.settle_down()
    assert {town.owner(code) for code in ("IC", "SE", "C0")} == {"SE"}


def test_a_center_that_never_had_it_hands_nothing_on(four):
    """Seoul was offered it once, declined, and says that it hands it on to Busan."""
    town = Town(four)
    town.offer("IC", "SE")
    town.send("IC", "SE")
    (first,) = town.offered_to("SE", OFFERED)
    town.decline("SE", "")
    case, seoul = record_of(town.scope), town.places["SE"]
    for prior in ("", first.handover):
        second = natural_id("handover", case, prior, "BS", "0")
        town.word(seoul, town.scope, "handover", second, case=case, from_center="SE", to_center="BS", state=OFFERED)  # fmt: skip
        record = natural_id("handover_answer", second, TAKEN)
        town.word(town.places["BS"], scope_of("record", record), "handover_answer", record, handover=second, from_center="SE", center="BS", answer=TAKEN)  # fmt: skip
    seoul.suspect(town.scope, "지어낸 이름")
    town.settle_down()
    assert {town.owner(code) for code in ("IC", "SE", "C0")} == {"IC"}
    assert town.names("C0") == {"녹두"}


def test_who_declined_takes_nothing_afterwards(four, monkeypatch):
    town = Town(four)
    town.offer("IC", "SE")
    town.send("IC", "SE")
    (first,) = town.offered_to("SE", OFFERED)
    town.decline("SE", "")
    town.send("SE", "IC")
    town.offer("IC", "BS")
    town.send("IC", "BS")
    town.take("BS", "")
    with monkeypatch.context() as lies:
        early = itertools.count(stamp_at(START + 60_000))
        lies.setattr(town.places["SE"].ctx.clock, "next", lambda: next(early))
        town.answer("SE", first, TAKEN)
    town.settle_down()
    assert {town.owner(code) for code in ("IC", "BS", "C0")} == {"BS"}


def test_what_another_center_says_of_an_answer_s_place_changes_nothing(four):
    """Incheon gives it to Seoul, and speaks first in the record where Seoul will answer."""
    town = Town(four)
    town.offer("IC", "SE")
    (one,) = town.pending("IC")
    record = natural_id("handover_answer", one.handover, TAKEN)
    town.word(town.places["IC"], scope_of("record", record), "handover_answer", record, handover=one.handover, from_center="IC", center="IC", answer=DECLINED)  # fmt: skip
    for to in ("SE", "C0"):
        town.send("IC", to)
    town.take("SE", "")
    town.write("SE", "")
    town.settle_down()
    assert {town.owner(code) for code in ("IC", "SE", "C0")} == {"SE"}
    assert town.names("C0") == {"녹두", "SE-1"}
