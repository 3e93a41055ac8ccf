"""A paper for the long run (PDF/A): its own description, its colours, and nothing from outside.

* Marks a finished PDF as PDF/A-2b (ISO 19005-2): XMP that says the same as the information
  dictionary, one output intent (sRGB), no encryption. Whether it is valid is for a validator;
  the papers call it "ready for PDF/A" until one has said so.
* The same PDF gives the same bytes.
* ``locked`` encrypts (AES-256, ISO 32000-2 revision 6) instead: PDF/A and encryption exclude
  each other. Encrypt first, then seal.
"""

import io

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from intake.text.place import resource

_INTENT = "sRGB IEC61966-2.1"
# Who seals it names itself as producer, and would no longer say the same in both places.
_UNSAID = frozenset({"/Producer", "/Trapped", "/CreationDate", "/ModDate"})


def archived(pdf: bytes) -> bytes:
    """Return a PDF marked as PDF/A-2b; one that is marked already stays as it is."""
    with Pdf.open(io.BytesIO(pdf)) as paper:
        for name in _UNSAID & paper.docinfo.keys():
            del paper.docinfo[name]
        with paper.open_metadata(set_pikepdf_as_editor=False) as said:
            if said.get("pdfaid:part"):
                return pdf
            said.load_from_docinfo(paper.docinfo)
            said["pdfaid:part"] = "2"
            said["pdfaid:conformance"] = "B"
        paper.Root.OutputIntents = [paper.make_indirect(_intent(paper))]
        return _written(paper)


def locked(pdf: bytes, passphrase: str) -> bytes:
    """Return a PDF that opens with a passphrase only."""
    with Pdf.open(io.BytesIO(pdf)) as paper:
        out = io.BytesIO()
        secret = pikepdf.Encryption(owner=passphrase, user=passphrase, R=6)
        paper.save(out, encryption=secret)
        return out.getvalue()


def _intent(paper: Pdf) -> Dictionary:
    profile = paper.make_stream(resource("papers", "srgb.icc").read_bytes())
    profile.N = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=_INTENT,
        Info=_INTENT,
        DestOutputProfile=profile,
    )


def _written(paper: Pdf) -> bytes:
    out = io.BytesIO()
    paper.save(out, deterministic_id=True, min_version="1.7")
    return out.getvalue()
