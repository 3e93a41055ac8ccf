"""The whole road as the demo walks it: two centers, a stick, a central desk, receipts home.

The demo runs as people run it, in a process of its own; only its passphrases are guessed
cheaply. Everything is then read back through the commands, in processes that know only the folder
and the passphrase.
"""

import json
import os
import shutil
import subprocess
import sys
import unicodedata

import pytest

from intake.desk import CaseQuery, open_
from intake.policy import Policy
from intake.vault import FileKeyring
from tests.stories.commands import ready

CENTERS, CENTRAL = ("IC", "SL"), "C0"
ALIASES = ("하늘", "다온", "라온")
POLICY = Policy(ballast_mib=0, allow_any_place=True, allow_device_file=True)
POLICY_FILE = "allow_device_file = true\nallow_any_place = true\nballast_mib = 0\n"


@pytest.fixture(scope="module")
def demo(tmp_path_factory, house):
    """What the demo leaves, and what it said."""
    out = tmp_path_factory.mktemp("road") / "demo"
    command = [sys.executable, "-m", "tests.stories.demo", "--no-window", "--out", str(out)]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(house)}
    done = subprocess.run(
        command,
        cwd=house,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    return out, done.stdout


@pytest.fixture(scope="module")
def passphrases(demo):
    return json.loads((demo[0] / "demo.json").read_text("utf-8"))["passphrases"]


@pytest.fixture(scope="module")
def desks(demo, passphrases, tmp_path_factory):
    """Copies of the three workspaces, opened in this process: the demo's own lie as it left them."""
    out, _said = demo
    place = tmp_path_factory.mktemp("desks") / "vaults"
    shutil.copytree(out / "vaults", place)
    keyring = FileKeyring(out / "device-secrets")
    opened = {
        code: open_(place / code, words, keyring=keyring, policy=POLICY)
        for code, words in passphrases.items()
    }
    yield opened
    for desk in opened.values():
        desk.lock()


@pytest.fixture(scope="module")
def ieum(demo, passphrases, tmp_path_factory, house):
    """Run a command on a copy of one workspace, as another system would."""
    out, _said = demo
    place = tmp_path_factory.mktemp("commands")
    (place / "policy.toml").write_text(POLICY_FILE)
    shutil.copytree(out / "vaults", place / "vaults")
    shutil.copytree(out / "device-secrets", place / "config" / "ieum" / "device")
    environment = {
        **os.environ,
        "IEUM_POLICY": str(place / "policy.toml"),
        "XDG_CONFIG_HOME": str(place / "config"),
        "PYTHONPATH": str(house),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    }
    seen = set()

    def run(code, noun, *words):
        """The first command of a noun is begun as people begin it."""
        told = ("--folder", str(place / "vaults" / code), "--json", noun, *words)
        known = {**environment, "IEUM_PASSPHRASE": passphrases[code]}
        if noun in seen:
            failed, said, complaint = ready().ask(told, place, known)
        else:
            seen.add(noun)
            command = [sys.executable, "-m", "intake", *told]
            done = subprocess.run(command, env=known, capture_output=True, text=True, check=False, timeout=900)  # fmt: skip
            failed, said, complaint = done.returncode, done.stdout, done.stderr
        assert failed == 0, complaint
        return json.loads(said)

    return run


def every_case(desk):
    return {line.id: line for line in desk.cases.first(CaseQuery(), 100)}


def words_of(rows):
    """Everything rows say, in no order: rows of one moment may stand either way round."""
    return sorted(
        sorted((name, str(said)) for name, said in dict(row).items()) for row in rows
    )


def test_the_demo_says_what_went_what_stayed_and_that_receipts_came_home(demo):
    _out, said = demo
    for code in CENTERS:
        assert f"{code}: 보낼 사건 1건, 남는 사건 1건" in said
        assert f"{code}: 인수 확인증 받음" in said
    assert said.count("received-merged") == 2


def test_the_demo_leaves_everything_its_index_names(demo):
    out, _said = demo
    index = (out / "INDEX.md").read_text("utf-8")
    left = [path for path in out.rglob("*") if path.is_file()]
    named = [str(path.relative_to(out)) for path in left if path.name != "INDEX.md"]
    assert [name for name in named if f"`{name}`" not in index] == []
    assert len([name for name in named if name.startswith("bundles/")]) == 2
    assert all((out / "papers" / f"{code}-slip.pdf").exists() for code in CENTERS)


def test_the_central_desk_has_exactly_the_cases_that_were_agreed_to(desks):
    sent = {
        case
        for code in CENTERS
        for case, line in every_case(desks[code]).items()
        if line.alias != "라온"
    }
    assert len(sent) == 2
    assert set(every_case(desks[CENTRAL])) == sent


def test_what_stays_is_named_with_its_reason(desks):
    for code in CENTERS:
        plan = desks[code].exchange.plan(CENTRAL)
        assert plan.goes == ()
        assert [(one.alias, one.why_text_id) for one in plan.stays] == [
            ("라온", "plan-refused")
        ]


def test_as_many_records_arrive_as_were_sent_and_both_sides_name_the_same_bundle(desks):
    arrived = {one.number: one for one in desks[CENTRAL].exchange.received()}
    sent = {one.number: one for code in CENTERS for one in desks[code].exchange.sent()}
    assert set(arrived) == set(sent)
    assert {one.state_text_id for one in sent.values()} == {"sent-acked"}
    assert {one.state_text_id for one in arrived.values()} == {"received-merged"}
    assert all(one.records > 0 for one in arrived.values())


def test_what_was_said_is_read_at_the_central_desk_word_for_word(desks):
    for code in CENTERS:
        for case in set(every_case(desks[code])) & set(every_case(desks[CENTRAL])):
            for entity in ("note", "interview", "identifier", "posting", "suspect"):
                here = desks[code].records.list(entity, case)
                there = desks[CENTRAL].records.list(entity, case)
                assert words_of(there) == words_of(here)
    assert {hit.case for hit in desks[CENTRAL].search("x7q_haru")}


def test_the_central_desk_finds_no_name_anywhere(desks):
    central = desks[CENTRAL]
    for alias in ALIASES:
        assert central.search(alias) == ()
        assert central.cases.first(CaseQuery(text=alias), 10) == ()
    assert {line.alias for line in every_case(central).values()} == {""}


def test_no_name_is_inside_what_the_central_desk_keeps(desks):
    """Not only not found: it is not there, in any table."""
    with desks[CENTRAL]._rooms.vault.reading() as db:
        tables = [
            name
            for (name,) in db.all(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
                (),
            )
        ]
        words = [
            value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)
            for table in tables
            for row in db.all(f'SELECT * FROM "{table}"', ())
            for value in row
        ]
    kept = unicodedata.normalize("NFC", "\n".join(words))
    assert "x7q_haru" in kept
    assert [alias for alias in ALIASES if alias in kept] == []


def test_the_commands_read_the_same(desks, ieum):
    for code in (*CENTERS, CENTRAL):
        lines = ieum(code, "cases", "first", "{}", "100")
        assert {line["id"] for line in lines} == set(every_case(desks[code]))
    assert [one["number"] for one in ieum("IC", "exchange", "sent")] == [
        one.number for one in desks["IC"].exchange.sent()
    ]
    received = ieum(CENTRAL, "exchange", "received")
    assert [one["records"] for one in received] == [
        one.records for one in desks[CENTRAL].exchange.received()
    ]


def test_the_commands_find_no_name_at_the_central_desk_either(ieum):
    assert ieum(CENTRAL, "search", "하늘") == []
    assert ieum(CENTRAL, "search", "x7q_haru") != []
