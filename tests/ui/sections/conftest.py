import pytest

from intake.ids import new_id, scope_of
from intake.ledger import Deed
from tests.desks_at_hand import a_desk
from tests.ui.real_desks import _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "rest", "visit_desk"]


@pytest.fixture
def real(tmp_path):
    """A real desk of a center whose person is counselor and supervisor."""
    made = a_desk(tmp_path / "v")
    yield made
    made.close()


def becomes(desk, *roles, who="박상담"):
    """Whoever sits here has these roles from now on, and somebody else supervises."""
    for name, role in (*((who, one) for one in roles), ("다른 사람", "SUPERVISOR")):
        with desk._rooms.ledger.saying(Deed.ADD, scope=scope_of("record", record := new_id(0)), actor="관리") as say:  # fmt: skip
            say.set("role_grant", record, "counselor", name)
            say.set("role_grant", record, "role", role)
    desk._rooms.sight.forget({"role_grant"})
