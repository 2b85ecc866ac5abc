"""What a session is for: a few points, each one line, added with Enter and changed in place."""

from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustplanner.actions.sessions import add_agenda_line, delete_agenda_line, reword_agenda_line
from trustplanner.content.dates import SessionWords
from trustplanner.domain.errors import KnownError
from trustplanner.domain.sessions import AgendaLine
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.dates_page.point_field import LONGEST_POINT, PointField

MOST_POINTS: Final = 3  # what ten minutes hold; an import, a week or a miss may bring more
NUMBER_LANE: Final = 14  # pixels at 100 %


class NumberedLine(NamedTuple):
    """A point and its place in the agenda, counted from 1."""

    number: int
    line: AgendaLine


class AgendaPoint(QWidget):
    """One point in a field of its own. What is typed saves itself; one visit to the field is one step to undo."""

    take_out_requested = Signal(str)

    def __init__(self, workspace: Workspace, line_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._id = line_id
        self._saved = ""
        self._visit = Visit(workspace, self.tr("change of a point"), self)
        theme = workspace.theme
        self._number = TextLabel(theme, "", "control", "ink_3", wraps=False)
        self.field = PointField(theme, name="dates_agenda_point_field")
        self._take_out = Button(theme, self.tr("Take out"), Kind.LINK, name="dates_agenda_take_out_button")
        self._at_end = QWidget()
        row(self._at_end).addWidget(self._take_out)
        layout = row(self, spacing=8)
        layout.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._at_end, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()
        theme.changed.connect(self._fit)
        self._autosave = Autosave(self._save, self, workspace.refused.emit)
        self.field.textChanged.connect(self._autosave.touch)
        self.field.editing_finished.connect(self._on_editing_finished)
        self._take_out.clicked.connect(self._on_take_out_clicked)

    def _fit(self) -> None:
        """What stands beside the words is level with their first line."""
        self._number.setMinimumWidth(self._workspace.theme.px(NUMBER_LANE))
        for beside in (self._number, self._at_end):
            beside.setFixedHeight(self.field.one_line_height())

    def show_line(self, numbered: NumberedLine) -> None:
        """Show the point as it is saved, unless it is being typed into."""
        number, line = numbered
        self._number.set_text(f"{number}.")
        self.field.setAccessibleName(self.tr("Point {number}").format(number=number))
        self._take_out.setAccessibleName(self.tr("Take out point {number}").format(number=number))
        if not self._autosave.is_waiting and line.words != self.field.toPlainText().strip():
            self.field.fill(line.words)
        self._saved = line.words

    def finish(self) -> None:
        """Save what is typed, and let the visit be one step."""
        self._autosave.flush()
        self._visit.end()

    def _save(self) -> None:
        words = self.field.toPlainText()
        if words.strip():  # an emptied field leaves the point as it was; it is taken out with its button
            self._saved = self._visit.do(reword_agenda_line, self._id, words).words

    def _on_editing_finished(self) -> None:
        try:
            self.finish()
        except KnownError as error:
            self._workspace.refused.emit(error)
        if not self.field.toPlainText().strip():
            self.field.fill(self._saved)

    def _on_take_out_clicked(self) -> None:
        self.take_out_requested.emit(self._id)


class AgendaList(QWidget):
    """The points of one session and a line for the next one; `drafted` follows each key in that line."""

    drafted = Signal()

    def __init__(
        self, workspace: Workspace, session_id: str, words: SessionWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session_id = session_id
        theme = workspace.theme
        self._points = KeyedColumn[NumberedLine, AgendaPoint](
            lambda numbered: numbered.line.id, self._make_point, AgendaPoint.show_line, spacing=2
        )
        self.new_field = LineField(theme, name="dates_agenda_new_field")
        self.new_field.setMaxLength(LONGEST_POINT)
        self._add_button = Button(theme, self.tr("Add the point"), Kind.NORMAL, name="dates_agenda_add_button")
        self._adding = QWidget()
        self._lay_out_adding(column(self._adding))
        self._note = TextLabel(theme, words.agenda_note, "small", "ink_2")
        self._full = TextLabel(theme, words.agenda_full, "small", "ink_2")
        layout = column(self, spacing=8)
        layout.addWidget(self._points.widget)
        layout.addWidget(self._adding)
        layout.addWidget(self._note)
        layout.addWidget(self._full)
        self.new_field.returnPressed.connect(self._on_add_requested)
        self.new_field.textEdited.connect(self.drafted)
        self._add_button.clicked.connect(self._on_add_requested)

    def _lay_out_adding(self, layout: QVBoxLayout) -> None:
        policies = QSizePolicy.Policy
        self._add_button.setSizePolicy(policies.Maximum, policies.Expanding)  # as high as the field
        line = QWidget()
        line.setSizePolicy(policies.Expanding, policies.Fixed)
        line.setFocusProxy(self.new_field)
        side_by_side = row(line, spacing=8)
        side_by_side.addWidget(self.new_field, 1)
        side_by_side.addWidget(self._add_button)
        layout.addWidget(LabelledField(self._workspace.theme, self.tr("One more point; Enter adds it"), line))

    def show_lines(self, lines: tuple[AgendaLine, ...]) -> None:
        """Show the points in their order."""
        self._points.show_things([NumberedLine(number, line) for number, line in enumerate(lines, start=1)])
        is_full = len(lines) >= MOST_POINTS
        if is_full and self.new_field.hasFocus():
            self._go_to(lines[-1].id)
        self._adding.setVisible(not is_full)
        self._note.setVisible(not lines)
        self._full.setVisible(is_full)

    def typed(self) -> str:
        """A point that is typed but not added yet."""
        return self.new_field.text()

    def fill_typed(self, words: str) -> None:
        """Show again what was typed before a lock."""
        self.new_field.fill(words)

    def finish(self) -> None:
        """Save every point that is being changed."""
        for point in self._points.all():
            point.finish()

    def _go_to(self, line_id: str) -> None:
        point = self._points.of(line_id)
        if point is not None:
            point.field.setFocus()

    def _make_point(self, numbered: NumberedLine) -> AgendaPoint:
        point = AgendaPoint(self._workspace, numbered.line.id)
        point.take_out_requested.connect(self._on_take_out_requested)
        point.field.entered.connect(self._on_point_entered)
        return point

    def _on_point_entered(self) -> None:
        if self._adding.isVisible():
            self.new_field.setFocus()

    def _on_add_requested(self) -> None:
        words = self.new_field.text()
        if not words.strip():
            return
        label = self.tr("new point")
        if self._workspace.attempt(label, add_agenda_line, self._session_id, words) is not None:
            self.new_field.clear()
            self.drafted.emit()

    def _on_take_out_requested(self, line_id: str) -> None:
        label = self.tr("point taken out")
        if self._workspace.attempt(label, delete_agenda_line, line_id) is not None:
            self._workspace.recorded.emit(self.tr("Taken out of the agenda."))
            self.new_field.setFocus()
