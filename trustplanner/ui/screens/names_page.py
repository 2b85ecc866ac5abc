"""Names, pronoun and counsellor; what happened; and the four short questions. All of it can be changed at any time."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.actions.plans import begin, choose_kind
from trustplanner.domain.change import Topic
from trustplanner.domain.errors import KnownError, RuleError
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.cross_form import CrossForm
from trustplanner.ui.kit.hairline import Hairline
from trustplanner.ui.kit.kind_form import NONE_FITS, KindForm
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.names_form import NamesForm, TypedNames
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.visit import Visit
from trustplanner.ui.kit.workspace import Workspace

GROUP_GAP = 34


class NamesPage(Page):
    """Every choice and every visit to a field is one undo step. Names that no plan can have are not written."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PLAN, Topic.SAFETY})

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.setObjectName("names_page")
        theme, catalogue = workspace.theme, workspace.catalogue
        self._names = NamesForm(theme, catalogue.first_run().names, name="names")
        self._kind = KindForm(theme, catalogue, name="names_kind")
        self._cross = CrossForm(theme, catalogue, name="names_cross")
        self._visit = Visit(workspace, self.tr("change of names"), self)
        self._saving = Autosave(self._save_names, self, workspace.refused.emit)
        self._names.edited.connect(self._saving.touch)
        self._names.visit_ended.connect(self._on_visit_ended)
        self._kind.kind_chosen.connect(self._on_kind_chosen)
        self._cross.answered.connect(self._on_cross_answered)
        self._page = ScrollPage(theme)
        self._lay_out()
        column(self).addWidget(self._page)
        self.setFocusProxy(self._names)

    def refresh(self) -> None:
        """Show what is recorded; what is being typed stays as it is."""
        plan, voice = self.workspace.plan, self.workspace.voice
        if not self._saving.is_waiting:
            self._names.fill(TypedNames.of(plan))
        self._kind.show_kind(plan.kind, voice)
        self._cross.show_plan(plan, voice)

    def save_typing(self) -> None:
        """Write the names if they can be written, show those that are, and end the visit."""
        self._saving.flush()
        self._visit.end()
        self._names.clear_problem()
        self._names.fill(TypedNames.of(self.workspace.plan))

    def column_for_toast(self) -> QWidget:
        """The main column."""
        return self._page.main_column

    def _lay_out(self) -> None:
        theme, catalogue, main = self.workspace.theme, self.workspace.catalogue, self._page.main
        kind, cross = catalogue.first_run().kind, catalogue.cross_questions()
        main.addWidget(self.back_link("names"), 0, Qt.AlignmentFlag.AlignLeading)
        main.addWidget(TextLabel(theme, catalogue.first_run().names.title, "title"))
        main.addSpacing(20)
        main.addWidget(self._names)
        for title, lead, form in ((kind.title, kind.lead, self._kind), (cross.title, cross.lead, self._cross)):
            main.addSpacing(GROUP_GAP)
            main.addWidget(Hairline(theme))
            main.addSpacing(GROUP_GAP - 8)
            main.addWidget(TextLabel(theme, title, "heading"))
            main.addSpacing(6)
            main.addWidget(TextLabel(theme, lead, "body", "ink_2"))
            main.addSpacing(18)
            main.addWidget(form)

    # --- what a person does

    def _save_names(self) -> None:
        """Write the names; what cannot be a name is said at its field and stays on the screen."""
        names = self._names.typed()
        try:
            self._visit.do(begin, names.own_name, names.their_name, names.pronoun, names.counsellor)
        except RuleError as error:
            self._names.show_problem(error, self.workspace.sentence_for(error), moves_focus=False)

    def _on_visit_ended(self) -> None:
        try:
            self._saving.flush()
        except KnownError as error:
            self.workspace.refused.emit(error)
        self._visit.end()

    def _on_kind_chosen(self, code: str) -> None:
        plan = self.workspace.plan
        kind = None if code == NONE_FITS else code
        label = self.tr("choice of what happened")
        self.workspace.attempt(label, choose_kind, kind, plan.pattern, plan.hidden, plan.danger, plan.others)
        if kind is None:
            self._kind.show_kind(NONE_FITS, self.workspace.voice)

    def _on_cross_answered(self) -> None:
        label = self.tr("answer to a short question")
        self.workspace.attempt(label, choose_kind, self.workspace.plan.kind, **self._cross.shares())
