"""Fields in which a person chooses: one of a list, a day, a time of day. All can be used by keyboard alone."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QTimeEdit,
    QWidget,
)

from trustplanner.ui.kit.icons import paint_icon
from trustplanner.ui.kit.labels import TextLabel, isolated
from trustplanner.ui.kit.theme import Theme

_CHEVRON = 16
_EDGE_GAP = 12
_NARROWEST = 96
_PADDING = 12
_HEIGHT = 40  # inside the border, as a line field
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)


class ComboField(QComboBox):
    """One of a list. Each choice has a code for the program and words for the person.

    `chosen` carries the code when a person has picked, and only then.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, *, name: str = "", is_compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self.setProperty("isCompact", is_compact)
        self.setView(QListView())  # the style sheet reaches only a view of our own
        self.setItemDelegate(_Choices(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(12)
        self.activated.connect(self._on_activated)
        self._dress()
        theme.changed.connect(self._dress)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these pairs of code and words; the first is shown."""
        self.blockSignals(True)
        self.clear()
        for code, words in choices:
            self.addItem(words, code)
        self.blockSignals(False)

    def fill(self, code: object) -> None:
        """Show the choice of this code, without any signal.

        Raises:
            ValueError: no such choice.
        """
        codes = [self.itemData(index) for index in range(self.count())]
        self.blockSignals(True)
        self.setCurrentIndex(codes.index(code))
        self.blockSignals(False)
        self.update()

    def code(self) -> object:
        """The code of what is shown; None if there is nothing to choose."""
        return self.currentData()

    def minimumSizeHint(self) -> QSize:
        """Long choices are cut on the screen before they make a page wider than the window."""
        return QSize(self.theme.px(_NARROWEST), super().minimumSizeHint().height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """The choice that is shown runs its own way."""
        super().initStyleOption(option)
        option.currentText = isolated(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes an answer in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw our chevron over Qt's field."""
        super().paintEvent(event)
        side = self.theme.px(_CHEVRON)
        left = _EDGE_GAP if self.isRightToLeft() else self.width() - side - _EDGE_GAP
        color = self.theme.color("ink_2" if self.isEnabled() else "ink_3")
        rect = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), rect, "chevron-down", self.theme, color)

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def _dress(self) -> None:
        self.ensurePolished()  # before Qt keeps a size that knows nothing of the style sheet
        self.setFont(self.theme.font("control"))
        self.view().setFont(self.theme.font("control"))
        self.updateGeometry()


class _Choices(QStyledItemDelegate):
    """The open list, in which each choice runs its own way too."""

    def displayText(self, value: object, _locale: QLocale | QLocale.Language) -> str:  # noqa: N802  (Qt's name)
        return isolated(str(value))


class DateField(QDateEdit):
    """A day, typed in figures or stepped with the arrow keys; its name stands at the end of the field.

    `edited` carries the day when a person has finished changing it, and only then.
    """

    edited = Signal(object)

    def __init__(
        self, theme: Theme, *, name: str = "", locale: QLocale | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # elsewhere Qt would turn the figures round
        self.setLocale(locale or QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("dd/MM/yyyy" if locale is None else _four_digit_year(locale))
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_limits(EARLIEST, LATEST)
        self.dateChanged.connect(self._on_date_changed)
        self._dress()
        theme.changed.connect(self._dress)

    def set_limits(self, first: date, last: date) -> None:
        """Days outside cannot be entered; without any signal."""
        self.blockSignals(True)
        self.setDateRange(_qdate(first), _qdate(last))
        self.blockSignals(False)

    def fill(self, day: date) -> None:
        """Show a day that code knows, without any signal."""
        self.blockSignals(True)
        self.setDate(_qdate(day))
        self.blockSignals(False)
        self.update()

    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def sizeHint(self) -> QSize:
        """Room for the figures and for the longest name of a day."""
        hint = super().sizeHint()
        widest = TextLabel(self.theme, self._day_words(QDate(2026, 9, 30)), "small", wraps=False)
        return QSize(hint.width() + widest.sizeHint().width() + 2 * _EDGE_GAP, hint.height())

    def minimumSizeHint(self) -> QSize:
        """The figures alone are never cut."""
        return super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the day's name behind its figures, so that day and month cannot be mixed up."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.color("ink_3"))
        inside = self.rect().adjusted(_EDGE_GAP, 0, -_EDGE_GAP, 0)
        alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inside, alignment, self._day_words(self.date()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a day in passing."""
        event.ignore()

    def _day_words(self, day: QDate) -> str:
        return self.locale().toString(day, "ddd d MMM")

    def _on_date_changed(self) -> None:
        self.edited.emit(self.day())
        self.update()

    def _dress(self) -> None:
        self.setFont(self.theme.font("body"))
        self.lineEdit().setTextMargins(_PADDING, 0, _PADDING, 0)  # a style sheet's padding does not reach it
        self.setFixedHeight(self.theme.px(_HEIGHT) + 2 * self.theme.border_width)
        self.updateGeometry()


class TimeField(QTimeEdit):
    """A time of day, typed or stepped with the arrow keys.

    `edited` carries the time when a person has finished changing it, and only then.
    """

    edited = Signal(object)

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # elsewhere Qt would turn the figures round
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        self.setWrapping(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.timeChanged.connect(self._on_time_changed)
        self._dress()
        theme.changed.connect(self._dress)

    def fill(self, moment: time) -> None:
        """Show a time that code knows, without any signal."""
        self.blockSignals(True)
        self.setTime(QTime(moment.hour, moment.minute))
        self.blockSignals(False)

    def moment(self) -> time:
        """The time shown, to the minute."""
        return time(self.time().hour(), self.time().minute())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a time in passing."""
        event.ignore()

    def _on_time_changed(self) -> None:
        self.edited.emit(self.moment())

    def _dress(self) -> None:
        self.setFont(self.theme.font("body"))
        self.lineEdit().setTextMargins(_PADDING, 0, _PADDING, 0)  # a style sheet's padding does not reach it
        self.setFixedHeight(self.theme.px(_HEIGHT) + 2 * self.theme.border_width)
        self.updateGeometry()


def _four_digit_year(locale: QLocale) -> str:
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
