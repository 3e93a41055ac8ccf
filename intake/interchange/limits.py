"""How much of a file is read, so that nobody's sheet can fill this computer."""

from typing import Final

FILE_BYTES: Final = 128 << 20  # a file as it lies on the disk
PLAIN_BYTES: Final = 1 << 30  # what a zip may unpack to
RATIO: Final = 250  # of a member that unpacks to more than RATIO_FROM
RATIO_FROM: Final = 32 << 20
MEMBERS: Final = 2_000
ROWS: Final = 300_000
COLUMNS: Final = 256
CELLS: Final = 16_000_000  # a sheet is a block: rows times columns
CELL_CHARS: Final = 32_767
TITLES: Final = 10  # rows looked at for the header
