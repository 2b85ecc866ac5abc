"""What a person sees and does on Amends and in the commitment editor."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QScrollArea, QWidget

from tests.ui.person import click, press, type_words
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.number_field import NumberField
from trustplanner.ui.kit.sentence_field import SentenceField

W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=QWidget)
ShowPage = Callable[..., QWidget]


def page_opener(make: Callable[[], P], show_page: ShowPage) -> Callable[..., P]:
    """Opens a page in a window of its own; what is given is the window's."""

    def open_it(**window: int) -> P:
        page = make()
        show_page(page, **window)
        settle()
        return page

    return open_it


def found(page: QWidget, kind: type[W], name: str) -> W:
    """The one widget of this name that is seen in the window of `page`."""
    seen = [widget for widget in page.window().findChildren(kind, name) if widget.isVisible()]
    assert len(seen) == 1, f"{len(seen)} widgets called {name}"
    return seen[0]


def is_seen(page: QWidget, name: str) -> bool:
    """Whether a widget of this name is seen in the window of `page`."""
    return any(widget.isVisible() for widget in page.window().findChildren(QWidget, name))


def settle() -> None:
    """Layouts settle in rounds."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def words_of(page: QWidget) -> list[str]:
    """What can be read in the window of `page`, from the top."""
    settle()
    window = page.window()
    seen = [label for label in window.findChildren(TextLabel) if label.isVisible()]
    return [label.text() for label in sorted(seen, key=lambda label: label.mapTo(window, QPoint()).y())]


def read_all(page: QWidget) -> str:
    """The same as one text, with plain spaces."""
    return "\n".join(words_of(page)).replace("\N{NO-BREAK SPACE}", " ")


def press_button(page: QWidget, name: str) -> None:
    """Click a button that is seen, wherever it is scrolled to."""
    button = found(page, Button, name)
    bring_into_view(button)
    click(button)
    settle()


def press_deed(page: QWidget, deed: str, commitment_id: str) -> None:
    """Do something with a commitment: by its link, or where that is not in view, in the list of "More"."""
    name = f"amends_{deed}_{commitment_id}_button"
    if is_seen(page, name):
        press_button(page, name)
        return
    entry = next(each for each in held_in_more(page, commitment_id) if each.objectName() == name)
    menu = entry.parent()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    settle()


def held_in_more(page: QWidget, commitment_id: str) -> list[QAction]:
    """Open the list of "More" of a commitment; nothing where no "More" is seen."""
    name = f"amends_more_{commitment_id}"
    if not is_seen(page, f"{name}_button"):
        return []
    press_button(page, f"{name}_button")
    return found(page, QMenu, f"{name}_menu").actions()


def can_do(page: QWidget, deed: str, commitment_id: str) -> bool:
    """Whether it can be done with a commitment, wherever its link stands."""
    name = f"amends_{deed}_{commitment_id}_button"
    in_more = [each.objectName() for each in held_in_more(page, commitment_id)]
    for menu in page.window().findChildren(QMenu, f"amends_more_{commitment_id}_menu"):
        menu.close()
    return is_seen(page, name) or name in in_more


def bring_into_view(widget: QWidget) -> None:
    """Scroll as a person does before clicking."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    settle()


def write(page: QWidget, name: str, words: str) -> None:
    """Go to a field, and type these words instead of what stands there."""
    field = found(page, QWidget, name)
    field.setFocus()
    press(field, Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(field, Qt.Key.Key_Delete)
    type_words(field, words)


def line_text(page: QWidget, name: str) -> str:
    """What stands in a line, or in the field for a sentence."""
    field = found(page, QWidget, name)
    assert isinstance(field, QLineEdit | SentenceField)
    return field.text()


def pick(page: QWidget, name: str, code: object) -> None:
    """Choose in a list with the arrow keys."""
    combo = found(page, ComboField, name)
    combo.setFocus()
    press(combo, Qt.Key.Key_Home)
    for _ in range(combo.count()):
        if combo.code() == code:
            break
        press(combo, Qt.Key.Key_Down)
    assert combo.code() == code
    settle()


def type_day(page: QWidget, name: str, day: date) -> None:
    """Type a day into its field, figure by figure, as the field shows it."""
    field = found(page, DateField, name)
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    type_words(field, f"{day:%d%m%Y}")
    press(field, Qt.Key.Key_Tab)
    assert field.day() == day


def type_number(page: QWidget, name: str, number: int) -> None:
    """Type a number into its field."""
    field = found(page, NumberField, name)
    field.setFocus()
    field.selectAll()
    type_words(field, str(number))
    press(field, Qt.Key.Key_Tab)
    assert field.number() == number


def cut_off(page: QWidget) -> list[str]:
    """Words that are seen and do not have the room they need, and whatever reaches beyond the side of its page."""
    settle()
    labels = [label for label in page.findChildren(TextLabel) if label.isVisible() and label.text()]
    cut = [f"low: {each.text()}" for each in labels if each.heightForWidth(each.width()) > each.height() + 1]
    buttons = [button for button in page.findChildren(Button) if button.isVisible()]
    cut += [f"narrow: {each.words()}" for each in buttons if each.width() + 1 < each.sizeHint().width()]
    for area in page.findChildren(QScrollArea):
        inside = area.widget()
        for widget in [] if inside is None else inside.findChildren(QWidget):
            right = widget.mapTo(area, QPoint(widget.width(), 0)).x()
            if widget.isVisible() and right > area.viewport().width() + 1:
                cut.append(f"beyond the side: {widget.objectName() or type(widget).__name__}")
    return cut
