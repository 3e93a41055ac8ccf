"""The directory of sites: name and address, how it is asked, how many postings lie there."""

from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from intake.desk.views.deleting import SiteLine
from intake.text import Texts
from ui.tables.row_list import RowList, RowPainter, paint_text
from ui.tables.rows import RowsModel

_LINE = 20


class SitePainter(RowPainter):
    """Draws a ``SiteLine``."""

    height = 60

    def __init__(self, texts: Texts) -> None:
        """Speak the language of ``texts``."""
        super().__init__()
        self._texts = texts

    @override
    def paint_line(self, painter: QPainter, place: QRect, line: object) -> None:
        site = cast("SiteLine", line)
        top = QRect(place.x(), place.y() - 2, place.width(), _LINE)
        count = self._texts("sites-postings", count=site.postings) if site.postings else ""  # fmt: skip
        right = Qt.AlignmentFlag.AlignRight
        taken = paint_text(painter, top, count, colour="muted", size=12, align=right)
        room = top.adjusted(0, 0, -taken - 8, 0)
        name = site.name or site.host
        width = paint_text(painter, room, name, weight=QFont.Weight.DemiBold)
        if site.name:
            rest = room.adjusted(width + 8, 0, 0, 0)
            paint_text(painter, rest, site.host, colour="muted", size=13)
        low = top.translated(0, _LINE)
        paint_text(painter, low, said_site(site), colour="muted", size=13)


class SiteRows(RowsModel):
    """Says a site in words."""

    @override
    def accessible(self, line: object) -> str:
        site = cast("SiteLine", line)
        return ", ".join(filter(None, (site.name, site.host, said_site(site))))


def said_site(site: SiteLine) -> str:
    """Return what kind of place it is and how it is asked."""
    reached = site.email or site.report_url or site.phone
    parts = (site.platform_text, site.channel_text, reached)
    return " · ".join(filter(None, parts))


def site_list(texts: Texts) -> RowList:
    """Return an empty list for sites."""
    return RowList(texts("sites-list"), SitePainter(texts), SiteRows())
