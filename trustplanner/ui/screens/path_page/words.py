"""What the page itself says: how far things are, which question and which day this is, and that it is saved."""

from datetime import date

from PySide6.QtCore import QObject

from trustplanner.content.kinds import CrossQuestion, answered_yes
from trustplanner.content.path import Prompt, Stage
from trustplanner.domain.path import (
    STAGE_OF_ANSWER,
    PathAnswer,
    Progress,
    PromptState,
    Rhythm,
    StageCode,
    Weight,
    weight_of,
)
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page.margin import Note, Passage
from trustplanner.ui.screens.path_page.view import PathView


class PathWords(QObject):
    """Says it to the reader of this plan. Progress is told in counts, never as a share."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dates = DateWords()

    # --- how far

    def progress(self, stage: StageCode, counted: Progress, *, is_here: bool) -> str:
        """How far a stage is; the one where a person is has been opened, even while nothing is written in it."""
        if counted.is_untouched and not is_here:
            is_daily = stage is StageCode.DAY_TO_DAY
            return self.tr("Your daily page") if is_daily else self.tr("Not opened")
        if stage is StageCode.DAY_TO_DAY:
            return self.tr("Today: {counted}").format(counted=self.counted(counted))
        return self.counted(counted)

    def counted(self, counted: Progress) -> str:
        """`3 of 6 written, 1 skipped`."""
        words = self.tr("{written} of {total} written")
        if counted.skipped:
            words = self.tr("{written} of {total} written, {skipped} skipped")
        return words.format(written=counted.written, total=counted.total, skipped=counted.skipped)

    def question(self, prompt: Prompt, state: PromptState) -> str:
        """Its short name, and that it is skipped."""
        words = prompt.contents.said_to(self._workspace.voice)
        if state is PromptState.SKIPPED:
            return self.tr("{question} (skipped)").format(question=words)
        return words

    def heading(self, prompt: Prompt, view: PathView) -> str:
        """`Acknowledge the hurt, question 4 of 6`."""
        asked = view.asked_with(prompt.code)
        stage = self._workspace.catalogue.stages_file().stages[prompt.stage].title
        words = {
            Rhythm.ONCE: self.tr("{stage}, question {number} of {count}"),
            Rhythm.DAY: self.tr("{stage}, in the evening, question {number} of {count}"),
            Rhythm.WEEK: self.tr("{stage}, once a week, question {number} of {count}"),
            Rhythm.MONTH: self.tr("{stage}, once a month, question {number} of {count}"),
            Rhythm.SESSION: self.tr("{stage}, before a session, question {number} of {count}"),
        }[prompt.rhythm]
        return words.format(stage=stage, number=asked.index(prompt.code) + 1, count=len(asked))

    def rhythm(self, rhythm: Rhythm) -> str:
        """How often; nothing for a question of the plan."""
        return {
            Rhythm.ONCE: "",
            Rhythm.DAY: self.tr("In the evening"),
            Rhythm.WEEK: self.tr("Once a week"),
            Rhythm.MONTH: self.tr("Once a month"),
            Rhythm.SESSION: self.tr("Before a session"),
        }[rhythm]

    def beside(self) -> dict[str, str]:
        """What belongs to no stage: the place of each, and how it is called."""
        finish = self._workspace.catalogue.finish().title.said_to(self._workspace.voice)
        catalogue = self._workspace.catalogue
        return {"week": catalogue.week().title, "journal": catalogue.journal().title, "finish": finish}

    def all_through(self, prompt: Prompt, counted: Progress) -> str:
        """The one calm sentence when nothing is open; nothing before."""
        if not counted.is_through:
            return ""
        if counted.skipped:
            return self.tr("Nothing else is open here. What was skipped stays in the contents.")
        if prompt.rhythm is Rhythm.ONCE:
            return self.tr("Every question is written. Each can be read and changed at any time.")
        return self.tr("These questions are written. Each can be read and changed at any time.")

    # --- days

    def day(self, prompt: Prompt, on: date | None, view: PathView) -> str:
        """Which day, week or session the answer belongs to; nothing for a question of the plan."""
        is_present = on == view.keys[prompt.code]
        if on is None:
            return ""
        if prompt.rhythm is Rhythm.DAY:
            words = self.tr("Today, {day}") if is_present else self.tr("{day}")
            return words.format(day=self._dates.long(on, view.today))
        if prompt.rhythm is Rhythm.WEEK:
            words = self.tr("This week, from {day}") if is_present else self.tr("The week from {day}")
            return words.format(day=self._dates.long(on, view.today))
        if prompt.rhythm is Rhythm.MONTH:
            words = self.tr("This month, {month}") if is_present else self.tr("{month}")
            return words.format(month=self._dates.month(on, view.today))
        if not is_present:
            return self.tr("Written for {day}").format(day=self._dates.long(on, view.today))
        if view.session is None:
            return self.tr("The next session has no date yet.")
        return self.tr("The session on {day}").format(day=self._dates.long(view.session.day, view.today))

    def to_earlier(self, prompt: Prompt, on: date, view: PathView) -> str:
        """Leads to the answer before this one."""
        return self.tr("Earlier: {day}").format(day=self._named(prompt, on, view))

    def to_later(self, prompt: Prompt, on: date, view: PathView) -> str:
        """Leads to the answer after this one."""
        if on != view.keys[prompt.code]:
            return self.tr("Later: {day}").format(day=self._named(prompt, on, view))
        return {
            Rhythm.ONCE: "",
            Rhythm.DAY: self.tr("Today"),
            Rhythm.WEEK: self.tr("This week"),
            Rhythm.MONTH: self.tr("This month"),
            Rhythm.SESSION: self.tr("The next session"),
        }[prompt.rhythm]

    def _named(self, prompt: Prompt, on: date, view: PathView) -> str:
        name = self._dates.month if prompt.rhythm is Rhythm.MONTH else self._dates.short
        return name(on, view.today)

    def heard_on(self, day: date) -> str:
        """The day on which a line was written down."""
        return self._dates.short(day, self._workspace.today)

    def saved(self, answer: PathAnswer) -> str:
        """`Saved at 20:41. Only in this file.`"""
        runner = self._workspace.runner
        moment = answer.updated_at.astimezone(runner.local_zone())
        if moment.date() == runner.now().local.date():
            return self.tr("Saved at {time}. Only in this file.").format(time=f"{moment:%H:%M}")
        day = self._dates.short(moment.date(), self._workspace.today)
        return self.tr("Saved on {day}. Only in this file.").format(day=day)

    # --- the margin

    def notes(self, prompt: Prompt, view: PathView, *, has_examples: bool) -> list[Note]:
        """Why it matters, they decide, what is next; the examples only once something is written."""
        voice = self._workspace.voice
        found = [Note("why", self.tr("Why it matters"), (Passage(prompt.why.said_to(voice), "aside", "ink"),))]
        if prompt.they_decide is not None:
            found.append(Note("they_decide", self.tr("They decide"), (Passage(prompt.they_decide.said_to(voice)),)))
        found.append(Note("next", self.tr("Next"), (Passage(self._next(prompt, view)),)))
        found += self._examples(prompt, has_examples=has_examples)
        if view.asked_with(prompt.code)[0] == prompt.code:
            found += self._most_room_note(prompt.stage)
            found += self._answered_note(prompt.stage)
        return found

    def most_room(self) -> str:
        """The line under the contents: what the kind weighs most, and what the answers beside it weigh more."""
        stage, stages = self._stage_with_most_room(), self._workspace.catalogue.stages_file().stages
        most = stage.code if stage is not None else None
        answered = answered_yes(self._workspace.plan)
        more = [STAGE_OF_ANSWER[each] for each in CrossQuestion if each in answered]
        named = ", ".join(f"“{stages[code].title}”" for code in StageCode if code in more and code is not most)
        said = []
        if stage is not None:
            said.append(self.tr("After what happened, “{stage}” deserves the most room.").format(stage=stage.title))
        if named:
            said.append(self.tr("What you answered gives more room to {stages}.").format(stages=named))
        return " ".join(said)

    def _next(self, prompt: Prompt, view: PathView) -> str:
        code = view.next_after(prompt.code)
        if code is None:
            return self.tr("Your daily page")
        return view.prompts[code].title.said_to(self._workspace.voice)

    def _examples(self, prompt: Prompt, *, has_examples: bool) -> list[Note]:
        words, voice = self._workspace.catalogue.stages_file().examples, self._workspace.voice
        if prompt.strong is None or prompt.weak is None or prompt.why_weak is None:
            return []
        if not has_examples:
            return [Note("examples", self.tr("Examples"), (Passage(words.shown_after, "small", "ink_3"),))]
        strong = (Passage(prompt.strong.said_to(voice), "aside", "ink"),)
        weak = (
            Passage(prompt.weak.said_to(voice), "aside", "ink"),
            Passage(prompt.why_weak.said_to(voice)),
            Passage(words.invented, "caption", "ink_3"),
        )
        return [Note("strong", words.strong_title, strong), Note("weak", words.weak_title, weak)]

    def _most_room_note(self, code: StageCode) -> list[Note]:
        weight, stage = self._weight(), self._stage_with_most_room()
        if weight is None or stage is None or stage.code is not code:
            return []
        words = self._workspace.catalogue.stages_file().weights[weight]
        lead_with = words.lead_with.said_to(self._workspace.voice)
        passages = tuple(Passage(text) for text in (words.question, lead_with, words.trap))
        return [Note("most_room", self.tr("Most room here"), passages)]

    def _answered_note(self, code: StageCode) -> list[Note]:
        """What a yes to a cross-cutting question means in this stage."""
        workspace = self._workspace
        questions = workspace.catalogue.cross_questions().questions
        passages = tuple(
            Passage(questions[question].if_yes.said_to(workspace.voice))
            for question in CrossQuestion
            if question in answered_yes(workspace.plan) and STAGE_OF_ANSWER[question] is code
        )
        return [Note("answered", self.tr("From what you answered"), passages)] if passages else []

    def _stage_with_most_room(self) -> Stage | None:
        weight, content = self._weight(), self._workspace.catalogue.stages_file()
        return None if weight is None else content.stages[content.weights[weight].stage]

    def _weight(self) -> Weight | None:
        plan = self._workspace.plan
        kind = self._workspace.catalogue.kind(plan.kind) if plan.kind else None
        return weight_of(plan, kind.weight if kind else None)
