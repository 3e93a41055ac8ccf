"""The sealed files of a vault (첨부): one age file each, beside the vault, each with its own key."""

from intake.attachments.sealing import Sealing, Slip
from intake.attachments.shelf import GRACE_MS, WITHHELD, Attachments

__all__ = ["GRACE_MS", "WITHHELD", "Attachments", "Sealing", "Slip"]
