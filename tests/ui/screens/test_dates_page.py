"""Sessions and events, as a person writes them down."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.moved_clock import MovedClock
from tests.ui.kit.pictures import picture, shows
from tests.ui.kit.screen_reader import name_of
from tests.ui.person import click, focus_in, press, type_words
from trustplanner.actions import plans
from trustplanner.actions.events import add_event
from trustplanner.actions.runner import Runner
from trustplanner.actions.sessions import add_agenda_line, add_session
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.events import Event, EventKind
from trustplanner.domain.plans import Pronoun, SafetyAnswer, SafetyQuestion
from trustplanner.domain.sessions import Session
from trustplanner.storage.queries.events import events
from trustplanner.storage.queries.sessions import agenda, sessions
from trustplanner.ui.kit.banner import Banner
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import DateField, TimeField
from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.segment import SegmentedControl
from trustplanner.ui.kit.switch import Switch
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.kit.writing_field import WritingField
from trustplanner.ui.screens.dates_page import DatesPage
from trustplanner.ui.screens.dates_page.agenda_list import AgendaPoint

W = TypeVar("W", bound=QWidget)
ShowPage = Callable[..., QWidget]
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff " * 2


@pytest.fixture
def dates(workspace: Workspace, show_page: ShowPage) -> DatesPage:
    page = DatesPage(workspace)
    show_page(page)
    return page


def found(page: QWidget, kind: type[W], name: str) -> W:
    """The one widget of this name that is seen."""
    seen = [widget for widget in page.findChildren(kind, name) if widget.isVisible()]
    assert len(seen) == 1, f"{len(seen)} widgets called {name}"
    return seen[0]


def settle() -> None:
    """Layouts settle in rounds."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def all_words(page: QWidget) -> list[str]:
    """What can be read, from the top."""
    settle()
    seen = [label for label in page.findChildren(TextLabel) if label.isVisible()]
    return [label.text() for label in sorted(seen, key=lambda label: label.mapTo(page, QPoint()).y())]


def type_day(page: QWidget, name: str, day: date) -> None:
    """Type a day into its field, figure by figure, as the field shows it."""
    field = found(page, DateField, name)
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    type_words(field, f"{day:%d%m%Y}")
    press(field, Qt.Key.Key_Tab)
    assert field.day() == day


def write_event(page: DatesPage, kind: EventKind, day: date, note: str = "") -> None:
    click(found(page, Button, "dates_add_event_button"))
    segment = found(page, SegmentedControl, "dates_event_kind_segment")
    click(found(segment, QWidget, f"dates_event_kind_segment_{kind.value}_button"))
    type_day(page, "dates_event_day_field", day)
    if note:
        found(page, WritingField, "dates_event_note_field").setFocus()
        type_words(page, note)
    click(found(page, Button, "dates_event_keep_button"))


# --- sessions


def test_a_session_is_written_down_with_day_time_and_name(dates: DatesPage, workspace: Workspace, qtbot: QtBot) -> None:
    click(found(dates, Button, "dates_add_session_button"))
    type_day(dates, "dates_session_day_field", date(2026, 5, 21))
    click(found(dates, Switch, "dates_session_time_switch"))
    time_field = found(dates, TimeField, "dates_session_time_field")
    time_field.setFocus()
    time_field.setSelectedSection(TimeField.Section.HourSection)
    type_words(time_field, "1730")
    found(dates, LineField, "dates_session_with_field").setFocus()
    type_words(dates, "Ruth")
    with qtbot.waitSignal(workspace.recorded) as toast:
        press(dates, Qt.Key.Key_Return)
    [session] = workspace.read(sessions)
    assert (session.day, session.at_minute, session.with_whom) == (date(2026, 5, 21), 17 * 60 + 30, "Ruth")
    assert "Thursday 21 May, 17:30 with Ruth" in all_words(dates)
    assert toast.args == ["Written down: session, Thursday 21 May, 17:30."]
    assert dates.detail() == ""
    assert focus_in(dates).objectName() == "dates_add_session_button"


