"""What the tests of the path may ask for: a person in front of its page."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.screens.path_page.path_person import PathPerson
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.path_page import PathPage


@pytest.fixture
def person(workspace: Workspace, show_page: Callable[..., QWidget]) -> PathPerson:
    """Sam, who has just come to the path for the first time."""
    page = PathPage(workspace)
    show_page(page)
    page.setFocus()
    return PathPerson(page)
