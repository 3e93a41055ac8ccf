"""Copies (사본): who has one, who was told that it may not stay, who has said so, who has not.

* A withdrawal (철회) and an order to destroy (파기) travel until a receipt says that they were
  heard; the receipt is named. Whoever has not answered for a week is called: that is the next step.
* Whoever was asked answers what it did (``exchange.done_hearing``): destroyed, on a day, by the number
  of a certificate; or held there by law, which ends no asking. Nobody else's word counts for a copy.
* A copy that was passed on (이관) is reached by whoever passed it on, and is named as such.
* Of a destroyed case nothing is known but the number of its destruction.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from intake.clock import DAY_MS, ms_of
from intake.consent import state_of
from intake.consent.roles import Act
from intake.desk.headers import decisions
from intake.desk.rooms import Rooms
from intake.desk.views.copies import AskedLine, CarriedLine, CaseCopies, CopyLine
from intake.errors import NotYours
from intake.exchange import withdrawn
from intake.exchange.carried import (
    Carried,
    Copies,
    Gone,
    ToldOf,
    carried,
    gone_copies,
    open_numbers,
    settle_gone,
    told_of,
)
from intake.exchange.chain import courses
from intake.exchange.done import HELD
from intake.exchange.done_hearing import (
    Answer,
    answer_about,
    answer_to_order,
    held_there,
    scope_here,
)
from intake.exchange.dropping import DROPPED
from intake.exchange.once import is_book_whole, may_have_gone
from intake.ids import scope_of
from intake.trust import Party

CALL_DAYS = 7  # without an answer for so long, somebody calls
_NO = {"withdrawn", "refused"}
_OPEN = {"LATE", "UNSAID", "SAID", "HELD"}  # what is not settled
_ORDER = {
    one: at
    for at, one in enumerate(("LATE", "UNSAID", "SAID", "HELD", "PASSED", "UNSURE", "HAS", "HEARD", "DESTROYED"))
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """How far somebody was told of something."""

    kind: str
    of: str
    number: str
    said: int = 0
    heard: int = 0
    receipt: str = ""
    since: int = 0  # when it was decided here, where nothing was said yet
    answer: Answer | None = None  # what they say they did


class CopiesNoun:
    """What can be asked about copies."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def of_case(self, case: str) -> CaseCopies:
        """Return who has a copy of a case, and which bundle carried it to whom.

        Raises:
            NotYours: the person here does not see this case.
        """
        rooms = self._rooms
        rooms.sight.must(Act.CASEWORK)
        row = rooms.case(case)
        if not rooms.sight.sees(case):
            raise NotYours(what="case")
        scope = scope_of("case", case)
        own = self._own()
        bundles = tuple(
            one for one in carried(rooms.exchange, scope) if one.to not in own
        )
        told = {one.to: one for one in told_of(rooms.exchange, scope)}
        number = str(row["number"] or "")
        with rooms.vault.reading() as db:
            course = courses(db).get(scope)
        had = {hold.center for hold in course.holds} if course else set()
        lines = [self._copy(case, number, to, bundles, told.get(to)) for to in _parties(bundles, told) if to not in had]  # fmt: skip
        lines += [
            self._said(
                _Told("COPY", case, number), one, 0, "HAS"
            )  # to read, or its own by now
            for one in sorted(had - {rooms.who.center_code})
        ]
        with rooms.vault.reading() as db:
            whole = all(is_book_whole(rooms.exchange, db, one.name) for one in self._parties() if not one.own)  # fmt: skip
        return CaseCopies(_sorted(lines), tuple(map(self._carried, bundles)), whole)

    def of_destruction(self, number: str) -> tuple[CopyLine, ...]:
        """Return who had a copy of what was destroyed, and who has said that it heard.

        Raises:
            NotFound: nothing of that number was destroyed.
        """
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        found = gone_copies(rooms.exchange, number, parts_of(rooms, number))
        return _sorted(map(self._gone, found))

    def open(self) -> tuple[CopyLine, ...]:
        """Return whom nobody has heard from yet, whoever waits longest first."""
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        told = told_of(rooms.exchange)
        seen = (
            rooms.sight.sees
        )  # of a case of somebody else not even that it was taken back
        lines = [
            self._withdrawn(one) for one in told if seen(one.scope.partition("/")[2])
        ]
        for number in open_numbers(rooms.exchange):
            lines += self.of_destruction(number)
        lines += self._held()
        waiting = [one for one in lines if one.state in _OPEN]
        return _sorted(dict.fromkeys(waiting))

    def _held(self) -> list[CopyLine]:
        """Return the lines of whoever says that a legal hold forbids it there."""
        rooms = self._rooms
        told: set[ToldOf] = set()
        numbers: set[str] = set()
        for party, part in held_there(rooms.exchange):
            for row in rooms.register.find("destruction", part=part.hex()):
                numbers.add(str(row["number"]))
            scope = scope_here(rooms.exchange, part)
            if scope and rooms.sight.sees(scope.partition("/")[2]):
                told |= {
                    one for one in told_of(rooms.exchange, scope) if one.to == party
                }
        lines = [self._withdrawn(one) for one in told]
        for number in numbers:
            lines += self.of_destruction(number)
        return [one for one in lines if one.state == "HELD"]

    def asked(self) -> tuple[AskedLine, ...]:
        """Return the cases that their centers ask us to destroy here, oldest first."""
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        return tuple(
            self._asked(one.scope.partition("/")[2], one.party, one.classes, one.said)
            for one in withdrawn(rooms.exchange)
            if rooms.sight.sees(one.scope.partition("/")[2])
        )

    # --- one line ----------------------------------------------------------------------

    def _copy(
        self,
        case: str,
        number: str,
        to: str,
        bundles: tuple[Carried, ...],
        told: ToldOf | None,
    ) -> CopyLine:
        there = [one for one in bundles if one.to == to and one.may_be_there]
        acked = [one.receipt_ms for one in there if one.state == "acked"]
        laid = [one.delivered_ms for one in there if one.delivered_ms]
        has = min(acked or laid, default=0)
        if told is not None:
            return self._line(self._about(case, number, told), to, has)
        if self._is_over(case, to):
            return self._line(_Told("WITHDRAWN", case, number), to, has)
        state = "HAS" if acked else "UNSURE"
        return self._said(_Told("COPY", case, number), to, has, state)

    def _is_over(self, case: str, to: str) -> bool:
        """Whether she took back what let the case go there; the next bundle tells it."""
        kinds = {one.name: one.kind for one in self._parties()}
        stands = decisions(self._rooms, case)
        purpose = "CENTRAL" if kinds.get(to) == "central" else "CENTER"
        return any(state_of(stands.get(one)) in _NO for one in (purpose, "RECORD"))

    def _withdrawn(self, one: ToldOf) -> CopyLine:
        case = one.scope.partition("/")[2]
        row = self._rooms.sight.unveiled.get("case", case)
        number = str(row["number"] or "") if row else ""
        return self._line(self._about(case, number, one), one.to, 0)

    def _about(self, case: str, number: str, one: ToldOf) -> _Told:
        answer = answer_about(self._rooms.exchange, one.to, one.scope, one.classes)
        return _Told("WITHDRAWN", case, number, one.said_ms, one.heard_ms, one.receipt, one.since_ms, answer)  # fmt: skip

    def _gone(self, one: Gone) -> CopyLine:
        has = one.acked_ms or one.delivered_ms
        parts = parts_of(self._rooms, one.number)
        answer = answer_to_order(self._rooms.exchange, one.to, parts)
        about = _Told("ERASED", one.number, one.number, one.said_ms, one.heard_ms, one.receipt, one.gone_ms, answer)  # fmt: skip
        if one.via:
            return self._said(about, one.to, has, "PASSED", via=one.via)
        return self._line(about, one.to, has)

    def _line(self, about: _Told, to: str, has: int) -> CopyLine:
        since = about.said or about.since
        late = since and self._is_long_ago(since)
        if about.answer is not None:
            state = about.answer.state.upper()
        elif about.heard:
            state = "HEARD"
        elif late:
            state = "LATE"
        else:
            state = "SAID" if about.said else "UNSAID"
        return self._said(about, to, has, state)

    def _said(
        self, about: _Told, to: str, has: int, state: str, *, via: str = ""
    ) -> CopyLine:
        texts, name = self._rooms.texts, self._name(to)
        label = texts(f"copy-state-{state.lower()}")
        days = (self._rooms.clock.wall() - (about.said or about.since)) // DAY_MS
        then = ""
        if state in {"UNSAID", "UNSURE"}:
            then = texts(f"copy-next-{state.lower()}")
        elif state == "PASSED":
            then = texts("copy-next-passed", via=self._name(via))
        elif state == "LATE":
            text_id = "copy-next-late" if about.said else "copy-next-never-said"
            then = texts(text_id, to=name, days=days, number=about.number or "–")
        elif state == "HELD":
            then = texts("copy-next-held", to=name)
        elif state == "HEARD" and self._is_long_ago(about.heard):
            then = texts("copy-next-heard", to=name, number=about.number or "–")
        answer = about.answer if state in {"DESTROYED", "HELD"} else None
        return CopyLine(
            about.kind, about.of, about.number, to, name, via, state, label,
            has, about.said, about.heard, about.receipt, then, **self._answered(name, answer),
        )  # fmt: skip

    def _is_long_ago(self, ms: int) -> bool:
        return self._rooms.clock.wall() - ms >= CALL_DAYS * DAY_MS

    def _answered(self, name: str, answer: Answer | None) -> dict[str, str]:
        """Return what somebody says it did, as the fields of a line."""
        if answer is None:
            return {}
        texts, day, number = self._rooms.texts, answer.day, answer.number
        if answer.state == HELD:
            told = "copy-answer-held-until" if day else "copy-answer-held"
            return {"answer": texts(told, to=name, day=day), "held_until": day}
        told = "copy-answer-destroyed-number" if number else "copy-answer-destroyed"
        said = texts(told, to=name, day=day, number=number)
        return {"answer": said, "done_on": day, "certificate": number}

    def _carried(self, one: Carried) -> CarriedLine:
        dropped = one.state == "refused" and one.reason == DROPPED
        state = "sent-dropped" if dropped else f"sent-{one.state}"
        return CarriedLine(
            one.number, one.to, self._name(one.to), one.classes, one.made_ms,
            one.delivered_ms, one.receipt_ms, one.receipt, state,
        )  # fmt: skip

    def _asked(
        self, case: str, center: str, classes: tuple[str, ...], said: int
    ) -> AskedLine:
        rooms = self._rooms
        row = rooms.sight.unveiled.get("case", case)
        held = bool(row and row["hold"])
        then = rooms.texts("copy-asked-held" if held else "copy-asked-next")
        number = str(row["number"] or "") if row else ""
        return AskedLine(case, number, center, self._name(center), classes, ms_of(said), held, then)  # fmt: skip

    # --- who is who -----------------------------------------------------------------------

    def _parties(self) -> tuple[Party, ...]:
        return self._rooms.exchange.trust.parties()

    def _own(self) -> frozenset[str]:
        return frozenset(one.name for one in self._parties() if one.own)

    def _name(self, code: str) -> str:
        return next((one.title for one in self._parties() if one.name == code), code)


