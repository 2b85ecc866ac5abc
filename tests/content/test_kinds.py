"""The eighteen breach kinds and the commitments they suggest."""

import re
from dataclasses import fields
from datetime import date

import pytest

from tests.content.every_text import FACTS, language_folder, voice
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.content.kinds import (
    CrossQuestion,
    Group,
    Kind,
    Suggestion,
    blanks,
    makes_safe,
    minute_of,
    schedule_from,
    suggestions,
)
from trustplanner.content.texts import ALL_FORMS, Form, Text
from trustplanner.domain.commitments import check_words
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.domain.schedule_text import to_text
from trustplanner.domain.schedules import Shape
from trustplanner.domain.tracking import tracks_them

CATALOGUE = Catalogue(language_folder(DEFAULT_LANGUAGE))
OFFERED = [(kind, suggestion) for kind in CATALOGUE.kinds() for suggestion in kind.suggestions]
SPOKEN = ("will", "so_that", "if_cue", "then_will", "how_known")
LONGEST_NAME = 28  # characters; the rail and the chart show it on one line

each_suggestion = pytest.mark.parametrize(
    ("kind", "suggestion"), OFFERED, ids=[f"{kind.code}-{suggestion.code}" for kind, suggestion in OFFERED]
)


def forms_of(suggestion: Suggestion, field: str) -> list[tuple[Form, str]]:
    text: Text | None = getattr(suggestion, field)
    return [(form, text.said_to(voice(form), **FACTS)) for form in ALL_FORMS] if text is not None else []


def test_there_are_eighteen_kinds_in_four_groups() -> None:
    codes = {group: [kind.code for kind in CATALOGUE.kinds() if kind.group is group] for group in Group}
    assert codes == {
        Group.PARTNER: [
            "affair", "secret_relationship", "hidden_money", "small_lies", "broken_promises", "absent_hard_moment",
            "watching", "cruel_words",
        ],
        Group.FAMILY: ["hidden_drinking", "absent_parent", "estranged", "broke_boundary", "family_money_care"],
        Group.FRIEND: ["told_secret", "let_down_friend", "crossed_line_friend"],
        Group.COLLEAGUE: ["took_credit", "hid_error"],
    }  # fmt: skip


