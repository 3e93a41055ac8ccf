"""A second opinion (두 번째 의견) by somebody else's engine: Splink on DuckDB, as an optional extra.

* It learns its weights from the records alone (expectation maximisation) and knows no profile,
  no decision and nothing of how ours weighs; that is what makes it worth asking.
* Everything stays in memory: no file, no spill to the disk, no network, two threads at most.
  Where the memory does not suffice it gives up in words.
* One value of a kind per sighting, the first: its training takes no lists (matching §3.5). A
  value of very many is left out, and so is what somebody marked as shared.
* An opinion is no decision; nobody is joined by it.
"""

import logging
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

from intake.errors import NoMemory, NotInstalled
from intake.matching.sighting import Mark, Sighting
from intake.progress import Progress, Silent

Row: TypeAlias = dict[str, str | int | None]

HUB: Final = 300  # sightings under one value: from here on it says nothing
FEWEST: Final = 200  # sightings that weights can be learnt from; fewer keep the ones they start with
_SAMPLE: Final = 20_000  # records that training looks at
_MOST_PAIRS: Final = 1_000_000
_SEED: Final = 20261125
# Accounts and numbers: whoever is to be compared at all has one of these in common.
_NUMBERS: Final = ("phone", "telegram_id", "email", "bank", "wallet", "kakao_openchat")
_HANDLES: Final = (
    "telegram",
    "kakao_id",
    "instagram",
    "twitter",
    "discord",
    "uploader",
)
_OTHERS: Final = ("nickname", "name", "telegram_invite", "ip", "url", "sha256")
_TRAINED_ON: Final = ("telegram", "phone", "twitter", "bank", "instagram")
_SURE: Final = (
    "phone",
    "telegram_id",
    "email",
    "kakao_openchat",
    "telegram",
    "instagram",
)
_SURE_FIND: Final = (
    0.4  # of the pairs that are one person, how many have one of these in common
)
_COLUMNS: Final = (*_NUMBERS, *_HANDLES, *_OTHERS)
_TEXTS: Final = ("region", "sex", "approach")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sightings, and how sure the other engine is that they are one person."""

    one: str
    other: str
    probability: float  # never shown to anybody as a number

    @property
    def key(self) -> tuple[str, str]:
        """The pair whichever way round."""
        return (min(self.one, self.other), max(self.one, self.other))


@dataclass(frozen=True, slots=True)
class _Limits:
    memory_mb: int
    threads: int
    rounds: int


def is_installed() -> bool:
    """Whether the extra is here."""
    return find_spec("splink") is not None and find_spec("duckdb") is not None


def pairs(
    sightings: Iterable[Sighting],
    least: float = 0.01,
    *,
    memory_mb: int = 2_048,
    threads: int = 2,
    rounds: int = 15,
    progress: Progress | None = None,
) -> tuple[Pair, ...]:
    """Return every pair that is at least ``least`` likely, the likeliest first.

    ``rounds`` is how often its training goes over the records at most, per block.

    Raises:
        NotInstalled: the extra ``opinion`` is not here.
        NoMemory: it would not fit; nothing was written anywhere.
    """
    if not is_installed():
        raise NotInstalled(extra="opinion")
    rows = rows_of(sightings)
    if len(rows) < 2:  # noqa: PLR2004 - nobody to compare with
        return ()
    try:
        limits = _Limits(memory_mb, threads, rounds)
        return _asked(rows, least, limits, progress or Silent())
    except _failures() as failed:
        if "out of memory" not in str(failed).lower():
            raise
        raise NoMemory(needed=memory_mb) from None


def _failures() -> tuple[type[Exception], ...]:
    told = import_module("splink.internals.exceptions").SplinkException
    return (told, import_module("duckdb").OutOfMemoryException)


def rows_of(sightings: Iterable[Sighting]) -> list[Row]:
    """Return sightings as the other engine reads them: one value of a kind, hubs left out."""
    rows = [_row(one) for one in sightings]
    for column in _COLUMNS:
        seen = Counter(row[column] for row in rows)
        for row in rows:
            if seen[row[column]] > HUB:
                row[column] = None
    return rows


def _row(sighting: Sighting) -> Row:
    row: Row = dict.fromkeys(("unique_id", *_COLUMNS, "born", *_TEXTS))
    row["unique_id"] = sighting.ref
    for mark in sighting.marks:
        if mark.kind in _COLUMNS and row[mark.kind] is None and _counts(mark, sighting):
            row[mark.kind] = mark.value
    row.update({name: getattr(sighting, name) or None for name in _TEXTS})
    if sighting.age is not None and sighting.year is not None:
        row["born"] = sighting.year - sighting.age
    return row


def _counts(mark: Mark, sighting: Sighting) -> bool:
    return not (mark.masked or mark.shared or mark.key in sighting.own)


# --- asking ---------------------------------------------------------------------------------------


def _asked(
    rows: Sequence[Row], least: float, limits: _Limits, progress: Progress
) -> tuple[Pair, ...]:
    connection = _connection(limits)
    try:
        with _quietly():
            linker = _linker(connection, rows, limits.rounds)
            progress.step(1, 4, "progress-opinion")
            _train(linker, len(rows), progress)
            found = linker.inference.predict(
                threshold_match_probability=least, warning_mode="never"
            )
            progress.step(4, 4, "progress-opinion")
            return tuple(_read(connection, found.physical_name))
    finally:
        connection.close()


def _connection(limits: _Limits) -> Any:  # noqa: ANN401 - an optional library's
    """Open a database that has no file, no spill, no extension and no network."""
    connection = import_module("duckdb").connect(
        ":memory:",
        config={
            "temp_directory": "",  # nothing is spilled: it gives up instead
            "memory_limit": f"{limits.memory_mb}MB",
            "threads": limits.threads,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    # In this order: without access to the outside the setting above could not be made.
    connection.sql("set enable_external_access = false")
    connection.sql("set lock_configuration = true")
    return connection


@contextmanager
def _quietly() -> Iterator[None]:
    """Let neither warnings nor log lines of the other engine out: they name values."""
    log = logging.getLogger("splink")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        log.setLevel(level)


def _linker(connection: Any, rows: Sequence[Row], rounds: int) -> Any:  # noqa: ANN401
    splink = import_module("splink")
    arrow = import_module("pyarrow")
    types = {
        name: arrow.int32() if name == "born" else arrow.string() for name in rows[0]
    }
    arrow.set_cpu_count(2)
    table = arrow.Table.from_pylist(
        list(rows), schema=arrow.schema(list(types.items()))
    )
    api = splink.DuckDBAPI(connection)
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(_comparisons(learns=len(rows) >= FEWEST)),
        blocking_rules_to_generate_predictions=[
            splink.block_on(name) for name in (*_NUMBERS, *_HANDLES)
        ]
        + [splink.block_on("name", "nickname"), splink.block_on("nickname", "ip")],
        probability_two_random_records_match=1 / max(1_000, len(rows)),
        retain_matching_columns=False,
        max_iterations=rounds,
    )
    return splink.Linker(api.register(table), settings, log_level=logging.CRITICAL)


def _comparisons(*, learns: bool) -> Iterator[Any]:
    """Yield what is compared, with the weights it starts from.

    Where few are compared, how often a value is there says nothing yet of how rare it is.
    """
    levels = import_module("splink.comparison_level_library")
    for name in _NUMBERS:
        yield _comparison(name, [(_exact(levels, name, learns), 0.7, 1e-5)], 0.3)
    for name in _HANDLES:
        near = levels.LevenshteinLevel(name, 1)
        yield _comparison(
            name, [(_exact(levels, name, learns), 0.6, 1e-5), (near, 0.05, 1e-4)], 0.35
        )
    for name in _OTHERS:
        yield _comparison(
            name, [(_exact(levels, name, learns), 0.5, 5e-3)], 0.5, learns=False
        )
    years = levels.AbsoluteDifferenceLevel("born", 3)
    yield _comparison("born", [(years, 0.9, 0.2)], 0.1)
    for name in _TEXTS:
        same = levels.ExactMatchLevel(name)
        yield _comparison(name, [(same, 0.8, 0.25)], 0.2, learns=False)


def _exact(levels: Any, name: str, learns: bool) -> Any:  # noqa: ANN401
    return levels.ExactMatchLevel(name, term_frequency_adjustments=learns)


def _comparison(
    name: str, told: list[tuple[Any, float, float]], rest: float, *, learns: bool = True
) -> Any:  # noqa: ANN401
    """Return a comparison; what is seldom said does not learn how often it agrees.

    Left free, "no other name in this block" becomes certainty, and one wrong name a proof.
    """
    levels = import_module("splink.comparison_level_library")
    library = import_module("splink.comparison_library")
    left = 1 - sum(u for _, _, u in told)
    all_ = [*told, (levels.ElseLevel(), rest, left)]
    return library.CustomComparison(
        output_column_name=name,
        comparison_levels=[
            levels.NullLevel(name),
            *(
                one.configure(
                    m_probability=m, u_probability=u, fix_m_probability=not learns
                )
                for one, m, u in all_
            ),
        ],
    )


def _train(linker: Any, records: int, progress: Progress) -> None:  # noqa: ANN401
    if records < FEWEST:
        return
    splink = import_module("splink")
    training = linker.training
    surely = [splink.block_on(name) for name in _SURE]
    training.estimate_probability_two_random_records_match(surely, recall=_SURE_FIND)
    training.estimate_u_using_random_sampling(max_pairs=_MOST_PAIRS, seed=_SEED)
    progress.step(2, 4, "progress-opinion")
    trained = import_module("splink.internals.exceptions").EMTrainingException
    for name in _TRAINED_ON:
        try:
            training.estimate_parameters_using_expectation_maximisation(
                splink.block_on(name),
                record_sample_proportion=min(1.0, _SAMPLE / records),
                max_pairs=_MOST_PAIRS,
            )
        except (trained, ValueError):
            continue  # too few have it in common: the weights stay as they were
    progress.step(3, 4, "progress-opinion")


def _read(connection: Any, table: str) -> Iterator[Pair]:  # noqa: ANN401
    told = connection.sql(
        f"select unique_id_l, unique_id_r, match_probability from {table} "  # noqa: S608 - its own name for it
        "order by match_probability desc, unique_id_l, unique_id_r"
    )
    for one, other, probability in told.fetchall():
        yield Pair(min(one, other), max(one, other), probability)
