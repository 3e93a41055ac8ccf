"""Who sees her own cases only: every verb of the desk is asked, and none tells of another's."""

import dataclasses
import inspect
from array import array

import pytest

from intake.desk import CaseQuery, Desk
from intake.desk import workspace as opening
from intake.desk.nouns import nouns_of
from intake.desk.people import victim_of
from intake.desk.views.deleting import PostingQuery
from intake.desk.views.evidence import FileNote
from intake.errors import IntakeError, NotYours
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

HERS = "조용한 아침 산길의 돌"
QUIET = Silent()
SECRET = ("자목련", "010-0000-7777", "밤달", "night_moon07", "board.example", "하늘",
          "비밀스러운", "몰래받은")  # fmt: skip
# Nouns that are not about cases, and verbs that end the sitting.
_APART = {"setup", "keys", "settings", "undo", "backups", "roles"}
_HER_OWN_WORDS = {("finder", "save")}  # what she typed is given back to her


@pytest.fixture
def walls(tmp_path, keyring):
    """A colleague's case full of words, and the desk of one who sees only her own."""
    desk = a_desk(tmp_path / "w", keyring)
    case = agreed(desk, "RECORD", "DELETE")
    today = desk._rooms.clock.today().isoformat()
    said = {"name": "자목련", "phone": "010-0000-7777", "age": 15}
    desk.records.change("person", victim_of(case), said)
    suspect = desk.records.add("suspect", case, {"nickname": "밤달"})
    desk.records.add("identifier", case, {"kind": "phone", "value": "010-0000-1234", "suspect": suspect})  # fmt: skip
    url = "https://board.example/night_moon07"
    posting = desk.records.add("posting", case, {"url": url, "next_check": today})
    task = desk.tasks.add(case, "비밀스러운 약속", today)
    event = desk.calendar.add(case, today, words="비밀스러운 동행")
    interview = desk.interviews.begin(case, "intake")
    file = tmp_path / "talk.txt"
    file.write_text("x")
    note = FileNote(title="몰래받은 대화", sexual=False)
    evidence = desk.evidence.add_file(case, file, "CHAT", note).evidence
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    desk.close()
    hers = opening.open_(tmp_path / "w", HERS, Silent(), keyring=keyring, policy=POLICY)
    known = {"case": case, "suspect": suspect, "posting": posting, "task": task}
    known |= {"appointment": event, "interview": interview, "evidence": evidence}
    known |= {"person": victim_of(case), "record": posting, "entity": "posting"}
    yield hers, known
    hers.close()


def verbs(desk):
    for noun in nouns_of(Desk):
        if noun not in _APART:
            kind = type(getattr(desk, noun)._noun)
            for name, _ in inspect.getmembers(kind, inspect.isfunction):
                if not name.startswith("_") and (noun, name) not in _HER_OWN_WORDS:
                    bare = getattr(getattr(desk, noun)._noun, name)
                    yield noun, name, bare, getattr(getattr(desk, noun), name)


def arguments(call, known):
    """Everything that is known of the colleague's case, where a verb asks for it; None: cannot."""
    usual = {**known, "progress": QUIET, "text": "밤달", "limit": 50, "query": None}
    usual |= {"year": 2099, "month": 1, "first": "2000-01-01", "last": "2100-01-01"}
    usual |= {"until": "2100-01-01", "kind": "CHECK", "postings": [known["posting"]]}
    usual |= {"name": "자목련", "phone": "010-0000-7777", "handle": "night_moon07"}
    usual |= {"rows": array("q", range(1, 9)), "rowids": array("q", range(1, 9))}
    usual |= {"url": "https://board.example/night_moon07", "purpose": "LAWYER"}
    given = {}
    for name, one in inspect.signature(call).parameters.items():
        if name == "query":
            ours = "PostingQuery" in str(one.annotation)
            given[name] = PostingQuery(known["case"]) if ours else CaseQuery()
        elif name in usual:
            given[name] = usual[name]
        elif one.default is one.empty:
            return None
    return given


def words_of(answer):
    if dataclasses.is_dataclass(answer):
        return words_of([getattr(answer, f.name) for f in dataclasses.fields(answer)])
    if isinstance(answer, dict):
        return words_of([*answer.keys(), *answer.values()])
    if hasattr(answer, "entity") and hasattr(answer, "items"):
        return words_of(dict(answer.items()))
    if isinstance(answer, list | tuple | set | frozenset):
        return " ".join(map(words_of, answer))
    return str(answer)


def test_no_verb_of_the_desk_tells_a_word_of_a_colleagues_case(walls):
    desk, known = walls
    asked = refused = 0
    for noun, name, bare, call in verbs(desk):
        given = arguments(bare, known)
        if given is None:
            continue
        asked += 1
        told = ""
        try:
            told = words_of(call(**given))
        except NotYours:
            refused += 1
        except IntakeError as error:
            told = str(error)
        assert not [word for word in SECRET if word in told], f"{noun}.{name}"
    assert asked > 120
    assert refused > 60


def test_lists_over_all_cases_leave_a_colleagues_case_out(walls):
    desk, known = walls
    lists = [
        desk.postings.due(),
        desk.postings.due_lines(desk.postings.due_rows(progress=QUIET)),
        desk.calendar.between("2000-01-01", "2100-01-01"),
        desk.tasks.groups(),
        desk.tasks.day(),
        desk.tasks.due("TASK"),
        desk.tasks.due("CHECK"),
        desk.interviews.unfinished(),
        desk.records.list("posting"),
        desk.today(),
        desk.search("밤달"),
    ]
    for told in lists:
        assert known["case"] not in words_of(told)


def test_her_own_case_stands_in_the_same_lists_and_is_counted_alone(walls):
    desk, known = walls
    today = desk._rooms.clock.today().isoformat()
    mine = agreed(desk, "RECORD")
    desk.tasks.add(mine, "전화", today)
    desk.postings.add(mine, ["https://board.example/night_moon07"], progress=QUIET)
    (line,) = desk.postings.first(PostingQuery(mine), 5)
    desk.postings.change(line.id, {"next_check": today})
    assert [one.posting for one in desk.postings.due()] == [line.id]
    assert {group.kind: group.count for group in desk.tasks.groups()} == {"TASK": 1, "CHECK": 1}  # fmt: skip
    assert {one.case for one in desk.today().actions} == {mine}
    preview = desk.postings.preview(mine, "https://board.example/night_moon07", QUIET)
    assert preview.lines[0].elsewhere == 1  # a number, and never whose
    with pytest.raises(NotYours):
        desk.postings.at(known["case"], "https://board.example/night_moon07")
