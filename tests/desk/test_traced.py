"""What went out and what came in stands in the access log by case, within bounds."""

from intake.desk.traced import MORE, MOST, note_cases
from intake.desk.views.interchange import ImportPlan
from intake.progress import Silent
from intake.vault.access_log import AccessFilter
from tests.desks_at_hand import agreed

QUIET = Silent()


def about(desk, act):
    found = desk._rooms.log.lines(AccessFilter(act=act), 5_000)
    return [one.about for one in found if one.about]


def test_a_bundle_and_its_arrival_name_the_cases(desk, central, tmp_path):
    case = agreed(desk, "RECORD", "CENTRAL")
    stays = agreed(desk, "RECORD")
    stick = tmp_path / "stick"
    stick.mkdir()
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
    central.exchange.receive(stick, QUIET)
    assert about(desk, "bundle") == [case]
    assert about(central, "import") == [case]
    assert stays not in about(central, "import")


def test_an_import_names_the_cases_it_spoke_of(desk, tmp_path):
    file = tmp_path / "cases.csv"
    file.write_text(
        "사건번호,접수일\n2099-IC-1,2024-01-02\n2099-IC-2,2024-01-03\n", "utf-8"
    )
    desk.imports.run(file, ImportPlan(), QUIET)
    cases = {row.id for row in desk.records.list("case")}
    assert set(about(desk, "import")) == cases


def test_very_many_cases_are_a_thousand_lines_and_a_number(desk):
    note_cases(desk._rooms.log, "import", (f"case-{n % 1500}" for n in range(3_000)))
    log = desk._rooms.log
    assert log.count(AccessFilter(act="import")) == MOST
    (more,) = log.lines(AccessFilter(act=MORE))
    assert (more.about, more.purpose) == ("", "500")


def test_a_backup_that_is_deleted_leaves_a_line(desk, tmp_path):
    place = tmp_path / "backups"
    place.mkdir()
    desk.backups.choose_place(place)
    first = desk.backups.make(QUIET)
    desk.backups.make(QUIET)
    desk.backups.forget(first.name)
    acts = [one.act for one in desk.access.lines()]
    assert (acts.count("backup"), acts.count("backup-forget")) == (2, 1)
