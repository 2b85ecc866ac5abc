"""An illness that goes on: on which day the program looks again, at most 14 days further each time."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from trustplanner.actions.pauses import lengthen_pause
from trustplanner.domain.commitments import Pause
from trustplanner.domain.errors import KnownError
from trustplanner.domain.today import latest_longer
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.sheet_dialog import SheetDialog, SheetWidth
from trustplanner.ui.kit.workspace import Workspace

SUGGESTED = timedelta(days=7)


class LongerSheet(SheetDialog):
    """Asks for the day and makes the pause longer. Closing it changes nothing."""

    def __init__(self, workspace: Workspace, window: QWidget, pause: Pause) -> None:
        super().__init__(workspace.theme, window, "", SheetWidth.QUESTION, name="longer_sheet")
        self._workspace = workspace
        self._pause = pause
        theme, today = workspace.theme, workspace.today
        latest = latest_longer(pause, today)
        self.set_title(self.tr("When shall it ask again?"))
        words = self.tr("At most 14 days further; it can be made longer again then.")
        self.body.addWidget(TextLabel(theme, words, color="ink_2"))
        self._day = DateField(theme, name="longer_day_field")
        self._day.set_limits(_first_day(pause, today), latest)
        self._day.fill(min(max(today, pause.ends_on) + SUGGESTED, latest))
        self._field = LabelledField(theme, workspace.catalogue.pauses().look_again_label, self._day)
        self.body.addSpacing(8)
        self.body.addWidget(self._field)
        longer = Button(theme, self.tr("Make it longer"), Kind.PRIMARY, name="longer_longer_button")
        longer.clicked.connect(self._on_longer_clicked)
        self.add_button(longer)
        self.set_far_button(Button(theme, self.tr("Leave it"), Kind.QUIET, name="longer_leave_button"))

    def _on_longer_clicked(self) -> None:
        try:
            self._workspace.do(self.tr("longer pause"), lengthen_pause, self._pause.seq or 0, self._day.day())
        except KnownError as error:
            self._field.show_sentence(self._workspace.sentence_for(error))
            return
        self._workspace.recorded.emit(self.tr("The pause is longer now."))
        self.close_sheet()


def _first_day(pause: Pause, today: date) -> date:
    return max(today, pause.ends_on + timedelta(days=1))
