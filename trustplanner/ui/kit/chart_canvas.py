"""The recovery chart on the screen: the last picture, the words beside it, and a guide line with its card above it.

The figure is drawn on the background thread and never holds up the window. While the mouse moves nothing is drawn
again: the guide line and the card are children above the picture. A new size first stretches the last picture, panel
by panel, and is drawn when it has settled.
"""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.charts.cards import Card
from trustplanner.charts.gutter import gutter_texts
from trustplanner.charts.layout import GUTTER, Layout, Panel, TimeAxis, time_axis
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.stretch import Stretch
from trustplanner.charts.view import ChartView
from trustplanner.charts.words import summary
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.chart_beside import ChartBeside
from trustplanner.ui.kit.chart_moving import ChartMoving
from trustplanner.ui.kit.chart_picture import (
    DrawingOrder,
    DrawnChart,
    chart_colors,
    draw_chart,
    paint_moved,
    paint_stretched,
    picture_of,
)
from trustplanner.ui.kit.chart_places import bar_at, day_at, day_of_bar, is_inside
from trustplanner.ui.kit.chart_words import ChartWords
from trustplanner.ui.kit.latest_work import LatestWork
from trustplanner.ui.kit.theme import Theme

SETTLED_MS: Final = 90  # after the last change of size
NARROWEST: Final = 350  # pixels at 100 %; at 200 % it fits into the smallest window beside the sidebar


