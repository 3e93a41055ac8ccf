"""The index hears at once what is said, and what changes without a word; nothing in it goes stale."""

from itertools import count, pairwise

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from intake.desk.bonds import Bonds
from intake.exchange.withdrawals import take_notice
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.ledger.change import CLASSES, Ground
from intake.matching.decided import group_of
from intake.matching.index import Index
from intake.progress import Silent
from intake.register.fold import id_of
from tests.desks_at_hand import a_desk

WHO = ("IC", "SL", "C0", "C9")  # C9 is a central desk as long as it is enrolled
KEPT = ("m_case", "m_sight", "m_link", "m_was")
PAIRS = ((0, 1), (1, 2), (2, 3), (0, 3))
STAMPS = count(1)


class World:
    """A central desk, four cases, and everything that may happen to what was decided about them."""

    def __init__(self, desk):
        self.desk, self.rooms = desk, desk._rooms
        self.cases = [desk.cases.begin("VISIT", "하늘") for _ in range(4)]
        self.suspects = [desk.suspects.add(case, {"nickname": "하루"}) for case in self.cases]  # fmt: skip
        self.links, self.gone, self.back = [], set(), {}
        for at in range(4):
            self.belongs(scope_of("case", self.cases[at]), WHO[at // 2])

    def belongs(self, scope, center):
        """As when words came from there first, or a case went over."""
        with self.rooms.vault.writing() as db:
            db.execute("UPDATE scope SET owner = ? WHERE scope = ?", (center, scope))
            self.rooms.ledger.look_again([scope])

    def say(self, entity, record, **said):
        kind = "link" if entity == "link" else "record"
        with self.rooms.ledger.saying(Deed.LINK, scope=scope_of(kind, record), actor="박상담") as say:  # fmt: skip
            for name, value in said.items():
                say.set(entity, record, name, value)

    def link(self, at, by, kind, decision):
        record, (one, other) = new_id(self.rooms.clock.wall()), PAIRS[at]
        self.say("link", record, kind=kind, decision=decision, decided_by="박상담", one=self.suspects[one], one_case=self.cases[one], other=self.suspects[other], other_case=self.cases[other])  # fmt: skip
        self.belongs(scope_of("link", record), WHO[by])
        self.links.append(("link", record))

    def merge(self, at, by, decision):
        record, (one, other) = new_id(self.rooms.clock.wall()), PAIRS[at]
        self.say("merge", record, kind="SUSPECT", decision=decision, kept=self.suspects[one], kept_case=self.cases[one], joined=self.suspects[other], joined_case=self.cases[other])  # fmt: skip
        self.belongs(scope_of("record", record), WHO[by])
        self.links.append(("merge", record))

    def second(self, at, decision, who):
        for entity, record in self.links[at : at + 1]:
            if entity == "link":
                self.say("link", record, second=decision, second_by=who)

    def take_back(self, at):
        for entity, record in self.links[at : at + 1]:
            kind = "link" if entity == "link" else "record"
            with self.rooms.ledger.saying(Deed.UNLINK, scope=scope_of(kind, record), actor="박상담") as say:  # fmt: skip
                say.retract(entity, record, "taken-back")
            self.links.remove((entity, record))

    def handover(self, at, to):
        if at not in self.gone:
            self.belongs(scope_of("case", self.cases[at]), WHO[to])

    def enrol(self, known):
        with self.rooms.vault.writing() as db:
            db.execute("DELETE FROM enrolment WHERE code = 'C9'")
            if known:
                db.execute("INSERT INTO enrolment VALUES ('C9', 'central', 'C9', X'09', 0, 0, 0, X'')")  # fmt: skip
            self.rooms.ledger.look_again()

    def withdraw(self, at, classes):
        """Its center takes back some classes of a case, or shares it again with none."""
        scope = scope_of("case", self.cases[at])
        with self.rooms.vault.reading() as db:
            (owner,) = db.one("SELECT owner FROM scope WHERE scope = ?", (scope,)) or ("",)  # fmt: skip
        self.back[owner] = {part for part in self.back.get(owner, ()) if part[0] != scope} | {(scope, cls) for cls in classes}  # fmt: skip
        if owner:
            take_notice(self.rooms.exchange, (owner, "1"), frozenset(self.back[owner]), next(STAMPS))  # fmt: skip

    def destroy(self, at):
        for cls in CLASSES:
            self.rooms.ledger.erase(scope_of("case", self.cases[at]), cls, Ground.WITHDRAWAL, "박상담")  # fmt: skip
        self.gone.add(at)

    def train(self, at, training):
        if at not in self.gone:
            with self.rooms.ledger.saying(Deed.CHANGE, scope=scope_of("case", self.cases[at]), actor="박상담") as say:  # fmt: skip
                say.set("case", self.cases[at], "training", training or None)

    # --- what is asked of it ------------------------------------------------------------

    def kept(self):
        with self.rooms.vault.reading() as db:
            return {name: sorted(db.all(f"SELECT * FROM {name}"), key=repr) for name in KEPT}  # fmt: skip

    def made_anew(self):
        index = self.rooms.ledger._means.projections[-1]
        with self.rooms.vault.writing() as db:
            index.rebuild(db, Silent())
        return self.kept()

    def groups(self):
        """Who is one with each suspect: by the index, by its rows of suspects, by the bonds."""
        bonds, loaded = Bonds(self.rooms), Bonds(self.rooms)
        loaded.load()
        with self.rooms.vault.reading() as db:
            profile = {id_of(one): id_of(of) for one, of in db.all("SELECT id, profile FROM m_sight")}  # fmt: skip
            for case, one in zip(self.cases, self.suspects, strict=True):
                yield (
                    set(group_of(db, one).members),
                    {who for who in profile if profile[who] == profile.get(one)} or {one},
                    {*bonds.group(one, case)},
                    {*loaded.group(one, case)},
                )  # fmt: skip

    def shown(self):
        with self.rooms.vault.reading() as db:
            return {id_of(one) for (one,) in db.all("SELECT id FROM m_sight")} & {*self.suspects}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    opened = a_desk(tmp_path_factory.mktemp("follows") / "c0", role="central", code="C0")  # fmt: skip
    yield opened
    opened.close()


CASE, LINK, CODE = (
    st.integers(0, 3),
    st.integers(0, 4),
    st.sampled_from(("SAME", "NOT_SAME", "HOLD")),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("link"), CASE, st.integers(0, 3), st.sampled_from(("same_person", "same_person", "same_victim", "same_network")), CODE),
        st.tuples(st.just("merge"), CASE, st.integers(0, 3), st.sampled_from(("SAME", "NOT_SAME"))),
        st.tuples(st.just("second"), LINK, CODE, st.sampled_from(("최확인", "박 상담", ""))),
        st.tuples(st.just("take_back"), LINK),
        st.tuples(st.just("handover"), CASE, st.integers(0, 1)),
        st.tuples(st.just("enrol"), st.booleans()),
        st.tuples(st.just("withdraw"), CASE, st.sampled_from(((), ("suspect",), ("core", "suspect", "identity")))),
        st.tuples(st.just("destroy"), CASE),
        st.tuples(st.just("train"), CASE, st.booleans()),
    ),
    min_size=4, max_size=12,
)  # fmt: skip


