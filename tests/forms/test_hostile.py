"""Forms that are out to hurt, or that cannot come to rest, are refused in words."""

import pytest

from intake.errors import FormFaulty, Malformed, Oversized
from intake.forms import FormSession
from intake.forms.checking import check_form
from intake.forms.items import items_from_csv
from intake.forms.reading import DEEPEST, MOST_BYTES, read_xml
from intake.forms.xform import read_form
from tests.forms.makers import a_form, ask, bind, repeat, xform

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;">
<!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;">]><lolz>&lol2;</lolz>"""


@pytest.mark.parametrize(
    "raw",
    [
        LAUGHS,
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://x.example/">]><a>&x;</a>',
        b"<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
        b"",
        b"<a>",
        b"<a></b>",
        b"<a>&nbsp;</a>",
        b"\x00\x01\x02",
        "<a>한글</a>".encode("utf-16")[:-1],
        b"<a xmlns:x='y'><z:b/></a>",
        b"<a/><b/>",
    ],
)
def test_xml_that_declares_things_or_is_broken_is_refused(raw: bytes):
    with pytest.raises(Malformed):
        read_xml(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1),
        b"<a>" + b"<b/>" * 400_001 + b"</a>",
        b"<a>" + b" " * MOST_BYTES + b"</a>",
    ],
    ids=["deep", "many", "long"],
)
def test_xml_that_is_too_much_is_refused(raw: bytes):
    with pytest.raises(Oversized):
        read_xml(raw)


def why_refused(raw: bytes) -> object:
    with pytest.raises(FormFaulty) as refused:
        check_form(read_form(raw))
    return refused.value.facts["why"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"<a/>", "no-model"),
        (xform("<a/>", bind("a", type="colour"), ask("a")), "type"),
        (xform("<a/>", bind("a", type="geopoint"), ask("a")), "unsupported-geo"),
        (
            xform("<a/>", "", '<upload ref="/data/a" mediatype="audio/*"/>'),
            "unsupported-upload",
        ),
        (
            xform(
                "<a/>", "", '<input ref="/data/a" appearance="ex:org.example.app()"/>'
            ),
            "unsupported-external-app",
        ),
        (xform("<a/>", bind("a", calculate="foo()"), ask("a")), "function"),
        (xform("<a/>", bind("a", relevant="1 +"), ask("a")), "expression"),
        (xform("<a/>", "", '<repeat nodeset="/data/b"/>'), "no-node"),
        (
            xform("<a/>", '<instance id="x" src="jr://file-csv/x.csv"/>', ask("a")),
            "side-file",
        ),
        (
            xform("<a/>", '<setvalue event="on-tuesday" ref="/data/a"/>', ask("a")),
            "event",
        ),
        (
            xform(
                "<a/><b/>",
                bind("a", calculate="/data/b") + bind("b", calculate="../a + 1"),
                ask("a"),
            ),
            "circle",
        ),
        (
            xform(
                "<a/><b/><c/>",
                bind("a", calculate="if(1 = 2, /data/c, 1)")
                + bind("b", calculate="/data/a")
                + bind("c", calculate="/data/b"),
                ask("a"),
            ),
            "circle",
        ),
    ],
)
def test_a_form_outside_the_subset_is_refused_when_it_comes_in(raw: bytes, why: str):
    assert why_refused(raw) == why


def test_a_broken_expression_is_named_by_its_node_and_attribute():
    with pytest.raises(FormFaulty) as refused:
        read_form(xform("<a/>", bind("a", constraint="foo(."), ask("a")))
    assert refused.value.facts["path"] == "/data/a"
    assert refused.value.facts["place"] == "constraint"


def test_a_question_without_a_node_is_refused_by_the_first_session():
    with pytest.raises(FormFaulty):
        FormSession(a_form("<a/>", "", ask("a", "b")), "ko")


def test_a_circle_that_only_a_session_finds_is_noted_and_never_hangs():
    form = a_form(
        '<r jr:template=""><x/></r><r><x/></r>',
        bind(
            "r/x", calculate="count(../../r[x != 'y']) + sum(/data/r[position() = 2]/x)"
        ),
        repeat("r", "x"),
    )
    session = FormSession(form, "ko")
    session.add_row("r")
    session.snapshot()
    assert session.circles


def test_actions_that_chase_each_other_come_to_rest():
    form = a_form(
        "<a/><b/>",
        "",
        '<input ref="/data/a"><label>a</label><setvalue event="xforms-value-changed" ref="/data/b" value="concat(/data/a, \'x\')"/></input>'
        '<input ref="/data/b"><label>b</label><setvalue event="xforms-value-changed" ref="/data/a" value="concat(/data/b, \'y\')"/></input>',
    )
    session = FormSession(form, "ko")
    session.answer("a", "1")
    assert session.circles


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2,3\n"])
def test_a_table_that_is_no_table_is_refused(text: str):
    with pytest.raises(Malformed):
        items_from_csv("x.csv", text)
