"""Every word that is anywhere in a window, for tests that look for what must not be there."""

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit, QWidget


def everything_in(window: QWidget) -> list[str]:
    """Every word of every widget, hidden ones too, and all that assistive technology finds."""
    found = [window.windowTitle()]
    for part in window.findChildren(QWidget):
        found += [part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle()]
        found += [part.statusTip(), part.whatsThis(), part.objectName()]
        if isinstance(part, QLabel | QLineEdit):
            found.append(part.text())
        if isinstance(part, QTextEdit):
            found.append(part.toPlainText())

    def walk(part: QAccessibleInterface | None) -> None:
        if part is None:
            return
        kinds = QAccessible.Text
        found.extend(part.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help))
        for at in range(part.childCount()):
            walk(part.child(at))

    walk(QAccessible.queryAccessibleInterface(window))
    return found
