"""Four short lines before a session and four after it: private, skippable, and shown side by side over the sessions."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from trustplanner.actions.session_notes import rate
from trustplanner.content.session import RatingQuestion, RatingWords
from trustplanner.domain.session_notes import Around, SessionRating
from trustplanner.domain.session_ratings import RatingRow, RatingStretch
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.dates import DateWords
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import clear_layout, column, row
from trustplanner.ui.kit.scale import Scale
from trustplanner.ui.kit.scroll_page import SEEN_TOGETHER
from trustplanner.ui.kit.spread_row import SpreadRow
from trustplanner.ui.kit.workspace import Workspace

_QUESTION_GAP: Final = 12


class RatingsPart(QWidget):
    """The lines before one session, or after it, folded up behind a link until a person wants them."""

    def __init__(self, workspace: Workspace, session_id: str, around: Around) -> None:
        super().__init__()
        self._workspace = workspace
        self._session_id = session_id
        self._around = around
        self._words = workspace.catalogue.session().ratings
        self._scales: dict[str, Scale] = {}
        theme, name = workspace.theme, f"dates_{around.value}"
        self.link = Button(theme, self._words.title[around], Kind.LINK, name=f"{name}_ratings_button")
        self._lines = QWidget()
        self.link.clicked.connect(self._on_link_clicked)
        inside = column(self._lines, spacing=_QUESTION_GAP)
        inside.addWidget(TextLabel(theme, self._words.note, "small", "ink_2"))
        for question in self._words.questions[around]:
            inside.addWidget(self._line(question, f"{name}_{question.code}_scale"))
        self._lines.hide()
        self.setProperty(SEEN_TOGETHER, True)
        layout = column(self, spacing=8)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._lines)

    def _on_link_clicked(self) -> None:
        self.unfold(is_open=self._lines.isHidden())

    def unfold(self, *, is_open: bool) -> None:
        """Show the lines, or fold them up again."""
        self._lines.setVisible(is_open)
        fold = self.tr("Fold the four lines up")
        self.link.set_words(fold if is_open else self._words.title[self._around])

    @property
    def first_stop(self) -> QWidget:
        """Where somebody begins who came for the lines."""
        return next(iter(self._scales.values()))

    def show_ratings(self, ratings: tuple[SessionRating, ...]) -> None:
        """Show what was answered, in the words of today; answers to other words are not these."""
        given = {
            each.question: each.value
            for each in ratings
            if (each.session_id, each.around, each.wording) == (self._session_id, self._around, self._words.wording)
        }
        for code, scale in self._scales.items():
            scale.set_number(given.get(code))

    def _line(self, question: RatingQuestion, name: str) -> QWidget:
        theme = self._workspace.theme
        scale = Scale(theme, name=name, label=question.question)
        scale.setAccessibleDescription(
            self.tr("0: {nought}. 10: {ten}.").format(nought=question.nought, ten=question.ten)
        )
        scale.number_chosen.connect(partial(self._rate, question.code))
        scale.cleared.connect(lambda: self._rate(question.code, None))
        self._scales[question.code] = scale
        ends = SpreadRow(gap=16, line_gap=0)
        for end in (question.nought, question.ten):
            ends.addWidget(TextLabel(theme, end, "caption", "ink_3"))
        as_wide = QWidget()  # as wide as the scale, so that each end stands under its number
        as_wide.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        below = column(as_wide, spacing=2)
        below.addWidget(scale)
        below.addLayout(ends)
        line = QWidget()
        line.setProperty(SEEN_TOGETHER, True)
        layout = column(line, spacing=4)
        layout.addWidget(TextLabel(theme, question.question, "control"))
        side = row()
        side.addWidget(as_wide)
        side.addStretch(1)
        layout.addLayout(side)
        return line

    def _rate(self, question: str, value: int | None) -> None:
        label = self.tr("line about a session")
        args = (self._session_id, self._around, question, self._words.wording, value)
        self._workspace.attempt(label, rate, *args)


class RatingsOverSessions(QWidget):
    """What was answered, question by question: values with their days and how many there are, and no figure of them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("dates_ratings_over_sessions")
        self._workspace = workspace
        self._words: RatingWords = workspace.catalogue.session().ratings
        theme = workspace.theme
        layout = column(self, spacing=8)
        layout.addWidget(TextLabel(theme, self.tr("My four lines, session by session"), "label", "ink_2"))
        self._rows = column(spacing=8)
        layout.addLayout(self._rows)
        layout.addWidget(TextLabel(theme, self._words.note, "caption", "ink_3"))
        self._shown: list[RatingRow] | None = None
        self.hide()

    def show_rows(self, rows: list[RatingRow]) -> None:
        """Show these; nothing is done if they stand there already."""
        self.setVisible(bool(rows))
        if rows == self._shown:
            return
        self._shown = rows
        clear_layout(self._rows)
        theme = self._workspace.theme
        for each in rows:
            line = column(spacing=0)
            line.addWidget(TextLabel(theme, self._question(each), "small"))
            line.addWidget(TextLabel(theme, self._said(each), "small", "ink_2"))
            self._rows.addLayout(line)

    def _question(self, row: RatingRow) -> str:
        known = {question.code: question.question for question in self._words.questions[row.around]}
        return known.get(row.question, self.tr("A question that is not asked any more"))

    def _said(self, row: RatingRow) -> str:
        """`2 answers: 4 (5 May), 6 (19 May).`; what other words were answered stands apart."""
        return " ".join(self._stretch(stretch) for stretch in reversed(row.stretches))

    def _stretch(self, stretch: RatingStretch) -> str:
        dates, today = DateWords(), self._workspace.today
        pairs = [
            self.tr("{value} ({day})").format(value=value, day=dates.short(day, today))
            for day, value in stretch.answers
        ]
        one, more = self.tr("1 answer: {values}."), self.tr("{n} answers: {values}.")
        said = (one if len(pairs) == 1 else more).format(n=len(pairs), values=", ".join(pairs))
        if stretch.wording == self._words.wording:
            return said
        return self.tr("To other words, before: {answers}").format(answers=said)
