from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import color_at, picture
from tests.ui.kit.screen_reader import name_of
from tests.ui.person import press
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog, SheetWidth
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


class Scene:
    """A window with a button behind a dialog of one field and three buttons."""

    def __init__(self, theme: Theme, show_window: ShowWindow) -> None:
        self.behind = Button(theme, "Behind")
        self.window = show_window(self.behind, width=1000)
        self.dialog = SheetDialog(theme, self.window, "Does Ana know yet?", name="miss_sheet")
        self.field = LineField(theme)
        self.dialog.body.addWidget(self.field)
        self.next = Button(theme, "Next: what happened", Kind.PRIMARY)
        self.skip = Button(theme, "Skip this step", Kind.QUIET)
        self.far = Button(theme, "Save and close", Kind.QUIET)
        self.dialog.add_button(self.next)
        self.dialog.add_button(self.skip)
        self.dialog.set_far_button(self.far)
        self.heard: list[str] = []
        self.dialog.closed.connect(lambda: self.heard.append("closed"))
        self.dialog.close_requested.connect(lambda: self.heard.append("requested"))
        self.behind.setFocus()


@pytest.fixture
def scene(applied_theme: Theme, show_window: ShowWindow) -> Scene:
    return Scene(applied_theme, show_window)


def test_it_opens_in_the_window_and_returns_at_once(scene: Scene) -> None:
    scene.dialog.open()
    assert scene.dialog.isVisible()
    assert not scene.dialog.isWindow()
    assert scene.dialog.geometry() == scene.window.rect()
    assert scene.field.hasFocus()
    assert name_of(scene.dialog) == "Does Ana know yet?"


def test_the_page_behind_is_darkened_and_out_of_reach(scene: Scene) -> None:
    before = color_at(picture(scene.window), 5, 700)
    scene.dialog.open()
    assert color_at(picture(scene.window), 5, 700) != before
    assert scene.window.childAt(scene.behind.geometry().center()) is scene.dialog


def test_tab_stays_in_the_sheet_and_goes_round(scene: Scene) -> None:
    scene.dialog.open()
    seen: list[QWidget | None] = []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(scene.window, Qt.Key.Key_Tab)
    assert seen == [scene.field, scene.next, scene.skip, scene.far, scene.field]
    scene.field.setFocus()
    QTest.keyClick(scene.field, Qt.Key.Key_Backtab)
    assert scene.far.hasFocus()


def test_tab_goes_on_from_a_field_of_days(scene: Scene, applied_theme: Theme) -> None:
    day = DateField(applied_theme)
    scene.dialog.body.addWidget(day)
    scene.dialog.open(day)
    press(scene.window, *[Qt.Key.Key_Tab] * 3)  # day, month, year
    assert not day.hasFocus()


def test_the_focus_cannot_be_taken_out_of_the_sheet(scene: Scene) -> None:
    scene.dialog.open()
    scene.behind.setFocus()
    assert not scene.behind.hasFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert scene.dialog.isAncestorOf(focused)


@pytest.mark.parametrize("way", ["escape", "far button"])
def test_closing_brings_the_focus_back_and_is_told_once(scene: Scene, way: str) -> None:
    scene.dialog.open()
    if way == "escape":
        QTest.keyClick(scene.field, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(scene.far, Qt.MouseButton.LeftButton)
    assert scene.heard == ["requested", "closed"]
    assert not scene.dialog.isVisible()
    assert scene.behind.hasFocus()


def test_the_owner_may_close_it_later(scene: Scene) -> None:
    scene.dialog.closes_by_itself = False
    scene.dialog.open()
    QTest.keyClick(scene.field, Qt.Key.Key_Escape)
    assert scene.heard == ["requested"]
    assert scene.dialog.isVisible()
    scene.dialog.close_sheet()
    scene.dialog.close_sheet()
    assert scene.heard == ["requested", "closed"]


def test_keys_do_not_reach_the_page_behind(scene: Scene) -> None:
    scene.dialog.open()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, "k")
    event.ignore()
    QApplication.sendEvent(scene.dialog, event)
    assert event.isAccepted()


def test_it_is_as_wide_as_asked_and_in_the_middle(scene: Scene, applied_theme: Theme) -> None:
    scene.dialog.open()
    sheet = scene.dialog.sheet.geometry()
    assert sheet.width() == 640
    assert sheet.center().x() == pytest.approx(500, abs=1)
    question = SheetDialog(applied_theme, scene.window, "Begin anew?", SheetWidth.QUESTION)
    question.open()
    assert question.sheet.width() == 480


def test_a_low_window_scrolls_the_body_and_keeps_the_buttons(scene: Scene, applied_theme: Theme) -> None:
    for number in range(30):
        scene.dialog.body.addWidget(TextLabel(applied_theme, f"Line {number}"))
    scene.window.resize(900, 500)
    scene.dialog.open()
    sheet = scene.dialog.sheet
    assert sheet.height() == 500 - 2 * 24
    for button in (scene.next, scene.skip, scene.far):
        corner = button.mapTo(sheet, button.rect().bottomRight())
        assert sheet.rect().contains(corner)


def test_it_follows_the_size_of_the_window(scene: Scene) -> None:
    scene.dialog.open()
    scene.window.resize(700, 650)
    assert scene.dialog.geometry() == scene.window.rect()
    assert scene.dialog.sheet.geometry().center().x() == pytest.approx(350, abs=1)


def test_it_grows_with_its_body(scene: Scene, applied_theme: Theme, qtbot: QtBot) -> None:
    scene.dialog.open()
    before = scene.dialog.sheet.height()
    scene.dialog.body.addWidget(TextLabel(applied_theme, "One more line"))
    qtbot.waitUntil(lambda: scene.dialog.sheet.height() > before)


