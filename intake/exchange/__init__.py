"""Decisions (주고받기): what to send, what to believe, what to answer."""

from intake.exchange.books import (
    Left,
    Received,
    Sealed,
    Sent,
    left_about,
    outbox,
    received,
    sealed_of,
    sent,
)
from intake.exchange.context import Exchange
from intake.exchange.dropping import take_away, take_out
from intake.exchange.plan import PlanLine, SendPlan, plan_send
from intake.exchange.receipts import Receipt, clear_outbox, receipts
from intake.exchange.receive import ReceiveReport, receive_all
from intake.exchange.send import deliver, make_bundle, verify_delivered
from intake.exchange.withdrawals import Withdrawn, withdrawn

__all__ = [
    "Exchange",
    "Left",
    "PlanLine",
    "Receipt",
    "ReceiveReport",
    "Received",
    "Sealed",
    "SendPlan",
    "Sent",
    "Withdrawn",
    "clear_outbox",
    "deliver",
    "left_about",
    "make_bundle",
    "outbox",
    "plan_send",
    "receipts",
    "receive_all",
    "received",
    "sealed_of",
    "sent",
    "take_away",
    "take_out",
    "verify_delivered",
    "withdrawn",
]
