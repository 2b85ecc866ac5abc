"""Where the cursor stands, so that it can be put back after a lock."""

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from trustplanner.ui.kit.scroll_page import ScrollPage


class CursorPlace(NamedTuple):
    """A text field by its name, which of several of that name it is, and the cursor's place in it."""

    field: str = ""
    among: int = 0
    cursor: int = 0


class CursorWatch(QObject):
    """Knows the text field below `root` that a person was last in, also while the window is hidden or the focus is on
    something outside `root`, such as the button that locks.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def place(self) -> CursorPlace:
        """Where the person is in a text field; an empty place if they are in none."""
        field = self._field
        if field is None or not isValid(field):
            return CursorPlace()
        namesakes = _fields(self._root, field.objectName())
        if field not in namesakes:
            return CursorPlace()
        cursor = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
        return CursorPlace(field.objectName(), namesakes.index(field), cursor)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._root.isAncestorOf(new):
            self._field = new


def put_cursor_back(root: QWidget, place: CursorPlace) -> None:
    """Focus the field that is meant below `root` and move its cursor; a field that is gone is no matter."""
    _lay_out(root)
    namesakes = _fields(root, place.field)
    if not 0 <= place.among < len(namesakes):
        return
    field = namesakes[place.among]
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.setCursorPosition(place.cursor)
    else:
        cursor = field.textCursor()
        cursor.setPosition(min(max(place.cursor, 0), field.document().characterCount() - 1))
        field.setTextCursor(cursor)
    _bring_into_sight(field)


def _lay_out(root: QWidget) -> None:
    """What was just shown has its place only when Qt comes to it, and on which page a field is depends on the room."""
    around: list[QWidget] = []
    widget: QWidget | None = root
    while widget is not None:
        around.append(widget)
        widget = widget.parentWidget()
    for widget in reversed(around):
        layout = widget.layout()
        if layout is not None:
            layout.activate()


def _bring_into_sight(field: QWidget) -> None:
    """The page may rest at its top, with the same field in focus."""
    part = field.parentWidget()
    while part is not None and not isinstance(part, ScrollPage):
        part = part.parentWidget()
    if part is not None:
        part.show_part(field)


def _fields(root: QWidget, name: str) -> list[QLineEdit | QTextEdit]:
    """The text fields of this name that a person sees below `root`, in the order of their making."""
    found = root.findChildren(QWidget, name) if name else []
    return [each for each in found if isinstance(each, QLineEdit | QTextEdit) and each.isVisibleTo(root)]
