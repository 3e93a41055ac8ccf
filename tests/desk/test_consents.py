import pytest

from intake.desk import GuardianNote
from intake.errors import ConsentMissing, InvalidInput
from tests.desks_at_hand import agreed


def states(desk, case):
    return {
        line.purpose: (line.decision, line.withdrawn)
        for line in desk.consents.current(case)
    }


def test_every_purpose_is_asked_separately_and_only_recording_opens_the_recorder(desk):
    gate = desk.consents.gate()
    assert [text.purpose for text in gate if text.opens_recorder] == ["RECORD"]
    assert len({text.purpose for text in gate}) == len(gate) >= 5


def test_a_decision_keeps_which_words_were_read(desk):
    case = agreed(desk, "RECORD")
    (row,) = desk.records.list("consent", case)
    assert row["explained_by"] == "박상담"
    assert len(str(row["text_digest"])) == 64
    assert row["form_version"]


def test_refusing_to_share_leaves_the_support_as_it_is(desk):
    case = agreed(desk, "RECORD")
    desk.consents.decide(case, {"CENTRAL": "REFUSED"})
    assert states(desk, case) == {
        "RECORD": ("AGREED", False),
        "CENTRAL": ("REFUSED", False),
    }
    assert desk.interviews.begin(case, "intake")


def test_a_consent_can_be_taken_back_and_given_again(desk):
    case = agreed(desk, "RECORD", "CENTRAL")
    desk.consents.withdraw(case, "CENTRAL", "마음이 바뀜")
    assert states(desk, case)["CENTRAL"] == ("AGREED", True)
    with pytest.raises(ConsentMissing):
        desk.consents.check(case, "CENTRAL")
    desk.consents.decide(case, {"CENTRAL": "AGREED"})
    desk.consents.check(case, "CENTRAL")


def test_what_was_not_agreed_cannot_be_taken_back(desk):
    case = desk.cases.begin("VISIT")
    with pytest.raises(ConsentMissing):
        desk.consents.withdraw(case, "CENTRAL")


def test_an_unknown_purpose_is_refused_and_nothing_is_kept(desk):
    case = desk.cases.begin("VISIT")
    with pytest.raises(InvalidInput):
        desk.consents.decide(case, {"RECORD": "AGREED", "EVERYTHING": "AGREED"})
    assert desk.consents.current(case) == ()


def test_why_a_guardian_was_not_told_is_kept_with_the_consent(desk):
    case = desk.cases.begin("VISIT")
    desk.consents.decide(
        case, {"RECORD": "AGREED"}, "FACE", GuardianNote(reason="집이 안전하지 않음")
    )
    (row,) = desk.records.list("consent", case)
    assert (row["guardian_confirm"], row["guardian_not_told_why"]) == (
        "NOT_TOLD",
        "집이 안전하지 않음",
    )


def test_the_case_knows_how_far_consent_went(desk):
    case = desk.cases.begin("VISIT")
    assert desk.records.get("case", case)["consent"] == "NONE"
    desk.consents.decide(case, {"RECORD": "REFUSED"})
    assert desk.records.get("case", case)["consent"] == "ANONYMOUS"
    desk.consents.decide(
        case, {text.purpose: "AGREED" for text in desk.consents.gate()}
    )
    assert desk.records.get("case", case)["consent"] == "FULL"


def test_the_form_is_a_paper_in_both_languages(desk):
    case = agreed(desk, "RECORD")
    for language in ("ko", "en"):
        assert desk.consents.form(language, case).startswith(b"%PDF")
