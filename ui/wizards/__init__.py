"""Steps of the first run and of the way over a stick; each step knows only the session."""

from ui.wizards.wizard import Step, Wizard

__all__ = ["Step", "Wizard"]
