"""What the chart of a year and of ten is drawn from, made from the demo's story as the Recovery page reads it."""

from functools import cache

from benchmarks.vaults import PASSPHRASE, demo_vault
from trustplanner.actions.runner import Runner
from trustplanner.charts.layout import screen_layout
from trustplanner.charts.ranges import Range
from trustplanner.content.catalogue import shipped_catalogue
from trustplanner.starting import local_clock
from trustplanner.storage.vault import Vault
from trustplanner.ui.kit.background import Background
from trustplanner.ui.kit.chart_picture import DrawingOrder, chart_colors
from trustplanner.ui.kit.theme import load_theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.recovery_page.reading import count, read_asked, read_choices

WIDTH = 984  # that of the chart in a window of 1280


@cache
def order_over(years: int) -> DrawingOrder:
    """The chart of the first commitment over everything, with twenty commitments in the vault."""
    theme = load_theme()
    with (
        demo_vault(years, 20 if years > 1 else None) as path,
        Vault.open(path, PASSPHRASE) as vault,
    ):
        workspace = Workspace(Runner(vault, local_clock), shipped_catalogue(), theme, Background(theme))
        choices = read_choices(workspace)
        asked = read_asked(workspace, choices, choices.found[0], Range.ALL)
        assert asked is not None
        shown = count(asked)
    layout = screen_layout(WIDTH, has_voice=shown.view.voice is not None)
    return DrawingOrder(shown.view, shown.words, layout, chart_colors(theme), False, 1.0)
