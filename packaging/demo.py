"""The road, end to end: two centers and a central desk, in the terminal.

    python3 packaging/dev.py demo [--out DIR] [--no-window]

Leaves vaults with their demo passphrases, sealed bundles, the central identity in age's own
file form, an allowed-signers file, PDFs and window screenshots, with an index that says what
each is and which stock command opens it. All people and accounts are invented.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import casework

from intake import desk as house
from intake.desk import CaseQuery, Desk, NamedBytes, NewWorkspace
from intake.desk.views.interchange import ExportPlan
from intake.policy import Policy
from intake.vault import FileKeyring

HOUSE = Path(__file__).resolve().parent.parent
PASSPHRASES = {
    "IC": "느린 강물 위의 달",
    "SL": "푸른 언덕 넘어 바람",
    "C0": "아침 안개 속의 종소리",
}
SECOND = ("김확인", "바다 위의 다른 이음줄 넷")  # the other person of the central desk
NAMES = {
    "IC": "인천디지털성범죄예방대응센터 (시연)",
    "SL": "서울디지털성범죄안심지원센터 (시연)",
    "C0": "중앙디지털성범죄피해자지원센터 (시연)",
}
NOTES = {
    "IC": """사진 동아리 사람이라며 오픈채팅으로 말을 걸어 왔다고 함. open.kakao.com/o/sTESTx7q1
인스타그램은 instagram.com/x7q.haru_photo 였고, tube-a.example/v/88213 에 올라간 것을 친구가 알려 줌.""",
    "SL": "텔레그램 t.me/x7q_haru 로 옮기자고 했고 010-0000-4217 번으로도 연락이 왔다고 함.",
}
ANSWERS: dict[str, dict[str, str | int | list[str]]] = {
    "IC": {
        "victim/sex": "F",
        "victim/age": 15,
        "harm/damage": ["DIST", "FILM"],
        "suspect/relation": "TEMP",
    },
    "SL": {
        "victim/sex": "F",
        "victim/age": 22,
        "harm/damage": ["FILM", "DIST", "THREAT"],
        "suspect/threat": "YES",
    },
}
KEEPERS = (
    "첫째 금고의 긴 암호문구",
    "둘째 금고의 긴 암호문구",
    "셋째 금고의 긴 암호문구",
)
# A library for trying out counts only where policy says so by name; no build allows it.
POLICY = Policy(ballast_mib=1, allow_development_root=True)
T = TypeVar("T")


@dataclass(frozen=True)
class Lines:
    """Says on the terminal what happens."""

    def say(self, text: str) -> None:
        """Print one line at once."""
        print(text, flush=True)

    def step(self, done: int, total: int, what: str) -> None:
        """Watch long work; only its end is worth a line here."""


LINES = Lines()


def main() -> int:
    """Run the road; return 0 when every step was seen to work."""
    asked = _arguments().parse_args()
    out = asked.out.resolve()
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    LINES.say(f"이음: 두 센터와 중앙 → {out}")
    desks = {code: _workspace(out, code) for code in ("C0", "IC", "SL")}
    for code in ("IC", "SL"):
        _introduce(desks["C0"], desks[code])
    worked = {code: _interview(desks[code], code, out) for code in ("IC", "SL")}
    _casework(desks["IC"], worked["IC"], out)
    _destroy(desks["IC"], out)
    _backup(desks["IC"], out)
    _travel(desks, out)
    _library(desks, out)
    _recognise(desks, out)
    for code, desk in desks.items():
        _leave_keys(desk, code, out)
    for desk in desks.values():
        desk.lock()
    _facts(out, worked["IC"])
    if not asked.no_window:
        _screenshots(out)
    _name_stock_tools()
    _index(out)
    LINES.say(f"끝. 무엇이 무엇인지는 {out / 'INDEX.md'} 에 있습니다.")
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=HOUSE / "build" / "demo")
    parser.add_argument("--no-window", action="store_true", help="no screenshots")
    return parser


def _told(text: str, work: Callable[[], T]) -> T:
    LINES.say(f"· {text}")
    return work()


# --- workspaces and keys -------------------------------------------------------------


def _workspace(out: Path, code: str) -> Desk:
    """Create a workspace, print its recovery sheet, and type the code back."""
    role = "central" if code == "C0" else "center"
    plan = NewWorkspace(
        role, code, NAMES[code], f"{code.lower()}-1", "상담원", "ko", PASSPHRASES[code]
    )
    desk = _told(
        f"{code}: 작업 공간을 만듭니다",
        lambda: house.create(
            out / "vaults" / code,
            plan,
            LINES,
            keyring=keyring_of(out),
            policy=POLICY,
        ),
    )
    _save(
        out / "papers", NamedBytes(f"{code}-recovery.pdf", desk.setup.recovery_sheet())
    )
    desk.setup.confirm_code(desk.setup.recovery_code())
    sheet = desk.keys.sheet()
    _save(out / "papers", NamedBytes(f"{code}-keys.pdf", sheet.data))
    return desk


def keyring_of(out: Path) -> FileKeyring:
    """The demo's device secrets lie beside its vaults: a demo protects nobody."""
    return FileKeyring(out / "device-secrets")


