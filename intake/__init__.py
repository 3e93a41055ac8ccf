"""이음 (Ieum), the core: everything a center's desk can do, complete without a window."""

__version__ = "0.1.0"
