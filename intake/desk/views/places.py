"""What crosses the door about places where bundles are left and found (보내는 곳)."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place; whose account it is and its password are never among this."""

    id: str
    kind: str  # folder | webdav | s3 | sftp
    kind_label: str
    name: str
    address: str = field(repr=False)
    folder: str = field(default="", repr=False)  # below the address; of S3 the bucket
    region: str = ""
    ca_file: str = field(default="", repr=False)
    pin: str = ""
    known_hosts: str = field(default="", repr=False)
    key_file: str = field(default="", repr=False)
    proxy: str = field(default="", repr=False)
    rate: int = 0  # KiB a second at most; 0: as fast as it goes
    has_secret: bool = False
    tried_ms: int = 0  # when a test letter came back last; 0: never
    preset: bool = (
        False  # IT's policy says where it lies; only its account is entered here
    )


@dataclass(frozen=True, slots=True)
class PlaceCheck:
    """What came of a test letter (시험 편지)."""

    fine: bool
    sentence: str
    remedy: str = ""
    pin: str = ""  # what the server shows of itself now, where it is not believed
    pin_words: str = ""  # the same, to be read out
    # changed: its key is not the one that was believed; unknown: no authority known here vouches
    why: str = ""
