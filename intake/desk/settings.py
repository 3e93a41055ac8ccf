"""What can be set on this laptop (설정)."""

from intake.desk.rooms import Rooms
from intake.settings import SETTINGS, Value


class Settings:
    """What can be done about settings."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def get(self, name: str) -> Value:
        """Return a setting."""
        return self._rooms.setting(name)

    def set(self, name: str, value: Value) -> None:
        """Change a setting; one that may not stand is refused."""
        self._rooms.set_setting(name, value)

    def all(self) -> dict[str, Value]:
        """Return every setting."""
        return {name: self._rooms.setting(name) for name in SETTINGS}
