from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.ui.person import focus_in, press, type_words
from trustplanner.ui.kit.keyed_column import KeyedColumn


class Thing(NamedTuple):
    key: str
    words: str


class Row(QWidget):
    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(thing.key)
        QVBoxLayout(self).addWidget(self.line)
        self.shown = ""


def show(row: Row, thing: Thing) -> None:
    row.shown = thing.words


def column_of() -> KeyedColumn[Thing, Row]:
    return KeyedColumn(lambda thing: thing.key, Row, show)


def order(column: KeyedColumn[Thing, Row]) -> list[str]:
    return sorted((row.line.objectName() for row in column.all()), key=lambda name: _top(column, name))


def _top(column: KeyedColumn[Thing, Row], name: str) -> int:
    row = column.of(name)
    assert row is not None
    return row.y()


def test_what_still_belongs_keeps_its_widget_its_words_and_the_focus(show_window: Callable[..., QWidget]) -> None:
    column = column_of()
    window = show_window(column.widget)
    column.show_things([Thing("a", "1"), Thing("b", "1")])
    kept = column.of("b")
    assert kept is not None
    kept.line.setFocus()
    type_words(window, "half a w")
    column.show_things([Thing("c", "2"), Thing("b", "2")])
    assert column.of("b") is kept
    assert (kept.line.text(), kept.shown) == ("half a w", "2")
    assert focus_in(window) is kept.line
    assert column.of("a") is None


def test_they_stand_in_the_order_that_is_asked_for_and_tab_follows(show_window: Callable[..., QWidget]) -> None:
    column = column_of()
    window = show_window(column.widget)
    column.show_things([Thing("a", ""), Thing("b", "")])
    column.show_things([Thing("b", ""), Thing("c", ""), Thing("a", "")])
    layout = column.widget.layout()
    assert layout is not None
    layout.activate()
    assert order(column) == ["b", "c", "a"]
    first = column.of("b")
    assert first is not None
    first.line.setFocus()
    seen = [focus_in(window).objectName()]
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
        seen.append(focus_in(window).objectName())
    assert seen == ["b", "c", "a"]


def test_an_empty_column_is_not_there(show_window: Callable[..., QWidget]) -> None:
    column = column_of()
    show_window(column.widget)
    assert column.widget.isHidden()
    column.show_things([Thing("a", "")])
    assert column.widget.isVisible()
    column.show_things([])
    assert column.widget.isHidden()
