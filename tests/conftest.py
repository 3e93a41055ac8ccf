"""What every test stands under: no network, no screen, and canaries that sing."""

import gc
import logging
import os
import tempfile  # noqa: TID251 - a folder for sockets
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault(
    "IEUM_STRICT_TEXTS", "1"
)  # a missing fact fails here, and is blank in the app

os.environ["TZ"] = "Asia/Seoul"  # every machine tells the time of the centers
if hasattr(time, "tzset"):
    time.tzset()

CANARIES = ("녹두", "홍길동")

settings.register_profile(
    "ieum",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("ieum")


_WINDOWS = (
    "tests/ui/",
    "tests/stories/test_window_",
    "tests/stories/test_ime",
    "tests/stories/test_nothing",
)


@pytest.fixture(scope="module", autouse=True)
def _garbage_of_windows_is_swept_here(request):
    """Widgets in a circle are destroyed in this thread, as ``ui.sweeping`` has it in the window."""
    if not str(request.path.relative_to(request.config.rootpath)).startswith(_WINDOWS):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.freeze()  # the next one does not look through what stays here
    gc.enable()


class Patient(QtBot):
    """Waits a minute where others wait five seconds: a busy computer may take its time."""

    def waitUntil(self, callback, *, timeout=60_000):
        return super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=60_000, **more):
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget, *, timeout=60_000):
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    """pytest-qt's, with more patience."""
    return Patient(request)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Whole files, the longest first: see ``tests.turns``."""
    from tests.turns import Turns  # noqa: PLC0415 - only where work is shared out

    return Turns(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is collected stays: nobody looks for garbage in it meanwhile."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """What was collected stays: whoever sweeps does not look through nine thousand tests again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def house() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def short_folders():
    """Makes folders for whoever lays sockets: the whole name of one may have 107 bytes."""
    place = Path("/tmp")
    within = place if place.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="ieum-", dir=within, ignore_cleanup_errors=True) as made:  # fmt: skip
        yield lambda: Path(tempfile.mkdtemp(prefix="", dir=made))


@pytest.fixture
def short_folder(short_folders) -> Path:
    """One of them."""
    return short_folders()


@pytest.fixture(scope="session")
def shared(house: Path) -> Path:
    """Data that lies beside the checkout and not in it."""
    return Path(os.environ.get("IEUM_SHARED", house.parent / "shared"))


class _Sentry(logging.Handler):
    """Remembers every log line that carries a canary name."""

    def __init__(self) -> None:
        super().__init__(level=logging.NOTSET)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        self.heard += [line for canary in CANARIES if canary in line]


@pytest.fixture(autouse=True)
def no_canary_sings_in_a_log():
    """Logs are public: ids and counts only."""
    sentry = _Sentry()
    logging.getLogger().addHandler(sentry)
    yield
    logging.getLogger().removeHandler(sentry)
    assert not sentry.heard, "a log line carried words of a case"
