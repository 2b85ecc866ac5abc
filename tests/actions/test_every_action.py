"""What holds for every action: it can be undone and done again, and it changes nothing when it is refused."""

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest

from tests.actions.conftest import Snapshot
from tests.actions.furnished import TODAY, YESTERDAY, Room
from tests.builders import on
from trustplanner import actions
from trustplanner.actions import (
    answers,
    commitments,
    conversations,
    events,
    finishing,
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
    reminders,
    repeated_misses,
    responses,
    sealed,
    session_notes,
    sessions,
    setbacks,
    sureness,
    talk_notes,
    their_voice,
    whole_days,
    wishes,
)
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.conversations import TalkPlan
from trustplanner.actions.hard_days import HardDayWords
from trustplanner.actions.harms import RepairDetails
from trustplanner.actions.offers import OfferTerms
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms, take_back_pending
from trustplanner.actions.undo import UndoStack
from trustplanner.actions.views import Heard, note_their_view, note_their_view_of_pause
from trustplanner.actions.wishes import WishWords
from trustplanner.domain.answers import Adjust, How, Value
from trustplanner.domain.change import Change
from trustplanner.domain.commitments import AskedBy, Direction, Reason
from trustplanner.domain.conversations import TalkState
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardFor
from trustplanner.domain.harms import RepairState
from trustplanner.domain.journal import EndKind
from trustplanner.domain.letters import LetterState, SentenceKind
from trustplanner.domain.offers import OfferAnswer
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion, Share
from trustplanner.domain.reminders import Occurrence, Reminders, Says, Slot
from trustplanner.domain.responses import Response
from trustplanner.domain.schedules import daily
from trustplanner.domain.sealed import UNTOLD
from trustplanner.domain.session_notes import Around, Decision, Fits, NotePart
from trustplanner.domain.setbacks import SetbackAct
from trustplanner.domain.sureness import AskedIn, WorstDay
from trustplanner.domain.their_voice import Given
from trustplanner.domain.views import View
from trustplanner.domain.wishes import WishKind

Case = tuple[Callable[..., Any], Callable[[Room], tuple[Any, ...]], dict[str, Any]]
NAMES = [each.name for each in iter_modules(actions.__path__) if not each.name.startswith("demo")]
MODULES: list[ModuleType] = [import_module(f"{actions.__name__}.{name}") for name in NAMES]
HEARD = Heard(View.DISAGREES, TODAY, "It feels like before")
WORDING = Wording("I will call at six", "you can plan", daily(), 18 * 60)
SATURDAY = on("05-16")


def case(action: Callable[..., Any], arguments: Callable[[Room], tuple[Any, ...]], **given: Any) -> Any:
    return pytest.param(action, arguments, given, id=f"{action.__module__.rsplit('.', 1)[-1]}.{action.__name__}")


