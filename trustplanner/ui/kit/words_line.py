"""A line for a promise or a repair: words of a limited length, and never more than one line of them."""

import re
from typing import Final

from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.fields import LineField
from trustplanner.ui.kit.theme import Theme

_LINE_BREAKS: Final = re.compile(r"\s*[\t\v\f\r\n\x85\u2028\u2029]+\s*")


def on_one_line(text: str) -> str:
    """The text with a space for every line break."""
    return _LINE_BREAKS.sub(" ", text)


class WordsLine(LineField):
    """A line field in which line breaks that are pasted become spaces. `most` is how many characters it takes."""

    def __init__(
        self, theme: Theme, *, name: str, most: int, role: str = "writing", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, role=role, name=name, parent=parent)
        self._most = most
        self.setMaxLength(most)
        self.textChanged.connect(self._on_text_changed)

    def fill(self, text: str) -> None:
        """Show a text that code knows, without any signal; one that is longer than can be typed is never cut."""
        self.setMaxLength(max(self._most, len(text.encode("utf-16-le")) // 2))  # Qt counts in UTF-16
        super().fill(text)

    def words(self) -> str:
        """What is written, without spaces around it."""
        return self.text().strip()

    def _on_text_changed(self, text: str) -> None:
        joined = on_one_line(text)
        if joined == text:
            return
        before = on_one_line(text[: self.cursorPosition()])
        self.setText(joined)
        self.setCursorPosition(len(before))
