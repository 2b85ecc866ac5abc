from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.ui.kit.pictures import color_at, picture
from trustplanner.charts.gutter import Sign
from trustplanner.ui.kit.chart_sign import ChartSign
from trustplanner.ui.kit.theme import Theme

ShowWindow = Callable[..., QWidget]


def seen(theme: Theme, sign: Sign, show_window: ShowWindow) -> QImage:
    widget = ChartSign(theme, sign)
    show_window(widget)
    return picture(widget)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_no_two_signs_look_alike_without_colour(theme: Theme, show_window: ShowWindow, mode: str) -> None:
    theme.set_mode(mode)
    grey = [seen(theme, sign, show_window).convertToFormat(QImage.Format.Format_Grayscale8) for sign in Sign]
    for place, image in enumerate(grey):
        assert all(image != other for other in grey[place + 1 :])


def test_kept_is_solid_and_written_later_lacks_its_corner(theme: Theme, show_window: ShowWindow) -> None:
    kept, late = (seen(theme, sign, show_window) for sign in (Sign.KEPT, Sign.KEPT_LATE))
    fill = theme.color("fill").name()
    middle, corner = (10, 6), (18, 1)
    assert color_at(kept, *middle) == color_at(kept, *corner) == fill
    assert color_at(late, *middle) == fill
    assert color_at(late, *corner) != fill


def test_a_sign_grows_with_the_text(theme: Theme) -> None:
    sign = ChartSign(theme, Sign.MISSED)
    before = sign.sizeHint()
    theme.set_text_scale(2.0)
    assert sign.sizeHint() == before * 2
