"""The contents: five stages with how far they are in words, and the questions of the stage that is open."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.path import Prompt, Stage
from trustplanner.domain.path import Progress, PromptState, Rhythm, StageCode
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dots import ContentsEntry, DotState
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column, row
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.view import PathView
from trustplanner.ui.screens.path_page.words import PathWords

_DOTS = {
    PromptState.WRITTEN: DotState.WRITTEN,
    PromptState.SKIPPED: DotState.SKIPPED,
    PromptState.OPENED: DotState.NOT_OPENED,
    PromptState.NOT_OPENED: DotState.NOT_OPENED,
}
_QUESTION_LEFT = 50  # where the words of a small entry begin, at 100 %
_STAGE_GAP, _QUESTION_GAP, _GROUP_GAP, _BESIDE_GAP = 5, 2, 6, 18


class _StageParts(NamedTuple):
    entry: ContentsEntry
    questions: QWidget


class Contents(QWidget):
    """Any question can be opened at any time. `prompt_chosen` carries its code, `stage_chosen` a stage's."""

    prompt_chosen = Signal(str)
    stage_chosen = Signal(str)
    today_requested = Signal()
    go_requested = Signal(object)
    """Carries a `Destination`."""

    def __init__(self, workspace: Workspace, words: PathWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._words = words
        self.setObjectName("path_contents")
        self._stages: dict[StageCode, _StageParts] = {}
        self._questions: dict[str, ContentsEntry] = {}
        self._column = column(self)
        self._column.addWidget(TextLabel(workspace.theme, self.tr("Contents"), "label", "ink_2"))
        self._column.addSpacing(6)
        for stage in workspace.catalogue.stages():
            self._add_stage(stage)
        self._room = TextLabel(workspace.theme, role="caption", color="ink_3")
        self._room.setObjectName("path_most_room_label")
        self._column.addSpacing(10)
        self._column.addWidget(self._room)
        self._add_beside()

    def show_view(self, view: PathView, here: str) -> None:
        """Show how far everything is, with the stage of `here` open."""
        open_stage = view.prompts[here].stage
        for stage in self.workspace.catalogue.stages():
            counted = view.progress(stage.code)
            parts, is_here = self._stages[stage.code], stage.code is open_stage
            detail = self._words.progress(stage.code, counted, is_here=is_here)
            parts.entry.show_state(stage.title, DotState.HERE if is_here else _stage_dot(counted), detail)
            parts.entry.setToolTip(stage.lead.said_to(self.workspace.voice))
            parts.questions.setVisible(is_here)
            parts.entry.setVisible(view.has_stage(stage.code))
        self._room.set_text(self._words.most_room())
        self._room.setVisible(bool(self._room.text()))
        for code, entry in self._questions.items():
            prompt = view.prompts.get(code)
            entry.setVisible(prompt is not None)
            if prompt is not None:
                state = view.states[code]
                words = self._words.question(prompt, state)
                entry.show_state(words, DotState.HERE if code == here else _DOTS[state])

    # --- making it

    def _add_stage(self, stage: Stage) -> None:
        theme = self.workspace.theme
        entry = ContentsEntry(theme, stage.title, DotState.NOT_OPENED, name=f"path_{stage.code}_stage_entry")
        entry.activated.connect(self._on_stage_activated)
        entry.setProperty("stage", stage.code.value)
        questions = QWidget()
        inside = column(questions, spacing=_QUESTION_GAP)
        inside.setContentsMargins(0, 1, 0, 6)
        rhythm = None
        if stage.code is StageCode.DAY_TO_DAY:
            inside.addWidget(_Indented(theme, self._today_link()))
        for prompt in self.workspace.catalogue.prompts(stage.code):
            if prompt.rhythm not in (Rhythm.ONCE, rhythm):
                rhythm = prompt.rhythm
                inside.addSpacing(_GROUP_GAP)
                label = TextLabel(theme, self._words.rhythm(rhythm), "caption", "ink_3")
                inside.addWidget(_Indented(theme, label))
            inside.addWidget(self._add_question(prompt))
        self._column.addWidget(entry)
        self._column.addWidget(questions)
        self._column.addSpacing(_STAGE_GAP)
        self._stages[stage.code] = _StageParts(entry, questions)

    def _add_question(self, prompt: Prompt) -> ContentsEntry:
        name = f"path_{prompt.code}_entry"
        entry = ContentsEntry(self.workspace.theme, "", DotState.NOT_OPENED, is_small=True, name=name)
        entry.setProperty("prompt", prompt.code)
        entry.activated.connect(self._on_question_activated)
        self._questions[prompt.code] = entry
        return entry

    def _add_beside(self) -> None:
        """What belongs to no stage."""
        theme = self.workspace.theme
        self._column.addSpacing(_BESIDE_GAP)
        self._column.addWidget(TextLabel(theme, self.tr("Beside the path"), "label", "ink_2"))
        self._column.addSpacing(6)
        for place, words in self._words.beside().items():
            link = Button(theme, words, Kind.LINK, name=f"path_{place}_button")
            link.clicked.connect(partial(self.go_requested.emit, Destination(place)))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def _today_link(self) -> Button:
        link = Button(self.workspace.theme, self.tr("Your daily page"), Kind.LINK, name="path_today_button")
        link.clicked.connect(self.today_requested)
        return link

    def _on_question_activated(self) -> None:
        self.prompt_chosen.emit(self.sender().property("prompt"))

    def _on_stage_activated(self) -> None:
        self.stage_chosen.emit(self.sender().property("stage"))


class _Indented(QWidget):
    """Something that stands where the words of the questions begin."""

    def __init__(self, theme: Theme, inside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._indent = QWidget()
        line = row(self)
        line.addWidget(self._indent)
        line.addWidget(inside)
        line.addStretch(1)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self._indent.setFixedWidth(self._theme.px(_QUESTION_LEFT))


def _stage_dot(counted: Progress) -> DotState:
    if counted.written == 0:
        return DotState.SKIPPED if counted.skipped else DotState.NOT_OPENED
    return DotState.WRITTEN if counted.is_through else DotState.BEGUN
