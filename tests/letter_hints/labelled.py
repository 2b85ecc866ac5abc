"""Sentences with labels: those that are printed in the description of each slip, and those kept out of the training."""

import json
from pathlib import Path
from typing import Final, NamedTuple

FAIR: Final = "fair"
_HERE = Path(__file__).resolve().parent


class Labelled(NamedTuple):
    """A text, the slip in it or "fair", and the slip that a fair one resembles."""

    text: str
    label: str
    like: str


def labelled(name: str) -> list[Labelled]:
    lines = (_HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [Labelled(row["text"], row["label"], row["like"]) for row in map(json.loads, lines)]


PRINTED: Final = labelled("printed")
HELD_OUT: Final = labelled("held_out")
