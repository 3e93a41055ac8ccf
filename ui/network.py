"""Whether the connection costs money by the byte (종량제), where the system knows it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation


def is_metered() -> bool:
    """Return whether the system says so; False where it does not know."""
    known = _information()
    return known is not None and known.isMetered()


def _information() -> "QNetworkInformation | None":
    try:
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415 - after the first paint
    except ImportError:  # a build without it
        return None
    metered = QNetworkInformation.Feature.Metered
    if not QNetworkInformation.loadBackendByFeatures(metered):
        return None
    return QNetworkInformation.instance()
