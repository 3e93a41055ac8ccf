"""Shares of a whole (비율): by whole numbers, to one decimal, half up.

* Shares that are rounded need not add up to 100.0; nothing is moved between them to make it so.

>>> said(tenths(7_428, 10_305)), said(tenths(1, 2_000)), said(tenths(0, 0))
('72.1', '0.1', '')
"""

_WHOLE = 1_000  # tenths of a percent


def tenths(part: int, whole: int) -> int | None:
    """Return a share in tenths of a percent; None of nothing."""
    return (2 * _WHOLE * part + whole) // (2 * whole) if whole else None


def said(share: int | None) -> str:
    """Return a share as it is printed, without its sign."""
    return "" if share is None else f"{share // 10}.{share % 10}"


def mean(number: int, of: int) -> str:
    """Return how many there are for each, to two decimals, half up.

    >>> mean(28, 15), mean(0, 0)
    ('1.87', '')
    """
    hundredths = (200 * number + of) // (2 * of) if of else 0
    return f"{hundredths // 100}.{hundredths % 100:02}" if of else ""
