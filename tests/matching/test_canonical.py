"""One spelling for one clue: the design's table, the story's identifiers, and odd input."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.matching.canonical import canonical
from intake.matching.guess import kind_of
from intake.register import CODES

_KINDS = tuple(one.code for one in CODES.lists["identifier_kind"])
_TABLE = Path(__file__).with_name("canonical.tsv")


def rows():
    for line in _TABLE.read_text("utf-8").splitlines()[1:]:
        chosen, raw, *said = line.split("\t")
        raw = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), raw)
        yield chosen, raw, said


@pytest.mark.parametrize(("chosen", "raw", "said"), list(rows()))
def test_the_table_of_the_design_holds(chosen, raw, said):
    found = canonical(chosen, raw)
    keys = " ".join(
        f"{name}={value}" for name, value in found.keys if name != "bank_number"
    )
    assert [found.kind, found.value, found.cls, keys] == said


def test_most_kinds_are_guessed_from_the_value_alone():
    known = [(raw, said) for _, raw, said in rows()]
    right = [said for raw, said in known if canonical("", raw).value == said[1]]
    assert len(known) == 83
    assert len(right) >= 75


# --- the story: case, kind, what was typed, where; and which belong together -------------


STORY = json.loads(
    Path(__file__).with_name("story_identifiers.json").read_text("utf-8")
)


def _spelled(one):
    found = canonical(one["kind"], one["raw"], one.get("site", ""))
    return found.kind, found.value


def test_the_same_identifier_of_the_story_is_one_and_another_is_another():
    of = {}
    for one in STORY:
        of.setdefault(one["canonical"], set()).add(_spelled(one))
    assert all(len(spellings) == 1 for spellings in of.values())
    assert len({next(iter(spellings)) for spellings in of.values()}) == len(of)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("instagram", "@x7q_haru"), ("telegram", "@x7q_haru")),  # D02
        (("telegram_id", "9990000009999"), ("telegram_id", "9990000004217")),  # D03
        (
            ("uploader", "northpler_x7q", "tube-a.example"),
            ("uploader", "northpier_x7q", "tube-a.example"),
        ),  # D09
        (
            ("uploader", "northpier_x7q", "tube-b.example"),
            ("uploader", "northpier_x7q", "tube-a.example"),
        ),
        (("phone", "010-0000-4271"), ("phone", "010-0000-4217")),  # D10
        (("bank", "국민 0001234567890"), ("bank", "시험은행 0001234567890")),
        (
            ("kakao_openchat", "open.kakao.com/o/sTESTx7q1"),
            ("kakao_openchat", "open.kakao.com/o/sTESTX7Q1"),
        ),
        (("email", "a.b@mail.example"), ("email", "ab@mail.example")),
    ],
)
def test_decoys_stay_apart(one, other):
    assert _spelt(one) != _spelt(other)


def _spelt(args):
    found = canonical(*args)
    return found.kind, found.value


# --- what is masked, odd, or nothing ------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("phone", "010-****-1234"),
        ("phone", "010-xxxx-1234"),
        ("name", "김*수"),
        ("name", "김○○"),
        ("name", "김모씨"),
        ("email", "ab***@gmail.com"),
        ("telegram", "night***"),
        ("bank", "국민 123456-**-******"),
    ],
)
def test_a_masked_value_is_a_filter_and_no_key(kind, raw):
    found = canonical(kind, raw)
    assert (found.masked, found.is_key, found.strength) == (True, False, "WEAK")


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("phone", "010-0000-0000"),
        ("phone", "공일공 일이삼사 오육칠팔"),
        ("phone", "1366"),
        ("telegram", "모름"),
        ("name", "알 수 없음"),
        ("nickname", "-"),
        ("bank", "없음"),
        ("ip", "192.168.0.7"),
        ("ip", "100.64.3.1"),
        ("uploader", "northpier_x7q"),
    ],
)
def test_what_is_nobodys_makes_no_key(kind, raw):
    assert not canonical(kind, raw).is_key


@pytest.mark.parametrize(
    ("kind", "raw", "warning"),
    [
        ("telegram", "@한글이름", "clue-odd-account-name"),
        ("email", "sunrise@gmail", "clue-odd-mail"),
        ("phone", "010-12", "clue-odd-number"),
        ("bank", "국민 12", "clue-odd-account"),
        ("bank", "12345601234567", "clue-no-bank"),
        ("wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "clue-checksum"),
        ("wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "clue-checksum"),
        ("sha256", "영상 파일 1", "clue-odd-hash"),
        ("url", "어제 본 글", "not-address-words"),
        ("name", "rlaalstn", "clue-english-keys"),
    ],
)
def test_what_is_odd_is_kept_and_only_warned_about(kind, raw, warning):
    found = canonical(kind, raw)
    assert found.warning_id == warning
    assert found.value


@pytest.mark.parametrize(
    ("kind", "raw", "other_kind"),
    [
        ("telegram", "https://t.me/+821000004217", "phone"),
        ("telegram", "https://t.me/+AbCdEfGhIjk", "telegram_invite"),
        ("telegram", "9990000004217", "telegram_id"),
        ("twitter", "https://x.com/i/user/1790000000000000001", "twitter_id"),
        (
            "facebook",
            "https://www.facebook.com/profile.php?id=100000000000001",
            "facebook_id",
        ),
        ("instagram", "t.me/x7q_haru", "telegram"),
        ("other", "010-0000-4217 아님", "other"),
    ],
)
def test_an_address_says_more_than_the_kind_somebody_chose(kind, raw, other_kind):
    assert canonical(kind, raw).kind == other_kind


def test_a_room_for_two_is_one_persons_and_a_group_room_a_place():
    one = canonical("kakao_openchat", "open.kakao.com/o/sTESTx7q1")
    group = canonical("kakao_openchat", "open.kakao.com/o/gTESTx7q1")
    other = canonical("kakao_openchat", "open.kakao.com/me/haru")
    assert (one.cls, group.cls, other.cls) == ("P", "G", "G")


def test_an_account_without_its_bank_can_be_found_by_its_digits():
    assert canonical("bank", "123456-01-234567").keys == canonical("bank", "국민 123456 01 234567").keys  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("01000004217", "phone"),
        ("시험은행 000-12-345678-90", "bank"),
        ("카톡 haru_4217", "kakao_id"),
        ("인스타 x7q.haru_photo", "instagram"),
        ("@x7q_haru", "other"),
        ("https://tube-a.example/v/1", "url"),
        ("t.me/x7q_haru/12", "post"),
        ("하루오빠", "nickname"),
        ("김민수", "name"),
        ("사진 동아리 사칭 → 오픈채팅 → 촬영 강요", "mo"),
        ("203.0.113.7", "ip"),
        ("12가 3456", "plate"),
        ("a" * 64, "sha256"),
        ("", "other"),
        ("9990000004217", "other"),
        ("010-****-4217", "phone"),
        ("김*수", "name"),
        ("김○○ (35)", "name"),
    ],
)
def test_a_pasted_value_is_guessed(text, kind):
    assert kind_of(text) == kind


_LETTERS = "aZ09@.:/+-_*()[]? \u200b\u202e\u3164０１ａ가ㄱ민김○💥?=&#%\n"
_PASTED = st.one_of(
    st.text(max_size=30),
    st.text(alphabet=_LETTERS, max_size=40),
    st.sampled_from(["t.me/", "010-", "@", "https://", "open.kakao.com/o/"]).flatmap(
        lambda start: st.text(alphabet=_LETTERS, max_size=20).map(
            lambda rest: start + rest
        )
    ),
)


@given(st.sampled_from(_KINDS), _PASTED)
@settings(max_examples=200, deadline=None)
def test_any_text_of_any_kind_gets_one_spelling(kind, raw):
    found = canonical(kind, raw, "tube-a.example")
    assert found == canonical(kind, raw, "tube-a.example")
    assert "\u200b" not in found.value
    assert found.cls in "PGTNW"
    assert kind_of(raw) in _KINDS


@given(st.sampled_from(["telegram", "instagram", "email", "kakao_id"]), st.from_regex(r"[a-z][a-z0-9_]{4,12}", fullmatch=True))  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_marks_nobody_sees_and_wide_letters_change_nothing(kind, name):
    typed = name if kind != "email" else f"{name}@mail.example"
    wide = "".join(chr(ord(x) + 0xFEE0) for x in typed)
    for spelling in (f"  {typed}\u200b", typed[:2] + "\u200d" + typed[2:], wide, "\u202e" + typed, typed.upper()):  # fmt: skip
        assert canonical(kind, spelling).value == canonical(kind, typed).value


@pytest.mark.parametrize("kind", _KINDS)
def test_a_paste_of_ten_kilobytes_is_answered(kind):
    for text in ("가" * 10_000, "1" * 10_000, "a." * 5_000, "(" * 10_000, " -" * 5_000):
        assert canonical(kind, text).kind
