"""Type on paper: Pretendard GOV in four weights, and nothing else.

* Every glyph that is printed is embedded; a character the typeface lacks is written as its code
  point, ``[U+1F600]``, so that nothing is lost and no empty box appears.
* Text from people is data: it is escaped, never read as markup, and invisible direction marks
  are shown.
* Nothing is smaller than 9 points.

>>> shown("a < b"), shown("😀")
('a &lt; b', '[U+1F600]')
"""

import unicodedata
from functools import cache, lru_cache
from types import MappingProxyType
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from intake.text import resource

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Ieum", "IeumMedium", "IeumSemiBold", "IeumBold"
_FILES = {REGULAR: "Regular", MEDIUM: "Medium", SEMIBOLD: "SemiBold", BOLD: "Bold"}

INK, MUTED, LINE, TINT, ACCENT = (
    HexColor(tone) for tone in (0x16202C, 0x556070, 0xC8CED8, 0xF2F4F8, 0x2F55D4)
)
SMALLEST = 9.0


@cache
def register_typeface() -> frozenset[int]:
    """Make the four weights known to reportlab once; return the characters they can draw."""
    for name, weight in _FILES.items():
        file = resource("fonts", f"PretendardGOV-{weight}.ttf")
        pdfmetrics.registerFont(TTFont(name, str(file)))
    return frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph)


def _style(
    name: str, size: float, *, font: str = REGULAR, lead: float = 1.5, **more: object
) -> ParagraphStyle:
    settled = {
        "fontName": font,
        "bulletFontName": font,
        "fontSize": size,
        "leading": size * lead,
        "textColor": INK,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, **(settled | more))


STYLES = MappingProxyType(
    {
        style.name: style
        for style in (
            _style("title", 20, font=BOLD, lead=1.3, alignment=TA_CENTER),
            _style("lead", 10, textColor=MUTED, alignment=TA_CENTER, spaceAfter=8),
            _style(
                "heading", 12.5, font=SEMIBOLD, lead=1.4, spaceBefore=9, spaceAfter=3
            ),
            _style("subheading", 11, font=SEMIBOLD, spaceBefore=6, spaceAfter=2),
            _style("body", 10, spaceAfter=2),
            _style("aside", 9.5, lead=1.45, spaceAfter=1.5),
            _style("count", 9.5, lead=1.45, spaceAfter=1.5, alignment=TA_RIGHT),
            _style("small", SMALLEST, lead=1.4, textColor=MUTED),
            _style("small-ink", SMALLEST, lead=1.4),
            _style("label", SMALLEST, font=SEMIBOLD, lead=1.4, textColor=MUTED),
            _style(
                "count-label",
                SMALLEST,
                font=SEMIBOLD,
                lead=1.4,
                textColor=MUTED,
                alignment=TA_RIGHT,
            ),
            _style("clear", 11.5, font=SEMIBOLD, lead=1.4, spaceAfter=1),
            _style("code", 19, font=SEMIBOLD, lead=1.55),
            _style("hash", 14, font=SEMIBOLD, lead=1.4),
            _style("word", 14, font=SEMIBOLD, lead=1.3),
            _style("step", 10, leftIndent=15, bulletIndent=0, spaceAfter=2),
            _style("answer", 10.5, leftIndent=9, spaceAfter=5),
            _style("state", 10, textColor=MUTED, leftIndent=9, spaceAfter=5),
            _style(
                "question", SMALLEST + 0.5, font=MEDIUM, textColor=MUTED, keepWithNext=1
            ),
        )
    }
)


def words(text: str, style: str = "body", *, bullet: str | None = None) -> Paragraph:
    """Return a paragraph of plain text; line breaks are kept."""
    return Paragraph(
        shown(text).replace("\n", "<br/>"), STYLES[style], bulletText=bullet
    )


def shown(text: str) -> str:
    """Return text ready for a paragraph: composed, escaped, every character drawable."""
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join(escape("".join(map(drawable, line))) for line in lines)


@lru_cache(1 << 14)
def drawable(character: str) -> str:
    """Return the character, or its code point where the typeface has no glyph to show."""
    seen = unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    if seen and ord(character) in register_typeface():
        return character
    return f"[U+{ord(character):04X}]"
