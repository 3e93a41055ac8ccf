"""Whether a program keeps our formats (적합성 시험): ``ieum conformance -- COMMAND…``.

``PROTOCOL.md`` beside this says what is asked; it is all another system has to read, besides the
``FORMAT.md`` files.
"""

from intake.cli.conformance.command import add_commands

__all__ = ["add_commands"]
