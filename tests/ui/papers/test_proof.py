"""What was issued can be proved in the window: its numbers, its seal, its time stamp, what it left out."""

import shutil
from copy import copy

import pytest
from PySide6.QtWidgets import QFileDialog

from intake.desk.views.papers import PaperPlan
from tests.crypto.test_timestamp import Authority
from tests.desk.test_figures import supported
from tests.desks_at_hand import planted
from tests.documents.test_sealing import PASSPHRASE as SEAL_WORDS
from tests.ui.papers.story import COURT, seal_of, sheet_of
from tests.ui.real_desks import Kept, check_reachable, press, said
from ui.screens.papers.redaction_sheet import RedactionSheet
from ui.screens.papers.root_sheet import RootSheet
from ui.widgets import Button, Sheet

LOCK = "저녁 바다 위의 등대 불빛 셋"
COUNT = "발급한 때의 기록으로 다시 세기"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("tsa") / "a", "Example")


@pytest.fixture
def key(story, tmp_path):
    """A key file, and beside it the certificate it seals with."""
    today = story.desk._rooms.clock.today()
    data, certificate = seal_of(today)
    (tmp_path / "seal.p12").write_bytes(data)
    (tmp_path / "root.pem").write_bytes(certificate)
    return tmp_path / "seal.p12"


@pytest.fixture(scope="module")
def issued():
    """What was issued by the same words before: the workspace as it was then, and the file."""
    return {}


@pytest.fixture
def saved(story, place, issued, tmp_path, tmp_path_factory):
    """Issue the group's paper for the court into a folder; return the file.

    The first of a story is really issued once by the same words, and is laid there again.
    """

    def save(*given, **options):
        before, said = set(place.iterdir()), (bool(given), *options.items())
        if not before and said in issued:
            kept, name, data = issued[said]
            story.desk.close()
            vars(story).update(vars(kept.told_again(tmp_path)))
            (place / name).write_bytes(data)
            return place / name
        plan = PaperPlan("PERFORMANCE", "PROFILE", story.profile, court=COURT)
        story.desk.papers.save(plan, place, *given, **options)
        story.desk.take_touched()
        (file,) = set(place.iterdir()) - before
        if not before:
            folder = tmp_path_factory.mktemp("issued")
            kept = Kept(copy(story), folder, desk="w")
            shutil.copytree(tmp_path / "w", folder / "w")
            issued[said] = kept, file.name, file.read_bytes()
            vars(story).update(vars(kept.told_again(tmp_path)))
        return file

    return save


@pytest.fixture
def choose(monkeypatch):
    """Answer the next questions for files with these."""

    def answer(*files):
        told = [str(one) for one in files]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: (told, ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (told[0], ""))

    return answer


@pytest.fixture
def checked(visit_desk, story, rest):
    """Bring a file to the page."""

    def check(file, lock=""):
        page = visit_desk(story.desk, "papers")
        page.register.verify(file, lock)
        rest()
        return page

    return check


def entry_of(visit_desk, story):
    (line,) = story.desk.papers.listing()[:1]
    return visit_desk(story.desk, "papers", paper=line.id), line


def offered(page):
    return {one.text().strip() for one in page.stage.findChildren(Button) if one.isVisibleTo(page.stage)}  # fmt: skip


def is_stranger(page):
    """Whether the seal that is shown is of somebody nobody here knows."""
    (told,) = [text for text in said(page.stage) if text.endswith("는 인증서")]
    return "모르는" in told


# --- numbers -------------------------------------------------------------------------------


def test_numbers_counted_again_are_the_same_whatever_came_since(saved, visit_desk, story, rest):  # fmt: skip
    saved()
    supported(story.desk, story.cases[0].case, urls=3)
    story.desk.take_touched()
    page, _line = entry_of(visit_desk, story)
    press(page.stage, COUNT)
    rest()
    assert any("모두 같습니다" in text for text in said(page.stage))
    assert COUNT not in offered(page)


