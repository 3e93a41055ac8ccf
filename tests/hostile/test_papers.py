"""Files that pretend to be papers: cut, looping, packed with gigabytes, changed behind their seal.

None hangs, none costs much memory, none is called what it is not; what is said of them holds no
word of theirs.
"""

import datetime as dt
import io
import os
import re
import resource
import signal
import traceback
import zlib
from functools import cache

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, signers

from intake.documents.archive import archived, locked
from intake.documents.key_file import open_key
from intake.documents.paper import Mark, draw_paper
from intake.documents.seal_reading import seals_of
from intake.documents.sealing import sealed
from intake.documents.stamp_room import before_stamp, waiting_for, with_room
from intake.documents.typeface import words
from intake.errors import NotAPaper
from tests.desks_at_hand import a_desk
from tests.documents.test_sealing import PASSPHRASE, TODAY, key_file

CANARY = "카나리아자목련"
SECONDS = 120
KEY = open_key(key_file(dt.date(2026, 1, 1), dt.date(2028, 1, 1))[0], PASSPHRASE, TODAY)
PAPER = archived(draw_paper(Mark("시험 문서", "ko"), [words("삭제지원 1,283건")]))
DONE = sealed(PAPER, KEY)
NAME = generic.pdf_name


@pytest.fixture(autouse=True)
def in_time():
    """Whatever takes long is stopped, and has failed; it is the processor's time that counts."""

    def late(*_):
        raise TimeoutError

    heard = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, heard)


# --- what was put behind a seal --------------------------------------------------------------


def behind(number, body, data=DONE):
    """One object more, by hand, as an incremental update."""
    start = len(data) + 1
    size, root = (re.findall(one, data)[-1] for one in (rb"/Size (\d+)", rb"/Root (\d+ \d+ R)"))  # fmt: skip
    previous = re.findall(rb"startxref\s+(\d+)", data)[-1]
    put = b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    tail = b"trailer\n<< /Size %s /Root %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, previous, start + len(put))  # fmt: skip
    return data + b"\n" + put + table + tail


def first_page(writer):
    return writer.root["/Pages"]["/Kids"][0].get_object()


def written(writer):
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def another_page_text():
    writer = IncrementalPdfFileWriter(io.BytesIO(DONE))
    page = first_page(writer)
    text = generic.StreamObject(stream_data=b"BT /F1 12 Tf (0) Tj ET")
    page["/Contents"] = writer.add_object(text)
    writer.update_container(page)
    return written(writer)


def the_same_object_again():
    writer = IncrementalPdfFileWriter(io.BytesIO(DONE))
    number = first_page(writer).raw_get("/Contents").idnum
    return behind(number, b"<< /Length 2 >>\nstream\nq Q\nendstream")


def a_note_over_the_page():
    writer = IncrementalPdfFileWriter(io.BytesIO(DONE))
    page = first_page(writer)
    place = generic.ArrayObject([generic.NumberObject(one) for one in (0, 0, 600, 800)])  # fmt: skip
    note = {NAME("/Type"): NAME("/Annot"), NAME("/Subtype"): NAME("/FreeText"), NAME("/Rect"): place}  # fmt: skip
    page.setdefault(NAME("/Annots"), generic.ArrayObject())
    page["/Annots"].append(writer.add_object(generic.DictionaryObject(note)))
    writer.update_container(page)
    return written(writer)


def a_script():
    writer = IncrementalPdfFileWriter(io.BytesIO(DONE))
    run = {NAME("/S"): NAME("/JavaScript"), NAME("/JS"): generic.pdf_string("app.alert(1)")}  # fmt: skip
    writer.root["/OpenAction"] = generic.DictionaryObject(run)
    writer.update_root()
    return written(writer)


