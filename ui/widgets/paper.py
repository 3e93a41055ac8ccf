"""A PDF on its way to paper or to a place the person chose; never to a file of our own."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.paper_sheet import image_of

_DPI = 300


def pages(data: bytes, dpi: int = _DPI) -> list[QImage]:
    """Return the pages of a PDF as pictures, in memory only."""
    return list(_each(data, dpi))


def print_pdf(parent: QWidget, data: bytes) -> bool:
    """Ask for a printer and print; False where the person changed her mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    for number, image in enumerate(_each(data, _DPI)):
        if number:
            printer.newPage()
        painter.drawImage(QRectF(painter.viewport()), image)
    painter.end()
    return True


def save_bytes(parent: QWidget, name: str, data: bytes) -> Path | None:
    """Ask for a place and write there; None where the person changed her mind.

    Raises:
        OSError: nothing can be written there.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, "", name)
    if not chosen:
        return None
    Path(chosen).write_bytes(data)
    return Path(chosen)


def _each(data: bytes, dpi: int) -> Iterator[QImage]:
    """Yield one page after the other: a long paper does not lie in memory at once."""
    from intake.desk.paper_pages import PaperPages  # noqa: PLC0415 - loads the core

    with PaperPages(data) as paper:
        for at in range(paper.count):
            yield image_of(paper.at_dpi(at, dpi))
