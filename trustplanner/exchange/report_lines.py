"""The lines of the report that stand beside its table and charts: misses, changes, how things stand, what is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trustplanner.charts.figures_in_words import telling_time
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView
from trustplanner.charts.voice import ANCHORED, Segment, VoiceInRange
from trustplanner.charts.voice_in_words import in_table, voice_heading, voice_in_words
from trustplanner.charts.words import happened, shift_in_words
from trustplanner.content.report import ReportWords
from trustplanner.domain.answers import Adjust, How
from trustplanner.domain.commitments import Direction, Stance, Terms
from trustplanner.domain.items import History
from trustplanner.domain.letters import LetterState, LetterStep, standing
from trustplanner.domain.plans import Contact, Plan
from trustplanner.domain.record import CommitmentRecord, Miss, Record, TermsChange
from trustplanner.domain.sessions import next_session
from trustplanner.exchange.readers import Reader
from trustplanner.exchange.report_terms import asked_instead, capital, last_asked, over_since
from trustplanner.storage.queries.commitments import miss_review
from trustplanner.storage.queries.letters import letter_steps, letters
from trustplanner.storage.queries.sessions import agenda, session_note, sessions

HOW_ORDER = (*How, None)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines; without lines there is nothing to say under it but `nothing`."""

    title: str
    lines: tuple[str, ...]
    nothing: str = ""


def lines_of_misses(vault: Reader, found: CommitmentRecord, words: ReportWords, said: Sentences) -> Iterator[str]:
    """One line for each way of coming out: every miss with its day, time to telling, repair and what followed."""
    for how in HOW_ORDER:
        misses = [miss for miss in found.misses if miss.how is how]
        if misses:
            name = words.miss_open if how is None else words.how_it_came_out[how]
            each = "; ".join(_miss(vault, miss, words, said) for miss in misses)
            yield words.misses.said(how=name, n=len(misses), words=each)


def _miss(vault: Reader, miss: Miss, words: ReportWords, said: Sentences) -> str:
    beside = [] if miss.how is None or miss.time is None else [telling_time(miss.time, said)]
    review = vault.read(miss_review, miss.commitment_id, miss.day)
    if review is not None and review.repair_done_on is not None:
        beside.append(words.repaired.said(date=said.day(review.repair_done_on)))
    if review is not None and review.adjust is not None and review.adjust is not Adjust.KEEP:
        beside.append(words.adjusted[review.adjust])
    day = said.day(miss.day)
    return f"{day} ({said.listed(beside)})" if beside else day


def changes(
    record: Record, known: Iterable[History], views: Iterable[ChartView], words: ReportWords, said: Sentences
) -> Part:
    """Changed terms with their view, pauses, and what stands on the line of events."""
    rows = {history.commitment.id: history.terms for history in known}
    terms = (
        _change(found.title, change, rows[found.commitment_id], words, said)
        for found in record.commitments
        for change in found.changes
        if record.first <= change.day <= record.last
    )
    shown = list(views)
    events = happened(shown[0], said) if shown else ()
    shifts = (f"{view.title}: {line}" for view in shown for line in shift_in_words(view, said))
    lines = (*terms, *_pauses(record, rows, words, said), *events, *shifts)
    return Part(words.changes_title, lines, words.changes_none)


def _pauses(record: Record, rows: Mapping[str, Sequence[Terms]], words: ReportWords, said: Sentences) -> Iterator[str]:
    """Each stretch once, with the commitments that it paused: none of which nothing was due any more."""
    paused: dict[tuple[date, date], list[str]] = {}
    for found in filter(has_something, record.commitments):
        for first, last in found.pauses:
            is_over = over_since(rows[found.commitment_id], first) is not None
            if first <= record.last and last >= record.first and not is_over:
                paused.setdefault((first, last), []).append(found.title)
    for (first, last), titles in sorted(paused.items()):
        yield words.paused.said(words=said.joined(titles), span=said.span(first, last))


