"""What was promised in the demo's story, and how every day of it was answered, told and repaired."""

from datetime import date, datetime, timedelta

from trustplanner.actions import answers, commitments
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.demo_diary import Diary, Teller, moment_on
from trustplanner.actions.terms import Wording, change_terms, take_back_pending
from trustplanner.actions.views import NOT_ASKED, Heard, note_their_view
from trustplanner.content.demo import ChangeTold, CommitmentTold, DemoStory, MissTold
from trustplanner.content.demo_time import minute_of
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import NOTICE
from trustplanner.domain.schedule_text import from_text
from trustplanner.domain.schedules import Schedule, due_days, is_due, once

VALUES = {"K": Value.KEPT, "P": Value.PARTLY, "M": Value.MISSED, "N": Value.NOT_APPLICABLE}
DONE = "d"
NOTHING = frozenset(".-")
DAYS_A_WEEK = 7
FRIDAY, SUNDAY = 4, 6

# Minutes from midnight
IN_THE_MORNING = 9 * 60 + 10
AFTERNOON = 12 * 60
CATCHING_UP = 20 * 60 + 30
IN_THE_EVENING = 21 * 60 + 5
REPAIRED_BY = 21 * 60 + 20
VARIETY = 19  # how many minutes the usual times of answering lie apart at most

MINUTE = timedelta(minutes=1)
TO_SIT_DOWN = 6 * MINUTE  # from telling a miss to writing it down
FOR_THE_STEPS = 9 * MINUTE
FOR_A_REPAIR = 5 * MINUTE


# The promises


def tell_commitment(diary: Diary, story: DemoStory, key: str) -> None:
    """A commitment from the evening on which it was written, with its changes and all its answers."""
    told = story.commitments[key]

    def make(teller: Teller) -> None:
        wording = Wording(told.will, told.so_that, _schedule(diary, told), _minute(told))
        starts_on = diary.day_if_told(told.starts)
        made = teller.do(commitments.create, told.title, wording, _surroundings(diary, told), starts_on=starts_on)
        diary.ids[key] = made.id

    diary.at(told.when, make)
    for number, change in enumerate(told.changes):
        _tell_change(diary, key, f"{key} {number}", told, change)
    for weeks_ago, marks in told.marks():
        _tell_week(diary, story, key, weeks_ago, marks)
    if told.once:
        _tell_answer(diary, key, diary.day(told.due), told.once, diary.moment(told.answered))


def _schedule(diary: Diary, told: CommitmentTold) -> Schedule:
    return once(diary.day(told.due)) if told.due else from_text(told.schedule)


def _minute(told: CommitmentTold) -> int | None:
    return minute_of(told.at) if told.at else None


def _surroundings(diary: Diary, told: CommitmentTold) -> Surroundings:
    return Surroundings(
        if_cue=told.if_cue,
        then_action=told.then_action,
        sign=told.sign,
        asked_by=told.asked_by,
        asked_on=diary.day_if_told(told.asked_on),
        sureness=told.sureness,
        smallest=told.smallest,
        review_on=diary.day_if_told(told.review_on),
        harm_id=diary.ids[told.harm] if told.harm else None,
        is_event=told.is_event,
    )


def _tell_change(diary: Diary, key: str, change_key: str, told: CommitmentTold, change: ChangeTold) -> None:
    """Other terms or the end, with her view as far as it was heard by then; later it is added."""
    is_heard_later = bool(change.heard) and diary.moment(change.heard) > diary.moment(change.when)
    heard = Heard(change.view, diary.day_if_told(change.heard), change.their_words)
    heard_by_then = NOT_ASKED if is_heard_later else heard

    def change_it(teller: Teller) -> None:
        if change.schedule:
            wording = Wording(change.will, told.so_that, from_text(change.schedule), _minute(told))
            terms = teller.do(
                change_terms,
                diary.ids[key],
                wording,
                said_to_be=change.said_to_be,
                reason=change.reason,
                heard=heard_by_then,
            )
        else:
            terms = teller.do(commitments.end, diary.ids[key], reason=change.reason, heard=heard_by_then)
        diary.numbers[change_key] = (terms and terms.seq) or 0

    diary.at(change.when, change_it)
    diary.at(change.taken_back, lambda teller: teller.do(take_back_pending, diary.ids[key]))
    if is_heard_later:
        diary.at(
            change.heard,
            lambda teller: teller.do(note_their_view, diary.numbers[change_key], heard),
        )
    if change.months:
        due = due_days(from_text(change.schedule), diary.day(change.when) + NOTICE, diary.day(change.until))
        for day, mark in zip(due, change.months, strict=False):  # a month more or less, as the calendar has it
            _tell_answer(diary, key, day, mark, _usual(told, day))


# The days


def _tell_week(diary: Diary, story: DemoStory, key: str, weeks_ago: int, marks: str) -> None:
    told = story.commitments[key]
    for weekday, mark in enumerate(marks[:DAYS_A_WEEK]):
        day = diary.day_of(weeks_ago, weekday)
        is_left_open = key == story.today.open_since_yesterday and day == diary.today - timedelta(days=1)
        if mark in NOTHING or is_left_open or day >= diary.today:
            continue
        if mark == DONE:
            _tell_done(diary, key, day, _usual(told, day))
        else:
            _tell_answer(diary, key, day, mark, _written(diary, story, key, day, mark))
    for mark in marks[DAYS_A_WEEK:]:
        sunday = diary.day_of(weeks_ago, SUNDAY)
        if mark not in NOTHING and marks.count(DONE) < from_text(told.schedule).times:
            _tell_answer(diary, key, sunday, mark, _usual(told, sunday + timedelta(days=1)))


