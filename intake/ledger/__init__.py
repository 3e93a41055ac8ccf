"""The truth: everything that was ever said, and the one door for saying more."""

__all__: list[str] = []
