"""Promises of an open interview, held for any order of answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import InvalidAnswer
from intake.forms import AnswerState, FormSession
from tests.forms.makers import NOW, a_form, ask, bind, choose, opened, repeat, view_of

INSTANCE = (
    '<a/><b/><n/><kind/><seen/><g><c/></g><rows jr:template=""><x/><y/><z/><s jr:template=""><u/></s></rows><rows><x/><y/><z/></rows>'
    "<total/><first/>"
)
MODEL = "".join(
    (
        bind("b", relevant="/data/a != ''"),
        bind("n", type="int", constraint=". < 100", required="true()"),
        bind("seen", type="date"),
        bind("g", relevant="selected(/data/kind, 'k1')"),
        bind("rows/y", calculate="string-length(../x) + position(..)"),
        bind("rows/z", relevant="../x != ''"),
        bind("total", type="int", calculate="sum(/data/rows/y)"),
        bind("first", calculate="once(/data/a)"),
    )
)
BODY = (
    ask("a", "b", "n", "seen")
    + choose("kind", "k1", "k2", "k3", many=True)
    + '<group ref="/data/g"><label>g</label>'
    + ask("g/c")
    + "</group>"
    + '<group ref="/data/rows"><label>rows</label><repeat nodeset="/data/rows">'
    + ask("rows/x", "rows/y", "rows/z")
    + '<group ref="/data/rows/s"><label>s</label><repeat nodeset="/data/rows/s">'
    + ask("rows/s/u")
    + "</repeat></group></repeat></group>"
    + ask("total", "first")
)
FORM = a_form(INSTANCE, MODEL, BODY)
TEXT = st.text(alphabet="가나다 ab'\"<&-0123456789", max_size=8).map(str.strip)
PLAIN = st.sampled_from(["a", "b", "n", "seen", "g/c"])
STEP = st.one_of(
    st.tuples(st.just("answer"), PLAIN, TEXT),
    st.tuples(st.just("kind"), st.sets(st.sampled_from(["k1", "k2", "k3"]))),
    st.tuples(st.just("state"), PLAIN, st.sampled_from(list(AnswerState))),
    st.tuples(st.just("row"), st.integers(0, 5), st.sampled_from(["x", "z"]), TEXT),
    st.tuples(st.just("inner"), st.integers(0, 5)),
    st.tuples(st.just("add")),
    st.tuples(st.just("remove"), st.integers(0, 5)),
)


def fresh() -> FormSession:
    return FormSession(FORM, "ko", wall=lambda: NOW)


def reopened(session: FormSession) -> FormSession:
    return FormSession(FORM, "ko", session.answers(), wall=lambda: NOW)


def rows_of(session: FormSession) -> list[str]:
    return [f"rows[{row}]" for row in view_of(session, "rows").rows]


def do(session: FormSession, step: tuple) -> None:
    rows = rows_of(session)
    match step:
        case ("answer", path, value):
            session.answer(path, value)
        case ("kind", codes):
            session.answer("kind", codes)
        case ("state", path, state):
            session.set_state(path, state)
        case ("row", at, name, value) if rows:
            session.answer(f"{rows[at % len(rows)]}/{name}", value)
        case ("inner", at) if rows:
            row = session.add_row(f"{rows[at % len(rows)]}/s")
            session.answer(f"{row}/u", str(at))
        case ("add",):
            session.add_row("rows")
        case ("remove", at) if rows:
            session.remove_row(rows[at % len(rows)])


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=15))
def test_closing_at_any_moment_and_reopening_gives_the_same_page(steps):
    session = fresh()
    for step in steps:
        do(session, step)
    again = reopened(session)
    assert again.snapshot() == session.snapshot()
    assert again.answers() == session.answers()
    assert not again.leftover


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=15))
def test_what_changed_is_exactly_what_differs_on_the_page(steps):
    session = fresh()
    page = {view.path: view for view in session.changes_since(0).views}
    token = session.changes_since(0).token
    for step in steps:
        do(session, step)
        changes = session.changes_since(token)
        token = changes.token
        for path in changes.gone:
            page.pop(path, None)
        page.update((view.path, view) for view in changes.views)
        assert page == {view.path: view for view in session.snapshot()}


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=15))
def test_kept_changes_add_up_to_all_answers(steps):
    session = fresh()
    kept: dict = {}
    for step in [None, *steps]:
        if step is not None:
            do(session, step)
        for said in session.take_changes():
            kept[said.path] = (said.state, said.value)
    kept = {
        path: said for path, said in kept.items() if said[0] is not AnswerState.NOTASKED
    }
    again = FormSession(FORM, "ko", kept, wall=lambda: NOW)
    assert again.snapshot() == session.snapshot()


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(
        [
            ("a", "녹두"),
            ("n", 7),
            ("seen", "2024-03"),
            ("kind", "k2 k1"),
            ("g/c", "x"),
            ("b", "y"),
        ]
    ),
    st.booleans(),
)
def test_the_order_of_independent_answers_does_not_matter(order, reverse):
    one, two = fresh(), fresh()
    for path, value in sorted(order, reverse=reverse):
        one.answer(path, value)
    for path, value in order:
        two.answer(path, value)
    plain = [view for view in one.snapshot() if not view.path.startswith("rows")]
    assert plain == [
        view for view in two.snapshot() if not view.path.startswith("rows")
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXT, min_size=2, max_size=6), st.data())
def test_adding_and_removing_rows_never_touches_the_answers_of_others(texts, data):
    session = fresh()
    session.remove_row(rows_of(session)[0])
    said = {}
    for text in texts:
        row = session.add_row("rows")
        session.answer(f"{row}/x", text)
        said[row] = text
    gone = data.draw(st.sampled_from(sorted(said)))
    session.remove_row(gone)
    session.add_row("rows")
    del said[gone]
    assert {row: session.value(f"{row}/x") for row in said} == said


def test_a_row_keeps_its_id_through_closing_and_entity_ids_are_row_ids():
    form = (
        '<s jr:template=""><h/><meta><entity dataset="suspect" create="1" id=""/></meta></s>',
        bind("s/h", entities_saveto="handle").replace(
            "entities_saveto", "entities:saveto"
        )
        + bind("s/meta/entity/@id", type="string", readonly="true()"),
        repeat(
            "s",
            "h",
            more='<setvalue event="odk-new-repeat" ref="/data/s/meta/entity/@id" value="uuid()"/>',
        ),
    )
    session = opened(*form)
    row = session.add_row("s")
    identity = view_of(session, row).row
    assert session.value(f"{row}/meta/entity/@id") == identity
    assert view_of(session, f"{row}/h").save_to.row == identity
    assert view_of(session, f"{row}/h").save_to.entity == "suspect"
    session.answer(f"{row}/h", "@x7q")
    again = FormSession(session.form, "ko", session.answers())
    assert view_of(again, f"{row}/h").value == "@x7q"


def test_rows_of_two_laptops_merge_without_positions():
    one, two = fresh(), fresh()
    first, second = one.add_row("rows"), two.add_row("rows")
    one.answer(f"{first}/x", "가")
    two.answer(f"{second}/x", "나")
    both = FormSession(FORM, "ko", one.answers() | two.answers())
    assert {both.value(f"{first}/x"), both.value(f"{second}/x")} == {"가", "나"}


def test_what_a_restored_form_has_no_place_for_is_handed_back():
    kept = {
        "a": (AnswerState.OK, "x"),
        "gone/away": (AnswerState.OK, "y"),
        "no[1]/z": ("UNK", None),
    }
    session = FormSession(FORM, "ko", kept)
    assert session.leftover == {path: kept[path] for path in ("gone/away", "no[1]/z")}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nowhere",
        "rows",
        "rows[1]/x",
        "g",
        "a/b",
        "a[1]",
        "[",
        "rows[",
        "//",
        "../a",
    ],
)
def test_an_address_that_is_no_question_is_refused_in_words(path: str):
    with pytest.raises(InvalidAnswer) as refused:
        fresh().answer(path, "x")
    assert refused.value.facts["why"] == "no-question"


def test_a_readonly_question_takes_no_answer():
    session = opened("<a/>", bind("a", readonly="true()"), ask("a"))
    with pytest.raises(InvalidAnswer):
        session.answer("a", "x")


@pytest.mark.parametrize("value", ["k9", "k1 k9", ["k9"]])
def test_a_code_that_is_not_on_offer_is_refused(value):
    with pytest.raises(InvalidAnswer) as refused:
        fresh().answer("kind", value)
    assert refused.value.facts == {"question": "kind", "why": "choice"}


def test_declining_is_refused_only_where_the_form_says_so():
    session = opened("<a/><b/>", bind("a", _declined="false()"), ask("a", "b"))
    session.set_state("b", "DECLINED")
    with pytest.raises(InvalidAnswer):
        session.set_state("a", "DECLINED")


def test_nothing_on_the_page_shows_an_answer_in_its_repr():
    session = fresh()
    session.answer("a", "녹두")
    row = session.add_row("rows")
    session.answer(f"{row}/x", "홍길동")
    shown = repr(
        (
            session.snapshot(),
            session.changes_since(0),
            session.take_changes(),
            session,
            session.form,
        )
    )
    assert "녹두" not in shown
    assert "홍길동" not in shown


def test_sections_count_what_is_asked_and_answered():
    session = fresh()
    session.answer("kind", {"k1"})
    session.answer("g/c", "x")
    sections = {section.path: section for section in session.sections()}
    assert (sections["g"].answered, sections["g"].total) == (1, 1)
    assert sections[""].missing == 1
    assert [view.path for view in session.missing()] == ["n"]


def test_a_long_chain_of_rows_never_exhausts_the_stack():
    session = opened(
        '<r jr:template=""><x/><sum/></r>',
        bind(
            "r/sum",
            calculate="coalesce(../../r[position() = position(current()/..) - 1]/sum, 0) + coalesce(../x, 0)",
        ),
        repeat("r", "x", "sum"),
    )
    rows = [session.add_row("r") for _ in range(150)]
    for row in rows:
        session.answer(f"{row}/x", 1)
    session.answer(f"{rows[0]}/x", 5)
    assert session.value(f"{rows[-1]}/sum") == "154"
    again = FormSession(session.form, "ko", session.answers())
    assert again.value(f"{rows[-1]}/sum") == "154"
    assert not again.circles


def test_a_count_beyond_reason_is_clamped():
    session = opened(
        '<n/><r jr:template=""><x/></r>',
        "",
        ask("n") + repeat("r", "x", attributes='jr:count="/data/n"'),
    )
    session.answer("n", "999999999")
    assert len(view_of(session, "r").rows) == 1000
    session.answer("n", "-5")
    assert not view_of(session, "r").rows


TRIGGERED = (
    '<r jr:template=""><x/><y/></r><log/>',
    "",
    repeat(
        "r",
        more='<input ref="/data/r/x"><label>x</label>'
        '<setvalue event="xforms-value-changed" ref="/data/r/y" value="concat(../x, \'!\')"/></input>'
        + ask("r/y"),
    )
    + ask("log"),
)


def test_a_change_in_a_row_sets_its_own_row_only_and_a_removed_row_is_silent():
    session = opened(*TRIGGERED)
    one, two = session.add_row("r"), session.add_row("r")
    session.answer(f"{one}/x", "가")
    session.answer(f"{two}/x", "나")
    assert (session.value(f"{one}/y"), session.value(f"{two}/y")) == ("가!", "나!")
    gone = session.remove_row(one)
    assert set(gone) == {f"{one}/x", f"{one}/y"}
    session.answer(f"{two}/x", "다")
    assert session.value(f"{two}/y") == "다!"
    with pytest.raises(InvalidAnswer):
        session.remove_row(one)


def test_counted_and_fixed_rows_are_nobodys_to_add_or_remove():
    counted = opened(
        '<n>2</n><r jr:template=""><x/></r>',
        "",
        ask("n") + repeat("r", "x", attributes='jr:count="/data/n"'),
    )
    fixed = opened(
        '<r jr:template=""><x/></r>',
        "",
        repeat("r", "x", attributes='jr:noAddRemove="true()"'),
    )
    for session in (counted, fixed):
        view = view_of(session, "r")
        row = view_of(session, f"r[{view.rows[0]}]")
        assert (view.can_add, row.can_remove) == (False, False)
        with pytest.raises(InvalidAnswer):
            session.add_row("r")
        with pytest.raises(InvalidAnswer):
            session.remove_row(row.path)


def test_answers_that_were_kept_as_text_come_back_as_well():
    session = fresh()
    session.add_row("rows")
    session.remove_row(rows_of(session)[0])
    session.answer("n", 7)
    kept = {
        path: (str(state), value if value is None else str(value))
        for path, (state, value) in session.answers().items()
    }
    again = FormSession(FORM, "ko", kept, wall=lambda: NOW)
    assert again.snapshot() == session.snapshot()


def test_an_unknown_language_leaves_the_words_as_they_are():
    session = fresh()
    session.set_language("xx")
    assert session.language == ""


def test_a_chain_that_reads_the_row_after_it_comes_to_rest_too():
    session = opened(
        '<r jr:template=""><x/><left/></r>',
        bind(
            "r/left",
            calculate="coalesce(../../r[position() = position(current()/..) + 1]/left, 0) + coalesce(../x, 0)",
        ),
        repeat("r", "x", "left"),
    )
    rows = [session.add_row("r") for _ in range(120)]
    for row in rows[::-1]:
        session.answer(f"{row}/x", 1)
    again = FormSession(session.form, "ko", session.answers())
    assert session.value(f"{rows[0]}/left") == again.value(f"{rows[0]}/left") == "120"
    assert not again.circles
