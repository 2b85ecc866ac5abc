"""The part of Settings that chooses reminders: off at first, and honest about where they can be shown."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustplanner.actions.plans import keep_draft
from trustplanner.actions.reminders import set_reminders
from trustplanner.domain.errors import KnownError, RuleError
from trustplanner.domain.reminders import LONGEST_WORDS, Says, Slot
from trustplanner.storage.queries.plans import draft
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.fields import LabelledField, LineField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.reminder_state import chosen_reminders
from trustplanner.ui.kit.reminding import Reminding
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.settings_page.reminder_window import ReminderWindow

REFUSED_WORDS: Final = "reminder_words"  # the draft of own words that cannot be taken as they stand
GAP: Final = 18


class RemindersSection(QWidget):
    """Every choice takes effect at once; own words that give something away stay in their field and are not used."""

    def __init__(self, workspace: Workspace, reminding: Reminding) -> None:
        super().__init__()
        self._workspace = workspace
        self._reminding = reminding
        self._words = workspace.catalogue.reminders()
        self._autosave = Autosave(self._save_own_words, self, workspace.refused.emit)
        theme = workspace.theme
        self._switch = Switch(theme, self.tr("Remind me"), name="settings_reminders_switch", is_track_first=True)
        self._switch.switched.connect(lambda is_on: self._choose(is_on=is_on))
        self._details = QWidget()
        layout = column(self, spacing=GAP)
        self._add(layout, self._switch, self._words.lead)
        layout.addWidget(self._details)
        details = column(self._details, spacing=GAP)
        self._add_windows(details)
        self._add_words(details)
        self._add_outside(details)

    def refresh(self) -> None:
        """Show what is chosen, and where a message can be shown now."""
        chosen = chosen_reminders(self._workspace)
        self._switch.set_on(chosen.is_on)
        self._details.setVisible(chosen.is_on)
        for slot, window in self._windows.items():
            window.fill(chosen.window(slot))
        self._days.set_days(chosen.weekdays)
        self._says.fill(chosen.says)
        self._icon.set_on(chosen.has_icon)
        self._own_field.setVisible(chosen.says is Says.OWN)
        if not self._autosave.is_waiting and not self._own.hasFocus():
            refused = self._workspace.read(draft, REFUSED_WORDS)
            self._own.fill(refused.body if refused else chosen.own_words)
        comes = chosen.weekdays and (chosen.morning.is_on or chosen.evening.is_on)
        self._where.set_text(self._words.outside[self._reminding.outside()] if comes else self._words.no_hours)

    def save_typing(self) -> None:
        """Keep the own words.

        Raises:
            KnownError: they could not be written.
        """
        self._autosave.flush()

    # --- the parts

    def _add_windows(self, layout: QVBoxLayout) -> None:
        theme = self._workspace.theme
        self._windows: dict[Slot, ReminderWindow] = {}
        for slot, words in ((Slot.EVENING, self.tr("In the evening")), (Slot.MORNING, self.tr("In the morning"))):
            window = ReminderWindow(theme, words, f"settings_{slot.value}")
            window.window_chosen.connect(lambda chosen, slot=slot: self._choose(**{slot.value: chosen}))
            self._windows[slot] = window
            layout.addWidget(window)
        self._days = DayChips(theme, name="settings_reminder_days", label=self.tr("On these days"))
        self._days.days_chosen.connect(lambda days: self._choose(weekdays=days))
        layout.addWidget(LabelledField(theme, self.tr("On these days"), self._days))

    def _add_words(self, layout: QVBoxLayout) -> None:
        theme = self._workspace.theme
        self._says = ComboField(theme, name="settings_reminder_says_combo")
        self._says.set_choices([(code, self._words.says[code]) for code in Says])
        self._says.chosen.connect(lambda code: self._choose(says=Says(str(code))))
        self._says.setSizePolicy(QSizePolicy.Policy.Maximum, self._says.sizePolicy().verticalPolicy())
        self._own = LineField(theme, name="settings_reminder_words_field")
        self._own.setMaxLength(LONGEST_WORDS)
        self._own.textEdited.connect(lambda _: self._autosave.touch())
        self._own_field = QWidget()
        self._add(
            column(self._own_field), LabelledField(theme, self._words.says[Says.OWN], self._own), self._words.own_note
        )
        self._add(layout, LabelledField(theme, self.tr("A message says"), self._says), self._words.says_note)
        layout.addWidget(self._own_field)
        self._refusal = NoticeLine(theme)
        layout.addWidget(self._refusal)

    def _add_outside(self, layout: QVBoxLayout) -> None:
        theme = self._workspace.theme
        self._icon = Switch(
            theme, self.tr("An icon in the tray of my system"), name="settings_tray_switch", is_track_first=True
        )
        self._icon.switched.connect(lambda is_on: self._choose(has_icon=is_on))
        self._where = TextLabel(theme, "", "body", "ink_2")
        show = Button(theme, self.tr("Show me how it looks"), name="settings_reminder_show_button")
        show.clicked.connect(self._reminding.show_example)
        self._add(layout, self._icon, self._words.icon)
        lines = column(spacing=4)
        lines.addWidget(self._where)
        lines.addWidget(TextLabel(theme, self._words.locked, "small", "ink_2"))
        lines.addSpacing(4)
        buttons = WrappingRow()
        buttons.addWidget(show)
        lines.addLayout(buttons)
        layout.addLayout(lines)

    def _add(self, layout: QVBoxLayout, control: QWidget, note: str) -> None:
        lines = column(spacing=4)
        lines.addWidget(control)
        lines.addWidget(TextLabel(self._workspace.theme, note, "small", "ink_2"))
        layout.addLayout(lines)

    # --- what a person does

    def _choose(self, **changes: object) -> None:
        """One choice; what the rules refuse is said here, and not shown as chosen."""
        wanted = replace(chosen_reminders(self._workspace), **changes)  # type: ignore[arg-type]  # names of fields
        try:
            self._workspace.do(self.tr("change of reminders"), set_reminders, wanted)
        except RuleError as error:
            self._refusal.show_sentence(self._workspace.sentence_for(error))
        except KnownError as error:
            self._workspace.refused.emit(error)
        else:
            self._refusal.show_sentence("")
        self.refresh()

    def _save_own_words(self) -> None:
        """Words that cannot be used are kept as a draft, so that a lock loses none of them."""
        words = self._own.text()
        try:
            self._workspace.do_quietly(set_reminders, replace(chosen_reminders(self._workspace), own_words=words))
            self._refusal.show_sentence("")
            words = ""
        except RuleError as error:
            self._refusal.show_sentence(self._workspace.sentence_for(error))
        self._workspace.do_quietly(keep_draft, REFUSED_WORDS, words)
