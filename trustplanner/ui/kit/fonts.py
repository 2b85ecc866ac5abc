"""The bundled fonts: each style's file is read when a widget first asks for it.

The first window needs two or three of the five files; reading a file costs about a millisecond.
"""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

# (role family, weight, italic) -> file. `packaging/make_fonts.py` writes these files.
FONT_FILES = {
    ("sans", 400, False): "AtkinsonHyperlegibleNext-Regular.ttf",
    ("sans", 600, False): "AtkinsonHyperlegibleNext-SemiBold.ttf",
    ("serif", 400, False): "Literata-Regular.ttf",
    ("serif", 400, True): "Literata-Italic.ttf",
    ("serif", 500, False): "Literata-Medium.ttf",
}


class BundledFonts:
    """Registers font files with Qt, each at most once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: set[tuple[str, int, bool]] = set()

    def load(self, family: str, weight: int, *, is_italic: bool) -> None:
        """Make one style of `sans` or `serif` known to Qt; a style we do not ship is left to Qt.

        Raises:
            FileNotFoundError: the installation lacks the file or it is not a font.
        """
        style = (family, weight, is_italic)
        if style in self._loaded or style not in FONT_FILES:
            return
        path = self._folder / FONT_FILES[style]
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path.name)
        self._loaded.add(style)

    def load_all(self) -> None:
        """Make every bundled style known, for text whose styles are not asked for one by one."""
        for style in FONT_FILES:
            family, weight, is_italic = style
            self.load(family, weight, is_italic=is_italic)
