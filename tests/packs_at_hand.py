"""Packs for a test: the forms of the program with something changed, and code lists."""

import hashlib
import json
from pathlib import Path

from intake.forms import card_of
from intake.forms.pack import card_bytes
from intake.register import CODES
from intake.text import resource

FORM_NOW = "2026.1"


def next_form(folder: Path, form: str = "log", version: str = "2026.2", *changes: tuple[str, str]) -> Path:  # fmt: skip
    """A form of the program under a later version, with words changed; returns its card."""
    raw = resource(f"forms/{form}-{FORM_NOW}.xml").read_text("utf-8")
    raw = raw.replace(f'id="{form}" version="{FORM_NOW}"', f'id="{form}" version="{version}"')  # fmt: skip
    for was, now in changes:
        assert was in raw, was
        raw = raw.replace(was, now)
    data = raw.encode("utf-8")
    told = json.loads(resource(f"forms/{form}-{FORM_NOW}.form.json").read_bytes())
    name = f"{form}-{version}.xml"
    told["version"] = version
    told["files"] = [{"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}]  # fmt: skip
    told.pop("digest")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    card = folder / f"{form}-{version}.form.json"
    card.write_bytes(card_bytes(told))
    card_of(card.read_bytes(), card)
    return card


def code_list(folder: Path, version: str, **lists: object) -> Path:
    """A code list as the central desk writes it down; a list is code → Korean words."""
    told = {name: [{"code": code, "ko": words, "en": words} for code, words in codes.items()] for name, codes in lists.items()}  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"codes-{version}.json"
    file.write_text(json.dumps({"version": version, "lists": told}, ensure_ascii=False), "utf-8")  # fmt: skip
    return file


def words_of(name: str) -> dict[str, str]:
    """What a list of the program offers: code → Korean words."""
    return {one.code: one.ko for one in CODES.own[name]}
