"""Their voice in the demo's story, as steps that she takes in a session."""

from trustplanner.actions import their_voice
from trustplanner.actions.demo_diary import Diary, Teller
from trustplanner.content.demo import DemoStory
from trustplanner.content.demo_voice import VoiceTold
from trustplanner.domain.their_voice import Given

CONSENT_WORDING = 1


def tell_voice(diary: Diary, story: DemoStory) -> None:
    """Her consent with the first reading, then each reading in the session of its day; told after the sessions."""
    days = {diary.day(session.when): f"session {number}" for number, session in enumerate(story.sessions)}
    for number, told in enumerate(story.voice):
        _tell_reading(diary, days[diary.day(told.when)], told, is_first=number == 0)


def _tell_reading(diary: Diary, session: str, told: VoiceTold, *, is_first: bool) -> None:
    def give(teller: Teller) -> None:
        if is_first:
            teller.do(their_voice.consent, CONSENT_WORDING)
        if told.three or told.seven:
            teller.do(their_voice.write_anchors, told.three, told.seven)
        teller.do(their_voice.give_reading, Given(told.value, told.words, diary.ids[session]))

    diary.at(told.when, give)
