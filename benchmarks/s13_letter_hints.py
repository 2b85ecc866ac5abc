"""S13: the hints for a letter of 10,000 words, beside 0.2 seconds."""

import json
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measuring import Measured, in_turns, timed
from trustplanner.letter_hints.hints import hints_for, shipped_judges

SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "letter_hints" / "held_out.jsonl"
WORDS = 10_000
LIMIT_MS = 200.0
FAIR_TO_ONE = 7  # sentences of a letter that are fair, for each that is not


def run() -> list[Measured]:
    """The whole way from the text to its hints, with the weights in memory."""
    letter, judges = _letter(), shipped_judges()
    return [
        in_turns(
            "S13",
            1.0,
            ("hints for a letter of 10,000 words", timed(lambda: hints_for(letter, judges))),
            ("200 milliseconds", lambda: LIMIT_MS),
        )
    ]


def _letter() -> str:
    rows = [json.loads(line) for line in SENTENCES.read_text("utf-8").splitlines()]
    fair = cycle([row["text"] for row in rows if row["label"] == "fair"])
    others = cycle([row["text"] for row in rows if row["label"] != "fair"])
    sentences: list[str] = []
    count = 0
    while count < WORDS:
        sentences += [*islice(fair, FAIR_TO_ONE), next(others)]
        count = sum(len(sentence.split()) for sentence in sentences)
    return " ".join(sentences)
