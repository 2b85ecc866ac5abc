"""Their voice: agreed to first, once a week at most, sealed or taken back whole; nobody else's entry ever is one."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from trustplanner.actions import plans, sealed, sessions, their_voice
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import Contact, Plan, SafetyAnswer, SafetyQuestion
from trustplanner.domain.session_notes import Fits, SessionNote
from trustplanner.domain.their_voice import (
    LONGEST_SAID,
    SEALED_VOICE,
    Given,
    TheirVoice,
    voice_from_text,
    voice_to_text,
)
from trustplanner.storage.queries.sealed import sealed_note
from trustplanner.storage.queries.sessions import session_note
from trustplanner.storage.queries.their_voice import their_consent
from trustplanner.storage.queries.their_voice import their_voice as every_word
from trustplanner.storage.sealing import new_seal, open_seal
from trustplanner.storage.unit_of_work import UnitOfWork

GIVING = (
    (their_voice.consent, (1,)),
    (their_voice.write_anchors, ("I ask twice", "")),
    (their_voice.give_reading, (Given(4),)),
    (their_voice.seal_voice, ("d3JhcHBlZA==", "c2VhbGVk")),
    (their_voice.write_sealed_voice, ("c2VhbGVk",)),
)


def refused(runner: Runner, action: Callable[..., Any], *arguments: Any) -> Code:
    with pytest.raises(RuleError) as error:
        runner.do("Action", action, *arguments)
    return error.value.code


def agree(runner: Runner) -> None:
    runner.do("", their_voice.consent, 1)


def give(runner: Runner, value: int | None, words: str = "", session_id: str | None = None) -> None:
    runner.do("", their_voice.give_reading, Given(value, words, session_id))


def voice(runner: Runner) -> TheirVoice:
    return runner.vault.read(every_word)


@pytest.mark.parametrize(("action", "arguments"), GIVING[1:])
def test_nothing_is_written_before_they_agree(
    action: Callable[..., Any], arguments: tuple[Any, ...], runner: Runner, plan: Plan
) -> None:
    assert refused(runner, action, *arguments) is Code.NOT_CONSENTED


def test_agreeing_once_more_changes_nothing(runner: Runner, clock: MovedClock, plan: Plan) -> None:
    agree(runner)
    first = runner.vault.read(their_consent)
    clock.go_to(on("05-20"))
    agree(runner)
    assert runner.vault.read(their_consent) == first


@pytest.mark.parametrize(("action", "arguments"), GIVING)
def test_where_they_are_not_in_the_room_nothing_is_asked_of_them(
    action: Callable[..., Any], arguments: tuple[Any, ...], runner: Runner, plan: Plan
) -> None:
    agree(runner)
    runner.do("", plans.set_contact, Contact.NONE, None, "")
    assert refused(runner, action, *arguments) is Code.NO_CONTACT_WANTED
    runner.do("", plans.answer_safety, {SafetyQuestion.STILL_HIDDEN: SafetyAnswer.YES}, keep_answers=False)
    assert refused(runner, action, *arguments) is Code.ENDING_FIRST
    runner.do("", plans.answer_safety, {SafetyQuestion.FEAR: SafetyAnswer.YES}, keep_answers=False)
    assert refused(runner, action, *arguments) is Code.STOPPED
    runner.do("", their_voice.withdraw)
    assert runner.vault.read(their_consent) is None, "taking back is open at any time"


def test_a_week_lies_between_two_readings_and_one_day_may_be_answered_anew(
    runner: Runner, clock: MovedClock, plan: Plan
) -> None:
    agree(runner)
    give(runner, 3, " Two calls came ")
    give(runner, None)
    [reading] = voice(runner).readings
    assert (reading.day, reading.value, reading.words) == (MONDAY, None, "")
    clock.go_to(on("05-10"))
    assert refused(runner, their_voice.give_reading, Given(4)) is Code.READING_TOO_SOON
    clock.go_to(on("05-11"))
    give(runner, 4)
    assert [each.value for each in voice(runner).readings] == [None, 4]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Given(-1), Code.READING_IMPOSSIBLE),
        (Given(11), Code.READING_IMPOSSIBLE),
        (Given(4, "a" * (LONGEST_SAID + 1)), Code.WORDS_TOO_LONG),
    ],
)
def test_readings_out_of_range_and_endless_words_are_refused(
    given: Given, code: Code, runner: Runner, plan: Plan
) -> None:
    agree(runner)
    assert refused(runner, their_voice.give_reading, given) is code
    assert voice(runner).readings == ()


def test_a_reading_outlives_its_session_and_needs_none(runner: Runner, plan: Plan) -> None:
    agree(runner)
    session = runner.do("", sessions.add_session, MONDAY, None, "Dr Lee").result
    give(runner, 4, session_id=session.id)
    runner.do("", sessions.delete_session, session.id)
    assert [(each.value, each.session_id) for each in voice(runner).readings] == [(4, None)]
    give(runner, 5, session_id="nobody")
    assert [(each.value, each.session_id) for each in voice(runner).readings] == [(5, None)]


def test_other_words_begin_anew_on_another_day_and_correct_themselves_on_the_same(
    runner: Runner, clock: MovedClock, plan: Plan
) -> None:
    agree(runner)
    for three in ("I ask", " I ask twice ", "I ask twice"):
        runner.do("", their_voice.write_anchors, three, "I believe it at once")
    assert [row.three for row in voice(runner).anchors] == ["I ask twice"]
    clock.go_to(on("05-18"))
    runner.do("", their_voice.write_anchors, "I ask twice", "I believe it at once")
    assert len(voice(runner).anchors) == 1, "the same words begin nothing"
    runner.do("", their_voice.write_anchors, "I ask three times", "")
    assert [row.written_on for row in voice(runner).anchors] == [MONDAY, on("05-18")]


def seal_all(runner: Runner) -> tuple[str, str]:
    seal, wrapped = new_seal("four quiet words hers", SEALED_VOICE, runner.vault.profile)
    note = seal.seal(voice_to_text(voice(runner)))
    runner.do("", their_voice.seal_voice, wrapped, note)
    return wrapped, note


def test_behind_their_passphrase_nothing_lies_open_and_all_comes_back(
    runner: Runner, clock: MovedClock, plan: Plan
) -> None:
    agree(runner)
    runner.do("", their_voice.write_anchors, "I ask twice", "שלום 🌱")
    give(runner, 4, "Two calls came")
    clock.go_to(on("05-18"))
    give(runner, None)
    before = voice(runner)
    seal_all(runner)
    assert voice(runner) == TheirVoice()
    note = runner.vault.read(sealed_note, SEALED_VOICE)
    assert note is not None
    opened = voice_from_text(open_seal(note.wrapped, "four quiet words hers", SEALED_VOICE).unseal(note.sealed))
    assert [(row.three, row.seven, row.written_on) for row in opened.anchors] == [("I ask twice", "שלום 🌱", MONDAY)]
    assert [(row.day, row.value, row.words) for row in opened.readings] == [
        (row.day, row.value, row.words) for row in before.readings
    ]


def test_what_is_sealed_is_written_through_the_seal_alone(runner: Runner, plan: Plan) -> None:
    agree(runner)
    seal_all(runner)
    assert refused(runner, their_voice.give_reading, Given(4)) is Code.VOICE_LOCKED
    assert refused(runner, their_voice.write_anchors, "a", "b") is Code.VOICE_LOCKED
    assert refused(runner, their_voice.seal_voice, "d3JhcHBlZA==", "c2VhbGVk") is Code.VOICE_LOCKED
    runner.do("", their_voice.write_sealed_voice, "b3RoZXI=")
    note = runner.vault.read(sealed_note, SEALED_VOICE)
    assert note is not None
    assert note.sealed == "b3RoZXI="


def note_of_session(unit: UnitOfWork, now: Any, session_id: str) -> None:
    unit.put(SessionNote(session_id, session_id, Fits.DIFFERENT, "It was later", "", "", "When?", now.at))


@pytest.mark.parametrize("is_sealed", [False, True])
def test_withdrawn_it_is_gone_from_everywhere(is_sealed: bool, runner: Runner, plan: Plan) -> None:
    agree(runner)
    session = runner.do("", sessions.add_session, MONDAY, None, "Dr Lee").result
    runner.do("", note_of_session, session.id)
    runner.do("", sealed.begin_note, "untold", "d3JhcHBlZA==", "c2VhbGVk")
    runner.do("", their_voice.write_anchors, "I ask twice", "")
    give(runner, 4, "Two calls came", session.id)
    if is_sealed:
        seal_all(runner)
    runner.do("", their_voice.withdraw)
    assert voice(runner) == TheirVoice()
    assert runner.vault.read(their_consent) is None
    assert runner.vault.read(sealed_note, SEALED_VOICE) is None
    assert runner.vault.read(sealed_note, "untold") is not None, "what is not theirs stays"
    note = runner.vault.read(session_note, session.id)
    assert note is not None
    assert (note.fits, note.fits_words, note.questions) == (None, "", "When?")
