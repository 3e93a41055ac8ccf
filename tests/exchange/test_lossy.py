"""Whatever the mail loses, repeats or delays: when it drains, the central desk has it all."""

import contextlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import NothingToSend
from intake.exchange import holdings, outbox, plan, plan_send
from intake.exchange.agreed import Agreement
from intake.exchange.peers import join_spans
from intake.mailbox import MemoryMailbox
from tests.exchange.places import QUIET, emptied


@pytest.fixture(scope="module")
def pair(street, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pair")
    both = [street.place(code, folder) for code in ("IC", "C0")]
    yield both
    for place in both:
        place.vault.close()


class Post(MemoryMailbox):
    """A mailbox whose letters get lost, come back, and come back late."""

    def __init__(self) -> None:
        super().__init__()
        self.lost: dict[str, bytes] = {}

    def lose(self, which: int) -> None:
        if self._held:
            key = sorted(self._held)[which % len(self._held)]
            self.lost[key] = self._held.pop(key)

    def bring_back(self, which: int) -> None:
        if self.lost:
            key = sorted(self.lost)[which % len(self.lost)]
            self._held.setdefault(key, self.lost[key])


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "new",
                "new shared",
                "say",
                "agree",
                "withdraw",
                "send",
                "send",
                "lose",
                "bring back",
                "take",
                "home",
            )
        ),
        st.integers(0, 7),
    ),
    max_size=14,
)


class Story:
    """One run of the mail between a center and the central desk."""

    def __init__(self, incheon, central) -> None:
        self.incheon, self.central = incheon, central
        self.post = Post()
        self.cases = []
        self.agreed = {}
        self.ever = set()

    def do(self, what: str, which: int) -> None:
        getattr(self, "_" + what.replace(" ", "_"))(which)

    def _new(self, _):
        self.cases.append(self.incheon.case())

    def _new_shared(self, _):
        self._new(0)
        self._agree(len(self.cases) - 1)

    def _say(self, which):
        if self.cases:
            case = self.cases[which % len(self.cases)]
            self.incheon.suspect(case, f"이름 {which}")
            self.incheon.note(case, f"말 {which}")

    def _agree(self, which):
        if self.cases:
            case = self.cases[which % len(self.cases)]
            self.agreed[case] = self.incheon.consent(case, "CENTRAL")

    def _withdraw(self, which):
        if self.cases:
            case = self.cases[which % len(self.cases)]
            if case in self.agreed:
                self.incheon.withdraw(case, self.agreed.pop(case))

    def _send(self, _):
        self.ever |= allowed(self.incheon)
        with contextlib.suppress(NothingToSend):
            self.incheon.send(self.post)

    def _lose(self, which):
        self.post.lose(which)

    def _bring_back(self, which):
        self.post.bring_back(which)

    def _take(self, _):
        self.central.receive(self.post)

    def _home(self, _):
        self.incheon.receive(self.post)

    def drain(self) -> None:
        for _ in range(3):
            self._send(0)
            self._take(0)
            self._home(0)


def allowed(place):
    agreement = Agreement(place.ctx, place.trust.party("C0"))
    with place.vault.reading() as db:
        return plan.allowed_parts(db, agreement)


def bodies(place):
    """Every body here, with its class of its scope."""
    rows = place.books(
        "select scope.scope, part.cls, body from entry join part on part.id = entry.part"
        " join scope on scope.id = part.scope"
    )
    return {(scope, cls, bytes(body)) for scope, cls, body in rows}


def told(pair, actions):
    story = Story(*(emptied(place) for place in pair))
    for what, which in actions:
        story.do(what, which)
    return story


@settings(max_examples=25)
@given(ACTIONS)
def test_when_the_mail_drains_everything_agreed_has_arrived_and_nothing_else(
    pair, actions
):
    story = told(pair, actions)
    story.drain()
    may = allowed(story.incheon)
    here = {(s, c, b) for s, c, b in bodies(story.incheon) if (s, c) in may}
    there = bodies(story.central)
    assert here <= there
    assert {(scope, cls) for scope, cls, _ in there} <= story.ever
    assert plan_send(story.incheon.ctx, "C0").is_empty
    if here:
        assert outbox(story.incheon.ctx) == ()


@settings(max_examples=12)
@given(ACTIONS)
def test_what_must_be_sent_is_a_function_of_ledger_and_acknowledgements(pair, actions):
    """The ledger's own answer and ours agree; books and chance have no part in it."""
    story = told(pair, actions)
    story.incheon.ledger.close_segment(QUIET)
    with story.incheon.vault.reading() as db:
        acks = plan.known_by(db, "C0").acks
        ours = holdings.unacknowledged(holdings.held_segments(db, "IC"), acks)
    missing = story.incheon.ledger.segments_missing(acks)
    assert {(one.log, one.n) for one in ours} == set(missing)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=12)


@given(SPANS)
def test_spans_say_the_same_numbers_in_fewer_words(drawn):
    spans = [(first, first + more) for first, more in drawn]
    joined = join_spans(spans)
    numbers = {n for first, last in spans for n in range(first, last + 1)}
    assert {n for first, last in joined for n in range(first, last + 1)} == numbers
    assert all(a[1] + 1 < b[0] for a, b in pairwise(joined))
    assert join_spans(joined) == joined