def _introduce(central: Desk, center: Desk) -> None:
    """Exchange enrolment files and compare the words, as two people on the telephone would."""
    card = center.keys.read_enrolment(central.keys.enrolment().data)
    LINES.say(
        f"· {center.about().center_code}: 중앙의 열쇠를 말로 비교합니다: {' '.join(card.words)}"
    )
    if card.words != central.keys.own_card().words:
        sys.exit("열쇠의 낱말이 다릅니다")
    center.keys.accept_enrolment(central.keys.enrolment().data)
    central.keys.accept_enrolment(center.keys.enrolment().data)


# --- the interview and the road ---------------------------------------------------------


def _interview(desk: Desk, code: str, out: Path) -> str:
    note, answers = NOTES[code], ANSWERS[code]
    case = desk.cases.begin("VISIT", "하늘" if code == "IC" else "다온")
    desk.consents.decide(
        case,
        {
            "RECORD": "AGREED",
            "SENSITIVE": "AGREED",
            "CENTRAL": "AGREED",
            "DELETE": "AGREED",
            "CENTER": "LATER",
        },
    )
    interview = desk.interviews.begin(case, "intake")
    for end in range(1, len(note) + 1, 7):
        desk.interviews.draft(interview, "note", note[:end])
    desk.interviews.draft(interview, "note", note)
    desk.interviews.settle_drafts(interview)
    for path, value in answers.items():
        desk.interviews.answer(interview, path, value)
    desk.interviews.set_state(interview, "contact/other_contact", "DECLINED")
    for found in desk.interviews.found(interview):
        if found.kind != "date":
            desk.interviews.adopt(interview, found)
    desk.interviews.finish(interview, "2099-12-01")
    _save(
        out / "papers",
        NamedBytes(f"{code}-interview.pdf", desk.interviews.printout(interview).data),
    )
    _save(
        out / "papers", NamedBytes(f"{code}-consent.pdf", desk.consents.form(case=case))
    )
    refused = desk.cases.begin("PHONE_CENTER", "라온")
    desk.consents.decide(refused, {"RECORD": "AGREED", "CENTRAL": "REFUSED"})
    LINES.say(f"· {code}: 상담 1건 기록, 공유를 거절한 사건 1건")
    return case


# --- months of casework ---------------------------------------------------------------


