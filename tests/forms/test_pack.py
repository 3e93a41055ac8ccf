"""A pack opens only when every byte is what its card says."""

import hashlib
import json
from pathlib import Path

import pytest

from intake.errors import Altered, FormFaulty, Malformed, NotFound, Oversized, TooNew
from intake.forms import FormSession, find_packs, load_pack, read_card
from intake.forms.pack import FORMAT, READER, card_bytes
from tests.forms.makers import ask, bind, view_of, xform

TABLE = b"name,label\nic,\xec\x9d\xb8\xec\xb2\x9c\n"
GOOD = xform(
    "<a/>",
    '<instance id="t" src="jr://file-csv/cities.csv"/>',
    "<select1 ref='/data/a'><label>a</label><itemset nodeset=\"instance('t')/root/item\"><value ref='name'/><label ref='label'/></itemset></select1>",
    form="first",
    version="3",
)


def packed(folder: Path, xml: bytes = GOOD, **told: object) -> Path:
    files = {"first-3.xml": xml, "first-3.cities.csv": TABLE}
    folder.mkdir(exist_ok=True)
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    card = {
        "format": FORMAT,
        "min_reader": READER,
        "id": "first",
        "version": "3",
        "title": {"ko": "초기상담지", "en": "Intake"},
        "languages": ["ko"],
        "files": [
            {"name": name, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
            for name, raw in files.items()
        ],
        "lint": [],
    }
    path = folder / "first-3.form.json"
    path.write_bytes(card_bytes(card | told))
    return path


def test_a_pack_opens_from_its_card_or_its_folder_and_knows_its_title(tmp_path: Path):
    path = packed(tmp_path / "p")
    form = load_pack(path)
    assert (form.id, form.version, form.title["en"]) == ("first", "3", "Intake")
    assert load_pack(path.parent).id == "first"
    assert [
        choice.label for choice in view_of(FormSession(form, "ko"), "a").choices
    ] == ["인천"]


def test_one_changed_byte_anywhere_is_noticed(tmp_path: Path):
    path = packed(tmp_path / "p")
    for file in sorted(path.parent.iterdir()):
        whole = file.read_bytes()
        for at in range(0, len(whole), max(1, len(whole) // 40)):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            with pytest.raises((Altered, Malformed, TooNew)):
                load_pack(path)
        file.write_bytes(whole + b"\n")
        with pytest.raises((Altered, Malformed)):
            load_pack(path)
        file.write_bytes(whole)
    load_pack(path)


def test_a_changed_form_is_called_altered(tmp_path: Path):
    path = packed(tmp_path / "p")
    (path.parent / "first-3.xml").write_bytes(GOOD.replace(b">a<", b">b<"))
    with pytest.raises(Altered) as altered:
        load_pack(path)
    assert altered.value.facts["member"] == "first-3.xml"


def test_a_pack_for_a_newer_reader_is_too_new(tmp_path: Path):
    with pytest.raises(TooNew):
        load_pack(packed(tmp_path / "p", min_reader=READER + 1))


@pytest.mark.parametrize(
    "told",
    [
        {"format": "ieum-form@v9"},
        {"min_reader": "1"},
        {"files": [{"name": "../../etc/passwd", "size": 1, "sha256": ""}]},
        {"files": [{"name": "first-3.xml"}]},
        {"files": []},
        {"title": "x"},
        {"version": "4"},
    ],
)
def test_a_card_that_is_no_card_is_refused(tmp_path: Path, told: dict):
    with pytest.raises(Malformed):
        load_pack(packed(tmp_path / "p", **told))


def test_a_card_with_half_a_letter_is_refused(tmp_path: Path):
    card = packed(tmp_path / "pack")
    card = next(card.glob("*.form.json")) if card.is_dir() else card
    card.write_bytes(card.read_bytes().replace(b'"Intake"', b'"\\ud800"'))
    with pytest.raises(Malformed):
        read_card(card)


def test_a_card_that_speaks_of_another_form_is_altered(tmp_path: Path):
    with pytest.raises(Altered):
        load_pack(packed(tmp_path / "p", GOOD.replace(b'version="3"', b'version="4"')))


def test_what_is_not_there_is_not_found(tmp_path: Path):
    with pytest.raises(NotFound):
        load_pack(tmp_path)
    with pytest.raises(NotFound):
        load_pack(tmp_path / "none.form.json")
    path = packed(tmp_path / "p")
    (path.parent / "first-3.cities.csv").unlink()
    with pytest.raises(NotFound):
        load_pack(path)


def test_a_card_too_large_to_be_one_is_refused(tmp_path: Path):
    path = tmp_path / "big.form.json"
    path.write_bytes(b" " * (1024 * 1024 + 1))
    with pytest.raises(Oversized):
        read_card(path)


@pytest.mark.parametrize(
    ("model", "why"),
    [
        (bind("a", calculate="foo()"), "function"),
        (bind("a", type="geopoint"), "unsupported-geo"),
        (bind("a", calculate="/data/b") + bind("b", calculate="/data/a"), "circle"),
        (
            bind("a", relevant="/data/b = ''") + bind("b", relevant="/data/a = ''"),
            "circle",
        ),
    ],
)
def test_a_form_that_does_not_pass_the_check_never_reaches_an_interview(
    tmp_path: Path, model: str, why: str
):
    xml = xform("<a/><b/>", model, ask("a", "b"), form="first", version="3")
    with pytest.raises(FormFaulty) as refused:
        load_pack(packed(tmp_path / "p", xml))
    assert refused.value.facts["why"] == why


def test_packs_are_listed_by_their_cards_alone(tmp_path: Path):
    packed(tmp_path)
    other = packed(tmp_path / "inner")
    told = json.loads(other.read_bytes()) | {"version": "10", "files": []}
    told.pop("digest")
    other.write_bytes(card_bytes(told))
    assert [
        (card.id, card.version, card.title_in("ko")) for card in find_packs(tmp_path)
    ] == [
        ("first", "3", "초기상담지"),
        ("first", "10", "초기상담지"),
    ]


def test_a_card_is_written_the_same_way_every_time(tmp_path: Path):
    path = packed(tmp_path / "p")
    told = json.loads(path.read_bytes())
    told.pop("digest")
    assert card_bytes(dict(reversed(told.items()))) == path.read_bytes()
