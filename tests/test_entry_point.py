"""How the process begins: nobody else reads its memory or its files, from before a passphrase is typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Looks at the process where the window would be made, and where a command would read its options.
PROBE = """
import ctypes, os, resource, sys, types

def look(*_, **__):
    umask = os.umask(0)
    print(umask, resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
    return 0

sys.modules["trustplanner.app"] = types.SimpleNamespace(run=look)
sys.modules["trustplanner.cli"] = types.SimpleNamespace(main=look)
import trustplanner
trustplanner.cli = sys.modules["trustplanner.cli"]
sys.argv[1:] = ARGUMENTS
from trustplanner.__main__ import main
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux whether the process may be read")
@pytest.mark.parametrize("arguments", [[], ["--demo"], ["check", "plan.vault"]])
def test_the_process_is_closed_to_others_before_anything_is_asked(arguments: list[str]) -> None:
    probe = PROBE.replace("ARGUMENTS", repr(arguments))
    command = [sys.executable, "-c", probe]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True)
    umask, core, dumpable = map(int, done.stdout.split())
    assert (umask, core, dumpable) == (0o077, 0, 0)