def _parties(bundles: Iterable[Carried], told: Iterable[str]) -> tuple[str, ...]:
    """Return whoever may have something, or was told of it, in the order they got it."""
    got = [one.to for one in bundles if one.may_be_there]
    return tuple(dict.fromkeys([*reversed(got), *told]))


def _sorted(lines: Iterable[CopyLine]) -> tuple[CopyLine, ...]:
    return tuple(sorted(lines, key=lambda one: (_ORDER[one.state], one.said_ms, one.number, one.to)))  # fmt: skip


def parts_of(rooms: Rooms, number: str) -> tuple[bytes, ...]:
    """Return the hashes of what a destruction destroyed."""
    rows = rooms.register.find("destruction", number=number)
    return tuple(bytes.fromhex(str(row["part"])) for row in rows)


def settle_copies(rooms: Rooms) -> None:
    """Write down who has heard of what was destroyed here; after every receiving."""
    for number in open_numbers(rooms.exchange):
        settle_gone(rooms.exchange, number, parts_of(rooms, number))


def copies_of(rooms: Rooms, case: str, classes: Iterable[str]) -> Copies:
    """Return who has a copy of classes of a case that are about to be destroyed.

    Somebody to whom another laptop may have sent it is named as well, and so is whoever had the
    case before: the center that it was taken over from hears it from us, one further back from
    that center. Where another center has the case now, its own is nobody's to destroy from here.
    """
    scope, own, gone = scope_of("case", case), rooms.who.center_code, frozenset(classes)
    parties = rooms.exchange.trust.parties()
    with rooms.vault.reading() as db:
        course = courses(db).get(scope)
    if course is not None and course.holder != own:
        return Copies(scope, gone, beside=frozenset(one.name for one in parties))
    others = {
        one.name: ""
        for one in parties
        if not one.own
        and gone & may_have_gone(rooms.exchange, one).get(scope, frozenset())
    }
    way = [hold.center for hold in course.holds] if course else []
    if own in way:
        way = way[: len(way) - way[::-1].index(own) - 1]
        for at, center in enumerate(way):
            if center != own:
                others.setdefault(center, "" if at == len(way) - 1 else way[-1])
    beside = frozenset(one.name for one in parties if one.own)
    return Copies(scope, gone, tuple(sorted(others.items())), beside)