def has_something(found: CommitmentRecord) -> bool:
    """Ended ones stay, so that no miss is left behind; what asked for nothing in this time is left out."""
    return bool(found.counts.due or found.counts.not_applicable)


def _change(title: str, change: TermsChange, rows: Sequence[Terms], words: ReportWords, said: Sentences) -> str:
    """What changed, from what to what where the days or the time did, and what they said to it."""
    by_stance = {Stance.ENDED: words.ended, Stance.WAITING: words.waits}
    by_direction = {
        Direction.STRICTER: words.stricter,
        Direction.EASIER: words.easier,
        Direction.WORDING: words.wording,
        Direction.FIRST: words.began,
    }
    sentence = by_stance.get(change.terms.stance) or by_direction[change.terms.direction]
    parts = [sentence.said(words=title, date=said.day(change.day))]
    before = last_asked(rows, change.day - timedelta(days=1))
    if before is not None and change.terms.stance is Stance.ACTIVE:
        was, became = asked_instead(before, change.terms, words.asks, said)
        parts += [] if was == became else [words.from_to.said(before=capital(was), after=became)]
    if change.terms.direction is not Direction.EASIER:
        return " ".join(parts)
    return " ".join((*parts, words.views[change.their_view]))


def how_things_stand(vault: Reader, plan: Plan | None, words: ReportWords, said: Sentences) -> Part | None:
    """What contact is wanted where it is less than open, and letters that somebody else has seen; None if neither."""
    lines: list[str] = []
    if plan is not None and plan.contact is not Contact.OPEN:
        line = words.contact_none if plan.contact is Contact.NONE else words.contact_limited
        until = "" if plan.contact_until is None else f" {words.until.said(date=said.day(plan.contact_until))}"
        lines.append(line + until)
    for letter in vault.read(letters):
        lines += _letter(standing(vault.read(letter_steps, letter.id)), words, said)
    return Part(words.stands_title, tuple(lines)) if lines else None


def _letter(steps: tuple[LetterStep, ...], words: ReportWords, said: Sentences) -> list[str]:
    """A draft is nobody's but its writer's."""
    sentences = {
        LetterState.READ: words.letter_read,
        LetterState.OFFERED: words.letter_offered,
        LetterState.ACCEPTED: words.letter_accepted,
        LetterState.NOT_WANTED: words.letter_not_wanted,
    }
    if not steps or steps[-1].state not in sentences:
        return []
    return [sentences[steps[-1].state].said(date=said.day(steps[-1].on))]


def asked_for(vault: Reader, today: date, words: ReportWords) -> Iterator[Part]:
    """The agenda of the next session and the questions that are open for it."""
    session = next_session(vault.read(sessions), today)
    lines = () if session is None else vault.read(agenda, session.id)
    yield Part(words.agenda_title, tuple(line.words for line in lines), words.agenda_none)
    note = None if session is None else vault.read(session_note, session.id)
    if note is not None and note.questions.strip():
        yield Part(words.questions_title, tuple(note.questions.strip().splitlines()))


def _anchors(segment: Segment, words: ReportWords, said: Sentences) -> str:
    found = (height for height in ANCHORED if segment.words(height))
    each = "; ".join(said.said("voice.anchor", n=height, words=segment.words(height)) for height in found)
    return words.anchors.said(date=said.day(segment.first), words=each)


def their_voice(voice: VoiceInRange, words: ReportWords, said: Sentences) -> Part:
    """What they gave themselves: how often, each reading, their own words for a 3 and a 7, and about a week."""
    anchors = [_anchors(segment, words, said) for segment in voice.segments if segment.three or segment.seven]
    weeks = [f"{said.day(point.day)}: “{point.words}”" for point in voice.readings if point.words]
    readings = f"{in_table(voice, date.min, date.max, said)}."
    return Part(voice_heading(voice, said), (" ".join(voice_in_words(voice, said)), readings, *anchors, *weeks))
