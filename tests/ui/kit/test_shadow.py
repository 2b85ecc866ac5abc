import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit.pictures import picture
from trustplanner.ui.kit.shadow import Shadow, paint_rings
from trustplanner.ui.kit.theme import Theme


@pytest.fixture
def floating(qtbot: QtBot, theme: Theme) -> tuple[QWidget, QWidget, Shadow]:
    """A page, a sheet that floats over it, and the shadow."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 300)
    sheet = QWidget(page)
    shadow = Shadow(theme, sheet, "raised", 10)
    page.show()
    sheet.setGeometry(100, 100, 150, 60)
    sheet.show()
    return page, sheet, shadow


def test_it_lies_under_the_sheet_a_little_lower(floating: tuple[QWidget, QWidget, Shadow]) -> None:
    page, sheet, shadow = floating
    assert shadow.geometry() == QRect(100 - 24, 100 - 24 + 4, 150 + 48, 60 + 48)
    assert page.children().index(shadow) < page.children().index(sheet)


def test_it_follows_and_hides_with_the_sheet(floating: tuple[QWidget, QWidget, Shadow]) -> None:
    _, sheet, shadow = floating
    sheet.move(200, 150)
    assert shadow.geometry().topLeft().toTuple() == (200 - 24, 150 - 24 + 4)
    sheet.hide()
    assert not shadow.isVisible()
    sheet.show()
    shadow.set_wanted(False)
    assert not shadow.isVisible()


def test_it_is_darkest_at_the_edge_and_fades(floating: tuple[QWidget, QWidget, Shadow]) -> None:
    page, sheet, _ = floating
    image = picture(page)
    x = sheet.geometry().center().x()
    below = [image.pixelColor(x, sheet.geometry().bottom() + distance).lightness() for distance in (2, 8, 14, 26)]
    assert below == sorted(below)
    assert below[0] < below[-1]


@pytest.mark.parametrize("size", [(150, 60), (262, 133), (40, 40)])
def test_it_is_drawn_as_its_rings_would_be_at_every_size(
    floating: tuple[QWidget, QWidget, Shadow], theme: Theme, size: tuple[int, int]
) -> None:
    _, sheet, shadow = floating
    sheet.resize(*size)
    drawn, expected = (QImage(shadow.size(), QImage.Format.Format_ARGB32_Premultiplied) for _ in range(2))
    for image in (drawn, expected):
        image.fill(QColor("white"))
    shadow.render(drawn, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter = QPainter(expected)
    paint_rings(painter, QRectF(shadow.rect()), QColor(theme.color("shadow")), 24, 10)
    painter.end()
    for x in range(0, drawn.width(), 3):
        for y in range(0, drawn.height(), 3):
            assert abs(drawn.pixelColor(x, y).lightness() - expected.pixelColor(x, y).lightness()) <= 1
