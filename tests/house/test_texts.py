"""Everything the program says is written, in both languages, with the same facts.

* A sentence is looked for by the literal id the code uses; a test names what is missing.
"""

import ast
import functools
import inspect
import itertools
import re
from collections.abc import Sequence

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast as ftl

from intake import errors
from intake.register.schema import SCHEMA
from intake.settings import SETTINGS
from intake.text import LANGUAGES, Texts, resource
from intake.text.tongue import entries

FAMILIES = (
    "err",
    "progress",
    "field",
    "entity",
    "setting",
    "paper",
    "consent",
    "screen",
)
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+(\.[a-z]+)?")
BARE_PARTICLE = re.compile(
    r"\{ ?\$[\w-]+ ?\}(은|는|이|가|을|를|과|와|으로|로)(?=[\s.,)’”]|$)"
)
PAIRS = {"은/는", "이/가", "을/를", "과/와", "으로/로", "이라/라", "아/야"}


@functools.cache
def sources(language: str) -> dict[str, str]:
    """Return every entry of a language, by id."""
    files = sorted(resource("text", language).glob("*.ftl"))
    assert files
    return dict(
        entry for file in files for entry in entries(file.read_text(encoding="utf-8"))
    )


def error_classes():
    return [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.IntakeError)
    ]


# --- errors -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", error_classes(), ids=lambda kind: kind.__name__)
def test_every_error_has_a_sentence_and_a_remedy(kind, language):
    texts = Texts(language, strict=True)
    text_id = kind().text_id
    assert texts.has(text_id)
    assert texts.has(f"{text_id}.remedy")
    words = texts.error(kind())
    assert words.sentence.endswith((".", "。"))
    assert words.remedy.endswith(".")
    assert "none" not in words.sentence.split() + words.remedy.split()


def test_no_error_raises_its_voice():
    said = "".join(
        sources(language)[kind().text_id]
        for kind in error_classes()
        for language in LANGUAGES
    )
    assert "!" not in said


def test_korean_errors_speak_in_the_formal_style():
    texts = Texts("ko", strict=True)
    for kind in error_classes():
        words = texts.error(kind())
        assert re.search(r"(니다|시오)\.$", words.sentence)
        assert re.search(r"(니다|시오)\.$", words.remedy)


# --- both languages -----------------------------------------------------------------


def test_what_one_language_says_the_other_says_too():
    ids = {language: set(sources(language)) for language in LANGUAGES}
    assert ids["ko"] - ids["en"] == set()
    assert ids["en"] - ids["ko"] == set()


def test_both_languages_speak_of_the_same_facts_and_parts():
    korean, english = sources("ko"), sources("en")
    shared = korean.keys() & english.keys()
    uneven = [
        (name, one, other)
        for name in sorted(shared)
        for one, other in [(shape_of(korean[name]), shape_of(english[name]))]
        if one != other
    ]
    assert uneven == []


