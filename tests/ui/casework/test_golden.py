"""Pictures of every casework page, compared point by point with those that a person looked at.

``IEUM_GOLDEN=write`` keeps new ones; look at each before it is committed.
"""

import os

import pytest
from PySide6.QtGui import QImage

from tests.ui.casework.places import PAGES
from tests.ui.test_golden import first_difference, picture
from ui import theme

ENGLISH = (
    "today",
    "cases",
    "case",
    "consent-new",
    "interview-questions",
    "interview-closing",
)
BOTH = ("light", "dark")
WORKED = (
    "worked-suspects",
    "worked-postings",
    "worked-evidence",
    "worked-support",
    "worked-consents",
    "calendar",
    "erasing-sure",
)
TALK = PAGES[: PAGES.index("worked")]  # the interview and what is around it
SHOTS = [
    *((name, "ko", BOTH) for name in TALK),
    *((name, "en", BOTH) for name in ENGLISH),
    *((name, "ko", ("light",)) for name in WORKED),
    *((name, "en", ("dark",)) for name in WORKED),
]


@pytest.mark.parametrize(("name", "language", "modes"), SHOTS)
def test_a_page_looks_as_it_was_seen(name, language, modes, visit_page, app, request):
    window = request.getfixturevalue("window")
    visit_page(language)
    differing = []
    for mode in modes:
        if theme.now() is not theme.choose(mode):  # every widget is dressed anew
            theme.apply(app, mode)
        called = f"casework-{name}-{language}-{mode}.png"
        file = request.path.parent.parent / "golden" / called
        shot = picture(window)
        if os.environ.get("IEUM_GOLDEN") == "write":
            shot.save(str(file), "PNG", 1)
        kept = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
        if shot != kept:
            differing.append((called, first_difference(shot, kept)))
    assert differing == []
