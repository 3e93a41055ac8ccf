r"""``center.toml``: code, name and device of a new laptop, written once by IT (센터 파일).

>>> read_center('code = "IC"\nname = "인천센터"').code
'IC'
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

MOST = 16 * 1024
_LONGEST = 120
_FIELDS = ("code", "name", "device")


class BadCenterFile(Exception):
    """The file says nothing that can be used; ``text_id`` says why."""

    def __init__(self, text_id: str) -> None:
        """Remember why."""
        super().__init__(text_id)
        self.text_id = text_id


@dataclass(frozen=True, slots=True)
class CenterFile:
    """What the file says; a field it leaves out is empty."""

    code: str = ""
    name: str = ""
    device: str = ""


def load_center(path: Path) -> CenterFile:
    """Read a picked file.

    Raises:
        BadCenterFile: it is too large, cannot be read, or is something else.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise BadCenterFile("center-file-unreadable") from error
    if len(data) > MOST:
        raise BadCenterFile("center-file-large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadCenterFile("center-file-other") from error
    return read_center(text)


def read_center(text: str) -> CenterFile:
    """Return what the text says.

    Raises:
        BadCenterFile: it is no TOML, has no code and no name, or a value that cannot be one.
    """
    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadCenterFile("center-file-other") from error
    inner = said.get("center", said)
    if not isinstance(inner, dict) or not {"code", "name"} & inner.keys():
        raise BadCenterFile("center-file-empty")
    return CenterFile(**{name: _value(inner.get(name, "")) for name in _FIELDS})


def _value(said: object) -> str:
    if not isinstance(said, str) or len(said) > _LONGEST or not said.isprintable():
        raise BadCenterFile("center-file-value")
    return said.strip()
