"""Writing on the path: what is typed is kept, skipped prompts stay skipped until something is written."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import MONDAY, on
from tests.moved_clock import MovedClock
from trustplanner.actions import path
from trustplanner.actions.runner import Runner
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.path import LONGEST_ANSWER, PathAnswer, PromptState, Whose, state_of
from trustplanner.storage.queries.path import path_answer, path_answers, path_lines

PROMPT = "hurt.what"


def state(runner: Runner) -> PromptState:
    return state_of(runner.vault.read(path_answer, PROMPT, None))


def written(runner: Runner) -> PathAnswer:
    found = runner.vault.read(path_answer, PROMPT, None)
    assert found is not None
    return found


def test_looking_at_a_prompt_opens_it_once(runner: Runner, clock: MovedClock) -> None:
    first = runner.do("Open", path.open_prompt, PROMPT).result
    clock.forward(days=1)
    assert runner.do("Open", path.open_prompt, PROMPT).change.is_empty
    assert (state(runner), written(runner)) == (PromptState.OPENED, first)


def test_what_is_typed_is_kept_with_its_moment(runner: Runner, clock: MovedClock) -> None:
    opened = runner.do("Open", path.open_prompt, PROMPT).result
    clock.forward(minutes=3)
    runner.do("Write", path.write_answer, PROMPT, "I lied about")
    runner.do("Write", path.write_answer, PROMPT, "I lied about the card ")
    found = written(runner)
    assert (found.words, found.opened_at) == ("I lied about the card ", opened.opened_at)
    assert found.updated_at == runner.now().at
    assert len(runner.vault.read(path_answers)) == 1


def test_a_skipped_prompt_is_skipped_until_something_is_written(runner: Runner) -> None:
    runner.do("Skip", path.skip_prompt, PROMPT)
    assert state(runner) is PromptState.SKIPPED
    runner.do("Write", path.write_answer, PROMPT, "  ")
    assert state(runner) is PromptState.SKIPPED
    runner.do("Write", path.write_answer, PROMPT, "I lied")
    assert state(runner) is PromptState.WRITTEN
    runner.do("Write", path.write_answer, PROMPT, "")
    assert state(runner) is PromptState.OPENED, "emptied, but looked at"


def test_skipping_leaves_what_is_written(runner: Runner) -> None:
    runner.do("Write", path.write_answer, PROMPT, "I lied")
    runner.do("Skip", path.skip_prompt, PROMPT)
    assert (written(runner).words, state(runner)) == ("I lied", PromptState.WRITTEN)


def test_a_recurring_prompt_has_an_answer_for_each_of_its_days(runner: Runner) -> None:
    for monday, words in [(MONDAY, "one"), (on("05-11"), "two")]:
        runner.do("Write", path.write_answer, "week.kept", words, on=monday)
    runner.do("Write", path.write_answer, "week.kept", "no day")
    assert [found.words for found in runner.vault.read(path_answers)] == ["no day", "one", "two"]
    days: dict[date | None, str] = {MONDAY: "one", on("05-11"): "two", None: "no day"}
    for day, words in days.items():
        found = runner.vault.read(path_answer, "week.kept", day)
        assert found is not None
        assert found.words == words


def test_lines_are_theirs_or_guessed_and_keep_their_order_and_day(runner: Runner, clock: MovedClock) -> None:
    first = runner.do("Line", path.add_line, PROMPT, " I could not sleep ", Whose.SAID).result
    clock.forward(days=2)
    second = runner.do("Line", path.add_line, PROMPT, "She felt alone", Whose.GUESS).result
    other = runner.do("Line", path.add_line, "hurt.cost", "The trip", Whose.SAID).result
    assert (first.words, first.heard_on, second.heard_on) == ("I could not sleep", MONDAY, on("05-06"))
    assert runner.vault.read(path_lines, PROMPT) == (first, second)
    assert set(runner.vault.read(path_lines)) == {first, second, other}
    runner.do("Delete", path.delete_line, first.id)
    third = runner.do("Line", path.add_line, PROMPT, "She stopped asking", Whose.GUESS).result
    assert runner.vault.read(path_lines, PROMPT) == (second, third)


def test_a_finished_line_leaves_the_room_it_was_written_in(runner: Runner) -> None:
    runner.do("Write", path.write_answer, PROMPT, "I could not sl")
    done = runner.do("Line", path.finish_line, PROMPT, "I could not sleep", Whose.SAID)
    assert (written(runner).words, runner.vault.read(path_lines, PROMPT)) == ("", (done.result,))
    runner.undo(done.change, is_slip=True)
    assert (written(runner).words, runner.vault.read(path_lines, PROMPT)) == ("I could not sl", ())
    with pytest.raises(RuleError):
        runner.do("Line", path.finish_line, PROMPT, " ", Whose.SAID)
    assert written(runner).words == "I could not sl", "nothing is emptied when there is nothing to add"


def test_an_answer_has_room_for_fifty_thousand_characters(runner: Runner) -> None:
    runner.do("Write", path.write_answer, PROMPT, "w" * LONGEST_ANSWER)
    with pytest.raises(RuleError) as refused:
        runner.do("Write", path.write_answer, PROMPT, "w" * (LONGEST_ANSWER + 1))
    assert refused.value.code is Code.ANSWER_TOO_LONG
    with pytest.raises(RuleError) as refused:
        runner.do("Line", path.add_line, PROMPT, "w" * (LONGEST_ANSWER + 1), Whose.SAID)
    assert refused.value.code is Code.ANSWER_TOO_LONG
    assert len(written(runner).words) == LONGEST_ANSWER


def test_a_guess_may_turn_out_to_be_theirs(runner: Runner) -> None:
    line = runner.do("Line", path.add_line, PROMPT, "She felt alone", Whose.GUESS).result
    changed = runner.do("Change", path.change_line, line.id, "I felt alone", Whose.SAID).result
    assert (changed.words, changed.whose, changed.position) == ("I felt alone", Whose.SAID, line.position)


def test_a_line_without_words_is_refused(runner: Runner) -> None:
    line = runner.do("Line", path.add_line, PROMPT, "She felt alone", Whose.GUESS).result
    with pytest.raises(RuleError) as refused:
        runner.do("Change", path.change_line, line.id, " ", Whose.SAID)
    assert refused.value.code is Code.WORDS_MISSING


def test_a_line_that_is_finished_empties_the_room_it_was_written_in(runner: Runner) -> None:
    runner.do("Write", path.write_answer, PROMPT, " I could not sleep ")
    done = runner.do("Line", path.finish_line, PROMPT, " I could not sleep ", Whose.GUESS)
    assert runner.vault.read(path_lines, PROMPT) == (done.result,)
    assert (done.result.words, written(runner).words) == ("I could not sleep", "")
    assert state(runner) is PromptState.OPENED
    runner.undo(done.change, is_slip=True)
    assert (runner.vault.read(path_lines, PROMPT), written(runner).words) == ((), " I could not sleep ")


def test_words_that_are_saved_again_unchanged_change_nothing(runner: Runner, clock: MovedClock) -> None:
    runner.do("Write", path.write_answer, PROMPT, "I lied")
    clock.forward(minutes=5)
    assert runner.do("Write", path.write_answer, PROMPT, "I lied").change.is_empty


def test_an_answer_has_a_longest_length_but_a_longer_one_from_elsewhere_may_shrink(runner: Runner) -> None:
    longest = "w" * LONGEST_ANSWER
    assert runner.do("Write", path.write_answer, PROMPT, longest).result.words == longest
    for refused_action in (
        lambda: runner.do("Write", path.write_answer, PROMPT, longest + "w"),
        lambda: runner.do("Line", path.add_line, PROMPT, longest + "w", Whose.SAID),
    ):
        with pytest.raises(RuleError) as refused:
            refused_action()
        assert refused.value.code is Code.ANSWER_TOO_LONG
    imported = replace(written(runner), words=longest + "www")
    with runner.vault.transaction() as unit:
        unit.put(imported)
    assert len(runner.do("Write", path.write_answer, PROMPT, longest + "ww").result.words) == LONGEST_ANSWER + 2


def test_a_line_that_is_gone_cannot_be_changed_or_deleted(runner: Runner) -> None:
    for change in (
        lambda: runner.do("Change", path.change_line, "gone", "words", Whose.SAID),
        lambda: runner.do("Delete", path.delete_line, "gone"),
    ):
        with pytest.raises(RuleError) as refused:
            change()
        assert refused.value.code is Code.NOT_FOUND
