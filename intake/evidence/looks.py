r"""What a file is, by its first bytes; what its name ends with is only what somebody wrote.

>>> looks_of(b"\xff\xd8\xff\xe0..."), looks_of(b"%PDF-1.7")
(('picture', 'image/jpeg'), ('other', 'application/pdf'))
"""

from typing import Final

from intake.evidence.policy import Looks

HEAD: Final = 512
_PACKET: Final = 188  # every so many bytes a transport stream says G
_FIRST: Final[tuple[tuple[bytes, Looks, str], ...]] = (
    (b"\xff\xd8\xff", "picture", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "picture", "image/png"),
    (b"GIF87a", "picture", "image/gif"),
    (b"GIF89a", "picture", "image/gif"),
    (b"BM", "picture", "image/bmp"),
    (b"II*\0", "picture", "image/tiff"),
    (b"MM\0*", "picture", "image/tiff"),
    (b"\x1a\x45\xdf\xa3", "film", "video/x-matroska"),
    (b"FLV\x01", "film", "video/x-flv"),
    (b"\x00\x00\x01\xba", "film", "video/mpeg"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "film", "video/x-ms-asf"),
    (b"ID3", "sound", "audio/mpeg"),
    (b"\xff\xfb", "sound", "audio/mpeg"),
    (b"\xff\xf3", "sound", "audio/mpeg"),
    (b"OggS", "sound", "audio/ogg"),
    (b"fLaC", "sound", "audio/flac"),
    (b"#!AMR", "sound", "audio/amr"),
    (b"%PDF-", "other", "application/pdf"),
    (b"PK\x03\x04", "other", "application/zip"),
)
_RIFF: Final[dict[bytes, tuple[Looks, str]]] = {
    b"WEBP": ("picture", "image/webp"),
    b"AVI ": ("film", "video/x-msvideo"),
    b"WAVE": ("sound", "audio/wav"),
}
_BRANDS: Final[dict[bytes, tuple[Looks, str]]] = {
    b"heic": ("picture", "image/heic"),
    b"heix": ("picture", "image/heic"),
    b"mif1": ("picture", "image/heic"),
    b"avif": ("picture", "image/avif"),
    b"M4A ": ("sound", "audio/mp4"),
    b"qt  ": ("film", "video/quicktime"),
}
_PLAIN: Final[tuple[Looks, str]] = ("other", "application/octet-stream")


def looks_of(head: bytes) -> tuple[Looks, str]:
    """Return how a file looks and its media type."""
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], ("film", "video/mp4"))
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], _PLAIN)
    if head[4:8] in {b"moov", b"mdat", b"wide"}:
        return "film", "video/quicktime"
    if head[:1] == b"G" == head[_PACKET : _PACKET + 1]:
        return "film", "video/mp2t"
    for first, looks, media in _FIRST:
        if head.startswith(first):
            return looks, media
    return _PLAIN
