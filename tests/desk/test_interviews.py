import pytest

from intake.desk import workspace
from intake.errors import ConsentMissing, InvalidAnswer, NotYours
from tests.desks_at_hand import agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

NOTE = "디스코드에서 알게 됨. @night_moon07 로 연락. https://ex-board.example/t/88213"


@pytest.fixture
def case(desk):
    return agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")


@pytest.fixture
def interview(desk, case):
    return desk.interviews.begin(case, "intake")


def die(desk):
    """The process ends and nobody says goodbye: no draft is settled, no segment sealed."""
    desk._closed = True
    desk._rooms.vault.close()


def view_at(page, path):
    return next(view for view in page.questions if view.path == path)


def row_of(page, repeat):
    return f"{repeat}[{view_at(page, repeat).rows[0]}]"


def test_without_consent_to_recording_nothing_is_recorded(desk):
    case = desk.cases.begin("VISIT")
    with pytest.raises(ConsentMissing):
        desk.interviews.begin(case, "intake")


def test_an_answer_is_shown_again_after_the_vault_was_closed(
    desk, tmp_path, keyring, interview
):
    desk.interviews.answer(interview, "victim/age", 15)
    desk.interviews.answer(interview, "harm/damage", ["FILM", "DIST"])
    desk.interviews.set_state(interview, "contact/phone", "DECLINED")
    desk.close()
    again = workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    page = again.interviews.page(interview)
    assert view_at(page, "victim/age").value == 15
    assert set(view_at(page, "harm/damage").codes) == {"DIST", "FILM"}
    assert view_at(page, "contact/phone").state == "DECLINED"
    again.close()


def test_words_in_progress_survive_without_being_said(
    desk, tmp_path, keyring, interview
):
    desk.interviews.draft(interview, "note", "디스코드에서 알")
    desk.interviews.draft(interview, "harm/harm_told", "작년 여름부터")
    die(desk)
    again = workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    page = again.interviews.page(interview)
    assert page.note == "디스코드에서 알"
    assert view_at(page, "harm/harm_told").value == "작년 여름부터"
    again.close()


def test_a_draft_in_a_new_row_finds_its_row_again(desk, tmp_path, keyring, interview):
    address = row_of(desk.interviews.page(interview), "harm/postings") + "/url"
    desk.interviews.draft(interview, address, "tube-a.example/v/1")
    die(desk)
    again = workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    assert (
        view_at(again.interviews.page(interview), address).value == "tube-a.example/v/1"
    )
    again.close()


def test_only_what_changed_is_drawn_again(desk, interview):
    desk.interviews.page(interview)
    change = desk.interviews.answer(interview, "victim/age", 15)
    assert {view.path for view in change.questions} >= {
        "victim/age",
        "victim/minor_note",
    }
    assert len(change.questions) < 6


def test_an_answer_is_written_to_the_register_in_the_same_action(desk, case, interview):
    desk.interviews.answer(interview, "victim/age", 15)
    header = desk.cases.header(case)
    assert (header.age, header.minor) == (15, True)
    assert header.pills[0].text_id == "pill-minor"


def test_a_phone_number_lies_in_the_identity_class_and_nowhere_else(
    desk, case, interview
):
    desk.interviews.answer(interview, "contact/phone", "010-0000-1234")
    classes = {
        entry.cls
        for entry in desk._rooms.ledger.timeline(f"case/{case}")
        for word in _words(desk, entry)
        if word == "010-0000-1234"
    }
    assert classes == {"identity"}


def _words(desk, entry):
    for entity, eid in entry.entities:
        for word in desk._rooms.ledger.history(entity, eid):
            if word.entry == entry.entry:
                yield word.value


def test_boxes_ticked_and_unticked_are_records_of_their_own(desk, case, interview):
    desk.interviews.answer(interview, "harm/damage", ["DIST", "FILM"])
    desk.interviews.answer(interview, "harm/damage", ["DIST"])
    ticked = {row["kind"]: row["chosen"] for row in desk.records.list("harm", case)}
    assert ticked == {"DIST": True, "FILM": False}


def test_a_posting_exists_from_its_address_on_and_brings_what_was_said_before(
    desk, case, interview
):
    row = row_of(desk.interviews.page(interview), "harm/postings")
    desk.interviews.answer(interview, f"{row}/platform", "ADULT")
    assert desk.records.list("posting", case) == ()
    desk.interviews.answer(interview, f"{row}/url", "https://tube-a.example/v/1")
    (posting,) = desk.records.list("posting", case)
    assert (posting["url"], posting["platform"]) == (
        "https://tube-a.example/v/1",
        "ADULT",
    )


def test_a_corrected_address_moves_the_posting_and_withdraws_the_former(
    desk, case, interview
):
    row = row_of(desk.interviews.page(interview), "harm/postings")
    desk.interviews.answer(interview, f"{row}/url", "https://tube-a.example/v/1")
    desk.interviews.answer(interview, f"{row}/platform", "ADULT")
    desk.interviews.answer(interview, f"{row}/url", "https://tube-a.example/v/2")
    (posting,) = desk.records.list("posting", case)
    assert (posting["url"], posting["platform"]) == (
        "https://tube-a.example/v/2",
        "ADULT",
    )


