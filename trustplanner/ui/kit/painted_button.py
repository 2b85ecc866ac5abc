"""The button under every painted control, and the group that makes several of them one stop of the Tab key.

Both come from `QAbstractButton` and `QWidget`, so that keys, roles and states for screen readers come from Qt; only
the painting is ours.
"""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from trustplanner.ui.kit.theme import Theme

_KEYS_OF_THE_GROUP = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Role(Enum):
    """What a screen reader calls the button."""

    BUTTON = "button"
    RADIO = "radio"
    CHECK_BOX = "check box"


class PaintedButton(QAbstractButton):
    """A button without a look of its own.

    `activated` says that a person pressed it, with the mouse, a key or a screen reader. Being checked only changes
    through `show_checked`: who owns the button decides what a press means, and shows it then.
    """

    activated = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, role: Role = Role.BUTTON) -> None:
        super().__init__(parent)
        self.theme = theme
        self._is_told_by_code = False
        self.setCheckable(role is not Role.BUTTON)
        self.setAutoExclusive(role is Role.RADIO)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self._on_theme_changed)

    @property
    def shows_focus(self) -> bool:
        """Whether a ring is due: the button has the focus, and the person works by keyboard."""
        return self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def show_checked(self, is_checked: bool) -> None:
        """Show the button as checked or not, without any signal of ours."""
        if is_checked == self.isChecked():
            return
        is_radio = self.autoExclusive()
        self._is_told_by_code = True
        try:
            self.setAutoExclusive(False)  # Qt refuses to uncheck the last one of an exclusive set
            self.setChecked(is_checked)
            self.setAutoExclusive(is_radio)
        finally:
            self._is_told_by_code = False
        self.update()

    def nextCheckState(self) -> None:
        """A press changes nothing by itself: the owner of the button decides."""

    def _on_clicked(self) -> None:
        self.activated.emit()

    def _on_toggled(self, is_checked: bool) -> None:
        # Screen readers "toggle" radio buttons and check boxes, which comes with no click.
        if self._is_told_by_code or (self.autoExclusive() and not is_checked):
            return
        self.show_checked(not is_checked)
        self.activated.emit()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space; arrow keys are the group's."""
        self._note_keyboard(is_used=True)
        if event.key() in _KEYS_OF_THE_GROUP:
            event.ignore()  # Qt would move the focus to any neighbour; the group knows better
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _has_modifier(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press with the mouse hides the focus ring."""
        self._note_keyboard(is_used=False)
        super().mousePressEvent(event)

    def _note_keyboard(self, *, is_used: bool) -> None:
        """Tell the window, as Qt itself does when Tab is pressed: rings are only for those who use the keyboard."""
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=is_used)
        self.update()

    def sizeHint(self) -> QSize:
        """The smallest target; buttons with words say more."""
        side = self.theme.px(self.theme.tokens.size["target_min"])
        return QSize(side, side)


def _has_modifier(event: QKeyEvent) -> bool:
    keypad = Qt.KeyboardModifier.KeypadModifier
    return bool(event.modifiers() & ~keypad)


class OneTabStop(QWidget):
    """A widget whose buttons share one stop of the Tab key: Tab enters at the chosen one, arrows walk.

    `setFocus()` on the widget goes to that stop. Its accessible name is said with each button's place.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._walk: list[PaintedButton] = []
        theme.changed.connect(self._on_theme_changed)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802  (Qt calls it by this name)
        """What is chosen here: the words of the label above."""
        super().setAccessibleName(name)
        self._describe_buttons()

    @property
    def needs_look(self) -> bool:
        """Whether the border is to say "look here"; `fields.set_needs_look` sets it."""
        return bool(self.property("needsLook"))

    def _set_walk(self, buttons: Iterable[PaintedButton]) -> None:
        """The buttons in the order of the arrow keys."""
        walk = list(buttons)
        if walk != self._walk:
            for button in self._walk:
                button.removeEventFilter(self)
            self._walk = walk
            for button in self._walk:
                button.installEventFilter(self)
        self._settle_tab_stop()
        self._describe_buttons()

    def _describe_buttons(self) -> None:
        """Say the place of each button among the others."""
        words = self.tr("{position} of {count}") if len(self._walk) > 1 else ""
        for position, button in enumerate(self._walk, start=1):
            said = self._description(words.format(position=position, count=len(self._walk)))
            if said != button.accessibleDescription():  # to set one tells every screen reader
                button.setAccessibleDescription(said)

    def _description(self, place: str) -> str:
        """What is said of a button after its name; `place` is where it stands among the others."""
        return spoken(self.accessibleName(), place)

    def _settle_tab_stop(self) -> None:
        """Tab enters where the focus is, else at the checked button, else at the first that can be pressed."""
        stop = self._tab_stop()
        if stop is not None:
            self._make_tab_stop(stop)

    def _tab_stop(self) -> PaintedButton | None:
        usable = [button for button in self._walk if _is_usable(button)]
        focused = [button for button in usable if button.hasFocus()]
        checked = [button for button in usable if button.isChecked()]
        return next(iter(focused + checked + usable), None)

    def _make_tab_stop(self, stop: PaintedButton) -> None:
        for button in self._walk:
            is_stop = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _move_focus(self, step: int) -> PaintedButton | None:
        """Focus the next (1) or previous (-1) button that can be pressed, round the end; None if there is none."""
        usable = [button for button in self._walk if _is_usable(button)]
        focused = [index for index, button in enumerate(usable) if button.hasFocus()]
        if not focused:
            return None
        target = usable[(focused[0] + step) % len(usable)]
        take_focus(target)
        return target

    def _sideways_step(self, key: int) -> int:
        """1 for the arrow key that points to the next button as people read, -1 for the other, 0 for other keys."""
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key == forward:
            return 1
        return -1 if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else 0

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:  # noqa: N802  (Qt's name)
        """Go to the button at which Tab would enter."""
        stop = self._tab_stop()
        if stop is not None and reason is Qt.FocusReason.OtherFocusReason:
            take_focus(stop)
        elif stop is not None:
            stop.setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus belongs to a button, also when Qt gave it to the whole."""
        stop = self._tab_stop()
        if stop is not None:
            stop.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The button that takes the focus becomes the stop of the Tab key."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, PaintedButton):
            self._make_tab_stop(watched)
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Place the parts anew when the direction of reading changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts in the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _on_theme_changed(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.update()

    def _arrange(self) -> None:
        """Place the buttons; for widgets without a layout."""

    def _visual(self, rect: QRect) -> QRect:
        """A rectangle of the widget, mirrored where people read from the right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


def take_focus(target: QWidget) -> None:
    """Give the focus to `target`, and let rings be seen there if the person works by keyboard.

    Qt forgets that with every `setFocus` but those of a shortcut and of Tab itself.
    """
    by_keyboard = target.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason if by_keyboard else Qt.FocusReason.OtherFocusReason)


def spoken(*parts: str | None) -> str:
    """Parts of a description for screen readers, divided so that voices pause between them."""
    said = [part for part in parts if part]
    ended = [part if part[-1] in ".?!:" else f"{part}." for part in said[:-1]]
    return " ".join([*ended, *said[-1:]])


def _is_usable(button: PaintedButton) -> bool:
    return button.isEnabled() and not button.isHidden()
