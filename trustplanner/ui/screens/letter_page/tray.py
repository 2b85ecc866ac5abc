"""The holding tray: where a letter is, each with its day. What is theirs to decide says so. Nothing here sends."""

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.domain.letters import LetterState
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.boxes import Box, paint_box
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.dots import DotState, paint_dot
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.painted_button import PaintedButton, spoken
from trustplanner.ui.kit.text_block import TextBlock, leading_side, role_line, role_text, text_width
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page.view import LetterView

_DOT_MIDDLE, _WORDS_LEFT, _INSET, _DETAIL_GAP, _END = 9, 28, 6, 10, 6
_NARROWEST_TITLE = 110
_ENDING_GAP: Final = 8  # "not wanted" is another ending, not a later step
_ORDER: Final = list(LetterState)
_GAP: Final = 8


class TrayEntry(PaintedButton):
    """One state: its dot, its name, and at the end its day or who decides."""

    def __init__(self, theme: Theme, state: LetterState) -> None:
        super().__init__(theme)
        self.state = state
        self.setObjectName(f"letter_{state.value}_entry")
        self._title, self._detail = "", ""
        self._dot = DotState.NOT_OPENED
        self._leads_on = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entry(self, title: str, detail: str, dot: DotState, *, leads_on: bool) -> None:
        """Show a state; `leads_on` draws the line to the next dot."""
        self._title, self._detail, self._dot, self._leads_on = title, detail, dot, leads_on
        self.setAccessibleName(spoken(title, detail))
        here = self.tr("the letter is here") if dot is DotState.HERE else ""
        self.setAccessibleDescription(here)
        self.updateGeometry()
        self.update()

    @property
    def dot(self) -> DotState:
        """What the dot says."""
        return self._dot

    def sizeHint(self) -> QSize:
        """Title and detail on one line."""
        width = self.theme.px(_WORDS_LEFT) + text_width(self.theme, self._role, self._title) + _END
        if self._detail:
            width += _DETAIL_GAP + text_width(self.theme, "small", self._detail)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Long words wrap."""
        return QSize(self.theme.px(_WORDS_LEFT + _NARROWEST_TITLE), role_line(self.theme, self._role) + 2 * _INSET)

    def heightForWidth(self, width: int) -> int:
        """Pixels at this width."""
        title, detail, is_below = self._blocks(width)
        below = detail.height if detail is not None and is_below else 0
        return title.height + below + 2 * _INSET

    @property
    def _role(self) -> str:
        return "control_strong" if self._dot is DotState.HERE else "control"

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock | None, bool]:
        theme, side = self.theme, leading_side(is_right_to_left=self.isRightToLeft())
        room = width - theme.px(_WORDS_LEFT) - _END
        if not self._detail:
            return role_text(theme, self._role, self._title, room, side), None, False
        beside = room - text_width(theme, "small", self._detail) - _DETAIL_GAP
        is_below = beside < min(theme.px(_NARROWEST_TITLE), text_width(theme, self._role, self._title))
        title = role_text(theme, self._role, self._title, room if is_below else beside, side)
        detail_width = room if is_below else text_width(theme, "small", self._detail) + 1
        return title, role_text(theme, "small", self._detail, detail_width, side), is_below

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dot, line, words."""
        painter, theme = QPainter(self), self.theme
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            fill = "shade" if self.isDown() else "hover"
            paint_box(painter, self.rect(), Box(fill, None, 0, theme.tokens.radius["control"]), theme)
        title, detail, is_below = self._blocks(self.width())
        is_mirrored, left = self.isRightToLeft(), theme.px(_WORDS_LEFT)
        self._paint_dot(painter, is_mirrored=is_mirrored)
        ink = "ink" if self.isEnabled() or self._dot is not DotState.NOT_OPENED else "ink_2"
        x = _END if is_mirrored else left
        if detail is None or is_below:
            title.paint(painter, x, _INSET, theme.color(ink))
        else:
            detail_width = text_width(theme, "small", self._detail) + 1
            title_x = _END + detail_width + _DETAIL_GAP - 1 if is_mirrored else left
            title.paint(painter, title_x, _INSET, theme.color(ink))
            drop = (role_line(theme, self._role) - role_line(theme, "small")) / 2
            detail_x = _END if is_mirrored else self.width() - _END - detail_width
            detail.paint(painter, detail_x, _INSET + drop, theme.color("ink_3"))
        if detail is not None and is_below:
            detail.paint(painter, x, _INSET + title.height, theme.color("ink_3"))

    def _paint_dot(self, painter: QPainter, *, is_mirrored: bool) -> None:
        theme = self.theme
        across = theme.px(_DOT_MIDDLE)
        middle = QPointF(self.width() - across if is_mirrored else across, _INSET + role_line(theme, self._role) / 2)
        if self._leads_on:
            painter.setPen(QPen(theme.color("rule"), 1))
            painter.drawLine(middle + QPointF(0, theme.px(9)), QPointF(middle.x(), self.height()))
        paint_dot(painter, middle, self._dot, theme)


