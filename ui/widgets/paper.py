"""A PDF on its way to paper or to a place the person chose; never to a file of our own."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

_DPI = 300
_POINTS = 72


def pages(data: bytes, dpi: int = _DPI) -> list[QImage]:
    """Return the pages of a PDF as pictures, in memory only."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_image(page, dpi) for page in document]
    finally:
        document.close()


def print_pdf(parent: QWidget, data: bytes) -> bool:
    """Ask for a printer and print; False where the person changed her mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    for number, image in enumerate(pages(data)):
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


def _image(page: pypdfium2.PdfPage, dpi: int) -> QImage:
    drawn = page.render(scale=dpi / _POINTS)
    array, width, height = drawn.buffer, drawn.width, drawn.height
    image = QImage(
        bytes(array), width, height, drawn.stride, QImage.Format.Format_BGR888
    )
    return image.copy()  # the buffer goes away with the page
