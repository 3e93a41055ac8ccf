"""A button that does what a key of the window does."""

from PySide6.QtWidgets import QWidget


def run_action(widget: QWidget, name: str) -> None:
    """Carry out the window's action of that name, wherever the widget stands."""
    for action in widget.window().actions():
        if action.objectName() == name:
            action.trigger()
            return
