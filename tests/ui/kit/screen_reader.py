"""What a screen reader finds at a widget, and what it can do there."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def found_at(widget: QWidget) -> QAccessibleInterface:
    """The widget as assistive technology sees it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def name_of(widget: QWidget) -> str:
    return found_at(widget).text(QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    return found_at(widget).text(QAccessible.Text.Description)


def role_of(widget: QWidget) -> QAccessible.Role:
    return found_at(widget).role()


def is_checked(widget: QWidget) -> bool:
    return bool(found_at(widget).state().checked)


def do(widget: QWidget, action: str) -> None:
    """Let a screen reader do what it offers here: "Toggle" or "Press"."""
    actions = found_at(widget).actionInterface()
    assert action in actions.actionNames()
    actions.doAction(action)
