"""The letter workspace: writing, what each sentence does, where a letter is, and preparing for no."""

from trustplanner.ui.screens.letter_page.engine import shipped_hints
from trustplanner.ui.screens.letter_page.page import LetterPage
from trustplanner.ui.screens.letter_page.preparing_page import PreparingPage

__all__ = ["LetterPage", "PreparingPage", "shipped_hints"]
