"""Why something is made easier, and what they think of it: asked wherever a promise is eased, paused or ended."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.views import NOT_ASKED, Heard
from trustplanner.content.commitments import OptionWords
from trustplanner.domain.commitments import LONGEST_SENTENCE, Reason
from trustplanner.domain.days import EARLIEST_DAY
from trustplanner.domain.plans import Contact
from trustplanner.domain.views import View
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField, DateField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.words_line import WordsLine
from trustplanner.ui.kit.workspace import Workspace

FIELD_GAP: Final = 14
_HEARD: Final = frozenset({View.AGREES, View.DISAGREES})


class ReasonField(QWidget):
    """One of the four reasons; `reason_chosen` comes when a person has changed it. My own wish is the first.

    One of them speaks of help; the way there stands below them.
    """

    reason_chosen = Signal()

    def __init__(self, workspace: Workspace, title: str, reasons: dict[Reason, OptionWords], *, name: str) -> None:
        super().__init__()
        voice = workspace.voice
        options = [
            ListedOption(reason.value, words.label.said_to(voice), note=words.explained)
            for reason, words in reasons.items()
        ]
        self._options = OptionList(workspace.theme, options, name=f"{name}_reason_options", label=title)
        self._options.set_chosen(Reason.CHOICE.value)
        self._options.option_chosen.connect(self.reason_chosen)
        self._help = Button(workspace.theme, self.tr("Who can help now"), Kind.LINK, name=f"{name}_help_button")
        self._help.clicked.connect(workspace.help_requested)
        layout = column(self, spacing=6)
        layout.addWidget(TextLabel(workspace.theme, title, "label", "ink_2"))
        layout.addWidget(self._options)
        layout.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._options)

    def choose(self, reason: Reason) -> None:
        """Show a reason that was chosen before."""
        self._options.set_chosen(reason.value)

    def reason(self) -> Reason:
        """What is chosen."""
        return Reason(self._options.chosen or Reason.CHOICE)


class ViewField(QWidget):
    """Their view of a loosening, as it was heard, with the day and their words if there are any.

    Where contact is not welcome nobody is asked: the record says so, and there is nothing to choose.
    """

    edited = Signal()

    def __init__(self, workspace: Workspace, *, name: str) -> None:
        super().__init__()
        self._is_asked = workspace.voice.contact is not Contact.NONE
        words, voice, theme = workspace.catalogue.loosening().view, workspace.voice, workspace.theme
        title = words.title.said_to(voice)
        self._combo = ComboField(theme, name=f"{name}_view_combo")
        self._combo.set_choices([(view, option.label) for view, option in words.options.items()])
        self._combo.chosen.connect(self._on_view_chosen)
        self._day_field = DateField(theme, name=f"{name}_heard_on_field")
        self._day_field.set_limits(EARLIEST_DAY, workspace.today)
        self._day_field.fill(workspace.today)
        self._words_field = WordsLine(theme, name=f"{name}_heard_field", most=LONGEST_SENTENCE)
        self._heard = QWidget()
        heard = column(self._heard, spacing=FIELD_GAP)
        heard.addWidget(LabelledField(theme, self.tr("As you heard it"), self._words_field))
        heard.addWidget(LabelledField(theme, self.tr("Heard on"), self._day_field))
        heard.addWidget(TextLabel(theme, words.as_heard, "small", "ink_2"))
        layout = column(self, spacing=6)
        if self._is_asked:
            layout.addWidget(LabelledField(theme, title, self._combo))
        else:
            layout.addWidget(TextLabel(theme, title, "label", "ink_2"))
        layout.addWidget(TextLabel(theme, words.note.said_to(voice), "small", "ink_2"))
        layout.addSpacing(6)
        layout.addWidget(self._heard)
        self._heard.hide()
        self.setFocusProxy(self._combo)

    def fill(self, heard: Heard) -> None:
        """Show a view that was noted before."""
        self._combo.fill(heard.view)
        self._words_field.fill(heard.words)
        if heard.on is not None:
            self._day_field.fill(heard.on)
        self._heard.setVisible(self._is_heard())

    def typed(self) -> dict[str, str]:
        """What stands in the fields, to be kept as a draft."""
        day, words = self._day_field.day().isoformat(), self._words_field.text()
        return {"view": str(self._combo.code()), "heard_on": day, "heard": words}

    def fill_typed(self, typed: Mapping[str, str]) -> None:
        """Show what was kept.

        Raises:
            KeyError, ValueError: another version kept something else.
        """
        on = date.fromisoformat(typed["heard_on"])
        self.fill(Heard(View(typed["view"]), on, typed["heard"]))

    def heard(self) -> Heard:
        """The view, as it stands now.

        Raises:
            RuleError: DATE_IMPOSSIBLE.
        """
        if not self._is_asked:
            return Heard(View.NOT_WELCOME)
        view = View(str(self._combo.code()))
        if not self._is_heard():
            return NOT_ASKED if view is View.NOT_ASKED else Heard(view)
        return Heard(view, self._day(), self._words_field.words())

    def _day(self) -> date:
        self._day_field.interpretText()
        return self._day_field.day()

    def _is_heard(self) -> bool:
        return self._is_asked and self._combo.code() in _HEARD

    def _on_view_chosen(self) -> None:
        self._heard.setVisible(self._is_heard())
        self.edited.emit()


def notice_words(workspace: Workspace, starts: date) -> str:
    """From which day something counts that is written today: at once, or after its notice."""
    today = workspace.today
    if starts <= today:
        return QCoreApplication.translate("Easing", "It counts from today.")
    dates = DateWords()
    words = workspace.catalogue.loosening().notice
    return words.said(written=dates.long(today, today), starts=dates.long(starts, today))
