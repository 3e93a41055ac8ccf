"""A sheet is checked cell by cell before it becomes a pack."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from intake.errors import FormFaulty, Malformed, NotFound, Oversized
from intake.forms import FormSession, load_pack
from intake.forms.authoring import build_pack, check_sheet
from tests.forms.makers import view_of

KO, EN = "label::한국어 (ko)", "label::English (en)"
SETTINGS = [
    [
        "form_title",
        "ieum_title_en",
        "form_id",
        "version",
        "default_language",
        "namespaces",
    ],
    ["초기상담지", "Intake", "first", "3", "한국어 (ko)", 'ieum="urn:ieum:form:1"'],
]
CHOICES = [
    ["list_name", "name", KO, EN, "p"],
    ["yn", "YES", "예", "Yes", "1"],
    ["yn", "NO", "아니요", "No", "2"],
]
GOOD = [
    [
        "type",
        "name",
        KO,
        EN,
        "relevant",
        "calculation",
        "choice_filter",
        "bind::ieum:save_to",
        "bind::ieum:prompt",
    ],
    ["begin_group", "g", "접수", "Reception", "", "", "", "", ""],
    ["text", "alias", "부르는 이름", "Name", "", "", "", "case.alias", "open"],
    [
        "select_one yn",
        "minor",
        "${alias}님은 19세 미만입니까?",
        "Is ${alias} under 19?",
        "",
        "",
        "",
        "",
        "closed",
    ],
    ["end_group", "", "", "", "", "", "", "", ""],
    ["begin_repeat", "links", "주소", "Addresses", "${minor} = 'YES'", "", "", "", ""],
    ["text", "url", "주소", "Address", "", "", "", "posting.url", ""],
    ["end_repeat", "", "", "", "", "", "", "", ""],
    ["calculate", "n", "", "", "", "count(${links})", "", "", ""],
]


def knows(entity: str, field: str) -> bool:
    return (entity, field) in {("case", "alias"), ("posting", "url")}


def sheet(folder: Path, survey=GOOD, choices=CHOICES, settings=SETTINGS) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (
        ("survey", survey),
        ("choices", choices),
        ("settings", settings),
    ):
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    path = folder / "form.xlsx"
    book.save(path)
    return path


def with_row(*cells: str) -> list[list[str]]:
    return [*GOOD, [*cells, *[""] * (len(GOOD[0]) - len(cells))]]


def test_a_sound_sheet_has_no_fault_and_becomes_a_pack_that_opens(tmp_path: Path):
    path = sheet(tmp_path)
    assert check_sheet(path, knows) == ()
    card = build_pack(path, tmp_path / "out", knows)
    assert (card.id, card.version, dict(card.title)) == (
        "first",
        "3",
        {"ko": "초기상담지", "en": "Intake"},
    )
    session = FormSession(load_pack(card.path), "en")
    session.answer("g/alias", "녹두")
    assert view_of(session, "g/minor").label == "Is 녹두 under 19?"
    assert view_of(session, "g/alias").save_to.field == "alias"


def test_the_same_sheet_makes_the_same_bytes(tmp_path: Path):
    (tmp_path / "again").mkdir()
    build_pack(sheet(tmp_path), tmp_path / "one")
    build_pack(sheet(tmp_path / "again"), tmp_path / "two")
    one = {file.name: file.read_bytes() for file in (tmp_path / "one").iterdir()}
    assert one == {
        file.name: file.read_bytes() for file in (tmp_path / "two").iterdir()
    }
    assert len(one) == 2


@pytest.mark.parametrize(
    ("row", "column", "why", "what"),
    [
        (["geopoint", "x", "곳", "Place"], "type", "unsupported-geo", "geopoint"),
        (["audio", "x", "소리", "Sound"], "type", "unsupported-upload", "audio"),
        (
            ["barcode", "x", "바코드", "Barcode"],
            "type",
            "unsupported-external-app",
            "barcode",
        ),
        (["txet", "x", "글", "Text"], "type", "type", "txet"),
        (["text", "x", "글", ""], EN, "translation", ""),
        (["text", "x", "", ""], KO, "translation", ""),
        (["text", "x", "글", "Text", "foo(${alias})"], "relevant", "function", "foo"),
        (["text", "x", "글", "Text", "${alias} = "], "relevant", "expression", "10"),
        (
            ["text", "x", "글", "Text", "${nobody} = 1"],
            "relevant",
            "reference",
            "nobody",
        ),
        (["text", "x", "${nobody}님", "Dear ${nobody}"], KO, "reference", "nobody"),
        (
            ["calculate", "x", "", "", "", "area(${alias})"],
            "calculation",
            "unsupported-geo",
            "area",
        ),
        (
            ["select_one yn", "x", "글", "Text", "", "", "p = foo(1)"],
            "choice_filter",
            "function",
            "foo",
        ),
        (["text", "x", "왜 그랬습니까?", "What happened?"], KO, "why-question", ""),
        (
            ["select_one yn", "x", "무슨 일입니까?", "Why did you go?"],
            EN,
            "why-question",
            "",
        ),
        (
            ["text", "x", "글", "Text", "", "", "", "person.secret"],
            "bind::ieum:save_to",
            "save-to",
            "person.secret",
        ),
        (
            ["text", "x", "글", "Text", "", "", "", "", "sideways"],
            "bind::ieum:prompt",
            "prompt",
            "sideways",
        ),
    ],
)
def test_a_fault_names_its_sheet_row_and_column(
    tmp_path: Path, row: list[str], column: str, why: str, what: str
):
    faults = check_sheet(sheet(tmp_path, with_row(*row)), knows)
    assert ("survey", len(GOOD) + 1, column, why) in {
        (one.sheet, one.row, one.column, one.why) for one in faults
    }
    assert what in {
        one.what for one in faults if one.why == why and one.column == column
    }
    assert {one.row for one in faults} == {len(GOOD) + 1}


def test_every_fault_is_told_not_only_the_first(tmp_path: Path):
    survey = [*GOOD, ["txet", "x", "글", ""], ["text", "y", "왜요?", "Why?", "foo()"]]
    faults = check_sheet(sheet(tmp_path, survey), knows)
    assert {(one.row, one.why) for one in faults} >= {
        (10, "type"),
        (10, "translation"),
        (11, "why-question"),
        (11, "function"),
    }


def test_words_that_only_begin_like_why_are_not_refused(tmp_path: Path):
    survey = with_row("text", "x", "왜곡된 사진이 있습니까?", "Whyever not known?")
    assert check_sheet(sheet(tmp_path, survey), knows) == ()


def test_what_the_compiler_itself_finds_is_told_with_its_row(tmp_path: Path):
    faults = check_sheet(sheet(tmp_path, with_row("text", "a b", "글", "Text")), knows)
    assert {one.row for one in faults} == {len(GOOD) + 1}
    assert any(one.why not in {"translation", "type"} for one in faults)


def test_a_choice_without_a_translation_is_told(tmp_path: Path):
    faults = check_sheet(
        sheet(tmp_path, choices=[*CHOICES, ["yn", "MAYBE", "글쎄요", "", ""]]), knows
    )
    assert [(one.sheet, one.row, one.column, one.why) for one in faults] == [
        ("choices", 4, EN, "translation")
    ]


def test_a_language_that_is_not_there_at_all_is_told_at_the_header(tmp_path: Path):
    survey = [[cell for at, cell in enumerate(row) if at != 3] for row in GOOD]
    faults = check_sheet(sheet(tmp_path, survey), knows)
    assert ("survey", 1, "label::en", "translation") in {
        (one.sheet, one.row, one.column, one.why) for one in faults
    }


def test_a_circle_that_only_the_compiled_form_shows_is_told_at_its_row(tmp_path: Path):
    survey = [
        *GOOD,
        ["calculate", "p", "", "", "", "${q}"],
        ["calculate", "q", "", "", "", "${p} + 1"],
    ]
    faults = check_sheet(sheet(tmp_path, survey), knows)
    assert [(one.why, one.row in {10, 11}) for one in faults] == [("circle", True)]


def test_a_table_beside_the_sheet_travels_in_the_pack(tmp_path: Path):
    (tmp_path / "cities.csv").write_text("name,label\nic,인천\n", "utf-8")
    survey = with_row("select_one_from_file cities.csv", "city", "시", "City")
    card = build_pack(sheet(tmp_path, survey), tmp_path / "out", knows)
    assert [name for name, _, _ in card.files] == ["first-3.cities.csv", "first-3.xml"]
    choices = view_of(FormSession(load_pack(card.path), "ko"), "city").choices
    assert [(choice.value, choice.label) for choice in choices] == [("ic", "인천")]


def test_a_faulty_sheet_writes_nothing(tmp_path: Path):
    with pytest.raises(FormFaulty) as refused:
        build_pack(
            sheet(tmp_path, with_row("txet", "x", "글", "Text")),
            tmp_path / "out",
            knows,
        )
    assert refused.value.facts["row"] == len(GOOD) + 1
    assert not (tmp_path / "out").exists()


def test_what_is_no_spreadsheet_is_refused(tmp_path: Path):
    with pytest.raises(NotFound):
        check_sheet(tmp_path / "none.xlsx")
    (tmp_path / "text.xlsx").write_bytes(b"no zip")
    with pytest.raises(Malformed):
        check_sheet(tmp_path / "text.xlsx")
    (tmp_path / "big.xlsx").write_bytes(bytes(9 * 1024 * 1024))
    with pytest.raises(Oversized):
        check_sheet(tmp_path / "big.xlsx")
