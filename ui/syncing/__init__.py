"""Sending and receiving by itself (자동 보내기·받기) in the window: rounds, how it stands, accidents."""

__all__: list[str] = []
