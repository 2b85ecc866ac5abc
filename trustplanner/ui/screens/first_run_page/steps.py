"""What is asked in each step of the first run. Nothing here is an undo step: Back is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.actions import plans
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.first_run import FirstRunStep
from trustplanner.domain.plans import may_lift
from trustplanner.storage.queries.plans import draft, the_plan
from trustplanner.ui.kit.autosave import Autosave
from trustplanner.ui.kit.buttons import Kind
from trustplanner.ui.kit.contact_form import ContactForm
from trustplanner.ui.kit.cross_form import CrossForm
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.fields import NoticeLine
from trustplanner.ui.kit.kind_form import NONE_FITS, KindForm
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.names_form import NamesForm, TypedNames
from trustplanner.ui.kit.put_first import EndingTrack, NoContactMeaning, SupportFirst
from trustplanner.ui.kit.quiet import attempt_quietly
from trustplanner.ui.kit.safety_form import SafetyForm
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.first_run_page.step import Step

NAMES_DRAFT: Final = "first_run_names"
BEFORE_A_PLAN: Final = frozenset({Code.WORDS_MISSING, Code.WORDS_TOO_LONG})


class NamesStep(Step):
    """Who it is about. What cannot be a plan yet is kept as a draft."""

    def __init__(self, workspace: Workspace, _device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.NAMES)
        words = workspace.catalogue.first_run().names
        self._form = NamesForm(workspace.theme, words, name="first_run")
        self._saving = Autosave(self._save, self, workspace.refused.emit)
        self._form.edited.connect(self._saving.touch)
        self._form.go_on_requested.connect(self.on_requested)
        self.lay_out(self._form)
        self.say(words.title, "")

    def refresh(self) -> None:
        """Show what was typed last, whether or not it is a plan already."""
        if self._saving.is_waiting:
            return
        kept = self.workspace.read(draft, NAMES_DRAFT)
        plan = self.workspace.read(the_plan)
        if kept is not None:
            self._form.fill(TypedNames.from_draft(kept.body))
        elif plan is not None:
            self._form.fill(TypedNames.of(plan))
        else:
            self._form.fill(TypedNames())

    def save_typing(self) -> None:
        """Write what is typed."""
        self._saving.flush()

    def leave(self) -> bool:
        """Both names are needed, and none may be too long to be shown."""
        self.save_typing()
        try:
            self._begin()
        except RuleError as error:
            self._form.show_problem(error, self.workspace.sentence_for(error), moves_focus=True)
            return False
        return True

    def _save(self) -> None:
        try:
            self._begin()
        except RuleError as error:
            if error.code not in BEFORE_A_PLAN:
                raise
            self.workspace.do_quietly(plans.keep_draft, NAMES_DRAFT, self._form.typed().as_draft())

    def _begin(self) -> None:
        names = self._form.typed()
        self.workspace.do_quietly(
            plans.begin_first_run, names.own_name, names.their_name, names.pronoun, names.counsellor
        )
        self.workspace.do_quietly(plans.keep_draft, NAMES_DRAFT, "")


class KindStep(Step):
    """What is closest to what happened; it may be left open."""

    def __init__(self, workspace: Workspace, _device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.KIND)
        words = workspace.catalogue.first_run().kind
        self._nothing_fits = False
        self._form = KindForm(workspace.theme, workspace.catalogue, name="first_run_kind")
        self._form.kind_chosen.connect(self._on_kind_chosen)
        self.lay_out(self._form)
        self.say(words.title, words.lead)

    def refresh(self) -> None:
        """Show the kind that is chosen."""
        kind = self.workspace.plan.kind
        self._form.show_kind(kind or (NONE_FITS if self._nothing_fits else None), self.workspace.voice)

    def _on_kind_chosen(self, code: str) -> None:
        self._nothing_fits = code == NONE_FITS
        plan = self.workspace.plan
        kind = None if self._nothing_fits else code
        attempt_quietly(self.workspace, plans.choose_kind, kind, plan.pattern, plan.hidden, plan.danger, plan.others)
        self.refresh()


class CrossStep(Step):
    """The four short questions; each may be left open."""

    def __init__(self, workspace: Workspace, _device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.CROSS)
        words = workspace.catalogue.cross_questions()
        self._form = CrossForm(workspace.theme, workspace.catalogue, name="first_run_cross")
        self._form.answered.connect(self._on_answered)
        self.lay_out(self._form)
        self.say(words.title, words.lead)

    def refresh(self) -> None:
        """Show the answers."""
        self._form.show_plan(self.workspace.plan, self.workspace.voice)

    def _on_answered(self) -> None:
        attempt_quietly(self.workspace, plans.choose_kind, self.workspace.plan.kind, **self._form.shares())
        self.refresh()


class SafetyStep(Step):
    """The private questions. Answers are written only on going on, and then only what they switch, unless wanted."""

    def __init__(self, workspace: Workspace, _device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.SAFETY)
        self._words = workspace.catalogue.safety()
        body = QWidget()
        inside = column(body, spacing=18)
        self._already = NoticeLine(workspace.theme)
        self._form = SafetyForm(workspace.theme, self._words, name="first_run_safety")
        inside.addWidget(self._already)
        inside.addWidget(self._form)
        body.setFocusProxy(self._form)
        self.lay_out(body, Kind.NORMAL)

    def refresh(self) -> None:
        """Ask in the names of the plan; somebody who has come back hears what an answer can still do."""
        self.say(self._words.title, self._words.lead.said_to(self.workspace.voice))
        self._form.say_to(self.workspace.voice)
        last = self.workspace.safety
        is_answered = last is not None and not may_lift(last, self.workspace.today)
        self._already.show_sentence(self._words.lifting.add_only if is_answered else "")

    def leave(self) -> bool:
        """Write what the answers switch; somebody who only came back to look has answered already."""
        if self._form.is_touched or self.workspace.safety is None:
            answers, keeps = self._form.answers(), self._form.keeps_answers
            self.workspace.do_quietly(plans.answer_safety, answers, keep_answers=keeps)
            self._form.clear()
        return True


class SupportStep(Step):
    """People to talk to first."""

    def __init__(self, workspace: Workspace, device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.SUPPORT)
        self._support = SupportFirst(workspace.theme, workspace.catalogue, device, name="first_run")
        self._support.ways.addWidget(self.back_button(Kind.NORMAL))
        self._support.go_on_requested.connect(self.on_requested)
        column(self).addWidget(self._support)
        self.setFocusProxy(self._support)

    def refresh(self) -> None:
        """Say the words, and read the numbers again."""
        self._support.show_to(self.workspace.voice)


class EndingStep(Step):
    """What comes first where something still goes on or is still hidden."""

    def __init__(self, workspace: Workspace, _device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.ENDING)
        self._track = EndingTrack(workspace.theme, workspace.catalogue, name="first_run")
        self._track.ways.addWidget(self.back_button(Kind.NORMAL))
        self._track.go_on_requested.connect(self.on_requested)
        column(self).addWidget(self._track)
        self.setFocusProxy(self._track)

    def refresh(self) -> None:
        """Say the words."""
        self._track.show_to(self.workspace.voice)


class ContactStep(Step):
    """What contact is welcome; where a private answer has said it already, what that means."""

    def __init__(self, workspace: Workspace, _device: DeviceSettings) -> None:
        super().__init__(workspace, FirstRunStep.CONTACT)
        self._words = workspace.catalogue.first_run().contact
        self._form = ContactForm(workspace.theme, self._words, name="first_run_contact")
        self._meaning = NoContactMeaning(workspace.theme, workspace.catalogue)
        self._saving = Autosave(self._save, self, workspace.refused.emit)
        self._form.chosen.connect(self._on_chosen)
        self._form.note_edited.connect(self._saving.touch)
        self._form.go_on_requested.connect(self.on_requested)
        body = QWidget()
        inside = column(body)
        inside.addWidget(self._form)
        inside.addWidget(self._meaning)
        body.setFocusProxy(self._form)
        self.lay_out(body)

    def refresh(self) -> None:
        """Show what is recorded, or what no contact means."""
        voice = self.workspace.voice
        is_said = self.workspace.safety is not None and self.workspace.safety.indirect
        self._form.setVisible(not is_said)
        self._meaning.setVisible(is_said)
        self._meaning.show_to(voice)
        self._form.show_plan(self.workspace.plan, voice, self.workspace.today)
        if is_said:
            self.say(self.workspace.catalogue.safety().indirect.title, "")
        else:
            self.say(self._words.title.said_to(voice), self._words.lead.said_to(voice))

    def save_typing(self) -> None:
        """Write the note."""
        self._saving.flush()

    def _save(self) -> None:
        form = self._form
        self.workspace.do_quietly(plans.set_contact, form.contact(), form.until(), form.note())

    def _on_chosen(self) -> None:
        form = self._form
        attempt_quietly(self.workspace, plans.set_contact, form.contact(), form.until(), form.note())


STEPS: Final[dict[FirstRunStep, Callable[[Workspace, DeviceSettings], Step]]] = {
    FirstRunStep.NAMES: NamesStep,
    FirstRunStep.KIND: KindStep,
    FirstRunStep.CROSS: CrossStep,
    FirstRunStep.SAFETY: SafetyStep,
    FirstRunStep.SUPPORT: SupportStep,
    FirstRunStep.ENDING: EndingStep,
    FirstRunStep.CONTACT: ContactStep,
}
