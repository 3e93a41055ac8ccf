"""A desk without a vault: fixed answers, so that a picture of the window never changes.

The real desk is used in tests/stories and in the window's own road under Xvfb; here only what
the window does with answers is of interest.
"""

from array import array
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from intake.desk import views
from intake.desk.doctor_report import report_file
from intake.desk.doctor_states import finding
from intake.desk.views.backups import (
    BackupCard,
    BackupLine,
    BackupMade,
    BackupsView,
    DrillView,
    LaptopLine,
    RestoredView,
    RestoreSecret,
)
from intake.desk.views.certificates import CertificateView
from intake.desk.views.doctor import DoctorView
from intake.desk.views.policies import PolicyGiven
from intake.desk.views.sticks import (
    StickLeft,
    StickLook,
    StickOut,
    StickReport,
    StickTo,
)
from intake.desk.views.support import DayView
from intake.desk.views.sync import SyncView
from intake.errors import NotYours, WrongCode, WrongPassphrase
from intake.text import texts_in

MS = 1_763_964_000_000  # one fixed afternoon
PASSPHRASE = "correct-horse-battery"
CODE = "7KQ2M-9XR4T-HB3WD-8NPZ5-C6VGJ-Y"
OWN_WORDS = ("anchor", "violin", "harvest", "copper", "meadow", "lantern")
CENTRAL = views.EnrolmentCard(
    "central",
    "C1",
    "중앙지원센터",
    ("river", "candle", "orbit", "timber", "walnut", "saddle"),
    accepted=False,
)
REQUEST = views.EnrolmentCard(
    "device",
    "IC",
    "상담실 2",
    ("bridge", "saffron", "ladder", "comet", "velvet", "harbor"),
    accepted=False,
)
ANSWER = replace(CENTRAL, kind="center", code="IC", name="인천센터")
CARDS = {
    b"request": REQUEST,
    b"elsewhere": replace(REQUEST, code="SW"),
    b"answer": ANSWER,
}
ADDRESSEE = views.Addressee("C1", "중앙지원센터")


def plan_line(number, alias, records, why=""):
    return views.PlanLineView(
        case=f"case-{number}",
        number=f"2026-IC-{number:06d}",
        alias=alias,
        records=records,
        why_text_id=why,
    )


PLAN = views.SendPlanView(
    to="C1",
    goes=(
        plan_line(123, "하늘", 22),
        plan_line(119, "윤슬", 12),
        plan_line(118, "다온", 7),
    ),
    stays=(
        plan_line(117, "해솔", 0, "plan-refused"),
        plan_line(116, "아라", 0, "plan-undecided"),
    ),
    records=41,
    size_estimate=1_840_000,
    taken_back=("case-115",),
)
NOWHERE = SyncView((), (), paused=False, until_ms=0, minutes=30, last_ms=0)
SEALED = views.SealedView("IC-2026-0042", "ab" * 32, 1_803_264, "C1", MS)
SENT = (
    views.SentView("IC-2026-0041", "중앙지원센터", MS - 86_400_000, "sent-acked", MS),
    views.SentView(
        "IC-2026-0040", "중앙지원센터", MS - 172_800_000, "sent-delivered", 0
    ),
)
RECEIVED = (
    views.ReceivedView("C1-2026-0107", "중앙지원센터", MS, "received-merged", 3),
    views.ReceivedView(
        "C1-2026-0106", "중앙지원센터", MS, "received-refused", 0, "err-cut"
    ),
)
ABOUT = views.About(
    role="center",
    center_code="IC",
    center_name="인천 디지털성범죄 예방지원센터",
    device_name="상담실 1",
    counselor="박서연",
    vault_id="v-1",
    folder=Path("/home/center/ieum"),
    version="0.1.0",
    language="ko",
    setup_done=True,
)


def _qr(size=25):
    return tuple(
        tuple((x * 7 + y * 5 + x * y) % 3 == 0 for x in range(size))
        for y in range(size)
    )


BACKUPS = (
    BackupLine("000006-20251123T020000Z", MS - 86_400_000, 118_000_000),
    BackupLine("000005-20251122T020000Z", MS - 2 * 86_400_000, 117_000_000),
    BackupLine("000004-20251121T020000Z", 0, 0, ok=False, why="hash"),
)
OVERVIEW = BackupsView(
    place="/media/center/BACKUP",
    reachable=True,
    last_ms=BACKUPS[0].made_ms,
    drilled_ms=MS - 30 * 86_400_000,
    drilled_name=BACKUPS[0].name,
    keep=7,
    backup_due=False,
    late=False,
    drill_due=False,
    lines=BACKUPS,
)
CARD = BackupCard(BACKUPS[0].name, BACKUPS[0].made_ms, 118_000_000, "IC", "d-1", OWN_WORDS, certified=True)  # fmt: skip


