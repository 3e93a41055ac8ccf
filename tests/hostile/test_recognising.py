"""What a page about the same person may give away, and what a bad word makes of it."""

import dataclasses
import json

import pytest

from intake.desk import workspace as opening
from intake.desk.views.joint import ProfileLine
from intake.errors import NotYours
from intake.matching.index import Index
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY

PHONE = "010-0000-4217"
OTHER = "010-0000-7712"
HERS = "조용한 아침 산길의 돌"


def a_case(desk, *clues, **said):
    case = agreed(desk, "RECORD", "CENTRAL")
    suspect = desk.suspects.add(case, {"nickname": "밤달", **said})
    for value in clues:
        desk.suspects.add_clue(case, {"value": value}, suspect)
    return case, suspect


def words(view) -> str:
    if dataclasses.is_dataclass(view):
        return json.dumps(dataclasses.asdict(view), ensure_ascii=False, default=str)
    return json.dumps([dataclasses.asdict(one) for one in view], ensure_ascii=False, default=str)  # fmt: skip


# --- while somebody sits there ----------------------------------------------------------


@pytest.fixture
def sitting(desk):
    """A victim sits here; her case is like one of another's, and joined to a third."""
    mine, me = a_case(desk, PHONE, nickname="이쪽별명")
    theirs, they = a_case(desk, PHONE, nickname="저쪽별명")
    third, him = a_case(desk, OTHER, nickname="셋째별명")
    desk.suspects.merge(me, him)
    desk.matches.refresh()
    desk.interviews.begin(mine, "intake")
    return desk, (mine, me), (theirs, they), (third, him)


def test_a_count_and_nothing_else_in_the_panel(sitting):
    desk, (mine, _), *_ = sitting
    seen = desk.matches.of_case(mine)
    assert seen.quiet
    assert seen.candidates == ()
    assert desk.matches.weak(mine) == ()


def test_the_queue_says_nothing_of_who_sits_here(sitting):
    desk, (mine, _), (theirs, _), _ = sitting
    number = desk.cases.line(mine).number
    other = desk.cases.line(theirs).number
    for one in desk.matches.queue("ALL"):
        if one.state == "NEW":
            told = words(one)
            assert one.headline == ""
            assert not (number in told and other in told)
        seen = desk.matches.pair(one.id)
        assert seen.quiet
        assert seen.evidence == ()


def test_the_picture_says_nothing_of_who_sits_here(sitting):
    desk, (mine, me), (_theirs, they), (third, him) = sitting
    for of in (mine, me, third, him):
        assert desk.graph.around(of, depth=2).nodes == ()
    assert me not in words(desk.graph.around(they, depth=2))


def test_the_profile_says_nothing_of_who_sits_here(sitting):
    desk, (_mine, me), _, (third, him) = sitting
    number = desk.cases.line(third).number
    assert number not in words(desk.profiles.view(me))
    assert "셋째별명" not in words(desk.profiles.view(me))
    assert desk.profiles.view(him) == dataclasses.replace(desk.profiles.view(me), line=desk.profiles.view(him).line)  # fmt: skip
    assert desk.profiles.view(him).quiet
    (line,) = desk.profiles.listing()
    assert line == ProfileLine(min(me, him), "", quiet=True)
    assert desk.profiles.listing("별명") == desk.profiles.listing(number) == ()
    (open_,) = desk.interviews.unfinished()
    desk.interviews.finish(open_.id)
    assert number in words(desk.profiles.view(me))
    assert "별명" in words(desk.profiles.listing())


def test_the_cards_say_nothing_of_others_while_she_sits_here(sitting):
    desk, (mine, _), _, (third, _) = sitting
    told = words(desk.suspects.of_case(mine))
    assert desk.cases.line(third).number not in told
    assert OTHER not in told
    assert "셋째별명" not in told


def test_looking_and_finding_say_nothing_of_others(sitting):
    desk, (mine, _), *_ = sitting
    assert desk.suspects.look(mine, PHONE).others == 0
    assert desk.suspects.find("저쪽별명", mine) == ()


# --- who sees her own cases only ------------------------------------------------------------


@pytest.fixture
def hers(tmp_path, keyring):
    """The desk of somebody who sees her own cases only; two of a colleague's are alike."""
    desk = a_desk(tmp_path / "w", keyring)
    _one, _suspect = a_case(desk, PHONE, nickname="이쪽별명")
    _other, _ = a_case(desk, PHONE, nickname="저쪽별명")
    two = a_case(desk, OTHER)[1], a_case(desk, OTHER)[1]
    desk.matches.refresh()
    found = next(c for c in desk.matches.queue("NEW") if two[0] in c.id)
    desk.matches.decide(found.id, "SAME", "ACCOUNTS", "하늘이라는 아이가 말해 줌")
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, HERS)
    desk.settings.set("own_cases_only", True)
    desk.close()
    hers = opening.open_(tmp_path / "w", HERS, Silent(), keyring=keyring, policy=POLICY)
    yield hers
    hers.close()


def test_reasons_in_words_are_not_for_who_does_not_see_the_cases(hers):
    assert hers.matches.queue("ALL")
    for one in hers.matches.queue("ALL"):
        assert "하늘이라는" not in words(hers.matches.pair(one.id))


