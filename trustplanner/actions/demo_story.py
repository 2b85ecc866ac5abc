"""The story of the demo as steps a person could take: the plan, the path, the amends, the sessions.

What was promised and every day of it stands in `demo_days`. The words and the moments are content: `demo.toml`.
"""

from datetime import datetime

from trustplanner.actions import events, harms, path, pauses, plans, sessions
from trustplanner.actions.demo_around import tell_around
from trustplanner.actions.demo_days import tell_commitment, tell_miss, tell_today
from trustplanner.actions.demo_diary import Diary, Step, Teller, moment_on
from trustplanner.actions.demo_ledger import details_of, tell_ledger, tell_payment
from trustplanner.actions.demo_letters import tell_letters
from trustplanner.actions.demo_talks import tell_talks
from trustplanner.actions.demo_voice import tell_voice
from trustplanner.content.demo import (
    ContactTold,
    DemoStory,
    EventTold,
    HarmTold,
    LineTold,
    PageTold,
    PauseTold,
    RepairTold,
    SafetyTold,
    SessionTold,
    SkippedTold,
)
from trustplanner.content.demo_time import when
from trustplanner.domain.harms import RepairState
from trustplanner.domain.moments import Now
from trustplanner.domain.path import joined
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion, Share
from trustplanner.domain.record import monday_of

FIRST_EVENING = 21 * 60  # minutes from midnight: when the date of the first session is written down
AFTER_A_SESSION = 19 * 60 + 10  # and the dates of the others


def story_steps(story: DemoStory, now: Now) -> list[Step]:
    """Every step of the story up to this moment, in the order of time."""
    diary = Diary(now)
    _tell_plan(diary, story)
    _tell_path(diary, story)
    for key, harm in story.harms.items():
        _tell_harm(diary, key, harm)
    tell_ledger(diary, story)
    for key in story.commitments:
        tell_commitment(diary, story, key)
    for pause in story.pauses:
        _tell_pause(diary, pause)
    for miss in story.misses:
        tell_miss(diary, story, miss)
    _tell_sessions(diary, story)
    tell_voice(diary, story)
    tell_around(diary, story)
    for event in story.events:
        _tell_event(diary, event)
    tell_talks(diary, story)
    tell_letters(diary, story)
    tell_today(diary, story)
    return diary.steps()


def _tell_plan(diary: Diary, story: DemoStory) -> None:
    people = story.people
    for round_of_questions in story.safety:
        _tell_safety(diary, round_of_questions)
    first = story.safety[0].when
    diary.at(
        first,
        lambda teller: teller.do(plans.begin, people.own_name, people.their_name, Pronoun.SHE, people.counsellor),
    )
    diary.at(
        first,
        lambda teller: teller.do(
            plans.choose_kind, people.kind, pattern=Share.YES, hidden=Share.YES, danger=Share.NO, others=Share.YES
        ),
    )
    for contact in story.contact:
        _tell_contact(diary, contact)


def _tell_safety(diary: Diary, told: SafetyTold) -> None:
    answers = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO) | dict.fromkeys(told.yes, SafetyAnswer.YES)
    diary.at(told.when, lambda teller: teller.do(plans.answer_safety, answers, keep_answers=False))


def _tell_contact(diary: Diary, told: ContactTold) -> None:
    diary.at(told.when, lambda teller: teller.do(plans.set_contact, told.contact, note=told.note))


# The path


def _tell_path(diary: Diary, story: DemoStory) -> None:
    for page in story.pages:
        _tell_page(diary, page)
    for skipped in story.skipped:
        _tell_skipped(diary, skipped)
    for line in story.lines:
        _tell_line(diary, line)
    for evening in story.evenings:
        answers = {"day_shaded": evening.shaded, "day_noticed": evening.noticed}
        for prompt, words in answers.items():
            _tell_recurring(diary, evening.when, prompt, words)
        if evening.how_hard is not None:
            _tell_recurring(diary, evening.when, "day_how_hard", choice=str(evening.how_hard))
    for review in story.reviews:
        answers = {
            "week_kept_unseen": review.kept_unseen,
            "week_slipped": review.slipped,
            "week_size": review.size,
            "week_they_said": review.they_said,
            "week_counsellor": review.counsellor,
        }
        for prompt, words in answers.items():
            _tell_recurring(diary, review.when, prompt, words)


