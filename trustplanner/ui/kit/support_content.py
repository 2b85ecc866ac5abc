"""The page behind "Need to talk to someone now?", the same before a file is open and inside the planner."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.content.helplines import Helplines
from trustplanner.domain.errors import KnownError
from trustplanner.exchange.whole_files import write_whole
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.helpline_list import HelplineList
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.passages import passage
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.theme import Theme

_GROUP_GAP, _PASSAGE_GAP = 26, 22
PRIVATE_FOLDER = 0o700


class SupportNumbers(QWidget):
    """Title, what to do first, and the numbers; at the end how the list is put right."""

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        settings: DeviceSettings,
        back: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._catalogue = catalogue
        self._words = catalogue.support()
        self._numbers = HelplineList(theme, catalogue, settings, name="support")
        self._how_to_edit = TextLabel(theme, "", "small", "ink_2")
        self._notice = NoticeLine(theme)
        self._copy = Button(theme, self._words.copy_list, Kind.NORMAL, name="support_copy_list_button")
        self._copy.clicked.connect(self._on_copy_clicked)
        self.setFocusProxy(self._numbers)
        self._lay_out(back)

    def refresh(self) -> None:
        """Read the list of numbers again."""
        self._numbers.refresh()
        found = self._catalogue.helplines()
        path = self._catalogue.own_helplines
        facts = {"path": str(path)} if path is not None else {}
        self._how_to_edit.set_text(found.how_to_edit.said(**facts))
        self._copy.setVisible(path is not None and not found.is_own and found.problem is None)
        self._notice.show_sentence(self._said_of_problem(found, path))

    def _lay_out(self, back: Button) -> None:
        theme, words = self.theme, self._words
        layout = column(self)
        head = SpreadRow(gap=16)
        head.addWidget(TextLabel(theme, words.title, "title"))
        head.addWidget(back)
        layout.addLayout(head)
        layout.addSpacing(8)
        layout.addWidget(TextLabel(theme, words.lead, "heading"))
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(TextLabel(theme, words.numbers_title, "heading"))
        layout.addWidget(self._notice)
        layout.addSpacing(12)
        layout.addWidget(self._numbers)
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(TextLabel(theme, words.not_watched, "body", "ink_2"))
        layout.addSpacing(_GROUP_GAP)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(_PASSAGE_GAP)
        layout.addWidget(TextLabel(theme, words.edit_title, "label", "ink_2"))
        layout.addSpacing(6)
        layout.addWidget(self._how_to_edit)
        layout.addSpacing(12)
        layout.addLayout(_at_start(self._copy))

    def _said_of_problem(self, found: Helplines, path: Path | None) -> str:
        if found.problem is None:
            return ""
        return self._words.own_list_broken.said(field=found.problem.details["field"], path=str(path))

    def _on_copy_clicked(self) -> None:
        path = self._catalogue.own_helplines
        if path is None:
            return
        try:
            path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            write_whole(path, self._catalogue.shipped_helplines())
        except KnownError as error:
            self._notice.show_sentence(self._catalogue.error_sentence(error.code, **error.details))
            return
        self.refresh()
        self._notice.show_sentence(self._words.copy_saved.said(path=str(path)))


def support_passages(theme: Theme, catalogue: Catalogue) -> QVBoxLayout:
    """What to do first in each kind of need."""
    lines = column(spacing=_PASSAGE_GAP)
    for part in catalogue.support().passages:
        lines.addLayout(passage(theme, part.title, part.paragraphs, title_role="label", role="small"))
    return lines


def _at_start(button: Button) -> QVBoxLayout:
    holder = column()
    line = row()
    line.addWidget(button)
    line.addStretch(1)
    holder.addLayout(line)
    return holder
