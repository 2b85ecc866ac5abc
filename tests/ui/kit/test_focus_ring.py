from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from tests.ui.kit.pictures import picture, shows
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


@pytest.fixture
def buttons(applied_theme: Theme, show_window: ShowWindow) -> tuple[QWidget, list[Button], FocusRing]:
    """A window with three buttons and a ring."""
    three = [Button(applied_theme, words) for words in ("One", "Two", "Three")]
    window = show_window(*three)
    window.layout().setContentsMargins(20, 20, 20, 20)  # type: ignore[union-attr]  # the fixture gave it one
    three[0].setFocus(Qt.FocusReason.MouseFocusReason)
    return window, three, FocusRing(applied_theme, window)


def test_tab_shows_the_ring_around_the_button(
    buttons: tuple[QWidget, list[Button], FocusRing], applied_theme: Theme
) -> None:
    window, three, ring = buttons
    assert ring.target() is None
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target() is three[1]
    around = three[1].geometry().adjusted(-4, -4, 4, 4)
    assert ring.geometry() == around
    above = around.adjusted(20, 0, -20, 1 - around.height())
    assert shows(picture(window), above, applied_theme, "focus")


def test_around_a_link_the_ring_leaves_the_lines_of_words_above_and_below_it(
    applied_theme: Theme, show_window: ShowWindow
) -> None:
    link = Button(applied_theme, "Go to it", Kind.LINK)
    window = show_window(Button(applied_theme, "One"), TextLabel(applied_theme, "Words above"), link)
    ring = FocusRing(applied_theme, window)
    link.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window, Qt.Key.Key_Backtab)
    assert ring.target() is link
    assert ring.geometry() == link.geometry().adjusted(-4, 0, 4, 0) & window.rect()


def test_the_ring_goes_on_with_the_focus(buttons: tuple[QWidget, list[Button], FocusRing]) -> None:
    window, three, ring = buttons
    QTest.keyClick(window, Qt.Key.Key_Tab)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target() is three[2]
    QTest.keyClick(window, Qt.Key.Key_Backtab)
    assert ring.target() is three[1]


def test_the_mouse_takes_the_ring_away(buttons: tuple[QWidget, list[Button], FocusRing]) -> None:
    window, three, ring = buttons
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target() is three[1]
    handle = window.windowHandle()
    place = three[2].mapTo(window, three[2].rect().center())
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert ring.target() is None
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_ring_follows_a_button_that_moves_or_hides(buttons: tuple[QWidget, list[Button], FocusRing]) -> None:
    window, three, ring = buttons
    QTest.keyClick(window, Qt.Key.Key_Tab)
    three[1].move(200, 300)
    assert ring.geometry().topLeft() == QPoint(196, 296)
    three[1].hide()
    assert not ring.isVisible()


def test_a_field_has_its_own_border_and_no_ring(applied_theme: Theme, show_window: ShowWindow) -> None:
    other, button, field = LineField(applied_theme), Button(applied_theme, "One"), LineField(applied_theme)
    window = show_window(other, button, field)
    ring = FocusRing(applied_theme, window)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target() is button
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert ring.target() is None


def test_a_widget_may_paint_its_own_ring(applied_theme: Theme, show_window: ShowWindow) -> None:
    class OwnRing(Button):
        paints_own_focus = True

    own = OwnRing(applied_theme, "One")
    window = show_window(LineField(applied_theme), own)
    ring = FocusRing(applied_theme, window)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert own.hasFocus()
    assert ring.target() is None


def test_the_ring_is_not_seen_over_what_a_scrolled_button_lies_behind(
    applied_theme: Theme, show_window: ShowWindow
) -> None:
    area, inside = QScrollArea(), QWidget()
    layout = QVBoxLayout(inside)
    inside.setFixedHeight(1000)
    button = Button(applied_theme, "One")
    layout.addWidget(button)
    layout.addStretch()
    area.setWidget(inside)
    area.setFixedHeight(200)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window = show_window(LineField(applied_theme), area)
    ring = FocusRing(applied_theme, window)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target() is button
    area.verticalScrollBar().setValue(500)
    assert not ring.isVisible()
    area.verticalScrollBar().setValue(0)
    assert ring.isVisible()


def test_a_key_that_moves_the_focus_in_its_own_way_shows_the_ring(
    buttons: tuple[QWidget, list[Button], FocusRing],
) -> None:
    window, three, ring = buttons
    three[1].setFocus()
    assert ring.target() is None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    three[2].setFocus()
    assert ring.target() is three[2]


def test_clicks_go_through_the_ring(buttons: tuple[QWidget, list[Button], FocusRing]) -> None:
    window, three, ring = buttons
    QTest.keyClick(window, Qt.Key.Key_Tab)
    middle = three[1].geometry().center()
    assert window.childAt(middle) is three[1]
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_deleted_target_does_not_disturb_the_ring(
    buttons: tuple[QWidget, list[Button], FocusRing], qapp: QApplication
) -> None:
    window, three, ring = buttons
    QTest.keyClick(window, Qt.Key.Key_Tab)
    three[1].deleteLater()
    qapp.sendPostedEvents(three[1], QEvent.Type.DeferredDelete)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring.target() in {three[0], three[2]}
