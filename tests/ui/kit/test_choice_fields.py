from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tests.ui.kit.pictures import drawn_box, picture, unlike
from tests.ui.kit.screen_reader import found_at
from trustplanner.ui.kit.choice_fields import ComboField, DateField, TimeField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]
CHOICES = [("she", "Ana, on 3 May"), ("me", "Nobody, I chose it"), ("ruth", "Ruth & Ana")]


@pytest.fixture
def combo(applied_theme: Theme, show_window: ShowWindow) -> ComboField:
    field = ComboField(applied_theme, name="commitment_who_field")
    field.set_choices(CHOICES)
    show_window(LabelledField(applied_theme, "Who asked for it", field))
    return field


def roll_wheel(widget: QWidget) -> None:
    """Turn the wheel one notch down over the widget."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_choice_is_heard_only_from_a_person(combo: ComboField) -> None:
    heard: list[object] = []
    combo.chosen.connect(heard.append)
    combo.fill("ruth")
    assert (combo.code(), combo.currentText(), heard) == ("ruth", "Ruth & Ana", [])
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert (combo.code(), heard) == ("me", ["me"])


def test_a_choice_that_is_not_offered_is_an_error(combo: ComboField) -> None:
    with pytest.raises(ValueError, match="nobody"):
        combo.fill("nobody")
    assert combo.code() == "she"


def test_the_label_names_the_field(combo: ComboField) -> None:
    """On Linux Qt gives the shown choice as the name; the label is found as a relation."""
    labels = [
        other.text(QAccessible.Text.Name)
        for other, relation in found_at(combo).relations()
        if relation & QAccessible.RelationFlag.Label
    ]
    assert labels == [combo.accessibleName()] == ["Who asked for it"]


def test_compact_fields_are_lower(combo: ComboField, applied_theme: Theme, show_window: ShowWindow) -> None:
    compact = ComboField(applied_theme, is_compact=True)
    show_window(compact)
    assert (combo.sizeHint().height(), compact.sizeHint().height()) == (42, 34)


def test_the_wheel_changes_nothing_in_passing(combo: ComboField, applied_theme: Theme, show_window: ShowWindow) -> None:
    day, moment = DateField(applied_theme), TimeField(applied_theme)
    day.fill(date(2026, 5, 14))
    moment.fill(time(18, 0))
    show_window(day, moment)
    for field in (combo, day, moment):
        field.setFocus()
        roll_wheel(field)
    assert (combo.code(), day.day(), moment.moment()) == ("she", date(2026, 5, 14), time(18, 0))


def test_a_day_can_be_typed(applied_theme: Theme, show_window: ShowWindow) -> None:
    field = DateField(applied_theme)
    show_window(field)
    heard: list[object] = []
    field.edited.connect(heard.append)
    field.fill(date(2026, 5, 14))
    assert heard == []
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    QTest.keyClicks(field, "19062027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.day(), heard) == (date(2027, 6, 19), [date(2027, 6, 19)])


def test_a_day_can_be_stepped(applied_theme: Theme, show_window: ShowWindow) -> None:
    field = DateField(applied_theme)
    show_window(field)
    field.fill(date(2026, 5, 14))
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2026, 5, 15)


def test_days_outside_the_limits_cannot_be_entered(applied_theme: Theme, show_window: ShowWindow) -> None:
    field = DateField(applied_theme)
    show_window(field)
    field.set_limits(date(2026, 5, 1), date(2026, 5, 31))
    field.fill(date(2026, 7, 1))
    assert field.day() == date(2026, 5, 31)


def test_figures_keep_their_order_where_text_runs_from_right_to_left(
    applied_theme: Theme, show_window: ShowWindow
) -> None:
    window = show_window()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    day, moment = DateField(applied_theme, parent=window), TimeField(applied_theme, parent=window)
    day.fill(date(2026, 5, 14))
    moment.fill(time(18, 5))
    assert (day.text(), moment.text()) == ("14/05/2026", "18:05")


def test_a_time_can_be_typed(applied_theme: Theme, show_window: ShowWindow) -> None:
    field = TimeField(applied_theme)
    show_window(field)
    heard: list[object] = []
    field.edited.connect(heard.append)
    field.fill(time(18, 0))
    field.setFocus()
    field.setSelectedSection(TimeField.Section.HourSection)
    QTest.keyClicks(field, "0745")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.moment(), heard) == (time(7, 45), [time(7, 45)])


def test_all_fields_have_the_height_of_a_line_field(applied_theme: Theme, show_window: ShowWindow) -> None:
    day, moment = DateField(applied_theme), TimeField(applied_theme)
    show_window(day, moment)
    assert day.height() == moment.height() == 42
    applied_theme.set_text_scale(2.0)
    assert day.height() == moment.height() == 82


def _written_in(widget: QWidget, area: QRect) -> QImage:
    """The words in this area, cut out."""
    image = picture(widget).copy(area)
    return image.copy(drawn_box(image, image.pixelColor(0, 0)))


def test_choices_run_their_own_way_in_a_mirrored_window(
    applied_theme: Theme, show_window: ShowWindow, mirror: Callable[[], None]
) -> None:
    field = ComboField(applied_theme)
    field.set_choices([("six", "“Ring at six”, 3 of 4")])
    show_window(field)
    shown, listed = [], []
    for is_mirrored in (False, True):
        if is_mirrored:
            mirror()
        inside = field.rect().adjusted(4, 4, -4, -4)
        without_chevron = inside.adjusted(0, 0, -30, 0) if not field.isRightToLeft() else inside.adjusted(30, 0, 0, 0)
        shown.append(_written_in(field, without_chevron))
        option = QStyleOptionViewItem()
        delegate = field.itemDelegate()
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, field.model().index(0, 0))
        listed.append(option.text)
    assert unlike(*shown) < 0.01
    assert listed == [
        "“Ring at six”, 3 of 4",
        "\N{LEFT-TO-RIGHT ISOLATE}“Ring at six”, 3 of 4\N{POP DIRECTIONAL ISOLATE}",
    ]


def test_a_day_stands_below_its_label_where_the_program_runs_right_to_left(
    applied_theme: Theme, show_window: ShowWindow
) -> None:
    field = DateField(applied_theme)
    labelled = LabelledField(applied_theme, "Day", field)
    window = show_window(labelled)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.resize(600, 200)
    QApplication.processEvents()
    assert field.geometry().right() == labelled.rect().right()
    window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QApplication.processEvents()
    assert field.geometry().left() == 0
