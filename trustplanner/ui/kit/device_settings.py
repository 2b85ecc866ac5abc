"""Settings of this computer that are needed before a vault is open: how things look and where the vault lies.

They stand in a plain file, so nothing private is among them.
"""

import math
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths

from trustplanner.ui.kit.theme import MODES, Theme

MODE = "look/mode"
TEXT_SCALE = "look/text_scale"
MORE_CONTRAST = "look/more_contrast"
LESS_MOTION = "look/less_motion"
SYSTEM_FONT = "look/system_font"
LOCK_ON_MINIMISE = "lock/on_minimise"
COUNTRY = "support/country"
VAULT = "vault/path"
NEWS = "vault/news"
VAULT_NAME = "plan.vault"
_MOVING_TO = "vault/moving_to"


class DeviceSettings(QObject):
    """Typed access: QSettings by itself gives strings back."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = file or Path(_folder(QStandardPaths.StandardLocation.AppConfigLocation)) / "settings.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat, self)

    def text(self, name: str, otherwise: str) -> str:
        """A setting that is a word."""
        return str(self._settings.value(name, otherwise, str))

    def number(self, name: str, otherwise: float) -> float:
        """A setting that is a number; what cannot be read as one is as if it were never set."""
        try:
            found = float(str(self._settings.value(name, otherwise)))
        except ValueError:
            return otherwise
        return found if math.isfinite(found) else otherwise

    def flag(self, name: str) -> bool:
        """A setting that is on or off."""
        return bool(self._settings.value(name, False, bool))

    def put(self, name: str, value: str | float | bool) -> None:
        """Change a setting and write the file."""
        self._settings.setValue(name, value)
        self._settings.sync()

    def take(self, name: str) -> str:
        """A word that is told once and then forgotten; empty if there is none."""
        found = self.text(name, "")
        if found:
            self._settings.remove(name)
            self._settings.sync()
        return found

    def dress(self, theme: Theme) -> None:
        """Give the theme the look that is set; a word or a number it does not know is as if it were never set."""
        mode = self.text(MODE, "")
        theme.set_mode(mode if mode in MODES else "system")
        theme.set_text_scale(round(self.number(TEXT_SCALE, 1.0), 1))
        theme.set_more_contrast(self.flag(MORE_CONTRAST))
        theme.set_less_motion(self.flag(LESS_MOTION))
        theme.set_uses_system_font(self.flag(SYSTEM_FONT))

    @property
    def vault(self) -> Path:
        """Where the person's own vault lies or will lie."""
        chosen = self.text(VAULT, "")
        return Path(chosen) if chosen else default_vault()

    @property
    def has_chosen_vault(self) -> bool:
        """Whether the person has given the vault a place, or one has been opened from there."""
        return bool(self.text(VAULT, ""))

    def expect_move(self, place: Path) -> None:
        """The vault is about to be moved there: whatever ends the program meanwhile, it is found again."""
        self.put(_MOVING_TO, str(place))

    def settle_move(self) -> None:
        """After a move, or one that was cut off: the vault is at its new place if it is gone from the old one."""
        place = self.take(_MOVING_TO)
        if place and not os.path.lexists(self.vault) and os.path.lexists(place):
            self.put(VAULT, place)

    def forget_everything(self) -> None:
        """As if this program had never been here."""
        self._settings.clear()
        self._settings.sync()
        file = Path(self._settings.fileName())
        file.unlink(missing_ok=True)
        remove_if_empty(file.parent)

    def forget_folders(self) -> None:
        """Forget the folder that Qt's file dialog remembers."""
        remembered = QSettings(QSettings.Scope.UserScope, "QtProject")
        remembered.remove("FileDialog")
        remembered.sync()


def default_vault() -> Path:
    """The vault's place in the user's data folder."""
    return Path(_folder(QStandardPaths.StandardLocation.AppDataLocation)) / VAULT_NAME


def own_helplines() -> Path:
    """Where a list of helplines of the person's own lies, if they have made one."""
    return Path(_folder(QStandardPaths.StandardLocation.AppDataLocation)) / "helplines.toml"


def remove_if_empty(folder: Path) -> None:
    """Remove a folder of the program's in which nothing is left; one that holds something stays."""
    with suppress(OSError):
        folder.rmdir()


def _folder(location: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(location)
