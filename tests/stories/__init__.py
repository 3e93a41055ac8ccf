"""Whole stories: the program as people run it, through its real window."""

__all__: list[str] = []
