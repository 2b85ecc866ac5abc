"""The plan for the hard moment, as it is written on the path: "If ..., then I will ..."."""

from trustplanner.domain.path import PromptForm, StageCode, in_one_sentence, parts
from trustplanner.storage.queries.path import path_answer
from trustplanner.ui.kit.workspace import Workspace


def hard_moment_plan(workspace: Workspace) -> str:
    """The plan in one sentence; nothing while none is written, or while making amends waits with it."""
    safety = workspace.safety
    if safety is not None and safety.ending:
        return ""
    for prompt in workspace.catalogue.prompts(StageCode.AMENDS):
        if prompt.form is PromptForm.IF_THEN:
            answer = workspace.read(path_answer, prompt.code, None)
            return in_one_sentence(prompt.parts, parts(answer.words, len(prompt.parts))) if answer is not None else ""
    return ""
