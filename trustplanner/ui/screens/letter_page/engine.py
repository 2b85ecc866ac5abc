"""The questions of the engine that comes with the program, in the words of its content file."""

from collections.abc import Sequence

from trustplanner.content.letter_hints import LetterHints, Slip
from trustplanner.domain.letter_sentences import sentences
from trustplanner.ui.screens.letter_page.hints import FindHints, Hint


def shipped_hints(words: LetterHints) -> FindHints:
    """Looks with the shipped judges; they are read when the first text is looked at, beside the window."""

    def find(text: str) -> Sequence[Hint]:
        from trustplanner.letter_hints.hints import hints_for, shipped_judges  # numpy comes with it

        placed = sentences(text)
        found = []
        for hint in hints_for(text, shipped_judges()):
            sentence = next((each.words for each in placed if each.start <= hint.start < each.end), "")
            slip = words.slips[hint.slip]
            found.append(
                Hint(
                    rule=hint.slip,
                    sentence=sentence,
                    words=sentence or text[hint.start : hint.end],  # a sentence is known again, two words are not
                    question=slip.question,
                    reason=slip.reason,
                    rephrasing=slip.idea or "",
                    is_about_safety=hint.slip is Slip.COERCION,
                )
            )
        return found

    return find
