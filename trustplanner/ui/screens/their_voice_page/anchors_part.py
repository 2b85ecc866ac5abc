"""Their own words for a 3 and a 7."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.their_voice import AnchorWords
from trustplanner.domain.their_voice import LONGEST_ANCHOR, TheirVoice
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.fields import LabelledField, LineField, NoticeLine
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.theme import Theme


class AnchorsPart(QWidget):
    """`kept` carries both lines; `edited` follows every change before that."""

    kept = Signal(str, str)
    edited = Signal()

    def __init__(self, theme: Theme, words: AnchorWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._three = LineField(theme, name="their_voice_three_field")
        self._seven = LineField(theme, name="their_voice_seven_field")
        self._keep = Button(theme, words.keep, name="their_voice_keep_words_button")
        self._notice = NoticeLine(theme)
        self._changing = TextLabel(theme, words.changing, "small", "ink_2")
        button = WrappingRow()
        button.addWidget(self._keep)
        layout = column(self, spacing=10)
        layout.addWidget(TextLabel(theme, words.title, "strong"))
        layout.addWidget(TextLabel(theme, words.note, "small", "ink_2"))
        for label, field in ((words.three, self._three), (words.seven, self._seven)):
            field.setMaxLength(LONGEST_ANCHOR)
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self._on_keep_clicked)
            layout.addWidget(LabelledField(theme, label, field))
        layout.addWidget(self._changing)
        layout.addLayout(button)
        layout.addWidget(self._notice)
        self._keep.clicked.connect(self._on_keep_clicked)

    def show_voice(self, voice: TheirVoice) -> None:
        """Say what other words do, once there are dots that keep theirs."""
        self._changing.setVisible(bool(voice.anchors and voice.readings))

    def fill(self, three: str, seven: str) -> None:
        """Show these lines."""
        for field, words in ((self._three, three), (self._seven, seven)):
            if field.text() != words:
                field.fill(words)

    def lines(self) -> tuple[str, str]:
        """What stands in both lines."""
        return self._three.text(), self._seven.text()

    def show_sentence(self, sentence: str) -> None:
        """Say that they are kept, or what is wrong; an empty sentence takes it back."""
        self._notice.show_sentence(sentence)

    def _on_edited(self) -> None:
        self._notice.show_sentence("")
        self.edited.emit()

    def _on_keep_clicked(self) -> None:
        self.kept.emit(*self.lines())
