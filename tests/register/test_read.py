"""Records, pages and whole lists."""

import pytest

from intake.errors import Cancelled, InvalidInput
from intake.ids import scope_of
from intake.progress import Silent
from intake.register import ListQuery, Where

WORD = "녹두"


@pytest.fixture
def postings(said, a_case, new):
    """Make one case with twelve postings of three results."""
    case, scope = a_case()
    results = ("FOUND", "REMOVED", "REFUSED")
    made = [
        said.say(
            "posting",
            new(),
            scope,
            url=f"https://tube-a.example/{n}",
            result=results[n % 3],
            found_on=f"2099-01-{n + 1:02}",
        )
        for n in range(12)
    ]
    return case, made


def test_a_record_is_got_by_its_id_and_found_by_its_values(said, postings):
    case, made = postings
    register = said.register
    assert register.get("posting", made[3])["found_on"] == "2099-01-04"
    assert register.get("posting", case) is None
    removed = register.find("posting", case=case, result="REMOVED")
    assert [row.id for row in removed] == made[1::3]
    both = register.find("posting", result=("REMOVED", "REFUSED"))
    assert len(both) == 8
    assert not register.find("posting", title="없음")
    assert len(register.find("posting", title=None)) == 12


def test_a_list_is_the_same_as_numbers_and_as_records(said, postings):
    _, made = postings
    query = ListQuery("posting", order=("-found_on",))
    numbers = said.register.ids(query, Silent())
    assert numbers.typecode == "q"
    rows = said.register.rows("posting", numbers)
    assert [row.id for row in rows] == made[::-1]
    assert said.register.first(query, 5) == rows[:5]
    assert said.register.count(query) == 12
    assert said.register.rows("posting", [numbers[7], 10**9, numbers[2]]) == (
        rows[7],
        rows[2],
    )


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where("found_on", ">=", "2099-01-10"), 3),
        (Where("found_on", "<", "2099-01-03"), 2),
        (Where("result", "!=", "REMOVED"), 8),
        (Where("result", "in", ("REMOVED", "REFUSED")), 8),
        (Where("title", "empty"), 12),
        (Where("url", "filled"), 12),
        (Where("url_key", "starts", "tube-a.example/1"), 3),
        (Where("url_host", "=", "tube-a.example"), 12),
    ],
)
def test_a_list_can_be_narrowed(said, postings, where, expected):
    assert said.register.count(ListQuery("posting", where=(where,))) == expected


def test_a_list_may_keep_to_some_records(said, postings):
    _, made = postings
    query = ListQuery("posting", among=tuple(made[:2]))
    assert [row.id for row in said.register.first(query, 9)] == made[:2]
    assert said.register.count(ListQuery("posting", among=())) == 0


def test_cases_are_sorted_and_narrowed_by_their_counts(said, a_case, new):
    quiet_case, _ = a_case("2099-IC-000001", "하나")
    busy_case, scope = a_case("2099-IC-000002", "둘")
    said.say("person", new(), scope, role="VICTIM", age=15)
    said.say("posting", new(), scope, url="https://tube-a.example/1")
    said.say("case", quiet_case, scope_of("case", quiet_case), state="COUNSELLING")
    newest = ListQuery("case", order=("-last_said",))
    assert [row.id for row in said.register.first(newest, 9)] == [quiet_case, busy_case]
    minors = ListQuery("case", equals=(("minor", 1),))
    assert [row.id for row in said.register.first(minors, 9)] == [busy_case]
    busy = ListQuery("case", where=(Where("live", ">", 0),), order=("-live",))
    assert len(said.register.ids(busy, Silent())) == 1
    assert said.register.counts((quiet_case, busy_case))[busy_case]["postings"] == 1


def test_withdrawn_records_come_only_when_asked_for(said, postings):
    case, made = postings
    said.retract("posting", made[0], scope_of("case", case))
    assert said.register.count(ListQuery("posting")) == 11
    assert said.register.count(ListQuery("posting", gone=True)) == 12
    assert said.register.get("posting", made[0]).gone


@pytest.mark.parametrize(
    "query",
    [
        ListQuery("zodiac"),
        ListQuery("case", order=("zodiac",)),
        ListQuery("case", equals=(("alias = '' --", "x"),)),
        ListQuery("posting", order=("minor",)),
        ListQuery("case", where=(Where("alias", "like", "x"),)),
        ListQuery("case", where=(Where("alias", "=", ("x", "y")),)),
    ],
)
def test_a_name_nobody_declared_never_becomes_sql(said, query):
    with pytest.raises(InvalidInput):
        said.register.count(query)


def test_a_long_list_stops_when_its_watcher_says_so(said, postings):
    class Impatient:
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        said.register.ids(ListQuery("posting"), Impatient())


def test_a_long_list_stops_when_its_reader_is_interrupted(said):
    """The next key a counselor presses ends the list she no longer waits for."""
    with said.vault.writing() as db:
        many = ((n.to_bytes(16, "big"), n) for n in range(40_000))
        db.executemany("INSERT INTO r_task (id, said) VALUES (?, ?)", many)

    class Keyboard:
        def step(self, done, total, what):
            said.vault.interrupt("interactive")

    with pytest.raises(Cancelled):
        said.register.ids(ListQuery("task"), Keyboard())
    assert said.register.count(ListQuery("task")) == 40_000


def test_a_row_keeps_silent_about_what_it_holds(said, a_case):
    case, _ = a_case(alias=WORD)
    row = said.register.get("case", case)
    hit = said.register.search(WORD)[0]
    assert row["alias"] == WORD
    for shown in (repr(row), str(row), repr(hit), f"{(row, hit)}"):
        assert WORD not in shown
        assert case in shown


def test_a_row_has_every_declared_field_and_tells_the_four_answer_states_apart(
    said, a_case, new
):
    _, scope = a_case()
    one = said.say(
        "person", new(), scope, sex="F", age_state="UNK", region_state="DECLINED"
    )
    row = said.register.get("person", one)
    assert [row.state(name) for name in ("sex", "age", "region", "job_group")] == [
        "OK",
        "UNK",
        "DECLINED",
        "NOTASKED",
    ]
    assert row["name"] is None
    with pytest.raises(KeyError):
        row["zodiac"]


def test_a_case_tells_which_of_its_five_mandatory_fields_are_missing(said, a_case):
    case, scope = a_case(received_on="2099-03-14", route="VISIT")
    assert said.register.get("case", case).missing == ("counselor", "consent")
    said.say("case", case, scope, counselor="kim", consent="NONE")
    assert said.register.get("case", case).missing == ()


def test_a_row_says_codes_in_official_words(said, a_case):
    case, _ = a_case(route="VISIT", training=True)
    row = said.register.get("case", case)
    assert (row.label("route", "ko"), row.label("route", "en")) == ("방문", "Visit")
    assert row["training"] is True
    assert row.label("alias", "ko") == "새벽"
    assert row.label("plan", "ko") == ""


def test_a_malformed_id_is_refused_by_name_and_not_by_accident(said):
    with pytest.raises(InvalidInput):
        said.register.get("case", "xyz")