def _tell_page(diary: Diary, told: PageTold) -> None:
    diary.at(
        told.when, lambda teller: teller.do(path.write_answer, told.prompt, joined(told.words), choice=told.choice)
    )


def _tell_skipped(diary: Diary, told: SkippedTold) -> None:
    diary.at(told.when, lambda teller: teller.do(path.skip_prompt, told.prompt))


def _tell_line(diary: Diary, told: LineTold) -> None:
    diary.at(told.when, lambda teller: teller.do(path.add_line, told.prompt, told.words, told.whose))


def _tell_recurring(diary: Diary, at: str, prompt: str, words: str = "", choice: str = "") -> None:
    """An answer of the day it was written on, or of its week."""
    day = diary.day(at)
    on = monday_of(day) if prompt.startswith("week_") else day
    if words or choice:
        diary.at(at, lambda teller: teller.do(path.write_answer, prompt, words, choice, on))


# Amends


def _tell_harm(diary: Diary, key: str, told: HarmTold) -> None:
    def name_it(teller: Teller) -> None:
        diary.ids[key] = teller.do(harms.add_harm, told.words).id

    diary.at(told.when, name_it)
    for number, repair in enumerate(told.repairs):
        _tell_repair(diary, key, f"{key} {number}", repair)


def _tell_repair(diary: Diary, harm: str, key: str, told: RepairTold) -> None:
    due = diary.day_if_told(told.due)

    def plan_it(teller: Teller) -> None:
        diary.ids[key] = teller.do(harms.add_repair, diary.ids[harm], told.words, due, details_of(told)).id

    def move_it(teller: Teller) -> None:
        teller.do(harms.change_repair, diary.ids[key], told.words, diary.day(told.moved_to))

    diary.at(told.planned, plan_it)
    diary.at(told.moved, move_it)
    tell_payment(diary, key, told)
    diary.at(told.done, lambda teller: teller.do(harms.set_repair_state, diary.ids[key], RepairState.DONE))
    diary.at(told.let_go, lambda teller: teller.do(harms.set_repair_state, diary.ids[key], RepairState.LET_GO))


def _tell_pause(diary: Diary, told: PauseTold) -> None:
    starts, ends = diary.day(told.starts), diary.day(told.ends)
    diary.at(
        told.when,
        lambda teller: teller.do(
            pauses.pause,
            diary.ids[told.what] if told.what else None,
            starts,
            ends,
            reason=told.reason,
            note=told.note,
        ),
    )


# Sessions and events


def _tell_sessions(diary: Diary, story: DemoStory) -> None:
    """The date of each is written down after the one before, the first on the first evening."""
    set_at = moment_on(diary.day(story.safety[0].when), FIRST_EVENING)
    for number, session in enumerate(story.sessions):
        key, counsellor = f"session {number}", story.people.counsellor
        _tell_date(diary, key, session, counsellor, set_at)
        _tell_agenda(diary, key, session)
        set_at = moment_on(diary.day(session.when), AFTER_A_SESSION)


def _tell_date(diary: Diary, key: str, told: SessionTold, counsellor: str, set_at: datetime) -> None:
    day, minute = diary.day(told.when), when(told.when).minute
    first_day = diary.day_if_told(told.planned) or day

    def set_date(teller: Teller) -> None:
        diary.ids[key] = teller.do(sessions.add_session, first_day, minute, counsellor).id

    def move_it(teller: Teller) -> None:
        teller.do(sessions.change_session, diary.ids[key], day, minute, counsellor)

    diary.on(set_at, set_date)
    diary.at(told.moved, move_it)


def _tell_agenda(diary: Diary, key: str, told: SessionTold) -> None:
    day = diary.day(told.when)

    def note_agenda(teller: Teller) -> None:
        for words in told.agenda:
            teller.do(sessions.add_agenda_line, diary.ids[key], words)
        answers = {"session_show": told.show, "session_avoided": told.avoided, "session_use": told.use}
        for prompt, words in answers.items():
            if words:
                teller.do(path.write_answer, prompt, words, on=day)

    diary.at(told.noted, note_agenda)


def _tell_event(diary: Diary, told: EventTold) -> None:
    day = diary.day(told.day)
    diary.at(told.when, lambda teller: teller.do(events.add_event, day, told.kind, told.words))
