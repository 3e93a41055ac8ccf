"""The story's pairs have the words it needs, and every decoy stays what it is."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching.face import face_of
from intake.matching.likeness import ENGINE
from intake.matching.score import NOT_SAME, compared, likeness
from intake.matching.sighting import Profile, profile_of
from intake.matching.weights import prior
from tests.matching.story import VICTIMS, between, late, of_story, sighting, world

_STRONG = (
    ("V01", "V02"), ("V02", "V03"), ("V01", "V04"), ("V04", "V05"), ("V05", "V06"), ("V06", "V09"),
    ("V02", "V10"), ("V01", "V11"), ("V06", "V14"), ("V01", "V14"), ("V02", "V15"), ("V15", "V07"),
    ("V07", "V08"),
)  # fmt: skip
_COMMON = tuple(sighting(f"N{at}", ("nickname", "하루오빠")) for at in range(22))
_MULES = tuple(sighting(f"M{at}", ("bank", "시험은행 00077123123")) for at in range(6))


# --- the story -----------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "other"), _STRONG)
def test_a_strong_pair_is_very_high_alone_and_among_all_the_others(one, other):
    everybody = world(*VICTIMS, "D04", "D06", "D09", "D10", more=_COMMON)
    assert between(world(one, other), one, other).word == "VERY_HIGH"
    assert between(everybody, one, other).word == "VERY_HIGH"


def test_a_user_name_alone_is_high():
    found = between(world(*VICTIMS), "V07", "V05")
    assert (found.kind, found.word) == ("same_person", "HIGH")


def test_a_title_that_names_the_account_and_a_watermark_are_proposed_and_never_very_high():
    found = between(world(*VICTIMS), "V12", "V02")
    assert found.word in {"HIGH", "REVIEW"}
    assert {one.says for one in found.lines} == {
        "match-says-mention",
        "match-says-same",
    }


def test_a_title_and_a_watermark_are_proposed_against_everybody_joined():
    made = world(*VICTIMS)
    for one, other in _STRONG:
        made.join(one, other)
    assert made.profiles == 3  # the thirteen of T5, V12 and V13
    [(profile, found)] = made.candidates(made.profile("V12"))
    assert (profile.id, found.word) == ("V01", "HIGH")


def test_a_nickname_and_a_way_are_weak_until_the_number_of_the_account_is_known():
    made = world(*VICTIMS, more=_COMMON)
    assert made.candidates(made.profile("V13")) == []
    made.add(late())
    assert {profile.id for profile, _ in made.candidates(made.profile("V13"))} == {"V04", "V05", "V06"}  # fmt: skip
    assert between(made, "V13", "V05").word == "VERY_HIGH"


# --- decoys that must not join -----------------------------------------------------------------


def test_d01_a_name_and_an_age_are_weak():
    assert between(world("V02", "D01"), "V02", "D01").word == "WEAK"


def test_d02_the_same_words_at_another_service_are_a_note():
    made = world(*VICTIMS, "D02")
    found = between(made, "V03", "D02")
    assert (found.word, [one.says for one in found.lines]) == ("WEAK", ["match-says-cross-site"])  # fmt: skip
    assert made.candidates(made.profile("D02")) == []


def test_d03_a_user_name_that_passed_to_another_is_withheld_and_says_so():
    made = world(*VICTIMS, "D03")
    assert between(made, "V03", "D03").withheld == "match-withheld-other-time"
    made.join("V03", "V04")
    found = between(made, "V03", "D03")
    assert (found.word, found.withheld) == ("WEAK", "match-withheld-other-id")


def test_d04_a_number_of_an_earlier_subscriber_is_withheld_for_its_time():
    made = world(*VICTIMS, "D04")
    assert made.candidates(made.profile("D04")) == []
    assert {one.withheld for _, one in made.alike(made.profile("D04"))} == {"match-withheld-other-time"}  # fmt: skip


def test_d05_an_account_of_a_gang_is_proposed_until_it_is_marked_shared():
    made = world(*VICTIMS, "D05", more=_MULES)
    assert between(made, "V06", "D05").word == "REVIEW"  # no script confirms it
    made.share("bank", "999:00077123123")
    assert between(made, "V06", "D05").withheld == "match-withheld-shared"
    made.remove("D05")
    made.add(of_story("D05"))
    assert made.candidates(made.profile("D05")) == []
    assert between(made, "V07", "V08").word == "VERY_HIGH"


def test_d06_a_common_nickname_is_weak_and_says_how_many_have_it():
    made = world(*VICTIMS, "D06", more=_COMMON)
    [line] = between(made, "V01", "D06").lines
    assert (line.says, line.weight, line.holders) == ("match-says-same", 0, 24)
    assert made.candidates(made.profile("D06")) == []


def test_d07_the_same_file_links_the_material_and_no_person():
    found = between(world(*VICTIMS, "D07"), "V01", "D07")
    assert found.kind == "same_material"
    assert found.word != "VERY_HIGH"


def test_d07_an_account_of_a_redistributor_links_the_material():
    one, other = of_story("D07"), replace(of_story("D07"), ref="X", case="X")
    found = likeness(Profile((one,)), Profile((other,)), world("D07"))
    assert found.kind == "same_material"


def test_d07_a_title_that_was_posted_again_with_its_file_is_material():
    file, title = ("sha256", "5e" * 32), ("title_text", "[northpier_x7q] 모음")
    again = sighting("X", file, title)
    found = between(world(*VICTIMS, more=(again,)), "X", "V01")
    assert (found.kind, "match-says-mention" in {x.says for x in found.lines}) == ("same_material", True)  # fmt: skip
    told = replace(again, marks=tuple(replace(x, role="REDISTRIBUTOR") for x in again.marks))  # fmt: skip
    joined = world("V02", more=(replace(told, marks=(*told.marks, *of_story("V12").marks[2:])),))  # fmt: skip
    assert between(joined, "X", "V02").kind == "same_material"


def test_d08_a_network_makes_nobody_a_candidate():
    made = world(*VICTIMS, "D08", more=(sighting("X", ("ip", "203.0.113.7")),))
    assert (between(made, "X", "D08").word, made.candidates(made.profile("D08"))) == ("WEAK", [])  # fmt: skip


def test_d09_and_d10_similar_letters_are_said_and_never_proposed():
    made = world(*VICTIMS, "D09", "D10")
    for decoy, other in (("D09", "V01"), ("D10", "V03")):
        assert [one.says for one in between(made, decoy, other).lines] == ["match-says-near"]  # fmt: skip
        assert made.candidates(made.profile(decoy)) == []


def test_d11_the_victims_own_account_is_no_evidence():
    typed = sighting("X", ("instagram", "@haru_smile"))
    made = world(*VICTIMS, "D11", more=(typed,))
    assert made.alike(made.profile("D11")) == []
    own = replace(sighting("Y", ("instagram", "@haru_smile")), own=frozenset({("instagram", "haru_smile")}))  # fmt: skip
    made.add(own)
    assert made.alike(made.profile("Y")) == []


# --- rules -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        (("telegram_invite", "https://t.me/+AbCdEfGhIjk"),),
        (("kakao_openchat", "open.kakao.com/o/gTESTgroup"), ("nickname", "녹두"), ("watermark", "NP7")),
        (("ip", "203.0.113.7"), ("telegram_invite", "t.me/+AbCdEfGhIjk"), ("name", "남궁하늘"), ("watermark", "NP7")),
        (("post", "https://x.com/i/status/1790000000000000001"), ("watermark", "NP7")),
        (("name", "남궁하늘"), ("nickname", "녹두"), ("watermark", "NP7"), ("mo", "사진 동아리 사칭")),
    ],
)  # fmt: skip
def test_places_things_networks_and_weak_words_make_no_candidate(typed):
    facts = {"age": 35, "region": "28", "approach": "OPENCHAT"}
    made = world(more=(sighting("A", *typed, **facts), sighting("B", *typed, **facts)))
    assert between(made, "A", "B").word == "WEAK"
    assert made.candidates(made.profile("A")) == []


def test_a_room_in_common_is_a_network():
    room = ("telegram_invite", "t.me/+AbCdEfGhIjk")
    made = world(more=(sighting("A", room), sighting("B", room)))
    assert between(made, "A", "B").kind == "same_network"


def test_a_masked_value_never_links():
    made = world(more=(sighting("A", ("phone", "010-****-4217")), sighting("B", ("phone", "010-0000-4217"))))  # fmt: skip
    found = between(made, "A", "B")
    assert (found.word, [one.says for one in found.lines]) == ("WEAK", ["match-says-mask-fits"])  # fmt: skip


def test_two_accounts_made_of_one_word_do_not_count_as_two():
    one = (("telegram", "x7q_haru"), ("twitter", "x7qharu"))
    apart = (("telegram", "x7q_haru"), ("twitter", "northpier"))
    alike, other = (
        world(more=(sighting("A", *typed), sighting("B", *typed))) for typed in (one, apart)
    )  # fmt: skip
    assert between(alike, "A", "B").weight < between(other, "A", "B").weight


def test_the_second_value_of_a_kind_counts_half():
    made = world(more=[sighting(x, ("phone", "010-0000-4217"), ("phone", "010-0000-5555")) for x in "AB"])  # fmt: skip
    assert [one.weight for one in between(made, "A", "B").lines] == [32_000, 16_000]


def test_two_suspects_of_one_case_are_not_proposed():
    typed = ("phone", "010-0000-4217")
    one, other = sighting("A", typed), replace(sighting("B", typed), case="A")
    found = between(world(more=(one, other)), "A", "B")
    assert (found.is_proposed, found.withheld) == (False, "match-withheld-one-case")


def test_whom_somebody_decided_to_be_two_are_not_proposed_again():
    made = world(*VICTIMS)
    made.join("V01", "V04")
    made.part("V04", "V02")
    [found] = [one for other, one in made.alike(made.profile("V01")) if other.id == "V02"]  # fmt: skip
    assert (found.is_proposed, found.withheld) == (False, NOT_SAME)
    made.remove("V02")
    made.add(of_story("V02"))  # it comes again with another bundle
    assert "V02" not in {other.id for other, _ in made.candidates(made.profile("V01"))}
    made.forget("V02", "V04")
    assert "V02" in {other.id for other, _ in made.candidates(made.profile("V01"))}


def test_a_watermark_inside_a_title_is_said_and_makes_no_candidate():
    made = world(more=(sighting("A", ("watermark", "우측 하단 'NP7'")), sighting("B", ("title_text", "[NP7] 모음"))))  # fmt: skip
    for one, other in ("AB", "BA"):
        found = between(made, one, other)
        assert [x.says for x in found.lines] == ["match-says-in-words"]
        assert found.word == "WEAK"


def test_the_digits_of_a_shared_account_are_shared_without_its_bank_too():
    made = world(more=(sighting("A", ("bank", "국민 123456-01-234567")), sighting("B", ("bank", "123456-01-234567"))))  # fmt: skip
    assert between(made, "A", "B").word == "HIGH"
    made.share("bank", "KB:12345601234567")
    assert between(made, "A", "B").withheld == "match-withheld-shared"


def test_the_same_digits_at_two_banks_are_two_accounts():
    made = world(more=(sighting("A", ("bank", "국민 123456-01-234567")), sighting("B", ("bank", "신한 123456-01-234567"))))  # fmt: skip
    assert not between(made, "A", "B").is_proposed


def test_a_title_that_names_the_victims_own_account_is_no_evidence():
    named = replace(sighting("A", ("title_text", "haru_smile 모음")), own=frozenset({("instagram", "haru_smile")}))  # fmt: skip
    made = world(more=(named, sighting("B", ("instagram", "@haru_smile"))))
    assert between(made, "A", "B").lines == ()


def test_names_of_one_stroke_apart_and_of_known_halves_contradict_nothing():
    for one, other in (("김민수", "김민서"), ("김민수", "민수"), ("김민수", "Kim Minsu")):  # fmt: skip
        made = world(more=(sighting("A", ("name", one)), sighting("B", ("name", other))))  # fmt: skip
        assert all(x.weight >= 0 for x in between(made, "A", "B").lines)


def test_a_profile_of_hundreds_sharing_hundreds_of_addresses_says_a_few_lines():
    typed = [("url", f"https://tube-a.example/v/{at}") for at in range(300)]
    made = world(more=(sighting("A", *typed), sighting("B", *typed)))
    found = between(made, "A", "B")
    assert len(found.lines) == 4
    assert (found.lines[-1].says, found.lines[-1].holders) == ("match-says-more", 297)


# --- properties -----------------------------------------------------------------------------------

_TYPED = (
    ("phone", "010-0000-4217"), ("phone", "010-0000-4271"), ("phone", "010-****-4217"),
    ("telegram", "x7q_haru"), ("telegram", "x7q_haneul"), ("telegram_id", "9990000004217"),
    ("telegram_id", "9990000009999"), ("instagram", "x7q_haru"), ("instagram", "x7q.haru_photo"),
    ("uploader", "northpier_x7q", "tube-a.example"), ("uploader", "northpler_x7q", "tube-a.example"),
    ("bank", "시험은행 000-77-123123"), ("bank", "00077123123"), ("title_text", "[northpier_x7q] 모음"),
    ("watermark", "NP7"), ("name", "김민수"), ("name", "이도윤"), ("name", "김○○"), ("name", "KIM Minsu"),
    ("nickname", "하루오빠"), ("ip", "203.0.113.7"), ("telegram_invite", "t.me/+AbCdEfGhIjk"),
    ("sha256", "a" * 64), ("post", "https://x.com/x7q_haru/status/1790000000000000001"),
)  # fmt: skip
_TIMES = st.sampled_from([("2020-06", "2024-11"), ("2019", "2019"), ("", ""), ("2025-02", "")])  # fmt: skip
_FACTS = st.fixed_dictionaries({
    "age": st.sampled_from([None, 20, 35]), "year": st.sampled_from([None, 2024]),
    "region": st.sampled_from(["", "28", "11"]), "approach": st.sampled_from(["", "OPENCHAT"]),
})  # fmt: skip


@st.composite
def sightings(draw, most=5):
    """Draw some suspects with what was typed of them."""
    made = []
    for at in range(draw(st.integers(2, most))):
        typed = draw(st.lists(st.sampled_from(_TYPED), max_size=5, unique=True))
        one = sighting(f"S{at}", *typed, **draw(_FACTS))
        start, end = draw(_TIMES)
        marks = tuple(replace(mark, seen_from=start, seen_to=end) for mark in one.marks)
        made.append(replace(one, marks=marks))
    return made


def _turned(found):
    return replace(found, lines=tuple(
        replace(one, one_records=one.other_records, other_records=one.one_records) for one in found.lines
    ))  # fmt: skip


@given(sightings())
@settings(max_examples=60, deadline=None)
def test_it_is_the_same_whichever_side_is_asked(some):
    made = world(more=some)
    for one, other in itertools.combinations(some, 2):
        found = between(made, one.ref, other.ref)
        assert found == _turned(between(made, other.ref, one.ref))


@given(sightings())
@settings(max_examples=40, deadline=None)
def test_prior_and_lines_add_up_to_the_weight_in_whole_numbers(some):
    made = world(more=some)
    for one, other in itertools.combinations(some, 2):
        found = between(made, one.ref, other.ref)
        assert found.weight == prior(made.profiles) + sum(x.weight for x in found.lines)
        assert all(isinstance(x.weight, int) for x in found.lines)


@given(sightings(), st.sampled_from(["name", "age", "region"]))
@settings(max_examples=40, deadline=None)
def test_a_contradiction_never_makes_it_likelier(some, what):
    left, right = (replace(one, age=None, region="") for one in some[:2])
    names = {"name", "name_roman", "name_initials"}
    left, right = (
        replace(one, marks=tuple(mark for mark in one.marks if mark.kind not in names))
        for one in (left, right)
    )
    made = world(more=(left, right, *some[2:]))
    facts = {"age": ({"age": 20}, {"age": 45}), "region": ({"region": "28"}, {"region": "11"})}  # fmt: skip
    if what == "name":
        named = (sighting("x", ("name", "김민수")).marks, sighting("x", ("name", "이도윤")).marks)  # fmt: skip
        against = [replace(one, marks=(*one.marks, *marks)) for one, marks in zip((left, right), named, strict=True)]  # fmt: skip
    else:
        against = [replace(one, **more) for one, more in zip((left, right), facts[what], strict=True)]  # fmt: skip
    before = likeness(Profile((left,)), Profile((right,)), made)
    after = likeness(Profile((against[0],)), Profile((against[1],)), made)
    assert after.weight < before.weight


@given(sightings())
@settings(max_examples=30, deadline=None)
def test_a_profile_does_not_depend_on_the_order_of_its_sightings(some):
    made = world(more=some)
    one, other = profile_of(some[1:]), profile_of(some[:1])
    turned = Profile(tuple(reversed(one.sightings)))
    assert compared(face_of(one), face_of(other), made) == compared(face_of(turned), face_of(other), made)  # fmt: skip


def test_the_engine_has_a_version():
    assert ENGINE.isdigit()
