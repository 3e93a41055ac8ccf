"""The street of workspaces, seen by somebody who means harm."""

from tests.exchange.conftest import (  # noqa: F401 - fixtures
    central,
    incheon,
    mailbox,
    places,
    seoul,
    street,
)
