"""Mutated inputs for every reader of foreign bytes: some in CI, a million by ``dev.py nightly``."""
