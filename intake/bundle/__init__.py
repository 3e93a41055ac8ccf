"""A sealed case bundle (봉인 묶음): how it is written, and the only safe way to open one."""

from intake.bundle.bag import CARD, NAMESPACE, RECEIPT, RECEIPT_SIGNATURE, Piece
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
    "CARD",
    "NAMESPACE",
    "READER",
    "RECEIPT",
    "RECEIPT_SIGNATURE",
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
