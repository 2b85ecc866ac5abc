"""Where the cursor stands, so that it can be put back after a lock."""

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget


def cursor_place(field: QWidget | None) -> dict[str, str | int]:
    """The name of a text field and the place of its cursor; nothing for any other widget."""
    if isinstance(field, QLineEdit):
        return {"field": field.objectName(), "cursor": field.cursorPosition()}
    if isinstance(field, QTextEdit):
        return {"field": field.objectName(), "cursor": field.textCursor().position()}
    return {}


def put_cursor_back(root: QWidget, name: str, cursor: int) -> None:
    """Focus the field of this name below `root` and move its cursor; a field that is gone is no matter."""
    field = root.findChild(QWidget, name) if name else None
    if isinstance(field, QLineEdit):
        field.setFocus()
        field.setCursorPosition(cursor)
    elif isinstance(field, QTextEdit):
        field.setFocus()
        place = field.textCursor()
        place.setPosition(min(cursor, field.document().characterCount() - 1))
        field.setTextCursor(place)
