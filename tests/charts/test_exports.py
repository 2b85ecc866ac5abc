"""Picture files: text that can be selected, fonts inside, nothing about the program or the time."""

import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode
from hashlib import sha256
from html import unescape
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from tests.charts.drawn_artists import labels, style_of, view_of
from tests.charts.sample_records import drawn_record, long_record, named_records
from trustplanner.charts.figure import PictureFormat, draw_page, picture
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import Look
from trustplanner.domain.record import Record

SVG = "{http://www.w3.org/2000/svg}"
TITLES = ["long name", "right to left", "emoji", "control characters", "dollars and markup"]
RECORDS = named_records()


def exported(record: Record, kind: PictureFormat) -> bytes:
    view = view_of(record)
    return picture(view, style_of(Look.PRINT), recovery_sentences(view.today), kind)


def test_an_svg_holds_its_words_as_text() -> None:
    svg = exported(drawn_record(), PictureFormat.SVG)
    root = ET.fromstring(svg)  # noqa: S314  (our own file)
    words = [text.text for text in root.iter(f"{SVG}text")]
    view = view_of(drawn_record())
    chart = draw_page(view, style_of(Look.PRINT), recovery_sentences(view.today))
    assert sorted(filter(None, words)) == sorted(label.words for label in chart.labels)
    assert "Self-reported. Not proof of conduct." in words
    assert "54 kept" in " ".join(filter(None, words))


def test_an_svg_has_a_title_a_description_and_a_size_in_pixels() -> None:
    root = ET.fromstring(exported(drawn_record(), PictureFormat.SVG))  # noqa: S314  (our own file)
    assert root.findtext(f"{SVG}title") == "“Ring at six”"
    assert "was due 72 times: 54 kept" in (root.findtext(f"{SVG}desc") or "")
    assert root.get("width") == "1000"
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "chart-title chart-description"


def test_an_svg_has_no_metadata_no_server_and_no_date() -> None:
    for record in (drawn_record(), long_record(1)):
        svg = exported(record, PictureFormat.SVG).decode()
        for word in ("metadata", "matplotlib", "Matplotlib", "DOCTYPE", "rdf", "T00:", "<!--", "trustplanner"):
            assert word not in svg
        addresses = set(re.findall(r"https?://[^\s\"<]+", svg))
        assert addresses == {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_every_id_in_an_svg_is_there_once() -> None:
    for record in (drawn_record(), long_record(1)):
        ids = re.findall(r'\bid="([^"]+)"', exported(record, PictureFormat.SVG).decode())
        assert len(ids) == len(set(ids))


def test_the_fonts_in_an_svg_hold_every_letter_that_is_used() -> None:
    svg = exported(drawn_record(), PictureFormat.SVG).decode()
    faces = re.findall(r"font-family:'([^']+)';font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)", svg)
    assert [(family, weight) for family, weight, _ in faces] == [
        ("Atkinson Hyperlegible Next", "400"),
        ("Atkinson Hyperlegible Next", "600"),
        ("Literata", "400"),
    ]
    has = {(family, weight): set(TTFont(BytesIO(b64decode(font))).getBestCmap()) for family, weight, font in faces}
    for style, words in re.findall(r'<text style="([^"]*)"[^>]*>([^<]*)</text>', svg):
        family = re.search(r"'([^']+)'", style)
        assert family is not None
        weight = "600" if re.search(r"\b600\b", style) else "400"
        assert set(map(ord, unescape(words))) <= has[family[1], weight]


def test_a_pdf_has_embedded_fonts_selectable_text_and_no_metadata() -> None:
    pdf = exported(drawn_record(), PictureFormat.PDF)
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") >= 3
    assert pdf.count(b"/ToUnicode") == pdf.count(b"/FontFile2")
    for word in (b"/Creator", b"/Producer", b"/CreationDate", b"/ModDate", b"atplotlib", b"/Metadata"):
        assert word not in pdf


def test_a_png_holds_pixels_and_nothing_else() -> None:
    png = exported(drawn_record(), PictureFormat.PNG)
    chunks = []
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        chunks.append(png[at + 4 : at + 8])
        content = png[at + 4 : at + 8 + length]
        assert zlib.crc32(content) == int.from_bytes(png[at + 8 + length : at + 12 + length], "big")
        at += 12 + length
    assert set(chunks) <= {b"IHDR", b"pHYs", b"IDAT", b"IEND"}
    assert int.from_bytes(png[16:20], "big") == 2000  # twice the logical width


@pytest.mark.parametrize("name", TITLES)
def test_every_title_can_be_exported(name: str) -> None:
    assert exported(RECORDS[name](), PictureFormat.SVG)


@pytest.mark.parametrize("kind", PictureFormat)
def test_every_format_takes_a_title_that_our_fonts_lack(kind: PictureFormat) -> None:
    assert exported(RECORDS["emoji"](), kind)


@pytest.mark.parametrize("name", ["right to left", "emoji", "control characters"])
def test_a_title_that_our_fonts_lack_is_replaced_and_that_is_said(name: str) -> None:
    view = view_of(RECORDS[name]())
    chart = draw_page(view, style_of(Look.PRINT), recovery_sentences(view.today))
    assert labels(chart, "title") == ["Commitment 1 of 1"]
    assert "commitment 1 of 1 was due 72 times" in " ".join(labels(chart, "paragraph"))
    assert "Its name holds letters that this picture cannot draw." in labels(chart, "foot")


def test_a_title_that_our_fonts_lack_stays_whole_for_screen_readers() -> None:
    root = ET.fromstring(exported(RECORDS["emoji"](), PictureFormat.SVG))  # noqa: S314  (our own file)
    assert "\N{TELEPHONE RECEIVER}" in (root.findtext(f"{SVG}title") or "")
    root = ET.fromstring(exported(RECORDS["control characters"](), PictureFormat.SVG))  # noqa: S314  (our own)
    assert root.findtext(f"{SVG}title") == "“Ring atsix”"


def test_dollars_are_dollars_and_markup_is_text() -> None:
    view = view_of(RECORDS["dollars and markup"]())
    chart = draw_page(view, style_of(Look.PRINT), recovery_sentences(view.today))
    assert labels(chart, "title") == ["“Pay $5$ & <b>more</b> \\frac{1}{2}”"]
    root = ET.fromstring(exported(RECORDS["dollars and markup"](), PictureFormat.SVG))  # noqa: S314  (our own)
    assert "“Pay $5$ & <b>more</b> \\frac{1}{2}”" in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", [*TITLES, "story", "one year", "empty"])
def test_nothing_on_the_page_leaves_it(name: str) -> None:
    view = view_of(RECORDS[name]())
    chart = draw_page(view, style_of(Look.PRINT), recovery_sentences(view.today))
    canvas = chart.figure.canvas
    width, height = canvas.get_width_height()
    for artist in chart.figure.get_children():
        box = artist.get_window_extent()
        if artist.get_gid() and box.width and box.height:
            assert box.x0 >= 0, artist.get_gid()
            assert box.x1 <= width, artist.get_gid()
            assert box.y0 >= 0, artist.get_gid()
            assert box.y1 <= height, artist.get_gid()


def test_the_same_chart_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "from hashlib import sha256\n"
        "from tests.charts.test_exports import exported\n"
        "from tests.charts.sample_records import drawn_record\n"
        "from trustplanner.charts.figure import PictureFormat\n"
        "print(*(sha256(exported(drawn_record(), kind)).hexdigest() for kind in PictureFormat))"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    there = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    here = [sha256(exported(drawn_record(), kind)).hexdigest() for kind in PictureFormat]
    assert there.stdout.split() == here
