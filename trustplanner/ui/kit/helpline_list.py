"""Whom to call: grouped by country, each number with what it is for, when, and whether and how it was checked.

Numbers can be read, selected and copied by keyboard. The program dials nothing.
"""

from collections.abc import Container, Iterable
from itertools import groupby
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.content.helplines import HelpFor, Helpline, Helplines
from trustplanner.content.safety import CheckWords
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column, row
from trustplanner.ui.kit.theme import Theme

EVERY_COUNTRY: Final = ""
_ABOUT_GAP, _ENTRY_GAP, _GROUP_GAP = 12, 16, 20
_NUMBER_ROOM = 34  # pixels a field takes around its words
_WIDEST_NUMBER = 560


class HelplineList(QWidget):
    """The numbers of one country, or of all. The country chosen last is kept with the settings of this computer.

    It is no secret where a computer stands; before a choice, the country of the system is taken.
    `kinds` limits the list to what these are for.
    """

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        settings: DeviceSettings,
        *,
        name: str,
        kinds: Container[HelpFor] = frozenset(HelpFor),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._catalogue = catalogue
        self._settings = settings
        self._words = catalogue.support()
        self._dates = DateWords()
        self._kinds = kinds
        self._name = name
        self._found: Helplines | None = None
        self._numbers: list[LineField] = []
        self._country = ComboField(theme, name=f"{name}_country_combo")
        self._country.chosen.connect(self._on_country_chosen)
        self._about = TextLabel(theme, "", "small", "ink_2")
        self._entries = column()
        layout = column(self)
        labelled = LabelledField(theme, self._words.country_label, self._country)
        line = row()
        line.addWidget(labelled)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addLayout(self._entries)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(_ABOUT_GAP)
        layout.addWidget(self._about)  # below the numbers: whoever is in danger needs those in the first screen
        self.setFocusProxy(self._country)
        theme.changed.connect(self._fit_numbers)

    def refresh(self) -> None:
        """Read the list again: a person may be editing their own."""
        found = self._catalogue.helplines()
        if found == self._found:
            return
        self._found = found
        self._about.set_text(" ".join(self._said_about(found)))
        of_one_country = {entry.country for entry in found.entries if entry.for_what is not HelpFor.ANY}
        countries = [country for country in found.countries() if country in of_one_country]
        every = (EVERY_COUNTRY, self._words.every_country)
        self._country.set_choices([every, *((country, country) for country in countries)])
        self._country.fill(_first_country(self._settings, countries))
        self._show_entries()

    def _said_about(self, found: Helplines) -> list[str]:
        """Whose list it is, how old, what "not checked" means, and what finds a line that is not listed; said once."""
        said = [self._words.own_list_used.said(path=str(self._catalogue.own_helplines))] if found.is_own else []
        if found.put_together_on is not None:
            said.append(self._words.check.put_together.said(date=self._dates.full(found.put_together_on)))
        else:
            said.append(self._words.check.put_together.said())
        said += [found.note] if found.note is not None else []
        has_directory = any(entry.for_what is HelpFor.ANY for entry in found.entries)
        return [*said, self._words.elsewhere] if has_directory else said

    def _on_country_chosen(self, country: object) -> None:
        self._settings.put(device_settings.COUNTRY, str(country))
        self._show_entries()

    # --- the entries

    def _show_entries(self) -> None:
        clear_layout(self._entries)
        self._numbers.clear()
        for country, entries in groupby(self._wanted(), lambda entry: entry.country):
            self._entries.addSpacing(_GROUP_GAP)
            if country != self._country.code():  # which stands above already
                self._entries.addWidget(TextLabel(self.theme, country, "label", "ink_2"))
                self._entries.addSpacing(8)
            self._add_group(entries)
        self._fit_numbers()
        self._order_stops()

    def _wanted(self) -> list[Helpline]:
        """The entries of the country, danger first, and after them what helps everywhere."""
        entries = self._found.entries if self._found is not None else ()
        country = self._country.code()
        of_country = [
            entry for entry in entries if entry.for_what in self._kinds and country in (EVERY_COUNTRY, entry.country)
        ]
        everywhere = [entry for entry in entries if entry.for_what is HelpFor.ANY]
        order = list(dict.fromkeys(entry.country for entry in entries))
        urgency = list(HelpFor)
        of_country.sort(key=lambda entry: (order.index(entry.country), urgency.index(entry.for_what)))
        return [entry for entry in of_country if entry not in everywhere] + everywhere

    def _add_group(self, entries: Iterable[Helpline]) -> None:
        for entry in entries:
            self._entries.addWidget(Hairline(self.theme))
            self._entries.addSpacing(_ENTRY_GAP - 4)
            self._entries.addLayout(self._entry(entry))
            self._entries.addSpacing(_ENTRY_GAP)

    def _entry(self, entry: Helpline) -> QVBoxLayout:
        theme = self.theme
        lines = column(spacing=2)
        lines.addWidget(TextLabel(theme, entry.service, "strong"))
        kinds = self._found.kinds if self._found is not None else {}
        what = self.tr("{what}. {hours}.") if entry.hours else self.tr("{what}.")
        when = what.format(what=kinds[entry.for_what], hours=entry.hours)
        lines.addWidget(TextLabel(theme, when, "small", "ink_2"))
        lines.addSpacing(4)
        number = row()
        number.addWidget(self._number(entry))
        number.addStretch(1)
        lines.addLayout(number)
        lines.addSpacing(2)
        lines.addWidget(self._checked(entry))
        return lines

    def _checked(self, entry: Helpline) -> TextLabel:
        """What was checked in full; of a number that was not, only that, and where it was seen on asking."""
        whole = checked_words(self._words.check, entry, self._dates)
        label = TextLabel(self.theme, whole if entry.checked else self._words.check.not_checked, "caption", "ink_3")
        if whole != label.text():
            label.setToolTip(whole)
        return label

    def _number(self, entry: Helpline) -> LineField:
        """A field that cannot be changed: Tab selects all of it, Ctrl+C copies."""
        field = LineField(self.theme, role="strong", name=f"{self._name}_number_field")
        self._numbers.append(field)
        field.fill(entry.reach)
        field.setReadOnly(True)
        field.setAccessibleName(self.tr("How to reach {service}").format(service=entry.service))
        field.setAccessibleDescription(checked_words(self._words.check, entry, self._dates))
        return field

    def _fit_numbers(self) -> None:
        """Each field is as wide as what stands in it; a very long one scrolls."""
        metrics = QFontMetrics(self.theme.font("strong"))
        for field in self._numbers:
            width = metrics.horizontalAdvance(field.text()) + _NUMBER_ROOM
            field.setFixedWidth(min(width, self.theme.px(_WIDEST_NUMBER)))

    def _order_stops(self) -> None:
        """Tab goes from number to number; what was made later would otherwise come after everything on the page."""
        stop: QWidget = self._country
        for field in self._numbers:
            self.setTabOrder(stop, field)
            stop = field


def checked_words(words: CheckWords, entry: Helpline, dates: DateWords) -> str:
    """When and against what a number was checked, or that it was not."""
    if entry.checked and entry.checked_on is not None and entry.checked_against is not None:
        return words.checked.said(date=dates.full(entry.checked_on), place=entry.checked_against)
    return words.seen.said(place=entry.seen_at) if entry.seen_at is not None else words.not_checked


def _first_country(settings: DeviceSettings, countries: list[str]) -> str:
    """The country chosen before, else that of the system, else all of them."""
    chosen = settings.text(device_settings.COUNTRY, "none yet")
    of_system = QLocale.territoryToString(QLocale.system().territory())
    return next((each for each in (chosen, of_system) if each in (*countries, EVERY_COUNTRY)), EVERY_COUNTRY)
