"""Where panels, words and signs stand."""

import itertools

import pytest

from tests.charts.drawn_artists import style_of, view_of
from tests.charts.sample_records import drawn_record, record_of
from trustplanner.charts.frame import shade_look
from trustplanner.charts.gutter import Sign, gutter_texts
from trustplanner.charts.layout import PANELS, Panel, screen_layout
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import Look, chart_style, read_tokens


def test_panels_have_the_heights_and_gaps_of_the_design() -> None:
    tokens = read_tokens()["chart"]["layout"]
    assert dict(zip(Panel, tokens["panels"], strict=True)) == PANELS
    layout = screen_layout(984, has_voice=True)
    assert list(layout.panels) == list(Panel)
    boxes = list(layout.panels.values())
    for upper, lower in itertools.pairwise(boxes):
        assert lower.top - upper.bottom == tokens["gap"]
    assert layout.left == tokens["gutter"]
    assert boxes[-1].bottom < layout.height


def test_without_their_voice_its_panel_leaves_no_gap() -> None:
    with_it, without = screen_layout(984, has_voice=True), screen_layout(984)
    assert set(with_it.panels) - set(without.panels) == {Panel.VOICE}
    assert with_it.height - without.height == PANELS[Panel.VOICE] + read_tokens()["chart"]["layout"]["gap"]


def test_words_above_the_panels_push_them_down_and_free_the_left() -> None:
    beside, above = screen_layout(700), screen_layout(700, heads={Panel.DUE: 50, Panel.MISSES: 30})
    assert above.left < beside.left
    assert above.panels[Panel.DUE].top == beside.panels[Panel.DUE].top + 50
    assert above.panels[Panel.EVENTS].top == beside.panels[Panel.EVENTS].top + 80
    assert above.height == beside.height + 80


def test_a_larger_text_size_makes_everything_higher() -> None:
    assert screen_layout(984, 2.0).height == pytest.approx(2 * screen_layout(984).height)


def test_the_gutter_says_what_each_panel_is() -> None:
    view = view_of(drawn_record())
    texts = gutter_texts(view, recovery_sentences(view.today))
    assert [text.panel for text in texts] == [panel for panel in Panel if panel is not Panel.VOICE]
    assert [text.heading for text in texts] == [
        "What was due, week by week",
        "Known range, 28 days",
        "How each miss came out",
        "Events",
    ]
    assert [line.sign for line in texts[0].legend] == [
        Sign.KEPT,
        Sign.PARTLY,
        Sign.MISSED,
        Sign.UNANSWERED,
        Sign.KEPT_LATE,
        Sign.PAUSED,
    ]
    assert texts[2].notes == ("4 of 8 told before being asked",)
    assert [line.words for line in texts[3].legend] == ["Session"]


def test_without_a_pause_the_gutter_explains_no_shade() -> None:
    view = view_of(record_of("kkkk"))
    assert Sign.PAUSED not in [line.sign for line in gutter_texts(view, recovery_sentences(view.today))[0].legend]


def test_without_misses_there_is_nothing_to_tell_and_without_answers_nothing_is_claimed() -> None:
    for letters, expected in (("kkkk", ("Nothing to tell.",)), ("....", ())):
        view = view_of(record_of(letters))
        assert gutter_texts(view, recovery_sentences(view.today))[2].notes == expected


def test_print_is_the_light_look_on_white() -> None:
    light, printed = style_of(Look.LIGHT), style_of(Look.PRINT)
    assert printed.paper == "#FFFFFF"
    assert (printed.fill, printed.ink, printed.wash) == (light.fill, light.ink, light.wash)
    assert style_of(Look.DARK).fill != light.fill


def test_colours_for_more_contrast_replace_the_table() -> None:
    tokens = read_tokens()
    colors = dict(tokens["color"]["light"]) | {"paper": "#FFFFFF", "rule": "#857F75"}
    assert chart_style(tokens, Look.LIGHT, colors=colors).rule == "#857F75"


def test_with_more_contrast_the_shade_of_pauses_has_an_edge() -> None:
    tokens = read_tokens()
    plain, strong = (chart_style(tokens, Look.LIGHT, has_more_contrast=more) for more in (False, True))
    assert shade_look(plain)["edgecolor"] == "none"
    assert shade_look(strong)["edgecolor"] == strong.edge
    assert shade_look(strong)["linewidth"] == 1


def test_sizes_follow_the_text_size() -> None:
    assert style_of(Look.LIGHT, 2.0).font_px == 2 * style_of(Look.LIGHT).font_px
