"""A screen that cannot be reached is noticed before Qt would end the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trustplanner.ui.kit.display import has_display

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there a screen may be missing")


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "no such display"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
        {"DISPLAY": ":4711", "WAYLAND_DISPLAY": "wayland-4711"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "wayland-4711"},
    ],
)
def test_there_is_none(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert not has_display()


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:configfile=screen.json", "minimal"])
def test_a_platform_without_a_screen_needs_none(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert has_display()


def test_the_program_says_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    command = [sys.executable, "-m", "trustplanner"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 5
    [line] = done.stderr.splitlines()
    assert line.startswith("There is no screen to show a window on.")