def test_the_counsellor_of_the_plan_is_offered_as_with_whom(
    dates: DatesPage, workspace: Workspace, runner: Runner
) -> None:
    runner.do("", plans.begin, "Sam", "Ana", Pronoun.SHE, "Ruth")
    click(found(dates, Button, "dates_add_session_button"))
    assert found(dates, LineField, "dates_session_with_field").text() == "Ruth"
    click(found(dates, Button, "dates_session_keep_button"))
    [session] = workspace.read(sessions)
    assert (session.with_whom, session.at_minute) == ("Ruth", None)


def test_a_session_can_be_changed_deleted_and_brought_back_with_its_agenda(
    dates: DatesPage, workspace: Workspace
) -> None:
    session = workspace.do("", add_session, date(2026, 5, 21), None, "Ruth").result
    workspace.do("", add_agenda_line, session.id, "The evening of 3 May")
    click(found(dates, Button, "dates_session_change_button"))
    type_day(dates, "dates_session_day_field", date(2026, 5, 28))
    click(found(dates, Button, "dates_session_keep_button"))
    assert workspace.read(sessions)[0].day == date(2026, 5, 28)
    assert "Thursday 28 May with Ruth" in all_words(dates)
    click(found(dates, Button, "dates_session_delete_button"))
    assert workspace.read(sessions) == ()
    workspace.undo()
    assert [line.words for line in workspace.read(agenda, session.id)] == ["The evening of 3 May"]
    assert "Thursday 28 May with Ruth" in all_words(dates)


def test_leaving_the_form_changes_nothing(dates: DatesPage, workspace: Workspace) -> None:
    session = workspace.do("", add_session, date(2026, 5, 21), None, "Ruth").result
    click(found(dates, Button, "dates_session_change_button"))
    found(dates, LineField, "dates_session_with_field").setFocus()
    type_words(dates, " and Ana")
    click(found(dates, Button, "dates_session_leave_button"))
    assert workspace.read(sessions) == (session,)
    assert dates.detail() == ""


def test_past_sessions_stand_below_newest_first_and_many_are_shown_on_demand(
    dates: DatesPage, workspace: Workspace
) -> None:
    for day in range(1, 13):
        workspace.do("", add_session, date(2026, 3, day), None, "Ruth")
    shown = [words for words in all_words(dates) if "March" in words]
    assert shown[0] == "Thursday 12 March with Ruth"
    assert len(shown) == 8
    more = found(dates, Button, "dates_all_past_button")
    assert more.words() == "Show all 12 past sessions"
    click(more)
    assert len([words for words in all_words(dates) if "March" in words]) == 12
    assert not more.isVisible()


def test_a_session_ages_into_the_past_with_the_day(dates: DatesPage, workspace: Workspace, clock: MovedClock) -> None:
    session = workspace.do("", add_session, date(2026, 5, 4), 17 * 60, "Ruth").result
    workspace.do("", add_agenda_line, session.id, "What I avoided")
    assert "Today, 17:00 with Ruth" in all_words(dates)
    assert found(dates, LineField, "dates_agenda_new_field").isVisible()
    clock.forward(days=1)
    workspace.notice_the_day()
    words = all_words(dates)
    assert words[words.index("Past") + 1] == "Monday 4 May, 17:00 with Ruth"
    assert "1. What I avoided" in words
    assert not any(field.isVisible() for field in dates.findChildren(LineField, "dates_agenda_new_field"))


def test_a_day_too_far_ahead_cannot_be_entered(dates: DatesPage) -> None:
    click(found(dates, Button, "dates_add_session_button"))
    field = found(dates, DateField, "dates_session_day_field")
    assert field.maximumDate() == QDate(2028, 5, 5)
    assert field.minimumDate() == QDate(1970, 1, 1)


def test_a_session_that_lies_further_away_keeps_its_day_when_it_is_changed(
    dates: DatesPage, workspace: Workspace
) -> None:
    workspace.do("", add_session, date(2150, 1, 1), None, "")
    click(found(dates, Button, "dates_session_change_button"))
    click(found(dates, Button, "dates_session_keep_button"))
    assert workspace.read(sessions)[0].day == date(2150, 1, 1)


# --- the agenda


@pytest.fixture
def coming(workspace: Workspace) -> Session:
    return workspace.do("", add_session, date(2026, 5, 21), None, "Ruth").result


