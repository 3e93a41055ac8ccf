"""A sealed case bundle (봉인 묶음): how it is written, and the only safe way to open one."""

from intake.bundle.bag import (
    ANSWER,
    CARD,
    DONE,
    ESCROW,
    NAMESPACE,
    PAPERS,
    RECEIPT,
    RECEIPT_SIGNATURE,
    REQUEST,
    Piece,
)
from intake.bundle.manifest import READER, Manifest, Purpose, Ranges, read_manifest
from intake.bundle.read import Addressee, Admitted, Contents, Opened, open_bundle
from intake.bundle.write import (
    Heading,
    Parcel,
    attachment_parcel,
    change_parcels,
    document_parcel,
    write_bundle,
)

__all__ = [
    "ANSWER",
    "CARD",
    "DONE",
    "ESCROW",
    "NAMESPACE",
    "PAPERS",
    "READER",
    "RECEIPT",
    "RECEIPT_SIGNATURE",
    "REQUEST",
    "Addressee",
    "Admitted",
    "Contents",
    "Heading",
    "Manifest",
    "Opened",
    "Parcel",
    "Piece",
    "Purpose",
    "Ranges",
    "attachment_parcel",
    "change_parcels",
    "document_parcel",
    "open_bundle",
    "read_manifest",
    "write_bundle",
]
