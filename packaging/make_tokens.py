#!/usr/bin/env python3
"""Write resources/style/tokens.json from tokens.toml beside it.

    python packaging/make_tokens.py

People edit the TOML, with its comments. The first window reads the JSON, in a twentieth of the time; a test compares
the two.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

STYLE = Path(__file__).resolve().parent.parent / "resources" / "style"


def main() -> int:
    """Write the file anew; the same tokens always give the same bytes."""
    tokens = tomllib.loads((STYLE / "tokens.toml").read_text(encoding="utf-8"))
    (STYLE / "tokens.json").write_text(json.dumps(tokens, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
