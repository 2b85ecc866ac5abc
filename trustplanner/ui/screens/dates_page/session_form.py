"""The fields of one session: its date, a time if there is one, and with whom."""

from datetime import date, time, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import LONGEST_NAME
from trustplanner.domain.days import EARLIEST_DAY, LATEST_DAY
from trustplanner.domain.sessions import Session
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField, TimeField
from trustplanner.ui.kit.dates import clock_time
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme

FIELD_GAP: Final = 14
FURTHEST_AHEAD: Final = timedelta(days=2 * 366)  # a session is not planned further ahead; a typed year may be wrong
FIRST_TIME: Final = time(17, 0)
MINUTES_AN_HOUR: Final = 60


class SessionForm(QWidget):
    """A session that is being written down or changed. Nothing is kept until `kept`; `edited` follows every change.

    `subject` is the id of the session, or nothing for a new one.
    """

    edited = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, subject: str, with_note: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = subject
        self._latest = min(today + FURTHEST_AHEAD, LATEST_DAY)
        self._day_field = DateField(theme, name="dates_session_day_field")
        self._day_field.set_limits(EARLIEST_DAY, self._latest)
        self._time_switch = Switch(
            theme, self.tr("At a set time"), name="dates_session_time_switch", is_track_first=True
        )
        self._time_field = TimeField(theme, name="dates_session_time_field")
        self._time_field.setAccessibleName(self.tr("Time"))
        self._with_field = LineField(theme, name="dates_session_with_field")
        self._with_field.setMaxLength(LONGEST_NAME)
        self._day = LabelledField(theme, self.tr("Day"), self._day_field)
        self._lay_out(theme, with_note)
        self._connect()
        self.setFocusProxy(self._day_field)

    def _lay_out(self, theme: Theme, with_note: str) -> None:
        keep = self.tr("Keep the changes") if self.subject else self.tr("Write it down")
        leave = self.tr("Leave it as it was") if self.subject else self.tr("Do not add it")
        self.keep_button = Button(theme, keep, Kind.PRIMARY, name="dates_session_keep_button")
        self.leave_button = Button(theme, leave, Kind.QUIET, name="dates_session_leave_button")
        fields = column(self, spacing=FIELD_GAP)
        fields.addWidget(self._day)
        at = WrappingRow(gap=16)
        at.addWidget(self._time_switch)
        at.addWidget(self._time_field)
        fields.addLayout(at)
        with_whom = column(spacing=4)
        with_whom.addWidget(LabelledField(theme, self.tr("With whom"), self._with_field))
        with_whom.addWidget(TextLabel(theme, with_note, "small", "ink_2"))
        fields.addLayout(with_whom)
        buttons = WrappingRow()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.leave_button)
        fields.addLayout(buttons)

    def _connect(self) -> None:
        self._day_field.edited.connect(self._on_anything_edited)
        self._time_field.edited.connect(self._on_anything_edited)
        self._time_switch.switched.connect(self._on_time_switched)
        self._with_field.textEdited.connect(self._on_anything_edited)
        self._with_field.returnPressed.connect(self.kept)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.left)

    # --- what is in the fields

    def fill_from(self, session: Session) -> None:
        """Show a session as it is."""
        self._fill(session.day, session.at_minute, session.with_whom)

    def fill_new(self, day: date, at_minute: int | None, with_whom: str) -> None:
        """Offer a day, a time and a name to begin with."""
        self._fill(day, at_minute, with_whom)

    def fill_draft(self, values: dict[str, str]) -> None:
        """Show what was typed before a lock; a value that cannot be read is left as it is."""
        try:
            day, at = date.fromisoformat(values["day"]), values["at"]
            self._fill(day, int(at) if at else None, values["with_whom"])
        except (KeyError, ValueError):
            return

    def draft(self) -> dict[str, str]:
        """What is typed, as words."""
        at = self.at_minute()
        return {
            "day": self.day().isoformat(),
            "at": "" if at is None else str(at),
            "with_whom": self.with_whom(),
        }

    def day(self) -> date:
        """The day as it is typed now."""
        self._day_field.interpretText()
        return self._day_field.day()

    def at_minute(self) -> int | None:
        """Minutes from midnight, None without a set time."""
        if not self._time_switch.is_on:
            return None
        self._time_field.interpretText()
        moment = self._time_field.moment()
        return moment.hour * MINUTES_AN_HOUR + moment.minute

    def with_whom(self) -> str:
        """The name as it is typed."""
        return self._with_field.text()

    def show_sentence(self, sentence: str) -> None:
        """Say at the day what is wrong with it; an empty sentence takes it back."""
        self._day.show_sentence(sentence)

    def _fill(self, day: date, at_minute: int | None, with_whom: str) -> None:
        self._day_field.set_limits(EARLIEST_DAY, max(self._latest, day))  # one that is there already may stay
        self._day_field.fill(day)
        self._time_switch.set_on(at_minute is not None)
        self._time_field.setVisible(at_minute is not None)
        self._time_field.fill(FIRST_TIME if at_minute is None else time.fromisoformat(clock_time(at_minute)))
        self._with_field.fill(with_whom)

    def _on_time_switched(self, is_on: bool) -> None:
        self._time_field.setVisible(is_on)
        self.edited.emit()

    def _on_anything_edited(self) -> None:
        self.show_sentence("")
        self.edited.emit()
