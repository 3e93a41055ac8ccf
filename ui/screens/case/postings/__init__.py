"""게시물·삭제: what was posted where, what was asked of whom, and what came of it."""

from ui.screens.case.postings.tab import Postings

__all__ = ["Postings"]
