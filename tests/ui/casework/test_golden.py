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
SHOTS = [(name, "ko") for name in PAGES] + [(name, "en") for name in ENGLISH]


@pytest.mark.parametrize(("name", "language"), SHOTS)
def test_a_page_looks_as_it_was_seen(name, language, visit_page, window, app, request):
    visit_page(language)
    differing = []
    for mode in ("light", "dark"):
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
