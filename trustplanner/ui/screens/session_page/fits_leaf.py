"""Their page: does this match what you saw? Each answer is a full one, and so is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.session_notes import say_fits
from trustplanner.content.session import SessionViewWords
from trustplanner.domain.session_notes import Fits, NotePart
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page.leaf import Lane, Leaf
from trustplanner.ui.screens.session_page.note_field import NoteField
from trustplanner.ui.screens.session_page.reading import SessionReading


class FitsLeaf(Leaf):
    """Made only where they may be in the room. `hand_over_requested` gives them the screen."""

    hand_over_requested = Signal()

    def __init__(self, workspace: Workspace, texts: SessionViewWords) -> None:
        theme, voice = workspace.theme, workspace.voice
        self._lane = Lane(theme)
        super().__init__(theme, "session_fits", [self._lane])
        self._workspace = workspace
        self._session_id = ""
        question = texts.fits_question.said_to(voice)
        options = [SegmentOption(fits.value, texts.fits_options[fits], "theirs") for fits in Fits]
        self._segment = SegmentedControl(theme, options, name="session_fits_segment", label=question)
        self._segment.option_chosen.connect(self._on_chosen)
        self._take_out = Button(theme, self.tr("Take the answer out"), Kind.LINK, name="session_fits_take_out_button")
        self._take_out.clicked.connect(lambda: self._say(None))
        self.words = NoteField(workspace, NotePart.FITS, texts.fits_words.said_to(voice))
        hand_over = self.tr("Hand the screen to {name}").format(name=voice.name)
        self._hand_over = Button(theme, hand_over, name="session_hand_over_button")
        self._hand_over.clicked.connect(self.hand_over_requested)
        self._answers = QWidget()
        inside = column(self._answers, spacing=8)
        for part in (self._segment, self._take_out):
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_title(question, texts.fits_note)
        self._lane.set_blocks([self._answers, self.words, self._hand_over])

    def show_reading(self, reading: SessionReading) -> None:
        """Show it as it is now."""
        if reading.session is None:
            return
        self._session_id = reading.session.id
        note = reading.note
        fits = None if note is None else note.fits
        self._segment.set_chosen(None if fits is None else fits.value)
        self._take_out.setVisible(fits is not None)
        self.words.show_words(self._session_id, "" if note is None else note.fits_words)

    def _on_chosen(self, value: str) -> None:
        self._say(Fits(value))

    def _say(self, fits: Fits | None) -> None:
        self._workspace.attempt(self.tr("answer in a session"), say_fits, self._session_id, fits)
