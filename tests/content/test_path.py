"""The guided path: its stages, its questions, and what weighs most."""

from dataclasses import replace

import pytest

from tests.content.every_text import language_folder
from tests.content.test_texts import PLAN
from trustplanner.content.catalogue import DEFAULT_LANGUAGE, Catalogue
from trustplanner.domain.path import PromptForm, Rhythm, StageCode, Weight, weight_of
from trustplanner.domain.plans import Share

CATALOGUE = Catalogue(language_folder(DEFAULT_LANGUAGE))

QUESTIONS = {
    (StageCode.READY, Rhythm.ONCE): ["ready_value", "ready_who_decides", "ready_is_it_over"],
    (StageCode.ACKNOWLEDGE, Rhythm.ONCE): [
        "hurt_what_did_you_do", "hurt_counted_on", "hurt_cost", "hurt_told_you", "hurt_worst_part", "hurt_who_else",
    ],
    (StageCode.RESPONSIBILITY, Rhythm.ONCE): [
        "own_choice_points", "own_told_yourself", "own_not_theirs", "own_explanation", "own_one_sentence",
        "own_hardest",
    ],
    (StageCode.AMENDS, Rhythm.ONCE): [
        "amends_put_right", "amends_asked_for", "amends_not_wanted", "amends_consequences", "amends_commitments",
        "amends_hard_moment", "amends_never_forgive", "amends_letter",
    ],
    (StageCode.DAY_TO_DAY, Rhythm.DAY): ["day_shaded", "day_noticed", "day_how_hard"],
    (StageCode.DAY_TO_DAY, Rhythm.WEEK): [
        "week_kept_unseen", "week_slipped", "week_size", "week_they_said", "week_counsellor",
    ],
    (StageCode.DAY_TO_DAY, Rhythm.MONTH): [
        "month_causes", "month_practised", "month_unseen", "month_hard_to_own",
    ],
    (StageCode.DAY_TO_DAY, Rhythm.SESSION): ["session_show", "session_avoided", "session_use"],
}  # fmt: skip


@pytest.mark.parametrize(("stage", "rhythm"), list(QUESTIONS))
def test_each_stage_asks_its_questions_in_order(stage: StageCode, rhythm: Rhythm) -> None:
    assert [prompt.code for prompt in CATALOGUE.prompts(stage, rhythm)] == QUESTIONS[stage, rhythm]


def test_there_are_no_other_questions() -> None:
    assert CATALOGUE.prompt_codes() == tuple(code for codes in QUESTIONS.values() for code in codes)


def test_the_stages_come_in_their_order() -> None:
    assert [stage.code for stage in CATALOGUE.stages()] == list(StageCode)


def test_the_forms_are_those_of_the_questions() -> None:
    forms = {code: CATALOGUE.prompt(code).form for code in CATALOGUE.prompt_codes()}
    plain = {code for code, form in forms.items() if form is PromptForm.TEXT}
    assert {code: form for code, form in forms.items() if code not in plain} == {
        "ready_value": PromptForm.VALUE,
        "hurt_told_you": PromptForm.LINES,
        "own_one_sentence": PromptForm.SENTENCE,
        "amends_commitments": PromptForm.COMMITMENTS,
        "amends_hard_moment": PromptForm.IF_THEN,
        "amends_letter": PromptForm.LETTER,
        "day_how_hard": PromptForm.SCALE,
    }
    assert [choice.code for choice in CATALOGUE.prompt("ready_value").choices] == [
        "honesty", "loyalty", "kindness", "fairness", "courage", "care", "faith", "responsibility", "respect",
    ]  # fmt: skip


def test_hiding_makes_any_breach_one_of_integrity() -> None:
    assert weight_of(replace(PLAN, hidden=Share.YES), Weight.CARE) is Weight.INTEGRITY
    assert weight_of(replace(PLAN, hidden=Share.NO), Weight.CARE) is Weight.CARE
    assert weight_of(replace(PLAN, hidden=None), None) is None


def test_each_weight_gives_room_to_another_stage() -> None:
    stages = {weight: words.stage for weight, words in CATALOGUE.stages_file().weights.items()}
    assert stages == {
        Weight.COMPETENCE: StageCode.AMENDS,
        Weight.INTEGRITY: StageCode.RESPONSIBILITY,
        Weight.CARE: StageCode.ACKNOWLEDGE,
    }
