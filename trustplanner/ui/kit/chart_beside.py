"""What is seen of the bar that is looked at: the guide line through it, and its card."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from trustplanner.charts.cards import Card, card
from trustplanner.charts.layout import Layout, Panel, TimeAxis
from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView
from trustplanner.ui.kit.chart_guide import ChartGuide
from trustplanner.ui.kit.chart_places import middle_of
from trustplanner.ui.kit.hover_card import CardLine, HoverCard
from trustplanner.ui.kit.theme import Theme

CARD_ABOVE = 4  # pixels from the card to the events and the words above them
CARD_BELOW = 27  # pixels from the top of the second panel to the card
CARD_MARGIN = 12  # pixels between the card and the edge of what is seen of the page


class ChartBeside:
    """Guide line and card above a canvas. Nothing is worded or laid out twice for the same bar.

    The card lies on the page that scrolls, so that it is seen whole where little of the chart is in sight.
    """

    def __init__(self, theme: Theme, canvas: QWidget) -> None:
        self._canvas = canvas
        self._guide = ChartGuide(theme, canvas)
        self._card = HoverCard(theme, canvas)
        self._card.setLayoutDirection(canvas.layoutDirection())  # on the page, too
        self._view: ChartView | None = None
        self._words: Sentences | None = None
        self._cards: dict[int, Card] = {}
        self._stands: tuple[int, int, int] | None = None  # the line, where the card begins, where it ends at the latest
        self._days = (0, 0)  # from the top of the first panel to the foot of the last
        self._page: QScrollArea | None = None

    def show_view(self, view: ChartView, words: Sentences) -> None:
        """The cards are those of another view."""
        self._view, self._words = view, words
        self._cards.clear()

    @property
    def is_shown(self) -> bool:
        """Whether the card is seen."""
        return self._card.isVisible()

    def card_at(self, place: int) -> Card | None:
        """What a bar says; None while there is no view."""
        if self._view is None or self._words is None:
            return None
        if place not in self._cards:
            self._cards[place] = card(self._view, place, self._words)
        return self._cards[place]

    def look_at(self, place: int, layout: Layout, axis: TimeAxis, events: int) -> None:
        """Show line and card of a bar; the words of the events, which begin at `events`, stay in sight."""
        said = self.card_at(place)
        if said is None or self._view is None:
            return
        x = round(middle_of(self._view, axis, place))
        self._guide.stand_at(x, layout)
        self._card.show_lines(_lines(said))
        self._days = round(layout.panels[Panel.DUE].top), round(layout.panels[Panel.EVENTS].bottom)
        self._stands = x, round(layout.panels[Panel.RANGE].top) + CARD_BELOW, events - CARD_ABOVE
        self._stand()

    def hide(self) -> None:
        """No bar is looked at."""
        self._stands = None
        self._guide.hide()
        self._card.hide()

    def _stand(self) -> None:
        """Place the card inside what is seen of the chart; of the page where that is too low."""
        if self._stands is None:
            return
        ground = self._ground()
        origin = self._canvas.mapTo(ground, QPoint())
        x, top, lowest = self._stands
        seen = self._canvas.visibleRegion().boundingRect()
        if not seen.isEmpty() and not (self._days[0] < seen.bottom() and seen.top() < self._days[1]):
            self._card.hide()  # the page was scrolled away from the days; it comes back with them
            return
        area = _inside((self._canvas.rect() if seen.isEmpty() else seen).translated(origin))
        if self._card.height_in(area) > area.height():
            area = _inside(ground.rect())
        self._card.stand_beside(x + origin.x(), top + origin.y(), area, lowest + origin.y())

    def _ground(self) -> QWidget:
        """What the card lies on: the page that scrolls the canvas, else the canvas itself."""
        page = _page_around(self._canvas)
        ground = self._canvas if page is None else page.viewport()
        if self._card.parentWidget() is not ground:
            self._card.setParent(ground)
        if page is not None and page is not self._page:
            page.verticalScrollBar().valueChanged.connect(self._stand)
        self._page = page
        return ground


def _page_around(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _inside(seen: QRect) -> QRect:
    return seen.adjusted(0, CARD_MARGIN, 0, -CARD_MARGIN)


def _lines(said: Card) -> list[tuple[CardLine, str]]:
    lines = [(CardLine.TITLE, said.title), (CardLine.COUNTS, said.counts)]
    lines += [(CardLine.MORE, note) for note in said.notes]
    return [*lines, *((CardLine.THEIRS, given) for given in said.theirs)]
