"""The pages of a paper as pictures and as words (쪽 보기), in memory only.

* One page at a time, at the width somebody looks at: a paper of 200 pages opens as fast as one.
* The library that draws is not made for several threads: whoever draws waits for the other.
* What is no PDF, or a damaged one, is said as such; nothing of it is shown.
"""

import io
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from threading import Lock
from types import TracebackType
from typing import Self

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from intake.errors import NotAPaper

POINTS = 72  # of an inch
_WIDEST = 6_000  # pixels; somebody else's file may ask for any size
_MOST_LETTERS = 20_000
_DRAWING = Lock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as pixels: blue, green, red, row by row."""

    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageLook:
    """One page: its picture, its words, and which of how many it is."""

    at: int
    count: int
    picture: PagePicture
    text: str = field(default="", repr=False)


class PaperPages:
    """An open PDF; close it, or use it in a ``with``."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF.

        Raises:
            NotAPaper: it cannot be read, or it is shut with a passphrase.
        """
        with _DRAWING:
            try:
                self._pdf = pypdfium2.PdfDocument(data)
                self.count = len(self._pdf)
            except pypdfium2.PdfiumError:
                raise NotAPaper(why="damaged") from None

    def __enter__(self) -> Self:
        """Stay open."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let the paper go."""
        with _DRAWING:
            self._pdf.close()

    def at_width(self, at: int, width: int) -> PagePicture:
        """Return a page as wide as ``width`` pixels."""
        with _DRAWING:
            page = self._page(at)
            return _drawn(page, min(width, _WIDEST) / max(page.get_width(), 1))

    def at_dpi(self, at: int, dpi: int) -> PagePicture:
        """Return a page as a printer needs it."""
        with _DRAWING:
            return _drawn(self._page(at), dpi / POINTS)

    def text(self, at: int) -> str:
        """Return the words of a page, for whoever listens to it."""
        with _DRAWING:
            try:
                told = self._page(at).get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError:
                return ""
        return " ".join(str(told).split())[:_MOST_LETTERS]

    def look(self, at: int, width: int) -> PageLook:
        """Return a page as it is looked at and read aloud; the last where there are fewer."""
        at = max(0, min(at, self.count - 1))
        return PageLook(at, self.count, self.at_width(at, width), self.text(at))

    def _page(self, at: int) -> pypdfium2.PdfPage:
        try:
            return self._pdf[at]
        except (pypdfium2.PdfiumError, IndexError):
            raise NotAPaper(why="damaged") from None


def page_look(data: bytes, at: int, width: int) -> PageLook:
    """Return one page of a PDF that is opened for it.

    Raises:
        NotAPaper: it cannot be read.
    """
    with PaperPages(data) as pages:
        return pages.look(at, width)


def _drawn(page: pypdfium2.PdfPage, scale: float) -> PagePicture:
    shown = page.render(scale=scale)
    return PagePicture(shown.width, shown.height, shown.stride, bytes(shown.buffer))


def joined(papers: Sequence[bytes]) -> bytes:
    """Return several papers as one, in memory, to be printed one after the other.

    Raises:
        NotAPaper: one of them cannot be read.
    """
    out = io.BytesIO()
    with _DRAWING, closing(pypdfium2.PdfDocument.new()) as whole:
        try:
            for data in papers:
                with closing(pypdfium2.PdfDocument(data)) as one:
                    whole.import_pages(one)
            whole.save(out)
        except pypdfium2.PdfiumError:
            raise NotAPaper(why="damaged") from None
    return out.getvalue()
