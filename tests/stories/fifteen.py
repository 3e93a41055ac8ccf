"""The story's fifteen cases as files that centers would bring in, and the figures they give.

``files(scenario, center)`` are the sheets of one center: cases (CSV in CP949, or our open
format), identifiers (CSV), postings with their actions (XLSX or CSV). ``figures(desk)`` counts
what stands in a register by plain queries; it may be called on any desk, also after a restore.
"""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter

from intake.desk import Desk
from intake.desk.views.interchange import Imported, ImportPlan
from intake.ids import natural_id
from intake.progress import Silent
from intake.register.keys import tick_id

CENTERS = ("IC", "SL", "BS", "GG", "DG", "CN", "C1")
LEAKED, PARALLEL, BOTH_LISTS = 2_190, 31, 40
SYSTEM = "중앙 삭제지원"
_SITES = ("tube-a", "tube-b", "board-c", "clip-d")
_RESULTS = (
    ("done", "REMOVED"),
    ("block", "BLOCKED"),
    ("refuse", "REFUSED"),
    ("temp", "TEMPORARY"),
    ("open", "REQUESTED"),
)
_KIND = {
    "REQ_SELF": "SELF",
    "REQ_LINEAL": "LINEAL",
    "REQ_SIBLING": "SIBLING",
    "REQ_AGENT": "AGENT",
}
R1 = frozenset({"FIRST", "AGAIN", "SEARCH", "KMCSC"})


def number_of(case: dict) -> str:
    """The number a case has at its center."""
    return f"2099-{case['center']}-{int(case['id'][1:]):06d}"


def id_of(case: dict) -> str:
    """The id that the number leads to, however it is brought in."""
    return natural_id("case", case["center"], number_of(case).casefold())


def retention_of(case: dict) -> str:
    """성폭력방지법 시행규칙 2조의6④: for ever, ten years, five."""
    if "CSAM" in case["material"]:
        return "PERM"
    return "Y10" if case["basis"] == "POLICE" else "Y5"


# --- cases -----------------------------------------------------------------------------


