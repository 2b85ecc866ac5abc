"""Trustplanner: a private desktop planner for repairing broken trust."""

__version__ = "0.1.0"
