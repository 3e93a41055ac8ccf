"""PDQ once more, written from its published description with numpy: a second opinion.

Luminance, two passes of a box filter along rows and columns, 64 × 64 samples, the sixteen
lowest waves each way of a cosine transform, and one bit for each above their median
(D. Zauner-Stürmer and others: The TMK+PDQF video-hashing algorithm and the PDQ image-hashing
algorithm, 2019).
"""

import numpy as np

_SAMPLES, _WAVES = 64, 16


def published_pdq(pixels):
    """Return the fingerprint in hex and its quality."""
    grey = (pixels.astype(np.float64) * (0.299, 0.587, 0.114)).sum(axis=2)
    rows, columns = grey.shape
    for _ in range(2):
        grey = _box(grey, -(-columns // (2 * _SAMPLES)), 1)
        grey = _box(grey, -(-rows // (2 * _SAMPLES)), 0)
    down = ((np.arange(_SAMPLES) + 0.5) * rows / _SAMPLES).astype(int)
    across = ((np.arange(_SAMPLES) + 0.5) * columns / _SAMPLES).astype(int)
    small = grey[np.ix_(down, across)]
    steps = (np.diff(small, axis=0), np.diff(small, axis=1))
    quality = sum(int(np.abs((one * 100 / 255).astype(int)).sum()) for one in steps) // 90  # fmt: skip
    waves = np.outer(np.arange(1, _WAVES + 1), 2 * np.arange(_SAMPLES) + 1)
    turn = np.sqrt(2 / _SAMPLES) * np.cos(np.pi / 2 / _SAMPLES * waves)
    strength = turn @ small @ turn.T
    bits = strength > np.sort(strength.ravel())[_WAVES * _WAVES // 2 - 1]
    hexed = np.packbits(bits.ravel()[::-1].astype(np.uint8)).tobytes().hex()
    return hexed, min(100, quality)


def _box(grey, wide, axis):
    """Mean of a window of ``wide`` samples, cut off at the edges."""
    half, count = (wide + 2) // 2, grey.shape[axis]
    sums = np.cumsum(grey, axis)
    sums = np.concatenate([np.zeros_like(np.take(sums, [0], axis)), sums], axis)
    place = np.arange(count)
    low, high = np.maximum(0, place - (wide - half)), np.minimum(count, place + half)
    inside = np.take(sums, high, axis) - np.take(sums, low, axis)
    shape = (-1, 1) if axis == 0 else (1, -1)
    return inside / (high - low).reshape(shape)