def cases_text(cases: list[dict]) -> bytes:
    """As a center's own sheet: Korean words, CP949."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(
        ["사건번호", "접수일", "경로", "동의", "성별", "나이", "피해유형", "관계", "자료구분",
         "요청자", "삭제근거", "보유기간"]
    )  # fmt: skip
    for one in cases:
        harm = ", ".join([*one["damage"], *one["ext"]])
        writer.writerow(
            [number_of(one), "2024. 3. 4.", "방문", "모두 동의", "여", f"{one['age']}세", harm,
             one["relation"], "/".join(one["material"]), _KIND.get(one["basis"], ""),
             one["basis"], retention_of(one)]
        )  # fmt: skip
    return out.getvalue().encode("cp949")


def cases_open(cases: list[dict], center: str) -> bytes:
    """In our open format."""
    head = {"format": "ieum-records", "version": 1, "source": center}
    lines = [head, *(line for one in cases for line in lines_of(one))]
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in lines).encode()


def lines_of(one: dict):
    """A case, its victim and what happened, record by record, in our open format."""
    case = id_of(one)
    incident = natural_id("incident", case, "main")
    yield {
        "entity": "case",
        "id": case,
        "fields": {
            "number": number_of(one), "received_on": "2024-03-04", "route": "VISIT",
            "counselor": "박상담", "consent": "FULL", "state": "DELETING",
            "center": one["center"], "delete_basis": one["basis"],
            "retention": retention_of(one), "training": False,
        },
    }  # fmt: skip
    person = {"role": "VICTIM", "sex": one["sex"], "age": one["age"]}
    if one["basis"] in _KIND:
        person["requester_kind"] = _KIND[one["basis"]]
    yield _of("person", natural_id("person", case, "victim"), case, person)
    yield _of("incident", incident, case, {"relation": one["relation"]})
    ticked = [("harm", code) for code in (*one["damage"], *one["ext"])]
    ticked += [("material_kind", code) for code in one["material"]]
    for entity, code in ticked:
        said = {"of": incident, "kind": code, "chosen": True}
        yield _of(entity, tick_id(entity, incident, code), case, said)


def _of(entity: str, record: str, case: str, fields: dict) -> dict:
    return {"entity": entity, "id": record, "case": case, "fields": fields}


def identifiers_text(scenario: dict, cases: list[dict]) -> bytes:
    """What each case knows of the perpetrator, as typed there."""
    numbers = {one["id"]: number_of(one) for one in cases}
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(
        ["사건번호", "종류", "값", "사이트", "강도", "부터", "까지", "역할"]
    )
    for one in scenario["identifiers"]:
        if one["case"] in numbers:
            writer.writerow(
                [numbers[one["case"]], one["kind"], one["raw"].strip(), one.get("site", ""),
                 one["strength"], *one["seen"], "SUSPECT"]
            )  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


# --- postings ------------------------------------------------------------------------------

HEADER = ("사건번호", "URL", "플랫폼", "발견일", "상태", "상태 확인일", "경찰 요청분", "신상정보",
          "조치 종류", "조치일", "다른 시스템", "다른 시스템의 번호", "게시일")  # fmt: skip
# The first and the last day on which anything was put up (domain §8.5), and whose address it is.
UPLOADED = {("V01", 0): "2021-03-14", ("V15", 1): "2024-11-02"}


def urls_of(scenario: dict, case: dict, count: int) -> list[str]:
    """The addresses of a case; some lie in another case too."""
    found = []
    for one, other, shared in scenario["shared_urls"]:
        if case["id"] in {one, other}:
            found += [
                f"https://tube-a.example/{one}-{other}/{k}" for k in range(shared)
            ]
    own = count - len(found)
    stem = case["id"].lower()
    return found + [f"https://{_SITES[k % 4]}.example/{stem}/{k}" for k in range(own)]


def posting_rows(scenario: dict, case: dict) -> list[list[str]]:
    """One row for every action of a case (domain §8.2)."""
    told = next(one for one in scenario["urls"] if one["id"] == case["id"])
    urls = urls_of(scenario, case, told["u"])
    results = [code for name, code in _RESULTS for _ in range(told[name])]
    leaked = _leaked(scenario)[case["id"]]
    rows = []
    for k, (url, result) in enumerate(zip(urls, results, strict=True)):
        parallel = "예" if case["id"] == "V15" and k < PARALLEL else ""
        leak = "성명" if k < leaked else ""
        rows.append(_row(case, url, k, result, parallel, leak=leak, kind="FIRST"))
        if parallel:
            rows.append(_row(case, url, k, result, parallel, leak=leak, kind="POLICE"))
    again = (
        _row(case, urls[k], k, results[k], "", kind="AGAIN") for k in range(told["re"])
    )
    return [*rows, *again]


def _leaked(scenario: dict) -> dict[str, int]:
    whole = sum(one["u"] for one in scenario["urls"])
    found, given = {}, 0
    for one in scenario["urls"]:
        found[one["id"]] = one["u"] * LEAKED // whole
        given += found[one["id"]]
    found["V15"] += LEAKED - given
    return found


def _row(case, url, k, result, parallel, *, leak="", kind) -> list[str]:
    day = f"2024-{3 + k % 8:02d}-{1 + k % 28:02d}"
    system, outside = "", ""
    if case["id"] == "V02" and kind == "FIRST" and k < BOTH_LISTS:
        system, outside = SYSTEM, f"C-{k:05d}"
    return [number_of(case), url, "성인사이트", day, result, day, parallel, leak, kind, day,
            system, outside, UPLOADED.get((case["id"], k), "")]  # fmt: skip


def central_list(scenario: dict) -> bytes:
    """V02's forty actions as the central desk keeps them: trap (c)."""
    case = next(one for one in scenario["victims"] if one["id"] == "V02")
    rows = [row for row in posting_rows(scenario, case) if row[-2]]
    return as_csv([[*row[:4], "", "", "", "", *row[8:]] for row in rows])


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows(rows)
    return out.getvalue().encode()


