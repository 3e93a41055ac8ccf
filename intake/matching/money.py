"""Where money went (계좌, 가상자산 지갑).

* An account is the code of its bank and its digits; the name of the holder is not part of it.
* Without a bank only the digits are known: then they stand alone, unless they begin as only one
  bank begins.
* The checksum of a wallet only warns: whoever wrote it down saw what they saw.

>>> account("국민 123456-01-234567 (예금주 김○○)").value
'KB:12345601234567'
"""

import hashlib
import re

from intake.matching.clue import Canonical
from intake.matching.phone import is_nobodys
from intake.matching.plain import plain

_BANKS: dict[str, tuple[str, ...]] = {
    "KAKAOBANK": ("카카오뱅크", "카카오", "카뱅", "kakaobank", "090"),
    "KBANK": ("케이뱅크", "케뱅", "k뱅크", "kbank", "089"),
    "TOSS": ("토스뱅크", "토뱅", "토스", "tossbank", "toss", "092"),
    "KB": ("kb국민은행", "kb국민", "국민은행", "국민", "kb", "004"),
    "SHINHAN": ("신한은행", "신한", "shinhan", "088"),
    "WOORI": ("우리은행", "우리", "woori", "020"),
    "HANA": ("keb하나은행", "하나은행", "하나", "hana", "keb", "081"),
    "NH": ("nh농협은행", "nh농협", "농협은행", "농협", "nh", "011", "012"),
    "IBK": ("ibk기업은행", "ibk기업", "기업은행", "기업", "ibk", "003"),
    "SC": ("sc제일은행", "제일은행", "sc제일", "sc", "023"),
    "CITI": ("씨티은행", "시티은행", "씨티", "citi", "027"),
    "KDB": ("kdb산업은행", "산업은행", "산업", "kdb", "002"),
    "SUHYUP": ("수협은행", "수협", "007"),
    "SAEMAUL": ("mg새마을금고", "새마을금고", "새마을", "mg", "045"),
    "SHINHYUP": ("신협", "048"),
    "POST": ("우체국예금", "우체국은행", "우체국", "우정사업본부", "071"),
    "BUSAN": ("bnk부산은행", "부산은행", "부산", "032"),
    "DAEGU": ("im뱅크", "대구은행", "대구", "dgb", "031"),
    "KYONGNAM": ("bnk경남은행", "경남은행", "경남", "039"),
    "GWANGJU": ("광주은행", "광주", "034"),
    "JEONBUK": ("전북은행", "전북", "037"),
    "JEJU": ("제주은행", "제주", "035"),
    "SB": ("저축은행", "050"),
    "999": ("시험은행", "999"),  # the bank of exercises; no bank has this number
}
_NAMED = sorted(((name, bank) for bank, names in _BANKS.items() for name in names), key=lambda one: -len(one[0]))  # fmt: skip
# An account that begins so can be of no other bank.
_BEGINS = ((re.compile(r"3333\d{9}"), "KAKAOBANK"), (re.compile(r"000\d{8,13}"), "999"))
_ASIDE = re.compile(r"[(\[][^)\]]*[)\]]")
_DIGITS = re.compile(r"\d[\d\s\-.]*\d")
_LABEL = re.compile(r"^(?:계좌번호|계좌|입금계좌|account)\s*:?\s*", re.IGNORECASE)
_FEWEST, _MOST = 9, 16

