"""What stands in a performance paper (피해지원 실적): counted once, at one position, for one court."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.counting import RULES, Look, counted
from intake.counting.tables import ALL, Table
from intake.counting.tables.deletion import deletion
from intake.counting.tables.harms import harms
from intake.counting.tables.support import support
from intake.desk.bonds import Bonds
from intake.desk.dossier_reading import Agreed
from intake.desk.lines import names_of_centers
from intake.desk.paper_facts import Facts
from intake.desk.profile_tally import Tally
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.documents import Card, CountTable, Performance, PseudonymRow
from intake.register import CODES

_SYLLABLE = "가"
LAW = "성폭력방지법 제7조의3, 제7조의4"
_SHOWN = ("T6.addresses", "T3.sex", "T5", "T8.addresses")
_ONLY_SUMS = frozenset({"T3.sex", "T5"})  # in court a kind of harm is not split by sex
HEADLINES = ("V1", "M1", "M2", "R1", "R1-FIRST", "R1-AGAIN", "R2", "R2N", "R3", "R3-BLOCKED", "R3-REFUSED", "R3-TEMPORARY", "R3-OPEN", "R5", "R6")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the numbers of a paper."""

    number: str
    query: str
    draft: bool = False


def names_of(agreed: Sequence[Agreed]) -> dict[str, str]:
    """Return the pseudonym (가명) of every case, in the order of a dossier."""
    return {one.case: f"{_SYLLABLE}-{at:02}" for at, one in enumerate(agreed, 1)}


class Performed:
    """One paper while it is made."""

    def __init__(
        self, rooms: Rooms, look: Look, names: dict[str, str], plan: PaperPlan
    ) -> None:
        """Count in one look; ``names`` are the pseudonyms of the cases that may be told of."""
        self._rooms, self._look, self._names, self._plan = rooms, look, names, plan
        self._named = names_of_centers(rooms)
        self._tally = Tally(rooms, Bonds(rooms), names)
        self._found = {rule: counted(look, RULES[rule]) for rule in HEADLINES}

    @property
    def facts(self) -> Facts:
        """What the same look says as sentences."""
        accused = self._plan.about if self._plan.about_kind == "PROFILE" else ""
        return Facts(self._rooms, self._look, self._found, self._tally, accused)

    def paper(self, head: Head) -> Performance:
        """Return the paper."""
        rooms, plan, texts = self._rooms, self._plan, self._rooms.texts
        every = self._tables()
        rules = ("V1", "M1", "R1", "R2", "R3", "R5")
        return Performance(
            center=rooms.who.center_name,
            law=LAW,
            court=plan.court,
            case_number=plan.case_number,
            accused=plan.accused,
            number=head.number,
            made_on=texts.day(rooms.clock.today().isoformat()),
            as_of=texts.moment(rooms.clock.wall()),
            fingerprint=rooms.ledger.position_hash()[:16],
            basis=texts("paper-basis", rules=" · ".join(RULES[one].label for one in ("R1", "R2", "R3", "V1")), query=head.query),
            period=self._said(*self._tally.period(self._names)),
            headline=tuple(self._cards()),
            cases=tuple(self._cases()),
            tables=tuple(self._printed(every[name]) for name in _SHOWN),
            months=tuple(self._months(every["T5"], every["T10"])),
            rules=tuple((f"{RULES[one].name(rooms.language)} · {RULES[one].label}", RULES[one].how(rooms.language)) for one in rules),
            sources=((texts("paper-source-position"), rooms.ledger.position_hash()), (texts("paper-source-query"), head.query), (texts("paper-source-centers"), ", ".join(self._centers()))),
            made_by=rooms.who.counselor,
            checked_by=plan.checked_by,
            outward=plan.outward,
            draft=head.draft,
        )  # fmt: skip

    # --- numbers -----------------------------------------------------------------------

    def _value(self, rule: str) -> int:
        return self._found[rule].amount.value

    def _cards(self) -> Iterator[Card]:
        texts, value = self._rooms.texts, self._value
        minors = texts("paper-card-minors", count=value("M1")) if value("M1") else ""
        asked = texts("paper-card-asked", first=value("R1-FIRST"), again=value("R1-AGAIN"))  # fmt: skip
        yield self._card("V1", minors)
        yield self._card("R1", asked)
        yield self._card("R3", texts("paper-card-of", count=value("R2")))
        yield self._card("R5", "")

    def _card(self, rule: str, note: str) -> Card:
        texts, told = self._rooms.texts, RULES[rule]
        unit = texts(f"figure-unit-{told.unit.lower()}")
        number = texts("paper-with-unit", value=self._value(rule), unit=unit)
        return Card(number, told.name(self._rooms.language), note)

    def _tables(self) -> dict[str, Table]:
        told = (*deletion(self._look), *harms(self._look), *support(self._look))
        return {one.id: one for one in told}

    def _printed(self, table: Table) -> CountTable:
        texts = self._rooms.texts
        columns = (ALL,) if table.id in _ONLY_SUMS else table.columns_shown
        rows = [row for row in table.rows_shown if row == ALL or any(table.at(row, one) for one in columns)]  # fmt: skip
        unit = texts(f"figure-unit-{table.unit.lower()}")
        heads = (table.columns.label(one, texts) if one or len(columns) > 1 else unit for one in columns)  # fmt: skip
        return CountTable(
            texts(table.title),
            (texts(table.rows.title), *heads),
            tuple((table.rows.label(row, texts), *(texts.number(table.at(row, one)) for one in columns)) for row in rows),
            texts("paper-table-note", unit=unit, rule=table.rule.label),
        )  # fmt: skip

    def _months(self, asked: Table, went: Table) -> Iterator[tuple[str, tuple[int, int]]]:  # fmt: skip
        """Yield month by month what was asked for and what was removed."""
        for month in sorted({*asked.columns.codes, *went.rows.codes}):
            if month[:4].isdigit():
                told = asked.at("DELETE", month), went.at(month, "R3")
                yield month.replace("-", "."), told

    # --- cases --------------------------------------------------------------------------

    def _cases(self) -> Iterator[PseudonymRow]:
        actions, addresses = self._found["R1"].by_case, self._found["R2"].by_case
        minors = {case for one in self._look.victims if one.minor for case in one.cases}
        person = {case: one.cases[0] for one in self._look.victims for case in one.cases}  # fmt: skip
        for case, name in self._names.items():
            first = person.get(case, case)
            yield PseudonymRow(
                label=name,
                center=self._center(case),
                minor=self._rooms.texts("paper-yes") if case in minors else "",
                harms=", ".join(self._harms(case)),
                period=self._said(*self._tally.period((case,))),
                addresses=addresses[case],
                actions=actions[case],
                counted_with=self._names.get(first, "") if first != case else "",
            )

    def _harms(self, case: str) -> Iterator[str]:
        lists = ("damage_national", "damage_regional")
        told = {kind for of, kind in self._look.harms if of == case}
        for name in lists:
            for one in CODES.lists[name]:
                if one.code in told:
                    yield CODES.label(name, one.code, self._rooms.language)

    def _center(self, case: str) -> str:
        return self._named(next(iter(self._tally.centers((case,))), ""))

    def _centers(self) -> list[str]:
        return [self._named(one) for one in self._tally.centers(self._names)]

    def _said(self, first: str, last: str) -> str:
        texts = self._rooms.texts
        days = [texts.day(one) for one in dict.fromkeys((first, last)) if one]
        return " – ".join(days)
