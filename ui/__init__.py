"""The window: no SQL, no crypto, no threads except in ``ui.jobs``."""
