"""The tone rules, checked on every sentence that a person can read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import trustplanner.ui
from tests.content.every_text import Said, everything_said, language_folder
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue

# What no sentence says. Weak examples show what not to write, so the last group does not bind them.
NEVER = [
    r"!",
    r"\b(?:victim|perpetrator|abuser|loved ones?)\b",
    r"\b(?:journey|healing|healed|toxic|closure|redeem|redemption)\b",
    r"\b(?:well done|great job|good job|congratulations|keep it up|proud of you|awesome|amazing|you did it)\b",
    r"\b(?:streak|badge|reward|level up|score)s?\b",
    r"\b(?:you failed|failure|shame on you|pathetic|useless|disgrace)\b",
    r"\b(?:submit|oops|uh-oh)\b",
    r"\b(?:win|get) (?:her|him|them) back\b|\bback together\b|\bsave (?:the|your) (?:marriage|relationship)\b",
    r"\bwill (?:forgive|trust you)\b|\bwhen (?:she|he|they) forgives?\b|\b(?:regain|earn|win) (?:back )?\w* ?trust\b",
    r"\b\d+ days (?:without|since|clean|in a row)\b|\bdays without (?:contact|drinking|a miss|lying)\b",
]
NEVER_ASKED = r"\bforgive me\b|\bask for forgiveness\b|\bplease forgive\b|\bgive me another chance\b"
# Read one by one: each says that the thing does not exist here, or that it is a line of somebody else.
REVIEWED = {
    "A trust score, a streak, a badge, a forecast, or a day by which you should be forgiven.",
    "What you did and what somebody else felt are never put into one figure. There is no trust score here.",
    (
        "This is a notebook for doing what you said you would do. It can’t tell you whether you will be trusted. "
        "They decide."
    ),
}
SCREENS = Path(trustplanner.ui.__path__[0])
EMOJI = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")
LONGEST_SENTENCE = 30  # words; a prompt is read at the age of 9 to 12


@pytest.fixture(scope="module")
def everything() -> list[Said]:
    return [*everything_said(Catalogue(language_folder(DEFAULT_LANGUAGE))), *said_in_code()]


def said_in_code() -> Iterator[Said]:
    """What the screens say in `tr("...")` and `translate("...", "...")`."""
    for path in sorted(SCREENS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                place = {"tr": 0, "translate": 1}.get(node.func.attr)
                words = node.args[place] if place is not None and len(node.args) > place else None
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    yield Said(f"{path.name}:{node.lineno}", None, words.value)


def test_what_the_screens_say_in_code_is_read_too() -> None:
    said = {said.words for said in said_in_code()}
    assert {"Save and go on", "Written down: “{title}”.", "It counts from today."} <= said


@pytest.mark.parametrize("pattern", NEVER)
def test_no_sentence_says_what_the_tone_forbids(everything: list[Said], pattern: str) -> None:
    forbidden = re.compile(pattern, re.IGNORECASE)
    assert [said for said in everything if forbidden.search(said.words) and said.words not in REVIEWED] == []


def test_nothing_asks_for_forgiveness(everything: list[Said]) -> None:
    asking = re.compile(NEVER_ASKED, re.IGNORECASE)
    found = {said.place for said in everything if asking.search(said.words)}
    assert found == {"prompts.amends_letter.weak"}  # the one example of how not to end a letter


def test_no_emoji_and_no_typed_symbols(everything: list[Said]) -> None:
    assert [said for said in everything if EMOJI.search(said.words)] == []


def test_quotes_and_apostrophes_are_the_printed_ones(everything: list[Said]) -> None:
    straight = [said for said in everything if "'" in said.words or '"' in said.words]
    assert straight == []


def test_quotation_marks_come_in_pairs(everything: list[Said]) -> None:
    assert [said for said in everything if said.words.count("“") != said.words.count("”")] == []


def test_the_questions_of_the_path_use_short_sentences(everything: list[Said]) -> None:
    for said in everything:
        if said.place.startswith(("prompts", "MissSteps", "miss_steps", "safety.questions")):
            for sentence in re.split(r"[.?:;]\s", said.words):
                assert len(sentence.split()) <= LONGEST_SENTENCE, (said.place, sentence)


def test_reviewed_sentences_are_still_there(everything: list[Said]) -> None:
    assert {said.words for said in everything} >= REVIEWED
