"""Tables are folds: replaying the bodies gives them again (invariants 19 and 20)."""

from hypothesis import given, settings

from intake.ids import natural_id
from intake.ledger.change import Deed
from intake.progress import Silent
from tests.ledger.houses import case, uid
from tests.ledger.stories import DAYS, everything, live


@settings(max_examples=12)
@given(day=DAYS)
def test_tables_are_what_replaying_the_bodies_from_nothing_gives(town, day):
    town.begin()
    people = live(town, day)
    people[0].merge(everything(people))
    for person in people[:2]:
        before, rows = person.ledger.state_digest(), dict(person.mirror.rows)
        person.mirror.rows = {}
        person.ledger.rebuild(Silent())
        assert person.ledger.state_digest() == before
        assert person.mirror.rows == rows
        assert person.ledger.verify(Silent(), town.check).ok


def test_rebuilding_keeps_what_waits_waiting(town):
    ana = town.laptop("ana")
    with ana.ledger.saying(Deed.IMPORT, scope=case(1), actor="ana", batch="b1") as say:
        say.set("case", uid("case", 1), "alias", "가명")
    with ana.ledger.saying(Deed.IMPORT, scope=case(2), actor="ana", batch="b2") as say:
        say.set("case", uid("case", 2), "alias", "가명")
    ana.ledger.close_batch("b2", actor="ana", progress=Silent())
    before = ana.ledger.state_digest()
    ana.ledger.rebuild(Silent())
    assert ana.ledger.state_digest() == before
    assert list(ana.mirror.rows) == [("case", uid("case", 2))]


def test_the_same_url_noted_on_two_laptops_in_one_case_counts_once(town):
    ana, bora, central = town.laptop("ana"), town.laptop("bora"), town.laptop("central")
    for laptop, url in ((ana, "https://a.example/1"), (bora, " HTTPS://A.example/1 ")):
        posting = natural_id("posting", case(1), url)
        laptop.say(case(1), "posting", posting, url=url.strip().lower())
    central.merge([*ana.segments(), *bora.segments()])
    assert len(central.mirror.rows) == 1
    assert central.ledger.conflicts() == ()


def test_damage_is_named_not_raised(town):
    ana = town.laptop("ana")
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    ana.segments()
    with ana.vault.writing() as db:
        db.execute("update entry set salt = zeroblob(16)")
        db.execute("update winner set heads = 2")
    report = ana.ledger.verify(Silent(), town.check)
    assert {what for what, _, _ in report.problems} == {"body", "winner"}
    assert not report.ok
