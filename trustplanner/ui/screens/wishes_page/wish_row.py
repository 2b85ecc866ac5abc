"""One wish as it was said or guessed, how it stands, and what can be made of it."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QLineF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import Voice
from trustplanner.content.wishes import WishesWords
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.quote_line import BAR_WIDTH, WORDS_LEFT
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.wishes_page.entry_column import EntryRow

_LINK_GAP: Final = 18
_LINE_GAP: Final = 2


class WishRow(EntryRow):
    """Signals carry the id of the wish."""

    change_requested = Signal(str)
    lift_requested = Signal(str)
    hold_requested = Signal(str)
    repair_requested = Signal(str)
    commitment_requested = Signal(str)

    def __init__(self, theme: Theme, wish: Wish, words: WishesWords) -> None:
        super().__init__()
        self.theme = theme
        self._wish = wish
        self._content = words
        self._dates = DateWords()
        self._quote = _Quote(theme)
        self._heard = TextLabel(theme, "", "caption", "ink_3")
        self._about = TextLabel(theme, "", "small", "ink_2")
        self._until = TextLabel(theme, "", "small", "ink_2")
        self._lifted = TextLabel(theme, "", "small")
        self._links = {
            "commitment": self._link("commitment", self.tr("Make it a commitment"), self.commitment_requested),
            "repair": self._link("repair", self.tr("Make it a repair"), self.repair_requested),
            "lift": self._link("lift", "", self.lift_requested),
            "hold": self._link("hold", self.tr("It still holds"), self.hold_requested),
            "change": self._link("change", self.tr("Change"), self.change_requested),
        }
        layout = column(self.reading, spacing=_LINE_GAP)
        for part in (self._quote, self._heard, self._about, self._until, self._lifted):
            layout.addWidget(part)
        links = WrappingRow(gap=_LINK_GAP, line_gap=0)
        for link in self._links.values():
            links.addWidget(link)
        layout.addLayout(links)

    def show_wish(self, wish: Wish, voice: Voice, today: date, *, has_harm: bool) -> None:
        """Show it as it is now."""
        self._wish = wish
        is_limit, is_lifted = wish.kind is WishKind.NOT_WANTED, wish.lifted_on is not None
        self._quote.show_words(wish.words, is_said=not wish.is_guess)
        self._heard.set_text(self._heard_words(wish, voice, today))
        self._show(self._about, self._about_words(wish) if is_limit and not is_lifted else "")
        self._show(self._until, self._until_words(wish, voice, today) if is_limit and not is_lifted else "")
        lifted = (
            self.tr("Lifted on {day}, as you heard it") if is_limit else self.tr("No longer asked for, since {day}")
        )
        day = self._dates.short(wish.lifted_on, today) if wish.lifted_on is not None else ""
        self._show(self._lifted, lifted.format(day=day) if is_lifted else "")
        lift = self._content.lift if is_limit else self._content.withdraw
        self._links["lift"].set_words(self._content.no_longer_guess if wish.is_guess else lift.said_to(voice))
        seen = {"hold", "change"} if is_lifted else {"lift", "change"}
        if not is_limit and not is_lifted:
            seen |= {"commitment", "repair"} if has_harm else {"commitment"}
        for name, link in self._links.items():
            link.setVisible(name in seen)
            link.setAccessibleDescription(wish.words)

    def _heard_words(self, wish: Wish, voice: Voice, today: date) -> str:
        day = self._dates.short(wish.heard_on, today)
        if wish.is_guess:
            return self.tr("I guess, {day}").format(day=day)
        return self.tr("{said}, from memory, {day}").format(said=self._content.said.said_to(voice), day=day)

    def _about_words(self, wish: Wish) -> str:
        if not wish.about:
            return self._content.topic_none
        return self.tr("About: {topic}").format(topic=wish.about)

    def _until_words(self, wish: Wish, voice: Voice, today: date) -> str:
        if wish.until is None and wish.is_guess:
            return self._content.guess_note
        if wish.until is None:
            return self._content.until_said.said_to(voice)
        day = self._dates.long(wish.until, today)
        if wish.until < today:
            return self._content.until_passed.said_to(voice, date=day)
        return self.tr("Until {day}").format(day=day)

    def _show(self, label: TextLabel, words: str) -> None:
        label.set_text(words)
        label.setVisible(bool(words))

    def _link(self, name: str, words: str, asked: object) -> Button:
        link = Button(self.theme, words, Kind.LINK, name=f"wishes_{name}_{self._wish.id}_button")
        link.clicked.connect(lambda: asked.emit(self._wish.id))  # type: ignore[attr-defined]  # a signal of this class
        return link


class _Quote(QWidget):
    """Words with the bar of what was said, or the dotted one of a guess."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._is_said = True
        self._label = TextLabel(theme, "", "promise")
        column(self).addWidget(self._label)
        self._make_room_for_bar()
        theme.changed.connect(self.update)

    def show_words(self, words: str, *, is_said: bool) -> None:
        self._is_said = is_said
        self._label.set_text(self.tr("“{words}”").format(words=words) if is_said else words)
        self._label.set_color("theirs" if is_said else "ink")
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """The bar stands where the words begin."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room_for_bar()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        pen = QPen(self.theme.color("theirs" if self._is_said else "edge"), BAR_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not self._is_said:
            pen.setDashPattern([2, 1])
        painter = QPainter(self)
        painter.setPen(pen)
        x = self.width() - BAR_WIDTH / 2 if self.isRightToLeft() else BAR_WIDTH / 2
        painter.drawLine(QLineF(x, 2, x, self.height() - 3))

    def _make_room_for_bar(self) -> None:
        """Layouts mirror their widgets, not their margins."""
        left, right = (0, WORDS_LEFT) if self.isRightToLeft() else (WORDS_LEFT, 0)
        self.setContentsMargins(left, 0, right, 0)
