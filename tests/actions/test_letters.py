"""Letters: every word is kept, a tag stays with its sentence, and where a letter is follows what they decide."""

import pytest

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from trustplanner.actions import letters, path, plans
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.letters import (
    LETTER_PROMPT,
    LONGEST_LETTER,
    LONGEST_LETTER_TITLE,
    Letter,
    LetterState,
    SentenceKind,
    state_of_letter,
)
from trustplanner.domain.plans import Contact, Plan, SafetyAnswer, SafetyQuestion
from trustplanner.storage.queries import letters as queries
from trustplanner.storage.queries.path import path_answer

WORDS = "I told you I was at work. I was out. You planned around it."


@pytest.fixture
def letter(runner: Runner, plan: Plan) -> Letter:
    begun = runner.do("Begin", letters.begin_letter).result
    return runner.do("Write", letters.write_letter, begun.id, WORDS).result


def words_of(runner: Runner, letter: Letter) -> str:
    [found] = [each for each in runner.vault.read(queries.letters) if each.id == letter.id]
    return found.words


def versions(runner: Runner, letter: Letter) -> list[str]:
    return [version.words for version in runner.vault.read(queries.letter_versions, letter.id)]


def tags(runner: Runner, letter: Letter) -> dict[str, SentenceKind]:
    return {tag.sentence: tag.kind for tag in runner.vault.read(queries.letter_tags, letter.id)}


def state(runner: Runner, letter: Letter) -> LetterState:
    return state_of_letter(runner.vault.read(queries.letter_steps, letter.id))


def test_what_was_typed_on_the_path_becomes_the_first_letter_and_undo_puts_it_back(
    runner: Runner, plan: Plan, clock: MovedClock
) -> None:
    typed = runner.do("Write", path.write_answer, LETTER_PROMPT, "Ana, I lied.\n\nTwice.").result
    clock.forward(days=3)
    done = runner.do("Bring over", letters.bring_over)
    assert done.result is not None
    assert (done.result.words, done.result.updated_at) == (typed.words, typed.updated_at)
    answer = runner.vault.read(path_answer, LETTER_PROMPT, None)
    assert answer is not None
    assert answer.words == ""
    assert runner.do("Bring over", letters.bring_over).result is None, "once"
    runner.undo(done.change, is_slip=True)
    assert runner.vault.read(queries.letters) == ()
    assert runner.vault.read(path_answer, LETTER_PROMPT, None) == typed


def test_letters_stand_in_the_order_in_which_they_were_begun(runner: Runner, plan: Plan, clock: MovedClock) -> None:
    begun = [runner.do("Begin", letters.begin_letter).result.id for _ in range(3)]
    assert [each.id for each in runner.vault.read(queries.letters)] == begun


def test_a_day_of_writing_is_kept_when_the_next_one_begins(runner: Runner, letter: Letter, clock: MovedClock) -> None:
    runner.do("Write", letters.write_letter, letter.id, WORDS + " Often.")
    assert versions(runner, letter) == [], "within a day nothing is kept"
    clock.forward(days=1)
    runner.do("Write", letters.write_letter, letter.id, "I lied.")
    runner.do("Write", letters.write_letter, letter.id, "I lied to you.")
    assert versions(runner, letter) == [WORDS + " Often."]
    assert runner.do("Write", letters.write_letter, letter.id, "I lied to you.").change.is_empty


def test_a_night_before_the_day_begins_belongs_to_the_day_of_writing(
    runner: Runner, plan: Plan, clock: MovedClock
) -> None:
    letter = runner.do("Begin", letters.begin_letter).result
    runner.do("Write", letters.write_letter, letter.id, "Late in the evening")
    clock.forward(minutes=5 * 60)  # after midnight, before the promise day begins
    runner.do("Write", letters.write_letter, letter.id, "In the night")
    assert (runner.now().today, versions(runner, letter)) == (MONDAY, [])


def test_earlier_words_come_back_and_those_of_the_draft_are_kept(
    runner: Runner, letter: Letter, clock: MovedClock
) -> None:
    clock.forward(days=1)
    runner.do("Write", letters.write_letter, letter.id, "I lied.")
    [kept] = runner.vault.read(queries.letter_versions, letter.id)
    assert kept.seq is not None
    done = runner.do("Take back", letters.take_words_back, letter.id, kept.seq)
    assert (words_of(runner, letter), versions(runner, letter)) == (WORDS, [WORDS, "I lied."])
    runner.undo(done.change, is_slip=True)
    assert words_of(runner, letter) == "I lied."
    other = runner.do("Begin", letters.begin_letter).result
    with pytest.raises(RuleError) as refused:
        runner.do("Take back", letters.take_words_back, other.id, kept.seq)
    assert refused.value.code is Code.NOT_FOUND


def test_a_tag_stays_with_its_sentence_while_it_and_others_change(runner: Runner, letter: Letter) -> None:
    runner.do("Tag", letters.tag_sentence, letter.id, "I was out.", SentenceKind.HAPPENED)
    runner.do("Tag", letters.tag_sentence, letter.id, "You planned around it.", SentenceKind.EFFECT)
    for words in (
        "On 3 May I told you I was at work. I was out. You planned around it.",
        "On 3 May I told you I was at work. I was out with Chris. You planned around it.",
        "I was out with Chris. You planned your evening around it. I am sorry.",
    ):
        runner.do("Write", letters.write_letter, letter.id, words)
    found = tags(runner, letter)
    assert found["I was out with Chris."] is SentenceKind.HAPPENED
    assert found["You planned your evening around it."] is SentenceKind.EFFECT
    assert "I am sorry." not in found


