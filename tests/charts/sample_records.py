"""Records for the chart tests, made with the pure functions of the domain."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from trustplanner.domain.answers import AnswerRow, How, Telling, Value
from trustplanner.domain.commitments import AskedBy, Commitment, Direction, Pause, Reason, Stance, Terms
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.items import History
from trustplanner.domain.record import Record, build_record
from trustplanner.domain.schedules import Schedule, daily, on_month_day, on_weekdays, once
from trustplanner.domain.sessions import Session
from trustplanner.domain.their_voice import Anchors, Reading, TheirVoice
from trustplanner.domain.views import TheirView, View

WRITTEN = datetime(2026, 1, 26, 20, 0, tzinfo=UTC)
WORKING_DAYS = on_weekdays(range(5))
AT_SIX = 18 * 60

# One letter for each due day: k kept, l kept but written later, p partly, m missed, n not applicable, . no answer.
STORY = {
    date(2026, 1, 26): "mkpmk",
    date(2026, 2, 2): "km.kk",
    date(2026, 2, 9): "kp.kk",
    date(2026, 2, 16): "kkk.k",
    date(2026, 2, 23): "kkmkk",
    date(2026, 3, 9): "kkkkk",
    date(2026, 3, 16): "kklpk",
    date(2026, 3, 23): "kmm.k",
    date(2026, 3, 30): "kl.kn",
    date(2026, 4, 6): "nkkkk",
    date(2026, 4, 13): "kkl.k",
    date(2026, 4, 20): "kkkkl",
    date(2026, 4, 27): "kmkkk",
    date(2026, 5, 4): "kkk.k",
    date(2026, 5, 11): "kkkm",
}
TODAY = date(2026, 5, 15)
PAUSED = (date(2026, 3, 2), date(2026, 3, 6))
TOLD = {
    date(2026, 1, 26): (How.FOUND_OUT, 0, 20 * 60),
    date(2026, 1, 29): (How.WHEN_ASKED, 0, 23 * 60),
    date(2026, 2, 3): (How.WHEN_ASKED, 2, 9 * 60),
    date(2026, 2, 25): (How.TOLD_FIRST, 0, 18 * 60 + 40),
    date(2026, 3, 24): (How.FOUND_OUT, 0, 21 * 60),
    date(2026, 3, 25): (How.TOLD_FIRST, 0, 21 * 60 + 5),
    date(2026, 4, 28): (How.TOLD_FIRST, 0, 17 * 60),
    date(2026, 5, 14): (How.TOLD_FIRST, 0, 19 * 60),
}
EVENTS = {
    date(2026, 1, 14): EventKind.DISCLOSURE,
    date(2026, 3, 28): EventKind.SETBACK,
    date(2026, 4, 14): EventKind.APOLOGY,
}
SESSIONS = [date(2026, 1, 27) + timedelta(weeks=2 * n) for n in range(8)]
VALUES = {"k": Value.KEPT, "l": Value.KEPT, "p": Value.PARTLY, "m": Value.MISSED, "n": Value.NOT_APPLICABLE}


def commitment(title: str = "Ring at six", key: str = "ring") -> Commitment:
    return Commitment(
        id=key,
        title=title,
        if_cue="",
        then_action="",
        sign="",
        asked_by=AskedBy.THEY,
        asked_on=None,
        sureness=8,
        smallest="",
        review_on=None,
        harm_id=None,
        is_line=False,
        is_event=False,
        imported=False,
        position=0,
        created_at=WRITTEN,
    )


def terms(
    starts_on: date,
    schedule: Schedule = WORKING_DAYS,
    *,
    seq: int = 1,
    key: str = "ring",
    stance: Stance = Stance.ACTIVE,
    direction: Direction = Direction.FIRST,
    at_minute: int | None = AT_SIX,
) -> Terms:
    return Terms(
        seq=seq,
        commitment_id=key,
        stance=stance,
        will="I will ring at six.",
        so_that="",
        schedule=schedule,
        at_minute=at_minute,
        starts_on=starts_on,
        written_at=WRITTEN,
        written_on=starts_on,
        direction=direction,
        reason=Reason.CHOICE,
        taken_back_at=None,
    )


def pause(first: date, last: date) -> Pause:
    return Pause(
        seq=1,
        commitment_id=None,
        starts_on=first,
        ends_on=last,
        looks_again=False,
        reason=Reason.ILLNESS,
        note="",
        written_at=WRITTEN,
        written_on=first,
        taken_back_at=None,
    )


def heard(view: View, about: Terms) -> TheirView:
    """What they said to changed terms."""
    return TheirView(1, about.seq, None, view, about.starts_on, "", WRITTEN, about.starts_on)


def answer(day: date, letter: str) -> AnswerRow:
    late = 4 if letter == "l" else 0
    return AnswerRow(day.toordinal(), VALUES[letter], day.toordinal() + late)


def answers(first: date, letters: str) -> list[AnswerRow]:
    """One answer a day from `first` on; a dot is a day without one."""
    days = ((first + timedelta(days=n), letter) for n, letter in enumerate(letters))
    return [answer(day, letter) for day, letter in days if letter != "."]


def telling(day: date, how: How, days: int = 0, minute: int | None = None, *, key: str = "ring") -> Telling:
    told_on = None if how in (How.NOT_YET, How.NOT_WELCOME) else day + timedelta(days=days)
    return Telling(1, key, day, how, told_on, minute, WRITTEN, day)


def event(day: date, kind: EventKind) -> Event:
    return Event(f"{kind}-{day}", day, kind, "", WRITTEN)


def session(day: date) -> Session:
    return Session(f"session-{day}", day, None, "counsellor", WRITTEN)


def history(
    rows: Iterable[AnswerRow],
    *,
    title: str = "Ring at six",
    key: str = "ring",
    terms_: Sequence[Terms] = (),
    pauses: Sequence[Pause] = (),
    tellings: Sequence[Telling] = (),
    views: Sequence[TheirView] = (),
    starts_on: date = date(2026, 1, 26),
    schedule: Schedule = WORKING_DAYS,
) -> History:
    given = tuple(terms_) or (terms(starts_on, schedule, key=key),)
    return History(commitment(title, key), given, tuple(pauses), tuple(rows), (), tuple(tellings), tuple(views))


def drawn_history(title: str = "Ring at six") -> History:
    """The history of the design's picture, to the last cell."""
    rows = [row for monday, letters in STORY.items() for row in answers(monday, letters)]
    changed = terms(date(2026, 4, 27), seq=2, direction=Direction.WORDING)
    return history(
        rows,
        title=title,
        terms_=(terms(date(2026, 1, 26)), changed),
        pauses=(pause(*PAUSED),),
        tellings=[telling(day, *told) for day, told in TOLD.items()],
    )


