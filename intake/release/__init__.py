"""What this program is made of (이 프로그램): where it lies, what its signed list says.

Nothing is loaded here: the launcher asks for ``installed`` and ``choosing`` before the first
paint, and the cryptography of ``files`` can wait until after it.
"""

__all__: list[str] = []
