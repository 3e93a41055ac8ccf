"""The story between real workspaces: seven centers, a central desk with two coordinators, a stick.

* Every center brings its own files in, its people agree, and it seals a bundle.
* At the central desk two people look at what is proposed; they confirm what is said to be very
  likely and nothing else (ruling 25).
* A desk that was made once is copied for whoever tries something else with it.
"""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from intake.desk import Desk, workspace
from intake.desk.people import principal_of
from intake.desk.views.interchange import ImportPlan
from intake.desk.views.joint import ProfileView
from intake.desk.views.matches import Candidate
from intake.errors import NothingToSend
from intake.ids import natural_id
from intake.progress import Silent
from tests.desks_at_hand import a_desk, introduce
from tests.stories import fifteen
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

QUIET = Silent()
CENTRAL, OTHER_PASSPHRASE = "C0", "바다 위의 다른 이음줄 넷"
COURT = "서울중앙지방법원 제99형사부"
STAGES = (("IC",), ("SL",), ("BS",), ("GG",), ("DG", "CN"), ("C1",))
LENT, NICKNAMED = 6, 23
FILE = "5f" * 32  # the digest of V01's recording
# Which center has which decoy (domain §8.4); its files hold its own and nobody else's.
DECOYS = {
    "IC": ("D01", "D10", "D12"), "SL": ("D02", "D03", "D09", "D11", "D13"),
    "BS": tuple(f"D05-{n}" for n in range(LENT)),
    "GG": ("D04", "D07", *(f"D06-{n}" for n in range(NICKNAMED))), "DG": ("D08",),
}  # fmt: skip
# Six of fifteen wrote to the court, one in Busan by hand (domain §8.5).
PETITIONS = {"V01": "TYPED", "V03": "TYPED", "V05": "DICTATED", "V07": "HAND", "V10": "TYPED", "V14": "TYPED"}  # fmt: skip
_TYPED = {"(영상 파일 1)": FILE, "(V01 영상과 동일)": FILE}
_OF_P = (("phone", "010-0000-4217", ""), ("telegram_id", "9990000004217", ""),
         ("uploader", "northpier_x7q", "tube-a.example"))  # fmt: skip


def story(house: Path) -> dict:
    """The scenario as it is kept with the program."""
    return json.loads((house / "resources/samples/scenario.json").read_text("utf-8"))


@dataclass(frozen=True)
class Cast:
    """Who is in the story: every case that a center holds, by its short name."""

    scenario: dict
    small: bool = False  # without addresses and actions
    court: str = ""  # to which court everybody agreed …
    silent: frozenset[str] = frozenset()  # … but these

    def cases(self, center: str) -> list[dict]:
        """The cases of a center, victims first, decoys after."""
        mine = [one for one in self.scenario["victims"] if one["center"] == center]
        return [*mine, *(self._decoy(name, center) for name in DECOYS.get(center, ()))]

    @staticmethod
    def _decoy(name: str, center: str) -> dict:
        age, (kind, _, at) = 15 if name == "D13" else 30, name[1:].partition("-")
        number = int(kind) * 100 + int(at or 0)  # no victim has such a number
        return {"id": f"D{number}", "name": name, "center": center, "age": age, "sex": "F", "damage": ["DIST"],
                "ext": [], "relation": "UNKNOWN", "basis": "REQ_SELF", "actions": 0,
                "material": ["ART14"]}  # fmt: skip

    def clues(self, name: str) -> list[dict]:
        """What a case knows of its suspect."""
        if name == "D12":
            return [{"kind": kind, "raw": raw, "site": site, "seen": ["2022", "2023"]} for kind, raw, site in _OF_P]  # fmt: skip
        plain = name.partition("-")[0]
        return [one for one in self.scenario["identifiers"] if one["case"] == plain]


def name_of(case: dict) -> str:
    """What a case is called in the story."""
    return case.get("name", case["id"])


def suspect_of(case: dict) -> str:
    """Whom the identifiers of a case are about, where nobody is named."""
    return principal_of("suspect", fifteen.id_of(case), "")


def records(cast: Cast, center: str) -> bytes:
    """A center's cases in our open format: everybody agreed that the central desk may know."""
    head = {"format": "ieum-records", "version": 1, "source": center}
    lines = [head]
    for one in cast.cases(center):
        case = fifteen.id_of(one)
        lines += fifteen.lines_of(one)
        if name_of(one) == "D12":
            lines.append(_of("case", case, "", {"training": True}))
        for purpose in ("RECORD", "CENTRAL", "CENTER"):
            lines.append(_agreed(one, purpose, {}))
        if cast.court and name_of(one) not in cast.silent:
            named = {"receiver": "COURT", "receiver_name": cast.court}
            lines.append(_agreed(one, "COURT", named))
            if name_of(one) in PETITIONS:
                way = PETITIONS[name_of(one)]
                said = {
                    "court": cast.court,
                    "state": "RECEIVED",
                    "way": way,
                    "sheets": 2,
                }
                lines.append(_of("petition", natural_id("petition", case), case, said))
        for at, clue in enumerate(cast.clues(name_of(one))):
            if (
                name_of(one) != "D11"
            ):  # typed in the window: it is the victim's own account
                lines += _clue(one, clue, at)
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in lines).encode()


