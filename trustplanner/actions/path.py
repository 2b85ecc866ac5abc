"""Writing on the path: answers save themselves, lines are theirs or guessed."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from trustplanner.actions.tracking import refuse_tracking
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER, PART_MARK, PathAnswer, PathLine, Whose
from trustplanner.storage.queries.path import path_answer, path_lines
from trustplanner.storage.unit_of_work import UnitOfWork


def open_prompt(unit: UnitOfWork, now: Now, prompt: str, on: date | None = None) -> PathAnswer:
    """Note that a prompt was looked at."""
    return unit.put(_answer(unit, now, prompt, on))


def write_answer(
    unit: UnitOfWork, now: Now, prompt: str, words: str, choice: str = "", on: date | None = None
) -> PathAnswer:
    """Save what is typed; a prompt with words is no longer skipped.

    Raises:
        RuleError: ANSWER_TOO_LONG.
    """
    before = _answer(unit, now, prompt, on)
    if (words, choice) == (before.words, before.choice):
        return unit.put(before)
    _require_room(words, before.words)
    skipped = before.skipped and not (words.strip() or choice)
    return unit.put(replace(before, words=words, choice=choice, skipped=skipped, updated_at=now.at))


def write_if_then(
    unit: UnitOfWork, now: Now, prompt: str, words: str, choice: str = "", on: date | None = None
) -> PathAnswer:
    """Save a plan "if ..., then I will ...". The cue may name the urge to look; what is done then watches nobody.

    Raises:
        RuleError: ANSWER_TOO_LONG, TRACKS_THEM.
    """
    refuse_tracking(unit, *words.split(PART_MARK)[1:])
    return write_answer(unit, now, prompt, words, choice, on)


def skip_prompt(unit: UnitOfWork, now: Now, prompt: str, on: date | None = None) -> PathAnswer:
    """Skip a prompt for now; what is written stays."""
    return unit.put(replace(_answer(unit, now, prompt, on), skipped=True, updated_at=now.at))


def add_line(unit: UnitOfWork, now: Now, prompt: str, words: str, whose: Whose) -> PathLine:
    """Add a line: their words, or a guess.

    Raises:
        RuleError: WORDS_MISSING, ANSWER_TOO_LONG.
    """
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    _require_room(words)
    position = max((line.position for line in unit.read(path_lines, prompt)), default=-1) + 1
    return unit.put(PathLine(str(uuid4()), prompt, position, words.strip(), whose, now.today))


def finish_line(unit: UnitOfWork, now: Now, prompt: str, words: str, whose: Whose) -> PathLine:
    """Add the line that was being written, and empty the room it was written in.

    Raises:
        RuleError: as `add_line`.
    """
    unit.put(replace(_answer(unit, now, prompt, None), words="", updated_at=now.at))
    return add_line(unit, now, prompt, words, whose)


def change_line(unit: UnitOfWork, now: Now, line_id: str, words: str, whose: Whose) -> PathLine:
    """Say a line in other words, or mark it as said or guessed.

    Raises:
        RuleError: WORDS_MISSING, ANSWER_TOO_LONG, NOT_FOUND.
    """
    if not words.strip():
        raise RuleError(Code.WORDS_MISSING)
    before = unit.require(PathLine, line_id)
    _require_room(words, before.words)
    return unit.put(replace(before, words=words.strip(), whose=whose))


def delete_line(unit: UnitOfWork, now: Now, line_id: str) -> None:
    """Delete a line."""
    unit.delete(unit.require(PathLine, line_id))


def _require_room(words: str, before: str = "") -> None:
    """Longer words may come from an import; they can be changed as long as they do not grow."""
    if len(words) > max(LONGEST_ANSWER, len(before)):
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER)


def _answer(unit: UnitOfWork, now: Now, prompt: str, on: date | None) -> PathAnswer:
    found = unit.read(path_answer, prompt, on)
    if found is not None:
        return found
    return PathAnswer(str(uuid4()), prompt, on, "", "", skipped=False, opened_at=now.at, updated_at=now.at)
