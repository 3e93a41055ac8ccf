"""What one certified center can make the central desk do: bounded by what it sends."""

import pytest

from intake.bundle import Piece
from intake.bundle.manifest import Manifest, Purpose
from intake.errors import Oversized
from intake.ids import new_id, scope_of
from intake.ledger import erasure
from tests.exchange.places import START
from tests.hostile.rogues import Rogue, body, put


def a_case():
    return scope_of("case", new_id(START))


def test_orders_to_destroy_cost_what_they_are_many_and_not_times_what_is_known(
    seoul, central, mailbox, monkeypatch
):
    rogue = Rogue(seoul)
    known = [body(a_case()) for _ in range(50)]
    put(mailbox, rogue.words("C0", rogue.segment(*known)))
    central.receive(mailbox)
    hashed = []
    real = erasure.part_hash
    monkeypatch.setattr(
        erasure, "part_hash", lambda *part: hashed.append(1) or real(*part)
    )
    orders = [[f"{number:064x}", "x"] for number in range(100)]
    rogue.log = rogue.log[:-1] + ("0" if rogue.log[-1] != "0" else "1")
    put(
        mailbox,
        rogue.words("C0", rogue.segment(body(a_case(), deed="erase", e=orders))),
    )
    central.receive(mailbox)
    assert len(hashed) <= 2 * (51 * 6 + 100)


def a_manifest(*sizes):
    files = tuple(
        Piece(f"data/changes/{n:06}.jsonl.zst", size, "ab" * 32)
        for n, size in enumerate(sizes, 1)
    )
    return Manifest(
        "a", "d", "IC", ("C0",), ("ab" * 32,), Purpose.SYNC, 1, 0, {}, files, 0
    )


def test_a_change_file_cannot_be_larger_pressed_than_anything_it_may_hold():
    """It waits in memory whole, and is joined once more: a quarter GiB would be half a GiB."""
    a_manifest(4 * 1024 * 1024).check()
    with pytest.raises(Oversized):
        a_manifest(64 * 1024 * 1024).check()


@pytest.mark.parametrize("ops", [1, 400])
def test_words_without_a_base_heap_up_in_their_own_case_only(
    ops, seoul, central, mailbox
):
    rogue, case = Rogue(seoul), a_case()
    record = case.partition("/")[2]
    said = [("case", record, "other_number", str(n), []) for n in range(ops)]
    put(mailbox, rogue.words("C0", rogue.segment(body(case, said))))
    (item,) = central.receive(mailbox).items
    assert item.state == "merged"
    assert len(central.sees("case")) == 1


def test_an_error_says_nothing_of_what_was_in_the_bundle(seoul, central, mailbox):
    rogue = Rogue(seoul)
    canary = "김하늘010-0000-1234"
    bad = body(a_case(), [("case", new_id(START), "alias", canary, [])], cls="core")
    data = rogue.segment(bad).replace(b'"sig"', b'"gis"')
    put(mailbox, rogue.words("C0", data))
    (item,) = central.receive(mailbox).items
    assert item.state == "refused"
    told = repr(item) + repr(central.books("select reason, facts from bundle_in"))
    assert canary not in told
