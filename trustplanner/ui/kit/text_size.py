"""The size of all text, which a person changes step by step on this device."""

from typing import Final

from trustplanner.ui.kit import device_settings
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.theme import Theme

LARGER, SMALLER, FIRST_SIZE = 1, -1, 0
_STEP: Final = 0.1


def change_text_size(theme: Theme, settings: DeviceSettings, step: int) -> None:
    """Go a step LARGER or SMALLER, or back to FIRST_SIZE; a size beyond what the theme allows stays at its end."""
    theme.set_text_scale(1.0 if step == FIRST_SIZE else round(theme.text_scale + step * _STEP, 1))
    settings.put(device_settings.TEXT_SCALE, theme.text_scale)
