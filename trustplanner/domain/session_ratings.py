"""The short ratings around sessions, side by side: never averaged, and a line ends where its question was said anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from trustplanner.domain.session_notes import Around, SessionRating
from trustplanner.domain.sessions import Session


@dataclass(frozen=True, slots=True)
class RatingStretch:
    """Answers to one wording of a question, by the day of their session."""

    wording: int
    answers: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One question over the sessions. Its stretches are apart: another wording is another question."""

    around: Around
    question: str
    stretches: tuple[RatingStretch, ...]

    @property
    def count(self) -> int:
        """How many answers there are."""
        return sum(len(stretch.answers) for stretch in self.stretches)


def rating_rows(ratings: Iterable[SessionRating], sessions: Iterable[Session]) -> list[RatingRow]:
    """A row for each question that was answered, those before a session first; ratings of no session are left out."""
    days = {session.id: (session.day, session.at_minute or 0) for session in sessions}
    known = sorted((each for each in ratings if each.session_id in days), key=lambda each: days[each.session_id])
    asked = sorted({(each.around, each.question) for each in known}, key=lambda pair: list(Around).index(pair[0]))
    rows = []
    for around, question in asked:
        own = [each for each in known if (each.around, each.question) == (around, question)]
        rows.append(RatingRow(around, question, tuple(_stretches(own, {key: day for key, (day, _) in days.items()}))))
    return rows


def _stretches(own: Sequence[SessionRating], days: dict[str, date]) -> Iterable[RatingStretch]:
    for wording, answers in groupby(own, key=lambda each: each.wording):
        yield RatingStretch(wording, tuple((days[each.session_id], each.value) for each in answers))
