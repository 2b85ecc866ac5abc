"""The calendar of one commitment: as many months beside each other as there is room for, each day with its cell.

One widget, walked by the arrow keys: a day is a place in it, not a widget of its own, so that ten years of months
cost no more than the two that are seen.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.domain.items import Item
from trustplanner.domain.record_calendar import CalendarDay, RecordCalendar
from trustplanner.domain.schedules import DAYS_A_WEEK
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.record_cell import paint_cell
from trustplanner.ui.kit.theme import Theme

MOST_MONTHS: Final = 2
_CELL_WIDTH, _CELL_HEIGHT = 38, 50  # pixels at 100 %, like everything below
_MONTH_GAP: Final = 40
_NAME_HEIGHT, _INITIALS_HEIGHT = 28, 22
_NUMBER_HEIGHT: Final = 21
_MARK: Final = 18
_BAR_HEIGHT: Final = 5
_DONE_RADIUS: Final = 2.5
_INSET: Final = 1
_DAY: Final = timedelta(days=1)


class RecordMonths(QWidget):
    """Shows the months that end with one of them. `day_chosen` carries the day that was clicked or entered.

    `day_looked_at` comes with each day that arrows or the mouse lead to; `months_changed` when other months are shown.
    """

    day_chosen = Signal(object)
    day_looked_at = Signal(object)
    months_changed = Signal()

    paints_own_focus = True

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._dates = DateWords()
        self._calendar: RecordCalendar | None = None
        self._say: Callable[[CalendarDay], str] = lambda _: ""
        self._looked_at = date.min
        self._last_month = date.min
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    # --- what is shown

    def show_calendar(self, calendar: RecordCalendar, say: Callable[[CalendarDay], str], *, keeps_place: bool) -> None:
        """Show another calendar; `say` puts a day into words. The day looked at is kept, or today is."""
        self._calendar, self._say = calendar, say
        if not keeps_place:
            self._last_month = _month_of(calendar.today)
            self._looked_at = calendar.today
        self._looked_at = self._within(self._looked_at)
        self._show_from(self._last_month)
        self._speak(aloud=False)

    @property
    def looked_at(self) -> date:
        """The day on which the keyboard stands."""
        return self._looked_at

    @property
    def months(self) -> list[date]:
        """The first day of each month that is shown, the earliest first."""
        count = self._count_at(self.width())
        return [_months_after(self._last_month, ahead) for ahead in range(1 - count, 1)]

    @property
    def has_earlier(self) -> bool:
        """Whether anything is known before the months that are shown."""
        return self._calendar is not None and self.months[0] > _month_of(self._calendar.first_day)

    @property
    def has_later(self) -> bool:
        """Whether months follow those that are shown."""
        return self._calendar is not None and self._last_month < _month_of(self._calendar.last_day)

    def go_months(self, step: int) -> None:
        """Show earlier (-1) or later (1) months; the day looked at goes with them."""
        if self._calendar is None or not (self.has_earlier if step < 0 else self.has_later):
            return
        self._show_from(_months_after(self._last_month, step * len(self.months)))
        months = self.months
        if not months[0] <= self._looked_at < _months_after(months[-1], 1):
            into = months[-1] if step < 0 else months[0]
            self._look_at(min(_last_of(into), into + timedelta(days=self._looked_at.day - 1)))

    def words_of(self, day: date) -> str:
        """A day as it is said."""
        return "" if self._calendar is None else self._say(self._calendar.day(day))

    def _show_from(self, last_month: date) -> None:
        if self._calendar is None:
            return
        earliest = _months_after(_month_of(self._calendar.first_day), self._count_at(self.width()) - 1)
        latest = _month_of(self._calendar.last_day)
        self._last_month = min(max(last_month, earliest), latest)
        self.updateGeometry()
        self.update()
        self.months_changed.emit()

    def _within(self, day: date) -> date:
        if self._calendar is None:
            return day
        return min(max(day, _month_of(self._calendar.first_day)), _last_of(_month_of(self._calendar.last_day)))

    def _look_at(self, day: date) -> None:
        day = self._within(day)
        if day == self._looked_at:
            return
        self._looked_at = day
        months = self.months
        if day < months[0]:
            self._show_from(_months_after(_month_of(day), len(months) - 1))
        elif day > _last_of(months[-1]):
            self._show_from(_month_of(day))
        self.update()
        self._speak(aloud=True)

    def _speak(self, *, aloud: bool) -> None:
        words = self.words_of(self._looked_at)
        self.setAccessibleDescription(words)
        self.day_looked_at.emit(self._looked_at)
        if aloud and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- what a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the days, Alt with PageUp and PageDown the months; Enter opens the day."""
        key, has_alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        aside = -1 if self.isRightToLeft() else 1
        steps = {Qt.Key.Key_Right: aside, Qt.Key.Key_Left: -aside, Qt.Key.Key_Down: 7, Qt.Key.Key_Up: -7}
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if has_alt and key in pages:
            self.go_months(pages[key])
        elif not has_alt and key in steps:
            self._look_at(self._looked_at + steps[key] * _DAY)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            month = _month_of(self._looked_at)
            self._look_at(month if key == Qt.Key.Key_Home else _last_of(month))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._looked_at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The day under the mouse is said below."""
        day = self.day_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._can_open(day) else Qt.CursorShape.ArrowCursor)
        if day is not None:
            self._look_at(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the day."""
        day = self.day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._look_at(day)
            self._choose(day)

    def _choose(self, day: date) -> None:
        if self._can_open(day):
            self.day_chosen.emit(day)

    def _can_open(self, day: date | None) -> bool:
        return day is not None and self._calendar is not None and day <= self._calendar.today

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The day the keyboard stands on is ringed."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.update()

    # --- where things stand

    def sizeHint(self) -> QSize:
        """Two months beside each other."""
        width = MOST_MONTHS * self._month_width() + (MOST_MONTHS - 1) * self.theme.px(_MONTH_GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One month."""
        return QSize(self._month_width(), self.heightForWidth(self._month_width()))

    def heightForWidth(self, width: int) -> int:
        """Room for the longest month that is shown."""
        if self._calendar is None:
            return 0
        count = self._count_at(width)
        weeks = max(_weeks_in(_months_after(self._last_month, ahead)) for ahead in range(1 - count, 1))
        return self._head_height() + weeks * self.theme.px(_CELL_HEIGHT)

    @property
    def indent(self) -> int:
        """Pixels from the edge to the marks of the first weekday: on this line stand the names of the months, too."""
        return (self.theme.px(_CELL_WIDTH) - self.theme.px(_MARK)) // 2

    def _count_at(self, width: int) -> int:
        gap = self.theme.px(_MONTH_GAP)
        return min(MOST_MONTHS, max(1, (width + gap) // (self._month_width() + gap)))

    def _month_width(self) -> int:
        return DAYS_A_WEEK * self.theme.px(_CELL_WIDTH)

    def _head_height(self) -> int:
        return self.theme.px(_NAME_HEIGHT) + self.theme.px(_INITIALS_HEIGHT)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isRightToLeft():
            rect.moveLeft(self.width() - rect.right())
        return rect

    def _month_left(self, place: int) -> float:
        return place * (self._month_width() + self.theme.px(_MONTH_GAP))

    def cell_of(self, day: date) -> QRectF:
        """Where a day that is shown stands."""
        place = self.months.index(_month_of(day))
        offset = _month_of(day).weekday() + day.day - 1
        width, height = self.theme.px(_CELL_WIDTH), self.theme.px(_CELL_HEIGHT)
        left = self._month_left(place) + offset % DAYS_A_WEEK * width
        return self._mirrored(QRectF(left, self._head_height() + offset // DAYS_A_WEEK * height, width, height))

    def day_at(self, point: QPointF) -> date | None:
        """The day at a point of the widget."""
        for month in self.months:
            for ahead in range(_last_of(month).day):
                if self.cell_of(month + ahead * _DAY).contains(point):
                    return month + ahead * _DAY
        return None

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The months that are shown."""
        if self._calendar is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, month in enumerate(self.months):
            self._paint_head(painter, month, self._month_left(place))
            for day in self._calendar.days(month, _last_of(month)):
                self._paint_day(painter, day, self.cell_of(day.day))

    def _paint_head(self, painter: QPainter, month: date, left: float) -> None:
        theme = self.theme
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        name = self._mirrored(QRectF(left, 0, self._month_width(), theme.px(_NAME_HEIGHT)))
        beginning = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter  # turns round with the widget
        inset = self.indent
        painter.drawText(name.adjusted(inset, 0, -inset, 0), beginning, self._dates.full_month(month))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink_3"))
        width = theme.px(_CELL_WIDTH)
        for at, initials in enumerate(self._dates.weekday_initials()):
            place = QRectF(left + at * width, theme.px(_NAME_HEIGHT), width, theme.px(_INITIALS_HEIGHT))
            painter.drawText(self._mirrored(place), Qt.AlignmentFlag.AlignCenter, initials)

    def _paint_day(self, painter: QPainter, day: CalendarDay, cell: QRectF) -> None:
        theme, inside = self.theme, cell.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        if day.is_paused:
            painter.fillRect(inside, theme.color("shade"))
        if day.period is not None:
            self._paint_period(painter, day.period, day.day, cell)
        item = day.item
        if item is not None:
            side = theme.px(_MARK)
            mark = QRectF(0, 0, side, side)
            top = cell.top() + theme.px(_NUMBER_HEIGHT)
            mark.moveTo(cell.center().x() - side / 2, top)
            paint_cell(painter, mark, item.outcome, theme, is_late=item.late_by > 0)
        self._paint_number(painter, day, cell)
        if day.day == self._looked_at:
            self._paint_place(painter, inside)

    def _paint_number(self, painter: QPainter, day: CalendarDay, cell: QRectF) -> None:
        theme = self.theme
        is_today = self._calendar is not None and day.day == self._calendar.today
        number = QRectF(cell.left(), cell.top(), cell.width(), theme.px(_NUMBER_HEIGHT))
        painter.setFont(theme.font("caption"))
        is_known = (day.is_asked and not self._is_to_come(day.day)) or day.item is not None
        painter.setPen(theme.color("ink" if is_known else "ink_3"))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.day.day))
        if is_today:
            radius = theme.px(_NUMBER_HEIGHT) / 2 - 3
            painter.setPen(QPen(theme.color("ink"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(number.center(), radius + theme.px(3), radius)
        if day.is_done:
            radius = _DONE_RADIUS * theme.text_scale
            x = cell.left() + radius + 3 if self.isRightToLeft() else cell.right() - radius - 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("fill"))
            painter.drawEllipse(QPointF(x, cell.top() + theme.px(_NUMBER_HEIGHT) + radius), radius, radius)

    def _is_to_come(self, day: date) -> bool:
        return self._calendar is not None and day > self._calendar.today

    def _paint_period(self, painter: QPainter, period: Item, day: date, cell: QRectF) -> None:
        """The bar of a period goes on over its days; at its ends it stops short of the edge."""
        height = self.theme.px(_BAR_HEIGHT)
        begins, ends = day == period.first, day == period.day
        if self.isRightToLeft():
            begins, ends = ends, begins
        bar = QRectF(cell.left(), cell.bottom() - height - 2, cell.width(), height)
        bar.adjust(3 if begins else 0, 0, -3 if ends else 0, 0)
        painter.save()
        painter.setClipRect(bar)
        whole = bar.adjusted(0 if begins else -4, 0, 0 if ends else 4, 0)
        paint_cell(painter, whole, period.outcome, self.theme, is_bar=True)
        painter.restore()

    def _paint_place(self, painter: QPainter, inside: QRectF) -> None:
        """The day that is said below: an edge, which the keyboard makes the focus ring."""
        theme = self.theme
        by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        has_ring = self.hasFocus() and by_key
        width = theme.tokens.border["focus"] if has_ring else 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("focus" if has_ring else "edge"), width))
        painter.drawRoundedRect(inside.adjusted(width / 2, width / 2, -width / 2, -width / 2), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer months may fit."""
        super().resizeEvent(event)
        self._show_from(self._last_month)

    def changeEvent(self, event: QEvent) -> None:
        """Weeks run as people read."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _month_of(day: date) -> date:
    return day.replace(day=1)


def _months_after(month: date, count: int) -> date:
    at = month.year * 12 + month.month - 1 + count
    year, index = divmod(at, 12)
    return date(min(max(year, date.min.year), date.max.year), index + 1, 1)


def _last_of(month: date) -> date:
    following = _months_after(month, 1)
    return following - _DAY if following > month else date.max


def _weeks_in(month: date) -> int:
    return -(-(month.weekday() + _last_of(month).day) // DAYS_A_WEEK)
