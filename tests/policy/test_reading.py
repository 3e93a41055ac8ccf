"""A policy line by line: what cannot stand is told, the strict value holds, the rest counts."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from intake.crypto import PqIdentity
from intake.policy import RULES, Fault, Origin, Policy, boxes, read_text, reading
from intake.policy.rules import MAILBOX, attribute

SHIPPED = Path(__file__).parents[2] / "packaging" / "policy.toml"
MAIL = '[[mailbox]]\nname = "우편함"\nkind = "webdav"\naddress = "https://m.example"\n'


def read(text):
    return read_text(text.encode())


def policy_of(text):
    return replace(Policy(), **read(text).values)


def faults_of(text):
    return [(one.line, one.name, one.why, one.nearest) for one in read(text).faults]


def uncommented():
    text = SHIPPED.read_text("utf-8")
    return re.sub(r"(?m)^# (?=\[|\w+ = )", "", text).replace("SHA256:…", "SHA256:" + "A" * 43)  # fmt: skip


def test_the_shipped_file_says_nothing():
    reading = read_text(SHIPPED.read_bytes())
    assert not reading.faults
    assert not reading.lines
    assert tomllib.loads(SHIPPED.read_text("utf-8")) == {}


def test_the_shipped_file_shows_every_name_with_the_value_that_holds_without_it():
    text = uncommented()
    reading, said = read(text), tomllib.loads(text)
    assert not reading.faults
    shown = {name.partition(".")[2] for name in reading.lines if name.startswith("mailbox")}  # fmt: skip
    assert shown == set(MAILBOX)
    assert {name for name in reading.lines if "[" not in name} == set(RULES)
    own = [name for name in RULES if not name.startswith(("center.", "central."))]
    assert {one: reading.values[attribute(one)] for one in own} == {one: getattr(Policy(), attribute(one)) for one in own}  # fmt: skip
    assert said["drives"]["allowed"] == ["*"]


@pytest.mark.parametrize(
    ("line", "why", "nearest"),
    [
        ("lock_minuts = 5", "unknown", "lock_minutes"),
        ("lock-minutes = 5", "unknown", "lock_minutes"),
        ('lock_minutes = "5"', "not-int", ""),
        ("lock_minutes = 0", "range", ""),
        ("lock_minutes = true", "not-int", ""),
        ("allow_any_place = 1", "not-bool", ""),
        ("updates = next-start", "syntax", ""),
        ('updates = "nextstart"', "choice", ""),
        ('library_root = "root.json"', "path", ""),
        (r'library_root = "C:\ProgramData\Ieum\root.json"', "backslash", ""),
        ('drives.allowed = "*"', "not-list", ""),
        ('roles.allowed = ["COUNSELLOR"]', "choice", ""),
        ('recovery_recipients = ["ssh-ed25519 AAAA"]', "recipient", ""),
        ('code = "IC"', "unknown", "center.code"),
        ("center.code = 'I C'", "code", ""),
        ("zebra = 1", "unknown", ""),
    ],
)
def test_a_line_that_is_off_is_told_with_its_number_and_the_rest_counts(line, why, nearest):  # fmt: skip
    text = f"# of IT\nroster_days = 100\n\n{line}\nballast_mib = 8\n"
    ((at, _, said, near),) = faults_of(text)
    assert (at, said, near) == (4, why, nearest)
    read_policy = policy_of(text)
    assert (read_policy.roster_days, read_policy.ballast_mib) == (100, 8)


@pytest.mark.parametrize(
    ("line", "name", "strict"),
    [
        ("lock_minutes_mots = 3", "lock_minutes_most", 10),
        ("lock_minutes_most = 3m", "lock_minutes_most", 10),
        ("drives.alowed = ['IEUM-*']", "drives_allowed", ()),
        ("drives.allowed = ['IEUM-*'", "drives_allowed", ()),
        ("[drive]\nallowed = ['IEUM-*']", "drives_allowed", ()),
        ("[drives\nallowed = ['IEUM-*']", "drives_allowed", ()),
        ("log_years = 5", "log_years_least", 30),
        ("role.allowed = ['IT']", "roles_allowed", ("COUNSELOR",)),
        ("[center]\nlock_minutes_most = 5", "lock_minutes_most", 10),
        ("alow_own_places = false", "allow_own_places", False),
        ("updates = 'off'\nupdates = 'next-start'", "updates", "ask-it"),
    ],
)
def test_a_slip_never_weakens_what_was_meant(line, name, strict):
    assert read(line).faults
    assert getattr(policy_of(line), name) == strict


def test_a_name_below_a_table_is_told_to_stand_above_it():
    assert faults_of('[center]\ncode = "IC"\nlock_minutes = 5\n') == [
        (3, "center.lock_minutes", "place", "lock_minutes")
    ]


def test_a_name_below_a_table_is_that_name_even_where_the_table_has_one_like_it():
    for table in ("center", "central", "roles", "drives"):
        for name in (one for one in RULES if "." not in one):
            told = read(f"[{table}]\n{name} = false\n")
            assert [(one.why, one.nearest) for one in told.faults] == [("place", name)]
            assert getattr(policy_of(f"[{table}]\n{name} = false\n"), name) == RULES[name].strict  # fmt: skip


def test_what_two_lines_say_together_is_looked_at():
    assert faults_of("lock_minutes = 20\nlock_minutes_most = 15") == [(1, "lock_minutes", "range", "")]  # fmt: skip
    ((line, _, why, near),) = faults_of('[central]\ncard = "/etc/ieum/c.card"')
    assert (line, why, near) == (2, "alone", "central.fingerprint")


def test_a_mailbox_that_is_off_is_set_aside_and_the_others_are_used():
    text = f"{MAIL}rat = 5\n{MAIL.replace('우편함', '둘째')}{MAIL.replace('우편함', '둘째')}[[mailbox]]\nname = 'x'\nkind = 's3'\naddress = 'https://s.example'\n"  # fmt: skip
    assert [one.name for one in policy_of(text).mailboxes] == ["둘째"]
    assert faults_of(text) == [
        (5, "mailbox[1].rat", "unknown", "rate"),
        (11, "mailbox[3].name", "same", ""),
        (14, "mailbox[4].folder", "missing", ""),
    ]
    assert faults_of("[mailbox]\nname = 'x'\n") == [(1, "mailbox", "many", "")]


@pytest.mark.parametrize(
    ("line", "name", "why", "allowed"),
    [
        ("rate = 5m", "rate", "syntax", ""),
        ("name = '둘째'", "name", "twice", "2"),
        ("rate = 9_999_999", "rate", "range", "0-1048576"),
        ("proxy = 'p.example:3128'", "proxy", "url", ""),
    ],
)
def test_a_line_of_a_mailbox_that_is_off_is_told_with_what_could_stand(line, name, why, allowed):  # fmt: skip
    told = read(MAIL + line)
    assert told.faults == [Fault(5, f"mailbox[1].{name}", why, "", allowed)]
    assert told.values["mailboxes"] == ()


@pytest.mark.parametrize(
    ("kind", "address", "why"),
    [
        ("folder", "/srv/box", ""),
        ("folder", "box", "path"),
        ("webdav", "https://m.example/box", ""),
        ("webdav", "https://who:word@m.example", "url"),
        ("webdav", "m.example", "url"),
        ("s3", "s.example", "url"),
        ("sftp", "s.example", ""),
    ],
)
def test_the_address_of_a_mailbox_is_one_of_its_kind(kind, address, why):
    text = f"[[mailbox]]\nname = 'x'\nkind = '{kind}'\naddress = '{address}'\nfolder = 'a'\nknown_hosts = '/etc/k'\n"  # fmt: skip
    assert faults_of(text) == ([(1, "mailbox[1].address", why, "")] if why else [])
    assert len(policy_of(text).mailboxes) == (not why)


def test_lists_over_many_lines_and_files_of_other_systems_are_read():
    text = 'lock_minutes = 5\r\n[drives]\r\nallowed = [\r\n  "IEUM-*",  # ours\r\n  "a = b",\r\n  "센터",\r\n]\r\n'
    assert policy_of("\ufeff" + text).drives_allowed == ("IEUM-*", "a = b", "센터")
    assert not read("\ufeff" + text).faults


def test_what_is_no_text_leaves_every_value_strict():
    for data, why in ((b"\xff\xfe\x00", "encoding"), (b"#" * 70_000, "large")):
        reading = read_text(data)
        assert [one.why for one in reading.faults] == [why]
        assert reading.values["lock_minutes_most"] == 10


@given(some.text(max_size=200))
def test_any_text_is_read_without_an_accident_and_no_value_leaves_its_bounds(text):
    read_one = policy_of(f"lock_minutes = 7\n{text}\n")
    assert 1 <= read_one.lock_minutes <= read_one.lock_minutes_most <= 30
    assert not read_one.allow_any_place


@given(some.sampled_from(sorted(RULES)), some.integers(0, 40), some.characters())
def test_one_wrong_letter_in_a_name_is_told(name, at, letter):
    at %= len(name)
    wrong = name[:at] + letter + name[at + 1 :]
    if wrong not in RULES:
        assert read(f"{wrong} = 1\n").faults or letter in "#\n\r"


# --- far too much ---------------------------------------------------------------------------


@pytest.fixture
def compared(monkeypatch):
    """How often a word was compared with the known names."""
    asked = []
    for room in (reading, boxes):
        for name in ("all_meant", "nearest"):
            if real := getattr(room, name, None):
                monkeypatch.setattr(room, name, lambda *words, real=real: asked.append(1) or real(*words))  # fmt: skip
    return asked


@pytest.mark.parametrize(
    "line",
    [
        "zq{0} = 1\n",
        "[zq{0}]\n",
        "[strange]\nzq{0} = 1\n",
        "say zqzq{0}\n",
        "say zqzq{0} zqwx{0} zqyy{0}\n",
        "[[mailbox]]\nzq{0} = 1\n",
    ],
)
def test_a_file_full_of_what_nobody_knows_is_not_looked_through(compared, line):
    text = "".join(line.format(one) for one in range(1_000))
    told = read("lock_minutes_most = 30\n" + text)
    assert told.values["lock_minutes_most"] == 10
    assert [one.why for one in told.faults] == ["flood"]
    assert len(compared) <= 2 * 501  # one name may be compared twice


def test_one_line_of_thousands_of_words_is_none_either(compared):
    (fault,) = read("say " + "zqzq " * 9_000).faults
    assert (fault.why, len(compared)) == ("flood", 0)


@given(count=some.integers(0, 300))
@settings(max_examples=12)
def test_the_first_are_told_and_the_rest_is_counted(count):
    origin = Origin(faults=tuple(read("zq = 1\n" * count).faults))
    told = [one for one in origin.faults if one.why != "more"]
    assert (len(told), origin.wrong) == (min(count, 100), count)
    assert [one.line for one in origin.faults[100:]] == [101] * (count > 100)


def test_whole_lines_beside_a_hundred_faults_count(compared):
    policy = policy_of("zq = 1\n" * 400 + "lock_minutes_most = 20\n")
    assert policy.lock_minutes_most == 20


def test_it_is_given_up_at_the_word_after_the_five_hundredth():
    assert read("zq = 1\n" * 500).faults[-1].why == "more"
    assert read("zq = 1\n" * 501).faults == [Fault(501, "", "flood", allowed="500")]


# --- what each line is told with ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("lock_minutes = 0", Fault(1, "lock_minutes", "range", allowed="1-30")),
        (
            "updates = 'on'",
            Fault(1, "updates", "choice", allowed='"next-start", "ask-it", "off"'),
        ),
        ("serial = 1\nserial = 2", Fault(2, "serial", "twice", allowed="1")),
        (
            "lock_minutes = 20\nlock_minutes_most = 15",
            Fault(1, "lock_minutes", "range", allowed="1-15"),
        ),
        ("[[center]]\ncode = 'IC'", Fault(1, "center", "single")),
        ("[zebra]\na = 1\nb = 2", Fault(1, "zebra", "unknown")),
        (
            "[central]\ncard = '/etc/c'\nfingerprint = 'x'",
            Fault(3, "central.fingerprint", "fingerprint"),
        ),
        (
            "roles.allowed = [1]",
            Fault(
                1,
                "roles.allowed",
                "not-list",
                allowed='"COUNSELOR", "SUPERVISOR", "IT", "AUDITOR"',
            ),
        ),
        ("library_root = 'C:root.json'", Fault(1, "library_root", "path")),
        (f"library_root = '/{'x' * 200}'", Fault(1, "library_root", "form")),
        ('center.name = "a\\u0007"', Fault(1, "center.name", "form")),
        ("x = " + "[" * 3_000, Fault(1, "x", "syntax")),
    ],
    ids=range(12),
)
def test_each_slip_is_told_once_with_its_line_and_what_could_stand(text, fault):
    assert read(text).faults == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "lock_minutes = 15\nlock_minutes_most = 15",
        f"[central]\ncard = '/etc/c'\nfingerprint = 'SHA256:{'A' * 43}'",
        r"library_root = 'C:\Ieum\root.json'",
        f"library_root = '/{'x' * 199}'",
        MAIL + "proxy = 'http://p.example:3128'",
        f"recovery_recipients = ['{PqIdentity.generate().recipient.text}']",
    ],
    ids=range(6),
)
def test_what_may_stand_is_no_slip(text):
    assert read(text).faults == []


def test_two_lines_that_do_not_go_together_leave_the_strict_value():
    assert policy_of("lock_minutes = 25\nlock_minutes_most = 20").lock_minutes == 10


def test_the_lines_of_a_mailbox_are_known_too():
    assert read("serial = 1\n" + MAIL).lines == {"serial": 1, "mailbox[1].name": 3, "mailbox[1].kind": 4, "mailbox[1].address": 5}  # fmt: skip


def test_many_lines_of_known_names_are_no_flood():
    boxes = "".join(MAIL.replace("우편함", f"우편함 {one}") for one in range(200))
    told = read("[center]\n" * 600 + boxes)
    assert (told.faults, len(told.values["mailboxes"])) == ([], 200)


def test_a_table_said_as_one_line_spoils_its_own_names_and_no_others():
    for line in ("drives = ['A']", "drive = ['A']", "drives = 'A'"):
        policy = policy_of(line)
        assert (policy.drives_allowed, policy.roster_days) == ((), Policy().roster_days)


def test_a_line_that_is_told_as_a_slip_is_not_told_as_missing_too():
    assert faults_of("[central]\ncard = '/etc/c'\nfingerprnt = 'x'") == [(3, "central.fingerprnt", "unknown", "central.fingerprint")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[center\ncode = 'IC'\n",
            [(1, "center", "syntax"), (2, "center.code", "table")],
        ),
        (
            "[[mailbox\nname = 'x'\n",
            [(1, "mailbox", "syntax"), (2, "mailbox[1].name", "table")],
        ),
    ],
    ids=["table", "mailbox"],
)
def test_what_stands_below_a_header_that_cannot_be_read_is_told_with_it(text, told):
    assert [one[:3] for one in faults_of(text)] == told
    assert [one[0] for one in faults_of(text + "[drives]\nallowed = ['A']\n")] == [1, 2]
