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
    "unlock": "picture_scenes.whole_window:build_unlock",
    **{
        f"window_{place}": f"picture_scenes.whole_window:build_{place}"
        for place in (
            "today",
            "path",
            "amends",
            "commitment",
            "conversations",
            "recovery",
            "dates",
            "session",
            "session_terms",
            "session_agenda",
            "session_fits",
            "session_walk",
            "session_decisions",
            "session_next",
            "letter",
            "settings",
            "support",
            "keys",
            "export",
            "delete",
            "passphrase",
        )
    },
    "reminder_today": "picture_scenes.reminders_and_files:build_reminder_today",
    "reminder_line": "picture_scenes.reminders_and_files:build_reminder_line",
    "reminder_settings": "picture_scenes.reminders_and_files:build_reminder_settings",
    "export_tables": "picture_scenes.reminders_and_files:build_export_tables",
    "export_calendar": "picture_scenes.reminders_and_files:build_export_calendar",
    "habits": "picture_scenes.reminders_and_files:build_habits",
    "habits_found": "picture_scenes.reminders_and_files:build_habits_found",
    "habits_done": "picture_scenes.reminders_and_files:build_habits_done",
    "report": "picture_scenes.report:build_report",
    "report_full": "picture_scenes.report:build_report_full",
    "first_look": "picture_scenes.report:build_first_look",
    "today": "picture_scenes.today:build_today",
    "today_empty": "picture_scenes.today:build_today_empty",
    "today_full": "picture_scenes.today:build_today_full",
    "today_past": "picture_scenes.today:build_today_past",
    "missed": "picture_scenes.today:build_missed",
    "missed_facts": "picture_scenes.today:build_missed_facts",
    "missed_likelier": "picture_scenes.today:build_missed_likelier",
    "missed_repair": "picture_scenes.today:build_missed_repair",
    "missed_adjust": "picture_scenes.today:build_missed_adjust",
    "line_crossed": "picture_scenes.today:build_line_crossed",
    "welcome": "picture_scenes.entry:build_welcome",
    "create": "picture_scenes.entry:build_create",
    "locked_support": "picture_scenes.entry:build_locked_support",
    "first_run_names": "picture_scenes.entry:build_first_run_names",
    "first_run_kind": "picture_scenes.entry:build_first_run_kind",
    "first_run_kind_below": "picture_scenes.entry:build_first_run_kind_below",
    "first_run_cross": "picture_scenes.entry:build_first_run_cross",
    "first_run_safety": "picture_scenes.entry:build_first_run_safety",
    "first_run_safety_below": "picture_scenes.entry:build_first_run_safety_below",
    "first_run_support": "picture_scenes.entry:build_first_run_support",
    "first_run_ending": "picture_scenes.entry:build_first_run_ending",
    "first_run_contact": "picture_scenes.entry:build_first_run_contact",
    "safety": "picture_scenes.entry:build_safety",
    "ending": "picture_scenes.entry:build_ending",
    "stop": "picture_scenes.entry:build_stop",
    "stop_below": "picture_scenes.entry:build_stop_below",
    "contact": "picture_scenes.entry:build_contact",
    "contact_none": "picture_scenes.entry:build_contact_none",
    "untold": "picture_scenes.entry:build_untold",
    "untold_locked": "picture_scenes.entry:build_untold_locked",
    "untold_open": "picture_scenes.entry:build_untold_open",
    "names": "picture_scenes.entry:build_names",
    "support": "picture_scenes.entry:build_support",
    "support_below": "picture_scenes.entry:build_support_below",
    "dates": "picture_scenes.dates_and_recovery:build_dates",
    "dates_empty": "picture_scenes.dates_and_recovery:build_dates_empty",
    "dates_forms": "picture_scenes.dates_and_recovery:build_dates_forms",
    "dates_setback": "picture_scenes.dates_and_recovery:build_dates_setback",
    "setback": "picture_scenes.after_misses:build_setback",
    "setback_new": "picture_scenes.after_misses:build_setback_new",
    "setback_today": "picture_scenes.after_misses:build_setback_today",
    "today_often": "picture_scenes.after_misses:build_today_often",
    "amends_response": "picture_scenes.after_misses:build_amends_response",
    "response_sheet": "picture_scenes.after_misses:build_response_sheet",
    "review_sheet": "picture_scenes.after_misses:build_review_sheet",
    "commitment_unsure": "picture_scenes.after_misses:build_commitment_unsure",
    "recovery": "picture_scenes.dates_and_recovery:build_recovery",
    "recovery_weeks": "picture_scenes.dates_and_recovery:build_recovery_weeks",
    "recovery_table": "picture_scenes.dates_and_recovery:build_recovery_table",
    "recovery_nearer": "picture_scenes.dates_and_recovery:build_recovery_nearer",
    "recovery_help": "picture_scenes.dates_and_recovery:build_recovery_help",
    "recovery_picture": "picture_scenes.dates_and_recovery:build_recovery_picture",
    "recovery_empty": "picture_scenes.dates_and_recovery:build_recovery_empty",
    "recovery_new": "picture_scenes.dates_and_recovery:build_recovery_new",
    "amends": "picture_scenes.amends:build_amends",
    "amends_empty": "picture_scenes.amends:build_amends_empty",
    "amends_changing": "picture_scenes.amends:build_amends_changing",
    "amends_views": "picture_scenes.amends:build_amends_views",
    "amends_pause": "picture_scenes.amends:build_amends_pause",
    "amends_end": "picture_scenes.amends:build_amends_end",
    "amends_money": "picture_scenes.ledger:build_amends_money",
    "amends_repair": "picture_scenes.ledger:build_amends_repair",
    "amends_refused": "picture_scenes.ledger:build_amends_refused",
    "wishes": "picture_scenes.ledger:build_wishes",
    "wishes_form": "picture_scenes.ledger:build_wishes_form",
    "wishes_openness": "picture_scenes.ledger:build_wishes_openness",
    "commitment": "picture_scenes.amends:build_commitment",
    "commitment_new": "picture_scenes.amends:build_commitment_new",
    "commitment_refused": "picture_scenes.amends:build_commitment_refused",
    "commitment_eased": "picture_scenes.amends:build_commitment_eased",
    "commitment_suggested": "picture_scenes.amends:build_commitment_suggested",
    "record": "picture_scenes.record:build_record",
    "record_counted": "picture_scenes.record:build_record_counted",
    "record_misses": "picture_scenes.record:build_record_misses",
    "record_weekdays": "picture_scenes.record:build_record_weekdays",
    "record_history": "picture_scenes.record:build_record_history",
    "record_periods": "picture_scenes.record:build_record_periods",
    "record_new": "picture_scenes.record:build_record_new",
    "pauses": "picture_scenes.record:build_pauses",
    "pauses_below": "picture_scenes.record:build_pauses_below",
    "pauses_empty": "picture_scenes.record:build_pauses_empty",
    "pauses_begin_again": "picture_scenes.record:build_pauses_begin_again",
    "pauses_sheet": "picture_scenes.record:build_pauses_sheet",
    "conversations": "picture_scenes.conversations:build_conversations",
    "conversations_empty": "picture_scenes.conversations:build_conversations_empty",
    "conversations_limited": "picture_scenes.conversations:build_conversations_limited",
    "conversations_none": "picture_scenes.conversations:build_conversations_none",
    "talk": "picture_scenes.conversations:build_talk",
    "talk_new": "picture_scenes.conversations:build_talk_new",
    "talk_pressing": "picture_scenes.conversations:build_talk_pressing",
    "talk_held": "picture_scenes.conversations:build_talk_held",
    "talk_agreed": "picture_scenes.conversations:build_talk_agreed",
    "talk_none": "picture_scenes.conversations:build_talk_none",
    "talk_hebrew": "picture_scenes.conversations:build_talk_hebrew",
    "practice": "picture_scenes.conversations:build_practice",
    "practice_written": "picture_scenes.conversations:build_practice_written",
    "their_voice_asked": "picture_scenes.their_voice:build_their_voice_asked",
    "their_voice": "picture_scenes.their_voice:build_their_voice",
    "their_voice_lock": "picture_scenes.their_voice:build_their_voice_lock",
    "their_voice_locked": "picture_scenes.their_voice:build_their_voice_locked",
    "their_voice_gone": "picture_scenes.their_voice:build_their_voice_gone",
    "recovery_voice": "picture_scenes.their_voice:build_recovery_voice",
    "session_voice": "picture_scenes.session:build_session_voice",
    "session_let_be_seen": "picture_scenes.session:build_session_let_be_seen",
    "withdrawal": "picture_scenes.session:build_withdrawal",
    "session_walked": "picture_scenes.session:build_session_walked",
    "session_changed": "picture_scenes.session:build_session_changed",
    "session_long": "picture_scenes.session:build_session_long",
    "session_paused": "picture_scenes.session:build_session_paused",
    "dates_ratings": "picture_scenes.session:build_dates_ratings",
    "search": "picture_scenes.own_words:build_search",
    "look_back": "picture_scenes.own_words:build_look_back",
    "finish": "picture_scenes.own_words:build_finish",
    "finished": "picture_scenes.own_words:build_finished",
    "finished_today": "picture_scenes.own_words:build_finished_today",
    "journal": "picture_scenes.own_words:build_journal",
    "journal_empty": "picture_scenes.own_words:build_journal_empty",
    **{
        name: f"picture_scenes.evenings:build_{name}"
        for name in (
            "evening",
            "evening_miss",
            "evening_question",
            "evening_scale",
            "evening_end",
            "morning",
            "week",
            "week_below",
            "hard_days",
            "hard_days_form",
            "hard_days_empty",
            "today_whole_day",
        )
    },
    "path": "picture_scenes.path:build_path",
    "path_text": "picture_scenes.path:build_path_text",
    "path_value": "picture_scenes.path:build_path_value",
    "path_empty": "picture_scenes.path:build_path_empty",
    "path_sentence": "picture_scenes.path:build_path_sentence",
    "path_commitments": "picture_scenes.path:build_path_commitments",
    "path_day": "picture_scenes.path:build_path_day",
    "path_week": "picture_scenes.path:build_path_week",
    "path_session": "picture_scenes.path:build_path_session",
    "path_ending": "picture_scenes.path:build_path_ending",
    "path_no_contact": "picture_scenes.path:build_path_no_contact",
    "path_hebrew": "picture_scenes.path:build_path_hebrew",
    "path_letter": "picture_scenes.letter:build_path_letter",
    "letter": "picture_scenes.letter:build_letter",
    "letter_writing": "picture_scenes.letter:build_letter_writing",
    "letter_hint": "picture_scenes.letter:build_letter_hint",
    "letter_pressure": "picture_scenes.letter:build_letter_pressure",
    "letter_gate": "picture_scenes.letter:build_letter_gate",
    "letter_beginning": "picture_scenes.letter:build_letter_beginning",
    "letter_no_contact": "picture_scenes.letter:build_letter_no_contact",
    "letter_long_name": "picture_scenes.letter:build_letter_long_name",
    "letter_hebrew": "picture_scenes.letter:build_letter_hebrew",
    "letter_step": "picture_scenes.letter:build_letter_step",
    "letter_history": "picture_scenes.letter:build_letter_history",
    "letter_paper": "picture_scenes.letter:build_letter_paper",
    "letter_preparing": "picture_scenes.letter:build_letter_preparing",
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
            getattr(widget, "settle", lambda: None)()  # a chart is drawn beside the window
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
