from tests.ui.real_desks import _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "rest", "visit_desk"]
