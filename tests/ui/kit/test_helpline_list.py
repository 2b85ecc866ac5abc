"""The numbers: what was checked and what was not, the country, and that every number can be copied."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.kit.screen_reader import description_of, name_of
from tests.ui.person import focus_in, press
from tests.ui.screens.entry_person import seen, seen_as, settle, tab_stops, words_on
from tests.words import shipped_words
from trustplanner.content.catalogue import Catalogue
from trustplanner.content.helplines import HelpFor, Helpline
from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.helpline_list import EVERY_COUNTRY, HelplineList, checked_words
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]
WORDS = shipped_words().support()
OWN = """
[[entries]]
country = "Here"
service = "My doctor"
for_what = "crisis"
reach = "555 0100"
checked = true
checked_on = 2026-11-01
checked_against = "the card on the fridge"

[[entries]]
country = "Here"
service = "A friend"
for_what = "crisis"
reach = "555 0101"
checked = false
"""


@pytest.fixture
def settings(tmp_path: Path) -> DeviceSettings:
    return DeviceSettings(tmp_path / "settings.ini")


def shown_list(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings, catalogue: Catalogue | None = None
) -> HelplineList:
    numbers = HelplineList(theme, catalogue or shipped_words(), settings, name="support")
    show_window(numbers)
    numbers.refresh()
    return numbers


def choose(numbers: HelplineList, country: str) -> None:
    """Pick a country from the list."""
    combo = seen_as(ComboField, numbers, "support_country_combo")
    combo.fill(country)
    combo.activated.emit(combo.currentIndex())
    settle()


def reaches(numbers: HelplineList) -> list[str]:
    words_on(numbers)
    return [field.text() for field in numbers.findChildren(QLineEdit, "support_number_field") if field.isVisible()]


# What was checked


def test_every_number_of_the_shipped_list_says_that_it_was_not_checked(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = shown_list(show_window, theme, settings)
    choose(numbers, EVERY_COUNTRY)
    entries = shipped_words().helplines().entries
    said = words_on(numbers)
    assert len(reaches(numbers)) == len(entries)
    assert len([words for words in said if words.startswith("Not checked.")]) == len(entries)
    assert not any(words.startswith("Checked") for words in said)
    for entry in entries:
        assert entry.service in said


def test_a_checked_number_says_when_and_against_what() -> None:
    entry = Helpline(
        "Here", "My doctor", HelpFor.CRISIS, "555", True, date(2026, 11, 1), "the card on the fridge", None, None
    )  # fmt: skip
    said = checked_words(WORDS.check, entry, DateWords())
    assert said == "Checked on 1 November 2026 against the card on the fridge."


@pytest.mark.parametrize(
    ("seen_at", "expected"),
    [("base25.org", "Not checked. Seen at base25.org when the list was put together."), (None, "Not checked.")],
)
def test_a_number_that_was_only_seen_somewhere_is_not_called_checked(seen_at: str | None, expected: str) -> None:
    entry = Helpline("Here", "Line", HelpFor.CRISIS, "555", False, seen_at=seen_at)
    assert checked_words(WORDS.check, entry, DateWords()) == expected


def test_a_list_of_ones_own_shows_both_kinds_beside_each_other(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings, tmp_path: Path
) -> None:
    own = tmp_path / "helplines.toml"
    own.write_text(OWN, encoding="utf-8")
    numbers = shown_list(show_window, theme, settings, Catalogue(resources_folder() / "content" / "en", own))
    said = words_on(numbers)
    assert reaches(numbers) == ["555 0100", "555 0101"]
    assert "Checked on 1 November 2026 against the card on the fridge." in said
    assert "Not checked." in said


# The country


def test_the_country_is_chosen_once_and_remembered_on_this_computer(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings, tmp_path: Path
) -> None:
    numbers = shown_list(show_window, theme, settings)
    choose(numbers, "Ireland")
    wanted = [entry.reach for entry in shipped_words().helplines().entries if entry.country == "Ireland"]
    assert set(wanted) | {"findahelpline.com"} == set(reaches(numbers))
    again = shown_list(show_window, theme, DeviceSettings(tmp_path / "settings.ini"))
    assert seen_as(ComboField, again, "support_country_combo").code() == "Ireland"
    assert reaches(again) == reaches(numbers)


def test_before_a_choice_it_is_the_country_of_the_system(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    canada = QLocale(QLocale.Language.English, QLocale.Country.Canada)
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: canada))
    numbers = shown_list(show_window, theme, settings)
    assert seen_as(ComboField, numbers, "support_country_combo").code() == "Canada"
    assert settings.text(device_settings.COUNTRY, "none") == "none", "nothing was chosen, so nothing is kept"


def test_a_country_that_is_not_on_the_list_shows_them_all(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    settings.put(device_settings.COUNTRY, "Atlantis")
    numbers = shown_list(show_window, theme, settings)
    combo = seen_as(ComboField, numbers, "support_country_combo")
    assert combo.code() in (EVERY_COUNTRY, QLocale.territoryToString(QLocale.system().territory()))


def test_every_country_has_an_emergency_number_and_it_comes_first(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = shown_list(show_window, theme, settings)
    found = shipped_words().helplines()
    combo = seen_as(ComboField, numbers, "support_country_combo")
    countries = [str(combo.itemData(index)) for index in range(1, combo.count())]
    assert len(countries) == len(found.countries()) - 1, "the directory for everywhere is no country"
    for country in countries:
        choose(numbers, country)
        first = next(entry for entry in found.entries if entry.reach == reaches(numbers)[0])
        assert first.for_what is HelpFor.EMERGENCY, country


# Copying


def test_a_number_is_reached_by_tab_selected_whole_and_copied_and_cannot_be_changed(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = shown_list(show_window, theme, settings)
    choose(numbers, "United Kingdom")
    seen(numbers, "support_country_combo").setFocus()
    press(numbers, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    field = focus_in(numbers)
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == field.text() == "116 123"
    assert name_of(field) == "How to reach Samaritans"
    press(numbers, Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "116 123"
    press(numbers, Qt.Key.Key_9)
    assert field.text() == "116 123"


def test_tab_walks_the_numbers_in_the_order_they_stand(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = HelplineList(theme, shipped_words(), settings, name="support")
    last = QLineEdit()
    last.setObjectName("after_the_list")
    window = show_window(numbers, last)
    numbers.refresh()
    choose(numbers, "Australia")
    stops = tab_stops(window)
    assert [stop.text() for stop in stops if isinstance(stop, QLineEdit)] == [*reaches(numbers), ""]


# What is said of the numbers


def test_what_not_checked_means_is_said_once_below_all_numbers(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = shown_list(show_window, theme, settings)
    choose(numbers, EVERY_COUNTRY)
    found = shipped_words().helplines()
    assert found.note is not None
    said = words_on(numbers)
    [about] = [place for place, words in enumerate(said) if found.note in words]
    assert about > max(said.index(entry.service) for entry in found.entries), "numbers come first"
    assert {words for words in said if words.startswith("Not checked")} == {"Not checked."}


def test_where_a_number_was_seen_is_told_on_asking(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = shown_list(show_window, theme, settings)
    choose(numbers, "United Kingdom")
    whole = "Not checked. Seen at centre56.org.uk when the list was put together."
    field = next(each for each in numbers.findChildren(QLineEdit, "support_number_field") if each.text()[:3] == "999")
    assert description_of(field) == whole
    assert whole in {label.toolTip() for label in numbers.findChildren(TextLabel) if label.text() == "Not checked."}


def test_what_a_number_is_for_ends_with_a_full_stop(
    show_window: ShowWindow, theme: Theme, settings: DeviceSettings
) -> None:
    numbers = shown_list(show_window, theme, settings)
    choose(numbers, EVERY_COUNTRY)
    found = shipped_words().helplines()
    said = words_on(numbers)
    for entry in found.entries:
        kind = found.kinds[entry.for_what]
        assert (f"{kind}. {entry.hours}." if entry.hours else f"{kind}.") in said
