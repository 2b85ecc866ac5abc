"""Where in the walk a person is, in words and counts, never in percent."""

from PySide6.QtCore import QObject

from trustplanner.domain.evening import StepKind, WalkStep
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.screens.evening_page.walk import Walk


def where_words(context: QObject, walk: Walk, step: WalkStep) -> str:
    """`Today, 1 of 3`, `Yesterday, Wednesday 13 May`, `Question 2 of 3`; nothing at the end."""
    match step.kind:
        case StepKind.ITEM:
            return _of_item(context, walk, step)
        case StepKind.TELL:
            return context.tr("After this miss")
        case StepKind.QUESTION:
            asked = [each for each in walk.steps if each.kind is StepKind.QUESTION]
            words = context.tr("In the evening, question {n} of {total}")
            return words.format(n=asked.index(step) + 1, total=len(asked))
        case StepKind.END:
            return ""


def _of_item(context: QObject, walk: Walk, step: WalkStep) -> str:
    of_yesterday = {row.key for row in walk.view.still_open}
    is_of_yesterday = (step.key, step.day) in of_yesterday
    alike = [
        each
        for each in walk.steps
        if each.kind is StepKind.ITEM and ((each.key, each.day) in of_yesterday) is is_of_yesterday
    ]
    number, total = alike.index(step) + 1, len(alike)
    if is_of_yesterday and step.day is not None:
        day = DateWords().long(step.day, walk.view.today)
        return context.tr("Yesterday, {day}, {n} of {total}").format(day=day, n=number, total=total)
    return context.tr("Today, {n} of {total}").format(n=number, total=total)
