"""Sentences by kind: counts and nothing else. A zero is just a zero."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from trustplanner.domain.letters import SentenceKind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.letter_page.kinds import LOOKS

_TITLE_GAP, _LINE_GAP, _NUMBER_GAP, _COLUMN_GAP = 10, 6, 8, 14
_COLUMNS = 2
_ORDER = (  # as read line by line: what you did at the start, the others beside it
    (SentenceKind.HAPPENED, SentenceKind.EFFECT),
    (SentenceKind.MY_PART, SentenceKind.ABOUT_THEM),
    (SentenceKind.DONE, SentenceKind.ABOUT_ME),
    (SentenceKind.WILL_DO, SentenceKind.REQUEST),
)


class Counts(QWidget):
    """Eight kinds in two columns, and below how many sentences have no tag."""

    def __init__(
        self, theme: Theme, kind_name: Callable[[SentenceKind | None], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letter_counts")
        self._kind_name = kind_name
        self._numbers: dict[SentenceKind, TextLabel] = {}
        self._names: dict[SentenceKind, TextLabel] = {}
        self._untagged = TextLabel(theme, "", "caption", "ink_3")
        grid = QGridLayout()
        grid.setHorizontalSpacing(_NUMBER_GAP)
        grid.setVerticalSpacing(_LINE_GAP)
        for line, kinds in enumerate(_ORDER):
            for side, kind in enumerate(kinds):
                self._numbers[kind] = TextLabel(theme, "0", "label", LOOKS[kind].ink, wraps=False)
                self._numbers[kind].setObjectName(f"letter_{kind.value}_count")
                self._names[kind] = TextLabel(theme, "", "small", "ink")
                grid.addWidget(self._numbers[kind], line, side * 2, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._names[kind], line, side * 2 + 1, Qt.AlignmentFlag.AlignTop)
        for side in range(_COLUMNS):
            grid.setColumnStretch(side * 2 + 1, 1)
        layout = column(self)
        layout.addWidget(TextLabel(theme, self.tr("Sentences by kind"), "label", "ink_2"))
        layout.addSpacing(_TITLE_GAP)
        layout.addLayout(grid)
        layout.addSpacing(_LINE_GAP)
        layout.addWidget(self._untagged)

    def show_counts(self, counts: Counter[SentenceKind | None]) -> None:
        """Show how many sentences have which tag."""
        for kind, label in self._numbers.items():
            label.set_text(str(counts[kind]))
            name = self._kind_name(kind)
            self._names[kind].set_text(name)
            label.setAccessibleName(f"{counts[kind]} {name}")
        self._untagged.set_text(self.tr("{count} without a tag").format(count=counts[None]))
        self._untagged.setVisible(bool(counts[None]))
