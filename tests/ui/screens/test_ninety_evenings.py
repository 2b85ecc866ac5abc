"""Ninety days of evenings through the real window, and every count beside what was counted by hand.

A, home by six, every day; from 27 April on Monday to Friday. B, the bills on Sunday. C, run three times a week.
K kept, P partly, M missed, N not applicable; - nobody came; i ill; o time off; _ not due; ~ a day that the person's
own calendar never had, because the flight crossed the date line: it was answered N on the evening after.

week of   A        B   C             what else happens
 2 Mar    KKMKKPK  K   xxx  K        the 4th told first, at 20:30
 9 Mar    KKM-KKN  M   xx   P        nobody came on the 11th and 12th; the 11th answered on the 15th, four days late;
                                     on the 16th B: told when asked, and C's week, one day after it ended
16 Mar    KMKiiii  i   not due       ill from the 19th to the 25th, 3 of 7 days are left; the 17th told when asked
23 Mar    iiiKKPK  K   xxx  K        4 of 7 days are left; the clocks go forward on the 29th
30 Mar    KKKKMKK  K   xxx  K        3 April: not told yet; on the 5th found out
 6 Apr    KKPKKKM  P   x    M        Honolulu; the 8th was K in the morning and P in the evening; the 12th told first
13 Apr    K~KKKKK  K   xxx  K        from Honolulu to Auckland over the 14th, home on the 19th
20 Apr    KKMKKKK  K   xxx  K        A is eased on the 20th, with its notice; the 22nd found out
27 Apr    KKK-K__  -   xx   -        nobody came on the 30th nor on the Sunday; C is left to close
 4 May    KKMKK__  K   xxx  K        a setback on the 6th, told first; on the 5th time off for the 14th to 17th
11 May    KKKoo__  o   not due       3 of 7 days are left
18 May    KKPKK__  K   xxx  K
25 May    KKKMK_   .   xx   running  the 28th told first; looked at on Saturday the 30th
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import on
from tests.moved_clock import SUMMER_TIME, MovedClock
from tests.ui.conftest import delete_closed_windows
from tests.ui.person import click
from tests.ui.screens.evenings import Evenings, on_sundays, three_a_week
from tests.ui.screens.opened_planner import OpenPlanner, planner_opener
from tests.ui.screens.seen_amends import found, press_button
from tests.words import shipped_words
from trustplanner.actions import plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.answers import How
from trustplanner.domain.plans import Plan, SafetyAnswer, SafetyQuestion
from trustplanner.domain.record import CommitmentRecord, Counts, Record, by_how
from trustplanner.domain.schedules import Shape
from trustplanner.exchange.record_texts import record_as_json
from trustplanner.exchange.vault_record import record_between
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner

DAY = timedelta(days=1)
WINTER_TIME, HONOLULU, AUCKLAND = 60, -600, 720  # minutes ahead of UTC
HOME, BILLS, RUN = "Home by six", "Bills on Sunday", "Run"
FIRST, LAST = on("03-02"), on("05-30")

OF_HOME = (
    "KKMKKPK", "KK--KKN", "KMKiiii", "iiiKKPK", "KKKKMKK", "KKPKKKM", "K~KKKKK",
    "KKMKKKK", "KKK-K__", "KKMKK__", "KKKoo__", "KKPKK__", "KKKMK_",
)  # fmt: skip
OF_BILLS = {"03-08": "K", "03-15": "M", "03-29": "K", "04-05": "K", "04-12": "P", "04-19": "K", "04-26": "K"} | {
    "05-10": "K",
    "05-24": "K",
}
RUNS = """
    03-02 03-04 03-06 03-09 03-14 03-27 03-28 03-29 03-30 04-01 04-03 04-07 04-13 04-15 04-17
    04-20 04-21 04-23 04-27 04-29 05-04 05-06 05-08 05-18 05-20 05-22 05-25 05-27