def a_page_more():
    writer = IncrementalPdfFileWriter(io.BytesIO(DONE))
    writer.insert_page(generic.DictionaryObject({NAME("/Type"): NAME("/Page"), NAME("/MediaBox"): generic.ArrayObject([generic.NumberObject(9)] * 4)}))  # fmt: skip
    return written(writer)


BEHIND = {
    "another text on the page": another_page_text,
    "the same object again": the_same_object_again,
    "a note over the page": a_note_over_the_page,
    "a script": a_script,
    "a page more": a_page_more,
    "bytes that nobody reads": lambda: DONE + b"\n% more",
    "another paper": lambda: DONE + PAPER,
    "another text, then room for a stamp": lambda: with_room(another_page_text()),
}


@pytest.mark.parametrize("what", BEHIND)
def test_what_was_put_behind_a_seal_is_never_called_intact(what):
    data = BEHIND[what]()
    try:
        found = seals_of(data)
    except NotAPaper:
        return
    assert [one.state for one in found if one.kind == "seal"] in (["replaced"], [])
    assert not any(one.whole for one in found)


def test_a_second_seal_and_room_for_a_stamp_leave_the_first_one_whole():
    writer = IncrementalPdfFileWriter(io.BytesIO(DONE))
    said = PdfSignatureMetadata(field_name="Second")
    two = signers.sign_pdf(writer, said, signer=KEY.signer).getvalue()
    assert [one.state for one in seals_of(two)] == ["followed", "intact"]
    assert [one.state for one in seals_of(with_room(DONE))] == ["followed"]
    assert [one.state for one in seals_of(with_room(DONE) + b"\n")] == ["replaced"]


RANGE = re.search(rb"/ByteRange \[([^\]]*)\]", DONE)
PARTS = [int(one) for one in RANGE.group(1).split()]


def ranged(*parts):
    said = b"/ByteRange [%s]" % b" ".join(b"%d" % one for one in parts)
    return DONE.replace(RANGE.group(), said.ljust(len(RANGE.group()))[: len(RANGE.group())])  # fmt: skip


@pytest.mark.parametrize(
    "parts",
    [(0, 100, PARTS[2], PARTS[3]), (0, PARTS[1], PARTS[2], 10), (9, PARTS[1], PARTS[2], PARTS[3]), (0, -1, 5, 5), (0, 1), (0, PARTS[1], PARTS[2], 10**12), ()],
)  # fmt: skip
def test_a_seal_that_says_it_covers_something_else_holds_for_nobody(parts):
    try:
        found = seals_of(ranged(*parts))
    except NotAPaper:
        return
    assert {one.state for one in found} <= {"changed", "partial"}


# --- files that loop, or hold more than they say ---------------------------------------------


def pdf(*bodies, root=1, extra=b"", size=0):
    """A PDF by hand: objects 1, 2, 3 …"""
    out, places = b"%PDF-1.7\n", []
    for at, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (at, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = size or len(bodies) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, table, count, root, extra, len(out))  # fmt: skip


def stream(data, said=b"", name=b"/FlateDecode"):
    return b"<< /Length %d /Filter %s %s >>\nstream\n%s\nendstream" % (len(data), name, said, data)  # fmt: skip


