"""Facts that may speak to a factor of the guideline (관련 사실): each a sentence with its number.

* A fact of which nothing was counted is no sentence. Nothing here weighs anything.
* Channels are the ways in which the accused was reached or met, by kind of identifier; what the
  desk marked as used by many (여럿이 쓰는 값) is none.
* Sites are those where something was put up, by the host of its address. A search engine puts
  nothing up.
"""

# ruff: noqa: S608 - names of the schema stand in a statement

import datetime as dt
from collections.abc import Iterator, Mapping

from intake.counting import RULES, Counted, Look
from intake.counting.period import earliest, latest
from intake.counting.selecting import selection_of, tallied
from intake.desk.bonds import Bonds
from intake.desk.graph_reading import Reading
from intake.desk.paper_making import Making
from intake.desk.profile_tally import Tally
from intake.desk.rooms import Rooms
from intake.ledger.catalogue import chunks, within
from intake.register import CODES, SCHEMA
from intake.register.fold import blob_of

_FAMILIES = {
    "phone": "phone",
    "email": "email",
    "kakao_openchat": "kakao",
    "kakao_id": "kakao",
    "telegram": "telegram",
    "telegram_id": "telegram",
    "telegram_invite": "telegram",
    "instagram": "instagram",
    "twitter": "twitter",
    "facebook": "facebook",
    "tiktok": "tiktok",
    "discord": "discord",
    "line": "line",
}
_HOSTS = f"SELECT DISTINCT url_host FROM {SCHEMA['posting'].table} WHERE deleted IS NULL AND url_host IS NOT NULL AND coalesce(platform, '') <> 'SEARCH' AND \"case\" IN (?*)"  # fmt: skip
_UPLOADS = f"SELECT min(uploaded_on), max(uploaded_on) FROM {SCHEMA['posting'].table} WHERE deleted IS NULL AND uploaded_on IS NOT NULL AND \"case\" IN (?*)"  # fmt: skip
_MONTH = "substr(coalesce(t.found_on, ''), 1, 7)"
_MONTHS, _A_DAY, _A_MONTH = 12, 10, 7

# Every fact that a factor of the guideline may name; nothing else is ever looked up by name.
FACTS = frozenset({"victims", "minors", "under-14", "again", "waves", "open", "refused", "leaked", "medical",
                   "period", "uploads", "centers", "channels", "sites", "harms"})  # fmt: skip


def facts_of(making: Making) -> "Facts":
    """Return the facts that a paper is made from."""
    accused = making.plan.about if making.plan.about_kind == "PROFILE" else ""
    tally = Tally(making.rooms, Bonds(making.rooms), dict(making.names))
    return Facts(making.rooms, making.look, making.found, tally, accused)


