"""Sheets as centers really have them: every spelling is read, every bad row answered by itself."""

import datetime as dt
import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import SheetUnread
from intake.interchange import TARGETS, best_target, guess, open_table
from intake.interchange.cells import Misfit, codes_of, value_of
from intake.interchange.letters import encoding_of
from intake.progress import Silent
from intake.register import SCHEMA

TEXT = "사건번호,게시물 주소,비고\n2099-IC-1,https://tube-a.example/1,한글 말\n"


def table(data: bytes, sheet: str = ""):
    return open_table(data, sheet, Silent())


def cells(data: bytes, sheet: str = "") -> list[tuple[str, ...]]:
    return [line.cells for line in table(data, sheet).each()]


def workbook(fill, *, names=("가",)) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book, *(book.add_worksheet(name) for name in names))
    return out.getvalue()


# --- text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp949", "cp949"),
        ("euc-kr", "cp949"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_letters_are_found_out(encoding, found):
    data = TEXT.encode(encoding)
    assert table(data).source.encoding == found
    assert cells(data) == [("2099-IC-1", "https://tube-a.example/1", "한글 말")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_found_out(separator, end):
    data = TEXT.replace(",", separator).replace("\n", end).encode()
    opened = table(data)
    assert opened.header == ("사건번호", "게시물 주소", "비고")
    assert [line.cells[2] for line in opened.each()] == ["한글 말"]


def test_quotes_hold_separators_and_line_ends():
    data = '사건번호,비고\n1,"한 줄, 두 칸\n둘째 줄 ""따옴"""\n'.encode()
    assert cells(data) == [("1", '한 줄, 두 칸\n둘째 줄 "따옴"')]


def test_a_nul_or_lost_letters_refuse_their_row_only():
    data = "사건번호,비고\n1,a\0b\n2,ok\n".encode()
    faults = [dict(line.faults) for line in table(data).each()]
    assert faults == [{1: "nul"}, {}]
    broken = "사건번호,비고\n1,".encode("cp949") + b"\xff\xfe\xff" + b"\n2,ok\n"
    faults = [dict(line.faults) for line in table(broken).each()]
    assert faults == [{1: "lost-letters"}, {}]


def test_a_cell_longer_than_anything_typed_refuses_its_row():
    data = f"사건번호,비고\n1,{'가' * 40_000}\n2,ok\n".encode()
    assert [dict(line.faults) for line in table(data).each()] == [{1: "too-long"}, {}]


def test_a_quote_never_closed_ends_in_a_refusal_and_not_in_a_crash():
    data = ('사건번호,비고\n1,"' + "가\n" * 600_000).encode()
    assert [line.faults.get(-1) for line in table(data).each()][:1] == ["too-long"]


def test_two_columns_of_one_name_are_told_apart():
    opened = table("사건번호,비고,비고,\n1,a,b,c\n".encode())
    assert opened.header == ("사건번호", "비고", "비고 (2)")


def test_titles_and_blank_rows_above_the_header_are_left_aside():
    opened = table(f"삭제지원 목록,,\n,,\n{TEXT}".encode())
    assert (opened.header[0], opened.header_row) == ("사건번호", 3)
    assert [line.number for line in opened.each()] == [4]


@given(st.binary(max_size=400))
def test_any_bytes_end_in_rows_or_in_a_refusal(data):
    try:
        opened = table(data)
    except SheetUnread:
        return
    assert all(line.number > opened.header_row for line in opened.each())


@given(st.text(alphabet='가나다라힣abc1,;"\n', max_size=200))
def test_korean_text_is_never_mistaken_for_other_letters(text):
    data = ("한글 머리\n" + text).encode("cp949")
    assert encoding_of(data) in {"cp949", "utf-8"}
    assert data.decode(encoding_of(data)).startswith("한글 머리")


# --- workbooks ----------------------------------------------------------------------------


def _typed(book, sheet):
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, name in enumerate(
        ("사건번호", "발견일", "접수일", "연락처", "수", "수식", "예")
    ):
        sheet.write_string(0, at, name)
    sheet.write_string(1, 0, "=1+1")
    sheet.write_datetime(1, 1, dt.datetime(2024, 1, 2), day)  # noqa: DTZ001 - a sheet knows no zone
    sheet.write_number(1, 2, 45293)
    sheet.write_number(1, 3, 1000004217)
    sheet.write_number(1, 4, 9990000004217)
    sheet.write_formula(1, 5, "=A2", None, "결과")
    sheet.write_boolean(1, 6, True)


def test_values_keep_their_digits_their_days_and_their_results():
    row = cells(workbook(_typed))[0]
    assert row == (
        "=1+1",
        "2024-01-02",
        "45293",
        "1000004217",
        "9990000004217",
        "결과",
        "true",
    )


def test_merged_cells_say_the_same_everywhere_and_it_is_told():
    def fill(_book, sheet):
        sheet.write_row(0, 0, ["사건번호", "URL"])
        sheet.merge_range(1, 0, 3, 0, "2099-IC-1")
        for k in range(3):
            sheet.write_string(1 + k, 1, f"https://tube-a.example/{k}")

    opened = table(workbook(fill))
    assert [line.cells[0] for line in opened.each()] == ["2099-IC-1"] * 3
    assert "table-note-merged" in opened.source.notes


def test_a_formula_without_result_an_error_and_lost_digits_refuse_their_rows():
    def fill(_book, sheet):
        sheet.write_row(0, 0, ["사건번호", "URL"])
        sheet.write_formula(1, 0, "=A9", None, "")
        sheet.write_formula(2, 0, "=1/0", None, "#DIV/0!")
        sheet.write_number(3, 0, 1234567890123456)
        sheet.write_string(4, 0, "2099-IC-1")

    opened = table(workbook(fill))
    faults = [dict(line.faults) for line in opened.each()]
    assert faults == [
        {0: "formula-empty"}, {0: "cell-error"}, {0: "digits-lost"}, {},
    ]  # fmt: skip
    assert "table-note-formulas" in opened.source.notes


def test_a_sheet_is_chosen_by_name_and_else_the_first_that_holds_anything():
    def fill(_book, _empty, second, third):
        second.write_row(0, 0, ["사건번호", "URL"])
        second.write_row(1, 0, ["1", "a"])
        third.write_row(0, 0, ["사건번호", "상태"])

    data = workbook(fill, names=("빈", "둘", "셋"))
    assert table(data).source.sheet == "둘"
    assert table(data).source.sheets == ("빈", "둘", "셋")
    assert table(data, "셋").header == ("사건번호", "상태")
    with pytest.raises(SheetUnread):
        table(data, "넷")


# --- cells ------------------------------------------------------------------------------

DAY = SCHEMA["posting"].by_name["found_on"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-31", "2024-01-31"),
        ("2024.1.31", "2024-01-31"),
        ("2024. 1. 31.", "2024-01-31"),
        ("2024/01/31", "2024-01-31"),
        ("20240131", "2024-01-31"),
        ("2024년 1월 31일", "2024-01-31"),
        ("2024년 3월", "2024-03"),
        ("2024", "2024"),
        ("24.1.31", "2024-01-31"),
        ("1/31/2024", "2024-01-31"),
        ("31.1.2024", "2024-01-31"),
        ("2024-01-31 13:20:05", "2024-01-31"),
        ("45322", "2024-01-31"),
    ],
)
def test_a_day_is_read_in_every_common_spelling(text, day):
    assert value_of(DAY, text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2024-02-30", "not-a-date"),
        ("어제", "not-a-date"),
        ("1/2/2024", "two-dates"),
        ("13/13/2024", "not-a-date"),
        ("123456", "not-a-date"),
    ],
)
def test_a_day_that_is_none_or_could_be_two_is_refused(text, why):
    with pytest.raises(Misfit) as refused:
        value_of(DAY, text)
    assert refused.value.why == why