@settings(max_examples=20, deadline=None, phases=(Phase.generate,))
@given(STEPS)
def test_whatever_happens_the_index_is_what_a_look_at_everything_gives(desk, steps):
    world = World(desk)
    for name, *given_ in steps:
        getattr(world, name)(*given_)
        for answers in world.groups():
            assert all(one == other for one, other in pairwise(answers)), name
    assert world.kept() == world.made_anew()
    world.enrol(known=False)


def test_what_was_missed_is_caught_up_with_at_the_next_opening(desk):
    """As after a crash between two transactions, or in a vault that another version wrote to."""
    world = World(desk)
    world.link(0, 3, "same_person", "SAME")
    scope = scope_of("case", world.cases[0])
    with world.rooms.vault.writing() as db:
        db.execute("INSERT INTO withdrawn_in VALUES ('IC/1', ?, 'core', 1)", (scope,))
        db.execute("INSERT INTO enrolment VALUES ('C9', 'central', 'C9', X'09', 0, 0, 0, X'')")  # fmt: skip
    assert world.suspects[0] in world.shown()
    assert not Index(world.rooms.vault).ensure(Silent())
    assert world.suspects[0] not in world.shown()
    assert Bonds(world.rooms).state(world.links[0][1]) == "JOINS"
    world.enrol(known=False)
    assert Bonds(world.rooms).state(world.links[0][1]) == ""
    assert world.kept() == world.made_anew()


def test_nobody_stays_proposed_with_a_case_that_is_gone_or_taken_back(desk):
    """Not even until the likenesses are looked at again."""
    for leave in ("destroy", "withdraw"):
        world = World(desk)
        for case, suspect in zip(world.cases[:2], world.suspects[:2], strict=True):
            desk.suspects.add_clue(case, {"value": "010-0000-4217"}, suspect)
        desk.matches.refresh()
        assert among(world)
        getattr(world, leave)(0, *((("core",),) if leave == "withdraw" else ()))
        assert not among(world)
        world.destroy(1)


def among(world):
    with world.rooms.vault.reading() as db:
        rows = db.all("SELECT one, other FROM m_pair")
    return [row for row in rows if id_of(row[0]) in world.suspects or id_of(row[1]) in world.suspects]  # fmt: skip
