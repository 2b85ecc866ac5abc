"""The sidebar: the places of the program, and at its foot help and lock, which never move."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QSpacerItem, QStyle, QVBoxLayout, QWidget

from trustplanner.ui.kit.icons import paint_icon
from trustplanner.ui.kit.key_cap import SIDE, key_cap_width, paint_key_cap
from trustplanner.ui.kit.labels import TextLabel, is_right_to_left
from trustplanner.ui.kit.last_copy import LastCopyCaption
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.theme import Theme

_ICON = 20
_ICON_LEFT, _WORDS_LEFT = 14, 46
_ITEM_HEIGHT, _ITEM_INSET, _ITEM_GAP = 44, 2, 2
_ITEM_WIDTH_NARROW = 48
_BAR_WIDTH, _BAR_HEIGHT = 3, 20
_SIDE, _SIDE_NARROW, _FOOT_SIDE_NARROW = 14, 12, 4
_KEY_MARGIN = 10
_WORDS_UNDER_ICON = 8


class Place(NamedTuple):
    """One place of the program: `code` for the program, `key` is shown in the tooltip."""

    code: str
    icon: str
    words: str
    key: str = ""


class NavigationItem(QAbstractButton):
    """An icon and its words; in the narrow sidebar the icon with a tooltip, or with `short_words` under it."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        icon: str,
        *,
        key: str = "",
        short_words: str = "",
        shows_key: bool = False,
        tone: str = "ink_2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.is_narrow = False
        self._words = words
        self._icon = icon
        self._key = key
        self._short_words = short_words
        self._shows_key = shows_key
        self._tone = tone
        self.setAccessibleName(words.replace("\n", " "))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name_in_tooltip()
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show the icon alone, or with words again."""
        self.is_narrow = is_narrow
        self._name_in_tooltip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Every item is as high as its words need."""
        px = self.theme.px
        if self.is_narrow:
            return QSize(max(px(_ITEM_WIDTH_NARROW), self._short_width()), self._narrow_height())
        lines = len(self._words.split("\n"))
        height = max(px(_ITEM_HEIGHT), lines * self.theme.line_height("control") + px(14))
        return QSize(px(204), height)

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space; Up and Down are the sidebar's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper for the chosen one, with a bar at the edge; a fill under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_fill(painter)
        icon_color = self.theme.color("accent" if self.isChecked() else "ink_2")
        paint_icon(painter, QRectF(self._icon_rect()), self._icon, self.theme, icon_color)
        if self.is_narrow:
            self._paint_short_words(painter)
        else:
            self._paint_words(painter)
        if self._shows_key and not self.is_narrow:
            self._paint_key(painter)

    def _paint_fill(self, painter: QPainter) -> None:
        theme, radius = self.theme, self.theme.tokens.radius["control"]
        fill = None
        if self.isChecked():
            fill = "paper"
        elif self.isDown():
            fill = "shade"
        elif self.underMouse():
            fill = "hover"
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(fill))
            painter.drawRoundedRect(self.rect().adjusted(0, _ITEM_INSET, 0, -_ITEM_INSET), radius, radius)
        if self.isChecked():
            height = theme.px(_BAR_HEIGHT)
            bar = self._visual(QRect(0, (self.height() - height) // 2, _BAR_WIDTH, height))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(bar, _BAR_WIDTH / 2, _BAR_WIDTH / 2)

    def _paint_words(self, painter: QPainter) -> None:
        left = self.theme.px(_WORDS_LEFT)
        role = "control_strong" if self.isChecked() else "control"
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.color("ink" if self.isChecked() else self._tone))
        lines = self._words.split("\n")
        line_height = self.theme.line_height("control")
        top = (self.height() - line_height * len(lines)) // 2
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        option = QTextOption(start | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        runs_backwards = is_right_to_left(self._words, otherwise=self.isRightToLeft())
        directions = Qt.LayoutDirection
        option.setTextDirection(directions.RightToLeft if runs_backwards else directions.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        for index, line in enumerate(lines):
            rect = self._visual(QRect(left, top + index * line_height, self.width() - left, line_height))
            painter.drawText(QRectF(rect), line, option)

    def _paint_short_words(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font("caption"))
        painter.setPen(self.theme.color("ink"))
        line_height = self._short_line_height()
        top = self._icon_rect().bottom() + 1 + _WORDS_UNDER_ICON
        for index, line in enumerate(self._short_lines()):
            rect = QRect(0, top + index * line_height, self.width(), line_height)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, line)

    def _paint_key(self, painter: QPainter) -> None:
        width, height = key_cap_width(self.theme, self._key), self.theme.px(SIDE)
        cap = QRect(self.width() - _KEY_MARGIN - width, (self.height() - height) // 2, width, height)
        paint_key_cap(painter, QRectF(self._visual(cap)), self._key, self.theme)

    def _icon_rect(self) -> QRect:
        side = self.theme.px(_ICON)
        if not self.is_narrow:
            return self._visual(QRect(self.theme.px(_ICON_LEFT), (self.height() - side) // 2, side, side))
        top = self.theme.px(12) if self._short_words else (self.height() - side) // 2
        return QRect((self.width() - side) // 2, top, side, side)

    def _visual(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _short_lines(self) -> list[str]:
        return self._short_words.split("\n") if self._short_words else []

    def _short_width(self) -> int:
        metrics = QFontMetrics(self.theme.font("caption"))
        return max((metrics.horizontalAdvance(line) + 2 for line in self._short_lines()), default=0)

    def _short_line_height(self) -> int:
        return QFontMetrics(self.theme.font("caption")).height()

    def _narrow_height(self) -> int:
        px = self.theme.px
        if not self._short_words:
            return px(_ITEM_HEIGHT)
        words = len(self._short_lines()) * self._short_line_height()
        return px(12) + px(_ICON) + _WORDS_UNDER_ICON + words + px(10)

    def _name_in_tooltip(self) -> None:
        words = self._words.replace("\n", " ")
        keys = f" ({self._key})" if self._key else ""
        needs_words = self.is_narrow
        self.setToolTip(f"{words}{keys}" if needs_words or not self._shows_key else "")


class Sidebar(QWidget):
    """Emits the code of the place a person chooses; `show_place` marks where they are."""

    place_chosen = Signal(str)
    help_requested = Signal()
    lock_requested = Signal()

    def __init__(self, theme: Theme, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.is_narrow = False
        self._items: dict[str, NavigationItem] = {}
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Places"))
        self._brand = TextLabel(theme, "Trustplanner", role="brand", wraps=False)
        self._top: QVBoxLayout = column(spacing=_ITEM_GAP)
        for place in places:
            self._add_place(place)
        self.help_item = NavigationItem(
            theme,
            self.tr("Need to talk to\nsomeone now?"),
            "life-buoy",
            key="F1",
            short_words=self.tr("Talk to\nsomeone"),
            tone="ink",
        )
        self.help_item.setObjectName("sidebar_help_button")
        self.help_item.clicked.connect(self.help_requested)
        self.lock_item = NavigationItem(theme, self.tr("Lock"), "lock", key=self.tr("Ctrl+L"), shows_key=True)
        self.lock_item.setObjectName("sidebar_lock_button")
        self.lock_item.clicked.connect(self.lock_requested)
        self._layout = column(self)
        self._gap_under_brand = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._foot = column(spacing=_ITEM_GAP)
        self._caption: LastCopyCaption | None = None
        self._caption_row = row()
        self._lay_out()
        self._fit()
        theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        head = row()
        head.addSpacing(_SIDE + _ICON_LEFT)  # a margin would not turn round with the direction of reading
        head.addWidget(self._brand, 1)
        self._layout.addLayout(head)
        self._layout.addItem(self._gap_under_brand)
        self._layout.addLayout(self._top)
        self._layout.addStretch(1)
        self._foot.addWidget(self.help_item)
        self._foot.addWidget(self.lock_item)
        self._layout.addLayout(self._foot)
        self._foot.insertLayout(0, self._caption_row)

    def set_narrow(self, is_narrow: bool) -> None:
        """Show icons only, or icons with words."""
        if is_narrow == self.is_narrow:
            return
        self.is_narrow = is_narrow
        self._fit()

    def set_caption(self, caption: LastCopyCaption) -> None:
        """A quiet line above the foot, where it moves neither help nor lock."""
        self._caption = caption
        self._caption_row.addWidget(caption)
        self._fit()

    def show_place(self, code: str) -> None:
        """Mark the place where the person is; Tab enters the sidebar there. An unknown code marks none."""
        stop = code if code in self._items else next(iter(self._items), code)
        for own_code, item in self._items.items():
            item.setChecked(own_code == code)
            policies = Qt.FocusPolicy
            item.setFocusPolicy(policies.StrongFocus if own_code == stop else policies.ClickFocus)

    def show_places(self, *, is_shown: bool) -> None:
        """Show the places, or only help and lock, which never go."""
        for item in self._items.values():
            item.setVisible(is_shown)

    def item(self, code: str) -> NavigationItem:
        """The item of this place.

        Raises:
            KeyError: no such place.
        """
        return self._items[code]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk from item to item, over the foot too."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        stops: list[NavigationItem] = [*self._items.values(), self.help_item, self.lock_item]
        focused = [index for index, item in enumerate(stops) if item.hasFocus()]
        step = steps.get(Qt.Key(event.key()))
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        target = stops[(focused[0] + step) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The margin of the book; with more contrast it is as white as the page, and a line parts them."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("margin"))
        if self.theme.has_more_contrast:
            left = 0 if self.isRightToLeft() else self.width() - 1
            painter.fillRect(left, 0, 1, self.height(), self.theme.color("rule"))

    def changeEvent(self, event: QEvent) -> None:
        """Mirror with the direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()

    def _add_place(self, place: Place) -> None:
        item = NavigationItem(self.theme, place.words, place.icon, key=place.key)
        item.setObjectName(f"sidebar_{place.code}_button")
        item.setCheckable(True)
        item.clicked.connect(lambda: self._on_item_clicked(place.code))
        self._items[place.code] = item
        self._top.addWidget(item)

    def _on_item_clicked(self, code: str) -> None:
        self._items[code].setChecked(not self._items[code].isChecked())  # the page decides, by show_place
        self.place_chosen.emit(code)

    def _fit(self) -> None:
        self._brand.setVisible(not self.is_narrow)
        if self._caption is not None:
            self._caption.set_narrow(self.is_narrow)
            side = 0 if self.is_narrow else _ICON_LEFT
            self._caption_row.setContentsMargins(side, 0, side, _WORDS_UNDER_ICON)
        for item in (*self._items.values(), self.help_item, self.lock_item):
            item.set_narrow(self.is_narrow)
        side = _SIDE_NARROW if self.is_narrow else _SIDE
        self._top.setContentsMargins(side, 0, side, 0)
        foot_side = _FOOT_SIDE_NARROW if self.is_narrow else _SIDE
        self._foot.setContentsMargins(foot_side, 0, foot_side, 0)
        self._layout.setContentsMargins(0, 18 if self.is_narrow else 34, 0, 18)
        self._gap_under_brand.changeSize(0, 0 if self.is_narrow else 28)
        self._layout.invalidate()
        size = self.theme.tokens.size["sidebar_small" if self.is_narrow else "sidebar"]
        width = self.theme.px(size - 2 * side) + 2 * side
        self.setFixedWidth(max(width, self.help_item.sizeHint().width() + 2 * foot_side))
        self.update()
