"""Names and what people call themselves (이름, 별명): weak, and never a link by themselves.

>>> person("金民秀 씨").value, person("rlaalstn").value, person("KIM, Min-Soo").value
('김민수', '김민수', 'kiminsu')
>>> nickname("ⓓⓐⓡⓚ_Мооn").value
'darkmoon'
"""

import re
import unicodedata

from intake.matching.alike import LETTERS
from intake.matching.clue import Canonical
from intake.matching.hangul import first_letters, from_keys, in_latin
from intake.matching.hanja import in_hangul
from intake.matching.plain import plain

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구라민진지엄채원"
    "천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태"
)
TWO_SYLLABLES = frozenset({"남궁", "황보", "제갈", "사공", "선우", "독고", "서문"})
_LATIN = {
    "김": "kim gim ghim", "이": "lee yi rhee li ri rhie", "박": "park bak pak bahk",
    "최": "choi choe choy", "정": "jung jeong chung cheong joung", "강": "kang gang",
    "조": "cho jo", "윤": "yoon yun youn", "장": "jang chang", "임": "lim im rim yim",
    "한": "han hahn", "오": "oh o", "서": "seo suh su", "신": "shin sin", "권": "kwon gwon",
    "황": "hwang whang", "안": "ahn an", "송": "song", "전": "jeon jun chun", "홍": "hong",
    "유": "yoo yu ryu you", "고": "ko go koh", "문": "moon mun", "양": "yang", "손": "son sohn",
    "배": "bae pae", "백": "baek paik baik", "허": "heo hur huh", "남": "nam", "심": "shim sim",
    "노": "noh no roh", "하": "ha", "곽": "kwak gwak", "성": "sung seong", "차": "cha",
    "주": "joo ju", "우": "woo wu", "구": "koo gu ku", "민": "min", "진": "jin", "지": "ji",
}  # fmt: skip
_SURNAME_OF = {
    spelling: name for name, all_ in _LATIN.items() for spelling in all_.split()
}
_TITLE = re.compile(r"(?:\s*(?:씨|님)|\s+(?:군|양|선생님?|사장님?|오빠|언니|형|누나))$")
_ASIDE = re.compile(r"\s*[(\[（].*$")
_LABEL = re.compile(r"^(?:이름|성명|성함|실명|예금주|name)\s*[:：]\s*", re.IGNORECASE)
_HIDDEN = re.compile(
    r"[*○◯〇●□■]|(?<=[가-힣])(?:OO|oo|00|XX|xx|ㅇㅇ)|(?<=^[가-힣])모(?:\s*씨)?$"
)
_NOTHING = re.compile(
    r"^(?:모름|모른다|없음|미상|불명|알 ?수 ?없음|무응답|해당 ?없음|확인 ?중|x+|-+|\.+|\?+|n/?a|none|null|nil|unknown|없어요|몰라요)$",
    re.IGNORECASE,
)
_LEET = str.maketrans("013457@$", "oleastas")
_LEET_RUN = re.compile(r"[013457@$]+(?=[a-z])|(?<=[a-z])[013457@$]+(?=[a-z])")


def is_nothing(text: str) -> bool:
    """Whether a box was only filled: "모름", "-", "n/a"."""
    return not plain(text) or bool(_NOTHING.match(plain(text)))


def person(raw: str) -> Canonical:
    """Return a person's name in Hangul, or in letters where only those are known."""
    text = _TITLE.sub("", _ASIDE.sub("", _LABEL.sub("", plain(raw)))).strip()
    if is_nothing(text):
        return Canonical("name", "", "W", warning_id="clue-placeholder")
    if _HIDDEN.search(text):
        hidden = _HIDDEN.sub("○", text.replace(" ", ""))
        return Canonical(
            "name", _two(hidden), "W", masked=True, warning_id="clue-masked"
        )
    read = in_hangul(text.replace(" ", ""), SURNAMES)
    if re.fullmatch(r"[가-힣]+", read):
        return _known(read)
    if text.isascii() and (typed := _slipped(text)):
        return Canonical("name", typed, "W", warning_id="clue-english-keys")
    if re.fullmatch(r"[A-Za-z\s,.'’-]+", text) and re.search(r"[A-Za-z]", text):
        return Canonical("name_roman", _latin(text), "W")
    return Canonical("name", read.casefold(), "W")


def _two(hidden: str) -> str:
    return hidden if hidden.count("○") > 1 or len(hidden) > 2 else hidden.replace("○", "○○")  # noqa: PLR2004 # fmt: skip


def _known(name: str) -> Canonical:
    surname = name[:2] if name[:2] in TWO_SYLLABLES else name[:1]
    latin = _LATIN.get(surname, "").split() or [in_latin(surname)]
    roman = _one_spelling(latin[0] + in_latin(name[len(surname) :]))
    return Canonical("name", name, "W", (("name_initials", first_letters(name)), ("name_roman", roman)))  # fmt: skip


def looks_like_name(text: str) -> bool:
    """Whether a word alone is most likely a person's full name."""
    found = person(text)
    if found.masked or found.kind != "name" or " " in plain(text).strip()[3:]:
        return False
    if not re.fullmatch(r"[가-힣]{3,4}", found.value):
        return False
    two = found.value[:2] in TWO_SYLLABLES
    return (len(found.value) == 4) == two and (two or found.value[0] in SURNAMES)  # noqa: PLR2004


def _slipped(text: str) -> str:
    """Return the name that was typed with the keyboard left on English, or nothing."""
    typed = from_keys(text)
    return (
        typed if re.fullmatch(r"[가-힣]{2,4}", typed) and typed[0] in SURNAMES else ""
    )


def _latin(text: str) -> str:
    words = re.sub(r"[-'’.]", "", text.casefold()).replace(",", " , ").split()
    named = [word for word in words if word != ","]
    surname = _SURNAME_OF.get(named[0])
    if surname is None and (surname := _SURNAME_OF.get(named[-1])):
        named = [named[-1], *named[:-1]]
    first = _LATIN[surname].split()[0] if surname else named[0]
    return _one_spelling(first + "".join(named[1:]))


def _one_spelling(letters: str) -> str:
    """Fold what people spell differently: eo/u, oo/u, sh/s, doubled letters."""
    for written, meant in (("eo", "u"), ("eu", "u"), ("oo", "u"), ("ou", "u"), ("woo", "u"), ("ee", "i"), ("ae", "e"), ("sh", "s"), ("ck", "k")):  # fmt: skip
        letters = letters.replace(written, meant)
    return re.sub(r"(.)\1+", r"\1", letters)


def nickname(raw: str) -> Canonical:
    """Return what somebody calls themselves, without ornaments, digits read as letters."""
    text = plain(raw).casefold()
    if is_nothing(text):
        return Canonical("nickname", "", "W", warning_id="clue-placeholder")
    if re.search(r"[*○◯●]", text):
        return Canonical("nickname", "".join(text.split()), "W", masked=True, warning_id="clue-masked")  # fmt: skip
    value = bare(text)
    return Canonical("nickname", value or "".join(text.split()), "W")


def bare(text: str) -> str:
    """Return the letters and digits of a text, ornaments and look-alikes folded."""
    letters = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    kept = "".join(x for x in letters if x.isalnum() or x in "@$")
    return "".join(
        x
        for x in _LEET_RUN.sub(lambda run: run[0].translate(_LEET), kept)
        if x.isalnum()
    )
