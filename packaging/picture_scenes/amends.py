"""Amends and the commitment editor for `pictures.py`: the design's commitment, a new one, and their edges."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from picture_scenes.dates_and_recovery import PageFrame, demo_vault, empty_vault
from PySide6.QtWidgets import QLineEdit, QWidget

from trustplanner.actions import commitments, harms, plans
from trustplanner.actions.commitments import Surroundings, Wording
from trustplanner.domain.commitments import AskedBy, Commitment
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedules import on_weekdays
from trustplanner.storage.queries.commitments import every_commitment
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.amends_page import AmendsPage
from trustplanner.ui.screens.commitment_page import CommitmentPage

LONG_NAME = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]


def _ring_at_six(workspace: Workspace) -> Commitment:
    """The commitment of the design."""
    do = workspace.runner.do
    harm = do("", harms.add_harm, "Not knowing what is real").result
    minute = time(18).hour * 60
    wording = Wording(
        "ring Ana at six on working days", "is not left waiting without knowing where I am", on_weekdays(range(5)), minute
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


def _editor(theme: Theme, workspace: Workspace, detail: str) -> tuple[QWidget, CommitmentPage]:
    page = CommitmentPage(workspace)
    page.show_detail(detail)
    frame = PageFrame(theme, page, "amends")
    frame.setFocusProxy(page)
    page.setFocus()
    return frame, page


def build_commitment(theme: Theme) -> QWidget:
    """The design's commitment."""
    workspace = empty_vault(theme)
    return _editor(theme, workspace, _ring_at_six(workspace).id)[0]


def build_commitment_new(theme: Theme) -> QWidget:
    """A fourth one, with three active."""
    return _editor(theme, demo_vault(theme), "")[0]


def build_amends(theme: Theme) -> QWidget:
    """The demo's ledger."""
    workspace = demo_vault(theme)
    return PageFrame(theme, AmendsPage(workspace), "amends")


def build_amends_empty(theme: Theme) -> QWidget:
    """Nothing written down yet."""
    return PageFrame(theme, AmendsPage(empty_vault(theme)), "amends")
