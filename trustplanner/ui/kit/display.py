"""Whether there is a screen to show a window on. Qt itself would end the process with words that help nobody."""

import ctypes
import os
from collections.abc import Callable
from typing import Final

_X: Final = "libxcb.so.1"
_WAYLAND: Final = "libwayland-client.so.0"


def has_display() -> bool:
    """Whether the platform that Qt will choose on this Linux can be reached."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if chosen == "xcb":
        return _reaches_x()
    if chosen.startswith("wayland"):
        return _reaches_wayland()
    if chosen:
        return True  # it needs no screen, or knows itself how to find one
    tried: tuple[tuple[str, Callable[[], bool]], ...] = (("WAYLAND_DISPLAY", _reaches_wayland), ("DISPLAY", _reaches_x))
    return any(reaches() for name, reaches in tried if os.environ.get(name))


def _reaches_x() -> bool:
    try:
        xcb = ctypes.CDLL(_X)
    except OSError:  # Qt has the same need
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))  # never NULL; what went wrong stands in it
    has_failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not has_failed


def _reaches_wayland() -> bool:
    try:
        wayland = ctypes.CDLL(_WAYLAND)
    except OSError:
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True
