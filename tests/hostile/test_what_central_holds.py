"""Everything that the central desk stores of match-only, table by table and file by file.

Below the threshold nothing of a case, a victim or an identifier lies there, whatever is looked at;
what does lie there is of one length, and the central desk's own part of the key makes no token.
"""

import json
import uuid

import pytest

from intake.crypto.escrow import opened, read_entry, seal, tag_of
from intake.crypto.oprf import evaluate, read_key
from intake.crypto.ristretto import total
from intake.exchange.escrow.inputs import input_of, person_input
from tests.escrow_at_hand import a_town, named

HIM = "010-0000-4217"
VALUE = "+821000004217"
CANARIES = (
    *("01000004217", HIM, VALUE, "1000004217", "2001-02-03", "김하늘"),
    *("010-0000-7771", "+821000007771", "텔레그램녹두", "telegramnokdu"),
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Both centers have filed: they name different people, so nothing opens."""
    made = a_town(tmp_path_factory.mktemp("town"))
    made.case = named(made["IC"], HIM, name="김하늘", birth="2001-02-03")
    clue = {"kind": "telegram", "value": "@telegramnokdu"}
    made["IC"].suspects.add_clue(made.case, clue)
    made.other = named(made["SE"], "010-0000-7771", name="이바다", birth="2002-03-04")
    made.rounds()
    yield made
    made.close()


def everything(desk):
    """Every value of every table, with where it stands."""
    with desk._rooms.vault.reading() as db:
        tables = [one for (one,) in db.all("select name from sqlite_master where type = 'table'")]  # fmt: skip
        for table in tables:
            for row in db.all(f'select * from "{table}"'):
                for value in row:
                    if value is not None:
                        yield table, value if isinstance(value, bytes) else str(value).encode()  # fmt: skip


def canaries(town):
    told = {one.encode() for one in CANARIES}
    cases = (town.case, town.other)
    told |= {one.encode() for one in cases} | {uuid.UUID(one).bytes for one in cases}
    told |= {input_of("phone", VALUE), person_input("김하늘", "2001-02-03", "")}
    return told


@pytest.mark.parametrize("party", ["C0", "E0"])
def test_no_table_of_a_party_tells_of_a_case_a_person_or_an_identifier(town, party):
    looked = list(everything(town[party]))
    assert any(table == "escrow_heard" for table, _ in looked)
    found = [(table, one) for table, value in looked for one in canaries(town) if one in value]  # fmt: skip
    assert found == []


@pytest.mark.parametrize("party", ["C0", "E0"])
def test_no_file_of_a_party_tells_of_it_either(town, party):
    folder = town[party]._rooms.vault.folder
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        assert not [one for one in canaries(town) if len(one) > 8 and one in data]


def test_the_canaries_are_found_where_they_may_lie(town):
    """The same look at the center itself finds them: the test above can fail."""
    looked = list(everything(town["IC"]))
    found = {one for _, value in looked for one in canaries(town) if one in value}
    assert {HIM.encode(), VALUE.encode(), b"2001-02-03", "김하늘".encode()} <= found


def kept(town):
    with town["C0"]._rooms.vault.reading() as db:
        return db.all("select center, id, epoch, day, tag, entry from escrow_kept")


def test_what_was_filed_is_of_one_length_and_comes_in_fifties_without_a_difference(town):  # fmt: skip
    rows = kept(town)
    assert {len(bytes(row[5])) for row in rows} == {636}
    assert {len(bytes(row[1])) for row in rows} == {16}
    counts = {code: sum(row[0] == code for row in rows) for code in ("IC", "SE")}
    assert counts == {"IC": 50, "SE": 50}
    assert len({row[1:4] for row in rows}) == 100
    real = {bytes(one) for code in ("IC", "SE") for (one,) in _ids(town[code])}
    assert len(real) == 3
    assert real < {bytes(row[1]) for row in rows}


def test_two_identifiers_of_one_case_have_nothing_in_common(town):
    """Equal tags, places or heights would tell that two entries are of one person."""
    entries = [bytes(row[5]) for row in kept(town)]
    for part in (slice(0, 32), slice(32, 64), slice(64, 96), slice(96, 108)):
        assert len({one[part] for one in entries}) == len(entries)


def _ids(desk):
    with desk._rooms.vault.reading() as db:
        return db.all('select id from escrow_entry where "case" is not null')


def test_the_central_desks_own_part_makes_no_token_and_opens_nothing(town):
    """It knows whom it would look for, and still finds no tag and opens no box."""
    with town["C0"]._rooms.vault.reading() as db:
        ((own,),) = db.all("select secret from escrow_part")
    with town["E0"]._rooms.vault.reading() as db:
        ((other,),) = db.all("select secret from escrow_part")
    tags = {bytes(row[4]) for row in kept(town)}
    asked = input_of("phone", VALUE)
    for part in (own, other):
        assert tag_of(evaluate(read_key(bytes(part)), asked)) not in tags
    both = read_key(total(bytes(own), bytes(other)))
    token = evaluate(both, asked)
    assert (
        tag_of(token) in tags
    )  # only both together: what the consent says of collusion
    assert _secrets_held(town["C0"], bytes(other)) == 0


def _secrets_held(desk, secret):
    return sum(secret in value for _, value in everything(desk))


def test_nobody_learns_from_one_box_with_a_wrong_token(town):
    entry = read_entry(bytes(kept(town)[0][5]))
    guess = seal(b"g" * 64, b"p" * 64, b"x")
    assert opened((entry, guess)) == {}


def test_what_a_party_was_asked_is_forgotten_once_it_is_answered(town):
    for party in ("C0", "E0"):
        with town[party]._rooms.vault.reading() as db:
            assert {bytes(one) for (one,) in db.all("select elements from escrow_heard")} == {b""}  # fmt: skip


def test_the_second_party_keeps_no_filing_and_no_contact(town):
    with town["E0"]._rooms.vault.reading() as db:
        for table in ("escrow_kept", "escrow_tomb", "escrow_match", "escrow_found", "escrow_entry"):  # fmt: skip
            assert db.one(f"select count(*) from {table}") == (0,)


def test_what_the_window_is_told_names_no_case_and_no_identifier(town):
    for party in ("C0", "E0"):
        escrow = town[party].escrow
        matches = escrow.matches() if party == "C0" else ()
        told = repr((escrow.state(), escrow.days(), matches))
        said = json.dumps(told, ensure_ascii=False)
        assert not [one for one in canaries(town) if one.decode("utf-8", "replace") in said]  # fmt: skip
