"""The talks of the demo's story, as steps a person could take, and what was written to practise."""

from trustplanner.actions import conversations, practices, talk_notes
from trustplanner.actions.conversations import TalkPlan
from trustplanner.actions.demo_diary import Diary, Teller
from trustplanner.content.demo import DemoStory
from trustplanner.content.demo_talks import AgreedTold, PracticeTold, TalkTold
from trustplanner.content.demo_time import minute_of


def tell_talks(diary: Diary, story: DemoStory) -> None:
    """Every invitation with what became of it, after the commitments, and every sentence of practice."""
    for number, talk in enumerate(story.talks):
        _tell_talk(diary, story, f"talk {number}", talk)
    for practice in story.practices:
        _tell_practice(diary, practice)


def _tell_talk(diary: Diary, story: DemoStory, key: str, told: TalkTold) -> None:
    plan = TalkPlan(
        invitation=told.invitation,
        stop_signs=told.stop_signs,
        tempted=told.tempted,
        day=diary.day_if_told(told.day),
        at_minute=minute_of(told.at) if told.at else None,
        minutes=told.minutes,
    )

    def plan_it(teller: Teller) -> None:
        diary.ids[key] = teller.do(conversations.plan_talk, plan).id

    def note_it(teller: Teller) -> None:
        teller.do(conversations.set_talk_state, diary.ids[key], told.became)
        for line in told.lines:
            teller.do(talk_notes.add_talk_line, diary.ids[key], line.words, line.whose)
        if told.not_known:
            teller.do(conversations.write_not_known, diary.ids[key], told.not_known)
        for number, agreed in enumerate(told.agreed):
            made = teller.do(talk_notes.add_agreement, diary.ids[key], agreed.words, agreed.asked_by)
            diary.ids[f"{key} agreed {number}"] = made.id

    diary.at(told.when, plan_it)
    diary.at(told.became_at, note_it)
    for number, agreed in enumerate(told.agreed):
        _tell_commitment(diary, story, f"{key} agreed {number}", agreed)


def _tell_commitment(diary: Diary, story: DemoStory, key: str, told: AgreedTold) -> None:
    """What was agreed knows its commitment as soon as that is written down."""
    if told.commitment:
        diary.at(
            story.commitments[told.commitment].when,
            lambda teller: teller.do(talk_notes.note_commitment, diary.ids[key], diary.ids[told.commitment]),
        )


def _tell_practice(diary: Diary, told: PracticeTold) -> None:
    diary.at(told.when, lambda teller: teller.do(practices.write_practice, told.card, told.words))