def test_larger_text_makes_a_wider_sheet_but_never_wider_than_the_window(scene: Scene, applied_theme: Theme) -> None:
    scene.dialog.open()
    applied_theme.set_text_scale(2.0)
    assert scene.dialog.sheet.width() == 1000 - 2 * 24


def test_of_two_sheets_the_upper_one_keeps_the_focus(scene: Scene, applied_theme: Theme) -> None:
    scene.dialog.open()
    upper = SheetDialog(applied_theme, scene.window, "Delete everything?", SheetWidth.QUESTION)
    keep = Button(applied_theme, "Keep it", Kind.QUIET)
    upper.add_button(keep)
    upper.open()
    assert keep.hasFocus()
    scene.field.setFocus()
    assert keep.hasFocus()
    upper.close_sheet()
    assert scene.field.hasFocus() or scene.next.hasFocus()


def test_long_words_are_read_by_keyboard(scene: Scene, applied_theme: Theme) -> None:
    for _ in range(30):
        scene.dialog.body.addWidget(TextLabel(applied_theme, "It is over when it is known. " * 5))
    scene.dialog.open(scene.far)
    bar = scene.dialog._scroll.verticalScrollBar()
    press(scene.far, Qt.Key.Key_PageDown)
    after_a_page = bar.value()
    assert after_a_page > 0
    press(scene.far, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > after_a_page
    press(scene.far, Qt.Key.Key_PageUp, Qt.Key.Key_Home)
    assert bar.value() == 0
    assert scene.heard == []


def test_a_body_that_fits_by_a_hair_has_no_scroll_bar(scene: Scene, applied_theme: Theme) -> None:
    scene.dialog.body.addWidget(TextLabel(applied_theme, "Nobody reads this but you. " * 40))
    scene.dialog.open()
    wanted = scene.dialog.sheet.height()
    bar = scene.dialog._scroll.verticalScrollBar()
    scrolls = []
    for height in range(wanted + 49, wanted - 30, -1):
        scene.window.resize(1000, height)
        QApplication.processEvents()
        assert bar.isVisible() == (bar.maximum() > 0), height
        scrolls.append(bar.isVisible())
    assert scrolls == sorted(scrolls)
    assert not scrolls[0]
    assert scrolls[-1]


def test_in_a_low_window_the_foot_gives_its_room_to_the_words(scene: Scene, applied_theme: Theme) -> None:
    scene.dialog.body.addWidget(TextLabel(applied_theme, "Nobody reads this but you. " * 40))
    scene.dialog.open()

    def foot() -> int:
        button, sheet = scene.far, scene.dialog.sheet
        return sheet.height() - button.mapTo(sheet, button.rect().bottomLeft()).y() - 1

    roomy = foot()
    scene.window.resize(1000, scene.dialog.sheet.height() - 100)
    QApplication.processEvents()
    assert foot() == 24 < roomy
    scene.window.resize(1000, 900)
    QApplication.processEvents()
    assert foot() == roomy


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_scroll_bar_takes_no_room_from_the_words(
    scene: Scene, applied_theme: Theme, direction: Qt.LayoutDirection
) -> None:
    words = TextLabel(applied_theme, "Nobody reads this but you. " * 25)
    scene.dialog.body.addWidget(words)
    scene.window.setLayoutDirection(direction)
    scene.dialog.open()
    QApplication.processEvents()
    before = (words.mapTo(scene.dialog.sheet, words.rect().topLeft()).x(), words.width())
    assert not scene.dialog._scroll.verticalScrollBar().isVisible()
    scene.window.resize(1000, 400)
    QApplication.processEvents()
    assert scene.dialog._scroll.verticalScrollBar().isVisible()
    assert (words.mapTo(scene.dialog.sheet, words.rect().topLeft()).x(), words.width()) == before


def test_a_line_says_that_more_is_below(scene: Scene, applied_theme: Theme) -> None:
    scene.dialog.body.addWidget(TextLabel(applied_theme, "Nobody reads this but you. " * 25))
    scene.dialog.open(scene.far)
    [line] = scene.dialog.sheet.findChildren(Hairline)
    assert not line.isVisible()
    scene.window.resize(1000, 400)
    QApplication.processEvents()
    assert line.isVisible()
    body = scene.dialog._scroll.geometry()
    assert line.geometry().top() == body.bottom() + 1
    press(scene.far, Qt.Key.Key_End)
    assert not line.isVisible()
    assert scene.dialog._scroll.geometry() == body, "nothing moves when the line goes"
    press(scene.far, Qt.Key.Key_Home)
    assert line.isVisible()


def test_what_stands_above_the_buttons_does_not_scroll(scene: Scene, applied_theme: Theme) -> None:
    field = LineField(applied_theme)
    scene.dialog.above_buttons.addWidget(field)
    scene.dialog.body.addWidget(TextLabel(applied_theme, "Nobody reads this but you. " * 25))
    scene.window.resize(1000, 400)
    scene.dialog.open()
    QApplication.processEvents()
    sheet = scene.dialog.sheet
    assert sheet.rect().contains(field.geometry())
    assert scene.dialog._scroll.geometry().bottom() < field.geometry().top()
    assert field.geometry().bottom() < scene.next.mapTo(sheet, scene.next.rect().topLeft()).y()


def test_tab_passes_the_list_of_a_combo_by(scene: Scene, applied_theme: Theme) -> None:
    combo = ComboField(applied_theme)
    combo.addItems(["Agreed", "Not agreed"])
    scene.dialog.body.addWidget(combo)
    combo.view()  # the list is made when it is first asked for
    scene.dialog.open(combo)
    press(scene.window, Qt.Key.Key_Tab)
    assert scene.next.hasFocus()
