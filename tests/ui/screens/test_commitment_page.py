"""The commitment editor, as a person writes a promise and changes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, on, promise
from tests.moved_clock import MovedClock
from tests.ui.person import click, focus_in, press, type_words
from tests.ui.screens.seen_amends import (
    ShowPage,
    cut_off,
    found,
    is_seen,
    line_text,
    pick,
    press_button,
    read_all,
    settle,
    type_day,
    type_number,
    write,
)
from trustplanner.actions import commitments, harms, pauses, plans
from trustplanner.actions.commitments import Surroundings
from trustplanner.actions.runner import Runner
from trustplanner.actions.terms import Wording, change_terms
from trustplanner.actions.views import Heard, noted
from trustplanner.domain.commitments import AskedBy, Commitment, Direction, Reason, Stance, Terms
from trustplanner.domain.errors import Code
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedule_text import to_text
from trustplanner.domain.schedules import Schedule, Shape, Unit, daily, on_weekdays, times_a
from trustplanner.domain.views import View
from trustplanner.storage.queries.commitments import every_commitment, terms_of
from trustplanner.storage.queries.plans import draft
from trustplanner.storage.queries.views import views_about
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.choice_fields import ComboField, TimeField
from trustplanner.ui.kit.day_chips import DayChips
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.sentence_field import SentenceField
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.commitment_page import CommitmentPage
from trustplanner.ui.screens.commitment_page.margin import MarginQuestion

NEXT_WEEK = MONDAY + timedelta(days=7)


@pytest.fixture
def open_editor(applied_theme: Theme, workspace: Workspace, show_page: ShowPage) -> Callable[..., CommitmentPage]:
    """Open the editor for a detail, in a window of its own."""

    def open_it(detail: str = "", **window: int) -> CommitmentPage:
        page = CommitmentPage(workspace)
        page.show_detail(detail)
        show_page(page, **window)
        page.setFocus()
        settle()
        return page

    return open_it


OpenEditor = Callable[..., CommitmentPage]


@pytest.fixture
def led(workspace: Workspace) -> list[str]:
    """What was said in a toast, in order."""
    said: list[str] = []
    workspace.recorded.connect(said.append)
    return said


def ring(runner: Runner, schedule: Schedule | None = None, *, waits: bool = False) -> Commitment:
    """ "Ring at six", from Monday to Friday unless said otherwise."""
    wording = Wording("ring Ana at six", "is not left waiting", schedule or on_weekdays(range(5)), 18 * 60)
    return runner.do("New", commitments.create, "Ring at six", wording, Surroundings(sureness=8), waits=waits).result


def the_terms(workspace: Workspace) -> Terms:
    """The newest terms of the only commitment."""
    (commitment,) = workspace.read(every_commitment)
    return workspace.read(terms_of, commitment.id)[-1]


def name_it(page: CommitmentPage, title: str = "Say where", will: str = "say where I am going") -> None:
    write(page, "commitment_title_field", title)
    write(page, "commitment_will_field", will)


def save(page: CommitmentPage) -> None:
    press_button(page, "commitment_save_button")


def switch_on(page: CommitmentPage, name: str) -> None:
    """With the space bar."""
    switch = found(page, Switch, name)
    switch.setFocus()
    press(switch, Qt.Key.Key_Space)
    assert switch.is_on
    settle()


def choose_days(page: CommitmentPage) -> None:
    """Monday with the mouse, Thursday with the keys."""
    chips = found(page, DayChips, "commitment_days_chips")
    click(found(chips, QWidget, "commitment_days_chips_0_button"))
    press(chips, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)


def every_other_saturday(page: CommitmentPage) -> None:
    type_number(page, "commitment_every_field", 2)
    pick(page, "commitment_every_unit_combo", Unit.WEEK)
    type_day(page, "commitment_anchor_field", on("05-09"))


def five_a_month(page: CommitmentPage) -> None:
    type_number(page, "commitment_times_field", 5)
    pick(page, "commitment_times_unit_combo", Unit.MONTH)


SHAPES = [
    (Shape.DAILY, lambda _: None, "daily", "Mon 4 May   Tue 5   Wed 6   Thu 7   Fri 8"),
    (Shape.WEEKDAYS, choose_days, "weekdays:0,3", "Mon 4 May   Thu 7   Mon 11   Thu 14   Mon 18"),
    (
        Shape.EVERY,
        every_other_saturday,
        "every:2:week:2026-05-09",
        "Sat 9 May   Sat 23   Sat 6 Jun   Sat 20   Sat 4 Jul",
    ),
    (
        Shape.TIMES,
        five_a_month,
        "times:5:month",
        "Sun 31 May   Tue 30 Jun   Fri 31 Jul   Mon 31 Aug   Wed 30 Sept",
    ),
    (
        Shape.MONTH_DAY,
        lambda page: type_number(page, "commitment_month_day_field", 31),
        "monthday:31",
        "Sun 31 May   Tue 30 Jun   Fri 31 Jul   Mon 31 Aug   Wed 30 Sept",
    ),
    (Shape.ONCE, lambda page: type_day(page, "commitment_once_field", on("06-01")), "once:2026-06-01", "Mon 1 Jun"),
]


@pytest.mark.parametrize(("shape", "fill", "kept", "coming"), SHAPES, ids=[each[0].value for each in SHAPES])
def test_each_of_the_six_shapes_is_chosen_and_its_next_days_are_said(
    open_editor: OpenEditor,
    workspace: Workspace,
    shape: Shape,
    fill: Callable[[CommitmentPage], None],
    kept: str,
    coming: str,
) -> None:
    page = open_editor()
    name_it(page)
    pick(page, "commitment_shape_combo", shape)
    fill(page)
    assert f"Next five:  {coming}\n" in read_all(page)
    save(page)
    terms = the_terms(workspace)
    assert to_text(terms.schedule) == kept
    assert (terms.will, terms.stance, terms.starts_on, terms.at_minute) == (
        "say where I am going",
        Stance.ACTIVE,
        MONDAY,
        None,
    )


def test_a_whole_commitment_is_written_by_keyboard_alone(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner, led: list[str], qtbot: QtBot
) -> None:
    harm = runner.do("Harm", harms.add_harm, "Not knowing what is real").result
    page = open_editor()
    name_it(page, "Ring at six", "ring Ana at six on working days")
    write(page, "commitment_so_that_field", "is not left waiting")
    switch_on(page, "commitment_time_switch")
    clock_field = found(page, TimeField, "commitment_time_field")
    clock_field.setFocus()
    type_words(clock_field, "1745")
    write(page, "commitment_if_field", "I am in a meeting")
    write(page, "commitment_then_field", "text before five")
    write(page, "commitment_sign_field", "Her phone rings")
    pick(page, "commitment_asked_combo", AskedBy.THEY)
    switch_on(page, "commitment_asked_on_switch")
    type_day(page, "commitment_asked_on_field", on("05-03"))
    scale = found(page, Scale, "commitment_sureness_scale")
    scale.setFocus()
    press(scale, Qt.Key.Key_9)
    pick(page, "commitment_harm_combo", harm.id)
    write(page, "commitment_smallest_field", "one line by six")
    switch_on(page, "commitment_review_switch")
    type_day(page, "commitment_review_field", on("06-01"))
    switch_on(page, "commitment_line_switch")
    with qtbot.waitSignal(page.go_requested) as left:
        save(page)
    assert left.args == [Destination("back")]
    assert led == ["Written down: “Ring at six”."]
    (commitment,) = workspace.read(every_commitment)
    beside = Surroundings(
        if_cue="I am in a meeting",
        then_action="text before five",
        sign="Her phone rings",
        asked_by=AskedBy.THEY,
        asked_on=on("05-03"),
        sureness=9,
        smallest="one line by six",
        review_on=on("06-01"),
        harm_id=harm.id,
        is_line=True,
    )
    assert commitment.title == "Ring at six"
    assert {name: getattr(commitment, name) for name in Surroundings.__dataclass_fields__} == {
        name: getattr(beside, name) for name in Surroundings.__dataclass_fields__
    }
    terms = the_terms(workspace)
    assert (terms.will, terms.so_that, terms.at_minute) == (
        "ring Ana at six on working days",
        "is not left waiting",
        17 * 60 + 45,
    )


def test_tab_goes_through_the_fields_in_the_order_of_the_page(open_editor: OpenEditor) -> None:
    page = open_editor()
    found(page, QLineEdit, "commitment_title_field").setFocus()
    seen = [focus_in(page).objectName()]
    for _ in range(9):
        press(page, Qt.Key.Key_Tab)
        seen.append(focus_in(page).objectName())
    assert seen == [
        "commitment_title_field",
        "commitment_will_field",
        "commitment_so_that_field",
        "commitment_event_switch",
        "commitment_shape_combo",
        "commitment_time_switch",
        "commitment_begins_segment_today_button",
        "commitment_if_field",
        "commitment_then_field",
        "commitment_sign_field",
    ]


# --- when it begins


def test_it_may_begin_tomorrow_or_on_a_date(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    name_it(page)
    click(found(page, QWidget, "commitment_begins_segment_tomorrow_button"))
    assert "Next five:  Tue 5 May   Wed 6" in read_all(page)
    click(found(page, QWidget, "commitment_begins_segment_date_button"))
    type_day(page, "commitment_begins_field", on("05-20"))
    assert "Next five:  Wed 20 May" in read_all(page)
    save(page)
    assert the_terms(workspace).starts_on == on("05-20")


def test_so_many_times_a_week_says_from_when_it_counts(
    open_editor: OpenEditor, clock: MovedClock, workspace: Workspace
) -> None:
    clock.go_to(on("05-08"))  # a Friday: three days are left of the week, less than half
    page = open_editor()
    pick(page, "commitment_shape_combo", Shape.TIMES)
    said = read_all(page)
    assert "Counts from Monday 11 May. Each is judged on its last day." in said
    assert "Next five:  Sun 17 May   Sun 24   Sun 31   Sun 7 Jun   Sun 14" in said


def test_days_of_a_pause_are_not_among_the_next_five(open_editor: OpenEditor, runner: Runner) -> None:
    runner.do("Pause", pauses.pause, None, on("05-05"), on("05-08"), reason=Reason.ILLNESS)
    assert "Next five:  Mon 4 May   Sat 9   Sun 10   Mon 11   Tue 12\n" in read_all(open_editor())


def test_a_once_that_is_due_before_it_begins_is_said_at_the_field(
    open_editor: OpenEditor, workspace: Workspace
) -> None:
    page = open_editor()
    name_it(page)
    pick(page, "commitment_shape_combo", Shape.ONCE)
    type_day(page, "commitment_once_field", on("05-06"))
    click(found(page, QWidget, "commitment_begins_segment_date_button"))
    type_day(page, "commitment_begins_field", on("05-20"))
    save(page)
    assert workspace.catalogue.error_sentence(Code.DATE_IMPOSSIBLE) in read_all(page)
    assert workspace.read(every_commitment) == ()


# --- promises for an occasion


def test_a_promise_for_an_occasion_is_kept_with_it_and_asked_about_every_day(
    open_editor: OpenEditor, workspace: Workspace
) -> None:
    page = open_editor()
    pick(page, "commitment_shape_combo", Shape.MONTH_DAY)
    switch_on(page, "commitment_event_switch")
    write(page, "commitment_title_field", "Correct a half-truth")
    write(page, "commitment_occasion_field", "I notice a half-truth")
    write(page, "commitment_will_field", "correct it the same day")
    assert not found(page, ComboField, "commitment_shape_combo").isEnabled()
    assert "Is the day named?" not in read_all(page)
    save(page)
    terms = the_terms(workspace)
    assert (terms.will, terms.schedule) == ("when I notice a half-truth, correct it the same day", daily())
    (commitment,) = workspace.read(every_commitment)
    assert commitment.is_event
    page.show_detail(commitment.id)
    assert line_text(page, "commitment_occasion_field") == "I notice a half-truth"
    assert line_text(page, "commitment_will_field") == "correct it the same day"


# --- what is refused


def test_a_promise_that_tracks_is_refused_in_place_with_its_reason_and_the_limit(
    open_editor: OpenEditor, workspace: Workspace
) -> None:
    page = open_editor()
    words = workspace.catalogue.tracking_refusal()
    name_it(page, "Safe", "check where Ana is at lunch")
    press(page, Qt.Key.Key_Tab)
    voice = workspace.voice
    reason, limit = words.reason.said_to(voice), words.limit
    assert reason in read_all(page)
    save(page)
    said = read_all(page)
    for sentence in (words.title, reason, words.instead.said_to(voice), words.own_device.said_to(voice), limit):
        assert sentence in said
    assert workspace.read(every_commitment) == ()
    assert focus_in(page).objectName() == "commitment_will_field"
    write(page, "commitment_will_field", "say where I am at lunch")
    assert reason not in read_all(page)
    save(page)
    assert the_terms(workspace).will == "say where I am at lunch"


def test_asking_for_reports_is_refused_as_such(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    name_it(page, "Location", "ask Ana to send me her location")
    save(page)
    assert workspace.catalogue.tracking_refusal().needs_answer.said_to(workspace.voice) in read_all(page)


def test_what_it_is_for_must_not_track_either(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    name_it(page)
    write(page, "commitment_so_that_field", "tells me where she is")
    save(page)
    assert workspace.read(every_commitment) == ()
    assert focus_in(page).objectName() == "commitment_so_that_field"


@pytest.mark.parametrize(
    ("field", "words", "instead"),
    [
        ("title", "Check her phone", "Quiet evenings"),
        ("then", "check her phone while she sleeps", "go for a walk"),
        ("sign", "she shows me her phone every night", "the statement lies on the table"),
        ("smallest", "read her messages", "ten minutes"),
    ],
)
def test_no_line_that_binds_may_track(
    open_editor: OpenEditor, workspace: Workspace, field: str, words: str, instead: str
) -> None:
    page = open_editor()
    name_it(page)
    write(page, "commitment_if_field", "I want to check her phone")
    write(page, f"commitment_{field}_field", words)
    save(page)
    assert workspace.catalogue.tracking_refusal().title in read_all(page)
    assert workspace.read(every_commitment) == ()
    assert focus_in(page).objectName() == f"commitment_{field}_field"
    write(page, f"commitment_{field}_field", instead)
    save(page)
    (made,) = workspace.read(every_commitment)
    assert made.if_cue == "I want to check her phone"


def test_what_is_missing_is_said_where_it_is_missing(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    pick(page, "commitment_shape_combo", Shape.WEEKDAYS)
    save(page)
    missing = workspace.catalogue.error_sentence(Code.WORDS_MISSING)
    assert read_all(page).count(missing) == 2
    assert workspace.catalogue.error_sentence(Code.SCHEDULE_IMPOSSIBLE) in read_all(page)
    assert focus_in(page).objectName() == "commitment_title_field"
    write(page, "commitment_title_field", "Say where")
    assert read_all(page).count(missing) == 1
    assert workspace.read(every_commitment) == ()


def test_words_are_limited_and_pasted_lines_become_one(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    write(page, "commitment_title_field", "x" * 70)
    assert line_text(page, "commitment_title_field") == "x" * 60
    will = found(page, SentenceField, "commitment_will_field")
    will.setFocus()
    QGuiApplication.clipboard().setText("say it\r\nfirst,\n\n the same day")
    press(will, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    type_words(will, ".")
    assert will.text() == "say it first, the same day."
    QGuiApplication.clipboard().setText("y" * 600)
    press(will, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(will.text()) == 500
    save(page)
    assert the_terms(workspace).will.startswith("say it first, the same day.yyy")


def test_emoji_and_letters_from_right_to_left_are_kept(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    for name, words in (("commitment_title_field", "לצלצל 🌿"), ("commitment_will_field", "לצלצל בשש 🌿")):
        line = found(page, QWidget, name)
        line.setFocus()
        QGuiApplication.clipboard().setText(words)
        press(line, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    save(page)
    (commitment,) = workspace.read(every_commitment)
    assert (commitment.title, the_terms(workspace).will) == ("לצלצל 🌿", "לצלצל בשש 🌿")


# --- changing what is promised


def test_what_stands_beside_a_promise_changes_without_a_question(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    commitment = ring(runner)
    page = open_editor(commitment.id)
    write(page, "commitment_title_field", "Ring")
    write(page, "commitment_sign_field", "Her phone rings")
    save(page)
    (after,) = workspace.read(every_commitment)
    assert after == replace(commitment, title="Ring", sign="Her phone rings")
    assert len(workspace.read(terms_of, commitment.id)) == 1


def test_a_change_that_only_tightens_counts_at_once_without_a_question(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner, led: list[str]
) -> None:
    page = open_editor(ring(runner).id)
    click(found(page, QWidget, "commitment_days_chips_5_button"))
    save(page)
    assert not is_seen(page, "change_sheet")
    terms = the_terms(workspace)
    assert (terms.direction, terms.starts_on) == (Direction.STRICTER, MONDAY)
    assert terms.schedule == on_weekdays(range(6))
    assert led == ["Saved: “Ring at six”."]


def test_no_answer_means_easier_and_takes_its_notice(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor(ring(runner).id)
    click(found(page, QWidget, "commitment_days_chips_0_button"))
    save(page)
    assert is_seen(page, "change_sheet")
    assert "in force from Monday 11 May" in read_all(page)
    press_button(page, "change_sheet_save_button")
    terms = the_terms(workspace)
    assert (terms.direction, terms.reason, terms.starts_on) == (Direction.EASIER, Reason.CHOICE, NEXT_WEEK)
    assert workspace.read(views_about, terms) == ()


def test_no_answer_about_a_change_is_larger_than_another(
    open_editor: OpenEditor, runner: Runner, applied_theme: Theme
) -> None:
    page = open_editor(ring(runner).id)
    write(page, "commitment_will_field", "ring Ana at seven")
    save(page)
    names = ("stricter", "easier", "wording")
    rows = [found(page, QWidget, f"change_sheet_direction_options_{name}_button") for name in names]
    assert len({row.height() for row in rows}) == 1


def test_easier_with_a_reason_counts_at_once_and_keeps_their_view(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor(ring(runner).id)
    click(found(page, QWidget, "commitment_days_chips_0_button"))
    save(page)
    press(page, Qt.Key.Key_2)  # easier, by its number
    click(found(page, QWidget, "change_sheet_reason_options_illness_button"))
    assert "It counts from today." in read_all(page)
    pick(page, "change_sheet_view_combo", View.DISAGREES)
    write(page, "change_sheet_heard_field", "not again")
    type_day(page, "change_sheet_heard_on_field", on("05-03"))
    press_button(page, "change_sheet_save_button")
    terms = the_terms(workspace)
    assert (terms.direction, terms.reason, terms.starts_on) == (Direction.EASIER, Reason.ILLNESS, MONDAY)
    assert noted(workspace.read(views_about, terms)) == Heard(View.DISAGREES, on("05-03"), "not again")


def test_only_the_wording_counts_at_once_and_asks_for_no_reason(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor(ring(runner).id)
    write(page, "commitment_will_field", "ring Ana at six sharp")
    save(page)
    click(found(page, QWidget, "change_sheet_direction_options_wording_button"))
    assert not is_seen(page, "change_sheet_reason_options")
    press_button(page, "change_sheet_save_button")
    terms = the_terms(workspace)
    assert (terms.direction, terms.starts_on, terms.will) == (Direction.WORDING, MONDAY, "ring Ana at six sharp")


def test_fewer_days_are_not_only_the_wording_and_leave_today_as_it_is(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor(ring(runner).id)
    click(found(page, QWidget, "commitment_days_chips_0_button"))
    save(page)
    assert "Is this stricter or easier?" in read_all(page)
    assert not is_seen(page, "change_sheet_direction_options_wording_button")
    click(found(page, QWidget, "change_sheet_direction_options_stricter_button"))
    assert "in force from Tuesday 5 May" in read_all(page)
    press_button(page, "change_sheet_save_button")
    assert (the_terms(workspace).direction, the_terms(workspace).starts_on) == (Direction.STRICTER, on("05-05"))


def test_going_on_writing_saves_nothing_and_loses_nothing(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor(ring(runner).id)
    write(page, "commitment_will_field", "ring Ana at seven")
    save(page)
    press(page, Qt.Key.Key_Escape)
    assert not is_seen(page, "change_sheet")
    assert line_text(page, "commitment_will_field") == "ring Ana at seven"
    assert the_terms(workspace).will == "ring Ana at six"


def test_times_a_week_change_with_the_next_week(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner, clock: MovedClock
) -> None:
    commitment = ring(runner, times_a(Unit.WEEK, 2))
    clock.go_to(on("05-06"))
    page = open_editor(commitment.id)
    type_number(page, "commitment_times_field", 3)
    assert "Counts from Monday 11 May at the earliest." in read_all(page)
    save(page)
    terms = the_terms(workspace)
    assert (terms.direction, terms.starts_on) == (Direction.STRICTER, on("05-11"))


def test_a_waiting_one_is_changed_without_a_question(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor(ring(runner, waits=True).id)
    assert "This one waits." in read_all(page)
    click(found(page, QWidget, "commitment_days_chips_0_button"))
    save(page)
    terms = the_terms(workspace)
    assert (terms.stance, terms.schedule, terms.starts_on) == (Stance.WAITING, on_weekdays(range(1, 5)), MONDAY)


def test_a_change_that_is_to_come_is_said_and_can_be_taken_back(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner, led: list[str]
) -> None:
    commitment = ring(runner)
    easier = Wording("ring Ana at six", "is not left waiting", on_weekdays([0]), 18 * 60)
    runner.do("Ease", change_terms, commitment.id, easier)
    page = open_editor(commitment.id)
    assert "From Monday 11 May it is easier, as it stands here. Until then: Monday to Friday at 18:00." in read_all(
        page
    )
    assert found(page, DayChips, "commitment_days_chips").days == {0}
    press_button(page, "commitment_pending_banner_link_button")
    assert found(page, DayChips, "commitment_days_chips").days == {0, 1, 2, 3, 4}
    assert "From Monday 11 May" not in read_all(page)
    assert workspace.read(terms_of, commitment.id)[-1].taken_back_at is not None
    assert led == ["Taken back. It goes on as before."]


def test_of_an_ended_one_the_promise_can_no_longer_be_changed(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    commitment = ring(runner)
    runner.do("End", commitments.end, commitment.id, Reason.DANGER)
    page = open_editor(commitment.id)
    assert not found(page, SentenceField, "commitment_will_field").isEnabled()
    assert "Ended on Monday 4 May. Its record stays" in read_all(page)
    write(page, "commitment_sign_field", "Her phone rang")
    save(page)
    (after,) = workspace.read(every_commitment)
    assert after.sign == "Her phone rang"


# --- the places


def test_a_fourth_waits(open_editor: OpenEditor, workspace: Workspace, runner: Runner, led: list[str]) -> None:
    for title in ("One", "Two", "Three"):
        promise(runner, title=title)
    page = open_editor()
    said = read_all(page)
    assert workspace.catalogue.commitment_quality().three_active in said
    assert "3 of 3 places in use. Stricter counts at once; easier counts after a week." in said
    assert not is_seen(page, "commitment_begins_segment")
    name_it(page, "Four")
    save(page)
    fourth = workspace.read(every_commitment)[-1]
    assert workspace.read(terms_of, fourth.id)[-1].stance is Stance.WAITING
    assert led == ["Written down: “Four”. It waits until a place is free."]


def test_an_older_one_can_wait_instead_with_its_notice(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    older = [promise(runner, title=title) for title in ("One", "Two", "Three")]
    page = open_editor()
    name_it(page, "Four")
    pick(page, "commitment_place_combo", older[1].id)
    assert "Until Monday 11 May four are shown." in read_all(page)
    save(page)
    fourth = workspace.read(every_commitment)[-1]
    assert workspace.read(terms_of, fourth.id)[-1].stance is Stance.ACTIVE
    waits = workspace.read(terms_of, older[1].id)[-1]
    assert (waits.stance, waits.direction, waits.starts_on) == (Stance.WAITING, Direction.EASIER, NEXT_WEEK)


def test_with_a_free_place_nothing_is_said_about_waiting(open_editor: OpenEditor, runner: Runner) -> None:
    promise(runner)
    page = open_editor()
    assert not is_seen(page, "commitment_place_combo")
    assert "1 of 3 places in use." in read_all(page)


# --- drafts


def test_what_is_typed_is_kept_by_itself_and_is_there_again(
    open_editor: OpenEditor, workspace: Workspace, qtbot: QtBot
) -> None:
    page = open_editor()
    name_it(page, "Say where", "say where I am")
    pick(page, "commitment_shape_combo", Shape.WEEKDAYS)
    choose_days(page)
    qtbot.waitUntil(lambda: workspace.read(draft, "commitment:new") is not None)
    qtbot.waitUntil(lambda: '"weekdays": "03"' in _body(workspace, "commitment:new"))
    again = open_editor()
    assert line_text(again, "commitment_title_field") == "Say where"
    assert line_text(again, "commitment_will_field") == "say where I am"
    assert found(again, DayChips, "commitment_days_chips").days == {0, 3}
    assert workspace.read(every_commitment) == ()


def test_each_commitment_has_a_draft_of_its_own(open_editor: OpenEditor, workspace: Workspace, runner: Runner) -> None:
    first, second = promise(runner, title="One"), promise(runner, title="Two")
    page = open_editor(first.id)
    write(page, "commitment_title_field", "One more")
    page.show_detail(second.id)
    assert line_text(page, "commitment_title_field") == "Two"
    page.show_detail(first.id)
    assert line_text(page, "commitment_title_field") == "One more"
    assert workspace.read(draft, f"commitment:{second.id}") is None


def test_what_is_typed_back_leaves_no_draft(open_editor: OpenEditor, workspace: Workspace, runner: Runner) -> None:
    commitment = promise(runner, title="One")
    page = open_editor(commitment.id)
    write(page, "commitment_title_field", "Other")
    page.save_typing()
    assert workspace.read(draft, f"commitment:{commitment.id}") is not None
    write(page, "commitment_title_field", "One")
    page.save_typing()
    assert workspace.read(draft, f"commitment:{commitment.id}") is None


@pytest.mark.parametrize("body", ["", "no json", "[]", '{"shape": "fortnightly"}', '{"title": 3, "weekdays": "9"}'])
def test_a_draft_that_cannot_be_read_is_none(open_editor: OpenEditor, workspace: Workspace, body: str) -> None:
    workspace.do_quietly(plans.keep_draft, "commitment:new", body)
    assert line_text(open_editor(), "commitment_title_field") == ""


def test_cancel_puts_away_what_was_typed_and_undo_brings_it_back(
    open_editor: OpenEditor, workspace: Workspace, led: list[str], qtbot: QtBot
) -> None:
    page = open_editor()
    name_it(page, "Say where", "say where I am")
    with qtbot.waitSignal(page.go_requested) as left:
        press_button(page, "commitment_cancel_button")
    assert left.args == [Destination("back")]
    assert led == ["Put away what you had typed."]
    assert workspace.read(draft, "commitment:new") is None
    page.show_detail("")
    assert line_text(page, "commitment_title_field") == ""
    workspace.undo()
    page.show_detail("")
    assert line_text(page, "commitment_title_field") == "Say where"


def test_cancel_without_typing_just_leaves(
    open_editor: OpenEditor, workspace: Workspace, led: list[str], qtbot: QtBot
) -> None:
    page = open_editor()
    with qtbot.waitSignal(page.go_requested):
        press_button(page, "commitment_cancel_button")
    assert led == []
    assert workspace.next_undo is None


def test_undoing_a_new_commitment_brings_its_draft_back(open_editor: OpenEditor, workspace: Workspace) -> None:
    page = open_editor()
    name_it(page, "Say where", "say where I am")
    page.save_typing()
    save(page)
    assert workspace.read(draft, "commitment:new") is None
    workspace.undo()
    assert workspace.read(every_commitment) == ()
    page.show_detail("")
    assert line_text(page, "commitment_title_field") == "Say where"


def _body(workspace: Workspace, name: str) -> str:
    kept = workspace.read(draft, name)
    return "" if kept is None else kept.body


# --- ending and deleting


def test_one_that_never_asked_for_anything_can_be_deleted_and_comes_back(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner, led: list[str]
) -> None:
    page = open_editor(ring(runner).id)
    assert not is_seen(page, "commitment_end_button")
    press_button(page, "commitment_delete_button")
    assert workspace.read(every_commitment) == ()
    assert led == ["Deleted: “Ring at six”."]
    workspace.undo()
    assert len(workspace.read(every_commitment)) == 1


def test_one_that_has_asked_is_ended_with_its_notice(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner, clock: MovedClock, led: list[str]
) -> None:
    commitment = ring(runner)
    clock.go_to(on("05-05"))
    page = open_editor(commitment.id)
    assert not is_seen(page, "commitment_delete_button")
    press_button(page, "commitment_end_button")
    assert "in force from Tuesday 12 May" in read_all(page)
    press_button(page, "end_sheet_decide_button")
    terms = the_terms(workspace)
    assert (terms.stance, terms.reason, terms.starts_on) == (Stance.ENDED, Reason.CHOICE, on("05-12"))
    assert led == ["It ends on Tuesday 12 May."]


# --- suggestions, and whom it is about


def test_a_suggestion_fills_the_editor_and_its_brackets_must_be_replaced(
    open_editor: OpenEditor, workspace: Workspace
) -> None:
    workspace.do("Kind", plans.choose_kind, "hidden_money")
    page = open_editor("kind:pay_back")
    assert line_text(page, "commitment_title_field") == "Pay on the 1st"
    assert "Next five:  Mon 1 Jun   Wed 1 Jul" in read_all(page)
    brackets = workspace.catalogue.commitment_quality().brackets_left
    assert brackets in read_all(page)
    save(page)
    assert workspace.read(every_commitment) == ()
    assert focus_in(page).objectName() == "commitment_will_field"
    write(page, "commitment_will_field", "pay 120 into the shared account by standing order")
    assert brackets not in read_all(page)
    save(page)
    assert to_text(the_terms(workspace).schedule) == "monthday:1"


def test_what_is_to_be_replaced_is_selected_and_the_next_key_replaces_it(
    open_editor: OpenEditor, workspace: Workspace
) -> None:
    workspace.do("Kind", plans.choose_kind, "hidden_money")
    page = open_editor("kind:pay_back")
    line = found(page, SentenceField, "commitment_will_field")
    before, _, rest = line.text().partition("[")
    assert line.hasFocus()
    assert line.textCursor().selectedText() == "[" + rest.partition("]")[0] + "]"
    type_words(page, "x")
    assert line.text() == before + "x" + rest.partition("]")[2]


def test_a_suggestion_that_needs_contact_is_not_opened_where_contact_is_not_welcome(
    open_editor: OpenEditor, workspace: Workspace
) -> None:
    workspace.do("Kind", plans.choose_kind, "affair")
    assert line_text(open_editor("kind:say_where"), "commitment_title_field") == "Say where I will be"
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    page = open_editor("kind:say_where")
    assert line_text(page, "commitment_title_field") == ""
    said = read_all(page)
    assert "How it can be seen" in said
    assert "would know" not in said


def test_within_limits_a_suggestion_says_that_it_needs_contact(open_editor: OpenEditor, workspace: Workspace) -> None:
    workspace.do("Kind", plans.choose_kind, "affair")
    workspace.do("Contact", plans.set_contact, Contact.LIMITED)
    limited = workspace.catalogue.commitment_quality().contact_limited
    assert limited in read_all(open_editor("kind:say_where"))
    assert limited not in read_all(open_editor("kind:health_test"))


def test_where_contact_is_not_welcome_nobody_is_asked_about_a_loosening(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    commitment = ring(runner)
    workspace.do("Contact", plans.set_contact, Contact.NONE)
    page = open_editor(commitment.id)
    click(found(page, QWidget, "commitment_days_chips_0_button"))
    save(page)
    assert not is_seen(page, "change_sheet_view_combo")
    assert "Ana is not asked" in read_all(page)
    press_button(page, "change_sheet_save_button")
    assert noted(workspace.read(views_about, the_terms(workspace))) == Heard(View.NOT_WELCOME)


def test_for_a_harm_it_is_chosen_as_the_one_that_is_answered(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    harm = runner.do("Harm", harms.add_harm, "She lay awake").result
    page = open_editor(f"harm:{harm.id}")
    assert found(page, ComboField, "commitment_harm_combo").code() == harm.id
    name_it(page)
    save(page)
    (commitment,) = workspace.read(every_commitment)
    assert commitment.harm_id == harm.id


@pytest.mark.parametrize(
    ("will", "question"),
    [
        ("", "Could a witness see whether it happened?"),
        ("ring Ana at six", "Could a witness see whether it happened?"),
        ("stop lying", "Does it say what you begin, not only what you stop?"),
        ("we will talk more", "Is it yours alone to do?"),
    ],
)
def test_the_margin_asks_what_fits_the_words(open_editor: OpenEditor, will: str, question: str) -> None:
    page = open_editor()
    write(page, "commitment_will_field", will)
    assert question in read_all(page)


def test_no_score_is_shown(open_editor: OpenEditor, runner: Runner) -> None:
    said = read_all(open_editor(ring(runner).id))
    assert "%" not in said
    assert "score" not in said.lower()


def test_another_change_leaves_what_is_typed_alone(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    page = open_editor()
    name_it(page, "Say where", "say where I am")
    workspace.do("Harm", harms.add_harm, "She lay awake")
    workspace.do("Other", commitments.create, "Two", Wording("pay", "", daily()), Surroundings())
    assert line_text(page, "commitment_title_field") == "Say where"
    assert "1 of 3 places in use." in read_all(page)
    assert "She lay awake" in [
        found(page, ComboField, "commitment_harm_combo").itemText(index)
        for index in range(found(page, ComboField, "commitment_harm_combo").count())
    ]


def test_a_commitment_that_is_gone_is_no_longer_shown(
    open_editor: OpenEditor, workspace: Workspace, runner: Runner
) -> None:
    workspace.do("New", commitments.create, "Two", Wording("pay", "", daily()), Surroundings())
    (commitment,) = workspace.read(every_commitment)
    page = open_editor(commitment.id)
    workspace.undo()
    assert page.detail() == ""
    assert line_text(page, "commitment_title_field") == ""


# --- the margin, and small windows


def test_questions_stand_level_with_their_fields(open_editor: OpenEditor) -> None:
    page = open_editor(height=1400)
    read_all(page)
    for name, question in (
        ("commitment_will_field", "Could a witness see whether it happened?"),
        ("commitment_if_field", "Could you keep it on your worst day?"),
        ("commitment_sign_field", "Does it need anything from her?"),
        ("commitment_smallest_field", "What is the smallest version that still counts?"),
    ):
        field = found(page, QWidget, name)
        label = next(label for label in page.findChildren(QWidget) if getattr(label, "text", str)() == question)
        assert abs(_top(page, label) - _top(page, field)) <= 4, question
        assert _left(page, label) > _left(page, field) + field.width()


def test_in_a_narrow_window_questions_stand_below_their_fields(open_editor: OpenEditor) -> None:
    page = open_editor(width=900, height=600)
    field = found(page, QWidget, "commitment_will_field")
    question = "Could a witness see whether it happened?"
    label = next(label for label in page.findChildren(QWidget) if getattr(label, "text", str)() == question)
    assert _top(page, label) >= _top(page, field) + field.height()
    assert _left(page, label) == _left(page, field)


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (900, 600, 2.0)])
@pytest.mark.parametrize("is_full", [False, True])
def test_nothing_is_cut_off(
    open_editor: OpenEditor,
    workspace: Workspace,
    runner: Runner,
    width: int,
    height: int,
    scale: float,
    is_full: bool,
) -> None:
    long_name = "Wilhelmina-Constantia van der Meersbergen-Oosterhout Tenbrink"[:60]
    runner.do("Names", plans.begin, "Sam", long_name, Pronoun.SHE, "Ruth")
    workspace.theme.set_text_scale(scale)
    if is_full:
        for number in range(3):
            promise(runner, title=f"{number} {long_name}"[:60])
    page = open_editor(width=width, height=height)
    if is_full:
        name_it(page, long_name, f"check where {long_name} is")
        save(page)
        switch_on(page, "commitment_event_switch")
        pick(page, "commitment_asked_combo", AskedBy.TOGETHER)
        switch_on(page, "commitment_asked_on_switch")
        switch_on(page, "commitment_review_switch")
    else:
        pick(page, "commitment_shape_combo", Shape.EVERY)
        switch_on(page, "commitment_time_switch")
    assert cut_off(page) == []


def _top(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).y()


def _left(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, widget.rect().topLeft()).x()


LONG_SENTENCE = "show her every account on the first Sunday of the month, also those at the bank in the other town"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["occasion", "will", "so_that", "if", "then", "sign", "smallest"])
def test_a_long_sentence_can_be_read_whole_while_it_is_written(
    open_editor: OpenEditor, workspace: Workspace, qtbot: QtBot, name: str, scale: float
) -> None:
    workspace.theme.set_text_scale(scale)
    page = open_editor(width=900, height=600)
    switch_on(page, "commitment_event_switch")
    write(page, f"commitment_{name}_field", LONG_SENTENCE[: round(len(LONG_SENTENCE) / scale)])
    field = found(page, SentenceField, f"commitment_{name}_field")
    in_sight = field.viewport().visibleRegion
    qtbot.waitUntil(lambda: in_sight().boundingRect().contains(field.cursorRect()))
    assert field.verticalScrollBar().maximum() == field.horizontalScrollBar().maximum() == 0
    assert field.height() > found(page, QWidget, "commitment_title_field").height()
    assert cut_off(page) == []


def test_the_field_of_a_pair_grows_alone_and_the_rows_below_make_room(open_editor: OpenEditor, qtbot: QtBot) -> None:
    page = open_editor(height=1400)
    fields = {name: found(page, SentenceField, f"commitment_{name}_field") for name in ("if", "then", "sign")}
    before = {name: top_in(page, field) for name, field in fields.items()}
    low = fields["if"].height()
    write(page, "commitment_then_field", LONG_SENTENCE)
    grown = fields["then"].height() - low
    qtbot.waitUntil(lambda: top_in(page, fields["sign"]) == before["sign"] + grown)
    assert (fields["if"].height(), grown > 0) == (low, True)
    assert {top_in(page, fields[name]) for name in ("if", "then")} == {before["if"]}


# --- the title, the margin and the end of the form


def height_of_letters(page: CommitmentPage) -> int:
    return found(page, QLineEdit, "commitment_title_field").fontMetrics().height()


def test_a_name_that_is_there_is_the_title_and_a_new_one_is_a_field_like_the_others(
    open_editor: OpenEditor, runner: Runner
) -> None:
    page = open_editor()
    new, will = (found(page, QWidget, f"commitment_{name}_field") for name in ("title", "will"))
    assert {"A new commitment", "Short name"} <= set(read_all(page).splitlines())
    assert (new.height(), height_of_letters(page)) == (will.height(), will.fontMetrics().height())
    write(page, "commitment_title_field", "Say where")
    press(page, Qt.Key.Key_Tab)
    assert new.height() == will.height(), "nothing moves under the hands"
    named = open_editor(ring(runner).id)
    words = read_all(named).splitlines()
    assert "A new commitment" not in words
    assert "Short name" not in words
    assert height_of_letters(named) > 1.5 * will.fontMetrics().height()
    assert found(named, QLineEdit, "commitment_title_field").accessibleName() == "Short name"
    write(named, "commitment_title_field", "")
    press(named, Qt.Key.Key_Tab)
    assert "Short name" in read_all(named).splitlines()


def test_the_question_about_the_promise_stands_beside_it_also_below_an_occasion(open_editor: OpenEditor) -> None:
    page = open_editor()
    will = found(page, SentenceField, "commitment_will_field")
    question = next(each for each in page.findChildren(MarginQuestion) if each.question().startswith("Could a witness"))
    before = top_in(page, will)
    assert top_in(page, question) == before
    switch_on(page, "commitment_event_switch")
    assert top_in(page, will) > before
    assert top_in(page, question) == top_in(page, will)


def top_in(page: QWidget, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).y()


def test_deleting_stands_at_the_end_of_the_form_away_from_saving(open_editor: OpenEditor, runner: Runner) -> None:
    page = open_editor(ring(runner).id)
    delete, saving = (found(page, Button, f"commitment_{name}_button") for name in ("delete", "save"))
    last = found(page, Switch, "commitment_line_switch")
    assert top_in(page, delete) > top_in(page, last)
    assert delete.visibleRegion().isEmpty(), "below what is seen first"
    assert not saving.visibleRegion().isEmpty()