@cache
def bomb(layers=1, size=1 << 30):
    """A gigabyte of nothing, packed once or again and again."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    data = b"\x78\xda" + block * (size >> 20) + b"\x03\0"
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return data


PAGES = b"<< /Type /Catalog /Pages 2 0 R >>"
EMPTY = b"<< /Type /Pages /Kids [] /Count 0 >>"


def in_object_stream(data, name=b"/FlateDecode"):
    """A catalogue that lies in a packed stream, behind a table that is a stream itself."""
    out = b"%PDF-1.7\n"
    place = len(out)
    out += b"2 0 obj\n" + stream(data, b"/Type /ObjStm /N 1 /First 4", name) + b"\nendobj\n"  # fmt: skip
    start = len(out)
    rows = b"".join(bytes((kind, *place.to_bytes(4, "big"), last)) for kind, place, last in ((0, 0, 0), (2, 2, 0), (1, place, 0), (1, start, 0)))  # fmt: skip
    out += b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(rows), rows)  # fmt: skip
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def packed_table(data):
    out = b"%PDF-1.7\n"
    out += b"1 0 obj\n" + stream(data, b"/Type /XRef /Size 900000000 /W [1 4 1] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 900000000 >>") + b"\nendobj\n"  # fmt: skip
    return out + b"startxref\n9\n%%EOF\n"


def before_itself(data):
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % data.rindex(b"xref\n0"))


FIELDS = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>"
HOSTILE = {
    "nothing": lambda: b"",
    "a header": lambda: b"%PDF-1.7\n",
    "zeros": lambda: bytes(100_000),
    "a table that points at itself": lambda: pdf(PAGES, EMPTY)[:-40] + b"/Prev 9 >>\nstartxref\n9\n%%EOF",
    "a table before a table before itself": lambda: before_itself(pdf(PAGES, EMPTY, extra=b"/Prev 0000000000")),
    "a billion objects": lambda: pdf(PAGES, EMPTY).replace(b"xref\n0 3\n", b"xref\n0 999999999\n"),
    "a billion bytes of a stream": lambda: pdf(PAGES, EMPTY, b"<< /Length 1000000000 >>\nstream\nx\nendstream"),
    "a root that is itself": lambda: pdf(b"1 0 R"),
    "a root that goes round": lambda: pdf(b"2 0 R", b"3 0 R", b"1 0 R"),
    "pages that are their own pages": lambda: pdf(PAGES, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
    "fields that are their own kids": lambda: pdf(FIELDS, EMPTY, b"<< /T (Seal) /FT /Sig /Kids [3 0 R] >>"),
    "a field that is its own parent": lambda: pdf(FIELDS, EMPTY, b"<< /T (Seal) /FT /Sig /Parent 3 0 R /V 3 0 R >>"),
    "a form that is a number": lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R /AcroForm 7 >>", EMPTY),
    "lists without end": lambda: pdf(b"<< /Type /Catalog /AcroForm " + b"[" * 200_000 + b">>", EMPTY),
    "dictionaries without end": lambda: pdf(b"<</A" * 100_000, EMPTY),
    "a seal of garbage": lambda: pdf(FIELDS, EMPTY, b"<< /T (Seal) /FT /Sig /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 20 9] /Contents <30ff> >> >>"),
    "ten thousand seals": lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [" + b"3 0 R " * 10_000 + b"] >> >>", EMPTY, b"<< /T (Seal) /FT /Sig /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 20 9] /Contents <00> >> >>"),
    "a gigabyte in a stream of objects": lambda: in_object_stream(bomb()),
    "the same packed twice": lambda: in_object_stream(bomb(2), b"[/FlateDecode /FlateDecode]"),
    "the same packed three times": lambda: in_object_stream(bomb(3), b"[/FlateDecode /FlateDecode /FlateDecode]"),
    "a gigabyte of a table": lambda: packed_table(bomb(size=256 << 20)),
    "locked by a handler nobody knows": lambda: pdf(PAGES, EMPTY, extra=b"/Encrypt << /Filter /Mine /V 99 >>"),
    "locked, with half of what it needs": lambda: pdf(PAGES, EMPTY, extra=b"/Encrypt << /Filter /Standard /V 5 /R 6 >>"),
    "locked by a dictionary that is itself": lambda: pdf(PAGES, EMPTY, b"3 0 R", extra=b"/Encrypt 3 0 R"),
    "a canary in every place": lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>", EMPTY, b"<< /T (%s) /FT /Sig /V << /Type /Sig /SubFilter /ETSI.CAdES.detached /Name (%s) /ByteRange [0 9 20 9] /Contents <30ff> >> >>" % ((CANARY.encode(),) * 2)),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_means_harm_is_no_paper_and_costs_little(what):
    data = HOSTILE[what]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for read in (seals_of, waiting_for):
        found, refused = (), None
        try:
            found = read(data)
        except NotAPaper as error:
            refused = error
        assert found == ()
        if refused is not None:
            assert set(refused.facts) == {"why"}
            assert CANARY not in "".join(traceback.format_exception(refused))
    assert before_stamp(data) == data
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert more < 400 << 10  # KiB: one stream may unpack to 64 MiB before it is refused


def test_a_paper_cut_anywhere_is_never_sealed():
    for end in range(0, len(DONE), len(DONE) // 60):
        try:
            found = seals_of(DONE[:end])
        except NotAPaper:
            continue
        assert not any(one.whole for one in found)


def test_another_passphrase_or_none_opens_nothing():
    shut = sealed(locked(PAPER, PASSPHRASE), KEY, passphrase=PASSPHRASE)
    for given in ("", "다른 암호", "\0", "가" * 4_000):
        with pytest.raises(NotAPaper) as refused:
            seals_of(shut, passphrase=given)
        assert refused.value.facts["why"] == "locked"


@pytest.mark.parametrize("root", [b"", b"root", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", b"\x30\x84\xff\xff\xff\xff"])  # fmt: skip
def test_a_root_that_is_no_certificate_is_refused(root):
    with pytest.raises(NotAPaper) as refused:
        seals_of(DONE, [root])
    assert refused.value.facts["why"] == "root"


def test_a_name_in_a_certificate_proves_nothing():
    """Whoever calls himself the center is a stranger where its root was chosen."""
    _, root = key_file(dt.date(2026, 1, 1), dt.date(2028, 1, 1))
    (found,) = seals_of(DONE, [root])
    assert "인천센터" in found.by
    assert not found.trusted


# --- at the desk -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = a_desk(tmp_path_factory.mktemp("hostile") / "v")
    yield made
    made.close()


def test_at_the_desk_each_is_answered_in_a_sentence(desk, tmp_path):
    for number, (what, make) in enumerate([*HOSTILE.items(), *BEHIND.items()]):
        if "gigabyte" in what or "packed" in what:
            continue  # seen above
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(make())
        for verb in (desk.papers.verify, desk.papers.stamp_request):
            try:
                seen = verb(file)
            except NotAPaper:
                continue
            if verb == desk.papers.verify:
                assert seen.paper is None
                assert CANARY not in " ".join(seen.words)
                said = desk._rooms.texts("paper-proof-broken")
                assert (said == seen.words[0]) is any(one.state != "intact" for one in seen.seals)  # fmt: skip


def test_a_paper_larger_than_any_is_not_read(desk, tmp_path):
    file = tmp_path / "large.pdf"
    with file.open("wb") as out:
        out.truncate(10 << 30)  # ten gigabytes that lie nowhere
    for verb in (desk.papers.verify, desk.papers.stamp_request):
        with pytest.raises(NotAPaper) as refused:
            verb(file)
        assert refused.value.facts["why"] == "too-large"


@pytest.mark.parametrize("place", ["/dev/zero", "/proc/self/mem", "/", "/nowhere"])
def test_a_place_that_is_no_file_is_refused(desk, place):
    with pytest.raises(NotAPaper):
        desk.papers.verify(place)


def test_a_pipe_is_not_waited_for(desk, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAPaper):
        desk.papers.verify(tmp_path / "pipe")


def test_nothing_that_is_read_is_run_or_kept(tmp_path):
    """A paper that asks for a file and for the network is looked at, and that is all."""
    with pikepdf.open(io.BytesIO(PAPER)) as opened:
        opened.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=str(tmp_path / "x"))  # fmt: skip
        opened.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://127.0.0.1:9/"))  # fmt: skip
        out = io.BytesIO()
        opened.save(out)
    assert seals_of(out.getvalue()) == ()
    assert list(tmp_path.iterdir()) == []
