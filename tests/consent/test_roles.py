"""Which role may do and see what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.consent.roles import Act, Grant, Role, is_open, may, roles_of, sees_content
from intake.register import SCHEMA, Type

BOTH = frozenset({Role.COUNSELOR, Role.SUPERVISOR})
GRANTS = st.lists(
    st.builds(
        Grant,
        who=st.sampled_from(("가", "나")),
        role=st.sampled_from((*Role, "SOMETHING")),
        ended=st.booleans(),
    ),
    max_size=8,
)


def fields():
    return [
        (entity, one)
        for entity in SCHEMA.values()
        if entity.scope == "case"
        for one in entity.fields
    ]


def test_before_anybody_is_named_the_first_person_is_counselor_and_supervisor():
    assert roles_of([], "가") == BOTH
    assert roles_of([Grant("나", "IT", ended=True)], "가") == BOTH


def test_somebody_nobody_spoke_of_is_a_counselor_once_others_are_named():
    assert roles_of([Grant("나", "SUPERVISOR")], "가") == {Role.COUNSELOR}


def test_whose_every_role_was_taken_back_has_none():
    assert roles_of([Grant("가", "COUNSELOR", ended=True)], "가") == frozenset()
    assert not may(frozenset(), Act.LOOK)


def test_several_roles_add_up():
    roles = roles_of([Grant("가", "IT"), Grant("가", "AUDITOR")], "가")
    assert may(roles, Act.CARE)
    assert may(roles, Act.LOGS)
    assert not may(roles, Act.CASEWORK)


@given(GRANTS)
def test_an_unknown_role_gives_nothing_and_an_ended_one_neither(grants):
    named = {one.role for one in grants if one.who == "가" and not one.ended}
    if any(one.who == "가" for one in grants):
        assert roles_of(grants, "가") == named - {"SOMETHING"}


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.COUNSELOR, {"look", "casework", "care", "own"}),
        (Role.SUPERVISOR, {"look", "casework", "supervise", "logs", "care", "own"}),
        (Role.IT, {"look", "logs", "care", "own"}),
        (Role.AUDITOR, {"look", "logs", "own"}),
    ],
)
def test_each_role_may_what_its_work_needs_and_no_more(role, allowed):
    assert {act.value for act in Act if may(frozenset({role}), act)} == allowed


def test_it_and_auditors_see_no_content():
    assert not sees_content(frozenset({Role.IT, Role.AUDITOR}))
    assert sees_content(frozenset({Role.IT, Role.COUNSELOR}))


def test_no_word_of_identity_narrative_or_suspect_is_open():
    classes = {"identity", "narrative", "suspect"}
    shown = [
        f"{entity.name}/{one.name}"
        for entity, one in fields()
        if one.cls in classes
        and one.type is not Type.ID
        and is_open(entity.name, entity.scope, one)
    ]
    assert shown == []


def test_free_text_is_open_only_where_it_names_a_colleague_or_a_number():
    free = {Type.TEXT, Type.LONGTEXT, Type.SCALAR, Type.DIGEST}
    shown = {
        one.name
        for entity, one in fields()
        if one.type in free and is_open(entity.name, entity.scope, one)
    }
    assert shown <= {
        *("number", "center", "owner", "counselor", "assignee", "central_number"),
        *("plan_by", "plan_approved_by", "hold_by", "explained_by", "made_by", "by"),
        *("form", "form_version", "deleted"),
    }


def test_of_the_person_and_what_happened_only_ids_are_open():
    shown = [
        one.name
        for entity, one in fields()
        if entity.name in {"person", "incident", "harm", "answer"}
        and is_open(entity.name, entity.scope, one)
    ]
    assert set(shown) <= {"case", "of", "interview", "source", "suspect"}


def test_states_and_dates_of_work_are_open():
    for name, field in (
        ("case", "state"),
        ("support_line", "kind"),
        ("posting", "result"),
    ):
        assert is_open(name, "case", SCHEMA[name].by_name[field])
