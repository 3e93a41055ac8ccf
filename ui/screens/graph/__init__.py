"""A picture of who hangs together, and the table that is the truth of it (관계 그림)."""

from ui.screens.graph.screen import Graph

__all__ = ["Graph"]