class Facts:
    """What the records say, by the name of the fact."""

    def __init__(
        self,
        rooms: Rooms,
        look: Look,
        found: Mapping[str, Counted],
        tally: Tally,
        accused: str = "",
    ) -> None:
        """Read what was counted already in one look; ``accused`` is a suspect of the profile."""
        self._rooms, self._look, self._found, self._tally = rooms, look, found, tally
        self._accused = accused

    def said(self, name: str) -> str:
        """Return a fact as a sentence; empty where there is nothing to say, or no such fact."""
        if name not in FACTS:
            return ""
        told = getattr(self, f"_{name.replace('-', '_')}")()
        return str(told)

    def some(self, *names: str) -> tuple[str, ...]:
        """Return those of several facts of which there is something to say."""
        return tuple(filter(None, map(self.said, names)))

    # --- one fact each -------------------------------------------------------------------

    def _victims(self) -> str:
        return self._count("V1", "fact-victims")

    def _minors(self) -> str:
        return self._count("M1", "fact-minors")

    def _under_14(self) -> str:
        return self._count("M2", "fact-under-14")

    def _again(self) -> str:
        return self._count("R5", "fact-again")

    def _open(self) -> str:
        return self._count("R3-OPEN", "fact-open")

    def _refused(self) -> str:
        return self._count("R3-REFUSED", "fact-refused")

    def _leaked(self) -> str:
        return self._count("R6", "fact-leaked", of=self._value("R2"))

    def _waves(self) -> str:
        """Say in how many months something was found again, and in which the most."""
        found = tallied(self._look.db, selection_of(RULES["R5"]).within(self._look.period), self._look.population, (_MONTH,))  # fmt: skip
        months = {month: number for (month,), number in found.items() if len(month) == _A_MONTH}  # fmt: skip
        if not months:
            return ""
        texts, most = self._rooms.texts, max(months, key=lambda one: (months[one], one))
        return texts("fact-waves", months=len(months), most=texts.day(most), count=months[most])  # fmt: skip

    def _medical(self) -> str:
        told = {case for case, kinds in self._supports() if "MEDICAL" in kinds}
        return self._rooms.texts("fact-medical", count=len(told)) if told else ""

    def _period(self) -> str:
        return self._between("fact-period", *self._tally.happened(self._look.population.cases))  # fmt: skip

    def _uploads(self) -> str:
        days = [row for row in self._read(_UPLOADS) if row[0]]
        if not days:
            return ""
        return self._between("fact-uploads", min(one for one, _ in days), max(last for _, last in days))  # fmt: skip

    def _centers(self) -> str:
        told = self._tally.centers(self._look.population.cases)
        return self._rooms.texts("fact-centers", count=len(told)) if told else ""

    def _channels(self) -> str:
        """Say how many channels are the accused's own, in the cases that may be told of."""
        if not self._accused:
            return ""
        reading, here = Reading(self._rooms), self._look.population.cases
        members = [one for one in reading.group(self._accused) if reading.case_of(one) in here]  # fmt: skip
        clues = [clue for one in members for clue in reading.clues(one) if not clue.shared]  # fmt: skip
        kinds = {_FAMILIES[one.kind] for one in clues if one.kind in _FAMILIES}
        return self._rooms.texts("fact-channels", count=len(kinds)) if kinds else ""

    def _sites(self) -> str:
        hosts = {host for (host,) in self._read(_HOSTS)}
        return self._rooms.texts("fact-sites", count=len(hosts)) if hosts else ""

    def _harms(self) -> str:
        told = {kind for _, kind in self._look.harms}
        names = [CODES.label(name, one.code, self._rooms.language) for name in ("damage_national", "damage_regional") for one in CODES.lists[name] if one.code in told]  # fmt: skip
        return self._rooms.texts("fact-harms", kinds=", ".join(names)) if names else ""

    # --- within ----------------------------------------------------------------------------

    def _value(self, rule: str) -> int:
        return self._found[rule].amount.value

    def _count(self, rule: str, text: str, **more: int) -> str:
        value = self._value(rule)
        return self._rooms.texts(text, count=value, **more) if value else ""

    def _between(self, text: str, first: str, last: str) -> str:
        if not first or not last:
            return ""
        texts = self._rooms.texts
        days = days_between(first, last)
        length = texts("fact-days" if days else "fact-months", days=days, months=months_between(first, last))  # fmt: skip
        return texts(text, first=texts.day(first), last=texts.day(last), length=length)

    def _supports(self) -> Iterator[tuple[str, set[str]]]:
        table = SCHEMA["support_action"].table
        sql = (
            f'SELECT "case", kind FROM {table} WHERE deleted IS NULL AND "case" IN (?*)'
        )
        kinds: dict[str, set[str]] = {}
        for case, kind in self._read(sql):
            kinds.setdefault(case, set()).add(str(kind))
        yield from kinds.items()

    def _read(self, sql: str) -> Iterator[tuple[str, ...]]:
        for some in chunks(map(blob_of, sorted(self._look.population.cases))):
            yield from self._look.db.all(within(sql, some), some)


def months_between(first: str, last: str) -> int:
    """Return how many whole months lie between two days of any precision.

    >>> months_between("2021-03-14", "2024-11-02"), months_between("2024", "2024")
    (43, 11)
    """
    begin, end = earliest(first), latest(last)
    months = (int(end[:4]) - int(begin[:4])) * _MONTHS + int(end[5:7]) - int(begin[5:7])
    return months - (end[8:] < begin[8:])


def days_between(first: str, last: str) -> int:
    """Return how many days lie between two days; 0 where one of them is not known to the day.

    >>> days_between("2021-03-14", "2024-11-02"), days_between("2021-03", "2024-11-02")
    (1329, 0)
    """
    if min(len(first), len(last)) < _A_DAY:
        return 0
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
