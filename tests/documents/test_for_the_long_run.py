"""Every kind of paper, marked as PDF/A-2b: what of ISO 19005-2 can be looked at without a validator.

Looked at: header, trailer, fonts (also by ``pdffonts``), colours, transparency, images, actions,
annotations, forms, filters, the description (XMP) and the colour profile; on the paper as it is
drawn, and sealed with room for a stamp. Not looked at, for nobody here has veraPDF: widths
against the font programs glyph by glyph, the syntax of every object, the whole of XMP.
"""

import datetime as dt
import io
import re
import subprocess

import pikepdf
import pytest
from pikepdf import Name

from intake.documents import DOCUMENTS
from intake.documents.archive import archived, locked
from intake.documents.key_file import open_key
from intake.documents.sealing import sealed
from intake.documents.stamp_room import with_room
from tests.documents.conftest import content
from tests.documents.test_sealing import PASSPHRASE, TODAY, key_file

KEY = open_key(key_file(dt.date(2026, 1, 1), dt.date(2028, 1, 1))[0], PASSPHRASE, TODAY)
EVERY = [(kind, language) for kind in DOCUMENTS for language in ("ko", "en")]
FORBIDDEN = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide",
             "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView"}  # fmt: skip
BLENDS = {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten"}  # fmt: skip
NOT_BEFORE_SIGNED = {"/Link", "/Widget"}
PRINT, HIDDEN = 4, 1 | 2 | 32  # bits of an annotation: invisible, hidden, no view
GROUND = 128


@pytest.fixture(scope="module", params=EVERY, ids=[f"{kind.name}-{language}" for kind, language in EVERY])  # fmt: skip
def paper(request):
    kind, language = request.param
    return archived(kind.draw(content(kind.name), language))


@pytest.fixture(params=["drawn", "finished"])
def data(request, paper):
    """As it is drawn; and with all that may come behind."""
    return paper if request.param == "drawn" else with_room(sealed(paper, KEY))


def dictionaries(pdf):
    """Every dictionary of a file, streams' too, however deep."""
    waiting = list(pdf.objects)
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            waiting += [value for value in dict(one.items()).values() if not getattr(value, "is_indirect", False)]  # fmt: skip
        elif isinstance(one, pikepdf.Array):
            waiting += [value for value in one if not getattr(value, "is_indirect", False)]  # fmt: skip


def test_a_paper_keeps_what_can_be_checked_of_pdf_a(data):
    head = data.split(b"\n")[:2]
    assert re.fullmatch(rb"%PDF-1\.[4-7]", head[0])
    assert head[1][:1] == b"%"
    assert all(byte >= GROUND for byte in head[1][1:5])
    assert data.rstrip(b"\r\n").endswith(b"%%EOF")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert "/ID" in pdf.trailer
        assert "/Encrypt" not in pdf.trailer
        check_root(pdf)
        for one in dictionaries(pdf):
            check_dictionary(one)
        for page in pdf.pages:
            check_page(page)


def check_root(pdf):
    root = pdf.Root
    assert not {"/AA", "/OpenAction", "/Requirements", "/OCProperties", "/AF"} & set(root.keys())  # fmt: skip
    assert "/Names" not in root or not {"/JavaScript", "/EmbeddedFiles"} & set(root.Names.keys())  # fmt: skip
    if "/AcroForm" in root:
        assert "/XFA" not in root.AcroForm
        assert not root.AcroForm.get("/NeedAppearances", False)
    (intent,) = root.OutputIntents
    assert intent.S == Name.GTS_PDFA1
    assert intent.DestOutputProfile.N == 3
    profile = intent.DestOutputProfile.read_bytes()
    assert profile[36:40] == b"acsp"
    assert profile[12:20] == b"mntrRGB "
    with pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as told:
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "B")
        assert told["dc:title"] == str(pdf.docinfo["/Title"])


def check_dictionary(one):
    if one.get("/Type") == "/ExtGState" or "/BM" in one:
        assert str(one.get("/BM", "/Normal")) in BLENDS
        assert str(one.get("/SMask", "/None")) == "/None"
        assert "/TR" not in one
    if "/S" in one and isinstance(one.S, Name):
        assert str(one.S) not in FORBIDDEN
    assert "/LZWDecode" not in str(one.get("/Filter", ""))
    if isinstance(one, pikepdf.Stream):
        assert not {"/F", "/FFilter", "/FDecodeParms"} & set(one.keys())
        assert not one.get("/Interpolate", False)
        assert "/Alternates" not in one
    assert one.get("/Subtype") != "/PS"


def check_page(page):
    assert "/AA" not in page
    for note in page.get("/Annots", ()):
        assert str(note.Subtype) in NOT_BEFORE_SIGNED
        flags = int(note.get("/F", 0))
        assert flags & PRINT, note.Subtype
        assert not flags & HIDDEN
    for operands, operator in pikepdf.parse_content_stream(page):
        assert str(operator) not in {"k", "K", "ri"}
        if str(operator) in {"cs", "CS"}:
            assert str(operands[0]) in {"/DeviceRGB", "/DeviceGray"}


def test_every_font_is_in_the_file_and_says_its_letters(paper, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper)
    told = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout  # fmt: skip
    rows = told.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.match(r"[A-Z0-9]{6}\+PretendardGOV", row)
        assert row.split()[-5:-2] == [
            "yes",
            "yes",
            "yes",
        ]  # in the file, a subset, unicode
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        for one in dictionaries(pdf):
            if one.get("/Type") == "/Font":
                check_font(one)


def check_font(font):
    assert font.Subtype in {Name.TrueType, Name.Type0, Name.CIDFontType2}
    if font.Subtype == Name.TrueType:
        widths = font.LastChar - font.FirstChar + 1
        assert len(font.Widths) == widths
        described = font.FontDescriptor
        symbolic = bool(described.Flags & 4)
        assert symbolic != bool(described.Flags & 32)
        assert not symbolic or "/Encoding" not in font  # ISO 19005-2, 6.2.11.6


def test_a_paper_that_is_not_marked_would_be_noticed():
    """Without this, nothing above could fail."""
    kind = DOCUMENTS[0]
    drawn = kind.draw(content(kind.name), "ko")
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        assert "/OutputIntents" not in pdf.Root
    with pikepdf.open(io.BytesIO(locked(drawn, PASSPHRASE)), password=PASSPHRASE) as pdf:  # fmt: skip
        assert "/Encrypt" in pdf.trailer
        assert "/OutputIntents" not in pdf.Root