def _casework(desk: Desk, case: str, out: Path) -> None:
    """Postings, suspects, support, a trial, evidence; and the papers that come of them."""
    filled = _told(
        f"IC: 게시물 {casework.POSTINGS}건과 가해 추정인, 지원, 재판, 증거를 적습니다",
        lambda: casework.fill(desk, case, out),
    )
    (refused,) = desk.cases.first(CaseQuery(text="라온"), 2)
    casework.alike(desk, case, refused.id)
    waits = desk.matches.counts()
    LINES.say(f"· IC: 같은 사람일 수 있는 기록 {waits['new']}건, 판단한 것 1건")
    totals = desk.postings.totals(case)
    LINES.say(
        f"· IC: 주소 {totals.urls}건, 요청 {totals.requests}건, 삭제 완료 {totals.removed}건, "
        f"다시 올라옴 {totals.back}건; 다시 세어 다른 것 {desk.postings.recount()}건"
    )
    papers = out / "papers"
    for site, postings in desk.postings.by_site(case, filled.postings):
        if desk.postings.line(postings[0]).host == casework.HOSTS[0]:
            for language in ("ko", "en"):
                form = desk.postings.request_form(case, site, postings, language)
                _save(papers, NamedBytes(f"IC-request-{language}.pdf", form.data))
    form_of = desk.giving.form(case, "LAWYER", "나루법률사무소")
    _save(papers, NamedBytes("IC-consent-lawyer.pdf", form_of))
    own = next(one.device for one in desk.backups.laptops() if one.own)
    lost = casework.day(-1), f"{casework.day(0)}T09:10"
    pack = desk.backups.lost_laptop(own, *lost)
    _save(papers, NamedBytes("IC-lost-laptop.pdf", pack.data))
    for form_, name in (("jsonl", "case.jsonl"), ("xlsx", "case.xlsx")):
        plan = ExportPlan("MOVE", form_, case=case, reason="EXPORT")
        _save(out / "export", NamedBytes(name, desk.exports.make(plan, LINES).data))


def _destroy(desk: Desk, out: Path) -> None:
    """Destroy a case that was recorded by mistake; only its certificate stays."""
    case = desk.cases.begin("PHONE_CENTER", "가온")
    desk.consents.decide(case, {"RECORD": "AGREED"})
    number = desk.cases.header(case).number
    done = _told(
        "IC: 잘못 적은 사건 1건을 파기합니다",
        lambda: desk.erasing.destroy(case, "whole", "MISTAKE", number, LINES),
    )
    if not done.proven_on or not desk.keys.verify(LINES).ok:
        sys.exit("파기한 뒤 원장이 이어지지 않습니다")
    paper = desk.erasing.certificate(done.number)
    _save(out / "papers", NamedBytes("IC-destruction.pdf", paper.data))
    LINES.say(f"· IC: 파기 {done.number}, 원장은 이어져 있음")


def _backup(desk: Desk, out: Path) -> None:
    """Make a backup, read it back, and open it with the passphrase in a place of its own."""
    (out / "backup").mkdir()
    desk.backups.choose_place(out / "backup")
    made = _told("IC: 백업을 만들고 읽어 봅니다", lambda: desk.backups.make(LINES))
    desk.backups.check(made.name, LINES)
    drill = desk.backups.drill(made.name, PASSPHRASES["IC"], LINES)
    LINES.say(
        f"· IC: 백업 {made.name}, {made.size:,} 바이트, 복구 연습에서 사건 {drill.cases}건"
    )


def _travel(desks: dict[str, Desk], out: Path) -> None:
    """Seal, carry, read back, receive, answer, and see the receipts come home."""
    stick = out / "stick"
    stick.mkdir()
    for code in ("IC", "SL"):
        desk = desks[code]
        plan = desk.exchange.plan("C0")
        LINES.say(
            f"· {code}: 보낼 사건 {len(plan.goes)}건, 남는 사건 {len(plan.stays)}건"
        )
        sealed = desk.exchange.make(plan, LINES)
        desk.exchange.deliver(sealed, stick, LINES)
        desk.exchange.verify(sealed, stick, LINES)
        _save(
            out / "papers", NamedBytes(f"{code}-slip.pdf", desk.exchange.slip(sealed))
        )
        _save(
            out / "bundles",
            NamedBytes(f"{sealed.number}.age", _outbox_bytes(desk, sealed.sha)),
        )
        LINES.say(
            f"· {code}: 묶음 {sealed.number}, {sealed.size:,} 바이트, 다시 읽어 확인함"
        )
    report = desks["C0"].exchange.receive(stick, LINES)
    for item in report.items:
        LINES.say(
            f"· 중앙: {item.number} ← {item.sender}, 기록 {item.records}건, {item.state_text_id}"
        )
    for code in ("IC", "SL"):
        desks[code].exchange.receive(stick, LINES)
        states = {one.state_text_id for one in desks[code].exchange.sent()}
        LINES.say(
            f"· {code}: 인수 확인증 {'받음' if states == {'sent-acked'} else '없음'}"
        )
        if states != {"sent-acked"}:
            sys.exit("확인증이 돌아오지 않았습니다")