def as_xlsx(rows: list[list[str]]) -> bytes:
    """A sheet with a title in merged cells above its header, as people make them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("삭제지원")
        sheet.merge_range(0, 0, 0, len(HEADER) - 1, "삭제지원 목록")
        for at, row in enumerate([HEADER, *rows]):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(at + 1, column, cell)
    return out.getvalue()


def files(scenario: dict, center: str, folder: Path) -> list[tuple[Path, str]]:
    """The files of one center, in the order they are brought in, and what they hold."""
    cases = [one for one in scenario["victims"] if one["center"] == center]
    rows = [row for one in cases for row in posting_rows(scenario, one)]
    sheets = center in {"IC", "BS", "DG"}
    made = [
        (f"{center}-cases.csv", "cases", cases_text(cases))
        if sheets
        else (f"{center}-cases.jsonl", "", cases_open(cases, center)),
        (f"{center}-ids.csv", "identifiers", identifiers_text(scenario, cases)),
        (f"{center}-list.xlsx", "postings", as_xlsx(rows))
        if sheets
        else (f"{center}-list.csv", "postings", as_csv(rows)),
    ]
    found = []
    for name, target, data in made:
        (folder / name).write_bytes(data)
        found.append((folder / name, target))
    return found


def bring_in(desk: Desk, brought: list[tuple[Path, str]]) -> list[Imported]:
    """Bring files in, as a person would who changes nothing of the guess."""
    return [
        desk.imports.run(file, ImportPlan(target=target), Silent())
        for file, target in brought
    ]


# --- figures -------------------------------------------------------------------------------


@dataclass
class Figures:
    """What one register holds, or several together."""

    victims: int = 0
    damage: Counter = field(default_factory=Counter)
    ext: Counter = field(default_factory=Counter)
    relation: Counter = field(default_factory=Counter)
    basis: Counter = field(default_factory=Counter)
    retention: Counter = field(default_factory=Counter)
    band: Counter = field(default_factory=Counter)
    minors: int = 0
    under14: int = 0
    csam: int = 0
    actions: Counter = field(default_factory=Counter)
    results: Counter = field(default_factory=Counter)
    parallel: int = 0
    leaked: int = 0
    urls: set = field(default_factory=set)
    cases: dict = field(default_factory=dict)  # number -> (actions, postings)

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            **{
                name: (value | theirs if isinstance(value, set | dict)
                       and not isinstance(value, Counter) else value + theirs)
                for name, value in vars(self).items()
                for theirs in (getattr(other, name),)
            }
        )  # fmt: skip

    @property
    def totals(self) -> dict[str, int]:
        """In the words of ``scenario.json``."""
        return {
            "n": sum(self.actions[kind] for kind in R1),
            "u": sum(self.results.values()),
            "re": self.actions["AGAIN"],
            **{name: self.results[code] for name, code in _RESULTS},
        }


def figures(desk: Desk) -> Figures:
    """Count a register by plain queries."""
    found, register = Figures(), desk._rooms.register
    for case in register.find("case"):
        found.victims += 1
        found.basis[case["delete_basis"]] += 1
        found.retention[case["retention"]] += 1
        _count_people(found, register, case.id)
        actions = Counter(
            str(one["kind"]) for one in register.find("deletion_action", case=case.id)
        )
        postings = register.find("posting", case=case.id)
        found.actions += actions
        found.results += Counter(str(one["result"]) for one in postings)
        found.parallel += sum(bool(one["police_too"]) for one in postings)
        found.urls |= {one["url"] for one in postings}
        found.leaked += len(register.find("leak", case=case.id))
        counted = sum(actions[kind] for kind in R1)
        found.cases[case["number"]] = (counted, len(postings))
    return found


def _count_people(found: Figures, register, case: str) -> None:
    for one in register.find("person", case=case, role="VICTIM"):
        age = one["age"]
        found.band[str(age // 10 * 10)] += 1
        found.minors += age < 19
        found.under14 += age < 14
    for one in register.find("incident", case=case):
        found.relation[one["relation"]] += 1
    codes = {one["kind"] for one in register.find("harm", case=case) if one["chosen"]}
    found.damage += Counter(codes - {"GROOM"})
    found.ext += Counter(codes & {"GROOM"})
    kinds = {one["kind"] for one in register.find("material_kind", case=case)}
    found.csam += "CSAM" in kinds


def consents_open(cases: list[dict], center: str, *purposes: str) -> bytes:
    """Everybody's consent to these purposes, in our open format."""
    head = {"format": "ieum-records", "version": 1, "source": center}
    said = {"decision": "AGREED", "given_on": "2024-03-04", "method": "FACE"}
    lines = [
        _of("consent", natural_id("consent", id_of(one), purpose), id_of(one),
            {"purpose": purpose, **said})
        for one in cases
        for purpose in purposes
    ]  # fmt: skip
    return "\n".join(json.dumps(one) for one in (head, *lines)).encode()
