"""What is true now follows from what was said: in any order, at once or from nothing."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.ids import RecordId, scope_of
from intake.ledger.change import CLASSES
from intake.ledger.winners import Record
from intake.register import SCHEMA, ListQuery, counters
from intake.register.counters import age_on
from intake.register.fold import fold
from intake.register.schema import field_of
from tests.register.speaking import START

CASES = tuple(str(uuid.UUID(int=0x70008 << 60 | n)) for n in range(1, 4))
RECORDS = tuple(str(uuid.UUID(int=0x70009 << 60 | n)) for n in range(1, 8))

WORDS = st.sampled_from(["유포 영상", "불법촬영", "하루오빠", "x7q_haru", "김하준", ""])
CLASS = st.sampled_from(["core", "identity", "narrative", "material"])
DAYS = st.sampled_from(["2099", "2099-03", "2099-03-14", "2080-05-06"])
VALUES = {
    ("case", "alias"): WORDS,
    ("case", "received_on"): DAYS,
    ("case", "number"): st.sampled_from(["2099-IC-000001", "2099-IC-000002"]),
    ("case", "plan"): WORDS,
    ("person", "role"): st.sampled_from(["VICTIM", "CONTACT"]),
    ("person", "name"): WORDS,
    ("person", "age"): st.integers(10, 40),
    ("person", "birth"): DAYS,
    ("person", "under_19"): st.sampled_from(["YES", "NO"]),
    ("person", "remark"): WORDS,
    ("posting", "url"): st.sampled_from(
        ["https://tube-a.example/1", "tube-b.example/2"]
    ),
    ("posting", "title"): WORDS,
    ("posting", "result"): st.sampled_from(["FOUND", "REMOVED", "RESTORED", "BLOCKED"]),
    ("posting", "parent"): st.sampled_from(RECORDS),
    ("deletion_action", "kind"): st.sampled_from(["FIRST", "AGAIN", "CHECK"]),
    ("deletion_action", "posting"): st.sampled_from(RECORDS),
    ("identifier", "value"): WORDS,
    ("note", "text"): WORDS,
    ("posting", "deleted"): st.just("noted twice"),
    ("person", "deleted"): st.just("noted twice"),
    ("case", "deleted"): st.just("noted twice"),
}


@st.composite
def sayings(draw):
    """Draw who says what about which record, each word at its own moment."""
    said = []
    for at in range(draw(st.integers(1, 25))):
        entity, name = draw(st.sampled_from(sorted(VALUES)))
        case = draw(st.integers(0, len(CASES) - 1))
        record = CASES[case] if entity == "case" else RECORDS[draw(st.integers(0, 6))]
        # a record belongs to one case for ever: its scope
        scope = CASES[case] if entity == "case" else CASES[RECORDS.index(record) % 3]
        value = draw(VALUES[entity, name] | st.none())
        said.append((at + 1, entity, record, scope_of("case", scope), name, value))
    return said


def speak(said, talk):
    for at, entity, record, scope, name, value in talk:
        said.say(entity, record, scope, at=at, **{name: value})


def spoken_of(talk):
    return list(dict.fromkeys((entity, record) for _, entity, record, *_ in talk))


@settings(max_examples=25)
@given(talk=sayings())
def test_rows_are_the_same_when_they_are_made_from_nothing(said, talk):
    said.empty()
    speak(said, talk)
    before = said.state()
    said.rebuild()
    assert said.state() == before


@settings(max_examples=25)
@given(talk=sayings(), data=st.data())
def test_the_order_of_hearing_does_not_matter(said, talk, data):
    said.empty()
    speak(said, talk)
    before = said.state()
    said.deafen()
    for key in data.draw(st.permutations(spoken_of(talk))):
        with said.vault.writing() as db:
            said.register.apply(db, [key])
    assert said.state() == before


@settings(max_examples=25)
@given(talk=sayings())
def test_hearing_everything_at_once_or_again_changes_nothing(said, talk):
    said.empty()
    speak(said, talk)
    before = said.state()
    with said.vault.writing() as db:
        said.register.apply(db, spoken_of(talk) * 2)
    assert said.state() == before
    said.deafen()
    with said.vault.writing() as db:
        said.register.apply(db, spoken_of(talk))
    assert said.state() == before


@settings(max_examples=25)
@given(talk=sayings(), cls=CLASS)
def test_kept_counts_are_what_a_recount_gives(said, talk, cls):
    said.empty()
    speak(said, talk)
    assert said.register.wrong_counts() == 0
    said.erase(scope_of("case", CASES[0]), cls)
    assert said.register.wrong_counts() == 0


@settings(max_examples=25)
@given(talk=sayings(), cls=CLASS)
def test_what_is_erased_is_as_if_it_had_never_been_said(said, talk, cls):
    said.empty()
    speak(said, talk)
    gone = scope_of("case", CASES[0])
    said.erase(gone, cls)
    after = said.state()
    kept = [
        word
        for word in talk
        if word[3] != gone or field_of(word[1], word[4]).cls != cls
    ]
    said.empty()
    speak(said, kept)
    assert after == said.state()


@settings(max_examples=25)
@given(talk=sayings(), cls=CLASS)
def test_a_register_that_erases_by_itself_holds_nothing_of_the_class(said, talk, cls):
    """Even before the ledger names the records to fold again."""
    said.empty()
    speak(said, talk)
    with said.vault.writing() as db:
        said.register.erase(db, scope_of("case", CASES[0]), cls)
        assert counters.wrong_counts(db) == 0
        for name, entity in SCHEMA.items():
            for row in said.register.first(ListQuery(name, gone=True), -1):
                if row.scope == scope_of("case", CASES[0]):
                    words = [f for f in entity.fields if row[f.name] is not None]
                    assert not [f for f in words if f.cls == cls and f.name != "case"]


def test_counts_of_a_case_follow_the_work_on_it(said, a_case, new):
    case, scope = a_case(received_on="2099-03-14")
    old = said.say(
        "posting", new(), scope, url="https://tube-a.example/1", result="REMOVED"
    )
    said.say("posting", new(), scope, url="https://tube-b.example/1", parent=old)
    for kind in ("FIRST", "AGAIN", "CHECK", "INFORM"):
        said.say("deletion_action", new(), scope, posting=old, kind=kind)
    said.say("person", new(), scope, role="VICTIM", birth="2083")
    counts = said.register.counts((case,))[case]
    assert counts.pop("last_said") == START + said.at
    assert counts == {
        "postings": 2,
        "requests": 2,
        "removed": 1,
        "reappeared": 1,
        "live": 1,
        "refused": 0,
        "blocked": 0,
        "temporary": 0,
        "delisted": 0,
        "gone": 0,
        "age": 15,
        "minor": 1,
    }


def test_nothing_is_left_of_a_case_that_is_erased_whole(said, a_case, new):
    case, scope = a_case()
    said.say("person", new(), scope, role="VICTIM", name="김하준")
    said.say("note", new(), scope, text="기록")
    for cls in CLASSES:
        said.erase(scope, cls)
    assert said.state() == {}
    assert said.register.get("case", case) is None


@pytest.mark.parametrize(
    ("age", "birth", "day", "expected"),
    [
        (15, "2000", "2099-01-01", 15),
        (None, "2080-03-14", "2099-03-13", 18),
        (None, "2080-03-14", "2099-03-14", 19),
        (None, "2080", "2099-03-14", 18),
        (None, "2080", "2099", 18),
        (None, None, "2099", None),
        (None, "2080", None, None),
        (None, "2100", "2099", None),
    ],
)
def test_age_is_read_as_the_victim_gave_it(age, birth, day, expected):
    assert age_on(age, birth, day) == expected


def test_a_word_that_does_not_fit_its_column_is_left_out():
    """The ledger parks such words; the fold does not rely on it."""
    values = {
        "url": 7,
        "views": "many",
        "parent": "x",
        "police_too": 7,
        "title": "제목",
        "zodiac": "양",
    }
    one = Record("posting", RecordId(RECORDS[0]), scope_of("case", CASES[0]), 0, values)
    entity = SCHEMA["posting"]
    row = dict(zip(entity.columns, fold(entity, one), strict=True))
    held = {name for name, value in row.items() if value is not None}
    assert held == {"id", "said", "case", "title"}


def test_a_record_belongs_to_the_case_it_was_said_in(said, a_case, new):
    case, scope = a_case()
    one = said.say("note", new(), scope, case=str(uuid.uuid4()), text="기록")
    assert said.register.get("note", one)["case"] == case
    assert said.register.get("note", one).scope == scope


def test_a_part_of_a_record_is_found_and_erased_without_its_home_class(
    said, a_case, new
):
    """An answer about a phone number is identity; the rest of the answer is narrative."""
    case, scope = a_case()
    one = said.say(
        "answer", new(), scope, path="/phone", value_identity="010-0000-0001"
    )
    said.erase(scope, "narrative")
    (row,) = said.register.find("answer", case=case)
    assert (row.id, row.scope, row["path"]) == (one, scope, None)
    said.erase(scope, "identity")
    assert not said.register.find("answer")


def test_a_rebuild_says_how_far_it_is(said, a_case, watcher):
    a_case()
    said.rebuild(watcher)
    assert watcher.steps == [
        (0, 1, "progress-rebuilding"),
        (1, 1, "progress-rebuilding"),
    ]