def _recognise(desks: dict[str, Desk], out: Path) -> None:
    """Two people of the central desk say that two centers' suspects are one; both are told."""
    central, folder = desks["C0"], out / "vaults" / "C0"
    found = next(one for one in central.matches.queue() if one.crosses)
    link = central.matches.decide(found.id, "SAME", "ACCOUNTS")
    central.roles.add_person(SECOND[0], "SUPERVISOR", PASSPHRASES["C0"], SECOND[1])
    central.lock()
    with_second = _sit_down(out, folder, SECOND[1])
    with_second.matches.second(link, "SAME", "ACCOUNTS")
    with_second.lock()
    desks["C0"] = central = _sit_down(out, folder, PASSPHRASES["C0"])
    LINES.say(f"· 중앙: {found.word_label}, 두 사람이 확인함, 두 센터에 알립니다")
    stick = out / "stick-back"
    stick.mkdir()
    for code in ("IC", "SL"):
        sealed = central.exchange.make(central.exchange.plan(code), LINES)
        central.exchange.deliver(sealed, stick, LINES)
        desks[code].exchange.receive(stick, LINES)
        new = desks[code].link_notices.new()
        LINES.say(f"· {code}: 연결 알림 {new}건")
        if new != 1:
            sys.exit("연결 알림이 오지 않았습니다")
    central.exchange.receive(stick, LINES)


def _library(desks: dict[str, Desk], out: Path) -> None:
    """Begin a library for trying out, publish code lists, and lay it where the centers look."""
    central, stick = desks["C0"], out / "library"
    stick.mkdir()
    files = _told("C0: 시험용 자료실을 시작합니다", lambda: central.library.found(*KEEPERS, development=True))  # fmt: skip
    for file in files:
        _save(out / "keys" / "library", file)
    told = json.loads((HOUSE / "resources" / "codelists.json").read_text("utf-8"))
    lists = {"contact_method": [*told["contact_method"], {"code": "MESSENGER", "ko": "메신저", "en": "Messenger"}]}  # fmt: skip
    source = out / "keys" / "library" / "codes.json"
    source.write_text(json.dumps({"version": "2026.2", "lists": lists}, ensure_ascii=False), "utf-8")  # fmt: skip
    central.library.publish("codes", source)
    central.library.lay(central.places.add("folder", "자료실 USB", str(stick)), LINES)
    for code in ("IC", "SL"):
        place = desks[code].places.add("folder", "자료실 USB", str(stick))
        news = desks[code].library.refresh(place, LINES)
        LINES.say(f"· {code}: {news.label}")
        if news.said != "new":
            sys.exit("자료실이 오지 않았습니다")


def _sit_down(out: Path, folder: Path, passphrase: str) -> Desk:
    """Open a workspace with somebody's own passphrase."""
    return house.open_(folder, passphrase, keyring=keyring_of(out), policy=POLICY)


def _outbox_bytes(desk: Desk, sha: str) -> bytes:
    """Return a sealed file as it lies on the stick; the outbox keeps it until the receipt."""
    found = next((desk.about().folder / "outbox").glob(f"*{sha}*"))
    return found.read_bytes()


def _leave_keys(desk: Desk, code: str, out: Path) -> None:
    """Leave what opens everything without Ieum: age identity, allowed signers, raw vault key."""
    for file in desk.keys.stock_tools_kit(PASSPHRASES[code]):
        _save(out / "keys" / code, file)


