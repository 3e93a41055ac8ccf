"""What the person heard read aloud is what travels: no words of hers hide in another class."""

import pytest

from intake.errors import InvalidAnswer
from intake.ids import new_id
from intake.ledger import Deed
from intake.register import SCHEMA, Type

HEARD = {"core", "suspect", "material"}  # with consent for CENTRAL and nothing else
STATEMENTS_ABOUT_HIM = {  # rulings, 1: statements about a perpetrator are of his class
    "suspect/method",
    "suspect/threat",
    "suspect/features",
    "suspect/remark",
}

NO_WORDS = {"timestamp/token"}  # an authority's signed bytes in base64


def test_no_long_text_travels_without_the_consent_for_sensitive_data():
    hidden = {
        f"{entity.name}/{field.name}"
        for entity in SCHEMA.values()
        if entity.scope == "case"
        for field in entity.fields
        if field.type is Type.LONGTEXT and field.cls in HEARD
    }
    assert hidden == STATEMENTS_ABOUT_HIM | NO_WORDS


@pytest.mark.parametrize(
    ("entity", "field"),
    [
        ("identifier", "source_words"),  # a sentence of the free note
        ("posting", "keyword"),  # mostly her name
        ("evidence", "file_name"),
        ("evidence", "where_kept"),
        ("evidence", "description"),
        ("posting", "remark"),
        ("deletion_action", "remark"),
    ],
)
def test_words_that_name_her_or_tell_her_story_stay(entity, field):
    assert SCHEMA[entity].by_name[field].cls not in HEARD


CANARY = "새벽빛고등학교김하늘"
SAID = {
    "identifier": ("source_words", {"kind": "phone", "value": "010-0000-1234"}),
    "posting": ("keyword", {"url": "https://tube-a.example/v/1"}),
    "deletion_action": ("remark", {"kind": "FIRST"}),
    "evidence": ("file_name", {"kind": "CHAT"}),
}


@pytest.mark.parametrize("entity", SAID)
def test_the_central_desk_gets_the_record_and_not_those_words(
    entity, incheon, central, mailbox
):
    scope = incheon.case(CENTRAL="AGREED")
    field, more = SAID[entity]
    record, case = new_id(incheon.wall()), scope.partition("/")[2]
    with incheon.ledger.saying(Deed.ADD, scope=scope, actor="kim") as say:
        for name, value in {"case": case, field: CANARY, **more}.items():
            say.set(entity, record, name, value)
    incheon.send(mailbox)
    central.receive(mailbox)
    row = central.register.get(entity, record)
    assert row is not None
    assert row[field] is None
    bodies = central.books("select body from entry")
    assert not any(CANARY.encode() in bytes(body) for (body,) in bodies)


def test_an_account_of_the_victim_stays(incheon, central, mailbox):
    scope = incheon.case(CENTRAL="AGREED")
    record, case = new_id(incheon.wall()), scope.partition("/")[2]
    with (
        pytest.raises(InvalidAnswer),
        incheon.ledger.saying(Deed.ADD, scope=scope, actor="kim") as say,
    ):
        say.set("identifier", record, "role", "VICTIM")
    said = {"case": case, "kind": "phone", "value": "010-0000-9999"}
    with incheon.ledger.saying(Deed.ADD, scope=scope, actor="kim") as say:
        for name, value in said.items():
            say.set("own_account", record, name, value)
    incheon.send(mailbox)
    central.receive(mailbox)
    bodies = central.books("select body from entry")
    assert not any(b"010-0000-9999" in bytes(body) for (body,) in bodies)