def test_the_same_address_noted_twice_is_one_posting(desk, case, interview):
    row = row_of(desk.interviews.page(interview), "harm/postings")
    desk.interviews.answer(interview, f"{row}/url", "https://ex-board.example/t/88213/")
    desk.interviews.draft(interview, "note", NOTE)
    desk.interviews.settle_drafts(interview)
    found = next(one for one in desk.interviews.found(interview) if one.kind == "url")
    assert found.adopted
    assert len(desk.records.list("posting", case)) == 1


def test_what_the_note_mentions_becomes_a_record_with_its_sentence(
    desk, case, interview
):
    desk.interviews.draft(interview, "note", "첫 줄\n" + NOTE)
    desk.interviews.settle_drafts(interview)
    handle = next(
        one for one in desk.interviews.found(interview) if one.kind == "handle"
    )
    desk.interviews.adopt(interview, handle)
    (identifier,) = desk.records.list("identifier", case)
    assert identifier["value"] == "@night_moon07"
    assert identifier["source_words"] == NOTE
    assert next(
        o for o in desk.interviews.found(interview) if o.kind == "handle"
    ).adopted


def test_what_is_known_is_shown_and_not_asked(desk, case):
    first = desk.interviews.begin(case, "intake")
    desk.interviews.answer(first, "victim/age", 15)
    desk.interviews.finish(first)
    second = desk.interviews.begin(case, "intake")
    page = desk.interviews.page(second)
    known = {fact.path: fact.text for fact in page.known}
    assert known["victim/age"] == "15"
    assert "victim/age" not in {view.path for view in page.questions}
    again = desk.interviews.ask_again(second, "victim/age")
    assert "victim/age" in {view.path for view in again.questions}


def test_a_date_in_words_is_kept_as_it_was_said(desk, case, interview):
    change = desk.interviews.answer(interview, "harm/happened_on", "작년 여름쯤")
    view = next(one for one in change.questions if one.path == "harm/happened_on")
    assert view.violation
    assert view.value == "작년 여름쯤"
    desk.interviews.forget()
    assert (
        view_at(desk.interviews.page(interview), "harm/happened_on").value
        == "작년 여름쯤"
    )


def test_a_risk_that_asks_for_a_plan_opens_the_safety_plan(desk, case):
    risk = desk.interviews.begin(case, "risk")
    before = {one.path for one in desk.interviews.page(risk).sections}
    desk.interviews.answer(risk, "items/imminent", "YES")
    after = {one.path for one in desk.interviews.page(risk).sections}
    assert after - before == {"plan"}


def test_nothing_has_to_be_answered_to_finish(desk, case, interview):
    summary = desk.interviews.summary(interview)
    assert summary.missing
    desk.interviews.finish(interview, "2026-12-01")
    (line,) = desk.interviews.of_case(case)
    assert line.state == "finished"
    assert desk.interviews.unfinished() == ()


def test_a_pause_says_every_word_first(desk, interview):
    desk.interviews.draft(interview, "note", "잠시 쉬기로 함")
    desk.interviews.pause(interview)
    assert desk._rooms.drafts.of(interview) == ()
    page = desk.interviews.page(interview)
    assert (page.state, page.note) == ("paused", "잠시 쉬기로 함")
    desk.interviews.resume(interview)
    assert desk.interviews.page(interview).state == "open"


def test_a_finished_interview_is_not_paused_by_mistake(desk, interview):
    desk.interviews.finish(interview)
    with pytest.raises(NotYours):
        desk.interviews.pause(interview)


def test_an_unknown_question_is_refused_and_nothing_is_said(desk, case, interview):
    before = len(desk.cases.timeline(case))
    with pytest.raises(InvalidAnswer):
        desk.interviews.answer(interview, "victim/nowhere", 1)
    assert len(desk.cases.timeline(case)) == before


def test_a_page_speaks_the_language_of_the_screen(desk, interview):
    korean = desk.interviews.page(interview).form_title
    desk.settings.set("language", "en")
    page = desk.interviews.page(interview)
    assert (korean, page.form_title) == ("초기상담지", "Initial counselling form")
    assert view_at(page, "victim/age").label == "Age in full years"


def test_the_page_stays_out_of_repr(desk, interview):
    desk.interviews.draft(interview, "note", "홍길동")
    desk.interviews.settle_drafts(interview)
    page = desk.interviews.page(interview)
    assert "홍길동" not in repr(page)
    assert "하늘" not in repr(page)


def test_what_was_told_elsewhere_is_on_the_paper_and_not_as_unasked(
    desk, interview, monkeypatch
):
    drawn = []
    monkeypatch.setattr(
        "intake.documents.draw_interview_print",
        lambda paper, _: drawn.append(paper) or b"",
    )
    desk.interviews.printout(interview)
    answers = {
        a.label: (a.state, a.value) for s in drawn[0].sections for a in s.answers
    }
    assert answers["어떤 경로로 오셨습니까?"] == ("OK", "방문")
    assert answers["만 나이"][0] == "NOTASKED"