def points_of(workspace: Workspace, session: Session) -> list[str]:
    return [line.words for line in workspace.read(agenda, session.id)]


def test_points_are_added_with_enter_one_after_the_other(
    dates: DatesPage, workspace: Workspace, coming: Session
) -> None:
    found(dates, LineField, "dates_agenda_new_field").setFocus()
    for words in ("What happened on Sunday", "The next four weeks"):
        type_words(dates, words)
        press(dates, Qt.Key.Key_Return)
    assert points_of(workspace, coming) == ["What happened on Sunday", "The next four weeks"]
    shown = [field.toPlainText() for field in dates.findChildren(WritingField, "dates_agenda_point_field")]
    assert shown == points_of(workspace, coming)
    assert focus_in(dates).objectName() == "dates_agenda_new_field"


def test_a_point_is_changed_in_place_and_the_visit_is_one_step_to_undo(
    dates: DatesPage, workspace: Workspace, coming: Session, qtbot: QtBot
) -> None:
    workspace.do("", add_agenda_line, coming.id, "Sunday")
    field = found(dates, WritingField, "dates_agenda_point_field")
    field.setFocus()
    press(dates, Qt.Key.Key_End)
    type_words(dates, " at")
    qtbot.waitUntil(lambda: points_of(workspace, coming) == ["Sunday at"])
    type_words(dates, " six")
    press(dates, Qt.Key.Key_Return)
    assert points_of(workspace, coming) == ["Sunday at six"]
    workspace.undo()
    assert points_of(workspace, coming) == ["Sunday"]
    assert field.toPlainText() == "Sunday"
    workspace.redo()
    assert field.toPlainText() == "Sunday at six"