def fake_backups(desk):
    """Backups that always go well."""
    return SimpleNamespace(
        overview=lambda: desk.overview,
        choose_place=lambda folder: desk.said.append(("place", folder.name)),
        make=lambda progress: BackupMade("000007", "ieum-1", MS, 118_000_000),
        nightly=lambda progress: BackupMade("000007", "ieum-1", MS, 118_000_000),
        forget=lambda name: desk.said.append(("forget", name)),
        drill=desk.drill,
        laptops=lambda: (
            LaptopLine("01a2-1", "상담실 1", own=True, last_seen_ms=MS),
            LaptopLine("01a2-2", "상담실 2", own=False, last_seen_ms=MS),
        ),
        lost_laptop=lambda *said: views.NamedBytes("ieum-lost.pdf", b"%PDF-1.7"),
        lost_laptop_list=lambda *said: views.NamedBytes("ieum-lost.csv", b"a,b"),
    )


class FakeDesk:
    def __init__(self, *, role="center", enrolled=True, setup_done=True):
        self.said = []
        self.restarted = False
        self.found = ()
        self.overview = OVERVIEW
        self.locked = self.interrupted = 0
        self._enrolled = [CENTRAL] if enrolled else []
        self._about = replace(ABOUT, role=role)
        self._settings = {
            "language": "ko",
            "theme": "light",
            "scale": 100,
            "lock_minutes": 10,
        }
        self._done = setup_done
        self.packs = SimpleNamespace(codes=dict)
        self.setup = SimpleNamespace(
            steps=self._steps,
            recovery_code=self._code,
            renew_code=self._renew,
            recovery_sheet=lambda: b"%PDF-1.7",
            confirm_code=self._confirm,
            skip=lambda step: self.said.append(("skip", step)),
        )
        self.keys = SimpleNamespace(
            own_card=lambda: views.KeyCard(
                "IC", "인천센터", "age1pq1example", OWN_WORDS, _qr()
            ),
            enrolled=lambda: tuple(self._enrolled),
            enrolment=lambda: views.NamedBytes("IC.enrolment", b"x"),
            read_enrolment=lambda data: CARDS.get(data, CENTRAL),
            accept_enrolment=lambda data: self._enrolled.append(CENTRAL),
            sheet=lambda: views.NamedBytes("IC.pdf", b"%PDF-1.7"),
            device_request=lambda: views.NamedBytes("ieum-ic.request", b"request"),
            answer_device=lambda data: views.NamedBytes("ieum-ic.answer", b"answer"),
            take_device_answer=lambda data: self.said.append(("taken", data)),
            change_passphrase=self._change,
            verify=lambda progress: views.VerifyView(
                ok=True,
                lines=(views.VerifyLine("verify-parked", {"count": 0}, ok=True),),
            ),
        )
        self.backups = fake_backups(self)
        fine = CertificateView(
            "fine", 0, "2099-12-31", "", holds_ca=True, two_holders=False,
            asked=(), behind=(), may_answer=True,
        )  # fmt: skip
        self.certificates = SimpleNamespace(state=lambda: fine, lost=lambda: ())
        self.settings = SimpleNamespace(get=self._settings.get, set=self._set)
        self.policies = SimpleNamespace(bounds=lambda _name: (1, 30))
        self.interviews = SimpleNamespace(
            forms=lambda: (
                views.FormLine("intake", "3", "초기상담지", "intake"),
                views.FormLine("risk", "2", "위험도", "risk"),
            )
        )
        self.exchange = SimpleNamespace(
            addressees=lambda: (ADDRESSEE,) if self._enrolled else (),
            plan=lambda to: PLAN,
            slip=lambda sealed: b"%PDF-1.7",
            sent=lambda: SENT,
            received=lambda: RECEIVED,
            mailbox=lambda: None,
            try_mailbox=lambda folder: self.said.append(("try", str(folder))),
            set_mailbox=lambda kind, place: self.said.append((kind, place)),
        )
        self.sticks = SimpleNamespace(
            look=lambda folder, *, sends=True: self._look(),
            allow=lambda folder, to: self.said.append(("allow", to)),
            forbid=lambda folder, to: self.said.append(("forbid", to)),
            carry=self._carry,
            release=lambda folder: StickOut("OUT", "USB 64G"),
        )
        self.places = SimpleNamespace(listing=tuple, may_add=lambda: True)
        self.sync = SimpleNamespace(state=lambda: NOWHERE, going=lambda: None, is_due=lambda: False)  # fmt: skip
        self.accidents = SimpleNamespace(listing=tuple)
        self.copies = SimpleNamespace(open=tuple, asked=tuple)
        self.cases = SimpleNamespace(
            listing=lambda query, progress: array("q"),
            first=lambda query, limit: (),
            lines=lambda rowids: (),
        )
        self.tasks = SimpleNamespace(day=lambda: DayView("2025-11-24", (), ()))
        self.roles = SimpleNamespace(mine=lambda: SimpleNamespace(sees_content=True))
        self._touched = set()

    def drill(self, name, passphrase, progress):
        if passphrase != PASSPHRASE:
            raise WrongPassphrase(wait=0)
        return DrillView(name, 15, MS)

    def become(self, role, *, enrolled=True):
        """Sit at the central desk, or on a laptop its center has not let in yet."""
        self._about = replace(self._about, role=role, enrolled=enrolled)

    @property
    def role(self):
        return self._about.role

    def about(self):
        return self._about

    def notices(self):
        return self.found

    def take_touched(self):
        touched, self._touched = frozenset(self._touched), set()
        return touched

    def enter_lane(self, lane):
        self.lane = lane

    def interrupt(self):
        self.interrupted += 1

    def lock(self, progress):
        self.locked += 1

    def today(self):
        return views.TodayView((), (), 41, MS, 1)

    def _steps(self):
        done = {"workspace": True, "recovery": self._done, "central": self._done}
        return tuple(
            views.SetupStep(name, done.get(name, self._done))
            for name in ("workspace", "recovery", "central", "mailbox")
        )

    def _code(self):
        if self.restarted:
            raise NotYours(what="recovery-code")
        return CODE

    def _renew(self, passphrase):
        if passphrase != PASSPHRASE:
            raise WrongPassphrase(wait=0)
        self.restarted = False
        return CODE

    def _confirm(self, typed):
        if typed.replace("-", "").upper() != CODE.replace("-", ""):
            raise WrongCode

    def _change(self, old, new, progress):
        if old != PASSPHRASE:
            raise WrongPassphrase(wait=0)

    def _set(self, name, value):
        self._settings[name] = value
        self._touched.add("settings")

    def _look(self):
        plan = self.exchange.plan("C1")
        to = tuple(StickTo(one.code, one.name, True, plan) for one in self.exchange.addressees())  # fmt: skip
        return StickLook("USB 64G", True, MS - 6 * 86_400_000, 3, 2, 4_200_000, 1, to)

    def _carry(self, folder, progress):
        progress.step(1_803_264, 1_803_264, "progress-test")
        self.said.append("carry")
        came = views.ReceiveView(RECEIVED, 2, withdrawn=1, unanswered=("SW",))
        return StickReport(came, (StickLeft(SEALED, ADDRESSEE.name, 1),))


