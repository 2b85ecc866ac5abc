"""Writing letters. None is ever sent: a letter is written, tagged, kept, and where it is gets written down."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

from trustplanner.domain.days import promise_day, require_possible
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.letter_sentences import sentences, what_became_of
from trustplanner.domain.letters import (
    LETTER_PROMPT,
    LONGEST_LETTER,
    LONGEST_LETTER_TITLE,
    HintLeft,
    Letter,
    LetterState,
    LetterStep,
    LetterTag,
    LetterVersion,
    SentenceKind,
    standing,
)
from trustplanner.domain.moments import Now
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.plans import Contact, contact_in_force
from trustplanner.domain.settings import day_start_of
from trustplanner.storage.queries.letters import hints_left, letter_steps, letter_tags, letter_versions, letters
from trustplanner.storage.queries.path import path_answer
from trustplanner.storage.queries.plans import last_safety_screen, settings, the_plan
from trustplanner.storage.unit_of_work import UnitOfWork

# Writing


def begin_letter(unit: UnitOfWork, now: Now, *, is_ahead: bool = False) -> Letter:
    """Begin an empty letter; `is_ahead` says that the person chose to write before any words of theirs are there."""
    return unit.put(
        Letter(
            id=str(uuid4()),
            title="",
            words="",
            if_no="",
            written_ahead_on=now.today if is_ahead else None,
            position=max((each.position for each in unit.read(letters)), default=-1) + 1,
            created_at=now.at,
            updated_at=now.at,
        )
    )


def bring_over(unit: UnitOfWork, now: Now) -> Letter | None:
    """Make a letter of what was typed under the question of the path; None if nothing was."""
    answer = unit.read(path_answer, LETTER_PROMPT, None)
    if answer is None or not answer.words.strip():
        return None
    begun = begin_letter(unit, now)
    unit.put(replace(answer, words=""))
    return unit.put(replace(begun, words=answer.words, created_at=answer.opened_at, updated_at=answer.updated_at))


def write_ahead(unit: UnitOfWork, now: Now, letter_id: str) -> Letter:
    """Note that the person chose to write before any words of theirs are written down."""
    return unit.put(replace(unit.require(Letter, letter_id), written_ahead_on=now.today))


def write_letter(unit: UnitOfWork, now: Now, letter_id: str, words: str) -> Letter:
    """Save what is typed. The words of an earlier day are kept; a tag stays with its sentence while that is rewritten.

    Raises:
        RuleError: ANSWER_TOO_LONG, NOT_FOUND.
    """
    before = unit.require(Letter, letter_id)
    if words == before.words:
        return before
    if len(words) > max(LONGEST_LETTER, len(before.words)):
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_LETTER)
    if _day_of(unit, now, before.updated_at) != now.today:
        _keep_version(unit, before, before.updated_at)
    _carry_tags(unit, before, words)
    return unit.put(replace(before, words=words, updated_at=now.at))


def take_words_back(unit: UnitOfWork, now: Now, letter_id: str, version: int) -> Letter:
    """Make the words of an earlier version the draft; those of the draft are kept as a version.

    Raises:
        RuleError: NOT_FOUND.
    """
    letter, kept = unit.require(Letter, letter_id), unit.require(LetterVersion, version)
    if kept.letter_id != letter_id:
        raise RuleError(Code.NOT_FOUND)
    _keep_version(unit, letter, letter.updated_at)
    return unit.put(replace(letter, words=kept.words, updated_at=now.at))


def rename_letter(unit: UnitOfWork, now: Now, letter_id: str, title: str) -> Letter:
    """Give a letter another name; without one it is called by its number.

    Raises:
        RuleError: WORDS_TOO_LONG, NOT_FOUND.
    """
    if len(title.strip()) > LONGEST_LETTER_TITLE:
        raise RuleError(Code.WORDS_TOO_LONG, most=LONGEST_LETTER_TITLE)
    return unit.put(replace(unit.require(Letter, letter_id), title=title.strip()))


def plan_for_no(unit: UnitOfWork, now: Now, letter_id: str, words: str) -> Letter:
    """Save the plan for the day on which no answer comes, or a no.

    Raises:
        RuleError: ANSWER_TOO_LONG, NOT_FOUND.
    """
    before = unit.require(Letter, letter_id)
    if len(words) > max(LONGEST_ANSWER, len(before.if_no)):
        raise RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER)
    return unit.put(replace(before, if_no=words))


def delete_letter(unit: UnitOfWork, now: Now, letter_id: str) -> None:
    """Delete a letter with all that belongs to it. Undo restores all of it."""
    letter = unit.require(Letter, letter_id)
    belonging: tuple[LetterVersion | LetterStep | LetterTag | HintLeft, ...] = (
        *unit.read(letter_versions, letter_id),
        *unit.read(letter_steps, letter_id),
        *unit.read(letter_tags, letter_id),
        *unit.read(hints_left, letter_id),
    )
    for each in belonging:
        unit.delete(each)
    unit.delete(letter)


# Its sentences


def tag_sentence(unit: UnitOfWork, now: Now, letter_id: str, sentence: str, kind: SentenceKind | None) -> None:
    """Say what a sentence does; None takes the tag away."""
    unit.require(Letter, letter_id)
    found = _tags(unit, letter_id).get(sentence)
    if kind is not None:
        unit.put(LetterTag(found.id if found else str(uuid4()), letter_id, sentence, kind))
    elif found is not None:
        unit.delete(found)


def leave_hint(unit: UnitOfWork, now: Now, letter_id: str, rule: str, sentence: str) -> None:
    """Leave a hint aside for good, for this sentence."""
    unit.require(Letter, letter_id)
    if not any((each.rule, each.sentence) == (rule, sentence) for each in unit.read(hints_left, letter_id)):
        unit.put(HintLeft(str(uuid4()), letter_id, rule, sentence))


# Where it is


def take_step(
    unit: UnitOfWork, now: Now, letter_id: str, state: LetterState, on: date | None = None, note: str = ""
) -> LetterStep:
    """Write down that a letter came to a state, today or on an earlier day; its words are kept as they are now.

    Raises:
        RuleError: NOT_TO_OFFER, NOT_OFFERED, FUTURE_DAY, DATE_IMPOSSIBLE, NOT_FOUND.
    """
    letter, day = unit.require(Letter, letter_id), require_possible(on or now.today)
    if day > now.today:
        raise RuleError(Code.FUTURE_DAY)
    if state is LetterState.OFFERED and _contact(unit) is Contact.NONE:
        raise RuleError(Code.NOT_TO_OFFER)
    was_offered = any(step.state is LetterState.OFFERED for step in standing(unit.read(letter_steps, letter_id)))
    if state is LetterState.ACCEPTED and not was_offered:
        raise RuleError(Code.NOT_OFFERED)
    _keep_version(unit, letter, now.at)
    return unit.put(LetterStep(None, letter_id, state, day, note.strip(), now.at, None))


def take_step_back(unit: UnitOfWork, now: Now, step: int) -> LetterStep:
    """Take back what was written down about where a letter is; it stays readable."""
    return unit.put(replace(unit.require(LetterStep, step), taken_back_at=now.at))


# Inside


def _contact(unit: UnitOfWork) -> Contact:
    plan = unit.read(the_plan)
    return Contact.OPEN if plan is None else contact_in_force(plan, unit.read(last_safety_screen))


def _day_of(unit: UnitOfWork, now: Now, moment: datetime) -> date:
    local = moment.replace(tzinfo=None) + timedelta(minutes=now.utc_offset)
    return promise_day(local, day_start_of(unit.read(settings)))


def _keep_version(unit: UnitOfWork, letter: Letter, at: datetime) -> None:
    """Keep the words as they are, unless they are empty or the newest version says the same."""
    newest = unit.read(letter_versions, letter.id)[-1:]
    if letter.words.strip() and not any(version.words == letter.words for version in newest):
        unit.put(LetterVersion(None, letter.id, letter.words, at))


def _tags(unit: UnitOfWork, letter_id: str) -> dict[str, LetterTag]:
    return {tag.sentence: tag for tag in unit.read(letter_tags, letter_id)}


def _carry_tags(unit: UnitOfWork, before: Letter, words: str) -> None:
    """A sentence that is rewritten keeps its tag; one that still stands elsewhere keeps its own, too."""
    tags = _tags(unit, before.id)
    if not tags:
        return
    old, new = ([each.words for each in sentences(text)] for text in (before.words, words))
    for was, now_is in what_became_of(old, new).items():
        if was not in tags or now_is in tags:
            continue
        tag = replace(tags[was], sentence=now_is)
        unit.put(replace(tag, id=str(uuid4())) if was in new else tag)