CASES = [
    case(answers.write, lambda room: (room.daily, TODAY, Value.PARTLY)),
    case(whole_days.write_all, lambda _: (TODAY, Value.MISSED)),
    case(whole_days.write_not_applicable, lambda _: (YESTERDAY, TODAY)),
    case(answers.clear, lambda room: (room.daily, SATURDAY)),
    case(answers.mark_done, lambda room: (room.weekly, YESTERDAY)),
    case(answers.take_back_done, lambda room: (room.weekly, TODAY)),
    case(answers.tell, lambda room: (room.daily, SATURDAY, How.WHEN_ASKED, YESTERDAY, 9 * 60)),
    case(answers.review_miss, lambda room: (room.daily, SATURDAY), adjust=Adjust.SHRINK, sureness=7),
    case(answers.plan_repair, lambda room: (room.daily, SATURDAY, on("05-20"))),
    case(answers.mark_repaired, lambda room: (room.daily, SATURDAY, TODAY)),
    case(commitments.create, lambda _: ("Call", WORDING, Surroundings())),
    case(commitments.create, lambda _: ("Call", WORDING, Surroundings()), waits=True),
    case(commitments.describe, lambda room: (room.daily, "Ring her", Surroundings(sign="A ring", is_line=True))),
    case(change_terms, lambda room: (room.eased, WORDING), said_to_be=Direction.EASIER, heard=HEARD),
    case(commitments.let_wait, lambda room: (room.daily,)),
    case(commitments.let_wait_for_contact, lambda room: ([room.daily, room.weekly],)),
    case(commitments.end, lambda room: (room.eased,), reason=Reason.THEIR_WISH, heard=HEARD),
    case(take_back_pending, lambda room: (room.eased,)),
    case(note_their_view, lambda room: (room.terms, HEARD)),
    case(pauses.pause, lambda room: (room.daily, TODAY, on("05-22")), reason=Reason.ILLNESS, looks_again=True),
    case(note_their_view_of_pause, lambda room: (room.pause, HEARD)),
    case(pauses.resume, lambda room: (room.pause,)),
    case(commitments.delete, lambda room: (room.untouched,)),
    case(conversations.plan_talk, lambda _: (TalkPlan("Half an hour, or not", minutes=30),)),
    case(conversations.change_talk, lambda room: (room.talk, TalkPlan("Twenty minutes", "", "", TODAY, 600, 20))),
    case(conversations.set_talk_state, lambda room: (room.talk, TalkState.DECLINED)),
    case(conversations.write_not_known, lambda room: (room.talk, "That she had asked her sister")),
    case(conversations.delete_talk, lambda room: (room.talk,)),
    case(talk_notes.add_talk_line, lambda room: (room.talk, "I waited", Whose.SAID)),
    case(talk_notes.change_talk_line, lambda room: (room.talk_line, "I waited until ten", Whose.GUESS)),
    case(talk_notes.delete_talk_line, lambda room: (room.talk_line,)),
    case(talk_notes.add_agreement, lambda room: (room.talk, "Bills on Sunday", AskedBy.TOGETHER)),
    case(talk_notes.change_agreement, lambda room: (room.agreement, "I ring at six", AskedBy.NOBODY)),
    case(talk_notes.delete_agreement, lambda room: (room.agreement,)),
    case(talk_notes.note_commitment, lambda room: (room.agreement, room.daily)),
    case(practices.write_practice, lambda _: ("stay_tears", "Take your time")),
    case(practices.write_practice, lambda _: ("stay_silence", "")),
    case(events.add_event, lambda _: (TODAY, EventKind.SETBACK, "I hid it again")),
    case(events.change_event, lambda room: (room.event, YESTERDAY, EventKind.APOLOGY, "")),
    case(events.delete_event, lambda room: (room.event,)),
    case(hard_days.add_hard_day, lambda _: (HardDayWords(HardFor.ME, "The call", TODAY, is_yearly=True),)),
    case(hard_days.change_hard_day, lambda room: (room.own_hard_day, HardDayWords(HardFor.AGREED, place="The bar"))),
    case(hard_days.release, lambda room: (room.their_hard_day, YESTERDAY)),
    case(hard_days.keep_again, lambda room: (room.released_hard_day,)),
    case(hard_days.delete_hard_day, lambda room: (room.own_hard_day,)),
    case(events.delete_event, lambda room: (room.setback,)),
    case(setbacks.begin_with_act, lambda _: (TODAY, SetbackAct.TELL, "I say it to her tonight")),
    case(setbacks.write_act, lambda room: (room.setback, SetbackAct.STOP, "I put the phone in the drawer")),
    case(setbacks.write_act, lambda room: (room.setback, SetbackAct.TELL, "")),
    case(setbacks.plan_act, lambda room: (room.setback, SetbackAct.TELL, TODAY, 20 * 60)),
    case(setbacks.mark_act, lambda room: (room.setback, SetbackAct.STOP, YESTERDAY, 8 * 60)),
    case(setbacks.put_away, lambda room: (room.other_setback,)),
    case(setbacks.take_up_again, lambda room: (room.setback,)),
    case(repeated_misses.leave_for_now, lambda room: (room.daily, SATURDAY)),
    case(repeated_misses.take_repeats_to_session, lambda room: (room.daily, SATURDAY, room.session, "Call when late")),
    case(sureness.answer_sureness, lambda room: (room.daily, 6, WorstDay.SMALLEST, AskedIn.REVIEW)),
    case(sureness.answer_review, lambda room: (room.daily, 6, WorstDay.NOTHING, "A message by six", on("06-15"))),
    case(sureness.look_again, lambda room: (room.daily, on("06-15"))),
    case(sureness.write_smallest, lambda room: (room.daily, "A message by six")),
    case(responses.hear_response, lambda room: (room.daily, Response.MATTERS, YESTERDAY, "It helps")),
    case(responses.hear_response, lambda room: (room.eased, Response.PLEASE_STOP)),
    case(harms.add_harm, lambda _: ("She stopped asking",)),
    case(harms.reword_harm, lambda room: (room.harm, "She lay awake for weeks")),
    case(harms.delete_harm, lambda room: (room.harm,)),
    case(harms.add_repair, lambda room: (room.harm, "Cancel the card")),
    case(harms.change_repair, lambda room: (room.repair, "Pay it all back", None)),
    case(harms.set_repair_state, lambda room: (room.repair, RepairState.DONE)),
    case(harms.delete_repair, lambda room: (room.repair,)),
    case(journal.write_entry, lambda _: (TODAY, "The first quiet evening")),
    case(journal.write_entry, lambda _: (YESTERDAY, "")),
    case(journal.delete_entry, lambda _: (YESTERDAY,)),
    case(finishing.finish_plan, lambda _: (EndKind.PARTED, "We both go on", YESTERDAY)),
    case(letters.begin_letter, lambda _: (), is_ahead=True),
    case(letters.bring_over, lambda _: ()),
    case(letters.write_ahead, lambda room: (room.letter,)),
    case(letters.write_letter, lambda room: (room.letter, "I lied to you. You did not sleep.")),
    case(letters.take_words_back, lambda room: (room.letter, room.letter_version)),
    case(letters.rename_letter, lambda room: (room.letter, "The short one")),
    case(letters.plan_for_no, lambda room: (room.letter, "Go to work, ring my brother")),
    case(letters.delete_letter, lambda room: (room.letter,)),
    case(letters.tag_sentence, lambda room: (room.letter, "You did not sleep.", SentenceKind.EFFECT)),
    case(letters.tag_sentence, lambda room: (room.letter, "I lied.", None)),
    case(letters.leave_hint, lambda room: (room.letter, "vague", "I lied.")),
    case(letters.take_step, lambda room: (room.letter, LetterState.OFFERED, YESTERDAY, "On the table")),
    case(letters.take_step_back, lambda room: (room.letter_step,)),
    case(harms.add_repair, lambda room: (room.harm, "Pay", None, RepairDetails(amount=1, currency="JPY"))),
    case(payments.plan_payment, lambda room: (room.repair, 350_00, on("06-29"))),
    case(payments.change_payment, lambda room: (room.payment, 100_00, None)),
    case(payments.mark_paid, lambda room: (room.payment, YESTERDAY)),
    case(payments.delete_payment, lambda room: (room.payment,)),
    case(wishes.add_wish, lambda _: (WishKind.NOT_WANTED, WishWords("No calls", "calls", is_guess=True))),
    case(wishes.change_wish, lambda room: (room.wish, WishWords("The statements on Saturday"))),
    case(wishes.lift, lambda room: (room.wish, YESTERDAY)),
    case(wishes.hold_again, lambda room: (room.limit,)),
    case(wishes.delete_wish, lambda room: (room.wish,)),
    case(offers.make_offer, lambda _: (OfferTerms("My plan of the week on the door", on("06-01"), on("05-25")),)),
    case(offers.change_offer, lambda room: (room.offer, OfferTerms("The bills lie on the table", on("06-01")))),
    case(offers.note_answer, lambda room: (room.offer, OfferAnswer.DECLINED)),
    case(offers.take_back, lambda room: (room.offer,)),
    case(offers.delete_offer, lambda room: (room.offer,)),
    case(path.open_prompt, lambda _: ("ready.over",)),
    case(path.write_answer, lambda _: ("ready.value", "I want to be honest")),
    case(path.write_if_then, lambda _: ("amends.plan", "I feel the urge to look\x1fI go for a walk")),
    case(path.skip_prompt, lambda _: ("ready.value",)),
    case(path.add_line, lambda _: ("hurt.words", "I guess she felt alone", Whose.GUESS)),
    case(path.finish_line, lambda _: ("ready.value", "I guess she felt alone", Whose.GUESS)),
    case(path.change_line, lambda room: (room.path_line, "I could not sleep at all", Whose.GUESS)),
    case(path.delete_line, lambda room: (room.path_line,)),
    case(plans.begin, lambda _: ("Sam", "Anna", Pronoun.THEY, "Dr Lee")),
    case(plans.choose_kind, lambda _: ("secret_debt", Share.YES), others=Share.NO),
    case(plans.set_contact, lambda _: (Contact.LIMITED, on("06-30"), "only in writing")),
    case(plans.answer_safety, lambda _: ({SafetyQuestion.FEAR: SafetyAnswer.NO},), keep_answers=True),
    case(plans.forget_safety_answers, lambda _: ()),
    case(plans.begin_first_run, lambda _: ("Sam", "Anna", Pronoun.THEY)),
    case(plans.set_day_start, lambda _: (5 * 60,)),
    case(plans.set_lock_minutes, lambda _: (10,)),
    case(plans.set_setting, lambda _: ("look", "light")),
    case(plans.keep_draft, lambda _: ("letter", '{"text": "Dear"}')),
    case(plans.keep_draft, lambda _: ("letter", "")),
    case(reminders.set_reminders, lambda _: (Reminders(is_on=True, says=Says.OWN, own_words="Tea"),)),
    case(reminders.note_reminded, lambda _: ([Occurrence(TODAY, Slot.EVENING)],)),
    case(reminders.leave_reminder, lambda _: (Occurrence(TODAY, Slot.EVENING),)),
    case(sealed.begin_note, lambda _: ("another", "d3JhcHBlZA==", "c2VhbGVk")),
    case(sealed.write_note, lambda _: (UNTOLD, "c2VhbGVkIGFnYWlu")),
    case(sealed.remove_note, lambda _: (UNTOLD,)),
    case(sealed.take_to_session, lambda room: (room.session, "Something I have not said yet")),
    case(their_voice.write_anchors, lambda _: ("I ask twice", "I believe it at once")),
    case(their_voice.give_reading, lambda room: (Given(4, "Two calls came", room.session),)),
    case(their_voice.give_reading, lambda _: (Given(None),)),
    case(their_voice.seal_voice, lambda _: ("d3JhcHBlZA==", "c2VhbGVk")),
    case(their_voice.withdraw, lambda _: ()),
    case(session_notes.say_fits, lambda room: (room.session, Fits.DIFFERENT)),
    case(session_notes.write_session_note, lambda room: (room.session, NotePart.QUESTIONS, "Who rings whom?")),
    case(session_notes.write_session_note, lambda room: (room.session, NotePart.FITS, "The 12th was late")),
    case(session_notes.choose_walked, lambda room: (room.session, room.daily, YESTERDAY)),
    case(session_notes.decide, lambda room: (room.session, room.daily, Decision.CHANGED)),
    case(session_notes.end_in_session, lambda room: (room.session, room.daily)),
    case(session_notes.rate, lambda room: (room.session, Around.BEFORE, "week", 1, 4)),
    case(sessions.add_session, lambda _: (TODAY, None, "Dr Lee")),
    case(sessions.change_session, lambda room: (room.session, on("05-21"), None, "both")),
    case(sessions.delete_session, lambda room: (room.session,)),
    case(sessions.add_agenda_line, lambda room: (room.session, "The letter")),
    case(sessions.reword_agenda_line, lambda room: (room.agenda_line, "The 16th")),
    case(sessions.delete_agenda_line, lambda room: (room.agenda_line,)),
]
# Undone by an answer that says again what held before, see test_undo.
WITH_ANOTHER_SCENE = {
    their_voice.consent,
    their_voice.write_sealed_voice,
    finishing.take_finish_back,
    commitments.activate,
    pauses.lengthen_pause,
    answers.take_back_row,
}


