"""A laptop put back to an earlier state gets back what it said and what it heard."""

import shutil

import pytest

from intake.exchange import plan_send
from intake.exchange.anew import is_of_a_former_life
from intake.exchange.newcard import note_changed, to_tell
from intake.exchange.peers import acks_of, parts_of
from intake.mailbox import MemoryMailbox
from tests.exchange.places import START, Wall, opened
from tests.exchange.test_own_laptops import blank, device, second  # noqa: F401 - fixtures


def shared(place):
    return place.case(CENTRAL="AGREED", SENSITIVE="AGREED").partition("/")[2]


def cases(place):
    return {row.id for row in place.sees("case")}


def both_ways(one, other, mailbox):
    one.send(mailbox, to=other.code)
    other.receive(mailbox)
    one.receive(mailbox)


@pytest.fixture
def put_back(street, incheon, central, mailbox, tmp_path):
    """A first case is in the backup; a second one was sent, and then the disk broke."""
    first = shared(incheon)
    both_ways(incheon, central, mailbox)
    incheon.vault.close()
    shutil.copytree(tmp_path / "IC", tmp_path / "backup")
    later = opened(tmp_path / "IC", street.keyring, "IC", Wall(START + 60_000))
    sent = shared(later)
    both_ways(later, central, mailbox)
    anchor = later.ledger.anchor()
    later.vault.close()
    central.wall.ms = START + 3_700_000
    back = opened(tmp_path / "backup", street.keyring, "IC", Wall(START + 3_600_000))  # fmt: skip
    assert back.ledger.resume(anchor)
    yield back, first, sent
    back.vault.close()


def test_what_it_said_and_lost_comes_back_from_whoever_has_it(
    put_back, central, mailbox
):
    back, first, sent = put_back
    assert cases(back) == {first}
    assert plan_send(central.ctx, "IC").returned == 0  # nobody knows yet
    third = shared(back)
    both_ways(back, central, mailbox)
    plan = plan_send(central.ctx, "IC")
    assert plan.returned
    assert plan.records == plan.returned
    both_ways(central, back, mailbox)
    assert cases(back) == cases(central) == {first, sent, third}
    assert plan_send(central.ctx, "IC").returned == 0  # once is enough


def test_what_it_had_acknowledged_counts_no_more_and_an_old_receipt_does_not_undo_that(put_back, central, mailbox):  # fmt: skip
    back, _, _ = put_back
    with central.vault.writing() as db:
        db.execute("insert into peer_ack (party, log, n0, n1) values ('IC', 'x', 0, 9)")
        db.execute("insert into peer_part (party, scope, cls) values ('IC', 'case/1', 'core')")  # fmt: skip
    shared(back)
    both_ways(back, central, mailbox)
    with central.vault.reading() as db:
        assert "x" not in acks_of(db, "IC")
        assert parts_of(db, "IC") == frozenset()
    device = back.trust.own().device
    assert is_of_a_former_life(central.ctx, device, (START + 60_000) << 16)
    assert not is_of_a_former_life(central.ctx, device, central.wall() << 16)


def test_somebody_who_was_never_put_back_is_sent_nothing_of_his_own(incheon, central, mailbox):  # fmt: skip
    shared(incheon)
    both_ways(incheon, central, mailbox)
    assert plan_send(central.ctx, "IC").returned == 0
    assert plan_send(incheon.ctx, "C0").returned == 0


def test_a_new_key_is_told_to_everybody_once(incheon, central):
    assert to_tell(central.ctx) == ()
    central.trust.rotate()
    note_changed(central.ctx)
    assert {one.name for one in to_tell(central.ctx)} == {"IC", "SE"}
    empty = MemoryMailbox()
    central.receive(empty)
    assert to_tell(central.ctx) == ()
    before = incheon.trust.party("C0").recipients
    incheon.receive(empty)
    assert incheon.trust.party("C0").recipients != before
    assert len(empty.list("se/")) == 1


def test_another_laptop_of_the_center_gives_again_what_was_acknowledged_before(street, incheon, second, mailbox, tmp_path):  # fmt: skip # noqa: F811
    first = shared(incheon)
    own_ways(incheon, second, mailbox)
    incheon.vault.close()
    shutil.copytree(tmp_path / "IC", tmp_path / "backup")
    later = opened(tmp_path / "IC", street.keyring, "IC", Wall(START + 60_000))
    theirs = shared(second)
    own_ways(second, later, mailbox)
    lost = shared(later)
    own_ways(later, second, mailbox)
    anchor = later.ledger.anchor()
    later.vault.close()
    second.wall.ms = START + 3_700_000

    back = opened(tmp_path / "backup", street.keyring, "IC", Wall(START + 3_600_000))
    assert back.ledger.resume(anchor)
    assert cases(back) == {first}
    new = shared(back)
    own_ways(back, second, mailbox)
    own_ways(second, back, mailbox)
    assert cases(back) == cases(second) == {first, theirs, lost, new}
    back.vault.close()


def own_ways(one, other, mailbox):
    one.send(mailbox, to=device(other))
    other.receive(mailbox)
    one.receive(mailbox)
