"""The one question: a number, or "not today", and what they say about the week."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.texts import Voice
from trustplanner.content.their_voice import ReadingWords
from trustplanner.domain.their_voice import BETWEEN_READINGS, LONGEST_SAID, Given, Reading, TheirVoice, is_too_soon
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.fields import FieldFoot, LabelledField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.writing_field import WritingField

_LOW: Final = 76


class ReadingPart(QWidget):
    """`given` carries a `Given` without its session; `edited` follows every change before that."""

    given = Signal(object)
    edited = Signal()

    def __init__(self, theme: Theme, words: ReadingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._dates = DateWords()
        self._only_you = TextLabel(theme, "", "small", "ink_2")
        self._question = TextLabel(theme, "", "heading")
        self._too_soon = TextLabel(theme, "", "body", "ink_2")
        self._stands = TextLabel(theme, "", "strong")
        self._scale = Scale(theme, name="their_voice_scale", label=words.title)
        self._words_field = WritingField(theme, name="their_voice_words_field", lowest=_LOW, most=LONGEST_SAID)
        self._foot = FieldFoot(theme)
        self._notice = NoticeLine(theme)
        self._give = Button(theme, words.give, Kind.PRIMARY, name="their_voice_give_button")
        self._not_today = Button(theme, words.not_today, name="their_voice_not_today_button")
        self._form = QWidget()
        self._lay_out(theme)
        self._scale.number_chosen.connect(self._on_edited)
        self._scale.cleared.connect(self._on_edited)
        self._words_field.textChanged.connect(self._on_edited)
        self._words_field.go_on_requested.connect(self._on_give_clicked)
        self._give.clicked.connect(self._on_give_clicked)
        self._not_today.clicked.connect(lambda: self.given.emit(Given(None, self._words_field.toPlainText())))
        self.setFocusProxy(self._scale)

    def _lay_out(self, theme: Theme) -> None:
        buttons = WrappingRow(gap=10)
        buttons.addWidget(self._give)
        buttons.addWidget(self._not_today)
        form = column(self._form)
        form.addWidget(self._stands)
        form.addSpacing(6)
        form.addWidget(self._scale)
        form.addSpacing(2)
        form.addWidget(TextLabel(theme, self._words.ends, "small", "ink_2"))
        form.addSpacing(18)
        form.addWidget(LabelledField(theme, self._words.words_label, self._words_field))
        form.addWidget(self._foot)
        form.addSpacing(14)
        form.addLayout(buttons)
        form.addWidget(self._notice)
        layout = column(self)
        layout.addWidget(TextLabel(theme, self._words.title, "title"))
        layout.addSpacing(6)
        layout.addWidget(self._only_you)
        layout.addSpacing(18)
        layout.addWidget(self._question)
        layout.addSpacing(12)
        layout.addWidget(self._too_soon)
        layout.addWidget(self._form)

    def show_voice(self, voice: TheirVoice, said_to: Voice, today: date) -> None:
        """Ask for this week, or say when the next reading can be given. What is typed stays."""
        self._only_you.set_text(self._words.only_you.said_to(said_to))
        question = self._words.question.said_to(said_to)
        self._question.set_text(question)
        self._scale.setAccessibleName(question)
        too_soon = is_too_soon(voice.readings, today)
        self._form.setVisible(not too_soon)
        self._too_soon.setVisible(too_soon)
        if too_soon:
            last = max(reading.day for reading in voice.readings if reading.day != today)
            following = self._dates.long(last + BETWEEN_READINGS, today)
            self._too_soon.set_text(self._words.too_soon.said(date=self._dates.long(last, today), next=following))
        stands = voice.reading_on(today)
        self._stands.setVisible(stands is not None)
        self._give.set_words(self._words.give if stands is None else self._words.give_anew)
        if stands is not None:
            self._stands.set_text(self._said(stands))

    def _said(self, reading: Reading) -> str:
        return self._words.given.said() if reading.value is None else self._words.given.said(n=reading.value)

    def fill(self, number: int | None, words: str) -> None:
        """Show what was typed and not given."""
        self._scale.set_number(number)
        if words != self._words_field.toPlainText():
            self._words_field.fill(words)
        self._notice.show_sentence("")
        self.show_kept(is_kept=False)

    def number(self) -> int | None:
        """The number that is chosen."""
        return self._scale.number

    def words(self) -> str:
        """What is written about the week."""
        return self._words_field.toPlainText()

    def show_kept(self, *, is_kept: bool) -> None:
        """Say that what is typed is kept, and that it counts once it is given."""
        self._foot.show_saved(self._words.saved if is_kept else "")

    def show_sentence(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back."""
        self._notice.show_sentence(sentence)

    def _on_edited(self) -> None:
        self._notice.show_sentence("")
        self.edited.emit()

    def _on_give_clicked(self) -> None:
        if self._scale.number is None:
            self._notice.show_sentence(self._words.choose_first)
            self._scale.setFocus()
            return
        self.given.emit(Given(self._scale.number, self._words_field.toPlainText()))