CONTROL_FEAR_OR_CHILDREN = re.compile(
    r"\b(?:control\w*|afraid|fear of|unsafe|watched|small|walking on eggshells|child(?:ren)?|school|parenting|"
    r"grandchild\w*|memory|door|stay away|distance chosen)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("code", ["watching", "cruel_words", "hidden_drinking", "took_credit", "hid_error"])
def test_kinds_with_a_danger_of_their_own_say_what_comes_first(code: str) -> None:
    kind = CATALOGUE.kind(code)
    assert kind is not None
    assert kind.stop is not None


@pytest.mark.parametrize("kind", CATALOGUE.kinds(), ids=lambda kind: kind.code)
def test_a_kind_that_touches_control_fear_or_children_carries_a_stop_rule(kind: Kind) -> None:
    said = [kind.name, kind.about, *kind.hurts, *kind.needs, *kind.watch]
    touching = [words for words in said if CONTROL_FEAR_OR_CHILDREN.search(words)]
    assert not touching or kind.stop is not None, touching


@pytest.mark.parametrize("kind", CATALOGUE.kinds(), ids=lambda kind: kind.code)
def test_every_field_of_every_kind_is_words_said_once(kind: Kind) -> None:
    for field in fields(Kind):
        value = getattr(kind, field.name)
        if isinstance(value, tuple) and field.name != "suggestions":
            assert 2 <= len(value) <= 8, field.name
            assert len(set(value)) == len(value), field.name
            said = list(value)
        elif isinstance(value, Text):
            said = [value.said_to(voice(form), **FACTS) for form in ALL_FORMS]
        elif field.name in ("name", "about"):
            said = [value]
        else:
            continue
        for words in said:
            assert words.strip() == words, words
            assert not words.lstrip("“")[0].islower(), words
            assert "  " not in words, words
    for suggestion in kind.suggestions:
        for name in SPOKEN:
            assert all(words.strip() == words for _, words in forms_of(suggestion, name)), (suggestion.code, name)


@pytest.mark.parametrize("kind", CATALOGUE.kinds(), ids=lambda kind: kind.code)
@pytest.mark.parametrize("contact", list(Contact))
def test_what_was_answered_changes_the_order_of_suggestions_and_nothing_else(kind: Kind, contact: Contact) -> None:
    plain = suggestions(kind, contact)
    for yes in ({CrossQuestion.DANGER}, {CrossQuestion.PATTERN}, set(CrossQuestion)):
        ranked = suggestions(kind, contact, yes)
        assert sorted(each.code for each in ranked) == sorted(each.code for each in plain)
        within = [each for each in ranked if not each.contact or contact is not Contact.LIMITED]
        if CrossQuestion.DANGER in yes:
            safe = [makes_safe(each) for each in within]
            assert safe == sorted(safe, reverse=True)
        else:
            once = [each.schedule == Shape.ONCE for each in within]
            assert once == sorted(once)
    for yes in ({CrossQuestion.HIDDEN}, {CrossQuestion.OTHERS}):
        assert suggestions(kind, contact, yes) == plain


@each_suggestion
def test_a_suggestion_is_never_one_that_the_editor_refuses(kind: Kind, suggestion: Suggestion) -> None:
    so_that = dict(forms_of(suggestion, "so_that"))
    for form, will in forms_of(suggestion, "will"):
        assert not tracks_them(f"{will} {so_that.get(form, '')}", "Zuleika"), will
        check_words(suggestion.short, will)


@each_suggestion
def test_a_suggestion_fits_the_sentence_of_the_editor(kind: Kind, suggestion: Suggestion) -> None:
    assert len(suggestion.short) <= LONGEST_NAME
    for field in SPOKEN:
        for _form, words in forms_of(suggestion, field):
            assert not words.endswith("."), words
            assert words.count("[") == words.count("]") == len(blanks(words)), words
    for _form, will in forms_of(suggestion, "will"):
        assert will.split()[0].rstrip(",") not in ("when", "if", "before", "after", "at", "on", "by", "I"), will
        assert will[0].islower(), will


@each_suggestion
def test_a_promise_for_an_occasion_names_it_and_comes_every_day(kind: Kind, suggestion: Suggestion) -> None:
    if suggestion.event:
        assert suggestion.schedule == Shape.DAILY
    if suggestion.line:
        assert not suggestion.contact


@each_suggestion
def test_the_schedule_of_a_suggestion_can_be_promised(kind: Kind, suggestion: Suggestion) -> None:
    first_due = date(2026, 6, 1)
    schedule = schedule_from(suggestion.schedule, first_due)
    assert to_text(schedule).startswith(suggestion.schedule)
    if schedule.shape in (Shape.ONCE, Shape.EVERY):
        assert schedule.anchor == first_due


def test_the_time_of_a_suggestion_is_in_minutes() -> None:
    kind = CATALOGUE.kind("absent_parent")
    assert kind is not None
    by_code = {suggestion.code: minute_of(suggestion) for suggestion in kind.suggestions}
    assert by_code["weekly_call"] == 18 * 60 + 30
    assert by_code["pay_support"] is None


def test_a_schedule_that_does_not_exist_is_refused() -> None:
    with pytest.raises(RuleError) as caught:
        schedule_from("weekdays:7", date(2026, 6, 1))
    assert caught.value.code is Code.SCHEDULE_IMPOSSIBLE


def test_what_stands_in_brackets_is_to_be_replaced() -> None:
    assert blanks("pay [the agreed amount] to [the lender] on the 1st") == ("[the agreed amount]", "[the lender]")
    assert blanks("pay 120 to the shared account") == ()


def test_hurts_are_short_enough_to_be_named_in_the_editor() -> None:
    for kind in CATALOGUE.kinds():
        assert all(len(hurt) <= 48 and not hurt.endswith(".") for hurt in kind.hurts), kind.code


def test_the_group_and_the_order_decide_the_order() -> None:
    places = [(list(Group).index(kind.group), kind.order) for kind in CATALOGUE.kinds()]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_a_kind_that_is_not_known_is_none() -> None:
    assert CATALOGUE.kind("from_a_newer_version") is None


def test_the_counsellor_is_only_named_where_there_is_one() -> None:
    kind = CATALOGUE.kind("affair")
    assert kind is not None
    with_her, alone = (
        suggestions(kind, Contact.NONE)[0].will.said_to(voice(Form(Contact.NONE, Pronoun.HE, has)))
        for has in (True, False)
    )
    assert "Ruth" in with_her
    assert "Ruth" not in alone
