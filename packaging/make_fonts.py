#!/usr/bin/env python3
"""Write the fonts of resources/fonts/ from their published packages, byte for byte the same each time.

    python packaging/make_fonts.py FOLDER_OF_ATKINSON_PACKAGE FOLDER_OF_LITERATA_PACKAGE

The packages are `@fontsource/atkinson-hyperlegible-next` and `@fontsource/literata`, unpacked. They split
each style by script into compressed web fonts; here *latin* and *latin-ext* are joined again and written as
plain TrueType. Needs fontTools (in the dev group), never needed to run the program.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SUBSETS = ("latin", "latin-ext")
WINDOWS_ENGLISH = (3, 1, 0x409)
STYLE_NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold"}


class Style(NamedTuple):
    """One font file: where it comes from and what it calls itself."""

    package_prefix: str
    family: str
    weight: int
    is_italic: bool
    file_name: str


SANS, SERIF = "Atkinson Hyperlegible Next", "Literata"
STYLES = (
    Style("atkinson-hyperlegible-next", SANS, 400, False, "AtkinsonHyperlegibleNext-Regular.ttf"),
    Style("atkinson-hyperlegible-next", SANS, 600, False, "AtkinsonHyperlegibleNext-SemiBold.ttf"),
    Style("literata", SERIF, 400, False, "Literata-Regular.ttf"),
    Style("literata", SERIF, 400, True, "Literata-Italic.ttf"),
    Style("literata", SERIF, 500, False, "Literata-Medium.ttf"),
)


def joined_subsets(package: Path, style: Style, scratch: Path) -> TTFont:
    """The style's subsets as one font, dated as the newest of them instead of now."""
    parts, created = [], 0
    for subset in SUBSETS:
        slope = "italic" if style.is_italic else "normal"
        packed = package / "files" / f"{style.package_prefix}-{subset}-{style.weight}-{slope}.woff2"
        font = TTFont(packed, recalcTimestamp=False)
        font.flavor = None
        created = max(created, font["head"].created)
        plain = scratch / f"{packed.stem}.ttf"
        font.save(plain)
        parts.append(str(plain))
    joined = Merger().merge(parts)
    joined.recalcTimestamp = False
    joined["head"].created = joined["head"].modified = created
    return joined


def name_one_family(font: TTFont, style: Style) -> None:
    """Put every style into one family, and say so in each of the ways a platform may ask.

    IDs 1 and 2 are the older pair, which knows only regular, italic and bold; 16 and 17 are the typographic
    pair. FreeType reads the older, DirectWrite and CoreText the typographic. The published files give weight
    600 a family of its own in ID 1, so that asking for the family finds no semi-bold on Linux.
    """
    style_name = STYLE_NAMES[style.weight]
    if style.is_italic:
        style_name = "Italic" if style.weight == 400 else f"{style_name} Italic"
    family_without_spaces = style.family.replace(" ", "")
    names = {
        1: style.family,
        2: style_name,
        3: f"{family_without_spaces}-{style_name.replace(' ', '')};trustplanner",
        4: f"{style.family} {style_name}",
        6: f"{family_without_spaces}-{style_name.replace(' ', '')}",
        16: style.family,
        17: style_name,
    }
    table = font["name"]
    kept = {record.nameID: record.toUnicode() for record in table.names if record.nameID in {0, 5, 8, 9, 13, 14}}
    table.names = []
    for name_id, words in sorted((kept | names).items()):
        table.setName(words, name_id, *WINDOWS_ENGLISH)


def set_weight_flags(font: TTFont, style: Style) -> None:
    """Make the numbers that font systems sort by agree with the names."""
    font["OS/2"].usWeightClass = style.weight
    italic, bold, regular = 1 << 0, 1 << 5, 1 << 6
    selection = font["OS/2"].fsSelection & ~(italic | bold | regular)
    if style.is_italic:
        selection |= italic
    elif style.weight == 400:
        selection |= regular
    font["OS/2"].fsSelection = selection
    font["head"].macStyle = 0b10 if style.is_italic else 0


def write_style(package: Path, style: Style) -> Path:
    """Write one font file and return its path."""
    target = FONTS / style.file_name
    with TemporaryDirectory() as scratch:
        font = joined_subsets(package, style, Path(scratch))
        for unused in {"vhea", "vmtx"} & set(font.keys()):  # for text set from top to bottom
            del font[unused]
        name_one_family(font, style)
        set_weight_flags(font, style)
        font.save(target)
    return target


def main(arguments: list[str]) -> int:
    """Write all styles and both licence texts."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    sans_package, serif_package = (Path(argument) for argument in arguments)
    FONTS.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        written = write_style(sans_package if style.family == SANS else serif_package, style)
        print(f"{written.name}  {written.stat().st_size:,} bytes")
    shutil.copyfile(sans_package / "LICENSE", FONTS / "OFL-AtkinsonHyperlegibleNext.txt")
    shutil.copyfile(serif_package / "LICENSE", FONTS / "OFL-Literata.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
