"""Words that must never be seen outside the encrypted file, and every way they could be written."""

import unicodedata

WORD, NAME = "녹두밭", "홍길동"
PHONE, ADDRESS = "010-0000-7799", "tube-z.example/v/99117"
OWN_NAME, OWN_PHONE = (
    "보리밥별",
    "010-0000-3344",
)  # the person's: never for the central desk
TOLD = f"{NAME} {WORD} {PHONE} {ADDRESS} "
SONG = (WORD, "녹두", NAME, PHONE, ADDRESS, OWN_NAME, OWN_PHONE)
_SHORTEST = 6  # bytes: shorter ones turn up in ciphertext by chance


def patterns(*more: str) -> dict[str, bytes]:
    """Return every canary in every encoding it could leak in, by a name for it."""
    found: dict[str, bytes] = {}
    for number, word in enumerate((*SONG, *more)):
        for form in ("NFC", "NFD"):
            for code in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp949"):
                said = unicodedata.normalize(form, word).encode(code, "ignore")
                if len(said) >= _SHORTEST:
                    found[f"{number}/{form}/{code}"] = said
    return found


def heard_in(data: bytes, *more: str) -> list[str]:
    """Return which canaries sing in some bytes, by number and encoding, never in words."""
    return [name for name, said in patterns(*more).items() if said in data]
