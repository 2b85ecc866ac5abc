"""Settings: looks, days, locking, reminders, where the file lies, what leaves and comes in, what goes."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trustplanner.actions.plans import LONGEST_LOCK, SHORTEST_LOCK, set_day_start, set_lock_minutes, set_setting
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import KnownError
from trustplanner.domain.settings import day_start_of
from trustplanner.domain.week import REVIEW_WEEKDAY, review_weekday_of
from trustplanner.storage.queries.plans import settings
from trustplanner.storage.queries.their_voice import their_consent
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.dates import DAYS_A_WEEK, DateWords, clock_time
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.file_dialogs import choose_folder
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.last_copy import last_copy_words
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination, Page
from trustplanner.ui.kit.reminding import Reminding
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.settings_page.reminders_section import RemindersSection

HALF_HOURS = range(0, 361, 30)
LOCK_MINUTES = range(SHORTEST_LOCK, LONGEST_LOCK + 1)
TEXT_SIZES = range(100, 201, 10)
GROUP_GAP, FIELD_GAP = 34, 18


class SettingsPage(Page):
    """Every setting takes effect at once. `move_requested` carries the folder the file is to be moved to."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SETTINGS, Topic.PLAN, Topic.THEIR_VOICE})
    move_requested = Signal(object)

    def __init__(
        self, workspace: Workspace, device: DeviceSettings, reminding: Reminding, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, parent)
        self._device = device
        self._help = workspace.catalogue.settings_help()
        self.setObjectName("settings_page")
        page = ScrollPage(workspace.theme)
        self._page = page
        column(self).addWidget(page)
        page.main.addWidget(self.back_link("settings"), 0, Qt.AlignmentFlag.AlignLeading)
        page.main.addWidget(TextLabel(workspace.theme, self.tr("Settings"), "title"))
        self._add_look(self._group(self.tr("How it looks")))
        self._add_days(self._group(self.tr("Days and locking")))
        self._reminders = RemindersSection(workspace, reminding)
        self._group(self.tr("Reminders")).addWidget(self._reminders)
        self._add_plan(self._group(self.tr("This plan")))
        self._add_file(self._group(self.tr("Your file")))
        self._add_privacy(self._group(workspace.catalogue.privacy().title))
        workspace.theme.changed.connect(self.mark_stale)

    def refresh(self) -> None:
        """Show the settings as they are."""
        theme = self.workspace.theme
        values = self.workspace.read(settings)
        self._mode.set_chosen(theme.mode)
        self._text_size.fill(round(theme.text_scale * 10) * 10)
        self._contrast.set_on(self._device.flag(device_settings.MORE_CONTRAST))
        self._motion.set_on(self._device.flag(device_settings.LESS_MOTION))
        self._system_font.set_on(self._device.flag(device_settings.SYSTEM_FONT))
        self._fill_day_start(day_start_of(values).minutes)
        self._lock_minutes.fill(self.workspace.lock_minutes)
        self._review_weekday.fill(_code_of(review_weekday_of(values)))
        self._lock_on_minimise.set_on(self._device.flag(device_settings.LOCK_ON_MINIMISE))
        self._show_last_copy()
        self._reminders.refresh()
        self._show_withdrawal()

    def save_typing(self) -> None:
        """Keep what is typed for reminders."""
        self._reminders.save_typing()

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    # --- the groups

    def _group(self, title: str) -> QVBoxLayout:
        self._page.main.addSpacing(GROUP_GAP)
        self._page.main.addWidget(TextLabel(self.workspace.theme, title, "heading"))
        self._page.main.addSpacing(6)
        self._page.main.addWidget(Hairline(self.workspace.theme))
        group = column(spacing=FIELD_GAP)
        group.setContentsMargins(0, FIELD_GAP, 0, 0)
        self._page.main.addLayout(group)
        return group

    def _add_look(self, group: QVBoxLayout) -> None:
        theme = self.workspace.theme
        modes = [
            SegmentOption("light", self.tr("Light")),
            SegmentOption("dark", self.tr("Dark")),
            SegmentOption("system", self.tr("As my system has it")),
        ]
        self._mode = SegmentedControl(theme, modes, name="settings_mode_segment", label=self.tr("Light or dark"))
        self._mode.option_chosen.connect(self._on_mode_chosen)
        self._text_size = ComboField(theme, name="settings_text_size_combo")
        self._text_size.set_choices([(size, f"{size} %") for size in TEXT_SIZES])
        self._text_size.chosen.connect(self._on_text_size_chosen)
        self._contrast = self._switch("contrast", self.tr("More contrast"))
        self._contrast.switched.connect(self._on_contrast_switched)
        self._motion = self._switch("motion", self.tr("Less motion"))
        self._motion.switched.connect(self._on_motion_switched)
        self._system_font = self._switch("font", self.tr("Use my system’s font"))
        self._system_font.switched.connect(self._on_system_font_switched)
        self._add(group, self._labelled(self.tr("Light or dark"), self._mode), "")
        self._add(group, self._labelled(self.tr("Text size"), self._text_size), self._help.text_size)
        self._add(group, self._contrast, self._help.more_contrast)
        self._add(group, self._motion, self._help.less_motion)
        self._add(group, self._system_font, self._help.system_font)

    def _add_days(self, group: QVBoxLayout) -> None:
        theme = self.workspace.theme
        self._day_start = ComboField(theme, name="settings_day_start_combo")
        self._day_start.chosen.connect(self._on_day_start_chosen)
        self._lock_minutes = ComboField(theme, name="settings_lock_minutes_combo")
        self._lock_minutes.set_choices([(each, self._minutes(each)) for each in LOCK_MINUTES])
        self._lock_minutes.chosen.connect(self._on_lock_minutes_chosen)
        self._review_weekday = ComboField(theme, name="settings_review_weekday_combo")
        weekdays = [(str(day), DateWords().weekday(day)) for day in range(DAYS_A_WEEK)]
        self._review_weekday.set_choices([*weekdays, ("", self.tr("On no day"))])
        self._review_weekday.chosen.connect(self._on_review_weekday_chosen)
        self._add(group, self._labelled(self.tr("A day begins at"), self._day_start), self._help.day_starts)
        review = self._labelled(self.tr("The week is looked back on"), self._review_weekday)
        self._add(group, review, self._help.review_weekday)
        self._lock_on_minimise = self._switch("lock_on_minimise", self.tr("Lock when the window is made small"))
        self._lock_on_minimise.switched.connect(self._on_lock_on_minimise_switched)
        self._add(group, self._labelled(self.tr("Lock after"), self._lock_minutes), self._help.lock_after)
        self._add(group, self._lock_on_minimise, self._help.lock_on_minimise)

    def _add_plan(self, group: QVBoxLayout) -> None:
        self._add_link(group, "names", self.tr("Change names and what happened"), "")
        self._add_link(group, "contact", self.tr("What contact is welcome"), self._help.contact)
        self._add_link(group, "safety", self.tr("Answer the private questions"), self._help.safety_questions)
        self._add_link(group, "dates", self.tr("Sessions and events"), "")
        self._withdrawal = self._add_link(group, "withdrawal", "", "")

    def _add_file(self, group: QVBoxLayout) -> None:
        theme = self.workspace.theme
        path = TextLabel(theme, str(self.workspace.runner.vault.path), "body")
        move = self._button("move", self.tr("Move it to another folder"))
        move.clicked.connect(self._on_move_clicked)
        self._last_copy = TextLabel(theme, "", "body")
        copy = self._button("copy", self.tr("Make a checked copy now"))
        copy.clicked.connect(self._on_copy_clicked)
        self._add(group, path, self._help.vault_place, move)
        self._add(group, self._last_copy, self._help.backups, copy)
        self._add_link(group, "passphrase", self.tr("Change the passphrase"), self._help.passphrase)
        self._add_link(group, "export", self.tr("Export"), self._help.export)
        habits = self.workspace.catalogue.habits()
        self._add_link(group, "habits", habits.title, habits.waiting)
        self._add_link(group, "delete", self.tr("Delete everything"), self.workspace.catalogue.delete_everything().lead)

    def _add_privacy(self, group: QVBoxLayout) -> None:
        words = self.workspace.catalogue.privacy()
        theme = self.workspace.theme
        group.addWidget(TextLabel(theme, words.lead, "body", "ink_2"))
        for passage in (words.protected, words.not_protected, words.others, words.danger):
            lines = column(spacing=6)
            lines.addWidget(TextLabel(theme, passage.title, "strong"))
            for line in passage.lines:
                lines.addWidget(TextLabel(theme, line, "body", "ink_2"))
            group.addLayout(lines)

    def _add(self, group: QVBoxLayout, control: QWidget, note: str, button: Button | None = None) -> None:
        lines = column(spacing=4)
        lines.addWidget(control)
        if note:
            lines.addWidget(TextLabel(self.workspace.theme, note, "small", "ink_2"))
        if button is not None:
            buttons = WrappingRow()
            buttons.addWidget(button)
            lines.addSpacing(4)
            lines.addLayout(buttons)
        group.addLayout(lines)

    def _add_link(self, group: QVBoxLayout, place: str, words: str, note: str) -> Button:
        button = self._button(place, words)
        button.clicked.connect(lambda: self.go_requested.emit(Destination(place)))
        holder = QWidget()
        inside = WrappingRow(holder)
        inside.addWidget(button)
        self._add(group, holder, note)
        return button

    def _show_withdrawal(self) -> None:
        """Only what they gave can be taken out; where they gave nothing, nothing points at it."""
        has_agreed = self.workspace.read(their_consent) is not None
        line = self._withdrawal.parentWidget()
        if line is not None:
            line.setVisible(has_agreed)
        if has_agreed:
            words = self.workspace.catalogue.their_voice().heard
            self._withdrawal.set_words(words.open_link.said_to(self.workspace.voice))

    def _button(self, name: str, words: str) -> Button:
        return Button(self.workspace.theme, words, Kind.NORMAL, name=f"settings_{name}_button")

    def _switch(self, name: str, words: str) -> Switch:
        return Switch(self.workspace.theme, words, name=f"settings_{name}_switch", is_track_first=True)

    def _labelled(self, words: str, field: QWidget) -> LabelledField:
        field.setSizePolicy(QSizePolicy.Policy.Maximum, field.sizePolicy().verticalPolicy())
        return LabelledField(self.workspace.theme, words, field)

    def _minutes(self, minutes: int) -> str:
        return self.tr("1 minute") if minutes == 1 else self.tr("{n} minutes").format(n=minutes)

    # --- what a person does

    def _on_mode_chosen(self, mode: str) -> None:
        self._device.put(device_settings.MODE, mode)
        self.workspace.theme.set_mode(mode)

    def _on_text_size_chosen(self, percent: object) -> None:
        scale = int(str(percent)) / 100
        self._device.put(device_settings.TEXT_SCALE, scale)
        self.workspace.theme.set_text_scale(scale)

    def _on_contrast_switched(self, is_on: bool) -> None:
        self._device.put(device_settings.MORE_CONTRAST, is_on)
        self.workspace.theme.set_more_contrast(is_on)

    def _on_motion_switched(self, is_on: bool) -> None:
        self._device.put(device_settings.LESS_MOTION, is_on)
        self.workspace.theme.set_less_motion(is_on)

    def _on_system_font_switched(self, is_on: bool) -> None:
        self._device.put(device_settings.SYSTEM_FONT, is_on)
        self.workspace.theme.set_uses_system_font(is_on)

    def _on_day_start_chosen(self, minutes: object) -> None:
        if self.workspace.attempt(self.tr("change of day start"), set_day_start, int(str(minutes))) is None:
            self.refresh()  # what could not be set is not shown as set
        self.workspace.notice_the_day()

    def _on_review_weekday_chosen(self, weekday: object) -> None:
        label = self.tr("change of the day of review")
        if self.workspace.attempt(label, set_setting, REVIEW_WEEKDAY, str(weekday)) is None:
            self.refresh()

    def _on_lock_minutes_chosen(self, minutes: object) -> None:
        if self.workspace.attempt(self.tr("change of lock time"), set_lock_minutes, int(str(minutes))) is None:
            self.refresh()

    def _on_lock_on_minimise_switched(self, is_on: bool) -> None:
        self._device.put(device_settings.LOCK_ON_MINIMISE, is_on)

    def _on_move_clicked(self) -> None:
        vault = self.workspace.runner.vault.path
        title = self.tr("Move your file to another folder")
        folder = choose_folder(self.window(), title, vault.parent, self._device)
        if folder is not None and folder != vault.parent:
            self.move_requested.emit(folder)

    def _on_copy_clicked(self) -> None:
        try:
            self.workspace.runner.vault.back_up()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return
        self._show_last_copy()
        self.workspace.told.emit(self.tr("A checked copy is made."))

    def _fill_day_start(self, minutes: int) -> None:
        """An imported plan may begin its days between the half hours."""
        hours = sorted({*HALF_HOURS, minutes})
        self._day_start.set_choices([(each, clock_time(each)) for each in hours])
        self._day_start.fill(minutes)

    def _show_last_copy(self) -> None:
        self._last_copy.set_text(last_copy_words(self.workspace))


def _code_of(weekday: int | None) -> str:
    return "" if weekday is None else str(weekday)
