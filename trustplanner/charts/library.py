"""The one door through which matplotlib enters the program.

It is told our fonts instead of searching the system for all of them (which takes as long as a whole start), its
settings are made once and never again, because they are shared by all threads, and it neither reads nor writes
anything in the person's home.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from trustplanner.resource_files import resources_folder

FONT_FILES: Final = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "Literata-Regular.ttf",
)
_FOLDER_VARIABLE: Final = "MPLCONFIGDIR"
# The list of fonts as matplotlib 3.11 keeps it, without a font. Another version would not find the file under this
# name and search the system as it always does: slower, but right; a test tells us.
_LIST_VERSION: Final = "3.11.0"
_EMPTY_LIST: Final[dict[str, object]] = {
    "__class__": "FontManager",
    "_version": _LIST_VERSION,
    "_FontManager__default_weight": "normal",
    "default_size": None,
    "defaultFamily": {"ttf": "Atkinson Hyperlegible Next", "afm": "Helvetica"},
    "afmlist": [],
    "ttflist": [],
}


@contextmanager
def _own_folder() -> Iterator[None]:
    """Show matplotlib an empty folder of settings with a prepared list of fonts, while it is imported."""
    before = os.environ.get(_FOLDER_VARIABLE)
    with TemporaryDirectory(prefix="trustplanner-") as folder:
        Path(folder, f"fontlist-v{_LIST_VERSION}.json").write_text(json.dumps(_EMPTY_LIST), encoding="utf-8")
        os.environ[_FOLDER_VARIABLE] = folder
        try:
            yield
        finally:
            if before is None:
                os.environ.pop(_FOLDER_VARIABLE, None)
            else:
                os.environ[_FOLDER_VARIABLE] = before


with _own_folder():
    import matplotlib as mpl
    from matplotlib.artist import Artist
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.collections import LineCollection, PathCollection, PolyCollection
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties, fontManager, get_font
    from matplotlib.ft2font import LoadFlags
    from matplotlib.lines import Line2D
    from matplotlib.path import Path as Outline
    from matplotlib.text import Text
    from matplotlib.transforms import Affine2D, IdentityTransform, Transform

__all__ = [
    "Affine2D",
    "Artist",
    "Figure",
    "FigureCanvasAgg",
    "FontProperties",
    "IdentityTransform",
    "Line2D",
    "LineCollection",
    "LoadFlags",
    "Outline",
    "PathCollection",
    "PolyCollection",
    "Text",
    "Transform",
    "fontManager",
    "get_font",
]

for _name in FONT_FILES:
    fontManager.addfont(resources_folder() / "fonts" / _name)

# A matplotlibrc in the working folder is not ours. Reading the default "backend" would choose and import one.
mpl.rcParams.update({name: mpl.rcParamsDefault[name] for name in mpl.rcParamsDefault if name != "backend"})
mpl.rcParams.update(
    {
        "font.family": ["Atkinson Hyperlegible Next"],
        "font.enable_last_resort": False,
        "text.parse_math": False,  # a title may hold two dollar signs
        "text.hinting": "no_hinting",
        "axes.unicode_minus": False,
        "pdf.fonttype": 42,
        "svg.fonttype": "none",
        "svg.hashsalt": "trustplanner",  # the same chart gives the same bytes
    }
)
