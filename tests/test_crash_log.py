"""The log of errors: kind and place of each, never a word of what somebody wrote."""

import logging
import stat
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from trustplanner.crash_log import LARGEST, CrashLog, report_of
from trustplanner.domain.errors import Code, KnownError, RuleError

SECRET = "what Ana said that evening"


class Told:
    """What was shown to the person."""

    def __init__(self) -> None:
        self.reports: list[str] = []
        self.known: list[KnownError] = []


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log" / "errors.log"


@pytest.fixture
def log(file: Path) -> CrashLog:
    return CrashLog(file, lambda: "2026-05-04T20:00:00+00:00")


@pytest.fixture
def told(log: CrashLog, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """The hooks of this process go to the log, for one test."""
    for module, hook in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    handlers = list(logging.getLogger().handlers)
    told = Told()
    log.catch_everything(told.reports.append, told.known.append)
    log.catch_records()
    yield told
    logging.getLogger().handlers[:] = handlers


def raised(error: BaseException) -> None:
    """Let an error reach the top, as Qt and Python do."""

    def fail() -> None:
        raise error

    try:
        fail()
    except BaseException as caught:  # noqa: BLE001  (whatever it is)
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_error_is_written_down_and_shown_without_its_words(told: Told, file: Path) -> None:
    raised(ValueError(SECRET))
    text = file.read_text()
    assert "2026-05-04T20:00:00+00:00\nTrustplanner " in text
    assert "builtins.ValueError" in text
    assert f"{__name__}.fail:" in text
    assert SECRET not in text
    [report] = told.reports
    assert report in text


def test_a_known_error_is_said_as_a_sentence_and_not_written_down(told: Told, file: Path) -> None:
    error = RuleError(Code.NOT_FOUND)
    raised(error)
    assert (told.known, told.reports, file.exists()) == ([error], [], False)


def test_an_error_in_telling_is_written_down_too(log: CrashLog, told: Told, file: Path) -> None:
    def fail(_: object) -> None:
        raise OSError(SECRET)

    log.catch_everything(fail, fail)
    raised(RuleError(Code.NOT_FOUND))
    text = file.read_text()
    assert text.count("OSError") == 2
    assert "RuleError" in text
    assert SECRET not in text


@pytest.mark.filterwarnings("default")
def test_threads_warnings_and_destructors_leave_no_words(told: Told, file: Path) -> None:
    def fail() -> None:
        raise ValueError(SECRET)

    class Failing:
        def __del__(self) -> None:
            raise KeyError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    failing = [Failing()]
    failing.clear()
    warnings.warn(SECRET, UserWarning, stacklevel=1)
    text = file.read_text()
    for expected in ("builtins.ValueError", "builtins.KeyError", "builtins.UserWarning test_crash_log.py:"):
        assert expected in text
    assert SECRET not in text
    assert told.reports == []


def test_what_libraries_log_leaves_its_place_and_no_words(
    told: Told, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("a.library").warning("no letter for %s", SECRET)
    logging.getLogger("some.library").info(SECRET)
    assert "WARNING a.library test_crash_log.test_what_libraries" in file.read_text()
    assert SECRET not in file.read_text() + "".join(capfd.readouterr())


def test_interrupting_by_keyboard_quotes_nothing(told: Told, file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    interrupted = KeyboardInterrupt(SECRET)
    interrupted.__context__ = ValueError(SECRET)
    raised(interrupted)
    assert SECRET not in capfd.readouterr().err
    assert (file.exists(), told.reports) == (False, [])


def test_the_log_is_private_and_never_grows_beyond_its_limit(log: CrashLog, file: Path) -> None:
    log.write("the first report")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    entry = "x" * 10_000
    for _ in range(60):
        log.write(entry)
    assert sorted(path.name for path in file.parent.iterdir()) == ["errors.log", "errors.old"]
    assert all(path.stat().st_size <= LARGEST for path in file.parent.iterdir())
    assert "the first report" not in file.read_text() + file.with_suffix(".old").read_text()


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    CrashLog(tmp_path / "log" / "errors.log", lambda: "now").write("a report")


def test_only_the_innermost_places_are_kept() -> None:
    def deep(level: int) -> None:
        if level == 0:
            raise ValueError(SECRET)
        deep(level - 1)

    def make() -> None:
        deep(100)

    with pytest.raises(ValueError, match=SECRET) as caught:
        make()
    assert len(report_of(ValueError, caught.tb).splitlines()) == 2 + 40
