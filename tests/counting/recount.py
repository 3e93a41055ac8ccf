"""Every table counted again in plain Python, over the open export and nothing else.

Written from the text of the design (``domain.md`` 2.7, 2.8) and ``intake/counting/FORMAT.md``: it
reads the exported JSON, knows the code lists, and shares no code with what it checks. A table is
told as *things*: each with how much it is, and every cell it stands in; a sum is the things of a
line, each once.
"""

import calendar
import datetime as dt
import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

_LISTS = json.loads((Path(__file__).resolve().parents[2] / "resources" / "codelists.json").read_text("utf-8"))  # fmt: skip
REQUESTS = {"FIRST", "AGAIN", "SEARCH", "KMCSC"}
EXTRA = {"MESSENGER", "CLOUD", "ARCHIVE"}
ENDED = {"REMOVED", "REFUSED", "BLOCKED", "TEMPORARY", "DELISTED", "GONE"}
LINKED = ("LEGAL", "MEDICAL", "PSYCH", "NETWORK")


def codes(name: str) -> list[str]:
    return [one["code"] for one in _LISTS[name]]


@dataclass
class Records:
    """What the files hold: every record with its id, case and fields."""

    by_kind: dict[str, list[dict]] = field(default_factory=lambda: defaultdict(list))

    def read(self, data: bytes) -> "Records":
        head, *lines = data.decode().splitlines()
        assert json.loads(head)["format"] == "ieum-records"
        for line in map(json.loads, lines):
            told = {"id": line["id"], "case": line.get("case", ""), **line["fields"]}
            self.by_kind[line["entity"]].append(told)
        return self

    def __getitem__(self, kind: str) -> list[dict]:
        return self.by_kind[kind]


@dataclass
class Told:
    """A table: its cells that are not nought, and how much only may belong to it."""

    cells: dict[tuple[str, str], int]
    doubtful: int = 0


def told(things, doubtful=(), across=True) -> Told:
    """``things``: (what it is, how much, row, column)."""
    found = defaultdict(dict)
    for thing, much, row, column in things:
        for place in {(row, column), (row, ""), ("", column), ("", "")}:
            found[place][thing] = much
    cells = {place: sum(each.values()) for place, each in found.items()}
    if not across:
        cells = {place: n for place, n in cells.items() if place[1]}
    return Told({place: n for place, n in cells.items() if n}, sum(dict(doubtful).values()))  # fmt: skip


# --- days ------------------------------------------------------------------------------


def span(said: str) -> tuple[dt.date, dt.date]:
    year, *rest = map(int, said.split("-"))
    if len(rest) == 2:
        return dt.date(year, *rest), dt.date(year, *rest)
    first, last = (rest[0], rest[0]) if rest else (1, 12)
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])  # fmt: skip


def lies(said: str | None, period: tuple[str, str]) -> bool | None:
    """Whether a day lies in a period; None: perhaps."""
    if period == ("", ""):
        return True
    if not said:
        return None
    first = span(period[0])[0] if period[0] else dt.date.min
    last = span(period[1])[1] if period[1] else dt.date.max
    begin, end = span(said)
    if first <= begin and end <= last:
        return True
    return None if begin <= last and end >= first else False


def month(said: str | None) -> str:
    return said[:7] if said and len(said) >= 7 else "UNDATED"