class FakeDoor:
    """Stands for the module ``intake.desk``."""

    NewWorkspace = views.NewWorkspace

    def __init__(self, *, state="ready", wait=0, desk=None):
        self.notice = views.WorkspaceNotice(state, "v-1", wait)
        self.desk = desk or FakeDesk()
        self.made = []
        self.well = self.whole = False
        self.given = PolicyGiven()
        self.findings = [finding("clock", "fine")]
        self.wait = 4
        self.restoring = SimpleNamespace(
            RestoreSecret=RestoreSecret,
            look=lambda folder, language: (CARD,),
            restore=self._restore,
        )

    def given_by_policy(self):
        return self.given

    def seen_well(self):
        self.well = True

    def load_all(self):
        self.whole = True

    def harden(self):
        return None

    def glance(self, folder):
        return tuple(one for one in self.findings if one.state == "broken")

    def examine(self, folder, progress):
        return DoctorView(MS, tuple(self.findings))

    def told(self, view, language):
        return report_file(view, texts_in(language))

    def look(self, folder):
        return self.notice

    def open_(self, folder, passphrase, progress):
        if passphrase != PASSPHRASE:
            raise WrongPassphrase(wait=self.wait)
        return self.desk

    def recover(self, folder, code, new, progress):
        if code != CODE:
            raise WrongCode
        return self.desk

    def _restore(self, chosen, name, folder, secret, progress):
        if secret.passphrase != PASSPHRASE and secret.emergency_code != CODE:
            raise WrongCode
        return self.desk, RestoredView(name, MS, "workspace.set-aside")

    def create(self, folder, workspace, progress, *, joining=False):
        self.joining = joining
        self.made.append(workspace)
        return self.desk

    def passphrase_strength(self, text):
        good = len(text) > 10
        level = "good" if good else "weak"
        return views.Strength(level, f"strength-{level}", accepted=good)

    def suggest_passphrase(self, language):
        return "바다-연필-구름-사과" if language == "ko" else "river-pencil-cloud-apple"
