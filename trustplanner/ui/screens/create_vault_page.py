"""Making the file: a passphrase typed twice, how hard it is to guess, what forgetting it means, where the file lies."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.passphrases import require_new_passphrase
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import VAULT_NAME, DeviceSettings
from trustplanner.ui.kit.fields import LabelledField, NoticeLine, PassphraseField
from trustplanner.ui.kit.file_dialogs import choose_folder
from trustplanner.ui.kit.front_page import FrontPage
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column, row
from trustplanner.ui.kit.passages import passage
from trustplanner.ui.kit.passphrase_strength import StrengthLine
from trustplanner.ui.kit.scaled_width import ScaledWidth
from trustplanner.ui.kit.theme import Theme

FIELD_WIDTH: Final = 420
RAIL_TOP: Final = 58
GROUP_GAP: Final = 22


class CreateVaultPage(FrontPage):
    """`create_requested` carries the passphrase, `folder_chosen` the folder that the file is to lie in.

    A weak passphrase is called weak, and taken; an empty, short or differing one is refused in place.
    """

    create_requested = Signal(str)
    back_requested = Signal()
    folder_chosen = Signal(object)

    def __init__(
        self, theme: Theme, catalogue: Catalogue, path: Path, settings: DeviceSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name="create", holds_much=True, parent=parent)
        self._catalogue = catalogue
        self._words = catalogue.create()
        self._settings = settings
        self._path = path
        self._first = self._field("passphrase", self.tr("Passphrase"))
        self._again = self._field("again", self.tr("The same passphrase, once more"))
        _line_of(self._first).entered.connect(self._again.setFocus)
        _line_of(self._again).entered.connect(self._on_create_clicked)
        self._notice = NoticeLine(theme)
        self.setFocusProxy(self._first)
        self._fill_main()
        self._fill_rail()

    def set_busy(self, *, is_busy: bool, why: str = "") -> None:
        """While the key is derived and the file is written nothing can be pressed; the button says so."""
        for labelled in (self._first, self._again):
            _line_of(labelled).line.setReadOnly(is_busy)
        for button in (self._create, self._back, self._folder):
            button.setEnabled(not is_busy)
        self._create.set_words((why or self.tr("Making your file")) if is_busy else self.tr("Make the file"))

    def show_problem(self, sentence: str) -> None:
        """Say why the file could not be made."""
        self._notice.show_sentence(sentence)
        self._create.setFocus()

    def show_path(self, path: Path) -> None:
        """Say where the file will be."""
        self._path = path
        self._place.set_text(str(path))

    def showEvent(self, event: QShowEvent) -> None:
        """Type at once."""
        super().showEvent(event)
        self._first.setFocus()

    # --- what it shows

    def _fill_main(self) -> None:
        theme = self.theme
        self.main.addWidget(TextLabel(theme, self._words.title, "title"))
        self.main.addSpacing(6)
        self.main.addWidget(TextLabel(theme, self._words.lead, "body", "ink_2"))
        self.main.addSpacing(GROUP_GAP)
        self.main.addLayout(self._fields())
        self.main.addSpacing(GROUP_GAP)
        forgetting = self._words.forgetting
        self.main.addLayout(passage(theme, forgetting.title, forgetting.paragraphs))
        self.main.addSpacing(GROUP_GAP)
        self._add_place()
        self.main.addSpacing(8)
        self.main.addWidget(self._notice)
        self.main.addSpacing(20)
        self._add_buttons()

    def _fields(self) -> QHBoxLayout:
        """A row, because a column would ask how high they are at its own width, not at theirs."""
        box = QWidget()
        fields = column(box)
        fields.addWidget(self._first)
        fields.addWidget(StrengthLine(self.theme, _line_of(self._first), self._words.strength))
        fields.addSpacing(14)
        fields.addWidget(self._again)
        ScaledWidth(self.theme, box, box.setMaximumWidth, FIELD_WIDTH)
        line = row()
        line.addWidget(box, 1)
        line.addStretch(0)
        return line

    def _field(self, name: str, words: str) -> LabelledField:
        field = PassphraseField(self.theme, name=f"create_{name}_field")
        return LabelledField(self.theme, words, field)

    def _add_place(self) -> None:
        theme = self.theme
        self.main.addWidget(TextLabel(theme, self.tr("Where the file will be"), "strong"))
        self.main.addSpacing(4)
        self._place = TextLabel(theme, str(self._path), "body")
        self._place.setObjectName("create_place_label")
        self.main.addWidget(self._place)
        self._folder = Button(theme, self.tr("Choose another folder"), Kind.LINK, name="create_folder_button")
        self._folder.clicked.connect(self._on_folder_clicked)
        line = row()
        line.addWidget(self._folder)
        line.addStretch(1)
        self.main.addLayout(line)

    def _add_buttons(self) -> None:
        self._create = Button(self.theme, self.tr("Make the file"), Kind.PRIMARY, name="create_create_button")
        self._create.clicked.connect(self._on_create_clicked)
        self._back = Button(self.theme, self.tr("Back"), Kind.QUIET, name="create_back_button")
        self._back.clicked.connect(self.back_requested)
        buttons = WrappingRow()
        buttons.addWidget(self._create)
        buttons.addWidget(self._back)
        self.main.addLayout(buttons)

    def _fill_rail(self) -> None:
        self.rail.addSpacing(RAIL_TOP)
        for position, part in enumerate((self._words.choosing, self._words.limits)):
            if position:
                self.rail.addSpacing(GROUP_GAP)
            self.rail.addLayout(passage(self.theme, part.title, part.paragraphs, title_role="label", role="small"))

    # --- what a person does

    def _on_folder_clicked(self) -> None:
        title = self.tr("The folder for your file")
        folder = choose_folder(self.window(), title, self._path.parent, self._settings)
        if folder is not None:
            self._notice.show_sentence("")
            self.show_path(folder / VAULT_NAME)
            self.folder_chosen.emit(folder)

    def _on_create_clicked(self) -> None:
        if not self._create.isEnabled():
            return
        for labelled in (self._first, self._again):
            labelled.show_sentence("")
        self._notice.show_sentence("")
        passphrase = _line_of(self._first).passphrase()
        try:
            require_new_passphrase(passphrase, _line_of(self._again).passphrase())
        except RuleError as error:
            self._refuse(self._again if error.code is Code.PASSPHRASES_DIFFER else self._first, error)
        else:
            self.create_requested.emit(passphrase)

    def _refuse(self, labelled: LabelledField, error: RuleError) -> None:
        labelled.show_sentence(self._catalogue.error_sentence(error.code, **error.details))
        labelled.setFocus()


def _line_of(labelled: LabelledField) -> PassphraseField:
    field = labelled.field
    assert isinstance(field, PassphraseField)  # noqa: S101  (made so in `_field`)
    return field