def test_numbers_that_come_out_otherwise_say_so_one_by_one(saved, visit_desk, story, rest):  # fmt: skip
    saved()
    rooms = story.desk._rooms
    page, line = entry_of(visit_desk, story)
    figures = rooms.register.find("figure", paper=line.id)
    planted(story.desk, "figure", "", {"rule": "R99 v9"}, figures[0].id)
    planted(story.desk, "figure", "", {"value": 77}, figures[1].id)
    press(page.stage, COUNT)
    rest()
    told = said(page.stage)
    assert any(f"{len(figures)}개 가운데 1개가 그때와 다르게" in text for text in told)
    assert any(f"{len(figures)}개 가운데 1개는 다시 셀 수 없습니다" in text for text in told)  # fmt: skip
    assert any("다시 세지 않습니다" in text for text in told)


def test_while_somebody_sits_here_they_are_not_counted_and_it_is_said(saved, visit_desk, story, rest, session):  # fmt: skip
    saved()
    page, _line = entry_of(visit_desk, story)
    card = page.stage.findChildren(Button)
    assert card
    story.desk.interviews.begin(story.cases[0].case, "intake")
    story.desk.take_touched()
    press(page.stage, COUNT)
    rest()
    assert not any("모두 같습니다" in text for text in said(page.stage))
    assert COUNT in offered(page)


def test_a_checked_file_is_counted_again_too(saved, checked, rest):
    page = checked(saved())
    press(page.stage, COUNT)
    rest()
    assert any("모두 같습니다" in text for text in said(page.stage))


# --- what it leaves out ----------------------------------------------------------------------


def test_what_an_issued_paper_leaves_out_is_seen_from_its_line(saved, visit_desk, story, rest, window):  # fmt: skip
    saved()
    page, _line = entry_of(visit_desk, story)
    press(page.stage, "가린 것 보기")
    rest()
    sheet = sheet_of(window, RedactionSheet)
    assert "법원 제출에 동의하지 않은 사건은 담지 않았습니다." in said(sheet)
    assert not any("아직 발급하지 않은" in text for text in said(sheet))
    sheet.close_sheet()


def test_and_from_its_file(saved, checked, rest, window):
    page = checked(saved())
    press(page.stage, "가린 것 보기")
    rest()
    assert sheet_of(window, RedactionSheet)


def test_who_sees_no_content_is_offered_the_line_and_nothing_else(saved, visit_desk, story):  # fmt: skip
    saved()
    planted(story.desk, "role_grant", "", {"counselor": "박상담", "role": "IT"})
    story.desk._rooms.sight.forget({"role_grant"})
    page, line = entry_of(visit_desk, story)
    told = said(page.stage)
    assert line.number in told
    assert COURT not in told
    assert offered(page) == set()


# --- a file that is not ours, or not whole -------------------------------------------------------


def test_a_file_of_somebody_else_is_said_to_be_a_strangers(saved, checked, tmp_path):
    file = tmp_path / "other.pdf"
    file.write_bytes(saved().read_bytes() + b"\n% more\n")
    page = checked(file)
    assert any("발급한 적이 없습니다" in text for text in said(page.stage))
    assert "가린 것 보기" not in offered(page)


def test_a_void_paper_is_void_on_its_file_and_on_its_line(saved, checked, visit_desk, story):  # fmt: skip
    file = saved()
    story.desk.papers.void(story.desk.papers.listing()[0].id, "REPLACED")
    assert any("취소한 문서" in text for text in said(checked(file).stage))
    page, _line = entry_of(visit_desk, story)
    assert "취소하기" not in offered(page)
    assert "가린 것 보기" in offered(page)


# --- whom to believe ---------------------------------------------------------------------------


