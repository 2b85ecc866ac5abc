#!/usr/bin/env python3
"""Take pictures of the program's screens without a screen, for looking at them beside the design.

    python packaging/pictures.py FOLDER [screen ...] [--setting NAME ...]

Writes FOLDER/<screen>_<setting>.png for each screen of SCREENS and each setting of SETTINGS. A builder gets the
theme and returns the widget to be seen; it is shown in a window of the setting's size.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

HERE = Path(__file__).resolve().parent

# name -> module in this folder or in the program, and its function `(Theme) -> QWidget`
SCREENS = {
    "components": "pictured_components:build_components",
    "frame": "pictured_frame:build_frame",
    "dialog": "pictured_frame:build_dialog",
}


class Setting(NamedTuple):
    """How a picture is taken: window size in logical pixels, text size, screen pixels per logical pixel."""

    width: int = 1280
    height: int = 800
    mode: str = "light"
    text_scale: float = 1.0
    display_ratio: int = 1
    has_more_contrast: bool = False
    is_right_to_left: bool = False


SETTINGS = {
    "light": Setting(),
    "dark": Setting(mode="dark"),
    "900x600": Setting(900, 600),
    "display200": Setting(960, 540, display_ratio=2),
    "text200": Setting(text_scale=2.0),
    "contrast": Setting(has_more_contrast=True),
    "mirrored": Setting(is_right_to_left=True),
}


def take_pictures(folder: Path, screens: list[str], settings: list[str]) -> None:
    """Take the pictures of settings that share one display ratio, in this process."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtWidgets import QApplication

    from trustplanner.ui.kit.theme import load_theme

    app = QApplication([])
    for setting_name in settings:
        setting = SETTINGS[setting_name]
        directions = Qt.LayoutDirection
        app.setLayoutDirection(directions.RightToLeft if setting.is_right_to_left else directions.LeftToRight)
        theme = load_theme(app)
        theme.set_mode(setting.mode)
        theme.set_text_scale(setting.text_scale)
        theme.set_more_contrast(setting.has_more_contrast)
        theme.set_less_motion(True)
        theme.apply_to(app)
        for screen in screens:
            module, function = SCREENS[screen].split(":")
            widget = getattr(importlib.import_module(module), function)(theme)
            widget.resize(setting.width, setting.height)
            widget.show()
            widget.activateWindow()
            for _ in range(3):  # layouts settle in rounds
                app.processEvents()
                app.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            target = folder / f"{screen}_{setting_name}.png"
            widget.grab().save(str(target))
            print(target)
            widget.close()
            widget.deleteLater()
        app.processEvents()


def take_in_own_process(folder: Path, screens: list[str], settings: list[str], ratio: int) -> int:
    """Take the pictures of one display ratio in a process of their own: Qt reads the ratio once, at its start."""
    with TemporaryDirectory() as scratch:
        # Without this file the screen is 800 x 800 and larger windows are cut.
        screen = {"name": "screen", "x": 0, "y": 0, "width": 1920 * ratio, "height": 1200 * ratio, "dpr": 1}
        config = Path(scratch) / "screens.json"
        config.write_text(json.dumps({"screens": [screen]}))
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent))),
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "QT_SCALE_FACTOR": str(ratio),
            "QT_LOGGING_RULES": "qt.qpa.plugin=false",
        }
        command = [sys.executable, __file__, str(folder), *screens, "--in-this-process"]
        for setting in settings:
            command += ["--setting", setting]
        return subprocess.call(command, env=environment)


def main() -> int:
    """Take the pictures asked for; returns the first exit status that is not 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("screens", nargs="*", metavar="screen", help="all if none is named")
    parser.add_argument("--setting", action="append", choices=SETTINGS, help="all if none is named")
    parser.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    unknown = [screen for screen in arguments.screens if screen not in SCREENS]
    if unknown:
        parser.error(f"no such screen: {', '.join(unknown)}")
    screens, settings = arguments.screens or list(SCREENS), arguments.setting or list(SETTINGS)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.in_this_process:
        take_pictures(arguments.folder, screens, settings)
        return 0
    for ratio in sorted({SETTINGS[setting].display_ratio for setting in settings}):
        alike = [setting for setting in settings if SETTINGS[setting].display_ratio == ratio]
        status = take_in_own_process(arguments.folder, screens, alike, ratio)
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
