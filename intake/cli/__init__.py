"""The second face: every verb of the desk as a command, for IT, scripts and other systems."""

from intake.cli.command import main

__all__ = ["main"]
