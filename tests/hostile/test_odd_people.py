"""What is typed as an identifier without being one: answered, capped, explained; it joins nobody."""

import contextlib
import uuid

import pytest

from intake.errors import IntakeError
from intake.ids import scope_of
from intake.ledger.change import CLASSES
from intake.matching.canonical import canonical
from intake.matching.marked import kind_of_mark, mark_of
from intake.matching.memory import HUB
from tests.desks_at_hand import a_desk, agreed, planted

PHONE = "010-0000-4217"
EXAMPLE = "010" + "-1234-" + "5678"  # the form's own example; nobody's number
EMOJI = "\U0001f47b\U0001f311"
ODD = [
    "가" * 10_240,
    "@" + "x" * 10_240,
    "0" * 10_240,
    "https://t.example/" + "%41" * 4_000,
    "\x00\x01\x02",
    "@night\x07moon\x1b[31m",
    "\u202e4217-0000-010",
    "\u2067@night_moon07\u2069",
    "\u200b\u200d\ufeff",
    EMOJI * 3,
    "ㅤㅤㅤ",
    "null",
    "-",
    "모름",
    EXAMPLE,
    EXAMPLE.replace("-", ""),
    "' OR 1=1 --",
    "{value}",
    "%s%n",
]


def a_case(desk, *clues, **said):
    case = agreed(desk, "RECORD", "CENTRAL")
    suspect = desk.suspects.add(case, said)
    for value in clues:
        desk.suspects.add_clue(case, {"value": value}, suspect)
    return case, suspect


KINDS = ("", "phone", "telegram", "instagram", "bank", "email")
ACCOUNTS = {"@" + "x" * 10_240, ODD[6], ODD[7]}  # odd, and all of it is there


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_account_and_no_number_is_nobodys_alone(kind):
    """Half a number, a name that is shown, an address without its service: many are called so."""
    for odd in set(ODD) - ACCOUNTS:
        found = canonical(kind, odd)
        assert not found.is_key or found.cls != "P" or len(found.value) > 60, found
    for half in (
        "4217",
        "끝자리 4217",
        "010-12",
        "국민 4217",
        "하루 오빠",
        "하루",
        "sunrise",
    ):
        found = canonical(kind, half)
        fits = kind in {"telegram", "instagram"} and half == "sunrise"
        assert fits or not found.is_key or found.cls != "P" or kind == "instagram", half


def test_two_strangers_with_the_same_odd_value_are_nobody_in_particular(desk):
    ends = []
    for kind in KINDS:
        for odd in ODD:
            for _ in range(2):
                case = desk.cases.begin("VISIT", "")
                suspect = desk.suspects.add(case, {})
                with contextlib.suppress(IntakeError):
                    desk.suspects.add_clue(case, {"value": odd} | ({"kind": kind} if kind else {}), suspect)  # fmt: skip
                desk.suspects.look(case, odd, kind)
            ends.append((case, suspect))
    desk.matches.refresh()
    assert desk.matches.queue("DONE") == ()
    for one in desk.matches.queue("ALL"):
        text = "".join(line.text for line in desk.matches.pair(one.id).evidence)
        assert len(text) < 1_000
        assert not set(text) & {"\x1b", "\x00", "\u202e", "\u2067", "\u200b"}
    for case, suspect in ends[::7]:
        desk.matches.of_case(case)
        desk.matches.weak(case)
        desk.profiles.view(suspect)
        assert len(desk.suspects.group(suspect)) == 1


def test_nicknames_of_signs_alone_join_nobody(desk):
    for _ in range(2):
        a_case(desk, nickname=EMOJI, name="\u202e\u200b")
    desk.matches.refresh()
    assert desk.matches.queue("NEW") == ()


def test_her_own_account_typed_as_his_joins_nobody_once_it_is_known_as_hers(desk):
    """The same victim at two desks: her own number stands on both papers."""
    for _ in range(2):
        case, suspect = a_case(desk)
        desk.suspects.add_clue(case, {"value": PHONE, "role": "VICTIM"})
        desk.suspects.add_clue(case, {"value": PHONE}, suspect)
    desk.matches.refresh()
    assert desk.matches.queue("NEW") == ()


