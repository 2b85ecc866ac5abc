"""Fields of one line, the passphrase, and the label that stands above every field.

A field that needs a look gets a heavier border in ink, an icon and a sentence; never a colour, never a box.
"""

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSpacerItem, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.icons import Icon
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.theme import Theme

_LABEL_GAP = 6
_SENTENCE_ICON = 16
_NARROWEST = 120


def set_needs_look(field: QWidget, needs_look: bool) -> None:
    """Give any field of the kit the border of one that needs a look, or take it away."""
    if bool(field.property("needsLook")) == needs_look:
        return
    field.setProperty("needsLook", needs_look)
    field.style().unpolish(field)
    field.style().polish(field)
    field.update()


class LineField(QLineEdit):
    """One line of a person's own words, in serif; or of anything else, with another `role`.

    Listen to `textEdited`, which only a person causes, or to `textChanged` and fill with `fill`.
    """

    def __init__(self, theme: Theme, *, role: str = "writing", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._role = role
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        theme.changed.connect(self._dress)

    def fill(self, text: str) -> None:
        """Show a text that code knows, without any signal; the beginning is seen."""
        self.blockSignals(True)
        self.setText(text)
        self.setCursorPosition(0)
        self.blockSignals(False)

    def minimumSizeHint(self) -> QSize:
        """A line may be narrow; it scrolls."""
        return QSize(self.theme.px(_NARROWEST), super().minimumSizeHint().height())

    def _dress(self) -> None:
        self.setFont(self.theme.font(self._role))
        self.updateGeometry()


class PassphraseField(QWidget):
    """A line of dots, which can be read while typing if one wants to.

    `entered` says that Enter was pressed. `line` is the field itself.
    """

    entered = Signal()

    def __init__(self, theme: Theme, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        # Sans, because there 1, l and I, and 0 and O, are unlike each other.
        self.line = LineField(theme, role="body", name=name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)  # also tells input methods to learn nothing
        self.line.returnPressed.connect(self.entered)
        self.reveal_button = Button(
            theme, self.tr("Show while typing"), Kind.LINK, icon="eye", name=f"{name}_reveal_button"
        )
        self.reveal_button.clicked.connect(self._on_reveal_clicked)
        layout = column(self, spacing=_LABEL_GAP)
        layout.addWidget(self.line)
        layout.addWidget(self.reveal_button)
        self.setFocusProxy(self.line)

    def passphrase(self) -> str:
        """What is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Empty the field and hide its next content."""
        self.line.clear()
        self._reveal(False)

    def _on_reveal_clicked(self) -> None:
        self._reveal(self.line.echoMode() == QLineEdit.EchoMode.Password)
        self.line.setFocus()

    def _reveal(self, is_revealed: bool) -> None:
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if is_revealed else modes.Password)
        if is_revealed:  # for dots Qt itself keeps input methods from learning; readable words it would give away
            hints = QtCore.Qt.InputMethodHint
            self.line.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self.reveal_button.set_words(self.tr("Hide what is typed") if is_revealed else self.tr("Show while typing"))
        self.reveal_button.set_icon("eye-off" if is_revealed else "eye")


class NoticeLine(QWidget):
    """A sentence with the icon that says "look here"; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = TextLabel(theme, role="small", color="ink")
        layout = row(self, spacing=6)
        top = QtCore.Qt.AlignmentFlag.AlignTop
        layout.addWidget(Icon(theme, "info", "ink", _SENTENCE_ICON, beside="small"), 0, top)
        layout.addWidget(self._sentence, 1)
        layout.setContentsMargins(0, 4, 0, 0)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show the sentence; an empty one hides the line."""
        self._sentence.set_text(sentence)
        self.setVisible(bool(sentence))

    def sentence(self) -> str:
        """What is shown."""
        return self._sentence.text()


class LabelledField(QWidget):
    """A field, its label above it, and below it the sentence of a look that is needed.

    The label also becomes the field's accessible name. A composite field passes its name to its focus proxy.
    """

    def __init__(self, theme: Theme, words: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.field = field
        self.label = TextLabel(theme, words, role="label", color="ink_2")
        self._notice: NoticeLine | None = None
        self._column = column(self, spacing=0)
        self._column.addWidget(self.label)
        self._gap = QSpacerItem(0, _LABEL_GAP, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.addItem(self._gap)
        self._column.addLayout(_beginning_with(field))
        self.label.setBuddy(self._target())
        self._target().setAccessibleName(words)
        self.setFocusProxy(field)

    def show_label(self, *, is_shown: bool) -> None:
        """Let the field speak for itself, or name it again; its accessible name stays."""
        self.label.setVisible(is_shown)
        self._gap.changeSize(0, _LABEL_GAP if is_shown else 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.invalidate()

    def show_sentence(self, sentence: str) -> None:
        """Say what to look at, in place and to screen readers; an empty sentence takes it back."""
        if self._notice is None and sentence:
            self._notice = NoticeLine(self.theme)
            self._column.addWidget(self._notice)
        if self._notice is not None:
            self._notice.show_sentence(sentence)
        self._target().setAccessibleDescription(sentence)
        set_needs_look(self._target(), bool(sentence))

    def sentence(self) -> str:
        """What is said below the field now."""
        return self._notice.sentence() if self._notice is not None else ""

    def _target(self) -> QWidget:
        return self.field.focusProxy() or self.field


def _beginning_with(field: QWidget) -> QHBoxLayout:
    """The field where lines begin. Alone in a column Qt would put a narrow one where its own direction begins."""
    line = row()
    line.addWidget(field)
    if field.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum):
        line.addStretch(1)
    return line


class FieldFoot(QWidget):
    """Under a writing field: at the start that it is saved, at the end the key that goes on."""

    def __init__(self, theme: Theme, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = Icon(theme, "check", "ink_3", _SENTENCE_ICON)
        self._saved = TextLabel(theme, role="caption", color="ink_2")
        self._hint = TextLabel(theme, hint, role="caption", color="ink_2", wraps=False)
        self._check.hide()
        layout = row(self, spacing=6)
        layout.addWidget(self._check)
        layout.addWidget(self._saved, 1)
        layout.addWidget(self._hint)

    def show_saved(self, sentence: str) -> None:
        """Say that it is saved, when and where; an empty sentence says nothing."""
        self._saved.set_text(sentence)
        self._check.setVisible(bool(sentence))
