"""Forms: what is known is filled in, her own part never; a center prints a stock of blank ones."""

import pypdfium2
import pytest

from intake.desk.views.papers import PaperPlan
from intake.errors import InvalidInput
from tests.desk.test_figures import supported
from tests.desks_at_hand import a_desk, planted

FORMS = ("APPLICATION", "POWER", "WITHDRAWAL")


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def case(desk):
    made = supported(desk, desk.cases.begin("VISIT", "하나"), urls=2)
    desk.consents.decide(made, {"RECORD": "AGREED", "DELETE": "AGREED", "STATS": "REFUSED"})  # fmt: skip
    return made


def read(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def seen(desk, kind, case="", **more):
    about = ("CASE", case) if case else ("CENTER", "")
    return desk.papers.preview(PaperPlan(kind, *about, **more))


@pytest.mark.parametrize("kind", FORMS)
def test_a_center_prints_blank_forms(desk, case, kind):
    preview = seen(desk, kind)
    text = read(preview.data)
    assert "하나" not in text
    assert "2026-IC" not in text
    assert "IC 센터" in text
    assert len(preview.missing) == 3  # address, telephone, e-mail of the center
    assert preview.warnings == ()


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_of_a_case_is_issued_without_a_court_and_without_figures(desk, case, kind):  # fmt: skip
    made = desk.papers.issue(PaperPlan(kind, "CASE", case))
    (line,) = desk.papers.listing()
    assert (line.kind, line.figures, line.court) == (kind, 0, "")
    assert "초안" not in read(made.data)
    assert "대외 제출용" not in read(made.data)


def test_lines_of_the_center_stand_on_the_form_once_they_are_set(desk):
    desk.settings.set("center_phone", "032-000-0000")
    preview = seen(desk, "APPLICATION")
    assert "032-000-0000" in read(preview.data)
    assert len(preview.missing) == 2


def test_a_form_is_about_a_case_or_a_center_and_nothing_else(desk, case):
    with pytest.raises(InvalidInput):
        desk.papers.preview(PaperPlan("POWER", "NATION"))


def test_addresses_are_printed_where_the_plan_says_so_and_contacts_never(desk, case):
    person = desk._rooms.register.find("person", case=case)
    planted(desk, "person", case, {"phone": "010-0000-4217", "may_text": "NO", "role": "VICTIM"}, person[0].id if person else "")  # fmt: skip
    plain = seen(desk, "APPLICATION", case)
    assert ".example" not in read(plain.data)
    text = read(seen(desk, "APPLICATION", case, with_addresses=True).data)
    assert ".example" in text
    assert "하나" in text
    assert "4217" not in text
    assert any("연락처" in one for one in plain.warnings)


def test_who_asks_for_her_is_named_and_what_she_writes_is_empty(desk, case):
    desk.postings.set_requester(
        case, "AGENT", name="이대리", papers={"paper_id": "FILED"}
    )
    text = read(seen(desk, "POWER", case).data)
    assert "이대리" in text
    assert (
        "하나" not in text
    )  # the frame of her own hand, and her name, are hers to fill
    assert "이대리" in read(seen(desk, "APPLICATION", case).data)
    left = seen(desk, "POWER", case, without=("requester",))
    assert "이대리" not in read(left.data)


def test_who_does_not_want_it_is_said_before_the_form_is_handed_out(desk, case):
    desk.postings.set_wish(case, "REFUSED")
    assert any("24조" in one for one in seen(desk, "APPLICATION", case).warnings)


def test_only_what_stands_as_agreed_can_be_taken_back_and_what_left_is_listed(desk, case):  # fmt: skip
    desk.giving.decide(case, "COURT", "COURT", "수원지방법원", "AGREED")
    desk.giving.note(case, "PAPER", "COURT", "수원지방법원", purpose="COURT")
    text = read(seen(desk, "WITHDRAWAL", case).data)
    assert "삭제지원" in text
    assert "비식별 통계" not in text
    assert "법원 제출 · 수원지방법원" in text
    assert text.count("수원지방법원") == 2
    assert "문서" in text
    assert "비식별 통계" in read(seen(desk, "WITHDRAWAL").data)


def test_what_must_be_kept_is_on_the_request_to_destroy(desk, case):
    planted(desk, "case", case, {"keep_evidence": True}, case)
    preview = seen(desk, "WITHDRAWAL", case)
    assert "증거로 보존하도록 표시된 자료" in read(preview.data)
    assert any("보존" in one for one in preview.warnings)


def test_kinds_of_the_chosen_evidence_are_ticked_and_unknown_records_say_nothing(desk, case):  # fmt: skip
    piece = planted(desk, "evidence", case, {"kind": "CHAT"})
    plain = seen(desk, "APPLICATION", case).data
    assert seen(desk, "APPLICATION", case, records=("no-such-record",)).data == plain
    assert seen(desk, "APPLICATION", case, records=(piece,)).data != plain
