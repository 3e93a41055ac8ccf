"""A center's own words on papers: checked before they are kept, heard by its laptops, in no rule."""

import json

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.desk.views.papers import PaperPlan
from intake.documents.phrases import PHRASES, every_phrase
from intake.errors import InvalidInput, NotYours, WordingRefused
from intake.ids import natural_id
from intake.text import LANGUAGES, texts_in, written_in
from intake.text.wording import facts_of, fault_of
from tests.centers_at_hand import carry, closing, desks, second_laptop
from tests.desk.test_figures import supported
from tests.desks_at_hand import a_desk, planted

COURT = "서울중앙지방법원"
TITLE = "paper-power-title"
# What no center changes: marks, rules, what the law wants said.
PROTECTED = (
    *("paper-outward", "paper-inward", "paper-draft", "paper-court-left-out"),
    *("paper-guideline-unverified", "paper-guideline-short", "paper-basis"),
    *("paper-as-of", "paper-fingerprint", "paper-table-note"),
    *("paper-performance-limits", "paper-opinion-factors-note", "paper-copy-mark"),
    *("paper-application-masked", "paper-power-hand-words", "paper-withdrawal-final"),
)


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def told(desk):
    """A desk with a case that agreed to a court."""
    case = supported(desk, desk.cases.begin("VISIT", "하나"), urls=2)
    desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
    return desk


def read(data):
    pdf = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text


def plan(kind="POWER"):
    return PaperPlan(kind, "CENTER", court=COURT if kind == "PERFORMANCE" else "")


def why(call, *args):
    with pytest.raises(WordingRefused) as refused:
        call(*args)
    return refused.value.facts["why"]


# --- what can be changed -----------------------------------------------------------------


def test_every_phrase_is_one_line_that_both_languages_have():
    for language in LANGUAGES:
        for phrase in every_phrase():
            source = written_in(language).source(phrase.name)
            assert source, phrase.name
            assert fault_of(source, source) == "", phrase.name
            assert tuple(facts_of(source)) == tuple(facts_of(source))


def test_no_mark_no_rule_no_consent_is_among_them():
    names = {one.name for one in every_phrase()}
    assert not names & set(PROTECTED)
    assert all(written_in("ko").has(one) for one in PROTECTED)
    stems = ("paper-", "paper-form-")
    assert all(name.startswith(stems) for name in names)
    assert not [name for name in names if name.startswith(("consent", "fact", "rule"))]


def test_a_kind_lists_its_phrases_in_their_order_with_what_has_to_stay(desk):
    lines = desk.templates.listing("ANNEX", "ko")
    assert [one.name for one in lines] == ["paper-annex-title", "paper-annex-lead"]
    assert lines[1].facts == ("{ NUMBER($count) }",)
    assert (lines[0].default, lines[0].own) == ("별지 · 삭제지원 내역", "")
    assert desk.templates.listing("ANNEX", "en")[0].default.startswith("Annex")
    assert {one.kind for one in desk.templates.kinds()} == set(PHRASES)
    with pytest.raises(InvalidInput):
        desk.templates.listing("POEM")


# --- choosing ----------------------------------------------------------------------------


def test_a_preview_speaks_in_the_centers_words_at_once_and_in_one_language(desk):
    desk.templates.set(TITLE, "ko", "삭제지원 위임장")
    assert "삭제지원 위임장" in read(desk.papers.preview(plan()).data)
    (line,) = [one for one in desk.templates.listing("POWER", "ko") if one.own]
    assert (line.own, line.chosen_by) == ("삭제지원 위임장", "박상담")
    assert not any(one.own for one in desk.templates.listing("POWER", "en"))
    desk.settings.set("language", "en")
    assert "Power of attorney" in read(desk.papers.preview(plan()).data)


def test_what_is_said_elsewhere_stays_the_programs(desk):
    desk.templates.set(TITLE, "ko", "다른 말")
    desk.papers.preview(plan())
    assert texts_in("ko")(TITLE) == "위임장"


def test_a_phrase_is_the_programs_own_again(desk):
    desk.templates.set(TITLE, "ko", "다른 말")
    desk.templates.reset(TITLE, "ko")
    desk.templates.reset(TITLE, "ko")  # twice is once
    assert "다른 말" not in read(desk.papers.preview(plan()).data)
    assert not any(one.own for one in desk.templates.listing("POWER", "ko"))
    assert why(desk.templates.reset, "paper-outward", "ko") == "unknown"


