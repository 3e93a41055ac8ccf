"""The pages around 같은 사람: candidates, perpetrators, notices; each leads to the others."""

from importlib.util import find_spec

from intake.text import Texts

_PAGES = ("people", "profiles", "notices")


def people_pages(texts: Texts) -> tuple[tuple[str, str, str], ...]:
    """Return the pages there are: name, word, and what is read aloud."""
    return tuple(
        (name, word, texts("between-go", page=word))
        for name in _PAGES
        if find_spec(f"ui.screens.{name}") is not None
        for word in (texts(f"between-{name}"),)
    )
