"""The theme: colours, fonts and sizes for every widget, and the palette and style sheet of the whole program.

Widgets get the theme as their first argument and ask it while painting, so that a change of colours is one
`update()`. Nothing here is global.

The first window waits for this module. It therefore never names `Qt` or `QStyle` before that window is seen:
naming them makes all their enumerations, which takes longer than everything else here.
"""

import os
import re
from collections.abc import Callable

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from trustplanner.resource_files import resources_folder
from trustplanner.ui.kit.fonts import BundledFonts
from trustplanner.ui.kit.tokens import Tokens, TypeRole, load_tokens

STYLE = "Fusion"  # native styles ignore parts of a style sheet
MODES = ("light", "dark", "system")
SMALLEST_TEXT_SCALE, LARGEST_TEXT_SCALE = 1.0, 2.0
_DARKER_THAN = 128  # lightness, of 255
_AFTER_FIRST_PAINT = 300  # milliseconds

# In the style sheet: `@ink` is a colour, `15sp` a length that follows the text size, `@border` a width that
# grows with more contrast. `px` stays `px`.
_COLOR_IN_SHEET = re.compile(r"@([a-z_0-9]+)")
_SCALED_IN_SHEET = re.compile(r"(\d+(?:\.\d+)?)sp\b")


class Theme(QObject):
    """Colours by name, fonts by role, lengths by text size.

    `changed` follows every change of colours or text size: painted widgets call `update()` and, if their size
    depends on text, `updateGeometry()`.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self._bundled_fonts = BundledFonts(resources_folder() / "fonts")
        self._mode = "system"
        self._text_scale = 1.0
        self._system_is_dark = False
        self._system_wants_contrast = False
        self._system_reduces_motion = False
        self._wants_more_contrast = False
        self._wants_less_motion = False
        self._uses_system_font = False
        self._app: QApplication | None = None
        self._colors: dict[str, int] = {}
        self._fonts: dict[str, QFont] = {}
        self.fonts_version = 0
        """Counts how often all fonts have changed, for what is laid out in them."""
        self._fill_colors()

    # --- what widgets ask

    def color(self, name: str) -> QColor:
        """The colour of this name in `[color.*]`, as the mode and the contrast have it now.

        Raises:
            KeyError: no such colour.
        """
        return QColor.fromRgba(self._colors[name])  # QColor(color) would look at `Qt.GlobalColor` first

    def font(self, role: str) -> QFont:
        """The font of this role in `[type]`, scaled by the text size.

        Raises:
            KeyError: no such role.
        """
        if role not in self._fonts:
            self._fonts[role] = self._make_font(self.tokens.roles[role])
        return QFont(self._fonts[role])

    def figures_font(self, role: str) -> QFont:
        """Like `font`, with figures of one width, for columns and counts."""
        font = self.font(role)
        for name, value in self.tokens.fonts.features["count"].items():
            font.setFeature(QFont.Tag(name), value)
        return font

    def line_height(self, role: str) -> int:
        """Pixels from one line to the next in text of this role."""
        type_role = self.tokens.roles[role]
        return round(type_role.size * self._text_scale * type_role.line / 100)

    def px(self, size: float) -> int:
        """A length of anything that holds text, at the present text size; margins stay as they are."""
        return round(size * self._text_scale)

    @property
    def text_scale(self) -> float:
        """1.0 to 2.0."""
        return self._text_scale

    @property
    def mode(self) -> str:
        """`light`, `dark` or `system`, as chosen."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use now."""
        return self._mode == "dark" or (self._mode == "system" and self._system_is_dark)

    @property
    def has_more_contrast(self) -> bool:
        """Whether borders are heavier and paper is pure, because the person or the system asks for it."""
        return self._wants_more_contrast or self._system_wants_contrast

    @property
    def reduces_motion(self) -> bool:
        """Whether nothing may slide or fade."""
        return self._wants_less_motion or self._system_reduces_motion

    @property
    def border_width(self) -> int:
        """Pixels of the boundary of a control at rest."""
        return self.tokens.border["selected" if self.has_more_contrast else "control"]

    def motion(self, name: str) -> int:
        """Milliseconds of a movement in `[motion]`; 0 when motion is reduced."""
        return 0 if self.reduces_motion else self.tokens.motion[name]

    # --- what the settings set

    def set_mode(self, mode: str) -> None:
        """Use `light` or `dark` colours, or follow the `system`.

        Raises:
            ValueError: another word.
        """
        if mode not in MODES:
            raise ValueError(mode)
        self._mode = mode
        self._refresh()

    def set_text_scale(self, scale: float) -> None:
        """Multiply type, controls, marks and icons; a value outside 1.0 to 2.0 becomes the nearer end."""
        self._text_scale = min(max(scale, SMALLEST_TEXT_SCALE), LARGEST_TEXT_SCALE)
        self._refresh()

    def set_more_contrast(self, is_wanted: bool) -> None:
        """Pure paper and heavier borders, whatever the system says."""
        self._wants_more_contrast = is_wanted
        self._refresh()

    def set_less_motion(self, is_wanted: bool) -> None:
        """No fades and slides, whatever the system says."""
        self._wants_less_motion = is_wanted
        self._refresh()

    def set_uses_system_font(self, uses: bool) -> None:
        """Use the font chosen for the whole system instead of our two families."""
        self._uses_system_font = uses
        self._refresh()

    def load_all_fonts(self) -> None:
        """Read the font files that no widget has asked for yet; documents ask for none."""
        self._bundled_fonts.load_all()

    # --- the whole program

    def apply_to(self, app: QApplication) -> None:
        """Give the program our style, palette, style sheet and font, now and after every change.

        Where `QT_STYLE_OVERRIDE` already was `STYLE` when the program began, Qt has the style without naming it.
        """
        self._app = app
        # The palette of the system tells its colour scheme without naming an enumeration.
        self._system_is_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < _DARKER_THAN
        if os.environ.get("QT_STYLE_OVERRIDE") != STYLE:
            app.setStyle(STYLE)
        self._refresh()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_wishes_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_wishes_changed)
        QTimer.singleShot(_AFTER_FIRST_PAINT, self, self._on_system_wishes_changed)

    def _on_system_wishes_changed(self) -> None:
        before = (self.is_dark, self.has_more_contrast, self.reduces_motion)
        self._read_system_wishes()
        if before != (self.is_dark, self.has_more_contrast, self.reduces_motion):
            self._refresh()

    def _read_system_wishes(self) -> None:
        if self._app is None:
            return
        hints = self._app.styleHints()
        schemes = QtCore.Qt.ColorScheme
        if hints.colorScheme() != schemes.Unknown:
            self._system_is_dark = hints.colorScheme() == schemes.Dark
        contrast = hints.accessibility().contrastPreference()
        self._system_wants_contrast = contrast == QtCore.Qt.ContrastPreference.HighContrast
        # Qt passes on a system's "no animations" only as the length of the style's own animations.
        animation = QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration
        self._system_reduces_motion = self._app.style().styleHint(animation) == 0

    def _refresh(self) -> None:
        self._fonts.clear()
        self.fonts_version += 1
        self._fill_colors()
        if self._app is not None:
            self._app.setFont(self.font("body"))
            self._app.setPalette(self._make_palette())
            self._app.setStyleSheet(self._make_style_sheet())
        self.changed.emit()

    def _fill_colors(self) -> None:
        words = dict(self.tokens.colors["dark" if self.is_dark else "light"])
        if self.has_more_contrast:
            pure = "#000000" if self.is_dark else "#FFFFFF"
            words |= dict.fromkeys(("paper", "margin", "sheet", "hover"), pure)
            words["rule"] = words["edge"]
            words |= dict.fromkeys(("edge", "ink_2", "ink_3"), words["ink"])
        self._colors = {name: rgba_of(word) for name, word in words.items()}

    def _make_font(self, role: TypeRole) -> QFont:
        if self._uses_system_font:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        else:
            self._bundled_fonts.load(role.family, role.weight, is_italic=role.italic)
            names = self.tokens.fonts
            font = QFont([names.families[role.family], *names.fallbacks[role.family]])
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            for feature, value in names.features.get(role.family, {}).items():
                font.setFeature(QFont.Tag(feature), value)
        font.setPixelSize(self.px(role.size))
        font.setWeight(QFont.Weight(role.weight))
        font.setItalic(role.italic)
        return font

    def _make_palette(self) -> QPalette:
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, name in {
            roles.Window: "paper",
            roles.Base: "sheet",
            roles.AlternateBase: "paper",
            roles.Button: "sheet",
            roles.ToolTipBase: "sheet",
            roles.WindowText: "ink",
            roles.Text: "ink",
            roles.ButtonText: "ink",
            roles.ToolTipText: "ink",
            roles.BrightText: "ink",
            roles.PlaceholderText: "ink_3",
            roles.Highlight: "wash",
            roles.HighlightedText: "ink",
            roles.Accent: "accent",
            roles.Link: "accent",
            roles.LinkVisited: "accent",
            roles.Light: "sheet",
            roles.Midlight: "rule",
            roles.Mid: "edge",
            roles.Dark: "edge",
            roles.Shadow: "shadow",
        }.items():
            palette.setColor(role, self.color(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink_3"))
        return palette

    def _make_style_sheet(self) -> str:
        template = (resources_folder() / "style" / "app.qss").read_text(encoding="utf-8")
        return filled_style_sheet(template, self._word_in_sheet, self.px)

    def _word_in_sheet(self, name: str) -> str:
        if name == "border":
            return f"{self.border_width}px"
        if name == "heavy_border":
            return f"{self.border_width + 1}px"
        return f"#{self._colors[name]:08x}"


def load_theme(parent: QObject | None = None) -> Theme:
    """The theme of the shipped tokens."""
    return Theme(load_tokens(resources_folder() / "style" / "tokens.json"), parent)


def rgba_of(word: str) -> int:
    """0xAARRGGBB, as Qt counts, of `#RRGGBB` or `#RRGGBBAA`, as everyone else writes."""
    alpha = word[7:] or "FF"
    return int(alpha + word[1:7], 16)


def filled_style_sheet(template: str, word: Callable[[str], str], px: Callable[[float], int]) -> str:
    """The template with `@name` replaced by `word(name)` and `15sp` by `px(15)` pixels."""
    scaled = _SCALED_IN_SHEET.sub(lambda match: f"{px(float(match[1]))}px", template)
    return _COLOR_IN_SHEET.sub(lambda match: word(match[1]), scaled)
