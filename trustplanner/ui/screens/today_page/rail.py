"""The right column: follow-through, told first, amends in hand, the next session. Exactly these four."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustplanner.actions.answers import mark_repaired
from trustplanner.actions.harms import set_repair_state
from trustplanner.domain.answers import How
from trustplanner.domain.follow_through import FollowThrough
from trustplanner.domain.harms import RepairState
from trustplanner.domain.miss_steps import MissStep
from trustplanner.domain.today import Amend
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.mark_row import MarkRow
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.painted_button import PaintedButton, spoken
from trustplanner.ui.kit.range_bar import RangeBar
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.day_state import RailState, RowKey
from trustplanner.ui.screens.today_page.keyed_column import KeyedColumn
from trustplanner.ui.screens.today_page.rail_words import RailWords

ABOVE_HAIRLINE, BELOW_HAIRLINE = 22, 18
BELOW_LABEL = 8
BETWEEN_SHARES = 14
BETWEEN_AMENDS = 14
LINK_GAP = 16
MOST_AMENDS = 2


class ShareBar(PaintedButton):
    """One commitment's known range, and over what it is taken if that needs saying. All of it leads to its record."""

    def __init__(self, theme: Theme, commitment_id: str) -> None:
        super().__init__(theme)
        self.setObjectName(f"today_record_{commitment_id}_button")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # a button would not grow
        self.setBackgroundRole(QPalette.ColorRole.Window)  # words in a button would take the colour of its own
        self.bar = RangeBar(theme, name="today_share_bar", name_color="accent")
        self._caption = TextLabel(theme, role="caption", color="ink_3")
        layout = column(self)
        layout.addWidget(self.bar)
        layout.addWidget(self._caption)

    def sizeHint(self) -> QSize:
        """What lies in it."""
        return QWidget.sizeHint(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its name is set as a link; the rest is a figure."""

    def show_share(self, share: FollowThrough, words: RailWords) -> None:
        """Show what is known of it today."""
        counts = share.counts
        range_words, counts_words = words.share(share)
        self.bar.show_range(
            share.commitment.title, range_words, counts_words, low=counts.low, high=counts.high, due=counts.due
        )
        caption = words.share_caption(share)
        self._caption.set_text(caption)
        self._caption.setVisible(bool(caption))
        self.setAccessibleName(words.record_of(share))
        self.setAccessibleDescription(spoken(range_words, counts_words, caption))
        self.setToolTip(words.record_of(share))


class AmendLine(QWidget):
    """One repair: what, by when, and the way to it. `opened` carries the `Amend`; `done` too, once it is done."""

    opened = Signal(object)
    done = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._amend: Amend | None = None
        self._what = TextLabel(theme, role="promise")
        self._by_when = TextLabel(theme, role="small", color="ink_2")
        self._link = Button(theme, "", Kind.LINK, name="today_amend_button")
        self._link.clicked.connect(lambda: self.opened.emit(self._amend))
        layout = column(self)
        layout.addWidget(self._what)
        layout.addWidget(self._by_when)
        self._done_link = Button(theme, "", Kind.LINK, name="today_amend_done_button")
        self._done_link.clicked.connect(lambda: self.done.emit(self._amend))
        links = WrappingRow(gap=LINK_GAP, line_gap=0)
        links.addWidget(self._link)
        links.addWidget(self._done_link)
        layout.addLayout(links)

    def show_amend(self, amend: Amend, words: RailWords) -> None:
        """Show one repair."""
        self._amend = amend
        self._what.set_text(amend.words)
        self._by_when.set_text(words.amend(amend))
        self._link.set_words(words.amend_link())
        self._link.setAccessibleDescription(amend.words)
        self._link.setVisible(amend.miss is not None)
        self._done_link.set_words(words.amend_done())
        self._done_link.setAccessibleDescription(amend.words)


class Rail(QWidget):
    """The four blocks. `go_requested` carries a `Destination`, `miss_wanted` a commitment, a day and a step."""

    go_requested = Signal(object)
    miss_wanted = Signal(str, object, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = workspace.theme
        self._words = RailWords(workspace, self)
        self._texts = workspace.catalogue.today().rail
        self._session_id = ""
        self._untold: RowKey | None = None
        self._layout = column(self)
        self._add_shares()
        self._add_told_first()
        self._add_amends()
        self._add_session()
        self._layout.addStretch(1)

    # --- building

    def _block(self, title: str) -> tuple[TextLabel, QVBoxLayout]:
        if self._layout.count():
            self._layout.addSpacing(ABOVE_HAIRLINE)
            self._layout.addWidget(Hairline(self._theme))
            self._layout.addSpacing(BELOW_HAIRLINE)
        label = TextLabel(self._theme, title, role="label", color="ink_2")
        self._layout.addWidget(label)
        self._layout.addSpacing(BELOW_LABEL)
        block = column()
        self._layout.addLayout(block)
        return label, block

    def _line(self, block: QVBoxLayout, words: str = "", role: str = "control", color: str = "ink") -> TextLabel:
        line = TextLabel(self._theme, words, role=role, color=color)
        block.addWidget(line)
        return line

    def _link(self, block: QVBoxLayout, name: str) -> Button:
        link = Button(self._theme, "", Kind.LINK, name=f"today_{name}_button")
        block.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        return link

    def _add_shares(self) -> None:
        self._shares_title, block = self._block(self._texts.follow_through_title)
        self._no_shares = self._line(block, self._texts.follow_through_none, color="ink_2")
        self._shares: KeyedColumn[str, ShareBar] = KeyedColumn(self._make_share, spacing=BETWEEN_SHARES)
        block.addWidget(self._shares.widget)

    def _make_share(self, commitment_id: str) -> ShareBar:
        share = ShareBar(self._theme, commitment_id)
        share.activated.connect(lambda: self.go_requested.emit(Destination("commitment_record", commitment_id)))
        return share

    def _add_told_first(self) -> None:
        _, block = self._block(self._texts.told_first_title)
        self._marks = MarkRow(self._theme)
        block.addWidget(self._marks)
        self._told = self._line(block)
        self._untold_link = self._link(block, "untold")
        self._untold_link.clicked.connect(self._on_untold_clicked)

    def _add_amends(self) -> None:
        _, block = self._block(self._texts.amends_title)
        self._no_amends = self._line(block, self._texts.amends_none, color="ink_2")
        self._amends: KeyedColumn[str, AmendLine] = KeyedColumn(self._make_amend, spacing=BETWEEN_AMENDS)
        block.addWidget(self._amends.widget)
        self._amends_link = self._link(block, "amends")
        self._amends_link.clicked.connect(lambda: self.go_requested.emit(Destination("amends")))

    def _make_amend(self, _id: str) -> AmendLine:
        line = AmendLine(self._theme)
        line.opened.connect(self._on_amend_opened)
        line.done.connect(self._on_amend_done)
        return line

    def _add_session(self) -> None:
        _, block = self._block(self._texts.session_title)
        self._session = self._line(block)
        self._session_link = self._link(block, "session")
        self._session_link.clicked.connect(self._on_session_link_clicked)

    # --- showing

    def show_state(self, state: RailState) -> bool:
        """Show the four blocks; returns whether widgets came, went or moved."""
        has_moved = self._show_shares(state)
        words = self._words.told_first(state.misses)
        self._marks.set_marks([miss.how or How.NOT_YET for miss in state.misses], words)
        self._marks.setVisible(bool(state.misses))
        self._told.set_text(words)
        self._told.set_color("ink" if state.misses else "ink_2")
        self._untold = state.untold
        self._untold_link.set_words(self._words.say_how_it_came_out())
        self._untold_link.setVisible(state.untold is not None)
        has_moved |= self._show_amends(state)
        self._show_session(state)
        return has_moved

    def _show_shares(self, state: RailState) -> bool:
        shares = state.shares
        has_moved = self._shares.show_keys([share.commitment.id for share in shares])
        for share in shares:
            self._shares.of(share.commitment.id).show_share(share, self._words)
        none = self._texts.shares_wait if state.is_ending_first else self._texts.follow_through_none
        self._no_shares.set_text(none)
        self._no_shares.setVisible(not shares)
        self._shares_title.set_text(
            self._words.shares_title() if any(share.is_by_day for share in shares) else self._texts.follow_through_title
        )
        return has_moved

    def _show_amends(self, state: RailState) -> bool:
        shown = state.amends[:MOST_AMENDS]
        has_moved = self._amends.show_keys([amend.id for amend in shown])
        for amend in shown:
            self._amends.of(amend.id).show_amend(amend, self._words)
        self._no_amends.setVisible(not shown)
        self._amends_link.set_words(self._words.amends_link(len(state.amends) - len(shown)))
        return has_moved

    def _show_session(self, state: RailState) -> None:
        session = state.session
        self._session_id = "" if session is None else session.id
        self._session.set_text(self._texts.session_none if session is None else self._words.session(session))
        self._session.set_color("ink_2" if session is None else "ink")
        self._session_link.set_words(
            self._words.set_a_date() if session is None else self._words.agenda(state.agenda_count)
        )

    # --- what a person does

    def _on_amend_opened(self, amend: Amend) -> None:
        if amend.miss is not None:
            self.miss_wanted.emit(*amend.miss, MissStep.REPAIR)

    def _on_amend_done(self, amend: Amend) -> None:
        """A miss that is repaired stays a miss: only the repair is done."""
        workspace, label = self._workspace, self._words.repair_label()
        if amend.miss is None:
            is_done = workspace.attempt(label, set_repair_state, amend.id, RepairState.DONE) is not None
        else:
            is_done = workspace.attempt(label, mark_repaired, *amend.miss, workspace.today) is not None
        if is_done:
            workspace.recorded.emit(self._words.repaired(amend))

    def _on_untold_clicked(self) -> None:
        if self._untold is not None:
            self.miss_wanted.emit(*self._untold, MissStep.TELL)

    def _on_session_link_clicked(self) -> None:
        self.go_requested.emit(Destination("dates", f"session:{self._session_id}"))