@pytest.mark.parametrize(
    ("entity", "field", "text", "value"),
    [
        ("posting", "result", "삭제완료", "REMOVED"),
        ("posting", "result", "removed", "REMOVED"),
        ("incident", "relation", "친밀한 관계", "INTIMATE"),
        ("person", "sex", "여", "F"),
        ("person", "age", "15세", 15),
        ("posting", "views", "1,234", 1234),
        ("posting", "police_too", "예", True),
        ("person", "phone", "1000004217", "01000004217"),
        ("case", "retention", "영구", "PERM"),
    ],
)
def test_words_of_the_field_are_read(entity, field, text, value):
    assert value_of(SCHEMA[entity].by_name[field], text) == value


def test_several_codes_in_one_cell():
    harm = SCHEMA["harm"].by_name["kind"]
    assert codes_of(harm, "유포, 불법촬영/온라인 그루밍") == ("DIST", "FILM", "GROOM")
    assert codes_of(harm, "DIST FILM") == ("DIST", "FILM")


# --- columns -----------------------------------------------------------------------------


def test_headers_in_both_languages_are_guessed():
    ko = ("사건번호", "게시물 주소(URL)", "플랫폼", "발견일", "처리결과", "요청일")
    assert best_target(ko) == "postings"
    assert guess(ko, TARGETS["postings"])[:2] == ("case/number", "posting/url")
    en = ("Case no.", "URL", "Status", "Requested on")
    assert guess(en, TARGETS["postings"]) == (
        "case/number", "posting/url", "posting/result", "deletion_action/done_on",
    )  # fmt: skip
    people = ("접수번호", "접수일", "성별", "나이", "피해유형", "가해자와의 관계")
    assert best_target(people) == "cases"


@given(st.lists(st.text(max_size=12), max_size=12))
def test_a_guess_never_names_a_field_twice(header):
    for target in TARGETS.values():
        named = [one for one in guess(header, target) if one]
        assert len(named) == len(set(named))