"""

# Counted by hand from the table above.
HOME_IN_ALL = Counts(kept=56, partly=4, missed=8, unanswered=2, not_applicable=2, late=1)
BILLS_IN_ALL = Counts(kept=7, partly=1, missed=1, unanswered=1)
RUN_IN_ALL = Counts(kept=7, partly=1, missed=1, unanswered=1)
HOME_FROM_3_MAY = Counts(kept=15, partly=1, missed=2)  # the 28 days that end on 30 May
BILLS_FROM_3_MAY = Counts(kept=2, unanswered=1)


@pytest.fixture
def clock() -> MovedClock:
    """The first evening, in Bratislava."""
    clock = MovedClock(datetime.min, WINTER_TIME)  # noqa: DTZ901  (its wall clock is naive)
    clock.go_to(FIRST)
    return clock


@pytest.fixture
def person(
    runner: Runner,
    plan: Plan,
    clock: MovedClock,
    applied_theme: Theme,
    background: Background,
    qtbot: QtBot,
    tmp_path: Path,
) -> Iterator[Evenings]:
    """Somebody with a plan, who answered no to all private questions, at the open window."""
    runner.do("", plans.answer_safety, dict.fromkeys(SafetyQuestion, SafetyAnswer.NO), keep_answers=False)

    opened: list[OpenPlanner] = []  # each keeps its window and its workspace for the whole test

    def unlock() -> Planner:
        workspace = Workspace(runner, shipped_words(), applied_theme, background)
        opened.append(planner_opener(workspace, qtbot, tmp_path))
        return opened[-1]()

    yield Evenings(unlock, clock)
    delete_closed_windows()


def offset_on(day: date) -> int:
    """Where the person is on the evening of a day, in minutes ahead of UTC."""
    if on("04-06") <= day <= on("04-13"):
        return HONOLULU
    if on("04-15") <= day <= on("04-18"):
        return AUCKLAND
    return SUMMER_TIME if day >= on("03-29") else WINTER_TIME


def letter_of_home(day: date) -> str:
    week, place = divmod((day - FIRST).days, 7)
    return OF_HOME[week][place]


def evening(person: Evenings, day: date) -> None:
    """What the table says for one evening."""
    person.clock.utc_offset = offset_on(day)
    person.at(day)
    if day.weekday() == 0:
        person.unlock_again()
    else:
        person.go_to_today()
    name = f"{day:%m-%d}"
    if name in RUNS:
        person.done_today(RUN)
    if letter_of_home(day) in "KPMN":
        person.answer(HOME, letter_of_home(day), day)
    if name in OF_BILLS:
        person.answer(BILLS, OF_BILLS[name], day)
    if name in BESIDE:
        BESIDE[name](person, day)


def nobody_comes(day: date) -> bool:
    return letter_of_home(day) in "-~" or (letter_of_home(day) in "io_" and f"{day:%m-%d}" not in COMES_ANYWAY)


# --- what else happens


def told_first_in_the_evening(person: Evenings, day: date) -> None:
    person.tell(HOME, "told first", day, told_on=1, told_at="20:30")


def late_and_a_missed_bill(person: Evenings, day: date) -> None:
    """Leafed back four days to Wednesday, and to Sunday again."""
    person.back(4)
    person.answer(HOME, "M", on("03-11"))
    person.go_to_today()


def last_week_is_closed_with(letter: str, person: Evenings, day: date) -> None:
    person.answer(RUN, letter, day - DAY)


def asked_on_monday(person: Evenings, day: date) -> None:
    last_week_is_closed_with("P", person, day)
    person.tell(BILLS, "when asked", day - DAY, told_on=1)


def asked_on_wednesday(person: Evenings, day: date) -> None:
    person.tell(HOME, "when asked", day - DAY, told_on=1)


def falls_ill(person: Evenings, day: date) -> None:
    person.pause_all(day, on("03-25"), is_ill=True)


def not_told_yet(person: Evenings, day: date) -> None:
    person.tell(HOME, "not yet", day)


def found_out_on_sunday(person: Evenings, day: date) -> None:
    person.tell(HOME, "found out", on("04-03"))


def two_entries(person: Evenings, day: date) -> None:
    """Kept, it says in the morning; in the evening it was only partly, and the day is still open."""
    person.at(day, "07:10")
    person.answer(HOME, "K", day)
    person.at(day, "21:30")
    person.answer(HOME, "P", day)


def eases(person: Evenings, day: date) -> None:
    person.ease_to_weekdays(person.row(HOME, day).shown.commitment.id)


def plans_time_off(person: Evenings, day: date) -> None:
    person.pause_all(on("05-14"), on("05-17"), is_ill=False)


def setback(person: Evenings, day: date) -> None:
    person.tell(HOME, "told first", day)
    press_button(person.planner, "today_session_button")
    click(found(person.planner, QWidget, "dates_add_event_button"))
    click(found(person.planner, QWidget, "dates_event_kind_segment_setback_button"))
    press_button(person.planner, "dates_event_keep_button")


BESIDE: dict[str, Callable[[Evenings, date], None]] = {
    "03-04": told_first_in_the_evening,
    "03-15": late_and_a_missed_bill,
    "03-16": asked_on_monday,
    "03-18": asked_on_wednesday,
    "03-19": falls_ill,
    "04-03": not_told_yet,
    "04-05": found_out_on_sunday,
    "04-08": two_entries,
    "04-12": lambda person, day: person.tell(HOME, "told first", day),
    "04-13": lambda person, day: last_week_is_closed_with("M", person, day),
    "04-15": lambda person, day: person.answer(HOME, "N", day - DAY),
    "04-20": eases,
    "04-22": lambda person, day: person.tell(HOME, "found out", day),
    "05-05": plans_time_off,
    "05-06": setback,
    "05-28": lambda person, day: person.tell(HOME, "told first", day),
}
COMES_ANYWAY = {"03-19", "05-10", "05-24", "05-30"}


def live(person: Evenings) -> None:
    """Ninety days."""
    person.promise(HOME, "be home by six", Shape.DAILY)
    person.promise(BILLS, "show her the bills", Shape.WEEKDAYS, on_sundays)
    person.promise(RUN, "go running", Shape.TIMES, three_a_week)
    day = FIRST
    while day <= LAST:
        if not nobody_comes(day):
            evening(person, day)
        day += DAY


@pytest.mark.timeout(300)
def test_ninety_evenings_are_counted_as_by_hand(person: Evenings) -> None:
    live(person)
    record = record_between(person.workspace.runner.vault, LAST)
    check_record(record)
    check_the_json(record)
    check_today(person)
    check_the_pages(person, record)


def check_record(record: Record) -> None:
    by_title = {each.title: each for each in record.commitments}
    assert [by_title[title].counts for title in (HOME, BILLS, RUN)] == [HOME_IN_ALL, BILLS_IN_ALL, RUN_IN_ALL]
    assert (record.totals.due, record.totals.kept, record.totals.missed) == (90, 70, 10)
    assert [by_title[title].window for title in (HOME, BILLS, RUN)] == [HOME_FROM_3_MAY, BILLS_FROM_3_MAY, RUN_IN_ALL]
    assert how_of(by_title[HOME]) == {How.TOLD_FIRST: 4, How.WHEN_ASKED: 1, How.FOUND_OUT: 2, None: 1}
    assert how_of(by_title[BILLS]) == {How.WHEN_ASKED: 1}
    assert how_of(by_title[RUN]) == {None: 1}
    assert by_title[HOME].terms_changed_in_window == ()
    assert by_title[HOME].pauses == ((on("03-19"), on("03-25")), (on("05-14"), on("05-17")))


def how_of(found: CommitmentRecord) -> dict[How | None, int]:
    return {how: number for how, number in by_how(found.misses).items() if number}


def check_the_json(record: Record) -> None:
    told = {each["title"]: each for each in json.loads(json.dumps(record_as_json(record)))["commitments"]}
    home = told[HOME]
    assert (home["due"], home["late"]) == (70, 1)
    assert (home["low"], home["high"]) == pytest.approx((58 / 70, 60 / 70))
    assert (told[BILLS]["low"], told[BILLS]["high"]) == pytest.approx((0.75, 0.85))
    assert (told[RUN]["low"], told[RUN]["high"]) == pytest.approx((0.75, 0.85))


def check_today(person: Evenings) -> None:
    """86 % is 15.5 of 18; under 5 due no rate is shown; C counts its last ten weeks."""
    assert [words for words in person.rail() if "of" in words or "%" in words] == [
        "86 %",
        "15 of 18 kept, 1 partly, 2 missed, all answered",
        "2 of 3 kept, 1 not answered",
        "75 to 85 %",
        "7 of 10 kept, 1 partly, 1 missed, 1 not answered",
        "2 of 2 misses told before being asked",
    ]


def check_the_pages(person: Evenings, record: Record) -> None:
    """58 and 60 of 70 are 83 and 86 %; the weekdays are those of the 12 weeks from Sunday 8 March on."""
    by_title = {each.title: each.commitment_id for each in record.commitments}
    home = person.record_of(by_title[HOME])
    for words in (
        "Last 28 days\n86 %\n15 of 18 kept, 1 partly, 2 missed, all answered\n2 of 2 misses told before being asked.",
        "83 to 86 %\n56 of 70 kept, 4 partly, 8 missed, 2 not answered (and 2 not applicable)",
        "One answer was written after its day had closed. 4 of 8 misses told before being asked.",
        "Friday 3 April: she found out.\nBefore that: not told yet (written 3 April).",
        "Monday\n11 of 11 kept, all answered\nTuesday\n9 of 10 kept, 1 missed, all answered (and 1 not applicable)",
        "Wednesday\n6 of 11 kept, 2 partly, 3 missed, all answered\nThursday\n7 of 10 kept, 1 missed, 2 not answered",
        "Friday\n9 of 10 kept, 1 missed, all answered\nSaturday\n5 of 6 kept, 1 partly, all answered",
        "Sunday\n5 of 6 kept, 1 missed, all answered (and 1 not applicable)",
        "Made easier, from Monday 27 April.\nI will be home by six.\nMonday to Friday.\nNotice of 7 days;",
        "Pause from Thursday 19 March to Wednesday 25 March: illness.",
    ):
        assert words in home
    for title in (BILLS, RUN):
        words = person.record_of(by_title[title])
        assert "75 to 85 %\n7 of 10 kept, 1 partly, 1 missed, 1 not answered" in words
    assert "still open, 2 of 3 done." in words
