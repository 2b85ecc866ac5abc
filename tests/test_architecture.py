"""The rules of ARCHITECTURE.md that a machine can check."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "trustplanner"
FORBIDDEN_NAMES = {"utils", "misc", "helpers", "common", "shared", "manager", "handler", "data", "base"}
LONGEST_MODULE = 400  # lines
MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]


def tracked_files() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],  # noqa: S607  (git is found on the path)
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        yield from (ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file())
    else:
        yield from (path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts)


def test_layers_import_only_what_stands_below_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(no_cache=True) == 0


def test_code_is_clean_for_the_linter() -> None:
    ruff = subprocess.run([sys.executable, "-m", "ruff", "check", "--quiet", "."], cwd=ROOT, check=False)
    assert ruff.returncode == 0


def test_code_is_formatted() -> None:
    ruff = subprocess.run([sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."], cwd=ROOT, check=False)
    assert ruff.returncode == 0


@pytest.mark.timeout(300)
def test_types_are_strict() -> None:
    mypy = subprocess.run([sys.executable, "-m", "mypy", "--no-error-summary"], cwd=ROOT, check=False)
    assert mypy.returncode == 0


def test_no_module_is_a_drawer() -> None:
    drawers = [path for path in MODULES if FORBIDDEN_NAMES & set(path.stem.split("_"))]
    assert drawers == []


def test_no_module_is_longer_than_a_person_reads_at_once() -> None:
    read = [path for path in MODULES if path.parent.name != "versions"]  # whole schemas, generated and left as they are
    long = {str(path): lines for path in read if (lines := path.read_text().count("\n")) > LONGEST_MODULE}
    assert long == {}


def test_main_window_only_wires() -> None:
    lines = (PACKAGE / "ui" / "screens" / "main_window.py").read_text().count("\n")
    assert lines <= 300


def test_no_class_is_a_drawer() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                words = {word.lower() for word in re.findall(r"[A-Z][a-z]+", node.name)}
                assert not words & FORBIDDEN_NAMES, f"{path}: {node.name}"


def test_translated_texts_are_plain_strings() -> None:
    """A filled or computed string inside tr() is never found by the translator's tools."""
    for path in (PACKAGE / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                assert node.args, f"{path}:{node.lineno}"
                assert all(isinstance(each, ast.Constant) for each in node.args[:2]), f"{path}:{node.lineno}"


def test_nothing_below_the_screens_reads_the_clock() -> None:
    asks = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.time\(")
    below = [
        path for path in MODULES if "ui" not in path.parts and path.name not in ("starting.py", "cli.py", "app.py")
    ]
    asking = [str(path) for path in below if asks.search(path.read_text())]
    assert asking == []


def test_locks_name_no_address() -> None:
    for lock in (ROOT / "packaging" / "locks").glob("*.txt"):
        words = lock.read_text()
        assert "://" not in words
        assert "--index" not in words
        assert "--find-links" not in words


def test_locks_agree_with_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = {"run": project["project"]["dependencies"]}
    wanted["dev"] = wanted["run"] + project["dependency-groups"]["dev"]
    for name, requirements in wanted.items():
        lock = (ROOT / "packaging" / "locks" / f"{name}.txt").read_text()
        pinned = dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", lock, re.MULTILINE))
        for requirement in map(Requirement, requirements):
            version = pinned.get(requirement.name.lower())
            assert version is not None, f"{name}.txt does not pin {requirement.name}"
            assert version in requirement.specifier, f"{name}.txt pins {requirement.name} {version}"


def test_every_ignored_rule_has_its_reason() -> None:
    ignores = re.compile(r"#\s*(?:noqa|type: ignore)(?P<rest>[^#]*)(?P<after>#.*)?$")
    for path in SOURCES:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = ignores.search(line)
            if found is None or "re.compile" in line:
                continue
            reason = re.sub(r"^(?::?\s*[A-Z]+[0-9]+,?)+|^\[[a-z-]+(?:, ?[a-z-]+)*\]", "", found["rest"].strip())
            assert reason.strip() or found["after"], f"{path}:{number} ignores a rule without its reason"


@pytest.mark.parametrize("path", list(tracked_files()), ids=lambda path: str(path.relative_to(ROOT)))
def test_files_name_no_machine_and_no_registry(path: Path) -> None:
    if path.suffix in {".png", ".ttf", ".vault", ".zip"} or path == Path(__file__).resolve():
        return
    words = path.read_text(encoding="utf-8", errors="replace")
    for forbidden in ("files.pythonhosted", "pypi.org", "registry.npmjs", "/work/", "/root/"):
        assert forbidden not in words
