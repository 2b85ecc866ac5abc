"""Buttons: primary (one per screen), normal, quiet and link. The words say what happens."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trustplanner.ui.kit.icons import paint_icon, themed_icon
from trustplanner.ui.kit.key_cap import SIDE, key_cap_width, paint_key_cap
from trustplanner.ui.kit.labels import isolated
from trustplanner.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_ICON, _ICON_OF_LINK = 18, 16  # logical pixels
_ICON_GAP = 4  # added to Qt's own 2 to 4
_END_ICON_GAP = 4
_KEY_GAP = 12


class Kind(StrEnum):
    """How much a button weighs; the value is what the style sheet asks for."""

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"
    LINK = "link"


_COLOR_OF_WORDS = {
    Kind.PRIMARY: "on_accent",
    Kind.NORMAL: "accent",
    Kind.QUIET: "ink_2",
    Kind.LINK: "accent",
}


class Button(QPushButton):
    """A button with words, perhaps with an icon before or behind them, or the cap of its key behind them.

    The words are shown as they are: an ampersand is an ampersand. The key cap only shows a key; the shortcut
    itself is the screen's.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        kind: Kind = Kind.NORMAL,
        *,
        icon: str | None = None,
        end_icon: str | None = None,
        key: str | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.kind = kind
        self._icon_name = icon
        self._icon_color = _color_of_icon(kind)
        self._end_icon = end_icon
        self._key = key
        self._was_right_to_left = self.isRightToLeft()
        self.setObjectName(name)
        self.setProperty("kind", kind.value)
        self.setProperty("hasKey", key is not None or end_icon is not None)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        self._dress()
        theme.changed.connect(self._dress)

    @property
    def stands_among_words(self) -> bool:
        """Whether lines of words may stand close above and below: those of a link may."""
        return self.kind is Kind.LINK

    def fill_width(self) -> None:
        """Be as wide as there is room, where one button stands alone under fields."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self._show_words()
        self.setAccessibleName(words)

    def words(self) -> str:
        """The words as a person reads them."""
        return self._words

    def _show_words(self) -> None:
        self.setText(isolated(self._words).replace("&", "&&"))

    def set_kind(self, kind: Kind) -> None:
        """Weigh more or less than before."""
        if kind is self.kind:
            return
        self.kind = kind
        self._icon_color = _color_of_icon(kind)
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def set_icon(self, name: str | None) -> None:
        """Show another icon before the words."""
        self._icon_name = name
        self._dress()

    def sizeHint(self) -> QSize:
        """Room for the icon behind the words or the key cap is added at the end."""
        hint = super().sizeHint()
        if self._end_icon is not None:
            hint.setWidth(hint.width() + self.theme.px(_ICON_OF_LINK) + _END_ICON_GAP)
        if self._key is not None:
            hint.setWidth(hint.width() + key_cap_width(self.theme, self._key) + _KEY_GAP)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space, wherever the button stands."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon behind the words or the key cap over Qt's button, which has neither."""
        super().paintEvent(event)
        if self._end_icon is not None:
            self._paint_end_icon(self._end_icon)
        if self._key is None:
            return
        width, height = key_cap_width(self.theme, self._key), self.theme.px(SIDE)
        left = _KEY_GAP if self.isRightToLeft() else self.width() - width - _KEY_GAP
        cap = QRectF(left, (self.height() - height) / 2, width, height)
        paint_key_cap(QPainter(self), cap, self._key, self.theme)

    def _paint_end_icon(self, name: str) -> None:
        side, is_mirrored = self.theme.px(_ICON_OF_LINK), self.isRightToLeft()
        place = QRectF(0 if is_mirrored else self.width() - side, (self.height() - side) / 2, side, side)
        color = self.theme.color(self._icon_color if self.isEnabled() else "ink_3")
        paint_icon(QPainter(self), place, name, self.theme, color, is_mirrored=is_mirrored)

    def changeEvent(self, event: QEvent) -> None:
        """Turn a directed icon round with the direction of reading, but not the words."""
        super().changeEvent(event)
        if self.isRightToLeft() != self._was_right_to_left:
            self._was_right_to_left = self.isRightToLeft()
            self._show_words()
            self._dress()

    def _dress(self) -> None:
        self.setFont(self.theme.font("control_strong" if self.kind is Kind.PRIMARY else "control"))
        if self._icon_name is None:
            self.setIcon(QIcon())
        else:
            size = _ICON_OF_LINK if self.kind is Kind.LINK else _ICON
            side = self.theme.px(size)
            self.setIconSize(QSize(side + _ICON_GAP, side))
            self.setIcon(themed_icon(self.theme, self._icon_name, self, self._icon_color, size, _ICON_GAP))
        self.updateGeometry()


def _color_of_icon(kind: Kind) -> str:
    return "ink_2" if kind is Kind.LINK else _COLOR_OF_WORDS[kind]
