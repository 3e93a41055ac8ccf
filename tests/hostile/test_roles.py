"""Somebody whose role hides content tries every door the desk has."""

import inspect
import shutil
from contextlib import ExitStack

import pytest

from intake.attachments import Attachments
from intake.cli.values import shown
from intake.cli.verbs import verbs
from intake.consent.roles import Act
from intake.desk import CaseQuery, Desk
from intake.desk import workspace as opening
from intake.desk.door import _NOUNS, _OPEN
from intake.desk.nouns import nouns_of
from intake.desk.sight import VeiledRegister
from intake.errors import IntakeError, NotYours
from intake.progress import Silent
from intake.register import ListQuery, Where
from intake.register.read import Reader
from intake.register.search import Finder
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

HERS = "조용한 아침 산길의 돌"
CANARY = (
    "자목련",
    "밤달이라는별명",
    "night_moon07",
    "왼손에흉터",
    "01000001234",
    "북항초등학교",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A case with a word in every class; and its ids."""
    cheap = ExitStack()
    cheap.enter_context(cheap_guessing())
    keyring = MemoryKeyring()
    desk = a_desk(tmp_path_factory.mktemp("roles") / "w", keyring)
    case = desk.cases.begin("VISIT", CANARY[0])
    desk.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "AGREED"})
    one = desk.interviews.begin(case, "intake")
    desk.interviews.draft(one, "note", f"{CANARY[1]} 때문에 왔다고 함")
    desk.interviews.settle_drafts(one)
    suspect = desk.records.add("suspect", case, {"features": CANARY[3]})
    phone = desk.records.add(
        "identifier",
        case,
        {"kind": "phone", "value": CANARY[4], "suspect": suspect, "role": "SUSPECT"},
    )
    posting = desk.records.add(
        "posting", case, {"url": f"https://board.example/{CANARY[2]}"}
    )
    person = desk.records.list("person", case)[0].id
    desk.records.change("person", person, {"school": CANARY[5], "age": 15})
    desk.interviews.draft(one, "note", f"{CANARY[1]} 때문에 왔다고 함. 이어 적는 중")
    today = desk._rooms.clock.today().isoformat()
    desk.records.add(
        "appointment", case, {"on": today, "state": "SET", "words": CANARY[1]}
    )
    desk.records.add(
        "task", case, {"due_on": today, "state": "OPEN", "words": CANARY[1]}
    )
    for name, role in (("정전산", "IT"), ("한감사", "AUDITOR")):
        desk.roles.add_person(name, role, PASSPHRASE, f"{HERS} {role}")
    folder = desk.about().folder
    desk.close()
    yield (
        folder,
        keyring,
        {
            "case": case,
            "interview": one,
            "suspect": suspect,
            "identifier": phone,
            "posting": posting,
            "person": person,
        },
    )
    cheap.close()


@pytest.fixture(params=["IT", "AUDITOR"])
def desk(request, made):
    folder, keyring, _ = made
    opened = opening.open_(
        folder, f"{HERS} {request.param}", Silent(), keyring=keyring, policy=POLICY
    )
    yield opened
    opened.close()


def canaries(value):
    said = f"{value!r}{shown(value)}" if not isinstance(value, str) else value
    return [word for word in CANARY if word in said]


def _argument(name, ids, kind):
    """A likely argument for a verb, as somebody who tries everything would give it."""
    if name in ids:
        return ids[name]
    if name in {"record", "action", "goal", "referral", "consent", "disclosure"}:
        return ids["suspect"]
    if name == "entity":
        return "suspect"
    if name == "query":
        return CaseQuery() if kind is CaseQuery else kind()
    if kind is int:
        return 50
    return CANARY[0] if kind is str else None


def walk(desk, ids):
    """Try every verb; return how many answered, and which of them with a word of the case."""
    leaks, tried = [], 0
    for verb in verbs():
        if verb.name in {"add_person", "end_person", "lock", "break_glass", "destroy"}:
            continue
        try:
            given = {
                one.name: _argument(one.name, ids, verb.types[one.name])
                for one in verb.parameters
                if one.default is one.empty or one.name in ids
            }
            if verb.watched:
                given["progress"] = Silent()
            answer = verb.bound(desk)(**given)
        except (IntakeError, TypeError, AttributeError, ValueError, KeyError):
            continue
        tried += 1
        if canaries(answer):
            leaks.append(f"{verb.noun}.{verb.name}")
    return tried, leaks


def test_no_verb_of_the_terminal_hands_out_a_word(desk, made):
    tried, leaks = walk(desk, made[2])
    assert tried > 20
    assert leaks == []


def test_the_same_walk_of_a_counselor_meets_the_words(made, tmp_path):
    folder, keyring, ids = made
    shutil.copytree(folder, tmp_path / "copy")
    opened = opening.open_(
        tmp_path / "copy", PASSPHRASE, Silent(), keyring=keyring, policy=POLICY
    )
    leaks = walk(opened, ids)[1]
    opened.close()
    assert {"cases.header", "records.list", "records.get", "interviews.page"} <= set(
        leaks
    )


@pytest.mark.parametrize(
    "entity", ["suspect", "identifier", "posting", "person", "note", "answer", "case"]
)
def test_records_lists_and_histories_show_no_word(desk, made, entity):
    case, ids = made[2]["case"], made[2]
    rows = desk.records.list(entity, case) if entity != "case" else ()
    assert canaries(rows) == []
    assert canaries(desk.records.list(entity)) == []
    for row in rows or [desk.records.get(entity, ids.get(entity, case))]:
        words = desk.records.history(entity, row.id)
        assert words
        assert canaries(words) == []
        assert {word.actor for word in words} == {"박상담"}


def test_nothing_is_found_by_a_word(desk, made):
    for word in CANARY:
        assert desk.search(word) == ()
        assert desk.cases.first(CaseQuery(text=word), 10) == ()
    number = desk.cases.header(made[2]["case"]).number
    assert [hit.number for hit in desk.search(number)] == [number]


def test_a_list_cannot_be_asked_by_what_is_hidden(desk):
    register = desk._rooms.register
    for query in (
        ListQuery("case", equals=(("alias", CANARY[0]),)),
        ListQuery("person", where=(Where("age", "=", 15),)),
        ListQuery("person", where=(Where("school", "filled"),)),
        ListQuery("identifier", where=(Where("value_key", "starts", "010"),)),
        ListQuery("case", where=(Where("minor", "=", 1),)),
    ):
        for ask in (
            lambda query=query: register.count(query),
            lambda query=query: register.ids(query, Silent()),
            lambda query=query: register.first(query, 5),
        ):
            with pytest.raises(NotYours):
                ask()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda desk, ids: desk.interviews.page(ids["interview"]),
        lambda desk, ids: desk.interviews.note(ids["interview"]),
        lambda desk, ids: desk.interviews.printout(ids["interview"]),
        lambda desk, ids: desk.interviews.summary(ids["interview"]),
        lambda desk, ids: desk.interviews.draft(ids["interview"], "note", "x"),
        lambda desk, ids: desk.consents.form(case=ids["case"]),
        lambda desk, ids: desk.erasing.preview(ids["case"]),
        lambda desk, ids: desk.erasing.destroy(ids["case"], "whole", "REQUEST", "x"),
        lambda desk, ids: desk.exchange.plan("C0"),
        lambda desk, ids: desk.records.add("note", ids["case"], {"text": "x"}),
        lambda desk, ids: desk.records.change(
            "suspect", ids["suspect"], {"features": "x"}
        ),
        lambda desk, ids: desk.records.retract("suspect", ids["suspect"], "mistake"),
        lambda desk, ids: desk.records.settle("case", ids["case"], "alias", "x"),
        lambda desk, ids: desk.retention.hold(ids["case"], "x"),
        lambda desk, ids: desk.roles.give("정전산", "SUPERVISOR"),
        lambda desk, ids: desk.records.add("role_grant", "", {"counselor": "정전산"}),
        lambda desk, ids: desk.keys.stock_tools_kit(HERS),
    ],
)
def test_no_case_is_opened_or_changed(desk, made, attempt):
    with pytest.raises(NotYours):
        attempt(desk, made[2])


def test_a_new_verb_is_closed_until_somebody_opens_it():
    nouns = set(nouns_of(Desk))
    opened = {name.partition(".")[0] for name in _OPEN} | set(_NOUNS)
    assert opened <= nouns
    verbs_of = {
        f"{noun}.{name}"
        for noun, one in nouns_of(Desk).items()
        for name, _ in inspect.getmembers(one.kind, inspect.isfunction)
    }
    assert set(_OPEN) <= verbs_of
    assert Act.CASEWORK not in set(_OPEN.values()) | set(_NOUNS.values())


def test_a_supervisor_of_the_terminal_alone_cannot_mark_the_log(made):
    folder, keyring, _ = made
    opened = opening.open_(folder, PASSPHRASE, Silent(), keyring=keyring, policy=POLICY)
    with pytest.raises(NotYours):
        opened.records.add("access_mark", "", {"lines": 1, "head": "0" * 64})
    assert not Attachments(folder).has("0" * 64)
    opened.close()


def test_every_way_to_read_the_register_is_behind_the_veil():
    known = {"count", "ids", "rows", "counts", "search", "get", "_page"}
    reading = {
        name
        for base in (Reader, Finder)
        for name, _ in inspect.getmembers(base, inspect.isfunction)
        if name not in {"__init__", "find", "first", "cases_with"}  # they go by these
    }
    assert reading <= known
    assert known <= set(vars(VeiledRegister))
