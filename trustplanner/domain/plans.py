"""Who a plan is about, how things stand between the two, and what the private questions switched."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class Pronoun(StrEnum):
    """How the program speaks of the hurt person. Sentences exist whole for each."""

    SHE = "she"
    HE = "he"
    THEY = "they"


class Contact(StrEnum):
    """What contact the hurt person allows, the least of it last. Every text that would propose contact reads it."""

    OPEN = "open"
    LIMITED = "limited"
    NONE = "none"


class Share(StrEnum):
    """An answer to one of the cross-cutting questions about a breach; unanswered is None."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan for one hurt person; a vault holds exactly one.

    `pattern`, `hidden`, `danger` and `others` answer the four cross-cutting questions: more than one act,
    hiding or lying, danger to health, money or children, and whether someone else lost trust too.
    `contact_until` is the day until which a limit or a wish for no contact was said to hold; None says "until
    they say otherwise". `kind` is the code of a breach kind in the content files, or None.
    """

    id: str
    own_name: str
    their_name: str
    pronoun: Pronoun
    counsellor: str
    kind: str | None
    pattern: Share | None
    hidden: Share | None
    danger: Share | None
    others: Share | None
    contact: Contact
    contact_until: date | None
    contact_note: str
    first_day: date
    created_at: datetime


class SafetyAnswer(StrEnum):
    """An answer to one private safety question; leaving it open is allowed."""

    YES = "yes"
    NO = "no"
    LEFT_OPEN = "left_open"


class SafetyQuestion(StrEnum):
    """The private questions, asked at first run, every four weeks and after a setback."""

    FEAR = "fear"
    FORCE = "force"
    CONTROL = "control"
    ORDER = "order"
    ASKED_NO_CONTACT = "asked_no_contact"
    STILL_GOING_ON = "still_going_on"
    STILL_HIDDEN = "still_hidden"
    CHILD_INVOLVED = "child_involved"
    CHILD_AT_RISK = "child_at_risk"
    SELF_HARM = "self_harm"


STOPPING = frozenset(
    {
        SafetyQuestion.FEAR,
        SafetyQuestion.FORCE,
        SafetyQuestion.CONTROL,
        SafetyQuestion.ORDER,
        SafetyQuestion.CHILD_AT_RISK,
    }
)
ENDING = frozenset({SafetyQuestion.STILL_GOING_ON, SafetyQuestion.STILL_HIDDEN})
SWITCHED_BY: Final = {
    "stop": STOPPING,
    "indirect": frozenset({SafetyQuestion.ASKED_NO_CONTACT}),
    "ending": ENDING,
    "support": frozenset({SafetyQuestion.SELF_HARM}),
}
ASK_AGAIN_AFTER = timedelta(weeks=4)
BY_TRAVELLING = timedelta(days=1)  # the date line gives a day back
# A setting, set while what was promised before contact became less is not looked through.
CONTACT_TO_LOOK_AT = "contact_to_look_at"


@dataclass(frozen=True, slots=True)
class SafetyScreen:
    """What one round of the private questions switched, without the reason.

    `stop`: help, export and delete only. `indirect`: no contact is proposed anywhere. `ending`: the "ending
    and telling" track with a counsellor. `support`: support is shown first. `answers` holds the answers as
    `question=answer` lines only if the person agreed to keep them; otherwise it is empty.
    """

    seq: int | None
    asked_on: date
    written_at: datetime
    stop: bool
    indirect: bool
    ending: bool
    support: bool
    answers: str


def switches(answers: dict[SafetyQuestion, SafetyAnswer]) -> dict[str, bool]:
    """The four switches that these answers set; a question left open sets nothing.

    That a child is involved switches nothing; only a child at risk does.
    """
    yes = {question for question, answer in answers.items() if answer is SafetyAnswer.YES}
    return {name: bool(yes & questions) for name, questions in SWITCHED_BY.items()}


def switches_after(
    last: SafetyScreen | None, answers: dict[SafetyQuestion, SafetyAnswer], today: date
) -> dict[str, bool]:
    """The four switches after a further round of answers.

    A switch that is on is lifted by a clear no to each of its questions, not before the next day. Leaving them open
    lifts nothing: which of them had set it is not known.
    """
    no = {question for question, answer in answers.items() if answer is SafetyAnswer.NO}
    now_on = switches(answers)
    for name, questions in SWITCHED_BY.items():
        was_on = last is not None and getattr(last, name)
        is_lifted = last is not None and may_lift(last, today) and questions <= no
        now_on[name] = now_on[name] or (was_on and not is_lifted)
    return now_on


def questions_are_due(last: SafetyScreen | None, last_setback_at: datetime | None, today: date) -> bool:
    """Whether the private questions come back: never asked, four weeks ago, or a setback written down since.

    Where they were asked under a clock that ran ahead, they do not wait until its day has come. Who travels may be one
    day behind.
    """
    if last is None:
        return True
    if not last.asked_on - BY_TRAVELLING <= today < last.asked_on + ASK_AGAIN_AFTER:
        return True
    return last_setback_at is not None and last_setback_at > last.written_at


def may_lift(last: SafetyScreen, today: date) -> bool:
    """A switch can be lifted by answering again, not before the next day."""
    return today > last.asked_on


def contact_in_force(plan: Plan, last: SafetyScreen | None) -> Contact:
    """What contact may be proposed; a day that was named and has passed opens nothing by itself."""
    return Contact.NONE if last is not None and last.indirect else plan.contact


def is_stricter(before: Contact, after: Contact) -> bool:
    """Whether less contact may be proposed than before."""
    order = list(Contact)
    return order.index(after) > order.index(before)


def no_contact_ran_out(plan: Plan, last: SafetyScreen | None, today: date) -> bool:
    """Whether the day named for no contact has passed: it still holds, and what was agreed since can be written down.

    A wish for no contact among the private answers names no day, so that nothing can have passed.
    """
    is_named = plan.contact is Contact.NONE and plan.contact_until is not None
    is_asked_for = last is not None and last.indirect
    return is_named and not is_asked_for and plan.contact_until is not None and today > plan.contact_until
