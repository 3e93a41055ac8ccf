"""The window's tests run without a screen, in Korean unless they say otherwise."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["IEUM_STRICT_TEXTS"] = "1"

import pytest

from intake.text import Texts, resource
from tests.ui.fake_desk import FakeDoor
from ui import theme
from ui.jobs import Jobs
from ui.session import Session

TEST_WORDS = {
    "ko": """
progress-test = 시험
send-test-no-consent = 제공 동의 없음
send-test-already-sent = 이미 보냄
test-arrived = 도착함
test-on-way = 가는 중
test-believed = 받아들임
test-aside = 따로 둠
test-cut = 파일이 도중에 끊겼습니다. 보낸 곳에 다시 요청하십시오.
test-verified = 모든 쪽이 쓰인 그대로입니다.
""",
    "en": """
progress-test = Test
send-test-no-consent = no consent to share
send-test-already-sent = already sent
test-arrived = arrived
test-on-way = on its way
test-believed = taken in
test-aside = put aside
test-cut = The file ends early. Ask the sender for it again.
test-verified = Every page is what was written.
""",
}


def pytest_configure(config):
    """The platform without a screen says this of every window it shows."""
    config.addinivalue_line("qt_log_ignore", "does not support propagateSizeHints")


@pytest.fixture
def app(qapp):
    if qapp.font().family() != theme.FAMILY:
        theme.prepare(qapp)
    theme.apply(qapp, "light")
    return qapp


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


@pytest.fixture
def texts(words_folder):
    return Texts("ko", words_folder, strict=True)


@pytest.fixture
def jobs(app):
    jobs = Jobs()
    yield jobs
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

    return wait
