"""The frame of a window, for `pictures.py`: sidebar, page, rail, toast, focus ring."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.focus_ring import FocusRing
from trustplanner.ui.kit.labels import TextLabel, promise_runs
from trustplanner.ui.kit.layouts import is_narrow, row
from trustplanner.ui.kit.marks import Mark
from trustplanner.ui.kit.navigation import Place, Sidebar
from trustplanner.ui.kit.notices import NoticeArea
from trustplanner.ui.kit.option_list import ListedOption, OptionList
from trustplanner.ui.kit.scroll_page import ScrollPage
from trustplanner.ui.kit.sheet_dialog import SheetDialog
from trustplanner.ui.kit.step_bar import StepBar
from trustplanner.ui.kit.theme import Theme

PLACES = (
    Place("today", "calendar-days", "Today", "Ctrl+1"),
    Place("path", "route", "Path", "Ctrl+2"),
    Place("amends", "list-checks", "Amends", "Ctrl+3"),
    Place("recovery", "chart-column", "Recovery", "Ctrl+5"),
)


class Frame(QWidget):
    """What the main window is made of, without a vault."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.sidebar = Sidebar(theme, PLACES)
        self.sidebar.show_place("today")
        self.area = NoticeArea(theme)
        self.page = ScrollPage(theme, has_rail=True)
        self.area.set_content(self.page)
        self.area.set_column(self.page.main_column)
        layout = row(self)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.area, 1)
        main, rail = self.page.main, self.page.rail
        main.addWidget(TextLabel(theme, "Thursday 14 May", role="title"))
        main.addWidget(TextLabel(theme, "Two of three answered. One from yesterday is still open.", color="ink_2"))
        main.addSpacing(34)
        for _ in range(6):
            runs = promise_runs("I will say where I am going before I leave,", "so that Ana need not ask.")
            main.addWidget(TextLabel(theme, runs, role="promise"))
            main.addSpacing(60)
        for words in ("Follow-through, last 28 days", "Told first", "Amends in hand", "Next session"):
            rail.addWidget(TextLabel(theme, words, role="label", color="ink_2"))
            rail.addWidget(TextLabel(theme, "2 of 3 misses told before being asked", role="control"))
            rail.addSpacing(22)
        self.ring = FocusRing(theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar follows the width of the window."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(is_narrow(self.theme, self.width()))


def build_frame(theme: Theme) -> QWidget:
    """The frame with a toast."""
    frame = Frame(theme)
    frame.area.show_notice("Recorded as missed: “Ring at six”.")
    return frame


def build_dialog(theme: Theme) -> QWidget:
    """A dialog over the frame."""
    frame = Frame(theme)
    dialog = SheetDialog(theme, frame, "Does Ana know yet?", name="pictured_dialog")
    steps = ("Tell first", "What happened", "What made it likelier", "Repair", "Adjust")
    step_bar = StepBar(theme, steps)
    step_bar.set_present(0)
    dialog.above_title.addWidget(step_bar)
    dialog.above_title.addSpacing(24)
    sentence = "If it is safe and welcome, tell her before she finds out, today. One line is enough:"
    dialog.body.addWidget(TextLabel(theme, sentence, color="ink_2"))
    quote = "“I said I would ring at six and I didn’t. I’m sorry. I am ringing tomorrow at six.”"
    dialog.body.addWidget(TextLabel(theme, quote, role="aside"))
    options = OptionList(
        theme,
        [
            ListedOption("told_first", "I told her before she asked", Mark.TOLD_FIRST, "18:25"),
            ListedOption("when_asked", "I told her when she asked", Mark.WHEN_ASKED),
            ListedOption("found_out", "She found out", Mark.FOUND_OUT),
            ListedOption("not_yet", "She does not know yet", Mark.NOT_YET),
            ListedOption("not_welcome", "Contact is not welcome: I tell Ruth instead", Mark.NOT_WELCOME),
        ],
    )
    options.set_chosen("told_first")
    dialog.body.addWidget(options)
    dialog.add_button(Button(theme, "Next: what happened", Kind.PRIMARY))
    dialog.add_button(Button(theme, "Skip this step", Kind.QUIET))
    dialog.set_far_button(Button(theme, "Save and close", Kind.QUIET))
    dialog.open()
    return frame
