"""Days and times as a person reads them: "Thursday 14 May", "18:25", "3 May"."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

DAYS_A_WEEK = 7


class DateWords:
    """Dates in the language of the program's texts, whatever language the system speaks."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)

    def long(self, day: date, today: date | None = None) -> str:
        """`Thursday 14 May`; with the year if it is not the year of `today`."""
        return self._words(day, "dddd d MMMM", today)

    def short(self, day: date, today: date | None = None) -> str:
        """`14 May`; with the year if it is not the year of `today`."""
        return self._words(day, "d MMMM", today)

    def brief(self, day: date, today: date | None = None) -> str:
        """`14 Sept`; with the year if it is not the year of `today`."""
        return self._words(day, "d MMM", today)

    def month(self, day: date, today: date | None = None) -> str:
        """`May`; with the year if it is not the year of `today`."""
        return self._words(day, "MMMM", today)

    def full_month(self, day: date) -> str:
        """`May 2026`."""
        return self._locale.toString(_qdate(day), "MMMM yyyy")

    def full(self, day: date) -> str:
        """`14 May 2026`."""
        return self._locale.toString(_qdate(day), "d MMMM yyyy")

    def with_weekday(self, day: date, today: date | None = None) -> str:
        """`Thu 14 May`; with the year if it is not the year of `today`."""
        return self._words(day, "ddd d MMM", today)

    def weekday_and_day(self, day: date) -> str:
        """`Thu 14`."""
        return self._locale.toString(_qdate(day), "ddd d")

    def weekday(self, number: int) -> str:
        """`Monday` for 0 to `Sunday` for 6."""
        return self._locale.dayName(number + 1, QLocale.FormatType.LongFormat)

    def weekday_initials(self) -> list[str]:
        """`Mo` to `Su`."""
        return [self._locale.dayName(day, QLocale.FormatType.LongFormat)[:2] for day in range(1, DAYS_A_WEEK + 1)]

    def _words(self, day: date, pattern: str, today: date | None) -> str:
        with_year = today is not None and day.year != today.year
        return self._locale.toString(_qdate(day), f"{pattern} yyyy" if with_year else pattern)


def clock_time(minute: int) -> str:
    """Minutes from midnight as `18:25`."""
    hours, minutes = divmod(minute, 60)
    return f"{hours:02d}:{minutes:02d}"


def local_time(moment: datetime, utc_offset: int) -> str:
    """The wall clock's time at a moment in UTC, as `07:52`."""
    return f"{moment + timedelta(minutes=utc_offset):%H:%M}"


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
