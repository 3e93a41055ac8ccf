"""The small types that several values share."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

Facts: TypeAlias = Mapping[str, str | int]
Role: TypeAlias = Literal["center", "central", "escrow"]
Tone: TypeAlias = Literal["ok", "wait", "no", "info"]
