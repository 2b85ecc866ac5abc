"""The page before there is any commitment: two ways to begin, and every word of it to be seen."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.screens.entry_person import cut_widgets
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.today_page.empty_day import EmptyDay

ShowPage = Callable[..., QWidget]


@pytest.mark.parametrize(("width", "scale"), [(764, 1.0), (824, 1.0), (700, 2.0)])
def test_nothing_is_cut_in_a_column_wider_than_its_words(
    workspace: Workspace, applied_theme: Theme, show_page: ShowPage, width: int, scale: float
) -> None:
    applied_theme.set_text_scale(scale)
    page = QWidget()
    lines = column(page)
    lines.addWidget(EmptyDay(workspace))
    lines.addStretch(1)
    show_page(page, width=width, height=900)
    assert cut_widgets(page) == []