def actions_of(module: ModuleType) -> list[Callable[..., Any]]:
    """The public functions whose first arguments are the unit of work and the moment."""
    return [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and list(inspect.signature(function).parameters)[:2] == ["unit", "now"]
    ]


def test_no_action_is_missing_here() -> None:
    every = {action for module in MODULES for action in actions_of(module)}
    assert every == {case.values[0] for case in CASES} | WITH_ANOTHER_SCENE


def run(runner: Runner, action: Callable[..., Any], arguments: tuple[Any, ...], given: dict[str, Any]) -> Any:
    return runner.do("Action", action, *arguments, **given)


@pytest.mark.parametrize(("action", "arguments", "given"), CASES)
def test_an_action_undone_as_a_slip_leaves_everything_as_it_was_and_can_be_done_again(
    action: Callable[..., Any],
    arguments: Callable[[Room], tuple[Any, ...]],
    given: dict[str, Any],
    runner: Runner,
    room: Room,
    snapshot: Snapshot,
) -> None:
    stack = UndoStack()
    before = snapshot()
    change = run(runner, action, arguments(room), given).change
    stack.push(change)
    after = snapshot()
    assert number_of_sides(change) == number_of_differences(before, after) > 0, "it says all that it changed"
    stack.undo(runner, is_slip=True)
    assert snapshot() == before
    with pytest.raises(RuleError) as refused:
        runner.undo(change, is_slip=True)
    assert refused.value.code is Code.CHANGED_SINCE
    assert snapshot() == before
    stack.redo(runner)
    assert snapshot() == after
    stack.undo(runner, is_slip=True)
    assert snapshot() == before


