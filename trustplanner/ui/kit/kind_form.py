"""Choosing what is closest to what happened, and reading what belongs to it. Nothing is taken by reading."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.catalogue import Catalogue
from trustplanner.content.first_run import KindPage
from trustplanner.content.kinds import Group, Kind, suggestions
from trustplanner.content.texts import Voice
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.buttons import Kind as ButtonKind
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import clear_layout, column, row
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.passages import TwoColumns, bullets
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme

NONE_FITS: Final = "none_fits"
_GROUP_GAP, _DETAILS_GAP, _PART_GAP = 16, 28, 22


class KindForm(QWidget):
    """The kinds of one group at a time, with what belongs to the chosen one below.

    `kind_chosen` carries the code of a kind, or `NONE_FITS`.
    """

    kind_chosen = Signal(str)

    def __init__(self, theme: Theme, catalogue: Catalogue, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._catalogue = catalogue
        words = catalogue.first_run().kind
        self._groups = SegmentedControl(
            theme,
            [SegmentOption(group, words.groups[group]) for group in Group],
            name=f"{name}_group_segment",
            label=self.tr("Who it was"),
        )
        self._groups.option_chosen.connect(self._on_group_chosen)
        self._lists = {group: self._list_of(group, words, name) for group in Group}
        self._details = KindDetails(theme, words)
        self.setFocusProxy(self._groups)
        layout = column(self)
        line = row()
        line.addWidget(self._groups)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addSpacing(_GROUP_GAP)
        for listed in self._lists.values():
            layout.addWidget(listed)
        layout.addWidget(self._details)
        self._show_group(Group.PARTNER)

    def show_kind(self, code: str | None, voice: Voice) -> None:
        """Show a kind as chosen with what belongs to it; None or an unknown code as nothing chosen."""
        kind = self._catalogue.kind(code) if code is not None and code != NONE_FITS else None
        for group, listed in self._lists.items():
            belongs = kind is not None and kind.group is group
            listed.set_chosen(code if belongs or code == NONE_FITS else None)
        if kind is not None:
            self._show_group(kind.group)
        self._details.show_kind(kind, voice)

    def _list_of(self, group: Group, words: KindPage, name: str) -> OptionList:
        kinds = [ListedOption(kind.code, kind.name) for kind in self._catalogue.kinds() if kind.group is group]
        options = [*kinds, ListedOption(NONE_FITS, words.none_fits)]
        listed = OptionList(self.theme, options, name=f"{name}_{group}_list", label=words.groups[group])
        listed.option_chosen.connect(self.kind_chosen)
        return listed

    def _show_group(self, shown: Group) -> None:
        self._groups.set_chosen(shown)
        for group, listed in self._lists.items():
            listed.setVisible(group is shown)

    def _on_group_chosen(self, group: str) -> None:
        self._show_group(Group(group))


class KindDetails(QWidget):
    """What people often say it was like, what they often need, what to watch out for, and what may be promised."""

    def __init__(self, theme: Theme, words: KindPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self._shown: tuple[Kind, Voice] | None = None
        self._is_unfolded = False
        self._layout = column(self)
        self.hide()

    def show_kind(self, kind: Kind | None, voice: Voice) -> None:
        """Show what belongs to this kind; nothing for None."""
        wanted = (kind, voice) if kind is not None else None
        self.setVisible(kind is not None)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._layout)
        if kind is not None:
            self._fill(kind, voice)

    def _fill(self, kind: Kind, voice: Voice) -> None:
        theme, words, layout = self.theme, self._words, self._layout
        layout.addSpacing(_DETAILS_GAP)
        layout.addWidget(Hairline(theme))
        layout.addSpacing(_PART_GAP)
        layout.addWidget(TextLabel(theme, kind.name, "heading"))
        layout.addSpacing(4)
        layout.addWidget(TextLabel(theme, kind.about, "body", "ink_2"))
        if kind.stop is not None:
            layout.addSpacing(_PART_GAP - 4)
            layout.addWidget(Banner(theme, kind.stop.said_to(voice), icon="life-buoy"))
        layout.addSpacing(_PART_GAP)
        hurts = bullets(theme, words.hurts_title, kind.hurts)
        layout.addWidget(TwoColumns(theme, hurts, bullets(theme, words.needs_title, kind.needs)))
        layout.addSpacing(_PART_GAP)
        layout.addLayout(bullets(theme, words.watch_title, kind.watch))
        layout.addSpacing(_PART_GAP)
        self._fold = Button(theme, "", ButtonKind.LINK, name="kind_suggestions_button")
        self._fold.clicked.connect(self._on_fold_clicked)
        line = row()
        line.addWidget(self._fold)
        line.addStretch(1)
        layout.addLayout(line)
        self._suggestions = self._suggested(kind, voice)
        layout.addWidget(self._suggestions)
        self._show_folded()

    def _on_fold_clicked(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_folded()

    def _show_folded(self) -> None:
        """They come again in Amends, so here they are read on asking."""
        shown, hidden = self.tr("Hide commitments to choose from"), self.tr("Show commitments to choose from")
        self._fold.set_words(shown if self._is_unfolded else hidden)
        self._fold.set_icon("chevron-down" if self._is_unfolded else "chevron-right")
        self._suggestions.setVisible(self._is_unfolded)

    def _suggested(self, kind: Kind, voice: Voice) -> QWidget:
        theme, words = self.theme, self._words
        holder = QWidget(self)
        lines = column(holder, spacing=10)
        for suggestion in suggestions(kind, voice.contact):
            will = self.tr("I will {what}.").format(what=suggestion.will.said_to(voice))
            lines.addWidget(TextLabel(theme, promise_runs(will), "promise"))
        lines.addSpacing(2)
        for note in (words.suggestions_note.said_to(voice), words.suggestions_later):
            lines.addWidget(TextLabel(theme, note, "small", "ink_2"))
        return holder
