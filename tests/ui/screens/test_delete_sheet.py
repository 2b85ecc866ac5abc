"""Deleting everything asks for the passphrase where it can be seen, whatever the size of the window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.ui.person import click, focus_in, type_words
from tests.ui.screens.entry_person import seen, settle
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.delete_sheet import DeleteSheet

ShowPage = Callable[..., QWidget]


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 1.0), (900, 600, 1.0), (1280, 800, 2.0)])
def test_the_field_with_the_cursor_is_seen_whole(
    workspace: Workspace, applied_theme: Theme, show_page: ShowPage, width: int, height: int, scale: float
) -> None:
    applied_theme.set_text_scale(scale)
    window = show_page(QWidget(), width=width, height=height)
    sheet = DeleteSheet(workspace, window)
    sheet.open()
    settle()
    field = focus_in(window)
    assert field.objectName() == "delete_passphrase_field"
    for part in (field, seen(sheet, "delete_delete_button"), seen(sheet, "delete_keep_button")):
        assert part.visibleRegion().boundingRect() == part.rect(), part.objectName()


def test_a_wrong_passphrase_is_said_at_the_field(
    workspace: Workspace, applied_theme: Theme, show_page: ShowPage
) -> None:
    window = show_page(QWidget(), width=900, height=600)
    sheet = DeleteSheet(workspace, window)
    told: list[str] = []
    sheet.confirmed.connect(lambda: told.append("confirmed"))
    sheet.open()
    type_words(window, "not the passphrase")
    click(seen(sheet, "delete_delete_button"))
    workspace.background.wait()
    settle()
    field = focus_in(window)
    assert isinstance(field, QLineEdit)
    assert field.accessibleDescription()
    assert field.visibleRegion().boundingRect() == field.rect()
    assert (told, sheet.isVisible()) == ([], True)
