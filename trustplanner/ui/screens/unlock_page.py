"""The lock screen: a neutral page with one field. The first thing the program paints, so it imports nearly nothing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.fields import LabelledField, PassphraseField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.scaled_width import ScaledWidth
from trustplanner.ui.kit.theme import Theme

WIDTH = 340


class UnlockPage(QWidget):
    """Asks for the passphrase. The demo shows its own.

    `unlock_requested` carries the passphrase. `new_file_requested` is only possible after `offer_new_file`.
    """

    unlock_requested = Signal(str)
    help_requested = Signal()
    other_file_requested = Signal()
    new_file_requested = Signal()

    def __init__(self, theme: Theme, *, demo_passphrase: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("unlock_page")
        self._field = PassphraseField(theme, name="unlock_passphrase_field")
        self._field.line.setAccessibleName(self.tr("Passphrase"))
        self._field.entered.connect(self._on_entered)
        self.setFocusProxy(self._field)
        self._labelled = LabelledField(theme, self.tr("Passphrase"), self._field)
        self._button = Button(theme, self.tr("Unlock"), Kind.PRIMARY, name="unlock_unlock_button")
        self._button.fill_width()
        self._button.clicked.connect(self._on_entered)
        self._demo = TextLabel(theme, role="small", color="ink_2", is_centred=True)
        if demo_passphrase:
            words = self.tr("This is the demo. Its passphrase is “{passphrase}”; nothing typed here is kept.")
            self._demo.set_text(words.format(passphrase=demo_passphrase))
        self._other = Button(theme, self.tr("Open another file"), Kind.LINK, name="unlock_other_file_button")
        self._other.clicked.connect(self.other_file_requested)
        self._new = Button(theme, self.tr("Begin with a new file"), Kind.LINK, name="unlock_new_file_button")
        self._new.clicked.connect(self.new_file_requested)
        self._help = Button(
            theme, self.tr("Need to talk to someone now?"), Kind.QUIET, icon="life-buoy", name="unlock_help_button"
        )
        self._help.clicked.connect(self.help_requested)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.help_requested)
        self._lay_out()
        self._demo.setVisible(bool(demo_passphrase))  # only now: without a parent each would open a window of its own
        self._other.setVisible(not demo_passphrase)
        self._new.hide()

    def offer_new_file(self) -> None:
        """Where the file should be there is none: nobody is kept from beginning anew."""
        self._new.show()

    def set_busy(self, *, is_busy: bool, why: str = "") -> None:
        """While the key is derived nothing but help can be pressed; the button says so."""
        self._field.line.setReadOnly(is_busy)
        for button in (self._button, self._other, self._new):
            button.setEnabled(not is_busy)
        self._button.set_words((why or self.tr("Unlocking")) if is_busy else self.tr("Unlock"))
        if not is_busy:
            self._field.line.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why it did not open; what was typed is selected, to be typed again."""
        self._labelled.show_sentence(sentence)
        self._field.line.selectAll()
        self._field.line.setFocus()

    def _lay_out(self) -> None:
        title = TextLabel(self.theme, "Trustplanner", "title", is_centred=True)
        box = QWidget()
        ScaledWidth(self.theme, box, box.setFixedWidth, WIDTH)
        inner = column(box, spacing=0)
        inner.addWidget(title)
        inner.addSpacing(28)
        inner.addWidget(self._labelled)
        inner.addSpacing(14)
        inner.addWidget(self._button)
        inner.addSpacing(20)
        inner.addWidget(self._demo)
        inner.addSpacing(10)
        inner.addLayout(_between_stretches(self._other))
        inner.addLayout(_between_stretches(self._new))
        outer = column(self, spacing=0)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        outer.addLayout(_between_stretches(box))
        outer.addStretch(3)
        foot = row(spacing=0)
        foot.addWidget(self._help)
        foot.addStretch(1)
        outer.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Type at once."""
        super().showEvent(event)
        self._field.line.setFocus()

    def _on_entered(self) -> None:
        if self._button.isEnabled() and self._field.passphrase():
            self._labelled.show_sentence("")
            self.unlock_requested.emit(self._field.passphrase())


def _between_stretches(widget: QWidget) -> QHBoxLayout:
    """Centred without an alignment: naming `Qt` would cost the first window all of its enumerations."""
    layout = row(spacing=0)
    layout.addStretch(1)
    layout.addWidget(widget)
    layout.addStretch(1)
    return layout
