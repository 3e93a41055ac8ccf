"""Numbers, papers, petitions, own words and guidelines, walked through in the terminal.

A center with a word of its own in every field that somebody can type into for a court. Who sees
no content meets none of them; no refusal, log line, file name or title holds one, whoever asks.
"""

import contextlib
import dataclasses
import datetime as dt
import io
import json
import logging
import shutil
import traceback
from pathlib import Path

import pikepdf
import pytest

from intake.cli.values import shown
from intake.cli.verbs import verbs
from intake.desk import workspace
from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.errors import IntakeError
from intake.progress import Silent
from tests.desk.test_figures import supported
from tests.desks_at_hand import a_desk, planted
from tests.documents.test_sealing import key_file
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

NOUNS = ("figures", "statistics", "aggregates", "papers", "petitions", "templates", "guidelines", "yearbook")  # fmt: skip
ENTITIES = ("issued_paper", "figure", "petition", "phrase")
HERS = "조용한 아침 산길의 돌"
WORDS = {name: f"카나리아{name}" for name in ("가명", "사건번호", "피고인", "확인자", "받는이", "의견", "닉네임", "주소제목",
         "탄원비고", "탄원번호", "암호말", "열쇠말")}  # fmt: skip
COURT = "수원지방법원 카나리아지원"
SITE = "canary-court.example"
SECRETS = (*WORDS.values(), COURT, SITE)


def told(*said):
    """Which of the words stand in something."""
    text = "".join(f"{one!r}" if not isinstance(one, str) else one for one in said)
    text += "".join(json.dumps(one, ensure_ascii=True) for one in said if isinstance(one, str))  # fmt: skip
    spelled = {word: json.dumps(word)[1:-1] for word in SECRETS}
    return [word for word in SECRETS if word in text or spelled[word] in text]


def filled(desk, folder):
    """A case, its papers, its petition; return what can be asked about."""
    case = supported(desk, desk.cases.begin("VISIT", WORDS["가명"]), urls=2, age=15)
    suspect = desk.suspects.add(case, {"nickname": WORDS["닉네임"]})
    url = {"url": f"https://{SITE}/v/1", "title": WORDS["주소제목"]}
    with contextlib.suppress(Exception):  # a site may be said in another way
        planted(desk, "posting", case, url)
    desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    plan = PaperPlan(
        "PERFORMANCE",
        "CASE",
        case,
        COURT,
        WORDS["사건번호"],
        WORDS["피고인"],
        checked_by=WORDS["확인자"],
        words=WORDS["의견"],
        addressee=WORDS["받는이"],
    )
    today = desk._rooms.clock.today()
    (folder / "seal.p12").write_bytes(key_file(today - dt.timedelta(1), today + dt.timedelta(9))[0])  # fmt: skip
    saved = desk.papers.save(plan, folder)
    desk.papers.issue(dataclasses.replace(plan, kind="OPINION"))
    paper = desk.papers.listing()[0]
    figure = desk.figures.freeze("V1", Asked("CASE", case))
    petition = desk.petitions.ask(case, COURT, WORDS["탄원번호"])
    desk.petitions.said(petition, "AGREED", remark=WORDS["탄원비고"])
    (folder / "hostile.pdf").write_bytes(b"%PDF-1.7 " + WORDS["의견"].encode())
    return {
        "case": case, "about": case, "suspect": suspect, "paper": paper.id, "figure": figure, "petition": petition,
        "plan": plan, "asked": Asked("CASE", case, court=COURT), "place": folder / "out.pdf", "file": saved.place,
        "key_file": folder / "seal.p12", "rule": "V1", "about_kind": "CASE", "court": COURT, "case_number": WORDS["사건번호"],
        "reason": "MISTAKE", "kind": "PERFORMANCE", "language": "ko", "name": WORDS["확인자"], "on": "2026-01-01",
        "answer": b"no answer", "state": "AGREED", "sheets": 1, "evidence": "", "table": "T1", "row": "", "column": "",
        "first": "2026-01", "last": "2026-02", "form": "csv", "phrase": "paper-performance-title", "words": WORDS["의견"],
        "first_year": 2024, "last_year": 2026, "lock": WORDS["암호말"], "key_passphrase": WORDS["열쇠말"], "remark": WORDS["탄원비고"],
        "way": "",
    }  # fmt: skip


class House:
    """One center, closed; IT and an auditor sit there too."""

    def __init__(self, folder):
        self.folder, self.keyring = folder, MemoryKeyring()
        desk = a_desk(folder / "v", self.keyring)
        self.ids = filled(desk, folder)
        self.paper = Path(self.ids["file"]).read_bytes()
        with cheap_guessing():
            for name, role in (("정전산", "IT"), ("한감사", "AUDITOR")):
                desk.roles.add_person(name, role, PASSPHRASE, f"{HERS} {role}")
        desk.close()

    def open(self, role="", folder=None):
        said = f"{HERS} {role}" if role else PASSPHRASE
        return workspace.open_((folder or self.folder) / "v", said, keyring=self.keyring, policy=POLICY)  # fmt: skip


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with cheap_guessing():
        return House(tmp_path_factory.mktemp("court"))