def number_of_sides(change: Change) -> int:
    return sum((edit.before is not None) + (edit.after is not None) for edit in change.edits)


def number_of_differences(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> int:
    return sum(len(set(before[name]) ^ set(after[name])) for name in before)


REFUSALS = [
    (answers.write, lambda room: (room.daily, TODAY.replace(day=19), Value.KEPT), Code.FUTURE_DAY),
    (answers.write, lambda _: ("nobody", TODAY, Value.KEPT), Code.NOT_FOUND),
    (answers.clear, lambda room: (room.daily, TODAY), Code.NOT_DUE),
    (whole_days.write_all, lambda _: (on("05-19"), Value.KEPT), Code.FUTURE_DAY),
    (hard_days.delete_hard_day, lambda room: (room.their_hard_day,), Code.HARD_DAY_STAYS),
    (answers.tell, lambda room: (room.daily, YESTERDAY, How.TOLD_FIRST), Code.NOT_MISSED),
    (commitments.create, lambda _: ("", WORDING, Surroundings()), Code.WORDS_MISSING),
    (commitments.describe, lambda _: ("nobody", "Call", Surroundings()), Code.NOT_FOUND),
    (change_terms, lambda _: ("nobody", WORDING), Code.NOT_FOUND),
    (commitments.let_wait, lambda room: (room.waiting,), Code.ALREADY_ENDED),
    (commitments.activate, lambda room: (room.waiting,), Code.THREE_ACTIVE),
    (commitments.activate, lambda room: (room.daily,), Code.ALREADY_STARTED),
    (take_back_pending, lambda room: (room.daily,), Code.ALREADY_STARTED),
    (commitments.delete, lambda room: (room.daily,), Code.ALREADY_STARTED),
    (events.add_event, lambda _: (on("05-19"), EventKind.SETBACK), Code.FUTURE_DAY),
    (setbacks.write_act, lambda room: (room.event, SetbackAct.STOP, "I stop"), Code.NOT_FOUND),
    (setbacks.mark_act, lambda room: (room.setback, SetbackAct.STOP, on("05-19")), Code.FUTURE_DAY),
    (setbacks.put_away, lambda room: (room.event,), Code.NOT_FOUND),
    (sureness.answer_sureness, lambda _: ("nobody", 8, None, AskedIn.WEEK), Code.NOT_FOUND),
    (sureness.look_again, lambda room: (room.daily, TODAY), Code.DATE_IMPOSSIBLE),
    (responses.hear_response, lambda room: (room.daily, Response.MATTERS, on("05-19")), Code.FUTURE_DAY),
    (conversations.plan_talk, lambda _: (TalkPlan("A talk", minutes=1),), Code.TALK_LENGTH_IMPOSSIBLE),
    (talk_notes.add_talk_line, lambda _: ("nobody", "I waited", Whose.SAID), Code.NOT_FOUND),
    (harms.add_harm, lambda _: (" \n",), Code.WORDS_MISSING),
    (harms.add_repair, lambda _: ("nobody", "Pay"), Code.NOT_FOUND),
    (path.add_line, lambda _: ("hurt.words", "", Whose.SAID), Code.WORDS_MISSING),
    (plans.begin, lambda _: ("Sam", "", Pronoun.SHE), Code.WORDS_MISSING),
    (plans.set_day_start, lambda _: (361,), Code.DAY_START_IMPOSSIBLE),
    (plans.set_lock_minutes, lambda _: (0,), Code.LOCK_TIME_IMPOSSIBLE),
    (reminders.set_reminders, lambda _: (Reminders(says=Says.OWN, own_words="Ring Ana"),), Code.REMINDER_GIVES_AWAY),
    (reminders.set_reminders, lambda _: (Reminders(own_words="a" * 61),), Code.WORDS_TOO_LONG),
    (their_voice.give_reading, lambda _: (Given(11),), Code.READING_IMPOSSIBLE),
    (their_voice.write_anchors, lambda _: ("a" * 61, ""), Code.WORDS_TOO_LONG),
    (their_voice.write_sealed_voice, lambda _: ("c2VhbGVk",), Code.NOT_FOUND),
    (session_notes.say_fits, lambda _: ("nobody", Fits.FITS), Code.NOT_FOUND),
    (
        session_notes.write_session_note,
        lambda room: (room.session, NotePart.WALKED, "a" * 50_001),
        Code.ANSWER_TOO_LONG,
    ),
    (session_notes.decide, lambda room: (room.session, "nobody", Decision.KEPT), Code.NOT_FOUND),
    (session_notes.decide, lambda room: (room.session, room.daily, None), Code.NOT_FOUND),
    (session_notes.rate, lambda room: (room.session, Around.AFTER, "heard", 1, 11), Code.READING_IMPOSSIBLE),
    (sessions.add_session, lambda _: (on("1969-12-31"), None, ""), Code.DATE_IMPOSSIBLE),
    (sessions.add_agenda_line, lambda _: ("nobody", "Talk"), Code.NOT_FOUND),
]


@pytest.mark.parametrize(
    ("action", "arguments", "code"),
    [pytest.param(*refusal, id=f"{refusal[0].__name__}-{refusal[2]}") for refusal in REFUSALS],
)
def test_a_refused_action_changes_nothing(
    action: Callable[..., Any],
    arguments: Callable[[Room], tuple[Any, ...]],
    code: Code,
    runner: Runner,
    room: Room,
    snapshot: Snapshot,
) -> None:
    before = snapshot()
    with pytest.raises(RuleError) as refused:
        run(runner, action, arguments(room), {})
    assert refused.value.code is code
    assert snapshot() == before
