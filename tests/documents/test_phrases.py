"""Every phrase a center may change really stands on its paper, and the paper keeps its shape."""

import pytest

from intake.documents import DOCUMENTS
from intake.documents.paper import MARGIN
from intake.documents.phrases import PHRASES, room_of
from intake.text import speaking, written_in
from intake.text.wording import facts_of
from tests.documents.conftest import content

DRAWN = {
    "PERFORMANCE": "performance",
    "OPINION": "opinion",
    "ANNEX": "annex",
    "APPLICATION": "application",
    "POWER": "power",
    "WITHDRAWAL": "withdrawal",
    "RESULT_REPORT": "result",
    "COUNSEL_COPY": "copy",
    "HANDOVER": "handover",
    "STATISTICS": "statistics",
    "MERGED": "merged",
    "CLAIM": "claim",
    "PETITION": "petition",
    "PETITION_LIST": "petitions",
    "PACK_INDEX": "index",
}
KINDS = {one.name: one for one in DOCUMENTS}
every_kind = pytest.mark.parametrize("kind", PHRASES)


def said(name: str, words: str) -> str:
    """Return words that keep the values of a phrase."""
    facts = dict.fromkeys(facts_of(written_in("ko").source(name)))
    return " ".join([words, *(f"{{ {f}(${v}) }}" if f else f"{{ ${v} }}" for f, v in facts)])  # fmt: skip


def drawn(kind: str, own: dict[str, str], opened):
    with speaking(written_in("ko").with_own(own)):
        return opened(KINDS[DRAWN[kind]].draw(content(DRAWN[kind]), "ko"))


@every_kind
def test_every_phrase_stands_on_its_paper(kind, opened):
    marks = {one.name: f"표{at:02}" for at, one in enumerate(PHRASES[kind])}
    own = {name: said(name, mark) for name, mark in marks.items()}
    text = drawn(kind, own, opened).text
    assert [name for name, mark in marks.items() if mark not in text] == []


@every_kind
def test_the_longest_words_stay_between_the_margins(kind, opened):
    own = {one.name: said(one.name, "가" * (one.most // 2)) for one in PHRASES[kind]}
    for piece, page in drawn(kind, own, opened).pieces():
        if piece.level == 0:
            left, _, right, _ = piece.get_bounds()
            assert left >= MARGIN - 2
            assert right <= page.get_width() - MARGIN + 2


def test_own_words_are_forgotten_when_the_paper_is_made(opened):
    name = "power"
    before = KINDS[name].draw(content(name), "ko")
    drawn("POWER", {"paper-power-title": "다른 제목"}, opened)
    assert KINDS[name].draw(content(name), "ko") == before


def test_a_hangul_syllable_takes_the_room_of_two_letters():
    assert (room_of("abc 1"), room_of("센터장"), room_of("")) == (5, 6, 0)
