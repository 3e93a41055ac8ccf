"""A second opinion (두 번째 의견) by somebody else's engine: Splink on DuckDB, as an optional extra.

* It learns its weights from the records alone (expectation maximisation) and knows no profile,
  no decision and nothing of how ours weighs; that is what makes it worth asking.
* Everything stays in memory: no file, no spill to the disk, no network, two threads at most.
  Where the memory does not suffice it gives up in words.
* An opinion is no decision; nobody is joined by it.
"""

import logging
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

from intake.errors import NoMemory, NotInstalled
from intake.matching.opinion_rows import HANDLES, NUMBERS, OTHERS, TEXTS, Row, rows_of
from intake.matching.sighting import Sighting
from intake.progress import Progress, Silent

FEWEST: Final = 200  # sightings that weights can be learnt from; fewer keep the ones they start with
_SAMPLE: Final = 20_000  # records that training looks at
_MOST_PAIRS: Final = 1_000_000
_SEED: Final = 20261125
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
    import duckdb  # noqa: PLC0415 - an extra, and large
    from splink.internals.exceptions import SplinkException  # noqa: PLC0415 - an extra, and large

    return (SplinkException, duckdb.OutOfMemoryException)


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
    import duckdb  # noqa: PLC0415 - an extra, and large

    connection = duckdb.connect(
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
    import pyarrow as pa  # noqa: PLC0415 - an extra, and large
    import splink  # noqa: PLC0415 - an extra, and large

    types = {name: pa.int32() if name == "born" else pa.string() for name in rows[0]}
    pa.set_cpu_count(2)
    table = pa.Table.from_pylist(list(rows), schema=pa.schema(list(types.items())))
    api = splink.DuckDBAPI(connection)
    blocks: list[Any] = [splink.block_on(name) for name in (*NUMBERS, *HANDLES)]
    blocks += [splink.block_on("name", "nickname"), splink.block_on("nickname", "ip")]
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(_comparisons(learns=len(rows) >= FEWEST)),
        blocking_rules_to_generate_predictions=blocks,
        probability_two_random_records_match=1 / max(1_000, len(rows)),
        retain_matching_columns=False,
        max_iterations=rounds,
    )
    return splink.Linker(api.register(table), settings, log_level=logging.CRITICAL)


def _comparisons(*, learns: bool) -> Iterator[Any]:
    """Yield what is compared, with the weights it starts from.

    Where few are compared, how often a value is there says nothing yet of how rare it is.
    """
    import splink.comparison_level_library as levels  # noqa: PLC0415 - an extra, and large

    for name in NUMBERS:
        yield _comparison(name, [(_exact(levels, name, learns), 0.7, 1e-5)], 0.3)
    for name in HANDLES:
        near = levels.LevenshteinLevel(name, 1)
        yield _comparison(
            name, [(_exact(levels, name, learns), 0.6, 1e-5), (near, 0.05, 1e-4)], 0.35
        )
    for name in OTHERS:
        yield _comparison(
            name, [(_exact(levels, name, learns), 0.5, 5e-3)], 0.5, learns=False
        )
    years = levels.AbsoluteDifferenceLevel("born", 3)
    yield _comparison("born", [(years, 0.9, 0.2)], 0.1)
    for name in TEXTS:
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
    import splink.comparison_level_library as levels  # noqa: PLC0415 - an extra, and large
    import splink.comparison_library as library  # noqa: PLC0415 - an extra, and large

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
    import splink  # noqa: PLC0415 - an extra, and large
    from splink.internals.exceptions import EMTrainingException  # noqa: PLC0415 - an extra, and large

    training = linker.training
    surely = [splink.block_on(name) for name in _SURE]
    training.estimate_probability_two_random_records_match(surely, recall=_SURE_FIND)
    training.estimate_u_using_random_sampling(max_pairs=_MOST_PAIRS, seed=_SEED)
    progress.step(2, 4, "progress-opinion")
    for name in _TRAINED_ON:
        try:
            training.estimate_parameters_using_expectation_maximisation(
                splink.block_on(name),
                record_sample_proportion=min(1.0, _SAMPLE / records),
                max_pairs=_MOST_PAIRS,
            )
        except (EMTrainingException, ValueError):
            continue  # too few have it in common: the weights stay as they were
    progress.step(3, 4, "progress-opinion")


def _read(connection: Any, table: str) -> Iterator[Pair]:  # noqa: ANN401
    told = connection.sql(
        f"select unique_id_l, unique_id_r, match_probability from {table} "  # noqa: S608 - its own name for it
        "order by match_probability desc, unique_id_l, unique_id_r"
    )
    for one, other, probability in told.fetchall():
        yield Pair(min(one, other), max(one, other), probability)