def _agreed(one: dict, purpose: str, more: dict) -> dict:
    case = fifteen.id_of(one)
    said = {"purpose": purpose, "decision": "AGREED", "given_on": "2024-03-04", "method": "FACE"}  # fmt: skip
    return _of("consent", natural_id("consent", case, purpose), case, {**said, **more, **_guarded(one)})  # fmt: skip


def _guarded(one: dict) -> dict:
    return {"guardian_confirm": "PAPER"} if one["age"] < 14 else {}


def _clue(one: dict, clue: dict, at: int) -> list[dict]:
    case, raw = fifteen.id_of(one), _TYPED.get(clue["raw"], clue["raw"].strip())
    if clue["kind"] == "sha256":
        said = {"kind": "VIDEO", "sha256": raw, "sexual": True, "store": "METADATA"}
        return [_of("evidence", natural_id("evidence", case, str(at)), case, said)]
    role = clue.get("role", "REDISTRIBUTOR" if name_of(one) == "D07" else "SUSPECT")
    seen = dict(zip(("seen_from", "seen_to"), clue["seen"], strict=True))
    said = {"kind": clue["kind"], "value": raw, "role": role, **seen}
    if clue.get("site"):
        said["site"] = clue["site"]
    return [_of("identifier", natural_id("identifier", case, str(at)), case, said)]


def _of(entity: str, record: str, case: str, fields: dict) -> dict:
    return {"entity": entity, "id": record, "case": case, "fields": fields}


# --- workspaces --------------------------------------------------------------------------


@dataclass
class Land:
    """Seven centers and the central desk on one machine, closed; a desk is opened in a copy."""

    folder: Path
    cast: Cast
    keyring: MemoryKeyring = field(default_factory=MemoryKeyring)

    @property
    def stick(self) -> Path:
        """Where every center left its bundle."""
        return self.folder / "stick"

    def settle(self) -> None:
        """Found the central desk, then one center after the other; each seals what it has."""
        self.stick.mkdir()
        central = a_desk(self.folder / CENTRAL, self.keyring, role="central", code=CENTRAL, counselor="한조정")  # fmt: skip
        with cheap_guessing():
            central.roles.add_person("두확인", "SUPERVISOR", PASSPHRASE, OTHER_PASSPHRASE)  # fmt: skip
        for code in fifteen.CENTERS:
            desk = a_desk(self.folder / code, self.keyring, code=code)
            introduce(desk, central)
            self._bring_in(desk, code)
            if code == "IC":
                confirm_alone(desk)
            self.leave(desk, self.stick / code)
            desk.close()
        central.close()

    def _bring_in(self, desk: Desk, code: str) -> None:
        place = self.folder / f"{code}.jsonl"
        place.write_bytes(records(self.cast, code))
        told = desk.imports.run(place, ImportPlan(), QUIET)
        assert (told.refused, told.here) == (0, 0), told
        for one in self.cast.cases(code):
            if name_of(one) == "D11":
                (clue,) = self.cast.clues("D11")
                typed = {"kind": clue["kind"], "value": clue["raw"], "role": "VICTIM"}
                desk.suspects.add_clue(fifteen.id_of(one), typed)
        if self.cast.small:
            return
        mine = [one for one in self.cast.scenario["victims"] if one["center"] == code]
        rows = [row for one in mine for row in fifteen.posting_rows(self.cast.scenario, one)]  # fmt: skip
        place = self.folder / f"{code}-list.csv"
        place.write_bytes(fifteen.as_csv(rows))
        assert (
            desk.imports.run(place, ImportPlan(target="postings"), QUIET).refused == 0
        )
        if code == "IC":  # the same forty actions stand in the central list (trap c)
            place.write_bytes(fifteen.central_list(self.cast.scenario))
            desk.imports.run(place, ImportPlan(target="postings"), QUIET)

    @staticmethod
    def leave(desk: Desk, place: Path) -> bool:
        """Seal what the central desk lacks and leave it; False where it lacks nothing."""
        place.mkdir(exist_ok=True)
        try:
            sealed = desk.exchange.make(desk.exchange.plan(CENTRAL), QUIET)
        except NothingToSend:
            return False
        desk.exchange.deliver(sealed, place, QUIET)
        return True

    def copy(self, code: str, into: Path) -> Path:
        """A copy of a closed workspace; the same keys open it."""
        shutil.copytree(self.folder / code, into / code)
        return into / code

    def open(self, folder: Path, passphrase: str = PASSPHRASE) -> Desk:
        """Open a workspace of this land."""
        return workspace.open_(folder, passphrase, keyring=self.keyring, policy=POLICY)


def confirm_alone(desk: Desk) -> list[Candidate]:
    """A counselor confirms what is very likely among the cases of her own center."""
    strong = [one for one in desk.matches.queue() if one.word == "VERY_HIGH"]
    for one in strong:
        desk.matches.decide(one.id, "SAME", "ACCOUNTS")
    return strong