class ChartCanvas(QWidget):
    """Shows one view. Left and Right walk from bar to bar; a click or Enter chooses a day.

    `day_chosen` carries that day. `stretch_chosen` carries other days of the record that a person wants to see, or
    None for the range that was chosen in words. `drawn` says that the picture on the screen is that of the view, at
    this size and in these colours. `place` is the bar that was last looked at.
    """

    day_chosen = Signal(object)
    stretch_chosen = Signal(object)
    drawn = Signal()

    def __init__(self, theme: Theme, background: Background, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._drawing = LatestWork(background, self)
        self._view: ChartView | None = None
        self._words: Sentences | None = None
        self._picture = QPixmap()
        self._drawn_layout: Layout | None = None  # that of the picture
        self._drawn_axis: TimeAxis | None = None  # the same
        self._layout: Layout | None = None
        self._axis: TimeAxis | None = None
        self._place: int | None = None
        self._summary = ""
        self._is_stale = False
        self._is_move_said = True
        self._moving = ChartMoving()
        self.setObjectName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs so, whatever people read
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Recovery chart"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._labels = ChartWords(theme, self)
        self._beside = ChartBeside(theme, self)
        self._settled = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self._draw)
        theme.changed.connect(self._on_theme_changed)

    # --- what is shown

    def show_view(self, view: ChartView, words: Sentences, range_note: str = "", within: Stretch | None = None) -> None:
        """Show another view. `range_note` stands in the second panel while there is no range to draw.

        `within` is the whole record, inside which a person can look at other days; None where they stay.
        The place that was last looked at is kept if its day is in the new view.
        """
        looked_at = self._view.bars[self._place].first if self._view and self._place is not None else None
        is_in_view = looked_at is not None and view.first <= looked_at <= view.last
        self._place = view.bar_of(looked_at) if looked_at is not None and is_in_view else None
        self._view, self._words = view, words
        self._moving.show(view, within)
        self._beside.show_view(view, words)
        self._summary = summary(view, words)
        self._show_nothing_beside()
        self._labels.show_note(range_note)
        self._arrange()
        self.updateGeometry()
        self._draw()
        self._say_move(words.span(view.first, view.last))

    @property
    def view(self) -> ChartView | None:
        """What is shown."""
        return self._view

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is that of the view, and not of something before it."""
        is_waiting = self._drawing.is_busy or self._settled.isActive() or self._is_stale
        return not (is_waiting or self._picture.isNull())

    @property
    def place(self) -> int | None:
        """The place of the bar that was last looked at, among the bars of the view."""
        return self._place

    @property
    def shown_card(self) -> Card | None:
        """What the card says, while it is seen."""
        return self._beside.card_at(self._place) if self._beside.is_shown and self._place is not None else None

    def go_to(self, place: int) -> None:
        """Look at a bar: its guide line, its card, and the same said to screen readers."""
        said = self._look_at(place)
        if said is not None:
            self.setAccessibleDescription(said.spoken)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said.spoken))

    # --- layout

    def sizeHint(self) -> QSize:
        """As high as the panels."""
        width = self.theme.px(GUTTER) * 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The panels can be narrow; their heights stay."""
        return QSize(self.theme.px(NARROWEST), self.theme.px(NARROWEST))

    def heightForWidth(self, width: int) -> int:
        """Pixels of all panels, with the words above them in a narrow window."""
        return round(self._labels.layout_at(width).height)

    def _arrange(self) -> None:
        """Place the words and find out anew where the days stand."""
        if self._view is None or self._words is None:
            return
        self._labels.show_texts(gutter_texts(self._view, self._words))
        self._layout = self._labels.layout_at(self.width())
        self._axis = time_axis(self._view, self._layout)
        self._labels.place(self._layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the last picture now and draw the new one when the size has settled."""
        super().resizeEvent(event)
        self._show_nothing_beside()
        self._arrange()
        if event.size() != event.oldSize():
            self._settled.start()

    def event(self, event: QEvent) -> bool:
        """Draw anew for a screen of another density; two fingers bring the days nearer."""
        if isinstance(event, QNativeGestureEvent) and self._axis is not None:
            self._choose_stretch(self._moving.pinch(event, self._axis))
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settled.start()
        return super().event(event)

    def _on_theme_changed(self) -> None:
        self._show_nothing_beside()
        self._arrange()
        self.updateGeometry()
        self._draw()

    # --- drawing

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """The card goes with the chart."""
        super().hideEvent(event)
        self._show_nothing_beside()

    def _draw(self) -> None:
        self._settled.stop()
        self._is_stale = not self.isVisible()
        if self._is_stale or self._view is None or self._words is None or self._layout is None:
            return
        order = DrawingOrder(
            self._view,
            self._words,
            self._layout,
            chart_colors(self.theme),
            self.theme.is_dark,
            self.devicePixelRatioF(),
            self.theme.has_more_contrast,
        )
        self._drawing.ask(lambda: draw_chart(order), lambda found: self._on_drawn(found, order))

    def _on_drawn(self, found: DrawnChart, order: DrawingOrder) -> None:
        self._picture = picture_of(found)
        self._drawn_layout = order.layout
        self._drawn_axis = time_axis(order.view, order.layout)
        self.update()
        self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The last picture: as it is, with its days shifted, or stretched while another size is drawn."""
        if self._picture.isNull() or self._drawn_layout is None or self._layout is None:
            return
        painter = QPainter(self)
        shift = self._shift()
        if self._drawn_layout != self._layout:
            paint_stretched(painter, self._picture, self._drawn_layout, self._layout)
        elif shift:
            paint_moved(painter, self._picture, self._layout, shift, self.theme.color("paper"))
        else:
            ratio = self._picture.devicePixelRatio()
            shown = QRectF(event.rect())
            part = QRectF(shown.x() * ratio, shown.y() * ratio, shown.width() * ratio, shown.height() * ratio)
            painter.drawPixmap(shown, self._picture, part)

    def _shift(self) -> float:
        """How far the days of the last picture lie from where they belong: while they are dragged, and until the
        picture of those that were asked for is there."""
        drawn, wanted = self._drawn_axis, self._axis
        if drawn is None or wanted is None:
            return 0.0
        if self._moving.is_dragging:
            return self._moving.shift(drawn)
        is_same_scale = abs(drawn.px_a_day - wanted.px_a_day) * (drawn.last - drawn.first).days < 1
        return wanted.x_of(drawn.origin) - drawn.left if is_same_scale else 0.0

    # --- other days

    def _choose_stretch(self, wanted: Stretch | None) -> None:
        self.update()
        if wanted is not None:
            self.stretch_chosen.emit(wanted)

    def _say_move(self, days: str) -> None:
        if not self._is_move_said:
            self._is_move_said = True
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, days))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the days."""
        if event.button() is Qt.MouseButton.LeftButton and self._bar_at(event.position()) is not None:
            self._moving.press(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways through the days, with Ctrl nearer and further."""
        event.ignore()
        if self._axis is not None and self._bar_at(event.position()) is not None:
            self._choose_stretch(self._moving.wheel(event, self._axis))

    def _key_of_days(self, event: QKeyEvent) -> bool:
        """Other days by key; whether it was one of those keys."""
        if self._view is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_0:
            self._is_move_said = False
            self.stretch_chosen.emit(None)
            return True
        bars = self._view.bars
        looked_at = bars[len(bars) // 2 if self._place is None else self._place]
        wanted = self._moving.key(event, looked_at.first)
        self._is_move_said = wanted is None
        self._choose_stretch(wanted)
        return self._moving.is_key(event)

    # --- looking at a bar

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the card of the bar under the mouse; with its button held the days follow it."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._axis is not None:
            self._choose_stretch(self._moving.drag(event.position().x(), self._axis))
            if self._moving.is_dragging:
                self._show_nothing_beside()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        place = self._bar_at(event.position())
        if place is None:
            self._show_nothing_beside()
        elif place != self._place or not self._beside.is_shown:
            self._look_at(place)
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The card goes with the mouse."""
        super().leaveEvent(event)
        self._show_nothing_beside()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse, unless the days were dragged."""
        if self._moving.release():
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()
        elif event.button() is Qt.MouseButton.LeftButton and self._bar_at(event.position()) is not None:
            self._choose_at(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the bars, choose a day, put the card away."""
        if self._key_of_days(event):
            return
        place = self._place_after(Qt.Key(event.key()))
        if place is not None:
            self.go_to(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._place is not None and self._view:
            self.day_chosen.emit(day_of_bar(self._view.bars[self._place]))
        elif event.key() == Qt.Key.Key_Escape and self._beside.is_shown:
            self._show_nothing_beside()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The card goes with the keyboard."""
        super().focusOutEvent(event)
        self._show_nothing_beside()

    def _place_after(self, key: Qt.Key) -> int | None:
        """Where a key leads. The first step begins at the end that it comes from."""
        if self._view is None:
            return None
        last = len(self._view.bars) - 1
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key == Qt.Key.Key_Home else last
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if step is None:
            return None
        if self._place is None:
            return last if step < 0 else 0
        return min(max(self._place + step, 0), last)

    def _bar_at(self, point: QPointF) -> int | None:
        if self._view is None or self._layout is None or self._axis is None:
            return None
        if not is_inside(self._layout, point.x(), point.y()):
            return None
        return bar_at(self._view, self._axis, point.x())

    def _choose_at(self, point: QPointF) -> None:
        if self._view is None or self._layout is None or self._axis is None:
            return
        day: date = day_at(self._view, self._layout, self._axis, point.x(), point.y())
        self.day_chosen.emit(day)

    def _look_at(self, place: int) -> Card | None:
        """Show guide line and card of a bar."""
        self._place = place
        if self._layout is None or self._axis is None:
            return None
        self._beside.look_at(place, self._layout, self._axis, self._labels.top_of(Panel.EVENTS))
        return self._beside.card_at(place)

    def _show_nothing_beside(self) -> None:
        self._beside.hide()
        if self.accessibleDescription() != self._summary:
            self.setAccessibleDescription(self._summary)