def test_an_emptied_point_stays_as_it_was_until_it_is_taken_out(
    dates: DatesPage, workspace: Workspace, coming: Session
) -> None:
    workspace.do("", add_agenda_line, coming.id, "Sunday")
    field = found(dates, WritingField, "dates_agenda_point_field")
    field.setFocus()
    field.selectAll()
    press(dates, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert points_of(workspace, coming) == ["Sunday"]
    assert field.toPlainText() == "Sunday"
    click(found(dates, Button, "dates_agenda_take_out_button"))
    assert points_of(workspace, coming) == []


def test_three_points_are_chosen_and_no_more(dates: DatesPage, workspace: Workspace, coming: Session) -> None:
    for n in range(2):
        workspace.do("", add_agenda_line, coming.id, f"Point {n}")
    new = found(dates, LineField, "dates_agenda_new_field")
    new.setFocus()
    type_words(dates, "The third")
    press(dates, Qt.Key.Key_Return)
    assert points_of(workspace, coming) == ["Point 0", "Point 1", "The third"]
    assert not new.isVisible()
    assert workspace.catalogue.dates().sessions.agenda_full in all_words(dates)


def test_a_point_holds_one_line_of_at_most_two_hundred_letters(
    dates: DatesPage, workspace: Workspace, coming: Session, qapp: object
) -> None:
    workspace.do("", add_agenda_line, coming.id, "x" * 199)
    field = found(dates, WritingField, "dates_agenda_point_field")
    field.setFocus()
    press(dates, Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    type_words(dates, "yz")
    press(dates, Qt.Key.Key_Return)
    assert points_of(workspace, coming) == ["x" * 199 + "y"]


# --- events


def test_an_event_is_written_down_with_a_private_note(dates: DatesPage, workspace: Workspace) -> None:
    write_event(dates, EventKind.DISCLOSURE, date(2026, 1, 14), "At the kitchen table.")
    [event] = workspace.read(events)
    assert (event.kind, event.day, event.words) == (EventKind.DISCLOSURE, date(2026, 1, 14), "At the kitchen table.")
    assert "Disclosure Wednesday 14 January" in all_words(dates)
    assert "At the kitchen table." in all_words(dates)


def test_an_event_in_the_future_is_refused_at_its_field(dates: DatesPage, workspace: Workspace) -> None:
    write_event(dates, EventKind.APOLOGY, date(2026, 5, 5))
    assert workspace.read(events) == ()
    assert dates.detail() == "event:"
    assert workspace.sentence_for(RuleError(Code.FUTURE_DAY)) in all_words(dates)
    type_day(dates, "dates_event_day_field", date(2026, 5, 4))
    assert workspace.sentence_for(RuleError(Code.FUTURE_DAY)) not in all_words(dates)
    click(found(dates, Button, "dates_event_keep_button"))
    assert [event.day for event in workspace.read(events)] == [date(2026, 5, 4)]


def test_what_it_was_must_be_chosen(dates: DatesPage, workspace: Workspace) -> None:
    click(found(dates, Button, "dates_add_event_button"))
    click(found(dates, Button, "dates_event_keep_button"))
    assert workspace.read(events) == ()
    assert "Choose what it was." in all_words(dates)
    assert focus_in(dates).objectName().startswith("dates_event_kind_segment")


def test_an_event_can_be_changed_deleted_and_brought_back(dates: DatesPage, workspace: Workspace) -> None:
    write_event(dates, EventKind.DISCLOSURE, date(2026, 1, 14), "All of it")
    click(found(dates, Button, "dates_event_change_button"))
    assert found(dates, WritingField, "dates_event_note_field").toPlainText() == "All of it"
    click(found(dates, QWidget, "dates_event_kind_segment_apology_button"))
    click(found(dates, Button, "dates_event_keep_button"))
    [event] = workspace.read(events)
    assert (event.kind, event.words) == (EventKind.APOLOGY, "All of it")
    click(found(dates, Button, "dates_event_delete_button"))
    assert workspace.read(events) == ()
    workspace.undo()
    assert workspace.read(events) == (event,)


def test_a_setback_says_that_the_private_questions_come_back_and_leads_there_without_force(
    dates: DatesPage, workspace: Workspace, clock: MovedClock, qtbot: QtBot
) -> None:
    nothing = dict.fromkeys(SafetyQuestion, SafetyAnswer.NO)
    workspace.do("", plans.answer_safety, nothing, keep_answers=False)
    clock.forward(days=1)
    click(found(dates, Button, "dates_add_event_button"))
    click(found(dates, QWidget, "dates_event_kind_segment_setback_button"))
    words = workspace.catalogue.dates().events
    assert any(words.setback_note in said for said in all_words(dates))
    click(found(dates, Button, "dates_event_keep_button"))
    banner = found(dates, Banner, "dates_setback_banner")
    assert banner.sentence() == words.setback_banner
    with qtbot.waitSignal(dates.go_requested) as led:
        click(banner.link_button)
    assert led.args == [Destination("safety")]
    clock.forward(minutes=1)
    workspace.do("", plans.answer_safety, nothing, keep_answers=False)
    assert not banner.isVisible()


def test_without_a_setback_there_is_no_banner_even_when_the_questions_are_due(
    dates: DatesPage, workspace: Workspace
) -> None:
    write_event(dates, EventKind.APOLOGY, date(2026, 5, 1))
    [banner] = dates.findChildren(Banner, "dates_setback_banner")
    assert not banner.isVisible()


# --- where the page is led to, and what it keeps


@pytest.mark.parametrize(
    ("detail", "name"), [("session:", "dates_session_keep_button"), ("event:", "dates_event_keep_button")]
)
def test_a_destination_opens_the_form_for_something_new(
    workspace: Workspace, show_page: ShowPage, detail: str, name: str
) -> None:
    page = DatesPage(workspace)
    page.show_detail(detail)
    show_page(page)
    assert found(page, Button, name).isVisible()
    assert page.detail() == detail
    page.setFocus()  # as the main window does after it has led here
    form = found(page, Button, name).parentWidget()
    assert form is not None
    assert form.isAncestorOf(focus_in(page))


def test_a_destination_opens_the_form_of_an_entry(dates: DatesPage, workspace: Workspace) -> None:
    event = workspace.do("", add_event, date(2026, 1, 14), EventKind.DISCLOSURE, "All of it").result
    dates.show_detail(f"event:{event.id}")
    assert found(dates, WritingField, "dates_event_note_field").toPlainText() == "All of it"


def test_only_one_form_is_open(dates: DatesPage) -> None:
    click(found(dates, Button, "dates_add_session_button"))
    click(found(dates, Button, "dates_add_event_button"))
    assert dates.detail() == "event:"
    assert found(dates, Button, "dates_add_session_button").isVisible()


def test_an_entry_that_is_gone_is_said_to_be_gone(dates: DatesPage, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.refused) as refused:
        dates.show_detail("session:no-such-id")
    [error] = refused.args or [None]
    assert isinstance(error, RuleError)
    assert error.code is Code.NOT_FOUND


def test_the_form_closes_when_what_it_changes_is_undone(dates: DatesPage, workspace: Workspace) -> None:
    write_event(dates, EventKind.DISCLOSURE, date(2026, 1, 14))
    click(found(dates, Button, "dates_event_change_button"))
    workspace.undo()
    assert dates.detail() == ""
    assert workspace.catalogue.dates().events.none in all_words(dates)


def test_what_is_typed_is_there_again_after_a_lock(
    dates: DatesPage, workspace: Workspace, coming: Session, show_page: ShowPage
) -> None:
    found(dates, LineField, "dates_agenda_new_field").setFocus()
    type_words(dates, "half a po")
    click(found(dates, Button, "dates_add_event_button"))
    click(found(dates, QWidget, "dates_event_kind_segment_apology_button"))
    found(dates, WritingField, "dates_event_note_field").setFocus()
    type_words(dates, "half a no")
    dates.save_typing()
    again = DatesPage(workspace)
    again.show_detail(dates.detail())
    show_page(again)
    assert found(again, LineField, "dates_agenda_new_field").text() == "half a po"
    assert found(again, WritingField, "dates_event_note_field").toPlainText() == "half a no"
    assert found(again, SegmentedControl, "dates_event_kind_segment").chosen == "apology"
    assert workspace.read(events) == ()
    click(found(again, Button, "dates_event_leave_button"))
    again.save_typing()
    third = DatesPage(workspace)
    assert third.detail() == ""


def test_a_point_that_is_being_typed_is_saved_when_the_page_is_left(
    dates: DatesPage, workspace: Workspace, coming: Session
) -> None:
    workspace.do("", add_agenda_line, coming.id, "Sunday")
    found(dates, WritingField, "dates_agenda_point_field").setFocus()
    press(dates, Qt.Key.Key_End)
    type_words(dates, " at six")
    dates.save_typing()
    assert points_of(workspace, coming) == ["Sunday at six"]


def test_a_refresh_leaves_focus_and_half_typed_words_alone(
    dates: DatesPage, workspace: Workspace, coming: Session
) -> None:
    new = found(dates, LineField, "dates_agenda_new_field")
    new.setFocus()
    type_words(dates, "half a po")
    workspace.do("", add_session, date(2026, 5, 7), None, "Ruth")
    assert focus_in(dates) is new
    assert new.text() == "half a po"


def test_everything_that_can_be_pressed_has_a_name_of_its_own(dates: DatesPage, workspace: Workspace) -> None:
    for day in (7, 14):
        session = workspace.do("", add_session, date(2026, 5, day), None, "Ruth").result
        workspace.do("", add_agenda_line, session.id, "A point")
    workspace.do("", add_event, date(2026, 1, 14), EventKind.DISCLOSURE, "")
    settle()
    buttons = [button for button in dates.findChildren(Button) if button.isVisible()]
    assert all(name_of(button) for button in buttons)
    changes = [name_of(button) for button in buttons if button.objectName() == "dates_session_change_button"]
    assert changes == ["Change the session: Thursday 7 May", "Change the session: Thursday 14 May"]
    fields = dates.findChildren(WritingField, "dates_agenda_point_field")
    assert [name_of(field) for field in fields] == ["Point 1", "Point 1"]
    interface = QAccessible.queryAccessibleInterface(found(dates, Button, "dates_add_event_button"))
    assert interface.role() is QAccessible.Role.Button


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_in_the_smallest_window(
    workspace: Workspace, show_page: ShowPage, applied_theme: Theme, scale: float, clock: MovedClock
) -> None:
    workspace.do("", add_session, date(2026, 5, 21), 17 * 60, LONG_NAME)
    session: Session = workspace.read(sessions)[0]
    workspace.do("", add_agenda_line, session.id, "להתקשר בשש " * 8)
    workspace.do("", add_event, date(2026, 1, 14), EventKind.SETBACK, "\N{TELEPHONE RECEIVER} " * 30)
    applied_theme.set_text_scale(scale)
    page = DatesPage(workspace)
    show_page(page, width=900 - 72, height=600)
    page.show_detail("session:")
    settle()
    [inside] = page.findChildren(QWidget, "scrolled")
    assert inside.width() <= page.width()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (TextLabel, Button, LineField, DateField)):
            left = widget.mapTo(page, widget.rect().topLeft()).x()
            assert left >= 0
            assert left + widget.width() <= page.width(), widget.objectName()
            needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
            assert widget.height() >= needed, widget.objectName()


def test_an_event_keeps_the_moment_it_was_written(dates: DatesPage, workspace: Workspace, clock: MovedClock) -> None:
    write_event(dates, EventKind.DISCLOSURE, date(2026, 1, 14))
    [event] = workspace.read(events)
    first: Event = event
    clock.local = datetime(2026, 5, 9, 9, 0)  # noqa: DTZ001  (a wall clock; its zone is given when it is asked)
    click(found(dates, Button, "dates_event_change_button"))
    click(found(dates, QWidget, "dates_event_kind_segment_setback_button"))
    click(found(dates, Button, "dates_event_keep_button"))
    assert workspace.read(events)[0].created_at == first.created_at


# --- how it stands


def top_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).y()


