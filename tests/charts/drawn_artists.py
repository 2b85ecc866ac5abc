"""Reads back what a chart has drawn, artist by artist."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from trustplanner.charts.cells import cell_size
from trustplanner.charts.drawing import Drawing
from trustplanner.charts.figure import Chart, draw
from trustplanner.charts.layout import screen_layout
from trustplanner.charts.library import Figure, LineCollection, PathCollection, PolyCollection
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import ChartStyle, Look, chart_style, read_tokens
from trustplanner.charts.view import ChartView, build_view
from trustplanner.domain.items import Outcome
from trustplanner.domain.record import Counts, Record

WIDTH = 984.0


def style_of(look: Look, scale: float = 1.0) -> ChartStyle:
    return chart_style(read_tokens(), look, scale)


def view_of(record: Record, place: int = 0) -> ChartView:
    return build_view(record, record.commitments[place].commitment_id)


def chart_of(view: ChartView, look: Look = Look.LIGHT, width: float = WIDTH) -> Chart:
    return draw(view, style_of(look), screen_layout(width), recovery_sentences(view.today))


def artists(chart: Chart) -> dict[str, Any]:
    """Every artist by its gid."""
    found = ((artist.get_gid(), artist) for artist in chart.figure.get_children())
    return {gid: artist for gid, artist in found if gid}


def labels(chart: Chart, gid: str) -> list[str]:
    """The words drawn under a gid, in the order of drawing."""
    return [label.words for label in chart.labels if label.gid == gid]


def vertices(artist: Any) -> Iterator[np.ndarray]:
    """The corners of everything that an artist draws, shape by shape, in its own units."""
    if isinstance(artist, PathCollection):
        yield np.asarray(artist.get_offsets())
    elif isinstance(artist, (PolyCollection, LineCollection)):
        for path in artist.get_paths():
            yield np.asarray(path.vertices)
    elif hasattr(artist, "get_xydata"):
        yield np.asarray(artist.get_xydata())
    elif hasattr(artist, "get_position"):
        yield np.asarray([artist.get_position()])


def marker_days(chart: Chart, gid: str) -> list[int]:
    """The ordinals of the days at which a sign stands."""
    artist = artists(chart).get(gid)
    if artist is None:
        return []
    return [int(x) for shape in vertices(artist) for x, _ in shape]


def drawn_counts(chart: Chart, view: ChartView, width: float = WIDTH) -> Counts:
    """The counts as the heights of all drawn cells and segments tell them."""
    style = style_of(Look.LIGHT)
    drawing = Drawing(Figure(), view, style, screen_layout(width), recovery_sentences(view.today))
    gap = cell_size(drawing).gap
    tally: dict[str, int] = {}
    for gid, artist in artists(chart).items():
        if gid.removesuffix("-late") in set(Outcome):
            heights = [np.ptp(shape[:, 1]) + gap for shape in vertices(artist)]
            assert all(abs(height - round(height)) < 1e-6 for height in heights)
            tally[gid] = sum(round(height) for height in heights)
    late = sum(found for gid, found in tally.items() if gid.endswith("-late"))
    by_outcome = {
        outcome: tally.get(outcome.value, 0) + tally.get(f"{outcome}-late", 0)
        for outcome in (Outcome.KEPT, Outcome.PARTLY, Outcome.MISSED, Outcome.UNANSWERED)
    }
    return Counts(
        kept=by_outcome[Outcome.KEPT],
        partly=by_outcome[Outcome.PARTLY],
        missed=by_outcome[Outcome.MISSED],
        unanswered=by_outcome[Outcome.UNANSWERED],
        late=late,
    )
