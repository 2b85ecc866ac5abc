"""The demo's story hangs together, keeps to the tone, and names no date and nobody who exists."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from tests.content.every_text import LANGUAGES, language_folder
from tests.content.test_tone import EMOJI, NEVER, NEVER_ASKED
from trustplanner.content.catalogue import Catalogue
from trustplanner.content.demo import DemoStory, demo_story
from trustplanner.content.demo_time import minute_of, when
from trustplanner.content.reading import read_content
from trustplanner.domain.commitments import LONGEST_TITLE, MOST_ACTIVE
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.domain.invitations import pressing_in
from trustplanner.domain.letter_sentences import sentences
from trustplanner.domain.letters import LETTER_PROMPT
from trustplanner.domain.path import Rhythm, has_enough_words
from trustplanner.domain.schedule_text import from_text
from trustplanner.domain.schedules import Shape
from trustplanner.domain.tracking import tracks_them

DAYS_A_WEEK = 7
LATEST, EARLIEST = minute_of("22:15"), minute_of("07:00")  # clocks change at night, and the story sleeps then
# Words that no story told on another day could say.
DATES = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
SEASONS = r"\b(?:spring|summer|autumn|winter|Christmas|Easter|New Year|\d{4})\b"
PEOPLE = {"Sam", "Ana", "Ruth"}
NOT_FOR_READING = {"when", "day", "due", "moved", "moved_to", "planned", "done", "let_go", "starts", "ends", "at"}
NOT_FOR_READING |= {"asked_on", "review_on", "answered", "usually_answered", "weeks", "until", "heard", "noted"}
NOT_FOR_READING |= {"taken_back", "corrected", "prompt", "choice", "kind", "schedule", "what", "harm", "likelier"}
NOT_FOR_READING |= {"card", "became_at", "commitment"}
NOT_FOR_READING |= {"kinds", "tagged", "read", "prepared"}
NOT_FOR_READING |= {"kept", "kept_at", "missed", "told_at", "open_since_yesterday", "months", "once"}


@pytest.fixture(scope="module", params=LANGUAGES)
def story(request: pytest.FixtureRequest) -> DemoStory:
    return demo_story(request.param)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(language_folder("en"))


def words_of(item: object, name: str = "") -> Iterator[str]:
    """Everything in the story that a person reads."""
    if name in NOT_FOR_READING or isinstance(item, Enum):
        return
    if isinstance(item, str) and item:
        yield item
    elif isinstance(item, dict):
        for each in item.values():
            yield from words_of(each)
    elif isinstance(item, tuple):
        for each in item:
            yield from words_of(each, name)
    elif is_dataclass(item):
        for field in fields(item):
            yield from words_of(getattr(item, field.name), field.name)


def moments_of(item: object) -> Iterator[str]:
    """Every moment in the story that has a time."""
    if isinstance(item, str) and re.fullmatch(r"-?\d+ [a-z]{3} \d\d:\d\d", item):
        yield item
    elif isinstance(item, dict):
        yield from moments_of(tuple(item.values()))
    elif isinstance(item, tuple):
        for each in item:
            yield from moments_of(each)
    elif is_dataclass(item):
        for field in fields(item):
            yield from moments_of(getattr(item, field.name))


# It hangs together


def test_every_missed_day_has_its_telling_and_every_telling_its_miss(story: DemoStory) -> None:
    missed = set()
    for key, told in story.commitments.items():
        for weeks_ago, marks in told.marks():
            missed |= {(key, weeks_ago, min(at, 6)) for at, mark in enumerate(marks) if mark == "M"}
    told_of = [(miss.what, *when(miss.day)[:2]) for miss in story.misses if not miss.corrected]
    assert sorted(told_of) == sorted(missed)
    for miss in (each for each in story.misses if each.corrected):
        weeks_ago, weekday, _ = when(miss.day)
        assert dict(story.commitments[miss.what].marks())[weeks_ago][weekday] == "K"


def test_weeks_are_whole_and_follow_each_other(story: DemoStory) -> None:
    for told in story.commitments.values():
        weeks = [weeks_ago for weeks_ago, _ in told.marks()]
        assert weeks == sorted(weeks, reverse=True)
        assert len(set(weeks)) == len(weeks)
        length = DAYS_A_WEEK + (from_text(told.schedule).shape is Shape.TIMES if not told.due else 0)
        assert {len(marks) for _, marks in told.marks()} <= {length}


def test_a_period_kept_by_itself_has_its_days(story: DemoStory) -> None:
    for told in story.commitments.values():
        for _, marks in told.marks():
            if len(marks) > DAYS_A_WEEK:
                is_full = marks.count("d") >= from_text(told.schedule).times
                assert is_full is (marks[-1] == "K")


def test_what_is_spoken_of_exists(story: DemoStory, catalogue: Catalogue) -> None:
    assert catalogue.kind(story.people.kind) is not None
    causes = {cause.code for cause in catalogue.miss_steps().likelier.causes}
    for miss in story.misses:
        assert miss.what in story.commitments
        assert set(miss.likelier) <= causes
    for told in story.commitments.values():
        assert told.harm in story.harms
    assert {story.today.kept, story.today.missed, story.today.open_since_yesterday} <= story.commitments.keys()


def test_every_question_of_the_plan_is_written_but_the_one_that_was_skipped(
    story: DemoStory, catalogue: Catalogue
) -> None:
    once = {code for code in catalogue.prompt_codes() if catalogue.prompt(code).rhythm is Rhythm.ONCE}
    written = {page.prompt for page in story.pages} | {line.prompt for line in story.lines}
    written |= {LETTER_PROMPT} if story.letters else set()
    skipped = {each.prompt for each in story.skipped}
    assert written | skipped == once
    assert len(skipped) == 1
    assert not written & skipped


def test_the_letter_is_tagged_as_far_as_its_sentences_go(story: DemoStory) -> None:
    for letter in story.letters:
        assert 0 < len(letter.kinds) <= len(sentences(letter.drafts[-1].words))


def test_every_page_fills_the_form_of_its_question(story: DemoStory, catalogue: Catalogue) -> None:
    for page in story.pages:
        prompt = catalogue.prompt(page.prompt)
        assert len(page.words) == max(1, len(prompt.parts))
        assert all(map(has_enough_words, page.words))
        choices = {choice.code for choice in prompt.choices}
        assert page.choice in choices if choices else not page.choice


@pytest.mark.parametrize(
    ("kind", "prefix", "rhythm"),
    [("evenings", "day", Rhythm.DAY), ("reviews", "week", Rhythm.WEEK), ("sessions", "session", Rhythm.SESSION)],
)
def test_what_was_written_again_and_again_answers_questions_that_come_again(
    story: DemoStory, catalogue: Catalogue, kind: str, prefix: str, rhythm: Rhythm
) -> None:
    coming_again = {code for code in catalogue.prompt_codes() if catalogue.prompt(code).rhythm is rhythm}
    entries = getattr(story, kind)
    asked = {"shaded", "noticed", "how_hard", "kept_unseen", "slipped", "size", "they_said", "counsellor"}
    asked |= {"show", "avoided", "use"}
    used = {field.name for entry in entries for field in fields(entry) if field.name in asked}
    assert {f"{prefix}_{name}" for name in used} == coming_again


def test_talks_and_practice_speak_of_what_exists(story: DemoStory, catalogue: Catalogue) -> None:
    cards = {card.code for _, card in catalogue.listening().cards()}
    assert {practice.card for practice in story.practices} <= cards
    for talk in story.talks:
        assert pressing_in(talk.invitation) is None
        for agreed in (each for each in talk.agreed if each.commitment):
            commitment = story.commitments[agreed.commitment]
            assert (commitment.asked_by, commitment.asked_on) == (agreed.asked_by, talk.day)


def test_nothing_is_done_at_night(story: DemoStory) -> None:
    for moment in moments_of(story):
        minute = when(moment).minute
        assert minute is not None
        assert EARLIEST <= minute <= LATEST, moment


def test_there_are_promises_enough_for_the_large_vaults(story: DemoStory) -> None:
    assert len({each.title for each in story.further}) == len(story.further) >= 20 > MOST_ACTIVE
    for each in story.further:
        assert len(each.title) <= LONGEST_TITLE
        assert not tracks_them(f"{each.will} {each.so_that}", "Ana")


# It keeps to the tone


@pytest.mark.parametrize("pattern", [*NEVER, NEVER_ASKED, DATES, SEASONS])
def test_no_word_of_the_story_says_what_it_must_not(story: DemoStory, pattern: str) -> None:
    flags = 0 if pattern == DATES else re.IGNORECASE
    assert [words for words in words_of(story) if re.search(pattern, words, flags)] == []


def test_words_are_written_as_everywhere_else(story: DemoStory) -> None:
    for words in words_of(story):
        assert not EMOJI.search(words)
        assert "'" not in words
        assert '"' not in words
        assert words.count("“") == words.count("”")
        assert words == words.strip()


def test_nothing_points_at_anybody_who_exists(story: DemoStory) -> None:
    assert {story.people.own_name, story.people.their_name, story.people.counsellor} == PEOPLE
    for words in words_of(story):
        assert not re.search(r"\d{4,}|@|www|\+\d", words)
        inside_sentences = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", words)
        weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
        plural = {f"{day}s" for day in weekdays}
        assert set(inside_sentences) <= PEOPLE | weekdays | plural, words


# A broken file is refused


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ('when = "52 wed 19:50"', 'when = "52 wed"', "safety[1].when"),
        ('day = "52 sun"', 'day = "52 sun 19:00"', "events[1].day"),
        ('at = "18:50"', 'at = "25:50"', "misses[1].at"),
        ('schedule = "times:3:week"', 'schedule = "now and then"', "commitments.suppers.schedule"),
        ("43 KMPKKM.", "43 KMPKKX.", "commitments.going.weeks"),
        ('due = "51 sat"', 'due = "51 day"', "commitments.sheet.due"),
    ],
)
def test_a_story_that_cannot_be_read_names_the_place(tmp_path: Path, right: str, wrong: str, field: str) -> None:
    copy = Path(shutil.copy(language_folder("en") / "demo.toml", tmp_path))
    copy.write_text(copy.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    with pytest.raises(UnreadableError) as refused:
        read_content(copy, "demo.toml", DemoStory)
    assert refused.value.code is Code.CONTENT_UNREADABLE
    assert refused.value.details == {"file": "demo.toml", "field": field}
