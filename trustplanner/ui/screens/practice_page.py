"""Listening, practised alone: one card at a time, one's own sentence, and two examples once it is written."""

from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from trustplanner.actions.practices import write_practice
from trustplanner.content.listening import Card, Level, LevelCode
from trustplanner.domain.change import Topic
from trustplanner.domain.conversations import Practice
from trustplanner.domain.errors import Code, KnownError, RuleError
from trustplanner.domain.path import LONGEST_ANSWER, has_enough_words
from trustplanner.storage.queries.conversations import practice_on, practices
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import LabelledField
from trustplanner.ui.kit.keyed_column import KeyedColumn
from trustplanner.ui.kit.labels import Run, TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.leaving import is_leaving
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.step_bar import StepBar
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.kit.writing_visit import WritingVisit

_LEVELS: Final = tuple(LevelCode)
_LOW: Final = 80  # pixels at 100 %
_GROUP_GAP: Final = 24
_EARLIER_SHOWN: Final = 5


class PracticePage(Page):
    """Detail: the code of a card; the first one without."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CONVERSATIONS})
    parent_place = "conversations"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("practice_page")
        theme = workspace.theme
        self._words = words = workspace.catalogue.listening()
        self._cards = words.cards()
        self._place = 0
        self._dates = DateWords()
        self._levels = StepBar(
            theme,
            [words.levels[code].title for code in _LEVELS],
            name="practice_level",
            label=self.tr("The six levels"),
        )
        self._doing = TextLabel(theme, "", "body", "ink_2")
        self._why = TextLabel(theme, "", "aside", "ink_2")
        self._number = TextLabel(theme, "", "label", "ink_2")
        self._said = TextLabel(theme, "", "heading")
        self._field = WritingField(theme, name="practice_field", lowest=_LOW)
        self._examples = QWidget()
        self._strong, self._weak = (TextLabel(theme, "", "promise") for _ in range(2))
        self._because = TextLabel(theme, "", "body", "ink_2")
        self._not_yet = TextLabel(theme, words.shown_after, "small", "ink_2")
        self._earlier_title = TextLabel(theme, words.earlier_title, "label", "ink_2")
        self._earlier = KeyedColumn[Practice, TextLabel](
            lambda practice: practice.id, lambda _: TextLabel(theme, "", "small"), self._show_earlier, spacing=6
        )
        self._back = Button(
            theme, self.tr("Card before"), Kind.QUIET, icon="chevron-left", name="practice_before_button"
        )
        self._next = Button(theme, self.tr("Next card"), Kind.PRIMARY, name="practice_next_button")
        self._visit = WritingVisit(workspace, self.tr("change of a sentence"), self._save, self)
        self._page = ScrollPage(theme, has_rail=True)
        column(self).addWidget(self._page)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._field)

    def _lay_out(self) -> None:
        theme, main, words = self.workspace.theme, self._page.main, self._words
        main.addWidget(self.back_link("practice"), 0, Qt.AlignmentFlag.AlignLeading)
        self._lay_out_examples()
        field = LabelledField(theme, words.answer_label, self._field)
        ways = QWidget()
        buttons = WrappingRow(ways, gap=16)
        buttons.addWidget(self._next)
        buttons.addWidget(self._back)
        for gap, part in (
            (0, TextLabel(theme, words.title, "title")),
            (6, TextLabel(theme, words.lead, "body", "ink_2")),
            (_GROUP_GAP - 6, self._levels),
            (_GROUP_GAP, self._number),
            (6, self._said),
            (4, TextLabel(theme, words.invented, "small", "ink_2")),
            (_GROUP_GAP - 4, field),
            (8, self._not_yet),
            (0, self._examples),
            (_GROUP_GAP, ways),
            (_GROUP_GAP, self._earlier_title),
            (8, self._earlier.widget),
        ):
            main.addSpacing(gap)
            main.addWidget(part)
        rail = self._page.rail
        self._rail_title = TextLabel(theme, "", "label", "ink_2")
        for gap, part in ((0, self._rail_title), (10, self._doing), (12, self._why)):
            rail.addSpacing(gap)
            rail.addWidget(part)

    def _lay_out_examples(self) -> None:
        theme, words = self.workspace.theme, self._words
        layout = column(self._examples)
        for title, label in (
            (words.strong_title, self._strong),
            (words.weak_title, self._weak),
            (words.because_title, self._because),
        ):
            layout.addSpacing(12)
            layout.addWidget(TextLabel(theme, title, "label", "ink_2"))
            layout.addSpacing(4)
            layout.addWidget(label)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._on_text_changed)
        self._field.go_on_requested.connect(self._on_next)
        self._field.overflow_refused.connect(self._on_overflow)
        self._field.installEventFilter(self)
        self._visit.refused.connect(self.workspace.refused)
        self._levels.step_opened.connect(self._on_level_opened)
        self._next.clicked.connect(self._on_next)
        self._back.clicked.connect(self._on_back)
        self._back.setToolTip(self.tr("The card before: Alt+Left"))
        self._next.setToolTip(self.tr("The next card: Alt+Right"))
        for keys, slot in (("Alt+Left", self._on_back), ("Alt+Right", self._on_next)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- what is shown

    def show_detail(self, detail: str) -> None:
        """Show this card."""
        codes = [card.code for _, card in self._cards]
        self._go_to(codes.index(detail) if detail in codes else self._place)

    def detail(self) -> str:
        """The card that is shown."""
        return self._card.code

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def refresh(self) -> None:
        """Show what is written for this card; what is being typed stays."""
        level, card = self._cards[self._place]
        today = self.workspace.today
        written = self.workspace.read(practice_on, card.code, today)
        words = "" if written is None else written.words
        if not self._visit.is_waiting and self._field.toPlainText() != words:
            self._field.fill(words)
        self._show_card(level, card)
        every = self.workspace.read(practices, card.code)
        self._earlier.show_things([each for each in every if each.on != today][:_EARLIER_SHOWN])
        self._earlier_title.setVisible(not self._earlier.widget.isHidden())
        self._show_examples()

    def _show_card(self, level: Level, card: Card) -> None:
        number = [each.code for each in level.cards].index(card.code) + 1
        self._levels.set_present(_LEVELS.index(level.code))
        self._number.set_text(
            self.tr("{said}, card {n} of {total}").format(said=self._words.said_label, n=number, total=len(level.cards))
        )
        self._said.set_text(self.tr("“{words}”").format(words=card.said))
        self._rail_title.set_text(level.title)
        self._doing.set_text(level.doing)
        self._why.set_text(level.why)
        self._strong.set_text(self.tr("“{words}”").format(words=card.strong))
        self._weak.set_text(self.tr("“{words}”").format(words=card.weak))
        self._because.set_text(card.because)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._cards) - 1)

    def _show_examples(self) -> None:
        """An example that comes first would be copied."""
        is_enough = has_enough_words(self._field.toPlainText())
        self._examples.setVisible(is_enough)
        self._not_yet.setVisible(not is_enough)

    def _show_earlier(self, label: TextLabel, practice: Practice) -> None:
        day = self._dates.short(practice.on, self.workspace.today)
        label.set_text([Run(f"{day}: ", "ink_2"), Run(practice.words.strip())])

    @property
    def _card(self) -> Card:
        return self._cards[self._place][1]

    # --- what a person does

    def save_typing(self) -> None:
        """Write what is typed.

        Raises:
            KnownError: it could not be written.
        """
        self._visit.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visit is over when the focus leaves the field."""
        if isinstance(event, QFocusEvent) and is_leaving(event):
            self._end_visit()
        return super().eventFilter(watched, event)

    def _save(self, visit: Visit) -> None:
        visit.do(write_practice, self._card.code, self._field.toPlainText())

    def _end_visit(self) -> bool:
        """Whether everything is saved; else it is said, and the card stays."""
        try:
            self._visit.end()
        except KnownError as error:
            self.workspace.refused.emit(error)
            return False
        return True

    def _on_text_changed(self) -> None:
        self._show_examples()
        self._visit.touch()

    def _go_to(self, place: int) -> None:
        if place != self._place and not self._end_visit():
            return
        has_moved, self._place = place != self._place, place
        self.refresh()
        if has_moved:
            self._page.verticalScrollBar().setValue(0)
            self._field.setFocus()

    def _on_level_opened(self, index: int) -> None:
        levels = [level.code for level, _ in self._cards]
        self._go_to(levels.index(_LEVELS[index]))

    def _on_next(self) -> None:
        if self._place < len(self._cards) - 1:
            self._go_to(self._place + 1)

    def _on_back(self) -> None:
        if self._place > 0:
            self._go_to(self._place - 1)

    def _on_overflow(self) -> None:
        self.workspace.refused.emit(RuleError(Code.ANSWER_TOO_LONG, most=LONGEST_ANSWER))
