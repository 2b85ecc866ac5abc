"""The words beside the panels, as data: a screen shows them as its own labels, an export draws them itself."""

from dataclasses import dataclass
from enum import StrEnum

from trustplanner.charts.bars import Period
from trustplanner.charts.layout import Panel
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView, MarkKind
from trustplanner.charts.voice import VoiceInRange
from trustplanner.charts.voice_in_words import voice_heading
from trustplanner.domain.known_range import Window


class Sign(StrEnum):
    """A sign of the legend."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    UNANSWERED = "unanswered"
    KEPT_LATE = "late"
    PAUSED = "paused"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One sign and what it stands for."""

    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class GutterText:
    """What stands beside one panel, from its upper edge down: a heading, signs, then notes."""

    panel: Panel
    heading: str
    legend: tuple[LegendLine, ...]
    notes: tuple[str, ...]


def gutter_texts(view: ChartView, words: Sentences) -> list[GutterText]:
    """The words beside every panel, in the order of the panels."""
    voice = [] if view.voice is None else [_voice(view.voice, words)]
    return [_due(view, words), _range(view, words), _misses(view, words), *voice, _events(view, words)]


def _due(view: ChartView, words: Sentences) -> GutterText:
    heading = "gutter.due_weeks" if view.period is Period.WEEK else "gutter.due_months"
    signs = [Sign.KEPT, Sign.PARTLY, Sign.MISSED, Sign.UNANSWERED, Sign.KEPT_LATE]
    if view.pauses:
        signs.append(Sign.PAUSED)  # most pauses are too narrow for their word
    legend = tuple(LegendLine(sign, words.said(f"gutter.{sign}")) for sign in signs)
    return GutterText(Panel.DUE, words.said(heading), legend, (words.said("gutter.height"),))


def _range(view: ChartView, words: Sentences) -> GutterText:
    note = "gutter.range_once" if view.window_kind is Window.NONE else "gutter.range_note"
    return GutterText(Panel.RANGE, words.said(f"gutter.range_{view.window_kind}"), (), (words.said(note),))


def _misses(view: ChartView, words: Sentences) -> GutterText:
    if view.misses:
        note = [words.said("gutter.told_of", len(view.misses), k=view.told_first)]
    else:
        note = [words.said("gutter.told_none")] if view.counts.answered else []
    return GutterText(Panel.MISSES, words.said("gutter.misses"), (), tuple(note))


def _voice(voice: VoiceInRange, words: Sentences) -> GutterText:
    return GutterText(Panel.VOICE, voice_heading(voice, words), (), (words.said("gutter.voice_note"),))


def _events(view: ChartView, words: Sentences) -> GutterText:
    has_sessions = any(mark.kind is MarkKind.SESSION for mark in view.marks)
    legend = (LegendLine(Sign.SESSION, words.said("gutter.session")),) if has_sessions else ()
    return GutterText(Panel.EVENTS, words.said("gutter.events"), legend, ())
