"""Records come in all or not at all: tried, brought, stopped, killed, out of room, taken back."""

import secrets
import signal
import subprocess
from pathlib import Path

import pytest

from intake.desk import workspace as opening
from intake.desk.views.interchange import ExportPlan, ImportPlan
from intake.errors import Cancelled, InvalidInput, NothingToSend
from intake.progress import Silent
from intake.vault import FileKeyring
from tests import dividing
from tests.desks_at_hand import a_desk, agreed, planted
from tests.vaults_at_hand import PASSPHRASE, cheap_guessing

CASES = "사건번호,접수일,성별,나이,피해유형\n2099-IC-1,2024-01-02,여,15,유포\n2099-IC-2,2024-01-03,남,27,불법촬영\n"


def rows(count: int) -> str:
    """A list of postings with one action each."""
    lines = ["사건번호,URL,상태,발견일,조치 종류,조치일"]
    lines += [
        f"2099-IC-{1 + k % 2},https://tube-a.example/v/{k},삭제 완료,2024-02-0{1 + k % 9},최초요청,2024-03-01"
        for k in range(count)
    ]
    return "\n".join(lines)


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


@pytest.fixture
def sheet(tmp_path):
    def write(text: str, name: str = "sheet.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode(encoding))
        return file

    return write


class _Stop(Silent):
    """Stops at a step of one name."""

    def __init__(self, what: str, after: int = 0) -> None:
        self.what, self.left = what, after

    def step(self, done, total, what):
        if what == self.what:
            self.left -= 1
            if self.left < 0:
                raise Cancelled


def _count(desk) -> tuple[int, ...]:
    names = ("case", "person", "posting", "deletion_action")
    return tuple(len(desk.records.list(name)) for name in names)


def _waiting(desk) -> int:
    with desk._rooms.vault.reading() as db:
        return db.one("select count(*) from waiting")[0]


# --- trying and bringing ------------------------------------------------------------------


def test_trying_writes_nothing_and_tells_what_would_come(desk, sheet):
    tried = desk.imports.dry_run(sheet(CASES), ImportPlan(), Silent())
    assert (tried.new, tried.here, tried.refused, tried.cases) == (2, 0, 0, 2)
    assert _count(desk) == (0, 0, 0, 0)


def test_what_was_tried_comes_and_comes_only_once(desk, sheet):
    file = sheet(CASES)
    desk.imports.run(file, ImportPlan(), Silent())
    again = desk.imports.run(file, ImportPlan(), Silent())
    assert (again.new, again.changed, again.here) == (0, 0, 2)
    assert _count(desk) == (2, 2, 0, 0)
    assert desk.cases.line(again.cases[0] if again.cases else _case(desk)).age == 15


def _case(desk, number: str = "2099-IC-1") -> str:
    return next(one.id for one in desk.records.list("case") if one["number"] == number)


def test_a_changed_cell_is_told_as_a_change_and_keeps_its_history(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    changed = sheet(CASES.replace(",27,", ",28,"), "b.csv")
    tried = desk.imports.dry_run(changed, ImportPlan(), Silent())
    assert (tried.new, tried.changed, tried.here) == (0, 1, 1)
    desk.imports.run(changed, ImportPlan(), Silent())
    person = next(one for one in desk.records.list("person") if one["age"] == 28)
    ages = [
        w.value for w in desk.records.history("person", person.id) if w.field == "age"
    ]
    assert ages == [28, 27]


def test_what_is_here_may_be_left_as_it_is(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    changed = sheet(
        CASES.replace(",27,", ",28,") + "2099-IC-3,2024-01-04,여,20,유포\n", "b.csv"
    )
    told = desk.imports.run(changed, ImportPlan(only_new=True), Silent())
    assert (told.new, told.changed, told.here) == (1, 0, 2)
    assert sorted(one["age"] for one in desk.records.list("person")) == [15, 20, 27]


def test_a_number_that_came_in_is_not_given_again(desk, sheet):
    first = desk.cases.line(desk.cases.begin("VISIT")).number
    year = first[:4]
    taken = f"{year}-IC-100007"
    desk.imports.run(
        sheet(f"사건번호,접수일\n{taken},2026-01-02\n"), ImportPlan(), Silent()
    )
    assert desk.cases.line(desk.cases.begin("VISIT")).number == f"{year}-IC-100008"


def test_a_posting_still_there_comes_with_the_day_it_is_looked_at_again(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    text = rows(2).replace("삭제 완료", "불응", 1)
    desk.imports.run(sheet(text, "p.csv"), ImportPlan(), Silent())
    days = {one["result"]: one["next_check"] for one in desk.records.list("posting")}
    assert days["REMOVED"] is None
    assert days["REFUSED"] > "2024-03-01"


def test_a_bad_row_is_refused_with_its_column_and_the_others_come(desk, sheet):
    bad = (
        CASES
        + "2099-IC-3,어제,여,20,유포\n,2024-01-01,여,20,유포\n2099-IC-5,2024-01-01,여,20,없는유형\n"
    )
    told = desk.imports.dry_run(sheet(bad), ImportPlan(), Silent())
    assert [(one.row, one.column, one.text_id) for one in told.refusals] == [
        (4, "접수일", "refused-not-a-date"),
        (5, "사건번호", "refused-empty"),
        (6, "피해유형", "refused-unknown-code"),
    ]
    assert told.new == 2


def test_refused_rows_are_given_back_with_their_reasons_and_run_no_formula(desk, sheet):
    bad = sheet("사건번호,접수일,상담원\n2099-IC-9,어제,=cmd()\n")
    text = desk.imports.refused(bad, ImportPlan(), Silent()).data.decode("utf-8-sig")
    assert (
        text.splitlines()[1]
        == "2,접수일,날짜로 읽을 수 없습니다,2099-IC-9,어제,'=cmd()"
    )


def test_a_row_of_a_case_that_is_not_here_is_refused(desk, sheet):
    told = desk.imports.dry_run(sheet(rows(3)), ImportPlan(), Silent())
    assert (told.new, told.refused) == (0, 3)
    assert {one.text_id for one in told.refusals} == {"refused-unknown-case"}


def test_rows_come_into_the_case_in_hand_where_no_column_names_one(desk, sheet):
    case = agreed(desk, "RECORD")
    file = sheet("URL\nhttps://tube-a.example/1\nhxxps://tube-a[.]example/2\n말\n")
    told = desk.imports.run(file, ImportPlan("postings", case=case), Silent())
    assert (told.new, told.refused, told.case) == (2, 1, case)
    urls = {one["url"] for one in desk.records.list("posting", case)}
    assert urls == {"https://tube-a.example/1", "https://tube-a.example/2"}


def test_how_columns_were_matched_is_remembered_for_these_headers(desk, sheet):
    file = sheet("번호표,언제\n2099-IC-1,2024-01-02\n")
    columns = ("case/number", "case/received_on")
    desk.imports.run(file, ImportPlan("cases", columns), Silent())
    seen = desk.imports.look(file, target="cases", progress=Silent())
    assert (seen.columns, seen.remembered) == (columns, True)


def test_a_matching_that_lacks_what_is_needed_or_names_a_field_twice_is_refused(
    desk, sheet
):
    file = sheet(CASES)
    twice = ("case/number", "case/number", "", "", "")
    for columns in (("", "case/received_on", "", "", ""), twice, ("case/zodiac",)):
        with pytest.raises(InvalidInput):
            desk.imports.dry_run(file, ImportPlan("cases", columns), Silent())


def test_a_pasted_resident_number_is_masked(desk, sheet):
    file = sheet("사건번호,상담계획\n2099-IC-1,주민번호 010203-4567890\n")
    desk.imports.run(file, ImportPlan("cases"), Silent())
    assert "4567890" not in str(dict(desk.records.list("case")[0]))


def test_an_account_of_the_victims_own_becomes_one(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    file = sheet(
        "사건번호,종류,값,역할\n2099-IC-1,instagram,@haru_smile,피해자 측\n", "i.csv"
    )
    desk.imports.run(file, ImportPlan("identifiers"), Silent())
    assert not desk.records.list("identifier")
    assert desk.records.list("own_account")[0]["value"] == "@haru_smile"


def test_what_a_person_withdrew_does_not_come_back_by_a_file(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    file = sheet(rows(2), "p.csv")
    desk.imports.run(file, ImportPlan(), Silent())
    desk.records.retract("posting", desk.records.list("posting")[0].id, "mistake")
    told = desk.imports.dry_run(file, ImportPlan(), Silent())
    assert [one.text_id for one in told.refusals] == ["refused-withdrawn"]


def test_a_case_of_another_center_takes_no_rows(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    planted(desk, "case", _case(desk), {"owner": "SL"}, _case(desk))
    told = desk.imports.dry_run(sheet(rows(2), "p.csv"), ImportPlan(), Silent())
    assert [one.text_id for one in told.refusals] == ["refused-other-center"]


def test_an_import_is_taken_back_as_one_step_and_comes_again(desk, sheet):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    file = sheet(rows(60), "p.csv")
    desk.imports.run(file, ImportPlan(), Silent())
    assert desk.undo.undo().deed == "import"
    assert _count(desk) == (2, 2, 0, 0)
    assert desk.imports.run(file, ImportPlan(), Silent()).new == 60
    assert _count(desk) == (2, 2, 60, 60)
    assert desk._rooms.register.wrong_counts() == 0


# --- stopped, killed, out of room --------------------------------------------------------


@pytest.mark.parametrize("after", [0, 3, 9])
def test_a_stopped_import_leaves_nothing(desk, sheet, after):
    desk.imports.run(sheet(CASES), ImportPlan(), Silent())
    before = desk._rooms.ledger.position()
    file = sheet(rows(200), "p.csv")
    with pytest.raises(Cancelled):
        desk.imports.run(file, ImportPlan(), _Stop("progress-importing", after))
    assert _count(desk) == (2, 2, 0, 0)
    assert desk._rooms.ledger.position() == before
    assert _waiting(desk) == 0
    assert desk.undo.next().actions == 2, "the import before is still the last step"
    assert desk.imports.run(file, ImportPlan(), Silent()).new == 200


_CHILD = """
import os, signal, sys
from pathlib import Path
from intake.desk import workspace as opening
from intake.desk.views.interchange import ImportPlan
from intake.vault import FileKeyring
from tests.vaults_at_hand import PASSPHRASE


folder, left = Path(sys.argv[1]), int(sys.argv[2])
desk = opening.open_(folder / "v", PASSPHRASE, keyring=FileKeyring(folder / "keys"))
armed = False
class Watch:
    def step(self, done, total, what):
        global armed
        armed = armed or what == "progress-importing"
real = type(desk._rooms.vault._writer).execute
def execute(self, *args):
    global left
    if armed:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return real(self, *args)
type(desk._rooms.vault._writer).execute = execute
desk.imports.run(folder / "p.csv", ImportPlan(), Watch())
desk.close()
print("done")
"""


@pytest.fixture
def on_disk(tmp_path):
    keyring = FileKeyring(tmp_path / "keys")
    with cheap_guessing():
        made = a_desk(tmp_path / "v", keyring)
    (tmp_path / "c.csv").write_text(CASES, encoding="utf-8")
    (tmp_path / "p.csv").write_text(rows(120), encoding="utf-8")
    made.imports.run(tmp_path / "c.csv", ImportPlan(), Silent())
    made.close()
    return tmp_path


def _child(
    folder: Path, *words: str, script: str = _CHILD
) -> subprocess.CompletedProcess:
    return dividing.run(script, folder, *words, loads="intake.desk.imports")


def _reopened(folder: Path):
    keyring = FileKeyring(folder / "keys")
    return opening.open_(folder / "v", PASSPHRASE, keyring=keyring)


def test_killed_at_any_point_an_import_is_there_whole_or_not_at_all(on_disk):
    points = sorted(
        secrets.randbelow(160) + 1 for _ in range(5)
    )  # other ones every time
    for left in points:
        done = _child(on_disk, str(left))
        assert done.returncode in {-signal.SIGKILL, 0}, (points, done.stderr)
        desk = _reopened(on_disk)
        assert _count(desk) in {(2, 2, 0, 0), (2, 2, 120, 120)}
        assert _waiting(desk) == 0
        desk.close()
    assert _child(on_disk, "1000000").returncode == 0
    desk = _reopened(on_disk)
    assert _count(desk) == (2, 2, 120, 120)
    assert desk.keys.verify(Silent()) is not None
    desk.close()


_FULL = """
import resource, signal, sys
from pathlib import Path
from intake.desk import workspace as opening
from intake.desk.views.interchange import ImportPlan
from intake.errors import NoRoom
from intake.progress import Silent
from intake.vault import FileKeyring
from tests.vaults_at_hand import PASSPHRASE
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(sys.argv[1])
desk = opening.open_(folder / "v", PASSPHRASE, keyring=FileKeyring(folder / "keys"))
longest = max(one.stat().st_size for one in (folder / "v").iterdir() if "ballast" not in one.name)
resource.setrlimit(resource.RLIMIT_FSIZE, (longest + int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    desk.imports.run(folder / "p.csv", ImportPlan(), Silent())
except NoRoom:
    print("no room")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
desk.close()
"""


def test_out_of_room_an_import_says_so_and_leaves_nothing(on_disk):
    (on_disk / "p.csv").write_text(rows(3_000), encoding="utf-8")
    done = _child(on_disk, "4096", script=_FULL)
    assert done.stdout.strip() == "no room", done.stderr
    desk = _reopened(on_disk)
    assert _count(desk) == (2, 2, 0, 0)
    assert _waiting(desk) == 0
    desk.close()


# --- leaving ---------------------------------------------------------------------------


def test_a_case_leaves_only_where_its_person_agreed_and_keeps_a_line_of_it(desk):
    yes = agreed(desk, "RECORD", "SENSITIVE")
    line = {"purpose": "COURT", "decision": "AGREED", "receiver": "COURT"}
    planted(desk, "consent", yes, line)
    no = agreed(desk, "RECORD")
    plan = ExportPlan("COURT", "jsonl", receiver="수원지방법원", reason="INVESTIGATION")
    seen = desk.exports.preview(plan, Silent())
    assert (seen.cases, seen.staying) == (1, 1)
    data = desk.exports.make(plan, Silent()).data.decode()
    assert yes in data
    assert no not in data
    line = desk.records.list("disclosure", yes)[0]
    assert (line["means"], line["receiver"], line["recall"]) == (
        "EXPORT",
        "COURT",
        "LEFT",
    )
    assert not desk.records.list("disclosure", no)


def test_who_she_is_leaves_only_where_it_is_asked_for_and_may(desk):
    agreed(desk, "RECORD", "CENTRAL", "SENSITIVE")
    for purpose, identity, shown in (
        ("MOVE", False, False),
        ("MOVE", True, True),
        ("CENTRAL", True, False),
    ):
        plan = ExportPlan(purpose, identity=identity, reason="MAINTENANCE")
        assert ("하늘" in desk.exports.make(plan, Silent()).data.decode()) is shown


def test_statistics_carry_no_id_and_no_word(desk):
    case = agreed(desk, "RECORD", "STATS")
    data = desk.exports.make(
        ExportPlan("STATS", reason="STATISTICS"), Silent()
    ).data.decode()
    assert case not in data
    assert "하늘" not in data
    assert "박상담" not in data


def test_nobody_agreed_nothing_leaves_and_a_reason_is_asked_for(desk):
    agreed(desk, "RECORD")
    with pytest.raises(NothingToSend):
        desk.exports.make(ExportPlan("POLICE", reason="INVESTIGATION"), Silent())
    with pytest.raises(InvalidInput):
        desk.exports.make(ExportPlan("MOVE"), Silent())