def shape_of(source: str) -> tuple[list[str], list[str]]:
    """Return the facts and the parts of an entry."""
    facts = re.findall(r"\$([a-zA-Z][\w-]*)", source)
    parts = re.findall(r"^\s+\.([a-z][\w-]*) =", source, re.MULTILINE)
    return sorted(set(facts)), sorted(parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_written_twice(language):
    names = [
        name
        for file in sorted(resource("text", language).glob("*.ftl"))
        for name, _ in entries(file.read_text(encoding="utf-8"))
    ]
    assert [
        name for name, same in itertools.groupby(sorted(names)) if len(list(same)) > 1
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_understood(language):
    for file in sorted(resource("text", language).glob("*.ftl")):
        body = FluentResource(file.read_text(encoding="utf-8")).body
        junk = [entry.content for entry in body if isinstance(entry, ftl.Junk)]
        assert junk == [], file.name


def test_a_particle_after_a_fact_is_chosen_by_its_sound():
    bare = [
        name for name, source in sources("ko").items() if BARE_PARTICLE.search(source)
    ]
    assert bare == [], 'use { JOSA($fact, "을/를") }'


def test_only_particles_that_exist_are_asked_for():
    asked = re.findall(r'JOSA\([^"]*"([^"]*)"\)', "".join(sources("ko").values()))
    assert asked
    assert set(asked) <= PAIRS


# --- the code -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def asked(house):
    """What every module of the code asks for: (where, ids, beginnings of ids)."""
    trees = (
        (path.relative_to(house), ast.parse(path.read_text(encoding="utf-8")))
        for room in ("intake", "ui")
        for path in sorted((house / room).rglob("*.py"))
    )
    walked = ((path, [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Constant)]) for path, tree in trees)  # fmt: skip
    return [(path, literal_ids(nodes), stems(nodes)) for path, nodes in walked]


def literal_ids(nodes: Sequence[ast.AST]) -> set[str]:
    """Return text ids written out in the code, by where they stand or by what they look like."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Call):
            if (
                name_of(node.func).strip("_") in {"texts", "has", "say", "tr"}
                and node.args
            ):
                found |= strings(node.args[0])
            found |= {
                said
                for keyword in node.keywords
                if (keyword.arg or "").endswith("_id")
                and (keyword.arg or "").startswith(
                    ("text", "label", "title", "why_text", "state_text")
                )
                for said in strings(keyword.value)
            }
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            family = node.value.partition("-")[0]
            found |= {node.value} if family in FAMILIES else set()
    return {said for said in found if ID.fullmatch(said)}


def strings(node: ast.AST) -> set[str]:
    """Return the whole strings an expression may give: a constant, or either arm of an if."""
    if isinstance(node, ast.IfExp):
        return strings(node.body) | strings(node.orelse)
    known = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return {node.value} if known else set()


def name_of(function: ast.AST) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def stems(nodes: Sequence[ast.AST]) -> set[str]:
    """Return the beginnings of ids that are put together, as in ``texts(f"err-{name}")``."""
    called = [
        node.args[0]
        for node in nodes
        if isinstance(node, ast.Call)
        and name_of(node.func).strip("_") == "texts"
        and node.args
    ]
    joined = [said.values[0] for said in called if isinstance(said, ast.JoinedStr)]
    return {
        first.value
        for first in joined
        if isinstance(first, ast.Constant)
        and re.fullmatch(r"[a-z][a-z0-9-]*-", first.value)
    }


def test_every_text_the_code_asks_for_is_written(asked):
    texts = Texts("ko")
    missing = sorted(
        (said, str(path))
        for path, said_here, _stems in asked
        for said in said_here
        if not texts.has(said)
    )
    assert missing == []


def test_every_text_that_is_put_together_has_somebody_of_its_name(asked):
    ids = Texts("ko").ids()
    lonely = sorted(
        (stem, str(path))
        for path, _said, stems_here in asked
        for stem in stems_here
        if not any(name.startswith(stem) for name in ids)
    )
    assert lonely == []


def test_every_setting_has_a_name():
    texts = Texts("ko")
    assert [
        one.label_id for one in SETTINGS.values() if not texts.has(one.label_id)
    ] == []


def test_every_field_and_record_has_a_name():
    texts, records = Texts("ko"), tuple(SCHEMA.values())
    labels = {record.label_id for record in records}
    labels |= {field.label_id for record in records for field in record.fields}
    assert sorted(label for label in labels if not texts.has(label)) == []


def test_the_search_for_ids_finds_them():
    tree = ast.parse(
        'texts("a-b", n=1)\nself._texts("c-d" if x else "e-f")\nstep(1, 2, "progress-x")\n'
        'Line(text_id="g-h")\nother("i-j")\nself.texts(f"k-l-{n}")'
    )
    assert literal_ids(list(ast.walk(tree))) == {
        "a-b",
        "c-d",
        "e-f",
        "progress-x",
        "g-h",
    }
    assert stems(list(ast.walk(tree))) == {"k-l-"}
