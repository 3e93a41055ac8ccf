"""The window's tests run without a screen, in Korean unless they say otherwise."""

import os
import time
from functools import partial

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["IEUM_STRICT_TEXTS"] = "1"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from intake.desk import load_all
from intake.text import Texts, resource
from tests.ui.fake_desk import FakeDoor
from tests.ui.places import go
from ui import theme
from ui.jobs import Jobs
from ui.session import Session
from ui.sweeping import sweep
from ui.widgets.drives import Drive
from ui.window import Window

PATIENCE = 60_000  # ms: a machine that has much to do is no failure
TEST_WORDS = {"ko": "progress-test = 시험\n", "en": "progress-test = Test\n"}


def pytest_configure(config):
    """A picture shows the clock of the center; the platform without a screen is noisy."""
    os.environ["TZ"] = "Asia/Seoul"
    time.tzset()
    config.addinivalue_line("qt_log_ignore", "does not support propagateSizeHints")


@pytest.fixture
def qtbot(qtbot):
    """What is waited for may take its time: it comes, or the test says what did not."""
    for name in ("waitUntil", "waitSignal", "waitExposed"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.fixture
def app(qapp, request):
    """The application in the theme a test asks for; light, unless it says ``mode``."""
    if qapp.font().family() != theme.FAMILY:
        theme.prepare(qapp)
    callspec = getattr(request.node, "callspec", None)
    mode = callspec.params.get("mode", "light") if callspec else "light"
    if theme.now() is not theme.choose(mode) or not qapp.styleSheet():
        _let_go()  # else the window of the last test is dressed anew
        theme.apply(qapp, mode)
    return qapp


def _let_go():
    """What was deleted goes now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def words_folder(tmp_path_factory):
    """The real texts, and a few words that only the fake desk says."""
    folder = tmp_path_factory.mktemp("text")
    for language, extra in TEST_WORDS.items():
        (folder / language).mkdir()
        for file in resource("text", language).glob("*.ftl"):
            (folder / language / file.name).symlink_to(file)
        (folder / language / "zz-test.ftl").write_text(extra, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def every_text(words_folder):
    """A sentence is parsed once for all tests."""
    return Texts("ko", words_folder, strict=True)


@pytest.fixture
def texts(every_text):
    every_text.speak("ko")
    return every_text


@pytest.fixture(scope="session")
def whole_core():
    """The core as the window has it before anybody opens: two lanes never load it together."""
    load_all()


@pytest.fixture
def jobs(app, whole_core):
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item):
    """The lanes come to an end before the desks that they ask are closed, as in the window."""
    jobs = item.funcargs.get("jobs")
    if jobs is not None:  # a plan of the fixtures makes none
        jobs.close()


@pytest.fixture
def door():
    return FakeDoor()


@pytest.fixture
def desk(door):
    return door.desk


@pytest.fixture
def session(jobs, texts, tmp_path, door):
    return Session(jobs, texts, tmp_path, load_door=lambda: door)


@pytest.fixture
def open_session(session, desk):
    session.open(desk)
    return session


@pytest.fixture
def settle(qtbot, jobs):
    """Wait until every lane is empty."""

    def wait():
        qtbot.waitUntil(lambda: not jobs._open)
        for _ in range(4):  # a layout asks for a layout; what was deleted goes
            QCoreApplication.sendPostedEvents()
            _let_go()

    return wait


@pytest.fixture
def left():
    """What the window said when it left: True to open again."""
    return []


@pytest.fixture
def window(qtbot, session, left):
    """The real window, shown, before any gate."""
    window = Window(session, left.append)
    qtbot.addWidget(window, before_close_func=lambda _w: session.leave())
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def stick(tmp_path):
    """A stick that can be written to, and one that cannot."""
    (tmp_path / "stick").mkdir()
    return (
        Drive("USB 64G", tmp_path / "stick", 58_000_000_000, 64_000_000_000, True),
        Drive("OLD", tmp_path / "old", 1_000, 1_000, False),
    )


@pytest.fixture
def visit(window, session, desk, stick, settle):
    """Bring the window to a page of ``tests.ui.places`` by name."""

    def visit(name):
        page = go(name, window, session, desk, stick, settle)
        settle()
        return page

    return visit


@pytest.fixture(autouse=True)
def _swept():
    """After each test this thread sweeps what is due, as in the window (``ui.sweeping``)."""
    yield
    sweep()
