"""Before the chart leaves as a picture: what is in it, item by item, and where it goes."""

from collections import Counter
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from trustplanner.charts.sentences import Sentences
from trustplanner.charts.view import ChartView, MarkKind
from trustplanner.domain.errors import KnownError
from trustplanner.exchange.whole_files import require_target, write_whole
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.leaving_sheet import LeavingSheet
from trustplanner.ui.kit.workspace import Workspace

SUGGESTED: Final = "recovery.svg"


class PictureSheet(LeavingSheet):
    """Lists what leaves, item by item."""

    def __init__(
        self, workspace: Workspace, device: DeviceSettings, view: ChartView, words: Sentences, window: QWidget
    ) -> None:
        name, write_name = "recovery_picture_sheet", "recovery_picture_write_button"
        super().__init__(workspace, device, window, "", name=name, write_name=write_name)
        self._view = view
        self._words = words
        theme = workspace.theme
        self.set_title(workspace.catalogue.recovery_page().picture.title)
        self.body.addWidget(TextLabel(theme, self._notes.lead, "body", "ink_2"))
        self.body.addSpacing(8)
        self.body.addLayout(self._list_of_contents())
        self.body.addSpacing(8)
        for sentence in (self._notes.formats["svg"], self._notes.self_reported, self._notes.legal, self._notes.after):
            self.body.addWidget(TextLabel(theme, sentence, "small", "ink_2"))
        self.body.addWidget(self._notice)
        self._choose = Button(
            theme, self.tr("Choose where to write it"), Kind.PRIMARY, name="recovery_picture_choose_button"
        )
        self._choose.clicked.connect(self._on_choose_clicked)
        self.add_button(self._choose)
        self.add_button(self._write)
        self.set_far_button(Button(theme, self.tr("Close"), Kind.QUIET, name="recovery_picture_close_button"))

    def _list_of_contents(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for line, (what, words) in enumerate(self._contents()):
            grid.addWidget(TextLabel(self.workspace.theme, what, "body", "ink_2"), line, 0)
            grid.addWidget(TextLabel(self.workspace.theme, words, "body"), line, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _contents(self) -> list[tuple[str, str]]:
        """What the picture holds, in the order in which it is drawn."""
        view, words = self._view, self._words
        found = Counter(mark.kind for mark in view.marks)
        readings = 0 if view.voice is None else len(view.voice.readings)
        events = found[MarkKind.DISCLOSURE] + found[MarkKind.APOLOGY] + found[MarkKind.SETBACK]
        return [
            (self.tr("The short name"), words.said("name.quoted", title=view.title)),
            (self.tr("The days"), words.on_paper().span(view.first, view.last)),
            (self.tr("Counts of what was due"), str(view.counts.due)),
            (self.tr("Misses, and how they came out"), str(len(view.misses))),
            (self.tr("Events, by kind and day"), str(events)),
            (self.tr("Sessions, by day"), str(found[MarkKind.SESSION])),
            (self.tr("Agreed hard days, without their words"), str(found[MarkKind.HARD_DAY])),
            (self.tr("Changes of terms, by day"), str(found[MarkKind.TERMS_CHANGED])),
            (self.tr("Pauses, by day"), str(len(view.pauses))),
            (self.tr("Their readings, with their own words for a 3 and a 7"), str(readings)),
        ]

    def _on_choose_clicked(self) -> None:
        title = self.tr("Save the chart as a picture")
        pattern = self.tr("Picture (*.svg)")
        self._ask_where(title, SUGGESTED, pattern)

    def _write_file(self) -> None:
        """Draw and write beside the window; the sheet waits so long."""
        target, view, words = self._target, self._view, self._words
        if target is None:
            return

        def work() -> None:
            from trustplanner.charts.figure import PictureFormat, picture  # matplotlib comes with it
            from trustplanner.charts.style import Look, chart_style, read_tokens

            require_target(target)
            style = chart_style(read_tokens(), Look.PRINT)
            write_whole(target, picture(view, style, words, PictureFormat.SVG))

        self._show_busy(is_busy=True)
        self.workspace.background.run(self, work, self._on_written, self._on_failed)

    def _on_written(self, _: None) -> None:
        self._show_busy(is_busy=False)
        self._write.hide()
        name = self._target.name if self._target else ""
        self._say(self.tr("Written: {name}").format(name=name))

    def _on_failed(self, error: Exception) -> None:
        self._show_busy(is_busy=False)
        if not isinstance(error, KnownError):
            raise error
        self._refuse(error)

    def _show_busy(self, *, is_busy: bool) -> None:
        self.closes_by_itself = not is_busy
        self._choose.setEnabled(not is_busy)
        self._write.setEnabled(not is_busy)
