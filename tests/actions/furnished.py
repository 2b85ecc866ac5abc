"""A vault in the middle of a plan, so that every action has something to act on."""

from dataclasses import dataclass
from datetime import timedelta

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from trustplanner.actions import (
    answers,
    events,
    hard_days,
    harms,
    journal,
    letters,
    offers,
    path,
    pauses,
    payments,
    plans,
    practices,
    sealed,
    sessions,
    setbacks,
    talk_notes,
    their_voice,
    wishes,
)
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.conversations import TalkPlan, plan_talk
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.actions.harms import RepairDetails
from trustplanner.actions.offers import OfferTerms
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.answers import How, Value
from trustplanner.domain.commitments import AskedBy, Reason
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.letters import LETTER_PROMPT, LetterState, SentenceKind
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.schedules import Unit, daily, on_weekdays, times_a
from trustplanner.domain.sealed import UNTOLD
from trustplanner.domain.setbacks import SetbackAct
from trustplanner.domain.wishes import WishKind
from trustplanner.storage.queries.letters import letter_versions

YESTERDAY, TODAY = MONDAY + timedelta(days=13), MONDAY + timedelta(days=14)


@dataclass(frozen=True)
class Room:
    """The ids of what is there. The clock stands on Monday 18 May 2026, two weeks in."""

    daily: str
    weekly: str
    eased: str
    waiting: str
    untouched: str
    harm: str
    repair: str
    payment: str
    wish: str
    limit: str
    offer: str
    session: str
    agenda_line: str
    event: str
    setback: str
    other_setback: str
    own_hard_day: str
    their_hard_day: str
    released_hard_day: str
    path_line: str
    talk: str
    talk_line: str
    agreement: str
    letter: str
    letter_version: int
    letter_step: int
    pause: int
    terms: int