def years_old(born: dt.date, on: dt.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


# --- people ------------------------------------------------------------------------------


def band(age: int) -> str:
    if age < 10:
        return "U10"
    return "50" if age >= 50 else str(age // 10 * 10)


def band_of(case: dict, person: dict) -> str:
    if person.get("age") is not None:
        return band(person["age"])
    if person.get("birth") and case.get("received_on"):
        born, on = span(person["birth"]), span(case["received_on"])
        ages = {band(years_old(born[1], on[0])), band(years_old(born[0], on[1]))}
        if len(ages) == 1:
            return ages.pop()
    return person.get("age_band") or "U"


def first_of(values, nothing, otherwise):
    return next((one for one in values if one not in nothing), otherwise)


@dataclass
class Person:
    cases: list[str]
    sex: str
    band: str
    relation: str
    route: str
    before: bool
    harms: set[str]


def people(records: Records, groups, period) -> list[Person]:
    """Everybody, by the earliest of her cases that says something."""
    cases = {one["id"]: one for one in records["case"]}
    victim, incidents, harms = {}, defaultdict(list), defaultdict(set)
    for one in sorted(records["person"], key=lambda one: one["id"]):
        if one["role"] == "VICTIM":
            victim.setdefault(one["case"], one)
    for one in sorted(records["incident"], key=lambda one: one["id"]):
        incidents[one["case"]].append(one.get("relation", ""))
    for one in records["harm"]:
        if one.get("chosen"):
            harms[one["case"]].add(one["kind"])
    grouped = {case for group in groups for case in group}
    found = []
    for group in [*groups, *({case} for case in cases.keys() - grouped)]:
        mine = sorted((cases[one] for one in group if one in cases), key=lambda one: (one.get("received_on") or "9", one["id"]))  # fmt: skip
        if not mine:
            continue
        who = [(one, victim.get(one["id"], {})) for one in mine]
        received = mine[0].get("received_on")
        before = bool(period[0] and received and span(received)[1] < span(period[0])[0])
        found.append(Person(
            cases=[one["id"] for one in mine],
            sex=first_of((person.get("sex", "") for _, person in who), ("", "U"), "U"),
            band=first_of((band_of(*one) for one in who), ("U",), "U"),
            relation=first_of((r for one in mine for r in incidents[one["id"]]), ("", "UNKNOWN"), "UNKNOWN"),
            route=first_of((one.get("route", "") for one in mine), ("",), "U"),
            before=before or mine[0].get("intake_kind") in {"CONTINUED", "AGAIN"},
            harms={kind for one in mine for kind in harms[one["id"]]},
        ))  # fmt: skip
    return found


# --- the tables ------------------------------------------------------------------------------


def recount(records: Records, groups, period: tuple[str, str]) -> dict[str, Told]:
    """Return T1 to T11 with their annexes."""
    every = people(records, groups, period)
    dates = [(one["case"], lies(one.get("done_on"), period)) for one in records["support_action"]]  # fmt: skip
    dates += [(one["case"], lies(one.get("done_on"), period)) for one in records["deletion_action"] if one["kind"] in REQUESTS]  # fmt: skip
    sure = {case for case, when in dates if when}
    perhaps = {case for case, when in dates if when is None}
    here = [one for one in every if sure & set(one.cases)]
    maybe = [one for one in every if not sure & set(one.cases) and perhaps & set(one.cases)]  # fmt: skip
    return (
        _of_people(here, maybe)
        | _of_harm(here, maybe)
        | _of_support(records, period)
        | _of_deletion(records, period)
        | _of_addresses(records, period)
    )


def _of_people(here, maybe) -> dict[str, Told]:
    also = {one.cases[0]: 1 for one in maybe}
    place = {
        "T1": lambda one: (one.sex, "CONTINUED" if one.before else "NEW"),
        "T2": lambda one: (one.band, one.sex),
        "T4": lambda one: (one.relation, one.sex),
        "T9": lambda one: (one.route, ""),
    }
    return {name: told(((one.cases[0], 1, *where(one)) for one in here), also) for name, where in place.items()}  # fmt: skip


def _of_harm(here, maybe) -> dict[str, Told]:
    found = {}
    for end, name in (("", "damage_national"), (".annex", "damage_regional")):
        kinds = set(codes(name))
        also = {(one.cases[0], kind): 1 for one in maybe for kind in one.harms & kinds}
        for part, column in (("sex", "sex"), ("age", "band")):
            things = (((one.cases[0], kind), 1, kind, getattr(one, column)) for one in here for kind in one.harms & kinds)  # fmt: skip
            found[f"T3.{part}{end}"] = told(things, also)
    return found


def _of_support(records, period) -> dict[str, Told]:
    bodies = {one["id"]: one.get("kind", "U") for one in records["agency"]}
    lists = {"T5": set(codes("support")) - {"DELETE"}, "T5.annex": set(codes("support_regional")), "T11": set(LINKED)}  # fmt: skip
    things, also = defaultdict(list), defaultdict(dict)
    for one in records["support_action"]:
        when, much = lies(one.get("done_on"), period), one.get("quantity", 1)
        for name, kinds in lists.items():
            if one.get("kind") in kinds:
                row = bodies.get(one.get("agency"), "U") if name == "T11" else one["kind"]  # fmt: skip
                column = one["kind"] if name == "T11" else month(one.get("done_on"))
                if when:
                    things[name].append((one["id"], much, row, column))
                elif when is None:
                    also[name][one["id"]] = much
    for one in records["deletion_action"]:
        when = lies(one.get("done_on"), period)
        if one["kind"] in REQUESTS and when:
            things["T5"].append((one["id"], 1, "DELETE", month(one.get("done_on"))))
        elif one["kind"] in REQUESTS and when is None:
            also["T5"][one["id"]] = 1
    return {name: told(things[name], also[name]) for name in lists}


def outcome(posting: dict) -> str:
    result = posting.get("result")
    return result if result in ENDED else "OPEN"


def platform(posting: dict) -> str:
    said = posting.get("platform")
    return "U" if not said else "ETC" if said in EXTRA else said


def basis(code: str | None) -> str:
    if (code or "").startswith("REQ_"):
        return "REQUEST"
    return code if code in {"POLICE", "CSAM"} else "U"


def leaks_of(records) -> dict[str, set[str]]:
    found = defaultdict(set)
    for one in records["leak"]:
        if one.get("chosen"):
            found[one["of"]].add(one["kind"])
    return found


def _of_deletion(records, period) -> dict[str, Told]:
    postings = {one["id"]: one for one in records["posting"]}
    cases = {one["id"]: one.get("delete_basis") for one in records["case"]}
    leaks = leaks_of(records)
    things, also = defaultdict(list), defaultdict(dict)
    for one in records["deletion_action"]:
        if one["kind"] not in REQUESTS | {"CHECK"}:
            continue
        posting = postings.get(one.get("posting"), {})
        why = basis(one.get("basis") or cases[one["case"]])
        places = {"T7.checks": [(why, "R4" if one["kind"] == "CHECK" else "R1")]}
        if one["kind"] in REQUESTS:
            places["T6"] = [(platform(posting), outcome(posting))]
            places["T7"] = [(why, "")]
            places["T8"] = [(kind, "") for kind in leaks[one.get("posting")]]
            if posting.get("platform") in EXTRA:
                places["T6.annex"] = [(posting["platform"], outcome(posting))]
        _place(one["id"], lies(one.get("done_on"), period), places, things, also)
    names = ("T6", "T6.annex", "T7", "T7.checks", "T8")
    return {name: told(things[name], also[name]) for name in names}


def _place(thing, when, places, things, also) -> None:
    for name, where in places.items():
        if when:
            things[name] += [(thing, 1, *cell) for cell in where]
        elif when is None and where:
            also[name][thing] = 1


def address(posting: dict) -> tuple[str, str]:
    """What makes two rows of a case one: the address, however its scheme and end are spelled."""
    plain = posting.get("url", "").lower().partition("://")[2]
    return posting["case"], plain.removeprefix("www.").rstrip("/") or posting["id"]


def _of_addresses(records, period) -> dict[str, Told]:
    leaks = leaks_of(records)
    things, also = defaultdict(list), defaultdict(dict)
    for one in records["posting"]:
        again = one.get("parent") or one.get("restored", 0) > 0 or one.get("result") in {"REUPLOADED", "RESTORED"}  # fmt: skip
        places = {
            "T6.addresses": [(platform(one), outcome(one))],
            "T8.addresses": [(kind, "") for kind in leaks[one["id"]]],
            "T10": [(month(one.get("found_on")), "R5" if again else "NEW")],
        }
        if one.get("platform") in EXTRA:
            places["T6.addresses.annex"] = [(one["platform"], outcome(one))]
        _place(address(one), lies(one.get("found_on"), period), places, things, also)
        gone = {"T10": [(month(one.get("result_on")), "R3")]} if outcome(one) == "REMOVED" else {}  # fmt: skip
        _place(("gone", *address(one)), lies(one.get("result_on"), period), gone, things, also)  # fmt: skip
    names = ("T6.addresses", "T6.addresses.annex", "T8.addresses", "T10")
    return {name: told(things[name], also[name], across=name != "T10") for name in names}  # fmt: skip


def recount_groups(records: Records, groups, named: dict[str, set[str]], period) -> dict[str, Told]:  # fmt: skip
    """Return T12 of cases by the name of their group."""
    cases = {one["id"]: one.get("center", "") for one in records["case"]}
    everyone = people(records, groups, period)
    things, also = defaultdict(list), defaultdict(dict)
    for name, chosen in named.items():
        things["T12"] += [(one.cases[0], 1, name, "") for one in everyone if chosen & set(one.cases)]  # fmt: skip
        things["T12.centers"] += [(cases[one], 1, name, "") for one in chosen & cases.keys() if cases[one]]  # fmt: skip
        for one in records["deletion_action"]:
            if one["case"] in chosen and one["kind"] in REQUESTS:
                _place(one["id"], lies(one.get("done_on"), period), {"T12.actions": [(name, "")]}, things, also)  # fmt: skip
    names = ("T12", "T12.centers", "T12.actions")
    return {name: told(things[name], also[name]) for name in names}
