"""Whoever looks for a part of any word finds it; whatever was erased is found no more."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.register.grams import asked, grams, holds, words_of
from intake.register.search import snippet_of

SYLLABLES = st.sampled_from("가나유포불법촬영협박하루김준녹ㅋ한漢é")
LETTERS = st.text("abxX7q_19", min_size=1, max_size=5)
WORD = st.text(SYLLABLES, min_size=1, max_size=6) | LETTERS
KOREAN = st.lists(WORD, min_size=1, max_size=8).map(" ".join)


@st.composite
def a_query_inside(draw):
    """Draw texts, and something that somebody may type who remembers a part of one."""
    texts = draw(st.lists(KOREAN, min_size=1, max_size=6))
    words = words_of(draw(st.sampled_from(texts)))
    typed = []
    for word in words[: draw(st.integers(1, 2))]:
        start = draw(st.integers(0, len(word) - 1))
        typed.append(word[start : draw(st.integers(start + 1, len(word)))])
    return texts, " ".join(typed)


@settings(max_examples=60)
@given(drawn=a_query_inside())
def test_search_finds_exactly_the_texts_that_hold_every_typed_part(
    said, a_case, new, drawn
):
    said.empty()
    texts, typed = drawn
    _, scope = a_case(alias="")
    true = set()
    for text in texts:
        one = said.say("note", new(), scope, text=text)
        if holds(text, words_of(typed)):
            true.add(one)
    found = {hit.id for hit in said.register.search(typed, limit=100)}
    assert found == true


@settings(max_examples=200)
@given(st.text(max_size=30), st.data())
def test_every_part_of_every_word_is_proposed_by_the_index(text, data):
    words = words_of(text)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(word) - 1))
    part = word[start : data.draw(st.integers(start + 1, len(word)))]
    tokens = grams(text)
    for term in asked(part).split(" AND "):
        wanted = term.strip('"*').strip('"')
        if term.endswith("*"):
            assert any(token.startswith(wanted) for token in tokens)
        else:
            assert wanted in tokens


@settings(max_examples=200)
@given(KOREAN, st.lists(WORD, min_size=1, max_size=2).map(" ".join))
def test_marks_of_a_snippet_cover_what_was_typed(text, typed):
    words = words_of(typed)
    snippet, marks = snippet_of(text, words)
    assert snippet in text
    for start, end in marks:
        assert any(snippet[start:end].casefold() == word for word in words)


def test_the_newest_said_is_found_first(said, a_case, new):
    _, scope = a_case()
    old, newer = (said.say("note", new(), scope, text=f"유포 {n}") for n in "12")
    assert [hit.id for hit in said.register.search("유포")] == [newer, old]
    said.say("note", old, scope, text="유포 다시")
    assert [hit.id for hit in said.register.search("유포")] == [old, newer]


@pytest.mark.parametrize("typed", ["ㅅㅂ", "ㅂ", "ㅅㅂㅂ"])
def test_a_name_is_found_by_its_initial_consonants(said, a_case, typed):
    case, scope = a_case(alias="새벽별")
    said.say("case", case, scope, plan="상담")
    found = said.register.search(typed)
    assert [(hit.entity, hit.id, hit.field) for hit in found] == [
        ("case", case, "alias")
    ]


@pytest.mark.parametrize(
    "typed", ["010-0000-4217", "0100000", "4217", "+82 10 0000 4217", "0000-4217"]
)
def test_a_number_is_found_by_its_start_and_by_its_end(said, a_case, new, typed):
    _, scope = a_case()
    one = said.say("identifier", new(), scope, kind="phone", value="01000004217")
    assert [hit.id for hit in said.register.search(typed)] == [one]


@pytest.mark.parametrize(
    "typed", ["tube-a.example", "https://tube-a.example/v", "@North", "pier_x"]
)
def test_addresses_and_accounts_are_looked_up_and_not_in_the_word_index(
    said, a_case, new, typed
):
    _, scope = a_case()
    post = said.say("posting", new(), scope, url="https://www.tube-a.example/v/1")
    account = said.say("identifier", new(), scope, value="NorthPier_x7q ")
    found = {hit.id for hit in said.register.search(typed)}
    assert found == ({post} if "tube" in typed else {account})
    with said.vault.reading() as db:
        assert not db.one(
            "SELECT 1 FROM r_doc WHERE entity IN ('identifier', 'posting')"
        )


def test_cases_are_found_by_anything_in_them(said, a_case, new):
    case, scope = a_case()
    a_case("2099-IC-000002", "노을")
    said.say("note", new(), scope, text="하루오빠라고 불렀다")
    said.say("suspect", new(), scope, nickname="하루오빠")
    assert said.register.cases_with("하루") == (case,)


def test_a_withdrawn_record_is_not_found(said, a_case, new):
    _, scope = a_case()
    one = said.say("identifier", new(), scope, value="northpier_x7q")
    two = said.say("note", new(), scope, text="북쪽 부두")
    for entity, record in (("identifier", one), ("note", two)):
        said.retract(entity, record, scope)
    assert not said.register.search("northpier")
    assert not said.register.search("부두")


def test_typed_signs_are_words_to_nobody(said, a_case):
    a_case()
    for typed in ("", "   ", '"', "* OR", "( ) AND", "NEAR(", "^", "%", "_"):
        said.register.search(typed)


RARE = "뷁쀍뛟"


@pytest.mark.parametrize(
    ("entity", "name", "cls"),
    [
        ("note", "text", "narrative"),
        ("person", "name", "identity"),
        ("posting", "url", "material"),
    ],
)
def test_erasing_a_class_leaves_nothing_to_find(said, a_case, new, entity, name, cls):
    """Not a hit, not a token, not a byte of a token in the index."""
    _, scope = a_case()
    value = f"https://{RARE}.example/{RARE}" if name == "url" else RARE
    for _ in range(20):
        said.say(entity, new(), scope, **{name: value})
        changed = said.say(entity, new(), scope, **{name: value})
        said.say(entity, changed, scope, **{name: "다른 말"})
    assert len(said.register.search(RARE)) == 20
    said.erase(scope, cls)
    assert not said.register.search(RARE)
    with said.vault.reading() as db:
        left = [cell for row in everything(db) for cell in row]
    for letter in RARE:
        assert not any(letter in cell for cell in left if isinstance(cell, str))
        assert not any(
            letter.encode() in cell for cell in left if isinstance(cell, bytes)
        )


def everything(db):
    """Every row of every table of the register, the index's own included."""
    tables = db.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'r_*' "
        "AND name <> 'r_doc_fts'"
    )
    return [row for (name,) in tables for row in db.all(f'SELECT * FROM "{name}"')]
