import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.matching import find


def kinds(note):
    return [(found.kind, found.text) for found in find(note)]


@pytest.mark.parametrize(
    ("note", "kind", "text"),
    [
        ("텔레그램 @night_moon07 로 연락함.", "handle", "@night_moon07"),
        ("대화명은 @night_moon07.", "handle", "@night_moon07"),
        (
            "링크는 https://ex-board.example/t/88213 였다",
            "url",
            "https://ex-board.example/t/88213",
        ),
        ("ex-board.example/t/88213에서 봄", "url", "ex-board.example/t/88213"),
        (
            "open.kakao.com/o/sTESTx7q1?ref=qr 방",
            "kakao_openchat",
            "open.kakao.com/o/sTESTx7q1?ref=qr",
        ),
        ("t.me/x7q_haru 로 옮기자고", "telegram", "t.me/x7q_haru"),
        ("tg://user?id=9990000004217", "telegram_id", "tg://user?id=9990000004217"),
        ("번호는 01000004217이다", "phone", "01000004217"),
        ("+82 10 0000 4217", "phone", "+82 10 0000 4217"),
        ("메일 X7Q.Haru@mail.example로", "email", "X7Q.Haru@mail.example"),
        ("시험은행 000-77-123123", "bank", "시험은행 000-77-123123"),
        ("2026-03-01에 처음", "date", "2026-03-01"),
        ("작년 3월 2일에", "date", "3월 2일"),
        ("2024년 11월쯤", "date", "2024년 11월"),
    ],
)
def test_a_note_gives_up_what_it_mentions(note, kind, text):
    assert (kind, text) in kinds(note)


def test_a_specific_kind_wins_over_a_general_one():
    assert kinds("https://open.kakao.com/o/sTESTx7q1") == [
        ("kakao_openchat", "https://open.kakao.com/o/sTESTx7q1")
    ]


def test_plain_prose_mentions_nothing():
    assert kinds("본인은 부모님이 아는 것이 가장 두렵다고 함. 잠을 못 잔다고 함.") == []


@given(st.text(alphabet="@._-/:+0123456789abz 가나월일년은행t.mehttps", max_size=80))
def test_finds_never_overlap_and_are_the_note_itself(note):
    end = 0
    for found in find(note):
        assert found.start >= end
        assert note[found.start : found.end] == found.text
        end = found.end


def test_what_was_found_stays_out_of_repr():
    assert "night" not in repr(find("@night_moon07"))
