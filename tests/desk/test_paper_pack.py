"""A court's pack is of one position, whole or not there, and has nobody in it who did not agree."""

import dataclasses
import hashlib
import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from intake.desk import paper_gathering, paper_pack
from intake.errors import (
    Cancelled,
    ConsentMissing,
    InvalidInput,
    NoRoom,
    NotAPaper,
    NotThisStep,
    ReadOnlyPlace,
    SealRefused,
)
from tests.desk.test_paper_merged import desk, grouped, plan, told  # noqa: F401 - fixtures
from tests.desk.test_paper_trust import Stopper, key, nothing_happened  # noqa: F401
from tests.desk.test_papers import COURT, read
from tests.documents.test_sealing import PASSPHRASE

LOCK = "저녁 바다 위의 등대 불빛 셋"


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def asked(told):  # noqa: F811
    return plan(told[1], "PERFORMANCE")


def made(desk, asked, out, **more):  # noqa: F811
    saved = desk.papers.pack(asked, out, **more)
    return saved, {line.kind: Path(saved.place, f"{line.number}.pdf") for line in saved.papers}  # fmt: skip


def test_all_papers_lie_together_under_numbers_that_follow_each_other(desk, asked, out):  # noqa: F811  # fmt: skip
    saved, files = made(desk, asked, out)
    assert list(files) == ["OPINION", "PERFORMANCE", "MERGED", "ANNEX", "PACK_INDEX"]
    assert [line.number[-3:] for line in saved.papers] == ["001", "002", "003", "004", "005"]  # fmt: skip
    assert {one.name for one in Path(saved.place).iterdir()} == set(saved.files)
    assert [one.name for one in out.iterdir()] == [Path(saved.place).name]
    assert all(one.stat().st_mode & 0o077 == 0 for one in files.values())


def test_every_paper_is_of_one_position_and_one_question(desk, asked, out):  # noqa: F811
    saved, files = made(desk, asked, out)
    rows = [desk._rooms.record("issued_paper", line.id) for line in saved.papers]
    assert len({row["position"] for row in rows}) == 1
    feet = {line.split()[-1] for file in files.values() for line in read(file.read_bytes()).splitlines() if "질의" in line}  # fmt: skip
    assert len(feet) == 1
    values = [
        {one.rule: one.value for one in desk.figures.frozen(paper=line.id)}
        for line in saved.papers[:4]
    ]
    assert all(one == values[0] for one in values)
    assert values[0]["R1 v1"] == 9


def test_the_list_names_every_file_with_its_pages_and_its_hash(desk, asked, out):  # noqa: F811  # fmt: skip
    _, files = made(desk, asked, out)
    text = "".join(read(files.pop("PACK_INDEX").read_bytes()).split())
    for file in files.values():
        assert file.name in text
        assert hashlib.sha256(file.read_bytes()).hexdigest() in text
    assert "탄원서" not in text


def test_who_did_not_agree_is_in_no_file(desk, asked, told, out):  # noqa: F811
    desk.petitions.said(desk.petitions.ask(told[0][1], COURT), "DECLINED")
    _, files = made(desk, asked, out)
    text = " ".join(" ".join(read(one.read_bytes()).split()) for one in files.values())
    for said in ("가-04", "4명", "합성", "사람 0", "2026-IC", "쓰지 않기로", "탄원서"):
        assert said not in text, said
    assert "동의하지 않은 사건은 포함하지 않았습니다" in text


def test_petitions_are_listed_where_somebody_writes(desk, asked, told, out):  # noqa: F811
    desk.petitions.received(desk.petitions.ask(told[0][0], COURT), 2)
    _, files = made(desk, asked, out)
    assert "PETITION_LIST" in files
    assert "종이 탄원서(함께 내거나 이미 낸 것): 1명" in read(
        files["PACK_INDEX"].read_bytes()
    )
    assert "탄원서 목록" in read(files["OPINION"].read_bytes())


def test_whole_addresses_go_out_only_where_they_were_asked_for(desk, asked, out):  # noqa: F811  # fmt: skip
    saved, _ = made(desk, asked, out)
    assert not any(one.endswith(".csv") for one in saved.files)
    with_them = dataclasses.replace(asked, with_addresses=True)
    saved, files = made(desk, with_them, out)
    (listed,) = (one for one in saved.files if one.endswith(".csv"))
    data = Path(saved.place, listed).read_bytes()
    assert data.count(b"https://a.example/") == 9
    assert hashlib.sha256(data).hexdigest() in "".join(read(files["PACK_INDEX"].read_bytes()).split())  # fmt: skip
    assert any("주소 전체" in one for one in desk.papers.pack_preview(with_them).warnings)  # fmt: skip


