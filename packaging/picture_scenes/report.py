"""The report before it leaves, and the counsellor's first look, for `pictures.py`."""

from __future__ import annotations

from picture_scenes.whole_window import at
from PySide6.QtWidgets import QScrollArea, QWidget

from trustplanner.ui.kit.option_list import OptionList
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.report_sheet import ReportSheet

build_report = at("report")
build_first_look = at("first_look")


def build_report_full(theme: Theme) -> QWidget:
    """All that is not private, scrolled to what is listed."""
    window = at("report")(theme)
    [sheet] = window.findChildren(ReportSheet)
    shares = sheet.findChild(OptionList, "report_share_list")
    shares.set_chosen("full")
    shares.option_chosen.emit("full")
    [area] = sheet.findChildren(QScrollArea)

    def settle() -> None:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)

    window.settle = settle  # type: ignore[attr-defined]
    return window
