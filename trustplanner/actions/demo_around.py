"""What stands around sessions, hard days and weeks in the demo's story."""

from trustplanner.actions import hard_days, session_notes, sureness
from trustplanner.actions.demo_diary import Diary, Teller
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.content.demo import DemoStory
from trustplanner.content.demo_around import HardDayTold, RatedTold, SureTold
from trustplanner.domain.sureness import AskedIn

RATINGS_WORDING = 1


def tell_around(diary: Diary, story: DemoStory) -> None:
    """Told after the sessions and the commitments, whose ids it needs."""
    days = {diary.day(session.when): f"session {number}" for number, session in enumerate(story.sessions)}
    for rated in story.rated:
        _tell_rated(diary, days[diary.day(rated.session)], rated)
    for hard in story.hard_days:
        _tell_hard_day(diary, hard)
    for sure in story.sure:
        _tell_sureness(diary, sure)


def _tell_rated(diary: Diary, session: str, told: RatedTold) -> None:
    def rate(teller: Teller) -> None:
        for question, value in told.values.items():
            teller.do(session_notes.rate, diary.ids[session], told.around, question, RATINGS_WORDING, value)

    diary.at(told.when, rate)


def _tell_hard_day(diary: Diary, told: HardDayTold) -> None:
    written = HardDayWords(told.whose, told.words, diary.day(told.day))
    diary.at(told.when, lambda teller: teller.do(hard_days.add_hard_day, written))


def _tell_sureness(diary: Diary, told: SureTold) -> None:
    def answer(teller: Teller) -> None:
        key = diary.ids[told.what]
        teller.do(sureness.answer_sureness, key, told.sureness, told.worst_day, AskedIn.WEEK)

    diary.at(told.when, answer)
