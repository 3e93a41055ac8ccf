"""The road of a bundle: planned, sealed, delivered, read back, judged, merged, answered."""

from intake.exchange import outbox, plan_send, receipts, received, sent


def test_a_case_with_consent_goes_and_comes_to_the_central_desk(
    incheon, central, mailbox
):
    shared = incheon.case(CENTRAL="AGREED", SENSITIVE="AGREED")
    kept = incheon.case()
    plan = plan_send(incheon.ctx, "C0")
    assert [line.case for line in plan.goes] == [shared.partition("/")[2]]
    assert [(line.case, line.why) for line in plan.stays] == [
        (kept.partition("/")[2], "undecided")
    ]
    sealed = incheon.send(mailbox)
    report = central.receive(mailbox)
    assert [item.state for item in report.items] == ["merged"]
    assert report.items[0].number == sealed.number
    assert report.receipts == 0
    assert [row["nickname"] for row in central.sees("suspect")] == ["녹두"]
    assert [row["text"] for row in central.sees("note")] == ["어머니와 통화함"]
    assert [row["alias"] for row in central.sees("case")] == [None]
    home = incheon.receive(mailbox)
    assert home.receipts == 1
    assert outbox(incheon.ctx) == ()
    assert [one.state for one in sent(incheon.ctx)] == ["acked"]
    assert len(receipts(incheon.ctx)) == 1
    assert [one.sender for one in received(central.ctx)] == ["IC"]
    assert plan_send(incheon.ctx, "C0").is_empty
