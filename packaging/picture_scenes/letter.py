"""The letter workspace, for `pictures.py`: written, tagged, at its beginnings, and before it leaves the hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import gettempdir

from picture_scenes.dates_and_recovery import PageFrame, empty_vault
from picture_scenes.path import LONG_NAME
from PySide6.QtWidgets import QWidget

from trustplanner.actions import letters, path, plans
from trustplanner.actions.runner import now_at
from trustplanner.domain.days import FIRST_DAY_START
from trustplanner.domain.letter_sentences import sentences
from trustplanner.domain.letters import LETTER_PROMPT, LISTENING_PROMPT, LetterState, SentenceKind
from trustplanner.domain.path import Whose
from trustplanner.domain.plans import Contact, Pronoun
from trustplanner.storage.queries.letters import letters as every_letter
from trustplanner.ui.kit.buttons import Button
from trustplanner.ui.kit.device_settings import DeviceSettings
from trustplanner.ui.kit.page import Page
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.letter_page import LetterPage, PreparingPage
from trustplanner.ui.screens.letter_page.hints import FindHints, Hint, no_hints
from trustplanner.ui.screens.path_page import PathPage

WORDS = (
    "On 14 November I told you I was at work. I was with Chris. I said it on three other evenings too.\n"
    "You moved the children’s appointment because of it, and you now reread old messages at night. "
    "You said I made you feel stupid in your own house.\n"
    "I chose to lie each time. Nothing you said or did caused it. I have told Chris it is over, and I have shown you "
    "the message. Every working day I am late, I will ring at six. I have hardly slept since January. "
    "There is nothing you need to do with this."
)
KINDS = (
    SentenceKind.HAPPENED, SentenceKind.HAPPENED, SentenceKind.HAPPENED, SentenceKind.EFFECT, SentenceKind.ABOUT_THEM,
    SentenceKind.MY_PART, SentenceKind.MY_PART, SentenceKind.DONE, SentenceKind.WILL_DO, SentenceKind.ABOUT_ME,
)  # fmt: skip
BEFORE = now_at(datetime(2026, 5, 10, 20, 30, tzinfo=UTC), FIRST_DAY_START)


def _written(theme: Theme, words: str = WORDS) -> Workspace:
    """A letter with its tags, read with Ruth two days ago."""
    workspace = empty_vault(theme)
    do = workspace.runner.do
    for line, whose in (("You made me feel stupid in my own house.", Whose.SAID), ("She may be afraid.", Whose.GUESS)):
        do("", path.add_line, LISTENING_PROMPT, line, whose)
    with workspace.runner.vault.transaction() as unit:
        letter = letters.begin_letter(unit, BEFORE)
        letters.write_letter(unit, BEFORE, letter.id, words[: len(words) // 2])
    do("", letters.write_letter, letter.id, words)
    for each, kind in zip(sentences(words), KINDS, strict=False):
        do("", letters.tag_sentence, letter.id, each.words, kind)
    do("", letters.take_step, letter.id, LetterState.READ, date(2026, 5, 12), "Ruth")
    return workspace


def _id(workspace: Workspace) -> str:
    return workspace.read(every_letter)[0].id


def _page(
    theme: Theme,
    workspace: Workspace,
    detail: str = "",
    then: Callable[[Page], object] = lambda _: None,
    find: FindHints = no_hints,
) -> QWidget:
    page = LetterPage(workspace, DeviceSettings(Path(gettempdir()) / "pictured_letter.ini"), find)
    page.show_detail(detail)
    frame = PageFrame(theme, page, "path", then)
    frame.setFocusProxy(page)
    return frame


def _press(name: str) -> Callable[[Page], object]:
    def press(page: Page) -> None:
        button = page.findChild(Button, name)
        if button is not None:
            button.click()

    return press


def build_letter(theme: Theme) -> QWidget:
    """Sentence by sentence."""
    workspace = _written(theme)
    return _page(theme, workspace, f"{_id(workspace)}:tag")


def build_letter_writing(theme: Theme) -> QWidget:
    """As one text."""
    return _page(theme, _written(theme))


def _asked(sentence: str, *, is_about_safety: bool) -> FindHints:
    """A question about one sentence, as the engine would ask it."""
    hint = Hint(
        "own_guilt",
        sentence,
        sentence,
        "Does it help the reader, or does it ask them to look after you?",
        "One plain line of regret may stay; more is about you.",
        "",
        is_about_safety,
    )
    return lambda _text: (hint,)


def build_letter_hint(theme: Theme) -> QWidget:
    """One question in the margin."""
    workspace = _written(theme)
    find = _asked("I have hardly slept since January.", is_about_safety=False)
    return _page(theme, workspace, f"{_id(workspace)}:tag", find=find)


def build_letter_pressure(theme: Theme) -> QWidget:
    """Pressure leads to people."""
    find = _asked("I have hardly slept since January.", is_about_safety=True)
    return _page(theme, _written(theme), find=find)


def build_letter_gate(theme: Theme) -> QWidget:
    """Nothing of theirs is written down."""
    return _page(theme, empty_vault(theme))


def build_letter_beginning(theme: Theme) -> QWidget:
    """No letter yet."""
    workspace = empty_vault(theme)
    workspace.runner.do("", path.add_line, LISTENING_PROMPT, "You made me feel stupid.", Whose.SAID)
    return _page(theme, workspace)


def build_letter_no_contact(theme: Theme) -> QWidget:
    """No contact, and a name of 60 letters."""
    workspace = _written(theme)
    workspace.runner.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY, "")
    workspace.runner.do("", plans.set_contact, Contact.NONE)
    return _page(theme, workspace, f"{_id(workspace)}:tag")


def build_letter_long_name(theme: Theme) -> QWidget:
    """Limits, a name of 60 letters, and two letters."""
    workspace = _written(theme)
    workspace.runner.do("", plans.begin, "Sam", LONG_NAME, Pronoun.THEY, LONG_NAME)
    workspace.runner.do("", plans.set_contact, Contact.LIMITED)
    workspace.runner.do("", letters.begin_letter)
    return _page(theme, workspace, f"{_id(workspace)}:tag")


def build_letter_hebrew(theme: Theme) -> QWidget:
    """Words from right to left, emoji, and signs that look like markup."""
    words = "אמרתי לך שאני בעבודה. הייתי עם חברים.\n<b>This</b> & that \N{CRYING FACE} too. מה קרה?"
    workspace = _written(theme, words)
    workspace.runner.do("", plans.begin, "סם", "אנה", Pronoun.SHE, "רות")
    return _page(theme, workspace, f"{_id(workspace)}:tag")


def build_letter_step(theme: Theme) -> QWidget:
    """It was not wanted."""

    def choose(page: Page) -> None:
        page.findChild(QWidget, "letter_not_wanted_entry").click()  # type: ignore[attr-defined]  # (a button)

    return _page(theme, _written(theme), then=choose)


def build_letter_history(theme: Theme) -> QWidget:
    """The words as they were."""
    return _page(theme, _written(theme), then=_press("letter_history_button"))


def build_letter_paper(theme: Theme) -> QWidget:
    """What leaves."""
    return _page(theme, _written(theme), then=_press("letter_paper_button"))


def build_letter_preparing(theme: Theme) -> QWidget:
    """Before it is offered, with limits."""
    workspace = _written(theme)
    workspace.runner.do("", plans.set_contact, Contact.LIMITED)
    workspace.runner.do("", letters.plan_for_no, _id(workspace), "Go to work. Ring my brother. Tuesday’s session.")
    page = PreparingPage(workspace)
    page.show_detail(_id(workspace))
    return PageFrame(theme, page, "path")


def build_path_letter(theme: Theme) -> QWidget:
    """The question of the path that leads to two letters."""
    workspace = _written(theme)
    workspace.runner.do("", letters.begin_letter)
    page = PathPage(workspace)
    page.show_detail(LETTER_PROMPT)
    return PageFrame(theme, page, "path")