_ETH = re.compile(r"0x[0-9a-f]{40}", re.IGNORECASE)
_BECH = re.compile(r"(?:bc|tb|ltc)1[02-9ac-hj-np-z]{11,87}", re.IGNORECASE)
_BASE = re.compile(r"[13TLDX][1-9A-HJ-NP-Za-km-z]{25,34}")
_BECH_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH_SUMS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def account(raw: str) -> Canonical:
    """Return a bank account as its bank and its digits."""
    text = _LABEL.sub("", _ASIDE.sub(" ", plain(raw)).lower().strip())
    bank, rest = _bank(text)
    if re.search(r"[*○●xX]", rest) and re.search(r"\d", rest):
        hidden = re.sub(r"[^\d?]", "", re.sub(r"[*○●xX]", "?", rest))
        return Canonical("bank", f"{bank}:{hidden}", "P", (), True, "clue-masked")
    found = _DIGITS.search(rest)
    digits = re.sub(r"\D", "", found[0] if found else rest)
    if not bank:
        bank = next((name for begin, name in _BEGINS if begin.fullmatch(digits)), "")
    odd = "" if _FEWEST <= len(digits) <= _MOST else "clue-odd-account"
    if is_nobodys(digits):
        odd = "clue-placeholder"
    value = f"{bank}:{digits}" if bank else digits
    return Canonical("bank", value, "W" if odd else "P", (("bank_number", digits),), False, odd or ("" if bank else "clue-no-bank"))  # fmt: skip


def is_account(text: str) -> bool:
    """Whether a text names a bank and a number, or is written as accounts are."""
    told = _LABEL.sub("", _ASIDE.sub(" ", plain(text)).lower().strip())
    bank, rest = _bank(told)
    digits = re.sub(r"\D", "", rest)
    if bank and re.fullmatch(r"[^\d]{0,12}[\d\s\-*]+\D*", rest):
        return len(digits) >= _FEWEST - 3
    return bool(re.fullmatch(r"\d{2,6}(?:-\d{2,8}){2,4}|3333\d{9}", told))


def _bank(text: str) -> tuple[str, str]:
    """Return the bank whose name or number stands first, and the rest."""
    for name, bank in _NAMED:
        if not text.startswith(name):
            continue
        rest = text[len(name) :]
        if not name.isdigit() or re.match(r"[\s:][\d\s\-]{9,}", rest):
            return bank, rest.removeprefix("은행").lstrip(" :")
    return "", text


def wallet(raw: str) -> Canonical:
    """Return the address of a wallet; letters that mean something keep their case."""
    text = plain(raw).partition("?")[0]
    text = re.sub(r"^(?:ethereum|bitcoin|tron|litecoin|지갑|지갑주소)\s*:\s*", "", text, flags=re.IGNORECASE)  # fmt: skip
    if _ETH.fullmatch(text):
        return Canonical("wallet", text.lower(), "P")
    if _BECH.fullmatch(text):
        return Canonical("wallet", text.lower(), "P", warning_id="" if _bech_fits(text) else "clue-checksum")  # fmt: skip
    if _BASE.fullmatch(text):
        return Canonical("wallet", text, "P", warning_id="" if _base_fits(text) else "clue-checksum")  # fmt: skip
    masked = "*" in text or "…" in text or "..." in text
    return Canonical("wallet", text, "P", (), masked, "clue-masked" if masked else "clue-odd-wallet")  # fmt: skip


def is_wallet(text: str) -> bool:
    """Whether a text alone is written as wallets are."""
    told = wallet(text)
    return not told.masked and told.warning_id != "clue-odd-wallet" and (
        told.warning_id == "" or bool(_BECH.fullmatch(told.value))
    )  # fmt: skip


def _bech_fits(text: str) -> bool:
    """Whether the checksum of a Bech32 or Bech32m address fits (BIP-173, BIP-350)."""
    prefix, _, tail = text.lower().rpartition("1")
    values = [ord(x) >> 5 for x in prefix] + [0] + [ord(x) & 31 for x in prefix]
    sums = 1
    for value in [*values, *(_BECH_LETTERS.index(x) for x in tail)]:
        top, sums = sums >> 25, (sums & 0x1FFFFFF) << 5 ^ value
        for at, one in enumerate(_BECH_SUMS):
            sums ^= one if top >> at & 1 else 0
    return sums in {1, 0x2BC830A3}


def _base_fits(text: str) -> bool:
    value = 0
    for letter in text:
        value = value * 58 + _ALPHABET.index(letter)
    size = len(text) - len(text.lstrip("1")) + (value.bit_length() + 7) // 8
    data = value.to_bytes(max(size, 5), "big")
    return hashlib.sha256(hashlib.sha256(data[:-4]).digest()).digest()[:4] == data[-4:]
