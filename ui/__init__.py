"""The window: shows the desk, holds no SQL, no cryptography and no secrets of its own."""