def test_a_preview_says_what_is_missing_once_and_keeps_nothing(desk, asked, told):  # noqa: F811  # fmt: skip
    seen = desk.papers.pack_preview(asked)
    assert [one.kind for one in seen.parts] == ["OPINION", "PERFORMANCE", "MERGED", "ANNEX", "PACK_INDEX"]  # fmt: skip
    assert (seen.missing, seen.left_out) == ((), 1)
    bare = dataclasses.replace(asked, case_number="", accused="", checked_by="")
    assert len(desk.papers.pack_preview(bare).missing) == 3
    nothing_happened(desk)


def test_a_number_of_several_papers_is_proved_once_and_anew_for_the_next_pack(desk, asked, monkeypatch):  # noqa: F811  # fmt: skip
    real, seen = paper_gathering.proved, []
    monkeypatch.setattr(paper_gathering, "proved", lambda rooms, rule, *more: (seen.append(rule.id), real(rooms, rule, *more))[1])  # fmt: skip
    desk.papers.pack_preview(asked)
    assert seen
    once = len(seen)
    assert len(set(seen)) == once
    desk.papers.pack_preview(asked)
    assert len(seen) == 2 * once


def test_a_sealed_pack_is_verified_paper_by_paper(desk, asked, out, key):  # noqa: F811
    _, files = made(desk, asked, out, key_file=key, key_passphrase=PASSPHRASE)
    for file in files.values():
        seen = desk.papers.verify(file)
        assert seen.paper.sealed
        assert [(one.intact, one.whole) for one in seen.seals] == [(True, True)]
        assert all(one.same for one in seen.figures)


def test_a_second_pack_lies_beside_the_first(desk, asked, out):  # noqa: F811
    first, second = desk.papers.pack(asked, out), desk.papers.pack(asked, out)
    assert first.place != second.place
    assert second.papers[0].number.endswith("-006")


def test_a_part_is_looked_at_as_it_will_stand_in_the_pack(desk, asked, told):  # noqa: F811
    alone = read(desk.papers.preview(dataclasses.replace(asked, kind="OPINION")).data)
    seen = desk.papers.pack_part(asked, "OPINION")
    assert "다기관 병합표" not in alone
    assert "다기관 병합표" in read(seen.data)
    assert "탄원서 목록" not in read(seen.data)
    assert (seen.missing, seen.left_out) == ((), 1)
    desk.petitions.received(desk.petitions.ask(told[0][0], COURT), 2)
    assert "탄원서 목록" in read(desk.papers.pack_part(asked, "OPINION").data)
    with pytest.raises(InvalidInput):
        desk.papers.pack_part(asked, "PACK_INDEX")
    nothing_happened(desk)


def test_a_locked_pack_opens_with_its_passphrase_only(desk, asked, out):  # noqa: F811
    _, files = made(desk, asked, out, lock=LOCK)
    for file in files.values():
        with pytest.raises(NotAPaper):
            desk.papers.verify(file)
        assert desk.papers.verify(file, LOCK).paper is not None


def test_addresses_do_not_lie_open_beside_locked_papers(desk, asked, out):  # noqa: F811
    with_them = dataclasses.replace(asked, with_addresses=True)
    with pytest.raises(InvalidInput):
        desk.papers.pack(with_them, out, lock=LOCK)
    assert list(out.iterdir()) == []
    nothing_happened(desk)


def test_the_list_alone_has_room_for_a_stamp(desk, asked, out, key):  # noqa: F811
    _, files = made(desk, asked, out, key_file=key, key_passphrase=PASSPHRASE, with_room=True)  # fmt: skip
    assert desk.papers.stamp_request(files.pop("PACK_INDEX")).data
    for file in files.values():
        with pytest.raises(NotAPaper):
            desk.papers.stamp_request(file)


# --- whole or not at all -------------------------------------------------------------------