def test_a_tag_can_be_changed_and_taken_away(runner: Runner, letter: Letter) -> None:
    for kind in (SentenceKind.HAPPENED, SentenceKind.MY_PART):
        runner.do("Tag", letters.tag_sentence, letter.id, "I was out.", kind)
    assert tags(runner, letter) == {"I was out.": SentenceKind.MY_PART}
    runner.do("Tag", letters.tag_sentence, letter.id, "I was out.", None)
    assert tags(runner, letter) == {}
    assert runner.do("Tag", letters.tag_sentence, letter.id, "I was out.", None).change.is_empty


def test_a_hint_is_left_aside_once_and_for_one_sentence(runner: Runner, letter: Letter) -> None:
    runner.do("Leave", letters.leave_hint, letter.id, "selffocus", "I was out.")
    assert runner.do("Leave", letters.leave_hint, letter.id, "selffocus", "I was out.").change.is_empty
    assert len(runner.vault.read(queries.hints_left, letter.id)) == 1


def test_where_a_letter_is_is_dated_keeps_its_words_and_can_be_taken_back(
    runner: Runner, letter: Letter, clock: MovedClock
) -> None:
    assert state(runner, letter) is LetterState.DRAFT
    clock.forward(days=2)
    read = runner.do("Read", letters.take_step, letter.id, LetterState.READ, on("05-05"), " with Ruth ").result
    assert (read.on, read.note, versions(runner, letter)) == (on("05-05"), "with Ruth", [WORDS])
    offered = runner.do("Offer", letters.take_step, letter.id, LetterState.OFFERED).result
    assert (offered.on, state(runner, letter)) == (on("05-06"), LetterState.OFFERED)
    assert versions(runner, letter) == [WORDS], "the same words are kept once"
    assert offered.seq is not None
    runner.do("Take back", letters.take_step_back, offered.seq)
    assert state(runner, letter) is LetterState.READ
    assert len(runner.vault.read(queries.letter_steps, letter.id)) == 2, "what was written down stays readable"


def test_only_what_was_offered_can_be_accepted_but_not_wanted_needs_no_offer(runner: Runner, letter: Letter) -> None:
    with pytest.raises(RuleError) as refused:
        runner.do("Accept", letters.take_step, letter.id, LetterState.ACCEPTED)
    assert refused.value.code is Code.NOT_OFFERED
    runner.do("Not wanted", letters.take_step, letter.id, LetterState.NOT_WANTED)
    assert state(runner, letter) is LetterState.NOT_WANTED


def test_no_letter_comes_to_a_state_tomorrow(runner: Runner, letter: Letter) -> None:
    with pytest.raises(RuleError) as refused:
        runner.do("Read", letters.take_step, letter.id, LetterState.READ, on("05-05"))
    assert refused.value.code is Code.FUTURE_DAY


@pytest.mark.parametrize("is_private", [True, False])
def test_without_contact_nothing_is_offered(runner: Runner, letter: Letter, is_private: bool) -> None:
    if is_private:
        answers = {SafetyQuestion.ASKED_NO_CONTACT: SafetyAnswer.YES}
        runner.do("Safety", plans.answer_safety, answers, keep_answers=False)
    else:
        runner.do("Contact", plans.set_contact, Contact.NONE)
    with pytest.raises(RuleError) as refused:
        runner.do("Offer", letters.take_step, letter.id, LetterState.OFFERED)
    assert refused.value.code is Code.NOT_TO_OFFER
    runner.do("Read", letters.take_step, letter.id, LetterState.READ)
    assert state(runner, letter) is LetterState.READ


def test_writing_ahead_is_recorded_with_its_day(runner: Runner, letter: Letter) -> None:
    assert letter.written_ahead_on is None
    assert runner.do("Ahead", letters.write_ahead, letter.id).result.written_ahead_on == MONDAY
    assert runner.do("Begin", letters.begin_letter, is_ahead=True).result.written_ahead_on == MONDAY


def test_words_titles_and_plans_have_their_longest_length(runner: Runner, letter: Letter) -> None:
    runner.do("Write", letters.write_letter, letter.id, "w" * LONGEST_LETTER)
    for action, words, code in (
        (letters.write_letter, "w" * (LONGEST_LETTER + 1), Code.ANSWER_TOO_LONG),
        (letters.rename_letter, "w" * (LONGEST_LETTER_TITLE + 1), Code.WORDS_TOO_LONG),
        (letters.plan_for_no, "w" * LONGEST_LETTER, Code.ANSWER_TOO_LONG),
    ):
        with pytest.raises(RuleError) as refused:
            runner.do("Too long", action, letter.id, words)
        assert refused.value.code is code
    assert runner.do("Name", letters.rename_letter, letter.id, " For May ").result.title == "For May"
    assert runner.do("Plan", letters.plan_for_no, letter.id, "Go to work.").result.if_no == "Go to work."


def test_a_letter_is_deleted_with_all_that_belongs_to_it_and_comes_back(runner: Runner, letter: Letter) -> None:
    other = runner.do("Begin", letters.begin_letter).result
    runner.do("Tag", letters.tag_sentence, letter.id, "I was out.", SentenceKind.HAPPENED)
    runner.do("Leave", letters.leave_hint, letter.id, "but", "I was out.")
    runner.do("Read", letters.take_step, letter.id, LetterState.READ)
    done = runner.do("Delete", letters.delete_letter, letter.id)
    assert [each.id for each in runner.vault.read(queries.letters)] == [other.id]
    assert (versions(runner, letter), tags(runner, letter)) == ([], {})
    runner.undo(done.change, is_slip=True)
    assert (versions(runner, letter), tags(runner, letter)) == ([WORDS], {"I was out.": SentenceKind.HAPPENED})
    assert state(runner, letter) is LetterState.READ