def test_her_account_in_one_case_and_his_in_another_join_nobody(desk):
    case, _suspect = a_case(desk)
    desk.suspects.add_clue(case, {"value": PHONE, "role": "VICTIM"})
    a_case(desk, PHONE)
    desk.matches.refresh()
    assert desk.matches.queue("NEW") == ()
    assert desk.suspects.find(PHONE, case) is not None


def test_two_perpetrators_of_one_case_stay_two(desk):
    case, one = a_case(desk, PHONE)
    other = desk.suspects.add(case, {"nickname": "둘째"})
    desk.suspects.add_clue(case, {"value": PHONE, "kind": "phone"}, other)
    third, him = a_case(desk, PHONE)
    desk.matches.refresh()
    for found in desk.matches.queue("NEW"):
        assert not {one, other} <= set(found.id.split("."))
    assert set(desk.suspects.group(one)) == {one}
    assert third != case
    assert him


def test_one_case_under_two_numbers_is_proposed_and_never_joined(desk):
    pairs = [a_case(desk, PHONE, "@night_moon07", nickname="밤달", name="홍길동") for _ in range(2)]  # fmt: skip
    desk.matches.refresh()
    (found,) = desk.matches.queue("NEW")
    assert found.word == "VERY_HIGH"
    assert len(desk.suspects.group(pairs[0][1])) == 1
    view = desk.matches.pair(found.id)
    assert (view.effect.victims_before, view.effect.victims_after) == (1, 2)


# --- a value of very many ---------------------------------------------------------------------


def touched(desk, act):
    """How many rows a deed read, whatever the machine does."""
    vault, seen = desk._rooms.vault, []
    with vault.reading() as db:
        kind = type(db)
    every = kind.all

    def counted(self, *args, **said):
        rows = every(self, *args, **said)
        seen.append(len(rows))
        return rows

    patch = pytest.MonkeyPatch()
    patch.setattr(kind, "all", counted)
    try:
        act()
    finally:
        patch.undo()
    return sum(seen), len(seen)


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("hub") / "ic")
    with desk._rooms.vault.writing():
        for _ in range(2 * HUB + 20):
            case = desk.cases.begin("VISIT", "")
            desk.suspects.add_clue(case, {"value": PHONE, "kind": "phone"})
    yield desk
    desk.close()


def test_a_value_of_very_many_costs_no_more_for_one_more(hub):
    """Above the hub nobody is found by it, and one more case looks at a bounded number of rows."""
    hub.matches.refresh()
    assert hub.matches.queue("NEW") == ()
    case = hub.cases.begin("VISIT", "")
    rows, questions = touched(hub, lambda: hub.suspects.add_clue(case, {"value": PHONE, "kind": "phone"}))  # fmt: skip
    assert rows < 12 * HUB
    assert questions < 400
    rows, questions = touched(hub, lambda: hub.matches.of_case(case))
    assert rows < 12 * HUB
    assert questions < 400
    rows, questions = touched(hub, hub.matches.refresh)
    assert rows < 12 * HUB
    assert questions < 400


# --- destroyed -------------------------------------------------------------------------------------


def everywhere(desk, *values):
    """Every table of the vault in which one of these stands."""
    found = set()
    with desk._rooms.vault.reading() as db:
        for (table,) in db.all("select name from sqlite_master where type = 'table'"):
            if "_fts" in table:
                continue
            for row in db.all(f'select * from "{table}"'):
                told = " ".join(one.decode("utf-8", "ignore") if isinstance(one, bytes) else str(one) for one in row if one is not None)  # fmt: skip
                if any(value in told for value in values):
                    found.add(table)
    return found


NUMBERS = ("010-0000-7712", "+821000007712", "1000007712", "night_moon07", "이쪽별명")


def erased(desk, case):
    for cls in CLASSES:
        desk._rooms.ledger.erase(
            scope_of("case", case), cls, ground="REQUEST", actor="kim"
        )


