"""A vault with a row of every kind and a value in every field, written through the actions a person has."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from trustplanner.actions import answers, commitments, events, harms, path, pauses, plans, sessions
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms, take_back_pending
from trustplanner.actions.views import Heard, note_their_view_of_pause
from trustplanner.domain.answers import Adjust, How, Value
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import AskedBy, Reason
from trustplanner.domain.conversations import Agreement, Practice, Talk, TalkLine, TalkState
from trustplanner.domain.events import EventKind
from trustplanner.domain.hard_days import HardDay, HardFor
from trustplanner.domain.harms import Payment, RepairState, RepairWay
from trustplanner.domain.journal import EndKind, JournalEntry, PlanEnd
from trustplanner.domain.letters import (
    HintLeft,
    Letter,
    LetterState,
    LetterStep,
    LetterTag,
    LetterVersion,
    SentenceKind,
)
from trustplanner.domain.moments import Now
from trustplanner.domain.offers import Offer, OfferAnswer
from trustplanner.domain.path import Whose, joined
from trustplanner.domain.plans import Contact, Pronoun, SafetyAnswer, SafetyQuestion, Share
from trustplanner.domain.responses import Response, TheirResponse
from trustplanner.domain.schedules import Unit, daily, on_weekdays, once, times_a
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.session_notes import (
    Around,
    Decision,
    Fits,
    SessionDecision,
    SessionNote,
    SessionRating,
    decision_id,
    rating_id,
)
from trustplanner.domain.setbacks import SetbackAct, SetbackStep, setback_step_id
from trustplanner.domain.sureness import AskedIn, SurenessAnswer, WorstDay
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.domain.views import View
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.keys import TEST
from trustplanner.storage.queries.harms import repairs
from trustplanner.storage.queries.sessions import sessions as sessions_in_order
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.storage.vault import Vault

PASSPHRASE = "a test vault’s words"
FIRST_DAY = date(2026, 3, 2)  # a Monday
ZONE = timezone(timedelta(hours=1))
DAYS = 21


class Clock:
    """A clock that is set, not asked."""

    def __init__(self, day: date) -> None:
        self.moment = datetime(day.year, day.month, day.day, 20, 15, 30, 123456, tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.moment

    def to(self, day: date) -> None:
        """The evening of `day`."""
        self.moment = Clock(day).moment


def make_full_vault(folder: Path, first_day: date = FIRST_DAY, name: str = "full.vault") -> Path:
    """Three weeks from `first_day` on, in a closed vault; returns where it lies."""
    place = folder / name
    with Vault.create(place, PASSPHRASE, TEST) as vault:
        clock = Clock(first_day)
        _live(Runner(vault, clock), clock, first_day)
        vault.close(backup=False)
    return place


def _live(runner: Runner, clock: Clock, first: date) -> None:
    _begin(runner, first)
    home, sport, letter = _promise(runner, first)
    for number in range(DAYS):
        day = first + timedelta(number)
        clock.to(day)
        _answer(runner, home, day, number)
        for act in _ON_DAY.get(number, ()):
            act(runner, home, sport, day)
    _pause_and_ease(runner, home, sport, letter, clock.moment.date())
    runner.do("", _write_the_rest, home)


def _begin(runner: Runner, first: date) -> None:
    runner.do("", plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.NO}, keep_answers=True)
    runner.do("", plans.begin, "Sam", "Ana", Pronoun.SHE, "Dr. Novák")
    runner.do("", plans.choose_kind, "small_lies", Share.YES, Share.YES, Share.NO, Share.NO)
    runner.do("", plans.set_contact, Contact.LIMITED, first + timedelta(60), "only by letter")
    runner.do("", plans.set_day_start, 240)
    runner.do("", plans.set_lock_minutes, 7)
    runner.do("", path.write_answer, "ready_value", "Honesty, said to a child: «ďakujem» שלום 🌱", "honesty")
    runner.do("", path.write_answer, "responsibility_sentence", joined(("I lied", "in May", "she paid")))
    runner.do("", path.write_answer, "daily_value", "8", "8", first)
    runner.do("", path.skip_prompt, "ready_who_decides")
    runner.do("", path.add_line, "hurt_words", "“You looked me in the eye.”", Whose.SAID)
    runner.do("", plans.keep_draft, "today", '{"cursor": 3}')


def _write_the_rest(unit: UnitOfWork, now: Now, commitment_id: str) -> None:
    """Rows of every other kind, put as they are: money, wishes, offers, letters, talks, the journal, an end."""
    repair = replace(unit.read(repairs)[0], amount=50_000, currency="EUR", way=RepairWay.DIRECT, advised_by="Ruth")
    unit.put(replace(repair, wants_contact=Share.YES, could_injure=Share.NO))
    letter = Letter("a-letter", "To Ana", "I lied. Twice.", "I walk to the river.", now.today, 0, now.at, now.at)
    talk = Talk(
        "a-talk", TalkState.HELD, now.today, 1080, 20, "Would you …?", "a hand", "the money", "the dog", now.at, now.at
    )
    today = now.today
    rows: list[Entity] = [
        Payment("a-payment", repair.id, 15_000, now.today, now.today, now.at),
        Wish("a-wish", WishKind.NOT_WANTED, "Not him.", "brother", now.today, True, now.today, now.today, 0, now.at),
        Offer("an-offer", "the bill", today, today, today, OfferAnswer.TAKEN, today, "on the table", now.at),
        letter,
        LetterVersion(None, letter.id, "I lied.", now.at),
        LetterStep(None, letter.id, LetterState.READ, now.today, "with Ruth", now.at, now.at),
        LetterTag("a-tag", letter.id, "I lied.", SentenceKind.HAPPENED),
        HintLeft("a-hint", letter.id, "vague", "Twice."),
        talk,
        TalkLine("a-line", talk.id, 0, "“You never asked.”", Whose.SAID, now.today),
        Agreement("an-agreement", talk.id, 0, "home by six", AskedBy.THEY, commitment_id),
        Practice("a-practice", "level_1", now.today, "You waited.", now.at),
        JournalEntry("an-entry", now.today, "Only for me 🌱", now.at),
        SealedNote("untold", "d3JhcHBlZA==", "c2VhbGVk", now.at, now.at),
        PlanEnd(None, EndKind.PARTED, "with decency", now.today, now.at, now.at),
        SurenessAnswer(None, commitment_id, 9, WorstDay.SMALLEST, AskedIn.WEEK, now.at, now.today),
        TheirResponse(None, commitment_id, Response.MATTERS, today, "“I sleep.”", now.at, today),
        HardDay("a-hard-day", HardFor.THEM, today, True, "the station", "the call", today, today, now.at),
        TheirConsent(None, today, 1, now.at),
        Anchors(None, "I check.", "I sleep.", today, now.at),
        Reading(None, today, 4, "“The call comes.”", unit.read(sessions_in_order)[0].id, today, now.at),
        Reading(None, today + timedelta(7), None, "", None, today, now.at),
        *_of_a_session(unit.read(sessions_in_order)[0].id, commitment_id, now),
        HardDay("a-hard-place", HardFor.AGREED, None, False, "the bar", "", None, None, now.at),
    ]
    for row in rows:
        unit.put(row)


def _of_a_session(session_id: str, commitment_id: str, now: Now) -> list[Entity]:
    walked = f"{commitment_id}/{now.today}"
    note = SessionNote(session_id, session_id, Fits.DIFFERENT, "“Later than six.”", walked, "the bus", "Why?", now.at)
    before = rating_id(session_id, Around.BEFORE, "week")
    return [
        note,
        SessionDecision(decision_id(session_id, commitment_id), session_id, commitment_id, Decision.KEPT, now.at),
        SessionRating(before, session_id, Around.BEFORE, "week", 1, 6, now.at),
    ]


def _promise(runner: Runner, first: date) -> tuple[str, str, str]:
    harm = runner.do("", harms.add_harm, "Ana lies awake.").result
    repair = runner.do("", harms.add_repair, harm.id, "Pay for the room.", first + timedelta(10)).result
    runner.do("", harms.set_repair_state, repair.id, RepairState.DONE)
    runner.do("", harms.add_repair, harm.id, "Tell her brother the truth.")
    around = Surroundings(
        if_cue="it is six",
        then_action="I stand up",
        sign="the door",
        asked_by=AskedBy.TOGETHER,
        asked_on=first,
        sureness=8,
        smallest="a message by six",
        review_on=first + timedelta(28),
        harm_id=harm.id,
        is_line=True,
    )
    home = runner.do(
        "", commitments.create, "Home by six", Wording("be home by six", "she need not wait", daily(), 18 * 60), around
    ).result
    sport = runner.do(
        "", commitments.create, "Sport", Wording("go running", "", times_a(Unit.WEEK, 2)), Surroundings()
    ).result
    letter = runner.do(
        "",
        commitments.create,
        "Letter",
        Wording("write to her brother", "", once(first + timedelta(40))),
        Surroundings(is_event=False),
    ).result
    return home.id, sport.id, letter.id


def _answer(runner: Runner, home: str, day: date, number: int) -> None:
    """Kept on most days, missed on the tenth, partly now and then, nothing on days 4 and 5, late on day 8 for 5."""
    if number in (4, 5):
        return
    value = Value.MISSED if number == 9 else Value.PARTLY if number % 6 == 2 else Value.KEPT
    runner.do("", answers.write, home, day, value)


def _tell(runner: Runner, home: str, sport: str, day: date) -> None:
    runner.do("", answers.tell, home, day, How.NOT_YET)
    runner.do(
        "",
        answers.review_miss,
        home,
        day,
        facts="I stayed for one more.",
        last_moment="the second round",
        likelier=frozenset({"tired", "alcohol"}),
        cost="She ate alone.",
        repair="Tell her, cook tomorrow.",
        adjust=Adjust.SHRINK,
        sureness=6,
    )
    runner.do("", answers.plan_repair, home, day, day + timedelta(1))


def _tell_later(runner: Runner, home: str, sport: str, day: date) -> None:
    runner.do("", answers.tell, home, day - timedelta(1), How.TOLD_FIRST, day, 7 * 60 + 30)
    runner.do("", answers.mark_repaired, home, day - timedelta(1), day)


def _answer_late(runner: Runner, home: str, sport: str, day: date) -> None:
    runner.do("", answers.write, home, day - timedelta(3), Value.NOT_APPLICABLE)
    runner.do("", answers.write, home, day - timedelta(6), Value.MISSED)
    runner.do("", answers.clear, home, day - timedelta(6))


def _run(runner: Runner, home: str, sport: str, day: date) -> None:
    runner.do("", answers.mark_done, sport, day)


def _take_run_back(runner: Runner, home: str, sport: str, day: date) -> None:
    runner.do("", answers.take_back_done, sport, day - timedelta(1))


def _meet(runner: Runner, home: str, sport: str, day: date) -> None:
    session = runner.do("", sessions.add_session, day + timedelta(2), 17 * 60 + 5, "Dr. Novák").result
    runner.do("", sessions.add_agenda_line, session.id, "the evening of the 11th")
    runner.do("", sessions.add_session, day, None, "")
    setback = runner.do("", events.add_event, day, EventKind.SETBACK, "an old message").result
    runner.do("", _write_act, setback.id)


def _write_act(unit: UnitOfWork, now: Now, event_id: str) -> None:
    key = setback_step_id(event_id, SetbackAct.TELL)
    words = "I tell her at supper."
    unit.put(SetbackStep(key, event_id, SetbackAct.TELL, words, now.today, 1140, now.today, 1150, now.at))


_Act = Callable[[Runner, str, str, date], None]
_ON_DAY: dict[int, tuple[_Act, ...]] = {
    1: (_run,),
    3: (_run,),
    8: (_answer_late, _run),
    9: (_tell, _take_run_back),
    10: (_tell_later, _run),
    12: (_meet,),
}


def _pause_and_ease(runner: Runner, home: str, sport: str, letter: str, today: date) -> None:
    heard = Heard(View.DISAGREES, today, "“I would rather you did not.”")
    runner.do("", change_terms, home, Wording("be home by seven", "", on_weekdays([0, 2]), 19 * 60))
    runner.do("", take_back_pending, home)
    runner.do(
        "",
        change_terms,
        home,
        Wording("be home by seven", "", on_weekdays([0, 2]), 19 * 60),
        heard=heard,
    )
    paused = runner.do(
        "",
        pauses.pause,
        sport,
        today,
        today + timedelta(9),
        reason=Reason.ILLNESS,
        note="a fever",
        looks_again=True,
        heard=heard,
    ).result
    runner.do("", note_their_view_of_pause, paused.seq or 0, Heard(View.AGREES, today, "“Get well.”"))
    every = runner.do("", pauses.pause, None, today + timedelta(30), today + timedelta(37), reason=Reason.CHOICE).result
    runner.do("", pauses.resume, every.seq or 0)
    runner.do("", commitments.end, letter, Reason.THEIR_WISH)
