"""Sending and receiving by itself, on the page 보내기·받기: how it stands, and what was noticed."""

from ui.screens.sync.accidents import AccidentsCard
from ui.screens.sync.card import SyncCard

__all__ = ["AccidentsCard", "SyncCard"]