def test_while_nothing_is_written_down_one_button_is_the_one_to_begin_with(
    applied_theme: Theme, dates: DatesPage
) -> None:
    settle()
    session, event = (found(dates, Button, f"dates_add_{kind}_button") for kind in ("session", "event"))
    assert (session.kind, event.kind) == (Kind.PRIMARY, Kind.NORMAL)
    assert shows(picture(session), session.rect().adjusted(4, 4, -4, -4), applied_theme, "accent")
    labels = {label.text(): label for label in dates.findChildren(TextLabel) if label.isVisible()}
    gaps = [
        top_of(next(label for words, label in labels.items() if words.startswith(f"No {kind} is"))) - top_of(button)
        for kind, button in (("session", session), ("event", event))
    ]
    assert gaps[0] == gaps[1]
    write_event(dates, EventKind.APOLOGY, date(2026, 5, 2))
    assert (session.kind, event.kind) == (Kind.NORMAL, Kind.NORMAL)
    assert shows(picture(session), session.rect().adjusted(10, 0, -10, 1 - session.height()), applied_theme, "edge")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_stands_beside_a_point_is_level_with_its_first_line(
    applied_theme: Theme, dates: DatesPage, workspace: Workspace, scale: float
) -> None:
    session = workspace.runner.do("", add_session, date(2026, 5, 21), None, "").result
    workspace.do("", add_agenda_line, session.id, "Short")
    workspace.do("", add_agenda_line, session.id, "Whether ringing at six still helps, or has become a duty. " * 3)
    applied_theme.set_text_scale(scale)
    settle()
    points = sorted(dates.findChildren(AgendaPoint), key=top_of)
    assert points[1].height() > 1.5 * points[0].height()
    for point, name in zip(points, ("1.", "2."), strict=True):
        caret = point.field.cursorRect(QTextCursor(point.field.document()))
        first_line = top_of(point.field.viewport()) - top_of(point) + caret.top() + caret.height() / 2
        [number] = [label for label in point.findChildren(TextLabel) if label.text() == name]
        for beside in (number, found(point, Button, "dates_agenda_take_out_button")):
            middle = top_of(beside) - top_of(point) + beside.height() / 2
            assert abs(middle - first_line) <= 3


def test_the_button_that_adds_a_point_is_as_high_as_its_field(
    applied_theme: Theme, dates: DatesPage, workspace: Workspace
) -> None:
    workspace.do("", add_session, date(2026, 5, 21), None, "")
    settle()
    field, button = found(dates, LineField, "dates_agenda_new_field"), found(dates, Button, "dates_agenda_add_button")
    assert (top_of(button), button.height()) == (top_of(field), field.height())
    assert field.accessibleName() == "One more point; Enter adds it"
