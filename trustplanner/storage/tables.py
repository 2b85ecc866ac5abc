"""Every table of the vault. Columns are the fields of the dataclass of the same noun; a test compares them."""

from sqlalchemy import Table

from trustplanner.domain.answers import Answer, DoneDay, MissReview, Telling
from trustplanner.domain.change import Entity
from trustplanner.domain.commitments import Commitment, Pause, Terms
from trustplanner.domain.conversations import Agreement, Practice, Talk, TalkLine
from trustplanner.domain.events import Event
from trustplanner.domain.hard_days import HardDay
from trustplanner.domain.harms import Harm, Payment, Repair
from trustplanner.domain.journal import JournalEntry, PlanEnd
from trustplanner.domain.letters import HintLeft, Letter, LetterStep, LetterTag, LetterVersion
from trustplanner.domain.moments import Draft, Setting
from trustplanner.domain.offers import Offer
from trustplanner.domain.path import PathAnswer, PathLine
from trustplanner.domain.plans import Plan, SafetyScreen
from trustplanner.domain.responses import TheirResponse
from trustplanner.domain.sealed import SealedNote
from trustplanner.domain.session_notes import SessionDecision, SessionNote, SessionRating
from trustplanner.domain.sessions import AgendaLine, Session
from trustplanner.domain.setbacks import SetbackStep
from trustplanner.domain.sureness import SurenessAnswer
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.domain.views import TheirView
from trustplanner.domain.wishes import Wish
from trustplanner.storage import amends_tables as amends
from trustplanner.storage import plan_tables as plan
from trustplanner.storage import record_tables as record
from trustplanner.storage import session_tables as session
from trustplanner.storage.table_parts import metadata

__all__ = ["TABLES", "metadata"]

TABLES: dict[type[Entity], Table] = {
    Plan: plan.plans,
    SafetyScreen: plan.safety_screens,
    PathAnswer: plan.path_answers,
    PathLine: plan.path_lines,
    Harm: amends.harms,
    Repair: amends.repairs,
    Payment: amends.payments,
    Wish: amends.wishes,
    Offer: amends.offers,
    Commitment: record.commitments,
    Terms: record.terms,
    Pause: record.pauses,
    TheirView: record.views,
    SurenessAnswer: record.sureness_answers,
    TheirResponse: record.responses,
    Answer: record.answers,
    DoneDay: record.done_days,
    Telling: record.tellings,
    MissReview: record.miss_reviews,
    Session: plan.sessions,
    AgendaLine: plan.agenda_lines,
    SessionNote: session.session_notes,
    SessionDecision: session.session_decisions,
    SessionRating: session.session_ratings,
    TheirConsent: session.consents,
    Anchors: session.anchors,
    Reading: session.readings,
    Event: plan.events,
    SetbackStep: plan.setback_steps,
    HardDay: plan.hard_days,
    Letter: amends.letters,
    LetterVersion: amends.letter_versions,
    LetterStep: amends.letter_steps,
    LetterTag: amends.letter_tags,
    HintLeft: amends.hints_left,
    Talk: amends.talks,
    TalkLine: amends.talk_lines,
    Agreement: amends.agreements,
    Practice: plan.practices,
    JournalEntry: plan.journal_entries,
    PlanEnd: plan.plan_ends,
    SealedNote: plan.sealed_notes,
    Setting: plan.settings,
    Draft: plan.drafts,
}
