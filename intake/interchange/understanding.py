"""From rows to facts (줄 읽기), as a person has matched the columns.

* A row that cannot be taken is refused with its column and a code; the others go on.
* Ids are natural wherever a fact has words of its own, so the same sheet read again says
  nothing new; equal lines are told apart by how often they stand in the sheet.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.ids import natural_id
from intake.interchange.casebook import CaseBook, CaseRef
from intake.interchange.cells import Misfit, codes_of, phone, value_of
from intake.interchange.facts import Fact, Gathered
from intake.interchange.table import Line, Table
from intake.interchange.targets import CASE, TARGETS, Target
from intake.matching import Address, NotAddress
from intake.progress import Progress
from intake.register import Field, Value
from intake.register.keys import identifier_id, outside_id, tick_id

_EMPTY = frozenset({"-", "–", "—", "n/a", "na", "해당없음", "미입력"})
_STATES = {
    **dict.fromkeys(("미상", "모름", "불명", "unknown"), "UNK"),
    **dict.fromkeys(("응답거부", "응답 거부", "거부", "declined"), "DECLINED"),
}
_STEP = 500
_REMEMBERED = 2_000  # different words of one column
_TYPED = 2_000  # letters that are kept of what stood in the cell
_OWN = ("kind", "value", "site")  # what an account of the victim's own keeps


@dataclass(frozen=True, slots=True)
class Matched:
    """How the columns of a sheet were matched, and the case where no column names one."""

    target: str
    columns: tuple[str, ...]
    case: str = ""
    counselor: str = ""


class _Refused(Exception):
    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


Said = Mapping[str, dict[str, Value]]


class Understanding:
    """Reads the rows of one sheet."""

    def __init__(self, table: Table, matched: Matched, book: CaseBook) -> None:
        """Read with these columns."""
        self._table, self._matched, self._book = table, matched, book
        self._target: Target = TARGETS[matched.target]
        self._named = {
            key: table.header[at] for at, key in enumerate(matched.columns) if key
        }
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._lying: dict[str, dict[str, Value]] = {}  # new postings
        self._known: dict[int, dict[str, Mapping[str, Value]]] = {}

    def gather(self, progress: Progress) -> Gathered:
        """Return what all rows say."""
        found, total = Gathered(), self._table.source.rows
        for done, line in enumerate(self._table.each()):
            if done % _STEP == 0:
                progress.step(min(done, total), total, "progress-reading")
            try:
                found.take(line.number, tuple(self._row(line)))
            except _Refused as refused:
                found.refuse(line.number, refused.column, refused.why)
        return found

    # --- cells ------------------------------------------------------------------

    def _row(self, line: Line) -> Iterator[Fact]:
        if -1 in line.faults:
            raise _Refused("", line.faults[-1])
        said, many = self._cells(line)
        for need in self._target.needs:
            entity, _, name = need.partition("/")
            if said.get(entity, {}).get(name) is None:
                raise _Refused(self._named.get(need, ""), "empty")
        match self._target.name:
            case "cases":
                yield from self._case(said, many)
            case "postings":
                yield from self._posting(said, many)
            case _:
                yield self._record(said)

    def _cells(self, line: Line) -> tuple[Said, dict[str, tuple[str, ...]]]:
        said: dict[str, dict[str, Value]] = {}
        many: dict[str, tuple[str, ...]] = {}
        for at, key in enumerate(self._matched.columns):
            if not key:
                continue
            if at in line.faults:
                raise _Refused(self._table.header[at], line.faults[at])
            text = line.cells[at].strip() if at < len(line.cells) else ""
            if not text or text.casefold() in _EMPTY:
                continue
            column = self._target.by_key[key]
            try:
                if column.many:
                    many[column.entity] = codes_of(column.declared, text)
                else:
                    told = said.setdefault(column.entity, {})
                    told.update(self._said(at, column.declared, text))
            except Misfit as misfit:
                raise _Refused(self._table.header[at], misfit.why) from misfit
        return said, many

    def _said(self, at: int, field: Field, text: str) -> Mapping[str, Value]:
        """Return what a cell says; days and codes stand in a column again and again."""
        known = self._known.setdefault(at, {})
        told = known.get(text)
        if told is None:
            told = _read(field, text)
            if len(known) < _REMEMBERED:
                known[text] = told
        return told

    def _ref(self, said: Said) -> CaseRef:
        number = said.get("case", {}).get("number")
        if number is None:
            ref = self._book.by_id(self._matched.case) if self._matched.case else None
            why = "no-case"
        else:
            ref, why = self._book.find(str(number)), "unknown-case"
        if ref is None:
            raise _Refused(self._named.get(CASE, ""), why)
        return self._ours(ref)

    def _ours(self, ref: CaseRef) -> CaseRef:
        why = self._book.why_not(ref)
        if why:
            raise _Refused(self._named.get(CASE, ""), why)
        return ref

    # --- cases --------------------------------------------------------------------

    def _case(self, said: Said, many: Mapping[str, tuple[str, ...]]) -> Iterator[Fact]:
        told = said["case"]
        numbers = [told.get(n) for n in ("number", "other_number", "central_number")]
        known = (self._book.find(str(one)) for one in numbers if one)
        ref = next((one for one in known if one), None)
        ref = self._ours(ref or self._book.coming(str(told["number"])))
        begun: dict[str, Value] = {
            "state": "RECEIVED",
            "consent": "NONE",
            "counselor": self._matched.counselor,
            "center": self._book.center,
            "owner": self._book.center,
        }
        if ref.known:  # found by another system's number: ours stays
            told = {name: value for name, value in told.items() if name != "number"}
        yield Fact("case", ref.id, ref.id, told, defaults=begun)
        victim = natural_id("person", ref.id, "victim")
        yield Fact(
            "person", victim, ref.id, {"role": "VICTIM", **said.get("person", {})}
        )
        incident = natural_id("incident", ref.id, "main")
        if "incident" in said:
            yield Fact("incident", incident, ref.id, said["incident"])
        for entity in ("harm", "material_kind"):
            yield from _ticks(entity, incident, ref.id, many.get(entity, ()))

    # --- postings -------------------------------------------------------------------

    def _posting(
        self, said: Said, many: Mapping[str, tuple[str, ...]]
    ) -> Iterator[Fact]:
        ref, told = self._ref(said), said["posting"]
        address = self._book.read(str(told["url"]))
        if isinstance(address, NotAddress):
            raise _Refused(self._named["posting/url"], "not-address")
        record, lies = self._lies(ref, address, str(told["url"]).strip())
        action = self._action(record, said.get("deletion_action", {}))
        others = {name: value for name, value in told.items() if name != "url"}
        yield Fact("posting", record, ref.id, others | lies)
        yield from _ticks("leak", record, ref.id, many.get("leak", ()))
        if action is not None:
            action.case = ref.id
            yield action

    def _lies(
        self, ref: CaseRef, address: Address, typed: str
    ) -> tuple[str, dict[str, Value]]:
        """Return the posting of an address, and its spelling where it is not known yet."""
        known = self._book.addresses(ref.id)
        here = bool(known.get(address.key))
        record = known.record_for(ref.id, address)
        if not here:
            differs = typed != address.url and len(typed) <= _TYPED
            told: dict[str, Value] = {"typed": typed} if differs else {}
            self._lying[record] = {"url": address.url, **told}
        return record, self._lying.get(record, {})

    def _action(self, posting: str, told: dict[str, Value]) -> Fact | None:
        if not told:
            return None
        if told.get("kind") is None:
            if "deletion_action/kind" in self._named or not told.get("done_on"):
                raise _Refused(self._named.get("deletion_action/kind", ""), "no-kind")
            times = self._seen["asked", posting]
            self._seen["asked", posting] += 1
            told = {**told, "kind": "AGAIN" if times else "FIRST"}
        record, outside = self._numbered(
            "deletion_action",
            (posting, str(told["kind"]), str(told.get("done_on") or "")),
            told,
        )
        return Fact(
            "deletion_action",
            record,
            "",
            told | {"posting": posting},
            counted_outside=outside,
        )

    def _numbered(
        self, entity: str, words: tuple[str, ...], told: Mapping[str, Value]
    ) -> tuple[str, bool]:
        """Return the id of something another system may have numbered, and whether it has."""
        system, number = told.get("outside_system"), told.get("outside_number")
        if system and number:
            return outside_id(str(system), str(number)), True
        return self._by_words(entity, words), False

    def _by_words(self, entity: str, words: tuple[str, ...]) -> str:
        """Return the id of a line by its words and how often they stood in this sheet before."""
        times = self._seen[entity, *words]
        self._seen[entity, *words] += 1
        return natural_id("import", entity, *words, str(times))

    # --- other records -------------------------------------------------------------------

    def _record(self, said: Said) -> Fact:
        ref, entity = self._ref(said), self._target.entity
        told = said.get(entity, {})
        if not told:
            raise _Refused("", "empty")
        if entity == "identifier":
            return _identifier(ref.id, told)
        words = (ref.id, *(str(told.get(name) or "") for name in self._target.keys))
        if entity == "person":
            if told.get("role") in {None, "VICTIM"}:
                victim = natural_id("person", ref.id, "victim")
                return Fact("person", victim, ref.id, told | {"role": "VICTIM"})
        elif entity in {"incident", "suspect"}:
            self._seen[entity, ref.id] += 1
            if self._seen[entity, ref.id] == 1:
                return Fact(entity, natural_id(entity, ref.id, "main"), ref.id, told)
        record, outside = self._numbered(entity, words, told)
        return Fact(entity, record, ref.id, told, counted_outside=outside)


def _read(field: Field, text: str) -> dict[str, Value]:
    """Return the field a cell fills; words for not knowing fill its answer state."""
    state = _STATES.get(text.casefold())
    try:
        value = value_of(field, text)
    except Misfit:
        if state is None or not field.asked:
            raise
        value = None
    if state is not None and field.asked and not (field.choices and value is not None):
        return {f"{field.name}_state": state}
    return {field.name: value}


def _ticks(entity: str, of: str, case: str, codes: Sequence[str]) -> Iterator[Fact]:
    for code in codes:
        said: dict[str, Value] = {"of": of, "kind": code, "chosen": True}
        yield Fact(entity, tick_id(entity, of, code), case, said)


def _identifier(case: str, told: dict[str, Value]) -> Fact:
    """Return an account; one of the victim's own is identity and a record of its own."""
    kind, value = str(told["kind"]), str(told["value"])
    value = phone(value) if kind == "phone" else value
    record = identifier_id(case, kind, value)
    said: dict[str, Value] = {**told, "value": value}
    if told.get("role") == "VICTIM":
        kept = {name: one for name, one in said.items() if name in _OWN}
        return Fact("own_account", record, case, kept)
    return Fact("identifier", record, case, said)