def test_a_phrase_is_taken_back_by_an_undo(desk):
    desk.templates.set(TITLE, "ko", "다른 말")
    desk.undo.undo()
    assert not any(one.own for one in desk.templates.listing("POWER", "ko"))


def test_values_of_a_phrase_are_in_the_paper_whatever_its_words(told):
    desk = told
    desk.templates.set("paper-annex-lead", "ko", "모두 { NUMBER($count) }건입니다.")
    annex = PaperPlan("ANNEX", "CENTER", court=COURT)
    assert "모두 2건입니다." in read(desk.papers.preview(annex).data)


@pytest.mark.parametrize(
    ("phrase", "words", "reason"),
    [
        ("paper-outward", "아무 데나", "unknown"),
        ("consent-record-spoken", "동의하시지요", "unknown"),
        ("no-such", "x", "unknown"),
        (TITLE, "   ", "empty"),
        (TITLE, "위임장\n둘째 줄", "unseen"),
        (TITLE, "위임\u202e장", "unseen"),
        (TITLE, "위임장 😀", "glyph"),
        (TITLE, "가" * 33, "long"),
        (TITLE, "{ $court } 위임장", "invented"),
        (TITLE, "{ paper-outward }", "syntax"),
        (TITLE, "위임장 }", "syntax"),
        ("paper-annex-lead", "모두입니다.", "dropped"),
        ("paper-annex-lead", "모두 { $count }건", "invented"),
        ("paper-annex-lead", "{ $count -> *[other] x }", "syntax"),
        ("paper-approval-team", "사무국장대행", ""),
        ("paper-approval-team", "사무국장대행인", "long"),
    ],
)
def test_words_that_may_not_stand_are_refused_and_nothing_changes(desk, phrase, words, reason):  # fmt: skip
    if not reason:
        desk.templates.set(phrase, "ko", words)
        return
    assert why(desk.templates.set, phrase, "ko", words) == reason
    assert not any(one.own for kind in PHRASES for one in desk.templates.listing(kind))


def test_another_language_has_no_phrases(desk):
    assert why(desk.templates.set, TITLE, "fr", "Procuration") == "language"
    assert why(desk.templates.listing, "POWER", "fr") == "language"


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=st.text(max_size=80))
def test_whatever_is_typed_is_refused_or_printed(words):
    default = "{ NUMBER($count) }건을 적었습니다."
    if fault_of(words, default):
        return
    own = written_in("ko").with_own({"paper-annex-lead": words})
    assert "1,234" in own("paper-annex-lead", count=1234)


def test_words_of_an_older_version_that_may_not_stand_are_left_aside(desk):
    for name, words in ((TITLE, "{ $who }"), ("paper-outward", "내 마음대로"), ("gone-id", "x")):  # fmt: skip
        planted(desk, "phrase", "", {"name": name, "language": "ko", "words": words}, natural_id("phrase", "ko", name))  # fmt: skip
    text = read(desk.papers.preview(plan()).data)
    assert "위임장" in text
    assert "내 마음대로" not in text


def test_the_terminal_and_a_file_of_records_do_not_pass_the_check(desk):
    with pytest.raises(NotYours):
        desk.records.add("phrase", "", {"name": TITLE, "language": "ko", "words": "x"})


def test_only_a_supervisor_decides_how_the_center_speaks(desk):
    planted(desk, "role_grant", "", {"counselor": "다른 사람", "role": "SUPERVISOR"})
    desk._rooms.sight.forget({"role_grant"})
    with pytest.raises(NotYours):
        desk.templates.set(TITLE, "ko", "다른 말")
    with pytest.raises(NotYours):
        desk.templates.reset(TITLE, "ko")
    assert desk.templates.listing("POWER")


# --- the sign-off boxes ------------------------------------------------------------------


def test_posts_have_the_centers_names_and_one_called_a_dash_has_no_box(told):
    desk = told
    assert "팀장" in read(desk.papers.preview(plan("PERFORMANCE")).data)
    desk.templates.set("paper-approval-made", "ko", "상담원")
    desk.templates.set("paper-approval-team", "ko", "-")
    text = read(desk.papers.preview(plan("PERFORMANCE")).data)
    assert "상담원" in text
    assert "팀장" not in text
    for name in ("made", "head"):
        desk.templates.set(f"paper-approval-{name}", "ko", "-")
    assert "센터장" not in read(desk.papers.preview(plan("PERFORMANCE")).data)


