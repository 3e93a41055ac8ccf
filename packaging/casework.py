"""Months of casework in one case (사건 지원): what the demo and the pictures are full of.

* Everybody and every account here is invented; the picture is noise made in memory.
* Days are told from today backwards, so the lists are always a little overdue.
"""

import datetime as dt
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from intake.clock import local, wall_ms
from intake.desk import Desk
from intake.desk.views.deleting import Mark
from intake.desk.views.evidence import FileNote
from intake.desk.views.support import ServiceNote
from intake.desk.views.trial import CourtNote
from intake.progress import Silent
from intake.register import Value

POSTINGS = 40
HOSTS = ("tube-a.example", "ex-board.example", "cdn.pics-b.example", "forum.night.example")  # fmt: skip
SITES = (
    {"name": "튜브A", "host": "tube-a.example", "platform": "ADULT", "channel": "EMAIL", "email": "abuse@tube-a.example", "language": "en"},
    {"name": "예시게시판", "host": "ex-board.example", "platform": "COMMUNITY", "channel": "FORM", "report_url": "https://ex-board.example/report", "language": "ko"},
)  # fmt: skip
PAPERS = {"paper_id": "SEEN", "paper_victim_id": "NOT_NEEDED"}
CLUES: tuple[dict[str, Value], ...] = (
    {"value": "https://t.me/night_moon07", "seen_from": "2026-03"},
    {"value": "010-0000-4217"},
    {"value": "밤달", "kind": "nickname"},
    {"value": "시험은행 999-77-123123", "shared": True, "shared_why": "여러 사람이 쓰는 계좌"},
)  # fmt: skip
FEATURES = "통화에서 사투리를 쓴다고 함. 왼손 등에 흉터가 보였다고 함."
PLAN = "본인이 바라는 순서: 올라간 것부터 지우기, 부모님께는 알리지 않기, 시험이 끝난 뒤 고소 여부를 다시 이야기하기."


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put into a case."""

    postings: tuple[str, ...]
    suspect: str
    evidence: str
    agency: str


def fill(desk: Desk, case: str, folder: Path) -> Filled:
    """Put months of casework into a case whose person agreed to deletion; pictures pass by in ``folder``."""
    postings = _postings(desk, case)
    suspect = _suspects(desk, case)
    agency = _support(desk, case)
    _trial(desk, case, suspect)
    _days(desk, case)
    evidence = _evidence(desk, case, postings[0], folder)
    return Filled(postings, suspect, evidence, agency)


def alike(desk: Desk, case: str, other: str) -> str:
    """Let two cases of one center have two people in common; return the one pair that is decided.

    One stays a candidate; of the other somebody says that they are the same.
    """
    known = {card.name: card.id for card in desk.suspects.of_case(case).cards}
    room = {"value": "https://t.me/moonbox_0077", "seen_from": "2026-05"}
    desk.suspects.add_clue(case, room, known["moonbox"])
    for name, value in (("밤달", "010-0000-4217"), ("moonbox77", room["value"])):
        found = desk.suspects.add(other, {"nickname": name})
        desk.suspects.add_clue(other, {"value": value}, found)
    desk.suspects.seen_before(
        known["밤달"], "다른 사건의 대화 화면에서 같은 말투를 보았음."
    )
    ends = [desk.matches.pair(one.id) for one in desk.matches.queue()]
    told = next(one for one in ends if known["moonbox"] in {*one.one.members, *one.other.members})  # fmt: skip
    return desk.matches.decide(
        told.candidate.id, "SAME", "ACCOUNTS", "같은 대화방 주소"
    )


def day(days: int) -> str:
    """Return a day so many days from today."""
    return (local(wall_ms()).date() + dt.timedelta(days)).isoformat()


def addresses() -> list[str]:
    """Return the addresses a counselor pastes."""
    return [
        f"https://{HOSTS[k % len(HOSTS)]}/v/{88_000 + 17 * k}" for k in range(POSTINGS)
    ]


# --- deletion -------------------------------------------------------------------------


def _postings(desk: Desk, case: str) -> tuple[str, ...]:
    known = {one.host for one in desk.sites.list()}
    for site in SITES:
        if site["host"] not in known:
            desk.sites.add(site)
    desk.postings.set_requester(case, "SELF", papers=PAPERS)
    desk.postings.set_wish(case, "WANTED")
    item = desk.records.add("material", case, {"kind": "ART14", "title": "영상 1"})
    desk.postings.add(case, addresses(), item=item, progress=Silent())
    ids = tuple(desk.postings.at(case, url) for url in addresses())
    for at, posting in enumerate(ids):
        desk.postings.change(posting, {"found_on": day(-41 - at)})
    _mark(desk, case, ids[:28], "REQUESTED", -38)
    _mark(desk, case, ids[:17], "REMOVED", -31)
    _mark(desk, case, ids[17:19], "REFUSED", -30)
    _mark(desk, case, ids[19:21], "TEMPORARY", -33)
    _mark(desk, case, ids[21:23], "BLOCKED", -20)
    _mark(desk, case, ids[23:26], "REQUESTED", -9)
    _mark(desk, case, ids[2:3], "RESTORED", -4)
    desk.postings.leaks(ids[0], ("NAME", "AFFIL"))
    desk.postings.repost(ids[1], "https://mirror-c.example/w/88017")
    return ids


def _mark(desk: Desk, case: str, ids: tuple[str, ...], mark: Mark, days: int) -> None:
    desk.postings.mark(case, ids, mark, on=day(days), progress=Silent())


# --- people, support, the law -----------------------------------------------------------


def _suspects(desk: Desk, case: str) -> str:
    suspect = desk.suspects.add(case, {"nickname": "밤달", "features": FEATURES})
    for clue in CLUES:
        desk.suspects.add_clue(case, clue, suspect)
    desk.suspects.add(case, {"part": "REDISTRIBUTOR", "nickname": "moonbox"})
    own = {"value": "@haneul_daily", "kind": "instagram", "role": "VICTIM"}
    desk.suspects.add_clue(case, own)
    return suspect


def _support(desk: Desk, case: str) -> str:
    agency = desk.agencies.add("가람경찰서", "POLICE", {"phone": "010-0000-0182"})
    desk.agencies.add("나루법률사무소", "LAWYER", {"phone": "010-0000-1366"})
    desk.support.open_line(case, "COUNSEL")
    desk.support.open_line(case, "LEGAL")
    desk.support.set_wish(case, "MEDICAL", "REFUSED")
    referral = desk.referrals.offer(case, "LEGAL", agency, "김수사")
    desk.referrals.step(referral, "ACCEPTED")
    desk.giving.decide(case, "POLICE", "POLICE", "가람경찰서", "AGREED")
    desk.giving.decide(case, "LAWYER", "LAWYER", "나루법률사무소", "AGREED")
    desk.referrals.step(referral, "SENT", items="게시물 주소 목록", means="PAPER")
    for days, kind, minutes in (
        (-40, "COUNSEL", 70),
        (-21, "COUNSEL", 40),
        (-12, "LEGAL", 25),
    ):
        note = ServiceNote(kind, day(days), minutes, method="PHONE")
        desk.support.add_action(case, note)
    desk.plans.write(case, PLAN, "올라간 것이 석 달 동안 다시 보이지 않을 때")
    desk.plans.add_goal(case, "혼자 주소를 확인하지 않기", review_on=day(14))
    return agency


def _trial(desk: Desk, case: str, suspect: str) -> None:
    place = {"court": "수원지방법원 안양지원", "division": "제1형사부"}
    trial = desk.trials.begin(case, suspect, "2099고합7", place)
    for note in (
        CourtNote("REPORTED", day(-36)),
        CourtNote("ARRESTED", day(-20)),
        CourtNote("INDICTED", day(-9)),
        CourtNote("HEARING", day(9), at="10:30", room="301호"),
    ):
        desk.trials.record(trial, note)


def _days(desk: Desk, case: str) -> None:
    desk.calendar.add(case, day(0), "INTERVIEW", "16:00", "두 번째 상담")
    desk.calendar.add(case, day(9), "ACCOMPANY", "10:00", "재판 동행")
    desk.tasks.add(case, "문자로 안부 묻기 (저녁 7시 이후)", day(-1))
    desk.tasks.add(case, "학교 출석 서류 물어보기", day(3))


# --- evidence -----------------------------------------------------------------------------


def _evidence(desk: Desk, case: str, posting: str, folder: Path) -> str:
    """Fingerprint a picture of noise, and seal a talk; the files handed in go again."""
    photo, talk = folder / "photo.png", folder / "chat.png"
    photo.write_bytes(noise())
    talk.write_bytes(noise(2))
    shown = FileNote(title="받은 화면", posting=posting, received_from="VICTIM")
    found = desk.evidence.add_file(case, photo, "IMAGE", shown)
    chat = FileNote(sexual=False, title="대화 화면", received_from="VICTIM")
    desk.evidence.add_file(case, talk, "CHAT", chat)
    for file in (photo, talk):
        file.unlink()
    return found.evidence


def noise(seed: int = 1) -> bytes:
    """Return a picture that shows nothing, like enough to a photograph for a fingerprint."""
    rough = np.random.default_rng(seed).integers(0, 255, (9, 12, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(rough).resize((320, 240), Image.Resampling.BICUBIC).save(
        out, "PNG", compress_level=0
    )
    return out.getvalue()