def test_a_certificate_is_compared_and_believed_and_the_file_checked_anew(saved, key, checked, choose, rest, window):  # fmt: skip
    page = checked(saved(key, SEAL_WORDS))
    assert is_stranger(page)
    press(page.stage, "믿는 인증서")
    rest()
    sheet = sheet_of(window, RootSheet)
    assert "아직 믿기로 한 인증서가 없습니다." in said(sheet)
    choose(key.with_name("root.pem"))
    sheet.more.click()
    rest()
    assert any("견주십시오" in text for text in said(sheet))
    check_reachable(window, sheet)
    press(sheet, "견주었고 믿습니다")
    rest()
    assert any("박상담 더함" in text for text in said(sheet))
    check_reachable(window, sheet)
    sheet.done.click()
    rest()
    assert not is_stranger(page)
    press(page.stage, "믿는 인증서")
    rest()
    sheet = sheet_of(window, RootSheet)
    press(sheet, "빼기")
    rest()
    sheet.done.click()
    rest()
    assert is_stranger(page)


def test_a_file_that_is_no_certificate_is_said_and_nothing_believed(saved, key, checked, rest, window, story):  # fmt: skip
    page = checked(saved(key, SEAL_WORDS))
    press(page.stage, "믿는 인증서")
    rest()
    sheet = sheet_of(window, RootSheet)
    sheet.look(key)
    rest()
    assert any("인증서를 읽을 수 없습니다" in text for text in said(sheet))
    assert story.desk.roots.listing() == ()


def test_a_certificate_can_stand_beside_one_file_for_once(saved, key, checked, choose, rest, story):  # fmt: skip
    page = checked(saved(key, SEAL_WORDS))
    choose(key.with_name("root.pem"))
    press(page.stage, "이번만 인증서와 함께 확인")
    rest()
    assert not is_stranger(page)
    assert story.desk.roots.listing() == ()


def test_a_counselor_sees_whom_to_believe_and_changes_nothing(saved, key, checked, rest, window, story):  # fmt: skip
    file = saved(key, SEAL_WORDS)
    planted(story.desk, "role_grant", "", {"counselor": "박상담", "role": "COUNSELOR"})
    story.desk._rooms.sight.forget({"role_grant"})
    page = checked(file)
    press(page.stage, "믿는 인증서")
    rest()
    sheet = sheet_of(window, RootSheet)
    assert "감독자만 더하거나 뺄 수 있습니다." in said(sheet)
    assert not sheet.more.isVisibleTo(sheet)


# --- the time stamp ------------------------------------------------------------------------------


def test_a_time_stamp_is_asked_for_and_put_in_by_stick(saved, checked, choose, rest, place, authority):  # fmt: skip
    file = saved(with_room=True)
    page = checked(file)
    press(page.stage, "시점확인 요청 만들기")
    rest()
    (request,) = place.glob("*.tsq")
    assert any(str(request) in text for text in said(page.stage))
    answer = place / "answer.tsr"
    answer.write_bytes(authority.answer(request.read_bytes()))
    before = file.read_bytes()
    choose(answer)
    press(page.stage, "받은 시점확인 넣기")
    rest()
    (stamped,) = place.glob("*-stamped.pdf")
    assert file.read_bytes() == before
    told = said(page.stage)
    assert stamped.name in told
    assert f"저장한 곳: {stamped}" in told
    assert "이 시각에 이 내용 그대로 있었습니다." in told
    assert any("그대로입니다" in text for text in told)
    assert "받은 시점확인 넣기" not in offered(page)


