"""The design tokens of resources/style/tokens.toml, typed; no Qt here.

Read from tokens.json, which `packaging/make_tokens.py` writes: reading TOML would hold up the first window.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple


class TypeRole(NamedTuple):
    """One role of text: `size` in logical pixels at 100 %, `line` in percent of the size."""

    family: str
    size: float
    weight: int
    line: int
    italic: bool = False


class FontTokens(NamedTuple):
    """The two families by name, each with the platform families that stand in for missing scripts."""

    families: dict[str, str]
    fallbacks: dict[str, tuple[str, ...]]
    features: dict[str, dict[str, int]]


class Tokens(NamedTuple):
    """Everything the look is made of. Lengths are logical pixels at 100 %, motion is milliseconds.

    `colors` holds one table for `light` and one for `dark`, each value `#RRGGBB` or `#RRGGBBAA`.
    """

    colors: dict[str, dict[str, str]]
    fonts: FontTokens
    roles: dict[str, TypeRole]
    space: dict[str, int]
    size: dict[str, float]
    radius: dict[str, int]
    border: dict[str, int]
    elevation: dict[str, tuple[int, int]]
    motion: dict[str, int]


def load_tokens(path: Path) -> Tokens:
    """Read the tokens from a JSON file.

    Raises:
        OSError, ValueError, KeyError, TypeError: the file is not a whole set of tokens.
    """
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    font = table["font"]
    return Tokens(
        colors=table["color"],
        fonts=FontTokens(
            families={"sans": font["sans"], "serif": font["serif"]},
            fallbacks={"sans": tuple(font["fallback_sans"]), "serif": tuple(font["fallback_serif"])},
            features={"serif": font["features_serif"], "count": font["features_count"]},
        ),
        roles={name: TypeRole(**role) for name, role in table["type"].items()},
        space=table["space"],
        size={name: value for name, value in table["size"].items() if not isinstance(value, list)},
        radius=table["radius"],
        border=table["border"],
        elevation={name: (y, blur) for name, (y, blur) in table["elevation"].items()},
        motion=table["motion"],
    )
