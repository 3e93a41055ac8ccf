"""The window's tests run without a screen, in Korean unless they say otherwise."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["IEUM_STRICT_TEXTS"] = "1"

import pytest

from intake.text import Texts
from ui import theme
from ui.jobs import Jobs


@pytest.fixture(scope="session")
def qapp_args():
    return ["ieum"]


@pytest.fixture
def app(qapp):
    if qapp.font().family() != theme.FAMILY:
        theme.prepare(qapp)
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def texts():
    return Texts("ko")


@pytest.fixture
def jobs(app):
    jobs = Jobs()
    yield jobs
    jobs.close()