@pytest.fixture(params=["IT", "AUDITOR"])
def seat(request, house, tmp_path):
    shutil.copytree(house.folder / "v", tmp_path / "v")
    desk = house.open(request.param, tmp_path)
    yield desk
    desk.close()


def walk(desk, ids, everything=True):
    """Try every verb of the nouns; yield what each answered and how each refused."""
    for verb in verbs():
        if verb.noun not in NOUNS:
            continue
        needed = [one for one in verb.parameters if everything or one.default is one.empty]  # fmt: skip
        given = {one.name: ids[one.name] for one in needed if one.name in ids}
        if verb.watched:
            given["progress"] = Silent()
        answer, refusal = None, ""
        try:
            answer = verb.bound(desk)(**given)
        except IntakeError as error:
            said = (str(error), repr(error), error.facts, traceback.format_exc())
            refusal = json.dumps(said, ensure_ascii=False, default=str)
        except (TypeError, AttributeError, KeyError):  # of another form
            refusal = traceback.format_exc()
        yield f"{verb.noun}.{verb.name}", answer, refusal


def test_the_words_are_there(house):
    """Without this, nothing below could fail."""
    desk = house.open()
    met = told(*(str(shown(desk.records.list(entity))) for entity in ENTITIES))
    desk.close()
    assert {WORDS["사건번호"], WORDS["피고인"], WORDS["받는이"], WORDS["탄원비고"], COURT} <= set(met)  # fmt: skip


@pytest.mark.parametrize("everything", [True, False], ids=["all", "needed"])
def test_it_and_an_auditor_meet_no_word_of_a_case(seat, house, everything):
    answered = {}
    for name, answer, refusal in walk(seat, house.ids, everything):
        assert told(answer, str(shown(answer)), refusal) == [], name
        if not refusal:
            answered[name] = answer
    assert {"guidelines.current", "guidelines.listing"} <= set(answered)
    closed = {"papers.preview", "papers.issue", "papers.save", "papers.verify", "papers.stamp", "papers.heads",
              "figures.rows", "petitions.of_case", "petitions.of_group", "guidelines.make"}  # fmt: skip
    assert not closed & set(answered)


def test_it_and_an_auditor_meet_no_word_in_any_record(seat):
    for entity in ENTITIES:
        for row in seat.records.list(entity):
            found = (shown(row), shown(seat.records.get(entity, row.id)), shown(seat.records.history(entity, row.id)))  # fmt: skip
            assert told(*map(str, found)) == [], entity
    for word in SECRETS:
        assert seat.search(word) == ()


def test_no_refusal_log_or_file_name_says_a_word_whoever_asks(house, tmp_path, caplog, capfd):  # fmt: skip
    """What a counselor reads is hers; what fails, and what lies about, tells nothing."""
    caplog.set_level(logging.DEBUG)
    shutil.copytree(house.folder / "v", tmp_path / "v")
    desk = house.open("", tmp_path)
    wrong = dict.fromkeys(("case", "about", "suspect", "paper", "figure", "petition", "rule", "kind", "state", "reason", "phrase", "language", "on", "first", "last", "form", "about_kind"), WORDS["의견"])  # fmt: skip
    bad = house.ids | wrong | {"file": house.folder / "hostile.pdf", "place": tmp_path / "no" / "x.pdf"}  # fmt: skip
    bad["plan"] = dataclasses.replace(house.ids["plan"], kind=WORDS["의견"])
    for ids in (house.ids | {"place": tmp_path}, bad):
        for name, _, refusal in walk(desk, ids):
            head = refusal.rpartition("Traceback")[0]
            assert told(head or refusal) == [], name
    lines = [shown(one) for one in desk.access.lines()]
    desk.close()
    assert lines
    assert told(str(lines)) == []
    assert told(caplog.text, *(str(vars(one)) for one in caplog.records)) == []
    assert told(*capfd.readouterr()) == []
    for path in (*tmp_path.rglob("*"), *house.folder.rglob("*")):
        assert told(path.name) == []


def test_a_paper_on_the_disk_names_its_kind_and_number_only(house):
    with pikepdf.open(io.BytesIO(house.paper)) as paper:
        with paper.open_metadata(update_docinfo=False) as said:
            assert told(str(said), str(dict(paper.docinfo.items()))) == []
        assert str(paper.docinfo["/Title"])
