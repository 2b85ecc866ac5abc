from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import picture, shows
from trustplanner.ui.kit.key_cap import KeyCap
from trustplanner.ui.kit.theme import Theme


def test_one_letter_has_a_square_cap_and_more_a_wider_one(qtbot: QtBot, theme: Theme) -> None:
    letter, keys = KeyCap(theme, "K"), KeyCap(theme, "Ctrl+L")
    for cap in (letter, keys):
        qtbot.addWidget(cap)
        cap.resize(cap.sizeHint())
    assert letter.sizeHint().toTuple() == (20, 20)
    assert keys.sizeHint().width() > 36
    assert keys.sizeHint().height() == 20
    assert shows(picture(letter), letter.rect(), theme, "edge")


def test_a_cap_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    cap = KeyCap(theme, "K")
    qtbot.addWidget(cap)
    theme.set_text_scale(2.0)
    assert cap.sizeHint().toTuple() == (40, 40)


def test_a_cap_reads_as_on_the_keys_where_the_program_runs_right_to_left(qtbot: QtBot, theme: Theme) -> None:
    cap = KeyCap(theme, "Ctrl++")
    qtbot.addWidget(cap)
    as_usual = picture(cap)
    cap.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture(cap) == as_usual
