"""`trustplanner letter`: the hints for a text file. It needs no vault and no passphrase."""

import argparse
import json

from trustplanner.terminal import printable, say


def letter(asked: argparse.Namespace) -> int:
    """Say what might hurt in a letter."""
    from trustplanner.content.catalogue import shipped_catalogue
    from trustplanner.exchange.letter_file import read_letter_file
    from trustplanner.letter_hints.hints import hints_for, shipped_judges
    from trustplanner.letter_hints.texts import hints_as_json, hints_as_lines

    text = read_letter_file(asked.file)
    words = shipped_catalogue().letter_hints()
    hints = hints_for(text, shipped_judges())
    if asked.json:
        say([json.dumps(hints_as_json(hints, words), indent=1)])
    else:
        say(map(printable, hints_as_lines(text, hints, words)))
    return 0
