"""matplotlib comes in by one door, without searching for fonts and without a trace in the home."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import trustplanner.charts
from trustplanner.charts.library import FONT_FILES, fontManager

CHARTS = Path(trustplanner.charts.__file__).parent
DRAW = """
from tests.charts.drawn_artists import chart_of, view_of
from tests.charts.sample_records import drawn_record
from tests.charts.test_exports import exported
from trustplanner.charts.figure import PictureFormat, pixels
pixels(chart_of(view_of(drawn_record())).figure)
for kind in PictureFormat:
    exported(drawn_record(), kind)
import os, sys
assert "matplotlib.pyplot" not in sys.modules
assert "MPLCONFIGDIR" not in os.environ
"""


def run(code: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MPL", "MATPLOTLIB", "XDG"))
    }
    environment |= {"HOME": str(folder), "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_only_our_fonts_are_known() -> None:
    assert sorted(Path(entry.fname).name for entry in fontManager.ttflist) == sorted(FONT_FILES)
    assert fontManager.afmlist == []


def test_drawing_and_exporting_leave_nothing_in_the_home_or_the_working_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    scratch = tmp_path / "scratch"
    home.mkdir()
    scratch.mkdir()
    result = run(DRAW, home, TMPDIR=str(scratch))
    assert result.returncode == 0, result.stderr
    assert list(home.rglob("*")) == []
    assert list(scratch.rglob("*")) == []


def test_a_settings_file_in_the_working_folder_changes_nothing_and_a_folder_named_outside_stays_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 40\ntext.usetex: True\nlines.linewidth: 9\n")
    code = (
        "from trustplanner.charts.library import mpl\n"
        "import os\n"
        "print(mpl.rcParams['font.size'], mpl.rcParams['text.usetex'], os.environ['MPLCONFIGDIR'])"
    )
    assert run(code, tmp_path, MPLCONFIGDIR="/nowhere").stdout == "10.0 False /nowhere\n"


@pytest.mark.parametrize("path", sorted(CHARTS.glob("*.py")), ids=lambda path: path.name)
def test_matplotlib_is_imported_by_the_library_alone(path: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.split(".")[0])
    assert "matplotlib" not in imported or path.name == "library.py"


def test_words_table_and_layout_are_read_without_matplotlib(tmp_path: Path) -> None:
    modules = ("view", "words", "cards", "table", "gutter", "layout", "style", "ranges")
    code = "".join(f"import trustplanner.charts.{name}\n" for name in modules)
    code += "import sys; print('matplotlib' in sys.modules, 'numpy' in sys.modules)"
    assert run(code, tmp_path).stdout == "False False\n"