def drawn_record(title: str = "Ring at six", first: date | None = date(2026, 1, 12)) -> Record:
    """The record of the design's picture."""
    return build_record(
        [drawn_history(title)],
        TODAY,
        first=first,
        events=[event(day, kind) for day, kind in EVENTS.items()],
        sessions=[session(day) for day in SESSIONS],
    )


def given_voice() -> TheirVoice:
    """What Ana gave beside the drawn record: five readings, "not today" twice, her words for a 3 and a 7."""
    first, values = date(2026, 2, 10), (2, 3, None, 4, 2, None, 4)
    days = [first + timedelta(weeks=2 * n) for n in range(len(values))]
    readings = (Reading(None, day, value, "", None, day, WRITTEN) for day, value in zip(days, values, strict=True))
    words = Anchors(None, "I check the calendar", "I stop listening", first, WRITTEN)
    return TheirVoice((words,), tuple(readings))


def long_record(years: int, count: int = 1, title: str = "Say where I am") -> Record:
    """Daily commitments over years, the same on every machine, with every outcome, pauses, events and sessions."""
    first = date(TODAY.year - years, 5, 16)
    days = (TODAY - first).days
    letters = "kkkkkkmkkkpkkk.kkklkkknkkkkkm.kkkkkk"
    histories: list[History] = []
    for number in range(count):
        key = f"long-{number}"
        rows = [
            answer(first + timedelta(days=n), letter)
            for n in range(days)
            if (letter := letters[(n * 7 + n // 11 + number) % len(letters)]) != "." and (n - 90) % 400 > 9
        ]
        hows = list(How)
        missed = [date.fromordinal(row.day) for row in rows if row.value is Value.MISSED]
        told = [telling(day, hows[n % 4], n % 3, 20 * 60, key=key) for n, day in enumerate(missed) if n % 7]
        histories.append(
            history(
                rows,
                title=title,
                key=key,
                terms_=(terms(first, daily(), key=key),),
                pauses=[
                    replace(pause(first + timedelta(days=d), first + timedelta(days=d + 9)), seq=d)
                    for d in range(90, days, 400)
                ],
                tellings=told,
            )
        )
    return build_record(
        histories,
        TODAY,
        first=first,
        events=[event(first + timedelta(days=n), EventKind.SETBACK) for n in range(60, days, 170)],
        sessions=[session(first + timedelta(days=n)) for n in range(20, days, 28)],
    )


def record_of(letters: str, first: date = date(2026, 3, 2), *, title: str = "Ring at six", **kinds: Any) -> Record:
    """A daily commitment with one letter a day; the last letter is three days before today."""
    today = first + timedelta(days=len(letters) + 2)
    ends = terms(today - timedelta(days=2), daily(), seq=2, stance=Stance.ENDED, direction=Direction.EASIER)
    made = history(answers(first, letters), title=title, terms_=(terms(first, daily()), ends))
    return build_record([replace(made, **kinds)], today, last=today - timedelta(days=3))


@cache
def ten_years_of_twenty() -> Record:
    """Ten years of twenty daily commitments."""
    return long_record(10, 20)


def named_records() -> dict[str, Callable[[], Record]]:
    """Every kind of record that a chart must be able to draw."""
    monday = date(2026, 3, 2)
    return {
        "empty": lambda: build_record([history([], starts_on=TODAY)], TODAY, first=TODAY),
        "not begun": lambda: build_record([history([], starts_on=TODAY + timedelta(days=9))], TODAY, first=TODAY),
        "zero due": lambda: record_of("nnnnnnnn"),
        "one point": lambda: record_of("k"),
        "one quiet point": lambda: record_of("." * 13 + "k"),
        "all unanswered": lambda: record_of("." * 20),
        "only paused": lambda: record_of("." * 14, pauses=(pause(monday, monday + timedelta(days=13)),)),
        "answered inside a pause": lambda: record_of("k" * 30, pauses=(pause(date(2026, 3, 20), date(2026, 3, 25)),)),
        "once": lambda: build_record([history([], schedule=once(date(2026, 2, 2)))], TODAY),
        "monthly": lambda: build_record([history([], schedule=on_month_day(31), starts_on=date(2024, 1, 1))], TODAY),
        "story": drawn_record,
        "one year": lambda: long_record(1),
        "three years": lambda: long_record(3),
        "ten years of twenty": ten_years_of_twenty,
        "long name": lambda: drawn_record("W" * 60),
        "right to left": lambda: drawn_record("להתקשר בשש כל ערב"),
        "emoji": lambda: drawn_record("Ring at six \N{TELEPHONE RECEIVER}\N{HEAVY BLACK HEART}"),
        "control characters": lambda: drawn_record("Ring\x00 at\nsix\ud800"),
        "dollars and markup": lambda: drawn_record("Pay $5$ & <b>more</b> \\frac{1}{2}"),
    }
