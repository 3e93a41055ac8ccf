"""Words of a form: labels with values in them, and the same words in every language."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

from intake.errors import FormFaulty
from intake.forms.code import Code
from intake.forms.compiling import compile_text
from intake.forms.model import Text

_MEDIA = frozenset({"image", "big-image", "audio", "video"})
_CODE = re.compile(r"\(([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$")


def read_words(element: ET.Element | None) -> Text | None:
    """Return the words of a label, hint, value or message element."""
    if element is None:
        return None
    reference = (element.get("ref") or "").strip()
    if reference:
        return itext_text(compile_text(reference))
    parts: list[str | Code] = [element.text or ""]
    for kid in element:
        parts.extend(_inline(kid))
        parts.append(kid.tail or "")
    return Text(tuple(part for part in parts if part != ""))


def _inline(element: ET.Element) -> list[str | Code]:
    if element.tag.rpartition(":")[2] != "output":
        words = read_words(element)
        return list(words.parts) if words else []
    source = (element.get("value") or element.get("ref") or "").strip()
    if not source:
        raise FormFaulty(why="output")
    return [compile_text(source)]


def itext_text(code: Code) -> Text:
    """Return words that an expression finds; ``jr:itext(…)`` finds them by language."""
    return Text(itext=code)


def read_itext(
    model: ET.Element,
) -> tuple[dict[str, Mapping[str, Mapping[str, Text]]], str]:
    """Return language → id → form → words, and the language that comes first."""
    found: dict[str, Mapping[str, Mapping[str, Text]]] = {}
    default = ""
    for translation in model.findall("itext/translation"):
        language = translation.get("lang", "")
        if (
            translation.get("default", "").strip() in {"true()", "true", ""}
            and translation.get("default") is not None
        ):
            default = language
        found[language] = {
            text.get("id", ""): _forms(text) for text in translation.findall("text")
        }
    return found, default or next(iter(found), "")


def _forms(text: ET.Element) -> dict[str, Text]:
    forms: dict[str, Text] = {}
    for value in text.findall("value"):
        form = value.get("form", "")
        words = read_words(value)
        if words is not None and form not in _MEDIA:
            forms[form] = words
    return forms


def pick_language(languages: tuple[str, ...], wanted: str, default: str) -> str:
    """Return the translation meant by ``ko``, ``한국어 (ko)`` or ``한국어``, else the default.

    >>> pick_language(("한국어 (ko)", "English (en)"), "en", "한국어 (ko)")
    'English (en)'
    """
    for language in languages:
        if wanted in {language, code_of(language)}:
            return language
    return default


def code_of(language: str) -> str:
    """Return the code in a language's name: ``English (en)`` → ``en``."""
    match = _CODE.search(language)
    return match[1] if match else language
