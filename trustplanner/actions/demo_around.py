"""What stands around the sessions in the demo's story: the four lines, and a day that was agreed as hard."""

from trustplanner.actions import hard_days, session_notes
from trustplanner.actions.demo_diary import Diary, Teller
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.content.demo import DemoStory
from trustplanner.content.demo_around import AgreedDayTold, RatedTold
from trustplanner.domain.hard_days import HardFor

RATINGS_WORDING = 1


def tell_around(diary: Diary, story: DemoStory) -> None:
    """Told after the sessions, whose ids it needs."""
    days = {diary.day(session.when): f"session {number}" for number, session in enumerate(story.sessions)}
    for rated in story.rated:
        _tell_rated(diary, days[diary.day(rated.session)], rated)
    for agreed in story.agreed_days:
        _tell_agreed_day(diary, agreed)


def _tell_rated(diary: Diary, session: str, told: RatedTold) -> None:
    def rate(teller: Teller) -> None:
        for question, value in told.values.items():
            teller.do(session_notes.rate, diary.ids[session], told.around, question, RATINGS_WORDING, value)

    diary.at(told.when, rate)


def _tell_agreed_day(diary: Diary, told: AgreedDayTold) -> None:
    written = HardDayWords(HardFor.AGREED, told.words, diary.day(told.day))
    diary.at(told.when, lambda teller: teller.do(hard_days.add_hard_day, written))
