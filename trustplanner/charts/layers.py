"""Every layer of the chart, from the lowest to the highest.

To add one, write a function that draws it on a `Drawing` and name it here; the parametrised drawing test runs it.
Every artist has a gid, so that what it shows can be read back and compared with the view.
"""

from collections.abc import Callable
from typing import Final

from trustplanner.charts import due_panel, event_panel, frame, miss_panel, page_words, range_panel, voice_panel
from trustplanner.charts.drawing import Drawing

Layer = Callable[[Drawing], None]

# What one commitment did.
OF_ONE: Final[tuple[Layer, ...]] = (
    frame.grid_of_time,
    frame.pauses,
    frame.scales,
    frame.guides,
    due_panel.bars,
    due_panel.counts_above,
    range_panel.known_range,
    range_panel.quiet_line,
    miss_panel.rows,
    miss_panel.times,
    miss_panel.misses,
)

# What belongs to all commitments.
OF_ALL: Final[tuple[Layer, ...]] = (
    voice_panel.axis_of_readings,
    voice_panel.anchors,
    voice_panel.not_today,
    voice_panel.readings,
    event_panel.event_line,
    event_panel.event_signs,
    event_panel.event_words,
)

LAYERS: Final[tuple[Layer, ...]] = (*OF_ONE, *OF_ALL, frame.words_of_pauses, frame.names_of_time)

# Only where the drawing stands alone, without a page around it.
PAGE_LAYERS: Final[tuple[Layer, ...]] = (
    page_words.head_and_foot,
    page_words.gutter,
)
