"""What certificates and lost laptops ask of a person today (오늘 할 일)."""

from collections.abc import Iterator

from intake.consent.roles import Act
from intake.desk import lost_keeping
from intake.desk.rooms import Rooms
from intake.desk.views import TodayAction


def due_certificates(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return what is to be said of this laptop's certificate, of requests, of accounts."""
    if not rooms.exchange.trust.is_own_enrolled:
        return ()
    return tuple(_due(rooms))


def _due(rooms: Rooms) -> Iterator[TodayAction]:
    moving, trust = rooms.exchange.moving, rooms.exchange.trust
    state = moving.state()
    if state in {"expired", "early", "revoked", "revoked-ca"}:
        yield TodayAction(f"next-certificate-{state}", {}, "")
    may = rooms.sight.may(Act.SUPERVISE)
    if may and trust.holds_ca and not trust.is_revoked and (count := len(moving.waiting())):  # fmt: skip
        yield TodayAction("next-certificate-asked", {"count": count}, "")
    left = sum(len(set(one.places) - set(one.changed)) for one in lost_keeping.lost(rooms).values())  # fmt: skip
    if left:
        yield TodayAction("next-certificate-accounts", {"count": left}, "")
