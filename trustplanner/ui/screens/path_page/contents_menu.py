"""The contents of a narrow window: one line that says where one is, with a menu of all questions."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trustplanner.domain.path import PromptState, Rhythm, StageCode
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.view import PathView
from trustplanner.ui.screens.path_page.words import PathWords

_GAP_BELOW = 6


class ContentsMenu(QWidget):
    """`prompt_chosen` carries the code of a question; each entry says in words how far it is."""

    prompt_chosen = Signal(str)
    today_requested = Signal()
    go_requested = Signal(object)
    """Carries a `Destination`."""

    def __init__(self, workspace: Workspace, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._words = words
        self._view: PathView | None = None
        self._here: StageCode | None = None
        self.button = Button(workspace.theme, "", Kind.NORMAL, icon="chevron-down", name="path_contents_button")
        self.button.clicked.connect(self._on_button_clicked)
        self._progress = TextLabel(workspace.theme, role="caption", color="ink_3")
        self.menu = QMenu(self)
        self.menu.setObjectName("path_contents_menu")
        line = WrappingRow(gap=16, line_gap=6)
        line.addWidget(self.button)
        line.addWidget(self._progress)
        layout = column(self)
        layout.addLayout(line)
        layout.addSpacing(_GAP_BELOW)

    def show_view(self, view: PathView, here: str) -> None:
        """Say where this is and how far its stage is."""
        self._view = view
        prompt = view.prompts[here]
        self._here = prompt.stage
        self.button.set_words(self._words.heading(prompt, view))
        self._progress.set_text(self._words.counted(view.group_of(here)))

    def _on_button_clicked(self) -> None:
        if self._view is None:
            return
        self._fill(self._view)
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _fill(self, view: PathView) -> None:
        for last in self.menu.findChildren(QMenu):
            last.deleteLater()
        self.menu.clear()
        for stage in self.workspace.catalogue.stages():
            if not view.has_stage(stage.code):
                continue
            is_here = stage.code is self._here
            counted = self._words.progress(stage.code, view.progress(stage.code), is_here=is_here)
            words = self.tr("{stage}: {progress}").format(stage=stage.title, progress=counted)
            inner = self.menu.addMenu(_plain(words))
            if stage.code is StageCode.DAY_TO_DAY:
                inner.addAction(self.tr("Your daily page")).triggered.connect(self.today_requested)
            self._fill_stage(inner, stage.code, view)
        self.menu.addSeparator()
        for place, words in self._words.beside().items():
            self.menu.addAction(_plain(words)).triggered.connect(partial(self.go_requested.emit, Destination(place)))

    def _fill_stage(self, inner: QMenu, stage: StageCode, view: PathView) -> None:
        rhythm = Rhythm.ONCE
        for prompt in view.prompts.values():
            if prompt.stage is not stage:
                continue
            if prompt.rhythm is not rhythm:
                rhythm = prompt.rhythm
                inner.addSeparator()
            action = inner.addAction(_plain(self._entry(view, prompt.code)))
            action.setData(prompt.code)
            action.triggered.connect(self._on_question_triggered)

    def _entry(self, view: PathView, code: str) -> str:
        state = view.states[code]
        words = self._words.question(view.prompts[code], state)
        if state is PromptState.WRITTEN:
            return self.tr("{question} (written)").format(question=words)
        return words

    def _on_question_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.prompt_chosen.emit(action.data())


def _plain(words: str) -> str:
    """Menus read an ampersand as a mark."""
    return words.replace("&", "&&")
