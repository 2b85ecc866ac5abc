"""The session view without eyes: every part has a name and a role, and Tab goes as the page is read."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.builders import MONDAY, promise
from tests.moved_clock import MovedClock
from tests.ui.person import press
from tests.ui.screens.entry_person import seen_as, settle, tab_stops, words_on
from tests.ui.screens.opened_planner import OpenPlanner
from trustplanner.actions import answers, session_notes, sessions
from trustplanner.domain.answers import Value
from trustplanner.domain.moments import Now
from trustplanner.domain.session_notes import Fits
from trustplanner.domain.their_voice import Anchors, Reading, TheirConsent
from trustplanner.storage.unit_of_work import UnitOfWork
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.main_window import Planner
from trustplanner.ui.screens.session_page import SessionPage

DAY = timedelta(days=1)
TODAY = MONDAY + 10 * DAY
TOPICS = ("since", "terms", "agenda", "fits", "walk", "decisions", "next")
FRAMES = {QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Grouping, QAccessible.Role.Window}
ROLES = {
    QAccessible.Role.StaticText,
    QAccessible.Role.Button,
    QAccessible.Role.Link,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.Graphic,
    QAccessible.Role.Separator,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Grip,
}


def gave(unit: UnitOfWork, now: Now) -> None:
    unit.put(TheirConsent(None, MONDAY, 1, now.at))
    unit.put(Anchors(None, "I listen for the door.", "I stop listening.", MONDAY, now.at))
    unit.put(Reading(None, MONDAY, 4, "The call comes.", None, MONDAY, now.at))


@pytest.fixture
def hour(workspace: Workspace, clock: MovedClock) -> Workspace:
    """Two promises over ten days, misses in both, both voices, an agenda, and an answer of hers."""
    do = workspace.do
    for title in ("Ring at six", "Say where I am going"):
        made = promise(workspace.runner, title=title)
        for n in range(10):
            clock.go_to(MONDAY + n * DAY)
            do("", answers.write, made.id, clock.moment().today, Value.MISSED if n in {2, 6} else Value.KEPT)
        clock.go_to(MONDAY)
    clock.go_to(TODAY)
    session = do("", sessions.add_session, TODAY, None, "Dr Lee").result
    do("", sessions.add_agenda_line, session.id, "The call on Sunday")
    do("", session_notes.say_fits, session.id, Fits.DIFFERENT)
    do("", gave)
    return workspace


def page_at(planner: Planner, topic: str) -> SessionPage:
    planner.go(Destination("session", f"session_{topic}:0"))
    settle()
    return seen_as(SessionPage, planner, "session_page")


def parts_of(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything below it that is seen, as assistive technology finds it."""

    def walk(part: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
        if part is None or part.state().invisible:
            return
        yield part
        for at in range(part.childCount()):
            yield from walk(part.child(at))

    yield from walk(QAccessible.queryAccessibleInterface(widget))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_part_has_a_role_and_what_is_no_frame_a_name(
    topic: str, hour: Workspace, open_planner: OpenPlanner
) -> None:
    page = page_at(open_planner(), topic)
    named: list[str] = []
    for part in parts_of(page):
        role, name = part.role(), part.text(QAccessible.Text.Name)
        assert role in ROLES | FRAMES, (role, name)
        if role in ROLES - {QAccessible.Role.Separator, QAccessible.Role.ScrollBar, QAccessible.Role.Grip}:
            assert name.strip(), (role, part.object())
            named.append(name)
    for words in words_on(page):
        assert words in named, "what is read on the page is heard"


@pytest.mark.parametrize("topic", TOPICS)
def test_tab_goes_as_the_page_is_read(topic: str, hour: Workspace, open_planner: OpenPlanner) -> None:
    page = page_at(open_planner(), topic)
    if topic == "walk":
        button = next(each for each in tab_stops(page) if each.objectName().startswith("session_walk_"))
        button.setFocus()
        press(page, Qt.Key.Key_Space)
        settle()
    stops = [stop for stop in tab_stops(page) if stop is not page]
    names = [stop.objectName() for stop in stops]
    foot = names.index("session_help_button")
    assert names[:3] == ["session_print_button", "session_blank_button", "session_leave_button"]
    assert set(names[foot + 1 :]) <= {"session_before_button", "session_on_button"}
    tops = [stop.mapTo(page, QPoint()).y() for stop in stops[3 : foot + 1]]
    assert tops == sorted(tops)
    assert (foot > 3) is (topic != "terms"), "there alone is nothing to act on"
