"""Settings of this computer that are needed before a vault is open: how things look and where the vault lies.

They stand in a plain file, so nothing private is among them.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths

MODE = "look/mode"
TEXT_SCALE = "look/text_scale"
MORE_CONTRAST = "look/more_contrast"
LESS_MOTION = "look/less_motion"
SYSTEM_FONT = "look/system_font"
COUNTRY = "support/country"
VAULT = "vault/path"
VAULT_NAME = "plan.vault"


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
            return float(str(self._settings.value(name, otherwise)))
        except ValueError:
            return otherwise

    def flag(self, name: str) -> bool:
        """A setting that is on or off."""
        return bool(self._settings.value(name, False, bool))

    def put(self, name: str, value: str | float | bool) -> None:
        """Change a setting and write the file."""
        self._settings.setValue(name, value)
        self._settings.sync()

    @property
    def vault(self) -> Path:
        """Where the person's own vault lies or will lie."""
        chosen = self.text(VAULT, "")
        return Path(chosen) if chosen else default_vault()

    def forget_everything(self) -> None:
        """As if this program had never been here."""
        self._settings.clear()
        self._settings.sync()
        Path(self._settings.fileName()).unlink(missing_ok=True)

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


def _folder(location: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(location)
