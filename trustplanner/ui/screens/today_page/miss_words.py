"""The line below a miss: how it came out, and where the next step is."""

from datetime import date

from trustplanner.domain.answers import How, Telling, TellingTime
from trustplanner.domain.miss_steps import MissStep
from trustplanner.domain.record import Miss
from trustplanner.ui.kit.dates import clock_time
from trustplanner.ui.kit.labels import Run
from trustplanner.ui.screens.today_page.page_words import PageWords

_WITH_SHORT_NAME = (How.TOLD_FIRST, How.WHEN_ASKED)


class MissWords(PageWords):
    """Says how a miss came out. No lecture on any answer."""

    def telling(self, miss: Miss) -> list[Run]:
        """`Told first. You told her at 18:25, before she asked.`, or the question while nothing is said."""
        voice = self._workspace.voice
        if miss.how is None:
            return [Run(self._texts.miss.question.said_to(voice))]
        newest = miss.changes[-1]
        when = self._when(newest, miss.day)
        text = self._texts.miss.of(miss.how, with_when=bool(when))
        sentence = text.said_to(voice, when=when) if when else text.said_to(voice)
        if miss.how not in _WITH_SHORT_NAME:
            return [Run(sentence, role="control_strong")]
        short = self._workspace.catalogue.miss_steps().tell.options[miss.how].short.said_to(voice)
        runs = [Run(f"{short}.", role="control_strong"), Run(f" {sentence}", color="ink_2")]
        if miss.time is not None and _is_early(miss.time):
            runs.append(Run(f" {self.tr('It was not due yet.')}", color="ink_2"))
        return runs

    def _when(self, telling: Telling, due_on: date) -> str:
        if telling.told_on is None:
            return ""
        time = "" if telling.told_minute is None else clock_time(telling.told_minute)
        if telling.told_on == due_on:
            return self.tr("at {time}").format(time=time) if time else self._figures.said("time.same_day")
        day = self._long(telling.told_on)
        if time:
            return self.tr("on {day} at {time}").format(day=day, time=time)
        return self.tr("on {day}").format(day=day)

    def line_crossed(self) -> list[Run]:
        """What stands there instead when the promise was a line not to cross."""
        title = self._workspace.catalogue.miss_steps().line_crossed.title
        return [Run(f"{title}.", role="control_strong")]

    def line_link(self) -> str:
        """Where its link leads."""
        return self._workspace.catalogue.miss_steps().line_crossed.open_support

    def link_to(self, step: MissStep | None, how: How | None) -> str:
        """Where the link of the line below a miss leads."""
        if step is MissStep.TELL and how is How.NOT_YET:
            return self._texts.miss.plan_telling
        return {
            MissStep.TELL: self.tr("Next: tell first"),
            MissStep.FACTS: self.tr("Next: what happened"),
            MissStep.LIKELIER: self.tr("Next: what made it likelier"),
            MissStep.REPAIR: self.tr("Next: repair"),
            MissStep.ADJUST: self.tr("Next: adjust"),
            None: self.tr("The five steps"),
        }[step]


def _is_early(time: TellingTime) -> bool:
    return (time.days if time.minutes is None else time.minutes) < 0