def _save(folder: Path, file: NamedBytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file.name).write_bytes(file.data)


# --- what others say of it -------------------------------------------------------------


def _screenshots(out: Path) -> None:
    command = [sys.executable, str(HOUSE / "packaging" / "screenshots.py"), str(out)]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    LINES.say("· 창의 모습을 찍습니다")
    subprocess.run(command, check=True, cwd=HOUSE, env=environment)


def _name_stock_tools() -> None:
    """Say which stock tools are here to open what was left."""
    tools = [
        name
        for name in ("age", "tar", "zstd", "jq", "ssh-keygen", "node")
        if shutil.which(name)
    ]
    LINES.say(f"· 이 컴퓨터에 있는 공개 도구: {', '.join(tools) or '없음'}")


def _index(out: Path) -> None:
    rows = [
        "# 이음 시연 결과",
        "",
        "모든 사람·계정·주소는 지어낸 것입니다. All people and accounts are invented.",
        "",
    ]
    rows += [f"- 암호문구 `{code}`: `{words}`" for code, words in PASSPHRASES.items()]
    rows += ["", "| 무엇 | 여는 법 |", "|---|---|"]
    rows += [f"| `{what}` | {how} |" for what, how in _GUIDE]
    rows += ["", "모든 파일:", ""]
    rows += [
        f"- `{path.relative_to(out)}` ({path.stat().st_size:,} B)"
        for path in sorted(out.rglob("*"))
        if path.is_file()
    ]
    (out / "INDEX.md").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _facts(out: Path, worked: str) -> None:
    """Write down what a program needs to open the demo: the screenshots read it."""
    facts = {
        "passphrases": PASSPHRASES,
        "worked": worked,
        "folders": {code: f"vaults/{code}" for code in PASSPHRASES},
    }
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    (out / "demo.json").write_text(text, encoding="utf-8")


_GUIDE = (
    ("vaults/*/vault.db", "`python -m intake --folder vaults/IC …`; 다른 SQLCipher 4 판독기: `keys/IC/vault.key`로 엽니다"),
    ("bundles/*.age", "`node` + npm `age-encryption`, 또는 age ≥ 1.3: `age -d -i keys/C0/identity.txt FILE | tar x`"),
    ("bag/", "`bagit.py --validate bag`; `zstd -dc bag/data/changes/*.zst | jq .`"),
    ("bag/tagmanifest-sha256.txt.sig", "`ssh-keygen -Y verify -f keys/C0/allowed_signers -I dev:… -n intake-bundle@v1 -s FILE.sig < FILE`"),
    ("papers/*.pdf", "어떤 PDF 판독기로도 열립니다 (`xdg-open`, `pdftotext`): 아래 표가 무엇인지 말합니다"),
    ("papers/IC-request-ko.pdf, -en.pdf", "불법촬영물등 유통 신고·삭제요청서: 한 플랫폼의 주소들, 한국어와 영어"),
    ("papers/IC-destruction.pdf", "파기 확인서: 무엇을 언제 왜, 누구의 것인지는 없음"),
    ("papers/IC-consent-lawyer.pdf", "받는 곳 하나(변호사)에 대한 동의서"),
    ("papers/IC-lost-laptop.pdf", "노트북 분실 꾸러미: 72시간 안에 할 일과 신고서"),
    ("library/", "시험용 자료실이 놓인 곳: 어떤 TUF 판독기로도 읽습니다 (`intake/trust/library/FORMAT.md`)"),
    ("keys/library/*.ieum-root-key", "자료실의 루트 열쇠 셋: `age -d`, 암호문구는 demo.py에 있습니다"),
    ("export/case.jsonl", "사건 하나를 열린 형식으로: `jq . export/case.jsonl`"),
    ("export/case.xlsx", "같은 것을 표로: LibreOffice, `python -m zipfile -l`"),
    ("backup/*", "암호화된 백업: `python -m intake look-at-backup`, `restore`; 암호문구는 위의 것"),
    ("screens/*.png", "창의 모습: 밝게·어둡게, 한국어·영어"),
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main())
