"""The newcomer's path: from a confirmed perpetrator to a signed court pack in a folder.

Everything is pressed where it lies on the screen, with mouse and keys, in the real window over a
real vault. The pages of the papers are not looked at on the way: nothing asks for it.
"""

import datetime as dt
import subprocess

import pypdfium2
import pytest
from asn1crypto import pem
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from PySide6.QtWidgets import QFileDialog

from tests.documents.test_sealing import PASSPHRASE as SEAL_WORDS
from tests.documents.test_sealing import key_file
from tests.stories.hand import Hand
from tests.ui.conftest import (  # noqa: F401 - fixtures
    app,
    door,
    every_text,
    jobs,
    left,
    session,
    texts,
    whole_core,
    window,
    words_folder,
)
from tests.ui.papers.story import ACCUSED, COURT, NUMBER, Story
from tests.ui.real_desks import _cheap_guessing, rest, said, visit_desk  # noqa: F401

DESIGNED = 12  # steps, as this path was designed
CHECKED_BY = "이확인"
KINDS = ["OPINION", "PERFORMANCE", "MERGED", "ANNEX", "PACK_INDEX"]


@pytest.fixture
def story(tmp_path):
    """Three cases of one man, confirmed; two of them agreed to the court, which is known."""
    made = Story(tmp_path)
    made.go_to_court()
    yield made
    made.desk.close()


@pytest.fixture
def stick(story, tmp_path, monkeypatch):
    """What the dialogs of the system give: a folder, and the key file of the center."""
    folder, key = tmp_path / "stick", tmp_path / "seal.p12"
    folder.mkdir()
    today = story.desk._rooms.clock.today()
    data, certificate = key_file(today - dt.timedelta(2), today + dt.timedelta(300))
    key.write_bytes(data)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(folder))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(key), ""))
    return folder, certificate


@pytest.fixture
def hand(visit_desk, story, window, rest):  # noqa: F811
    window.resize(1440, 900)
    visit_desk(story.desk, "today")
    return Hand(window, rest)


def walk(hand):
    """Do it as a newcomer: every word pressed here stands on the screen."""
    hand.look()
    hand.click("문서")
    hand.click("법원 제출 묶음")
    hand.click("가해자 고르기")
    hand.click_row("가해자 목록")
    hand.click_field("확인한 사람")
    hand.type(CHECKED_BY)
    hand.click("묶음 발급하기")
    hand.click("폴더 고르기", times_in_a_dialog=1)
    hand.click("인증서 파일 고르기", times_in_a_dialog=1)
    hand.type(SEAL_WORDS, enter=True)


def spoken(file):
    """What stands in a paper, with every run of white space as one."""
    pdf = pypdfium2.PdfDocument(file.read_bytes())
    try:
        told = [page.get_textpage().get_text_bounded() for page in pdf]
    finally:
        pdf.close()
    return " ".join(" ".join(told).split())


def test_a_newcomer_has_a_signed_court_pack_in_a_folder(hand, story, stick, window, capsys):  # noqa: F811  # fmt: skip
    folder, certificate = stick
    walk(hand)

    (pack,) = folder.iterdir()
    lines = sorted(story.desk.papers.listing(), key=lambda one: one.number)
    assert [one.kind for one in lines] == KINDS
    papers = {one.kind: pack / f"{one.number}.pdf" for one in lines}
    assert {one.name for one in pack.iterdir()} == {one.name for one in papers.values()}
    told = said(window.screen_.stage)
    assert "묶음을 발급했습니다 · 문서 5가지" in told
    assert f"저장한 곳: {pack}" in told

    accepted_by_pdfsig(papers.values())
    accepted_by_pyhanko(papers.values(), certificate)
    figures(papers)

    assert len(hand.steps) <= DESIGNED, hand.steps
    hands, reading = hand.minutes()
    with capsys.disabled():
        print(f"\n{len(hand.steps)} steps, {hands:.1f} min of hands and decisions, {reading:.1f} min with reading every new word (by rule: tests/stories/hand.py)")  # fmt: skip


def accepted_by_pdfsig(files):
    for file in files:
        told = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout  # fmt: skip
        assert "Signature is Valid" in told, told
        assert "Total document signed" in told


def accepted_by_pyhanko(files, certificate):
    _, _, der = pem.unarmor(certificate)
    roots = ValidationContext(trust_roots=[Certificate.load(der)], allow_fetching=False)
    for file in files:
        with file.open("rb") as opened:
            (seal,) = PdfFileReader(opened).embedded_signatures
            status = validate_pdf_signature(seal, roots)
        assert (status.intact, status.valid, status.trusted) == (True, True, True)


def figures(papers):
    """Two agreed: 2 and 3 addresses, each asked for once; one of them was 15."""
    wanted = {
        "OPINION": ("2명", "1명", COURT, NUMBER, ACCUSED),
        "PERFORMANCE": ("2명", "5건", "미성년 1명", "가-01", "가-02"),
        "MERGED": ("가-01", "가-02", "2명", "5건"),
        "ANNEX": ("5건", "가-01", "가-02"),
        "PACK_INDEX": (COURT, NUMBER, "피해지원 실적"),
    }
    spoke = {kind: spoken(file) for kind, file in papers.items()}
    for kind, words in wanted.items():
        assert [one for one in words if one not in spoke[kind]] == [], (kind, spoke[kind])  # fmt: skip
        assert "가-03" not in spoke[kind]  # who did not agree stands nowhere
        assert "3명" not in spoke[kind]
        assert "초안" not in spoke[kind]
    for kind in ("OPINION", "PERFORMANCE", "MERGED", "PACK_INDEX"):
        assert f"확인 {CHECKED_BY}" in spoke[kind]
    for kind in KINDS[:-1]:
        assert papers[kind].name in spoke["PACK_INDEX"]