def furnish(runner: Runner, clock: MovedClock) -> Room:
    """Two weeks in: a miss that was told, done-days, a change under notice, a pause to come."""
    do = runner.do
    do("Begin", plans.begin, "Sam", "Ana", Pronoun.SHE)
    harm = do("Harm", harms.add_harm, "She lay awake").result
    owed = RepairDetails(amount=500_00, currency="EUR")
    repair = do("Repair", harms.add_repair, harm.id, "Pay back the deposit", on("06-01"), owed).result
    payment = do("Payment", payments.plan_payment, repair.id, 150_00, on("05-29")).result
    wish = do("Wish", wishes.add_wish, WishKind.ASKED, WishWords("The statements on Sunday")).result
    limit = do("Limit", wishes.add_wish, WishKind.NOT_WANTED, WishWords("Leave my mother out of it", "mother")).result
    do("Lift", wishes.lift, limit.id)
    offer = do("Offer", offers.make_offer, OfferTerms("The statements lie on the table", on("06-30"))).result
    a_day = promise(runner, daily(), surroundings=Surroundings(harm_id=harm.id, sureness=8))
    weekly = promise(runner, times_a(Unit.WEEK, 3), "Phone on the table")
    eased = promise(runner, daily(), "Bills on Sunday")
    waiting = promise(runner, on_weekdays([6]), "Walk together")
    for days in range(13):
        clock.go_to(MONDAY + timedelta(days=days))
        do("Answer", answers.write, a_day.id, runner.now().today, Value.MISSED if days == 12 else Value.KEPT)
    do("Tell", answers.tell, a_day.id, runner.now().today, How.NOT_YET)
    do("Steps", answers.review_miss, a_day.id, runner.now().today, facts="I stayed out")
    clock.go_to(TODAY)
    do("Done", answers.mark_done, weekly.id, TODAY)
    wording = Wording("I will show the bills", "", on_weekdays([6]))
    terms = do("Ease", change_terms, eased.id, wording).result
    untouched = promise(runner, daily(), "Read together")
    pause = do("Pause", pauses.pause, None, on("05-30"), on("06-05"), reason=Reason.CHOICE).result
    session = do("Session", sessions.add_session, on("05-20"), 17 * 60, "Dr Lee").result
    do("Sealed", sealed.begin_note, UNTOLD, "d3JhcHBlZA==", "c2VhbGVk")
    line = do("Agenda", sessions.add_agenda_line, session.id, "The evening of the 16th").result
    do("Voice", their_voice.consent, 1)
    do("Voice", their_voice.write_anchors, "I check everything", "I stop checking")
    event = do("Event", events.add_event, MONDAY, EventKind.DISCLOSURE, "I told her").result
    ours = HardDayWords(HardFor.ME, "The call", on("06-14"), is_yearly=True)
    own_hard_day = do("Hard day", hard_days.add_hard_day, ours).result
    theirs = HardDayWords(HardFor.THEM, "The day she found out", on("06-20"), heard_on=on("05-10"))
    their_hard_day = do("Hard day", hard_days.add_hard_day, theirs).result
    released = do("Hard day", hard_days.add_hard_day, HardDayWords(HardFor.THEM, place="The station")).result
    do("Release", hard_days.release, released.id)
    setback = do("Event", events.add_event, YESTERDAY, EventKind.SETBACK, "I hid it again").result
    do("Act", setbacks.write_act, setback.id, SetbackAct.TELL, "I say it to her tonight")
    other_setback = do("Event", events.add_event, MONDAY, EventKind.SETBACK).result
    do("Away", setbacks.put_away, setback.id)
    do("Write", path.write_answer, "ready.value", "I want to be someone who says it first", "honesty")
    path_line = do("Line", path.add_line, "hurt.words", "I could not sleep", Whose.SAID).result
    talk = do("Talk", plan_talk, TalkPlan("Half an hour about May, or not at all", day=on("05-16"))).result
    talk_line = do("Note", talk_notes.add_talk_line, talk.id, "I waited for you", Whose.SAID).result
    agreement = do("Note", talk_notes.add_agreement, talk.id, "I say when I am late", AskedBy.THEY).result
    do("Practice", practices.write_practice, "stay_silence", "I am here")
    letter = do("Letter", letters.begin_letter).result
    do("Letter", letters.write_letter, letter.id, "I lied. You lay awake.")
    do("Tag", letters.tag_sentence, letter.id, "I lied.", SentenceKind.HAPPENED)
    letter_step = do("Letter", letters.take_step, letter.id, LetterState.READ).result
    do("Letter", letters.write_letter, letter.id, "I lied. You did not sleep.")
    [letter_version] = runner.vault.read(letter_versions, letter.id)
    do("Write", path.write_answer, LETTER_PROMPT, "Ana, I lied.")
    do("Journal", journal.write_entry, YESTERDAY, "A long day")
    do("Draft", plans.keep_draft, "letter", '{"text": "Dear Ana"}')
    do("Setting", plans.set_setting, "look", "dark")
    do("Safety", plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.LEFT_OPEN}, keep_answers=True)
    assert terms is not None
    assert terms.seq is not None
    assert pause.seq is not None
    assert letter_version.seq is not None
    assert letter_step.seq is not None
    return Room(
        daily=a_day.id,
        weekly=weekly.id,
        eased=eased.id,
        waiting=waiting.id,
        untouched=untouched.id,
        harm=harm.id,
        repair=repair.id,
        payment=payment.id,
        wish=wish.id,
        limit=limit.id,
        offer=offer.id,
        session=session.id,
        agenda_line=line.id,
        event=event.id,
        setback=setback.id,
        other_setback=other_setback.id,
        own_hard_day=own_hard_day.id,
        their_hard_day=their_hard_day.id,
        released_hard_day=released.id,
        path_line=path_line.id,
        talk=talk.id,
        talk_line=talk_line.id,
        agreement=agreement.id,
        letter=letter.id,
        letter_version=letter_version.seq,
        letter_step=letter_step.seq,
        pause=pause.seq,
        terms=terms.seq,
    )