def test_nobody_decides_about_two_cases_she_may_not_see(hers):
    (found,) = hers.matches.queue("NEW")
    for decision in ("SAME", "NOT_SAME", "HOLD"):
        with pytest.raises(NotYours):
            hers.matches.decide(found.id, decision, "OTHER")
    (done,) = hers.matches.queue("DONE")
    with pytest.raises(NotYours):
        hers.matches.take_back(done.link, "MISTAKE")
    with pytest.raises(NotYours):
        hers.matches.second(done.link, "NOT_SAME", "OTHER")


def test_the_pages_of_perpetrators_have_no_word_of_a_case_she_may_not_see(hers):
    told = words(hers.profiles.listing())
    for one in hers.profiles.listing():
        told += words(hers.profiles.view(one.profile))
    for word in ("이쪽별명", "저쪽별명", "밤달", "4217", "7712", "0000421"):
        assert word not in told


def test_of_a_case_she_may_not_see_not_even_a_count_is_told(hers):
    theirs = [one for row in hers.matches.queue("ALL") for one in (*row.one_numbers, *row.other_numbers)]  # fmt: skip
    assert theirs
    case = next(row.id for row in hers._rooms.register.find("case"))
    try:
        seen = hers.matches.of_case(case)
    except NotYours:
        return
    assert all(one.headline == "" for one in seen.candidates)


# --- exactness ---------------------------------------------------------------------------------

TABLES = ("m_case", "m_sight", "m_clue", "m_key", "m_link", "m_shared", "m_pair", "m_due")  # fmt: skip


def index_of(desk):
    desk.matches.refresh()
    with desk._rooms.vault.reading() as db:
        found = {}
        for table in TABLES:
            names = [one[1] for one in db.all(f"pragma table_info({table})")]
            kept = [n for n in names if n != "told_ms" and not (n == "id" and table in {"m_clue", "m_key"})]  # fmt: skip
            quoted = ", ".join(f'"{n}"' for n in kept)
            found[table] = sorted(db.all(f"SELECT {quoted} FROM {table}"), key=repr)
        return found


def test_what_is_made_anew_is_what_was_kept_all_along(desk):
    first, one = a_case(desk, PHONE, "@night_moon07")
    second, _other = a_case(desk, PHONE)
    _third, _him = a_case(desk, OTHER, "@night_moon07")
    desk.matches.refresh()
    for found in desk.matches.queue("NEW"):
        desk.matches.decide(found.id, "SAME", "ACCOUNTS")
        break
    (clue,) = (r for r in desk._rooms.register.find("identifier", case=second))
    desk.suspects.change_clue(clue.id, {"value": OTHER})
    desk.undo.undo()
    desk.matches.mark_shared(clue.id, True, "SHARED")
    desk.suspects.add(first, {"nickname": "둘째"})
    desk.suspects.retract(one, "mistake")
    desk.undo.undo()
    before = index_of(desk)
    with desk._rooms.vault.writing() as db:
        index = next(p for p in desk._rooms.ledger._means.projections if isinstance(p, Index))  # fmt: skip
        index.rebuild(db, Silent())
    assert index_of(desk) == before


def test_undo_of_a_mark_that_many_use_brings_the_candidate_back(desk):
    a_case(desk, PHONE), a_case(desk, PHONE)
    desk.matches.refresh()
    before, index = desk.matches.counts(), index_of(desk)
    clue = desk._rooms.register.find("identifier")[0]
    desk.matches.mark_shared(clue.id, True, "SHARED")
    assert desk.matches.queue("NEW") == ()
    marked = index_of(desk)
    desk.undo.undo()
    assert desk.matches.counts() == before
    assert index_of(desk)["m_pair"] == index["m_pair"]
    desk.undo.redo()
    assert desk.matches.queue("NEW") == ()
    assert index_of(desk)["m_pair"] == marked["m_pair"]


def test_undo_and_redo_of_each_decision_restore_every_figure(desk):
    (_, one), _ = a_case(desk, PHONE), a_case(desk, PHONE)
    desk.matches.refresh()
    (found,) = desk.matches.queue("NEW")
    for decision in ("NOT_SAME", "HOLD", "SAME"):
        before = desk.matches.counts(), index_of(desk), words(desk.profiles.view(one))
        desk.matches.decide(found.id, decision, "OTHER")
        after = desk.matches.counts(), index_of(desk), words(desk.profiles.view(one))
        desk.undo.undo()
        assert (desk.matches.counts(), index_of(desk), words(desk.profiles.view(one))) == before  # fmt: skip
        desk.undo.redo()
        assert (desk.matches.counts(), index_of(desk), words(desk.profiles.view(one))) == after  # fmt: skip
        desk.undo.undo()


def test_not_the_same_said_beside_the_same_is_shown_to_people(desk):
    (_, one), (_, other) = a_case(desk, PHONE), a_case(desk, PHONE)
    desk.suspects.not_same(one, other)
    desk.suspects.merge(one, other)
    assert desk.profiles.view(one).contradictions == 1
    card = desk.suspects.of_case(desk._rooms.record("suspect", one)["case"]).cards[0]
    assert card.contradicted
