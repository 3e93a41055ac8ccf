"""Both sides of a candidate (나란히 보기): marks, evidence, what would change; never a victim."""

from collections.abc import Iterable
from dataclasses import replace

from intake.desk.bonds import Bonds
from intake.desk.matches_queue import Ends, Queue
from intake.desk.rooms import Rooms
from intake.desk.views.matches import (  # fmt: skip
    Candidate,
    DecisionLine,
    Effect,
    EvidenceLine,
    MarkLine,
    PairView,
    Side,
)
from intake.matching.decided import needs_second, same_writer
from intake.matching.face import Key
from intake.matching.holding import Holding
from intake.matching.likeness import Likeness, Line
from intake.matching.marked import is_shared
from intake.matching.saying import said, shown, withheld_because
from intake.register import CODES, ListQuery, Row


class Pairs:
    """Reads pairs."""

    def __init__(self, rooms: Rooms, queue: Queue) -> None:
        """Work in these rooms."""
        self._rooms, self._queue = rooms, queue

    def view(self, candidate: Candidate, ends: Ends, found: Likeness | None) -> PairView:  # fmt: skip
        """Return everything between two sides."""
        cases = [self._queue.cases_of(one) for one in (ends.one, ends.other)]
        visible = self._queue.sees((*cases[0], *cases[1]))
        keys = self._both(ends)
        lines = self.evidence(found.lines) if found and visible else ()
        told = tuple(self._decision(row) for row in self._between(ends))
        withheld = found.withheld if found else ""
        return PairView(
            candidate,
            self._side(ends.one, keys),
            self._side(ends.other, keys),
            lines,
            withheld_because(withheld, self._rooms.texts),
            self._frozen(candidate.link) if candidate.link and visible else (),
            told if visible else tuple(replace(one, words="") for one in told),
            self.effect(*cases),
            shaken=self._shaken(candidate),
        )

    def hidden(self, candidate: Candidate, ends: Ends) -> PairView:
        """Return a pair of which nothing may be shown now: somebody sits here."""
        one, other = (Side(min(ref), (), (), (), ()) for ref in (ends.one, ends.other))
        quiet = replace(candidate, headline="", one_numbers=(), other_numbers=())
        return PairView(quiet, one, other, (), quiet=True)

    def evidence(self, lines: Iterable[Line]) -> tuple[EvidenceLine, ...]:
        """Return reasons as sentences."""
        texts, language = self._rooms.texts, self._rooms.language
        return tuple(
            EvidenceLine(
                *(one.says, said(one, texts, language), one.weight, one.weight < 0),
                *(one.holders, one.one_records, one.other_records),
            )
            for one in lines
        )

    def _shaken(self, candidate: Candidate) -> tuple[str, ...]:
        """Return why a decision is to be looked at again, as sentences; each once."""
        told = (
            self._queue.shakes(candidate.link) if candidate.state == "REOPENED" else ()
        )
        kinds = dict.fromkeys(one.partition(":")[0] for one in told)
        return tuple(self._rooms.texts(_SHAKEN[kind]) for kind in kinds if kind in _SHAKEN)  # fmt: skip

    def effect(self, one: tuple[str, ...], other: tuple[str, ...]) -> Effect:
        """Return what would change if both were one."""
        both = tuple({*one, *other})
        centers = self._queue.centers(both)
        bonds = Bonds(self._rooms)
        root, owners = bonds.one_victim(both), sorted(map(bonds.center, both))
        victims = [len({root[case] for case in cases}) for cases in (one, other)]
        actions = [self._actions(cases) for cases in (one, other)]
        return Effect(
            max(victims),
            len({root[case] for case in both}),
            max(actions),
            self._actions(both),
            len(centers),
            needs_second(
                owners[0] if owners else "",
                owners[-1] if owners else "",
                same_case=False,
                for_court=False,
            ),
            centers if len(centers) > 1 else (),
            self._queue.names(centers) if len(centers) > 1 else (),
        )

    def _actions(self, cases: Iterable[str]) -> int:
        counts = self._rooms.register.counts(tuple(cases))
        return sum(one.get("requests") or 0 for one in counts.values())

    def _both(self, ends: Ends) -> set[Key]:
        with self._rooms.vault.reading() as db:
            world = Holding(db)
            return set(world.face_of(ends.one).keys) & set(world.face_of(ends.other).keys)  # fmt: skip

    def _side(self, members: tuple[str, ...], both: set[Key]) -> Side:
        with self._rooms.vault.reading() as db:
            profile = Holding(db).face_of(members).profile
            many = {mark.key for mark in profile.marks if is_shared(db, mark.key, noted=mark.shared)}  # fmt: skip
        cases = tuple(sorted(profile.cases))
        queue, register = self._queue, self._rooms.register
        rows = [row for one in members if (row := register.get("suspect", one))]
        rows = [row for row in rows if not row.gone]
        label, language = CODES.label, self._rooms.language
        visible = queue.sees(cases)
        seen = sorted(x for mark in profile.marks for x in (mark.seen_from, mark.seen_to) if x)  # fmt: skip
        marks = tuple(
            MarkLine(
                *(
                    mark.record,
                    mark.kind,
                    label("identifier_kind", mark.kind, language),
                ),
                shown(mark.kind, mark.value),
                label("identifier_role", mark.role, language),
                " – ".join(dict.fromkeys(filter(None, (mark.seen_from, mark.seen_to)))),
                mark.key in many,
                mark.key in both,
            )
            for mark in profile.marks
            if mark.kind not in _DERIVED
        )
        names = dict.fromkeys(str(row[n]) for row in rows for n in ("nickname", "name") if row[n])  # fmt: skip
        features = dict.fromkeys(str(row["features"]) for row in rows if row["features"])  # fmt: skip
        return Side(
            min(members),
            members,
            cases,
            queue.numbers(cases),
            queue.centers(cases),
            tuple(names) if visible else (),
            marks if visible else (),
            tuple(features) if visible else (),
            self._actions(cases),
            seen[0] if seen and visible else "",
            seen[-1] if seen and visible else "",
            queue.names(queue.centers(cases)),
        )

    def _between(self, ends: Ends) -> tuple[Row, ...]:
        """Return every decision about these two sides, also those that were taken back."""
        one, other = set(ends.one), set(ends.other)
        rows = (row for ref in ends.one for row in self._all_of(ref))
        mine = {row.id: row for row in rows if {str(row["one"]), str(row["other"])} & one and {str(row["one"]), str(row["other"])} & other}  # fmt: skip
        return tuple(sorted(mine.values(), key=lambda row: row.said))

    def _all_of(self, ref: str) -> tuple[Row, ...]:
        queries = (ListQuery("link", equals=((end, ref),), gone=True) for end in ("one", "other"))  # fmt: skip
        return tuple(row for query in queries for row in self._rooms.register.first(query, 200))  # fmt: skip

    def _decision(self, row: Row) -> DecisionLine:
        label, language = CODES.label, self._rooms.language

        def named(codes: str, name: str) -> str:
            return label(codes, str(row[name]), language) if row[name] else ""

        waits = not row.gone and self._queue.state_of(row.id) == "SECOND"
        return DecisionLine(
            *(row.id, str(row["decision"] or ""), named("link_decision", "decision")),
            named("link_reason", "reason"),
            str(row["reason_words"] or ""),
            str(row["decided_by"] or ""),
            str(row["decided_on"] or ""),
            str(row["second_by"] or ""),
            str(row["second_on"] or ""),
            named("link_decision", "second"),
            bool(row["for_court"]),
            row.gone,
            same_writer(str(row["decided_by"] or ""), self._rooms.who.counselor),
            waits,
            seen=bool(row["seen"]),
            looked_by=str(row["looked_by"] or ""),
            looked_on=str(row["looked_on"] or ""),
            looked_label=named("link_reason", "looked_reason"),
        )

    def _frozen(self, link: str) -> tuple[EvidenceLine, ...]:
        rows = sorted(self._rooms.register.find("link_line", link=link), key=lambda row: int(row["place"] or 0))  # fmt: skip
        lines = (
            Line(
                *(
                    str(row["says"] or ""),
                    str(row["kind"] or ""),
                    int(row["weight"] or 0),
                ),
                holders=int(row["holders"] or 0),
                one_records=(str(row["one_record"]),) if row["one_record"] else (),
                other_records=(str(row["other_record"]),)
                if row["other_record"]
                else (),
            )
            for row in rows
        )
        return self.evidence(one for one in lines if one.says)


_SHAKEN = {
    "objection": "matches-shaken-objection",
    "case": "matches-shaken-case",
    "record": "matches-shaken-record",
    "withheld": "matches-shaken-withheld",
    "weak": "matches-shaken-weak",
}
_DERIVED = frozenset({"mention", "name_initials", "name_roman", "bank_number"})
