"""Amends and the commitment editor for `pictures.py`: the design's commitment, a new one, sheets, and their edges."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from picture_scenes.dates_and_recovery import PageFrame, demo_vault, empty_vault
from PySide6.QtWidgets import QScrollArea, QWidget

from trustplanner.actions import commitments, harms, pauses, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.views import Heard, note_their_view
from trustplanner.domain.commitments import AskedBy, Commitment, Reason
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedules import Schedule, daily, on_weekdays, once
from trustplanner.domain.views import View
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.commitment_page import CommitmentPage

LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]
TODAY = date(2026, 5, 14)
DAY = timedelta(days=1)
ROOM_BELOW = 300  # pixels


def _ring_at_six(workspace: Workspace) -> Commitment:
    """The commitment of the design."""
    do = workspace.runner.do
    harm = do("", harms.add_harm, "Not knowing what is real").result
    wording = Wording(
        "ring Ana at six on working days",
        "is not left waiting without knowing where I am",
        on_weekdays(range(5)),
        time(18).hour * 60,
    )
    beside = Surroundings(
        if_cue="I am in a meeting at six",
        then_action="text before 17:30 and ring at seven",
        sign="Her phone rings, or a text is there",
        asked_by=AskedBy.THEY,
        asked_on=date(2026, 5, 3),
        sureness=8,
        review_on=date(2026, 6, 1),
        harm_id=harm.id,
    )
    return do("", commitments.create, "Ring at six", wording, beside).result


def _press(page: Page, name: str) -> None:
    page.findChild(Button, name).click()


def _editor(
    theme: Theme, workspace: Workspace, detail: str = "", then: Callable[[Page], object] = lambda _: None
) -> QWidget:
    page = CommitmentPage(workspace)
    page.show_detail(detail)
    frame = PageFrame(theme, page, "amends", then)
    frame.setFocusProxy(page)
    page.setFocus()
    return frame


def build_commitment(theme: Theme) -> QWidget:
    """The design's commitment."""
    workspace = empty_vault(theme)
    return _editor(theme, workspace, _ring_at_six(workspace).id)


def build_commitment_new(theme: Theme) -> QWidget:
    """A fourth one, with three active."""
    return _editor(theme, demo_vault(theme))


def build_commitment_refused(theme: Theme) -> QWidget:
    """One that would watch somebody, at the moment of saving."""

    def refuse(page: Page) -> None:
        for name, words in (("title", "Safe"), ("will", "check where Ana is at lunch")):
            line = page.findChild(QWidget, f"commitment_{name}_field")
            line.setText(words)
            line.textEdited.emit(words)
        _press(page, "commitment_save_button")

    return _editor(theme, empty_vault(theme), then=refuse)


def build_commitment_eased(theme: Theme) -> QWidget:
    """One day less: the question whether that is easier."""
    workspace = empty_vault(theme)

    def ease(page: Page) -> None:
        chips = page.findChild(DayChips)
        chips.set_days(range(4))
        chips.days_chosen.emit(chips.days)
        _press(page, "commitment_save_button")

    return _editor(theme, workspace, _ring_at_six(workspace).id, ease)


def build_commitment_suggested(theme: Theme) -> QWidget:
    """A suggestion for an occasion, within limits to contact, about somebody with a long name."""
    workspace = empty_vault(theme)
    workspace.runner.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY)
    workspace.runner.do("", plans.choose_kind, "hidden_money")
    workspace.runner.do("", plans.set_contact, Contact.LIMITED)
    return _editor(theme, workspace, "kind:ask_before_spending")


def build_amends(theme: Theme) -> QWidget:
    """The demo's ledger."""
    return PageFrame(theme, AmendsPage(demo_vault(theme)), "amends")


def build_amends_empty(theme: Theme) -> QWidget:
    """Nothing written down yet."""
    return PageFrame(theme, AmendsPage(empty_vault(theme)), "amends")


def _promise(workspace: Workspace, title: str, will: str, schedule: Schedule, purpose: str = "") -> Commitment:
    wording = Wording(will, purpose, schedule)
    return workspace.runner.do("", commitments.create, title, wording, Surroundings()).result


def _changing(theme: Theme) -> Workspace:
    """A ledger in which something is to change everywhere."""
    workspace = empty_vault(theme)
    do = workspace.runner.do
    do("", plans.choose_kind, "small_lies")
    do("", plans.set_contact, Contact.LIMITED)
    harm = do("", harms.add_harm, "Evenings of waiting, with no way to reach me").result
    do("", harms.add_repair, harm.id, "Pay for the two tickets that went unused", TODAY - 3 * DAY)
    do("", harms.add_harm, "Her mother is told nothing in advance any more")
    ring = _ring_at_six(workspace)
    say = _promise(workspace, "Say where I am going", "say where I am going before I leave", daily(), "need not ask")
    _promise(workspace, "Everything on one sheet", "put every account on one sheet", once(TODAY + 9 * DAY))
    _promise(workspace, "A half-truth", "when I notice a half-truth, correct it the same day", daily())
    eased = Wording("ring Ana at six", "is not left waiting", on_weekdays([0, 2]), 18 * 60)
    heard = Heard(View.DISAGREES, TODAY - DAY, "You said every day.")
    change = do("", change_terms, ring.id, eased, heard=Heard(View.AGREES, TODAY - 2 * DAY)).result
    do("", note_their_view, (change and change.seq) or 0, heard)
    do("", commitments.let_wait, say.id)
    do("", pauses.pause, None, TODAY, TODAY + 6 * DAY, reason=Reason.ILLNESS, looks_again=True)
    return workspace


def build_amends_changing(theme: Theme) -> QWidget:
    """Changes to come, a pause, limits to contact, and a repair that is being written down."""
    page = AmendsPage(_changing(theme))
    plan_a_repair = page.findChildren(Button)
    add = next(each for each in plan_a_repair if each.objectName().startswith("amends_harm_add_"))
    return PageFrame(theme, page, "amends", lambda _: add.click())


def build_amends_views(theme: Theme) -> QWidget:
    """The same further down: what they said to a change, with what they had said before."""
    page = AmendsPage(_changing(theme))
    change = next(each for each in page.findChildren(Button) if each.objectName().startswith("amends_note_view_"))

    def scroll(_: QWidget) -> None:
        for area in page.findChildren(QScrollArea):
            area.ensureWidgetVisible(change, 0, ROOM_BELOW)

    return PageFrame(theme, page, "amends", scroll)


def build_amends_pause(theme: Theme) -> QWidget:
    """The sheet for a pause of all commitments."""
    workspace = empty_vault(theme)
    _ring_at_six(workspace)
    return PageFrame(theme, AmendsPage(workspace), "amends", lambda page: _press(page, "amends_pause_all_button"))


def build_amends_end(theme: Theme) -> QWidget:
    """The sheet that lets a commitment wait."""
    workspace = empty_vault(theme)
    ring = _ring_at_six(workspace)
    return PageFrame(
        theme, AmendsPage(workspace), "amends", lambda page: _press(page, f"amends_let_wait_{ring.id}_button")
    )
