"""What a session leaves, in a real vault."""

import pytest

from tests.builders import MONDAY, on, promise
from trustplanner.actions import session_notes as notes
from trustplanner.actions import sessions
from trustplanner.actions.runner import Runner
from trustplanner.domain.commitments import Stance
from trustplanner.domain.path import LONGEST_ANSWER
from trustplanner.domain.session_notes import Around, Decision, Fits, NotePart
from trustplanner.storage.queries.sessions import left_by_session, session_decisions, session_note, session_ratings


@pytest.fixture
def session(runner: Runner) -> str:
    return runner.do("Session", sessions.add_session, on("05-20"), None, "Dr Lee").result.id


def test_each_part_of_the_note_stays_when_another_is_written(runner: Runner, session: str) -> None:
    promised = promise(runner)
    runner.do("Fits", notes.say_fits, session, Fits.RATHER_NOT)
    runner.do("Walk", notes.choose_walked, session, promised.id, MONDAY)
    for part in NotePart:
        runner.do("Words", notes.write_session_note, session, part, f"about {part.value}")
    found = runner.vault.read(session_note, session)
    assert found is not None
    assert (found.fits, found.walked) == (Fits.RATHER_NOT, f"{promised.id}/2026-05-04")
    assert (found.fits_words, found.walked_words, found.questions) == ("about fits", "about walked", "about questions")


def test_a_note_that_is_emptied_leaves_no_row(runner: Runner, session: str) -> None:
    runner.do("Words", notes.write_session_note, session, NotePart.QUESTIONS, "Why?")
    runner.do("Words", notes.write_session_note, session, NotePart.QUESTIONS, "  ")
    assert runner.vault.read(session_note, session) is None


def test_the_longest_words_are_kept_whole(runner: Runner, session: str) -> None:
    words = "ש" * LONGEST_ANSWER
    runner.do("Words", notes.write_session_note, session, NotePart.FITS, words)
    found = runner.vault.read(session_note, session)
    assert found is not None
    assert found.fits_words == words


def test_an_end_that_was_decided_takes_its_notice(runner: Runner, session: str) -> None:
    promised = promise(runner)
    terms = runner.do("End", notes.end_in_session, session, promised.id).result
    assert terms.stance is Stance.ENDED
    assert (terms.starts_on - terms.written_on).days == 7
    assert [row.decision for row in runner.vault.read(session_decisions, session)] == [Decision.ENDED]


def test_a_decision_can_be_another_one_or_none(runner: Runner, session: str) -> None:
    promised = promise(runner)
    runner.do("Decide", notes.decide, session, promised.id, Decision.KEPT)
    runner.do("Decide", notes.decide, session, promised.id, Decision.CHANGED)
    assert [row.decision for row in runner.vault.read(session_decisions, session)] == [Decision.CHANGED]
    runner.do("Decide", notes.decide, session, promised.id, None)
    assert runner.vault.read(session_decisions, session) == ()


def test_ratings_remember_the_wording_they_answered(runner: Runner, session: str) -> None:
    runner.do("Rate", notes.rate, session, Around.BEFORE, "week", 1, 0)
    runner.do("Rate", notes.rate, session, Around.AFTER, "heard", 2, 10)
    found = {(row.around, row.question): (row.wording, row.value) for row in runner.vault.read(session_ratings)}
    assert found == {(Around.BEFORE, "week"): (1, 0), (Around.AFTER, "heard"): (2, 10)}
    runner.do("Rate", notes.rate, session, Around.BEFORE, "week", 1, None)
    assert len(runner.vault.read(session_ratings)) == 1


def test_a_deleted_session_takes_all_of_it_along(runner: Runner, session: str) -> None:
    promised = promise(runner)
    runner.do("Decide", notes.decide, session, promised.id, Decision.KEPT)
    runner.do("Rate", notes.rate, session, Around.BEFORE, "week", 1, 5)
    runner.do("Fits", notes.say_fits, session, Fits.FITS)
    assert len(runner.vault.read(left_by_session, session)) == 3
    runner.do("Delete", sessions.delete_session, session)
    assert runner.vault.read(left_by_session, session) == ()