def filled(desk):
    """A case whose suspect is like another's, decided about and marked."""
    case, one = a_case(desk, "010-0000-7712", "@night_moon07", nickname="이쪽별명")
    _, other = a_case(desk, "010-0000-7712")
    return case, one, other


def test_of_a_destroyed_case_nothing_is_left_in_the_index(desk):
    case, *_ = filled(desk)
    again = next(
        r for r in desk._rooms.register.find("identifier") if r["case"] != case
    )
    desk.suspects.change_clue(again.id, {"value": PHONE})
    desk.matches.refresh()
    erased(desk, case)
    desk.matches.refresh()
    left = everywhere(desk, "night_moon07", "이쪽별명")
    assert {one for one in left if one.startswith(("m_", "r_"))} == set()


def test_of_a_destroyed_case_no_candidate_is_left(desk):
    case, one, _other = filled(desk)
    desk.matches.refresh()
    (found,) = desk.matches.queue("NEW")
    desk.matches.decide(found.id, "SAME", "ACCOUNTS")
    erased(desk, case)
    desk.matches.refresh()
    assert desk.matches.queue("NEW") == ()
    with desk._rooms.vault.reading() as db:
        blob = uuid.UUID(one).bytes
        for table, name in (("m_sight", "id"), ("m_clue", "suspect"), ("m_key", "suspect"), ("m_pair", "one"), ("m_pair", "other"), ("m_due", "suspect")):  # fmt: skip
            assert db.all(f"select 1 from {table} where {name} = ?", (blob,)) == []
    for row in desk.matches.queue("ALL"):
        assert desk.matches.pair(row.id).one.names in ((), ("이쪽별명",)[:0])


def test_a_value_that_many_use_is_forgotten_with_the_last_case_that_had_it(desk):
    case, *_ = filled(desk)
    other = next(r["case"] for r in desk._rooms.register.find("identifier") if r["case"] != case)  # fmt: skip
    clue = desk._rooms.register.find("identifier", case=case)[0]
    desk.matches.mark_shared(clue.id, True, "SHARED")
    value = clue["value"]
    erased(desk, case)
    erased(desk, other)
    left = everywhere(desk, value, "+82" + value.replace("-", "")[1:])
    assert {one for one in left if one.startswith(("m_", "r_"))} == set()


def test_what_an_older_version_said_in_the_open_counts_and_is_emptied_at_the_next_mark(desk):  # fmt: skip
    """Until then the register keeps the value; the index, made anew, never does."""
    case, *_ = filled(desk)
    clue = desk._rooms.register.find("identifier", case=case)[0]
    mark = mark_of("phone", "+821000007712")
    old = {
        "kind": "phone",
        "value": "+821000007712",
        "shared": True,
        "reason": "SHARED",
    }
    planted(desk, "shared_value", "", old, mark)
    assert desk.matches.queue("NEW") == ()
    with desk._rooms.vault.reading() as db:
        assert not [row for row in db.all("select * from m_shared") if "+821000007712" in row]  # fmt: skip
    desk.matches.mark_shared(clue.id, False, "MISTAKE")
    assert len(desk.matches.queue("NEW")) == 1
    (row,) = desk._rooms.register.find("shared_value")
    assert (row.id, row["value"], row["shared"]) == (mark, None, False)


def test_a_mark_made_elsewhere_lets_everybody_with_the_value_be_looked_at(desk):
    """Only the digest comes; whoever has the value here is compared again, of whatever kind."""
    account = "https://www.facebook.com/profile.php?id=100009990004217"  # its kind is in no list
    for value, kind in ((account, "facebook"), ("010-0000-7713", "phone")):
        for _ in range(2):
            case, suspect = a_case(desk)
            desk.suspects.add_clue(case, {"value": value, "kind": kind}, suspect)
        desk.matches.refresh()
        assert len(desk.matches.queue("NEW")) == 1
        found = canonical(kind, value)
        said = {"kind": kind_of_mark(found.kind), "shared": True}
        planted(desk, "shared_value", "", said, mark_of(found.kind, found.value))
        desk.matches.refresh()
        assert desk.matches.queue("NEW") == ()