class Tray(QWidget):
    """`state_chosen` carries a LetterState, `take_back_requested` the number of a step."""

    state_chosen = Signal(object)
    take_back_requested = Signal(int)
    amends_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letter_tray")
        theme = workspace.theme
        self.workspace = workspace
        self._words = workspace.catalogue.letter()
        self._dates = DateWords()
        self._newest = 0
        self._entries: dict[LetterState, TrayEntry] = {}
        layout = column(self)
        layout.addWidget(TextLabel(theme, self._words.tray.title, "label", "ink_2"))
        layout.addSpacing(4)
        for state in _ORDER:
            entry = TrayEntry(theme, state)
            entry.activated.connect(self._on_entry_activated)
            self._entries[state] = entry
            if state is LetterState.NOT_WANTED:
                layout.addSpacing(_ENDING_GAP)
            layout.addWidget(entry)
        self._gap = QWidget()
        self._gap.setFixedHeight(_GAP)
        self._take_back = Button(theme, self.tr("Take the last one back"), Kind.LINK, name="letter_take_back_button")
        self._take_back.clicked.connect(lambda: self.take_back_requested.emit(self._newest))
        self._contact = TextLabel(theme, "", "small", "ink_2")
        self._amends = Button(theme, self.tr("Open Amends"), Kind.LINK, name="letter_amends_button")
        self._amends.clicked.connect(self.amends_requested)
        layout.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addSpacing(_GAP)
        layout.addWidget(self._contact)
        layout.addWidget(self._amends, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._gap)
        self._leaves = TextLabel(theme, "", "small", "ink_3")
        layout.addWidget(self._leaves)

    def show_view(self, view: LetterView) -> None:
        """Show where the letter is."""
        voice = self.workspace.voice
        for state, entry in self._entries.items():
            step = view.newest(state)
            is_here = view.state is state
            was_here = step is not None or state is LetterState.DRAFT
            dot = DotState.HERE if is_here else DotState.WRITTEN if was_here else DotState.NOT_OPENED
            detail = self._dates.short(step.on, self.workspace.today) if step is not None else ""
            if state is LetterState.ACCEPTED and step is None:
                detail = self._words.tray.decides.said_to(voice)
            leads_on = state in (LetterState.DRAFT, LetterState.READ, LetterState.OFFERED)
            if view.contact is Contact.NONE and state is LetterState.READ:
                leads_on = False
            title = step.note if step is not None and state is LetterState.READ and step.note else ""
            named = self._words.tray.states[state].said_to(voice)
            entry.show_entry(self._read_with(title) if title else named, detail, dot, leads_on=leads_on)
            entry.setEnabled(self._can_come(view, state))
            entry.setVisible(view.contact is not Contact.NONE or was_here or state is LetterState.READ)
        self._leaves.set_text(self._words.leaves_only.said_to(voice))
        self._newest = view.steps[-1].seq or 0 if view.steps else 0
        self._take_back.setVisible(bool(view.steps))
        limited = self._words.limited.said_to(voice)
        self._contact.set_text(self._words.no_contact if view.contact is Contact.NONE else limited)
        self._contact.setVisible(view.contact is not Contact.OPEN)
        self._gap.setVisible(view.contact is not Contact.OPEN)
        self._amends.setVisible(view.contact is Contact.NONE)

    def entries(self) -> list[QWidget]:
        """What Tab walks through."""
        return [*self._entries.values(), self._take_back, self._amends]

    def _read_with(self, name: str) -> str:
        return self.tr("Read with {name}").format(name=name)

    def _can_come(self, view: LetterView, state: LetterState) -> bool:
        if view.contact is Contact.NONE:
            return state in (LetterState.DRAFT, LetterState.READ)
        return state is not LetterState.ACCEPTED or view.newest(LetterState.OFFERED) is not None

    def _on_entry_activated(self) -> None:
        entry = self.sender()
        if isinstance(entry, TrayEntry):
            self.state_chosen.emit(entry.state)