def _tell_answer(diary: Diary, key: str, day: date, mark: str, moment: datetime) -> None:
    value = VALUES[mark.upper()]
    diary.on(moment, lambda teller: teller.do(answers.write, diary.ids[key], day, value))


def _tell_done(diary: Diary, key: str, day: date, moment: datetime) -> None:
    diary.on(moment, lambda teller: teller.do(answers.mark_done, diary.ids[key], day))


def _usual(told: CommitmentTold, day: date) -> datetime:
    return moment_on(day, minute_of(told.usually_answered) + day.toordinal() * DAYS_A_WEEK % VARIETY)


def _written(diary: Diary, story: DemoStory, key: str, day: date, mark: str) -> datetime:
    """When the answer of a day was written.

    Late ones wait for a Sunday on which the week is caught up with. In every second week a Friday evening goes by, and
    Friday is answered on Saturday morning, which is not late.
    """
    if mark.islower():
        days = (SUNDAY - day.weekday()) % DAYS_A_WEEK
        return moment_on(day + timedelta(days if days > 1 else days + DAYS_A_WEEK), CATCHING_UP)
    if mark == "M":
        return _miss_written(diary, story, key, day)
    if mark == "P":
        return moment_on(day, IN_THE_EVENING)
    usual = _usual(story.commitments[key], day)
    is_let_go_by = day.weekday() == FRIDAY and (diary.day_of(0, FRIDAY) - day).days // DAYS_A_WEEK % 2 == 1
    if is_let_go_by and usual > moment_on(day, AFTERNOON):
        return moment_on(day + timedelta(days=1), IN_THE_MORNING)
    return usual


# The misses


def tell_miss(diary: Diary, story: DemoStory, miss: MissTold) -> None:
    """How a miss came out, and the steps after it."""
    day = diary.day(miss.day)
    written = _miss_written(diary, story, miss.what, day)
    told_on, told_minute = day + timedelta(days=miss.days_later), minute_of(miss.at)
    said = max(written, moment_on(told_on, told_minute) + TO_SIT_DOWN) + MINUTE

    def say_at_first(teller: Teller) -> None:
        if miss.at_first is not None:
            teller.do(answers.tell, diary.ids[miss.what], day, miss.at_first)

    if miss.corrected:
        _tell_answer(diary, miss.what, day, "M", written)
    diary.on(written + MINUTE, say_at_first)
    diary.on(said, lambda teller: teller.do(answers.tell, diary.ids[miss.what], day, miss.how, told_on, told_minute))
    if miss.facts:
        _tell_steps(diary, miss, day, said + FOR_THE_STEPS)


def _tell_steps(diary: Diary, miss: MissTold, day: date, moment: datetime) -> None:
    def review(teller: Teller) -> None:
        teller.do(
            answers.review_miss,
            diary.ids[miss.what],
            day,
            facts=miss.facts,
            last_moment=miss.last_moment,
            likelier=frozenset(miss.likelier),
            cost=miss.cost,
            repair=miss.repair,
            adjust=miss.adjust,
            sureness=miss.sureness,
        )
        if miss.repair_in is not None:
            by = day + timedelta(days=miss.repair_in)
            teller.do(answers.plan_repair, diary.ids[miss.what], day, by)

    diary.on(moment, review)
    if miss.repaired_in is not None:
        repaired = day + timedelta(days=miss.repaired_in)
        diary.on(
            max(moment_on(repaired, REPAIRED_BY), moment + FOR_A_REPAIR),
            lambda teller: teller.do(answers.mark_repaired, diary.ids[miss.what], day, repaired),
        )


def _miss_written(diary: Diary, story: DemoStory, key: str, day: date) -> datetime:
    """When a miss was written down: soon after it was told that day, else in the evening; a period's on Monday."""
    miss = next(each for each in story.misses if each.what == key and diary.day(each.day) == day)
    if miss.corrected:
        return diary.moment(miss.corrected)
    if from_text(story.commitments[key].schedule).times:
        return _usual(story.commitments[key], day + timedelta(days=1))
    if miss.days_later:
        return moment_on(day, IN_THE_EVENING)
    return moment_on(day, minute_of(miss.at)) + TO_SIT_DOWN


# The running day


def tell_today(diary: Diary, story: DemoStory) -> None:
    """What this day has brought so far: something kept in the morning, and in the evening a miss, told first."""
    told, today = story.today, diary.today
    _tell_answer(diary, told.kept, today, "K", moment_on(today, minute_of(told.kept_at)))
    if not is_due(from_text(story.commitments[told.missed].schedule), today):
        return
    written = moment_on(today, minute_of(told.told_at)) + TO_SIT_DOWN
    _tell_answer(diary, told.missed, today, "M", written)
    diary.on(
        written,
        lambda teller: teller.do(
            answers.tell, diary.ids[told.missed], today, How.TOLD_FIRST, today, minute_of(told.told_at)
        ),
    )