def test_another_answer_is_refused_kindly_and_nothing_is_written(saved, checked, choose, rest, place, authority):  # fmt: skip
    one, other = saved(with_room=True), saved(with_room=True)
    page = checked(one)
    press(page.stage, "시점확인 요청 만들기")
    rest()
    (request,) = place.glob("*.tsq")
    answer = place / "answer.tsr"
    answer.write_bytes(authority.answer(request.read_bytes()))
    page = checked(other)
    choose(answer)
    press(page.stage, "받은 시점확인 넣기")
    rest()
    assert any(
        "여기서 만든 요청에 대한 것이 아닙니다" in text for text in said(page.stage)
    )
    press(page.stage, "시점확인 요청 만들기")
    rest()
    press(page.stage, "받은 시점확인 넣기")
    rest()
    assert any("다른 파일의 것입니다" in text for text in said(page.stage))
    choose(other)  # no answer at all
    press(page.stage, "받은 시점확인 넣기")
    rest()
    assert any("시점확인 응답으로 읽을 수 없는" in text for text in said(page.stage))
    assert list(place.glob("*-stamped.pdf")) == []


def test_a_locked_paper_asks_for_its_passphrase_before_it_is_stamped(saved, checked, choose, rest, place, authority, window):  # noqa: PLR0917  # fmt: skip
    file = saved(lock=LOCK, with_room=True)
    page = checked(file, LOCK)
    press(page.stage, "시점확인 요청 만들기")
    rest()
    sheet = next(one for one in window.findChildren(Sheet) if one.isVisible() and one.accessibleName() == "잠긴 문서 열기")  # fmt: skip
    press_lock(sheet, LOCK)
    rest()
    (request,) = place.glob("*.tsq")
    answer = place / "answer.tsr"
    answer.write_bytes(authority.answer(request.read_bytes()))
    choose(answer)
    press(page.stage, "받은 시점확인 넣기")
    rest()
    sheet = next(one for one in window.findChildren(Sheet) if one.isVisible() and one.accessibleName() == "잠긴 문서 열기")  # fmt: skip
    press_lock(sheet, LOCK)
    rest()
    assert "이 시각에 이 내용 그대로 있었습니다." in said(page.stage)


def press_lock(sheet, lock):
    from ui.widgets import PassphraseField  # noqa: PLC0415

    sheet.findChild(PassphraseField).set_text(lock)
    press(sheet, "확인")


def test_a_place_that_refuses_is_one_sentence(saved, checked, rest, monkeypatch, tmp_path):  # fmt: skip
    page = checked(saved(with_room=True))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "away"))  # fmt: skip
    press(page.stage, "시점확인 요청 만들기")
    rest()
    assert any("쓸 수 없습니다" in text for text in said(page.stage))


# --- reached ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_of_it_is_named_and_reached(saved, key, checked, visit_desk, story, window, session, language):  # noqa: PLR0917  # fmt: skip
    file = saved(key, SEAL_WORDS, with_room=True)
    session.texts.speak(language)
    story.desk.settings.set("language", language)
    window.resize(1440, 900)
    page = checked(file)
    check_reachable(window, page.centre)
    page, _line = entry_of(visit_desk, story)
    check_reachable(window, page.centre)


# --- going on -------------------------------------------------------------------------------------


def test_what_is_checked_while_somebody_goes_on_is_shown_to_nobody(saved, visit_desk, story, rest):  # fmt: skip
    file = saved()
    page = visit_desk(story.desk, "papers")
    page.register.verify(file)
    page.choose("POWER")
    rest()
    assert file.name not in said(page.stage)
    assert not page.stage.progress.isVisibleTo(page.stage)


def test_counting_stops_when_somebody_goes_on(saved, visit_desk, story, rest):
    saved()
    page, _line = entry_of(visit_desk, story)
    press(page.stage, COUNT)
    page.choose("POWER")
    rest()
    assert not any("모두 같습니다" in text for text in said(page.stage))
    assert not page.stage.progress.isVisibleTo(page.stage)


def test_while_somebody_sits_here_a_checked_file_goes_too(saved, checked, story, rest, session):  # fmt: skip
    page = checked(saved())
    assert "그때와 지금의 숫자" in said(page.stage)
    session.do(lambda desk, _p: desk.interviews.begin(story.cases[0].case, "intake"))
    rest()
    assert "그때와 지금의 숫자" not in said(page.stage)
