"""A new version of a form never strands an unfinished interview."""

from hypothesis import given, settings
from hypothesis import strategies as st

from intake.forms import AnswerState, FormSession, carry_over
from tests.forms.makers import a_form, ask, bind, choose, repeat, view_of

OLD = a_form(
    '<a/><n/><c/><g><moved/></g><gone/><rows jr:template=""><x/><y/></rows>',
    bind("n", type="string"),
    ask("a", "n", "g/moved", "gone")
    + choose("c", "k1", "k2")
    + repeat("rows", "x", "y"),
    version="1",
)
NEW = a_form(
    '<a/><n/><c/><h><moved/></h><rows jr:template=""><x/></rows><fresh/>',
    bind("n", type="int"),
    ask("a", "n", "h/moved", "fresh") + choose("c", "k1", "k3") + repeat("rows", "x"),
    version="2",
)


def old_answers():
    session = FormSession(OLD, "ko")
    session.answer("a", "녹두")
    session.answer("n", "스물쯤")
    session.answer("c", "k2")
    session.answer("g/moved", "here")
    session.set_state("gone", "DECLINED")
    row = session.add_row("rows")
    session.answer(f"{row}/x", "1")
    session.answer(f"{row}/y", "2")
    return session.answers(), row


def test_what_fits_is_carried_and_what_does_not_is_listed_with_its_reason():
    answers, row = old_answers()
    carried = carry_over(answers, NEW)
    assert {one.path: one.why for one in carried.unfit} == {
        "n": "type",
        "c": "choice",
        "gone": "no-question",
        f"{row}/y": "no-question",
    }
    assert carried.moved == (("g/moved", "h/moved"),)
    session = FormSession(NEW, "ko", carried.answers)
    assert not session.leftover
    assert view_of(session, "a").value == "녹두"
    assert view_of(session, "h/moved").value == "here"
    assert view_of(session, f"{row}/x").value == "1"


def test_carrying_to_the_same_version_changes_nothing():
    answers, _ = old_answers()
    session = FormSession(OLD, "ko", carry_over(answers, OLD).answers)
    assert session.answers() == answers


def test_an_unfit_answer_is_not_shown_in_its_repr():
    answers, _ = old_answers()
    assert "스물쯤" not in repr(carry_over(answers, NEW).unfit)


SAVED = st.tuples(
    st.sampled_from(list(AnswerState)),
    st.one_of(st.none(), st.text(max_size=5), st.integers(), st.booleans()),
)
ADDRESS = st.one_of(
    st.sampled_from(
        [
            "a",
            "n",
            "c",
            "g/moved",
            "h/moved",
            "gone",
            "rows",
            "rows[1]",
            "rows[1]/x",
            "rows[2]/y",
            "rows/x",
            "x",
        ]
    ),
    st.text(alphabet="ab/[]x1@", max_size=8),
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(ADDRESS, SAVED, max_size=8))
def test_nothing_is_ever_dropped(answers):
    carried = carry_over(answers, NEW)
    moved = dict(carried.moved)
    kept = {path for path in answers if moved.get(path, path) in carried.answers}
    unfit = {one.path for one in carried.unfit}
    assert kept | unfit == answers.keys()
    assert len(carried.answers) + len(carried.unfit) == len(answers)
    FormSession(NEW, "ko", carried.answers).snapshot()
