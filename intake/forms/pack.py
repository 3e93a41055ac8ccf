"""A form pack (양식 묶음): the compiled XForm, its tables, and a card that vouches for every byte.

* A pack is a folder or a set of files side by side: ``<id>-<version>.form.json`` (the card),
  ``<id>-<version>.xml`` and CSV tables; the card names each with size and SHA-256.
* The card is canonical JSON with its own digest: one changed byte anywhere is ``Altered``.
* A pack for a newer reader is ``TooNew`` and stays where it is.
* A form that does not pass the check is refused here, never in an interview.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.errors import Altered, FormFaulty, Malformed, NotFound, Oversized, TooNew
from intake.forms.checking import check_form
from intake.forms.items import items_from_csv
from intake.forms.model import Form
from intake.forms.reading import MOST_BYTES
from intake.forms.session import FormSession
from intake.forms.xform import read_form

FORMAT = "ieum-form@v1"
READER = 1
CARD = ".form.json"
_MOST_CARD = 1024 * 1024
_PLAIN_NAME = re.compile(r"[\w][\w.\-]{0,120}\Z")


@dataclass(frozen=True, slots=True)
class PackCard:
    """What a pack says of itself."""

    id: str
    version: str
    title: Mapping[str, str]
    languages: tuple[str, ...]
    path: Path
    files: tuple[tuple[str, int, str], ...]
    lint: tuple[str, ...]

    def title_in(self, language: str) -> str:
        """Return the title in a language, or in whichever there is."""
        return self.title.get(language) or next(iter(self.title.values()), self.id)


def load_pack(path: Path) -> Form:
    """Open a pack from its card, or from the folder that holds one.

    Raises:
        NotFound: no card there, or a file that the card names is gone.
        Altered: a byte is not what the card says.
        TooNew: made for a newer reader.
        Malformed, Oversized, FormFaulty: what is inside is not fit.
    """
    card = read_card(_card_at(path))
    return open_pack(card, {name: _read_limited(card.path.parent / name, MOST_BYTES) for name, _, _ in card.files})  # fmt: skip


def open_pack(card: PackCard, files: Mapping[str, bytes]) -> Form:
    """Open a pack whose files are at hand, as ``load_pack``.

    Raises:
        NotFound, Altered, Malformed, Oversized, FormFaulty: as ``load_pack``.
    """
    files = {name: _proven(files, name, size, digest) for name, size, digest in card.files}  # fmt: skip
    xml = next((raw for name, raw in files.items() if name.endswith(".xml")), None)
    if xml is None:
        raise Malformed(what="pack")
    side = {
        _side_name(name, card): items_from_csv(name, _text(raw))
        for name, raw in files.items()
        if name.endswith(".csv")
    }
    form = read_form(xml, side=side, title=card.title)
    if (form.id, form.version) != (card.id, card.version):
        raise Altered(member=card.path.name)
    check_form(form)
    _try_out(form)
    return form


def find_packs(folder: Path) -> tuple[PackCard, ...]:
    """Return the cards of all packs in a folder, the newest version of each form last."""
    cards = [read_card(path) for path in sorted(folder.glob(f"*{CARD}"))]
    cards.extend(read_card(path) for path in sorted(folder.glob(f"*/*{CARD}")))
    return tuple(sorted(cards, key=lambda card: (card.id, version_order(card.version))))


def read_card(path: Path) -> PackCard:
    """Read and check a card alone; the files beside it are not touched."""
    return card_of(_read_limited(path, _MOST_CARD), path)


def card_of(raw: bytes, path: Path) -> PackCard:
    """Return what a card's bytes say; ``path`` is where it lies, or would.

    Raises:
        Malformed, Altered, TooNew, Oversized: they are no card that this version can use.
    """
    if len(raw) > _MOST_CARD:
        raise Oversized(limit=_MOST_CARD)
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError):
        raise Malformed(what="pack") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Malformed(what="pack")
    _check_age(told)
    body = {name: value for name, value in told.items() if name != "digest"}
    try:
        if card_bytes(body) != raw:
            raise Altered(member=path.name)
        return _card(told, path)
    except (KeyError, TypeError, ValueError):
        raise Malformed(what="pack") from None


def _check_age(told: Mapping[str, object]) -> None:
    least = told.get("min_reader")
    if not isinstance(least, int):
        raise Malformed(what="pack")
    if least > READER:
        raise TooNew(what="form", version=least)


def _card(told: Mapping[str, object], path: Path) -> PackCard:
    title, files, languages, lint = (
        told[name] for name in ("title", "files", "languages", "lint")
    )
    if not (
        isinstance(title, dict)
        and isinstance(files, list)
        and isinstance(languages, list)
        and isinstance(lint, list)
    ):
        raise TypeError
    named = tuple(
        (str(one["name"]), int(one["size"]), str(one["sha256"])) for one in files
    )
    stem = f"{told['id']}-{told['version']}."
    if not all(
        _PLAIN_NAME.match(name) and name.startswith(stem) for name, _, _ in named
    ):
        raise ValueError
    return PackCard(
        id=str(told["id"]),
        version=str(told["version"]),
        title={str(language): str(words) for language, words in title.items()},
        languages=tuple(str(language) for language in languages),
        path=path,
        files=named,
        lint=tuple(str(line) for line in lint),
    )


def card_bytes(told: Mapping[str, object]) -> bytes:
    """Return a card's bytes with its digest in it; equal cards have equal bytes."""
    body = _canonical(told)
    return _canonical({**told, "digest": hashlib.sha256(body).hexdigest()}) + b"\n"


def _canonical(told: Mapping[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _card_at(path: Path) -> Path:
    if not path.is_dir():
        return path
    cards = sorted(path.glob(f"*{CARD}"))
    if len(cards) != 1:
        raise NotFound(entity="form")
    return cards[0]


def _read_limited(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as source:
            raw = source.read(limit + 1)
    except OSError:
        raise NotFound(entity="form") from None
    if len(raw) > limit:
        raise Oversized(limit=limit)
    return raw


def _proven(files: Mapping[str, bytes], name: str, size: int, digest: str) -> bytes:
    raw = files.get(name)
    if raw is None:
        raise NotFound(entity="form")
    if len(raw) != size or hashlib.sha256(raw).hexdigest() != digest:
        raise Altered(member=name)
    return raw


def _side_name(name: str, card: PackCard) -> str:
    return name.removeprefix(f"{card.id}-{card.version}.")


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed(what="csv") from None


def version_order(version: str) -> tuple[tuple[int, int, str], ...]:
    """Return what makes one version later than another: its numbers as numbers.

    >>> version_order("2026.2") < version_order("2026.10"), version_order("3") < version_order("12")
    (True, True)
    """
    parts = re.findall(r"[0-9]{1,18}|[^0-9.]+", version)
    return tuple((1, int(one), "") if one[0] in "0123456789" else (0, 0, one) for one in parts)  # fmt: skip


def _try_out(form: Form) -> None:
    """Open the form once with every row it brings: what goes round in circles shows now."""
    session = FormSession(form, form.language)
    session.snapshot()
    if session.circles:
        raise FormFaulty(why="circle", path=session.circles[0])
