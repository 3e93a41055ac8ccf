"""Where an address lies and what became of it (플랫폼, 결과), as T6 and T8 name it.

* An address that was taken out of a search result, or gone with its site, is neither removed nor
  under way: both have columns of their own.
"""

from collections.abc import Mapping

from intake.counting.kept.packing import EXTRA, OUTCOMES
from intake.counting.tables.table import UNKNOWN, Axis, of_list
from intake.register import SCHEMA

PLATFORM = of_list("counting-axis-platform", "platform")
APART = of_list("counting-axis-platform", "platform_extra_unsourced", unknown=False)
DETAIL = of_list("counting-axis-detail", "pii_leaked", unknown=False)
OUTCOME = Axis("counting-axis-outcome", OUTCOMES, ("deletion_result",))
_ENDED = tuple(one for one in OUTCOMES if one != "OPEN")


def platform_of(of: str) -> str:
    """Return SQL for the national platform of an address; ``of`` is where its row stands."""
    known = {code: (code,) for code in PLATFORM.codes if code != UNKNOWN}
    return in_groups(f"{of}.platform", known | {"ETC": ("ETC", *EXTRA)}, UNKNOWN)


def national(code: str) -> str:
    """Return the national platform that a platform counts as."""
    return "ETC" if code in EXTRA else PLATFORM.kept(code)


def outcome_of(of: str) -> str:
    """Return SQL for what became of an address."""
    return in_groups(f"{of}.result", {code: (code,) for code in _ENDED}, "OPEN")


def leaking(of: str) -> str:
    """Return SQL that joins the details leaked at an address."""
    return f' JOIN {SCHEMA["leak"].table} k ON k."of" = {of} AND k.deleted IS NULL AND k.chosen = 1'  # fmt: skip


def in_groups(value: str, groups: Mapping[str, tuple[str, ...]], otherwise: str) -> str:
    """Return SQL that names the group of a code; the codes are those of our own lists."""
    told = (f"WHEN {value} IN ({quoted(codes)}) THEN '{name}'" for name, codes in groups.items())  # fmt: skip
    return f"CASE {' '.join(told)} ELSE '{otherwise}' END"


def quoted(codes: tuple[str, ...]) -> str:
    """Return codes as SQL names them in a list."""
    return ", ".join(f"'{one}'" for one in codes)