# --- which words a paper was issued with ----------------------------------------------------


def test_an_issued_paper_keeps_which_words_it_was_issued_with(desk):
    def template():
        line = max(desk.papers.listing(), key=lambda one: one.number)
        return desk._rooms.record("issued_paper", line.id)["template"]

    desk.papers.issue(plan())
    first = template()
    desk.templates.set("paper-annex-title", "ko", "별지")  # of another kind of paper
    desk.papers.issue(plan())
    assert template() == first
    desk.templates.set(TITLE, "ko", "삭제지원 위임장")
    made = desk.papers.issue(plan())
    assert template() != first
    assert template().endswith("own")
    assert "삭제지원 위임장" in read(made.data)
    (line,) = [one for one in desk.templates.kinds() if one.kind == "POWER"]
    assert (line.version, line.own) == (template(), 1)


# --- from center to center ----------------------------------------------------------------


def test_words_go_to_another_center_as_a_file(desk, tmp_path):
    desk.templates.set(TITLE, "ko", "삭제지원 위임장")
    desk.templates.set("paper-annex-lead", "en", "In all { NUMBER($count) }.")
    made = desk.templates.export()
    assert made.name == "phrases.json"
    file = tmp_path / made.name
    file.write_bytes(made.data)
    other = a_desk(tmp_path / "w", code="SE")
    try:
        assert other.templates.take(file) == 2
        assert other.templates.take(file) == 0
        assert other.templates.export() == made
        other.undo.undo()  # taken in one step, taken back in one
        assert json.loads(other.templates.export().data)["phrases"] == []
    finally:
        other.close()


def whole(**more):
    return {"what": "ieum-phrases", "edition": 1, "phrases": [], **more}


def one(**more):
    return {"name": TITLE, "language": "ko", "words": "다른 말", **more}


HOSTILE = {
    "nothing": (b"", "format"),
    "no json": (b"\xff\xfe\x00", "format"),
    "deep": (b"[" * 100_000, "format"),
    "a list": (b"[]", "format"),
    "newer": (whole(edition=2), "format"),
    "another file": (whole(what="guideline"), "format"),
    "no phrases": (whole(phrases={"a": 1}), "format"),
    "too many": (whole(phrases=[one()] * 1_000), "format"),
    "twice": (whole(phrases=[one(), one(words="또 다른 말")]), "format"),
    "more keys": (whole(phrases=[one(id="x")]), "format"),
    "no words": (whole(phrases=[one(words=None)]), "format"),
    "a mark": (whole(phrases=[one(), one(name="paper-outward")]), "unknown"),
    "a tongue": (whole(phrases=[one(language="../ko")]), "language"),
    "a rule": (whole(phrases=[one(), one(name="paper-annex-lead", words="x")]), "dropped"),
    "half a letter": (b'{"what":"ieum-phrases","edition":1,"phrases":[{"name":"paper-power-title","language":"ko","words":"\\ud800"}]}', "unseen"),
    "large": (b" " * (300 << 10), "too-large"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_of_somebody_else_is_taken_whole_or_not_at_all(desk, tmp_path, data, reason):  # fmt: skip
    file = tmp_path / "x.json"
    file.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    assert why(desk.templates.take, file) == reason
    assert json.loads(desk.templates.export().data)["phrases"] == []


def test_a_file_that_is_away_or_a_folder_is_refused(desk, tmp_path):
    for place in (tmp_path / "away.json", tmp_path):
        assert why(desk.templates.take, place) == "away"


# --- among laptops ----------------------------------------------------------------------


def test_the_centers_other_laptop_speaks_so_too_and_nobody_else_hears_of_it(tmp_path):
    places = desks(tmp_path, "C0", "IC", "SE")
    other = second_laptop(places["IC"], tmp_path / "ic2")
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(*places.values(), other):
        places["IC"].templates.set(TITLE, "ko", "삭제지원 위임장")
        carry(places["IC"], other, stick)
        carry(places["IC"], places["C0"], stick)
        assert "삭제지원 위임장" in read(other.papers.preview(plan()).data)
        for desk in (places["C0"], places["SE"]):
            assert desk._rooms.register.find("phrase") == ()
