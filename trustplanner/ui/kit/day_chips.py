"""Day chips: the weekdays on which something is due, any number of them."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.ui.kit.boxes import Box, chosen_width, control_radius, paint_box, resting_box
from trustplanner.ui.kit.joined_grid import bounds, joined_grid
from trustplanner.ui.kit.painted_button import OneTabStop, PaintedButton, Role
from trustplanner.ui.kit.theme import Theme

WIDTH, HEIGHT = 38, 34
GAP = 6
_WIDEST = 1 << 16


class _DayChip(PaintedButton):
    def __init__(self, theme: Theme, day: int, word: str, name: str, owner: OneTabStop) -> None:
        super().__init__(theme, owner, Role.CHECK_BOX)
        self._owner = owner
        self.day = day
        self._word = word
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box with the first letters of the day."""
        painter = QPainter(self)
        theme = self.theme
        if self.isChecked():
            box = Box("wash", "accent", chosen_width(theme, is_small=True), control_radius(theme))
        else:
            border = "edge" if self.isEnabled() else "rule"
            box = resting_box(theme, self._fill(), border=border, needs_look=self._owner.needs_look)
        paint_box(painter, self.rect(), box, theme)
        painter.setFont(theme.font("label" if self.isChecked() else "small"))
        painter.setPen(theme.color("ink_3" if not self.isEnabled() else "ink" if self.isChecked() else "ink_2"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._word)

    def _fill(self) -> str:
        if not self.isEnabled():
            return "paper"
        if self.isDown():
            return "shade"
        return "hover" if self.underMouse() else "sheet"


class DayChips(OneTabStop):
    """Monday to Sunday as 0 to 6. Arrows walk, Space and Enter choose or leave a day.

    `days_chosen` carries a frozenset of days when a person has changed it.
    """

    days_chosen = Signal(object)

    def __init__(self, theme: Theme, *, name: str = "", label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._chips = [_DayChip(theme, day, word, full, self) for day, (word, full) in enumerate(self._day_words())]
        for chip in self._chips:
            chip.setObjectName(f"{name}_{chip.day}_button")
            chip.activated.connect(self._on_chip_activated)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_walk(self._chips)
        self.setAccessibleName(label)

    def _day_words(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Mo"), self.tr("Monday")),
            (self.tr("Tu"), self.tr("Tuesday")),
            (self.tr("We"), self.tr("Wednesday")),
            (self.tr("Th"), self.tr("Thursday")),
            (self.tr("Fr"), self.tr("Friday")),
            (self.tr("Sa"), self.tr("Saturday")),
            (self.tr("Su"), self.tr("Sunday")),
        )

    @property
    def days(self) -> frozenset[int]:
        """The chosen days, Monday is 0."""
        return frozenset(chip.day for chip in self._chips if chip.isChecked())

    def set_days(self, days: Iterable[int]) -> None:
        """Show these days as chosen, without any signal.

        Raises:
            ValueError: a day that is not 0 to 6.
        """
        chosen = frozenset(days)
        if not chosen <= frozenset(range(len(self._chips))):
            raise ValueError(chosen)
        for chip in self._chips:
            chip.show_checked(chip.day in chosen)
        self._settle_tab_stop()

    def _on_chip_activated(self) -> None:
        chip = self.sender()
        if isinstance(chip, _DayChip):
            chip.show_checked(not chip.isChecked())
            self.days_chosen.emit(self.days)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from day to day."""
        step = self._sideways_step(event.key())
        if not step or self._move_focus(step) is None:
            super().keyPressEvent(event)

    # --- geometry

    def _arrange(self) -> None:
        for chip, rect in zip(self._chips, self._rects(self.width()), strict=True):
            chip.setGeometry(self._visual(rect))

    def _rects(self, width: int) -> list[QRect]:
        """Each chip in a cell that carries the gap at its end."""
        side, height = self.theme.px(WIDTH), self.theme.px(HEIGHT)
        cells = joined_grid([side + GAP] * len(self._chips), height + GAP, width + GAP)
        return [cell.adjusted(0, 0, -GAP, -GAP) for cell in cells]

    def sizeHint(self) -> QSize:
        """All seven in one row."""
        return bounds(self._rects(_WIDEST)).size()

    def minimumSizeHint(self) -> QSize:
        """Two rows, or more."""
        return bounds(self._rects(self.theme.px(4 * WIDTH))).size().boundedTo(self.sizeHint())

    def heightForWidth(self, width: int) -> int:
        """More rows when one does not fit."""
        return bounds(self._rects(width)).height()