def test_stopped_at_any_moment_nothing_is_issued(desk, asked, out):  # noqa: F811
    every = Stopper(10**6)
    desk.papers.pack(asked, out, progress=every)
    there = len(desk.papers.listing())
    for at in {0, every.seen // 3, every.seen - 9, every.seen - 1}:
        with pytest.raises(Cancelled):
            desk.papers.pack(asked, out, progress=Stopper(at))
    assert len(desk.papers.listing()) == there
    assert len(list(out.iterdir())) == 1


@pytest.mark.parametrize("limit", [20_000, 60_000])
def test_a_disk_that_fills_half_way_leaves_nothing(desk, asked, out, limit):  # noqa: F811
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(NoRoom):
            desk.papers.pack(asked, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert list(out.iterdir()) == []
    nothing_happened(desk)


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may mount")
@pytest.mark.parametrize(("options", "refusal"), [("size=96k", NoRoom), ("size=1m,ro", ReadOnlyPlace)])  # fmt: skip
def test_a_full_or_read_only_stick_keeps_no_half_folder(desk, asked, out, options, refusal):  # noqa: F811  # fmt: skip
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(out)], check=True)  # fmt: skip
    try:
        with pytest.raises(refusal):
            desk.papers.pack(asked, out)
        assert list(out.iterdir()) == []
    finally:
        subprocess.run(["umount", str(out)], check=True)
    nothing_happened(desk)


def test_a_vault_that_is_full_at_the_third_paper_issues_none(desk, asked, out, monkeypatch):  # noqa: F811  # fmt: skip
    real, kept = paper_pack.keep_paper, []

    def full(*given, **named):
        if len(kept) == 2:
            raise NoRoom(needed=1, free=0)
        kept.append(real(*given, **named))
        return kept[-1]

    monkeypatch.setattr(paper_pack, "keep_paper", full)
    with pytest.raises(NoRoom):
        desk.papers.pack(asked, out)
    assert list(out.iterdir()) == []
    nothing_happened(desk)


def test_a_stick_pulled_at_the_last_moment_leaves_void_numbers(desk, asked, out, monkeypatch):  # noqa: F811  # fmt: skip
    real = paper_pack.keep_paper

    def kept_and_pulled(*given, **named):
        shutil.rmtree(out, ignore_errors=True)
        return real(*given, **named)

    monkeypatch.setattr(paper_pack, "keep_paper", kept_and_pulled)
    with pytest.raises(ReadOnlyPlace) as said:
        desk.papers.pack(asked, out)
    assert said.value.facts["voided"] == 5
    assert {line.state for line in desk.papers.listing()} == {"VOID"}


def test_what_a_dead_computer_left_is_swept_away(desk, asked, out):  # noqa: F811
    number = desk.papers.pack_preview(asked).parts[0].number
    (out / f".pack-{number}.part").mkdir()
    (out / f".pack-{number}.part" / "half.pdf").write_bytes(b"%PDF")
    saved = desk.papers.pack(asked, out)
    assert {one.name for one in Path(saved.place).iterdir()} == set(saved.files)
    assert len(list(out.iterdir())) == 1


# --- refusals ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more", [{"about_kind": "CENTER", "about": ""}, {"court": " "}]
)
def test_what_is_no_group_or_names_no_court_is_refused(desk, asked, out, more):  # noqa: F811
    with pytest.raises(InvalidInput):
        desk.papers.pack(dataclasses.replace(asked, **more), out)
    nothing_happened(desk)


def test_another_court_nobody_agreed_to_gets_nothing(desk, asked, out):  # noqa: F811
    with pytest.raises(ConsentMissing):
        desk.papers.pack(dataclasses.replace(asked, court="다른 법원"), out)
    assert list(out.iterdir()) == []


def test_a_key_that_does_not_open_makes_no_pack(desk, asked, out, tmp_path):  # noqa: F811
    (tmp_path / "x.p12").write_bytes(b"no key")
    with pytest.raises(SealRefused):
        desk.papers.pack(asked, out, tmp_path / "x.p12", "x")
    nothing_happened(desk)


def test_while_one_of_them_sits_here_there_is_no_pack(desk, asked, told, out):  # noqa: F811
    desk.consents.decide(told[0][0], {"RECORD": "AGREED"})
    desk.interviews.begin(told[0][0], "intake")
    with pytest.raises(NotThisStep):
        desk.papers.pack(asked, out)