@dataclass
class Office:
    """The central desk, with whoever of the two coordinators sits there."""

    land: Land
    folder: Path
    desk: Desk

    @classmethod
    def in_copy(cls, land: Land, into: Path) -> "Office":
        """The central desk as it was before any bundle came."""
        folder = land.copy(CENTRAL, into)
        return cls(land, folder, land.open(folder))

    def take_in(self, code: str, stick: Path | None = None) -> None:
        """Take in what a center left."""
        self.desk.exchange.receive((stick or self.land.stick) / code, QUIET)

    def sit_down(self, passphrase: str) -> None:
        """Somebody else sits down."""
        self.desk.close()
        self.desk = self.land.open(self.folder, passphrase)

    def confirm(self) -> int:
        """Two people confirm what is very likely, until nothing of that word waits."""
        rounds = 0
        while self.waiting("VERY_HIGH"):
            while strong := self.waiting("VERY_HIGH"):
                self.desk.matches.decide(strong[0].id, "SAME", "ACCOUNTS")
            self.second()
            rounds += 1
            assert rounds < 12, "it never ends"
        return rounds

    def second(self) -> None:
        """The other coordinator confirms what waits for her."""
        waiting = self.desk.matches.queue("SECOND")
        if not waiting:
            return
        self.sit_down(OTHER_PASSPHRASE)
        for one in waiting:
            said = self.desk._rooms.record("link", one.link)["decision"]
            reason = "ACCOUNTS" if said == "SAME" else "OTHER_PERSON"
            self.desk.matches.second(one.link, said, reason)
        self.sit_down(PASSPHRASE)

    def waiting(self, word: str) -> list[Candidate]:
        """What is proposed with a word, of one person."""
        new = self.desk.matches.queue("NEW", 1000)
        return [one for one in new if one.word == word and one.kind == "same_person"]

    def profile(self, case: dict) -> ProfileView:
        """Who is behind a case."""
        suspect = suspect_of(case)
        return self.desk.profiles.view(self.desk.profiles.of_suspect(suspect))

    def close(self) -> None:
        """Go home."""
        self.desk.close()


Stood = tuple[
    list[str], int, int
]  # who is joined, how many victims and deletion supports


@dataclass(frozen=True)
class Told:
    """The story told to its end: what stood after every stage, and the central desk, closed."""

    stood: dict[str, Stood]
    folder: Path

    def office(self, land: Land, folder: Path) -> Office:
        """The central desk after the last stage, in a copy to go on with."""
        shutil.copytree(self.folder, folder)
        return Office(land, folder, land.open(folder))


def tell(land: Land, into: Path) -> Told:
    """Let one stage after the other happen at the central desk."""
    office, found = Office.in_copy(land, into), {}
    for at, centers in enumerate(STAGES):
        for code in centers:
            office.take_in(code)
        office.confirm()
        found[f"T{at}"] = told(land, office)
    office.close()
    return Told(found, office.folder)


def told(land: Land, office: Office, name: str = "V01") -> Stood:
    """Who is joined with a case, how many victims, how many deletion supports."""
    found = office.profile(named(land)[name])
    return called(land, (one.number for one in found.cases)), found.confirmed_victims, found.actions  # fmt: skip


def named(land: Land) -> dict[str, dict]:
    """Every case of a land by what the story calls it."""
    return {name_of(one): one for code in fifteen.CENTERS for one in land.cast.cases(code)}  # fmt: skip


def called(land: Land, numbers: Iterable[str]) -> list[str]:
    """What the story calls cases."""
    names = {fifteen.number_of(one): name for name, one in named(land).items()}
    return sorted(names[number] for number in numbers)


def victims(land: Land) -> dict[str, dict]:
    """Every victim's case by what the story calls it."""
    return {name_of(one): one for one in land.cast.scenario["victims"]}


def second_interview(land: Land, into: Path) -> Path:
    """V13 is asked again and names the number of the account; her center seals that (T6)."""
    desk, late = land.open(land.copy("CN", into)), land.cast.scenario["late"]
    said = {"kind": late["kind"], "value": late["raw"]}
    desk.suspects.add_clue(fifteen.id_of(victims(land)["V13"]), said)
    land.leave(desk, into / "late")
    desk.close()
    return into / "late"


def join_by_material(office: Office, name: str = "V12", other: str = "V01") -> None:
    """What only two people can say: the title and the watermark are his (T7)."""
    numbers = {fifteen.number_of(victims(office.land)[one]) for one in (name, other)}
    for one in office.desk.matches.queue("NEW", 1000):
        if numbers <= {*one.one_numbers, *one.other_numbers}:
            office.desk.matches.decide(one.id, "SAME", "MATERIAL", for_court=True)
            office.second()
            return
    raise LookupError(name)


def orders(count: int, seed: int = 7) -> Iterable[tuple[str, ...]]:
    """Orders in which the centers' bundles arrive: as if drawn, the same every time."""
    for at in range(count):
        drawn = {natural_id("order", str(seed), str(at), code): code for code in fifteen.CENTERS}  # fmt: skip
        yield tuple(drawn[key] for key in sorted(drawn))
