"""The fonts a person sees are ours, with the weights and the letters they are chosen for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QRawFont

from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.fonts import FONT_FILES, BundledFonts
from trustplanner.ui.kit.theme import Theme

FOLDER = resources_folder() / "fonts"


def ink_of(theme: Theme, role: str) -> float:
    """How much ink the same letters take in this role, on a white sheet, at one size."""
    font = theme.font(role)
    font.setPixelSize(40)
    image = QImage(400, 80, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(5, 60), "Hamburgefonts")
    painter.end()
    return sum(255 - value for value in image.constBits())


@pytest.mark.parametrize("role", ["body", "strong", "small", "label", "caption", "control", "control_strong", "key"])
def test_what_the_program_says_is_in_our_sans(theme: Theme, role: str) -> None:
    assert QFontInfo(theme.font(role)).family() == "Atkinson Hyperlegible Next"


@pytest.mark.parametrize("role", ["display", "title", "heading", "promise", "writing", "aside", "brand"])
def test_what_people_say_is_in_our_serif(theme: Theme, role: str) -> None:
    assert QFontInfo(theme.font(role)).family() == "Literata"


def test_the_strong_weight_belongs_to_the_family_and_is_heavier(theme: Theme) -> None:
    info = QFontInfo(theme.font("strong"))
    assert (info.family(), info.weight()) == ("Atkinson Hyperlegible Next", 600)
    assert ink_of(theme, "strong") > 1.15 * ink_of(theme, "body")


def test_asides_are_really_italic(theme: Theme) -> None:
    assert QFontInfo(theme.font("aside")).italic()


@pytest.mark.parametrize("role", ["body", "strong", "promise", "aside"])
@pytest.mark.parametrize("letter", ["Ł", "ș", "ő", "ğ", "“", "–", "…", "−"])
def test_names_and_sentences_need_no_other_font(theme: Theme, role: str, letter: str) -> None:
    assert QRawFont.fromFont(theme.font(role)).supportsCharacter(ord(letter))


def test_every_file_is_there_with_the_licence_of_its_family() -> None:
    assert {path.name for path in FOLDER.glob("*.ttf")} == set(FONT_FILES.values())
    for family in ("AtkinsonHyperlegibleNext", "Literata"):
        assert "SIL OPEN FONT LICENSE" in (FOLDER / f"OFL-{family}.txt").read_text(encoding="utf-8").upper()


def test_fonts_can_be_embedded_in_documents() -> None:
    from fontTools.ttLib import TTFont

    assert [TTFont(path)["OS/2"].fsType for path in sorted(FOLDER.glob("*.ttf"))] == [0] * len(FONT_FILES)


def test_a_missing_font_file_is_an_error_and_not_another_font(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        BundledFonts(tmp_path).load("sans", 400, is_italic=False)


def test_a_style_we_do_not_ship_is_left_to_qt(qapp: object, tmp_path: Path) -> None:
    BundledFonts(tmp_path).load("sans", 900, is_italic=False)
