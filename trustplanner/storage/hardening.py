"""What the process does before it touches a vault, so that nothing of it lies about."""

import ctypes
import os
import sys
from typing import Final

NOBODY_ELSE: Final = 0o077
_SET_DUMPABLE: Final = 4  # PR_SET_DUMPABLE of Linux


def harden_process() -> None:
    """New files are private, a crash writes no core dump, and other programs of this user cannot read our memory.

    Does what the system offers; each part is cheap and may be done again.
    """
    os.umask(NOBODY_ELSE)
    if sys.platform != "win32":
        import resource  # not there on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
