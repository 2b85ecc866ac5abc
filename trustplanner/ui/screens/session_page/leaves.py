"""The topics of the view, in their order."""

from trustplanner.content.session import SessionViewWords
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.kit.workspace import Workspace
from trustplanner.ui.screens.session_page.agenda_leaf import AgendaLeaf
from trustplanner.ui.screens.session_page.decisions_leaf import DecisionsLeaf
from trustplanner.ui.screens.session_page.fits_leaf import FitsLeaf
from trustplanner.ui.screens.session_page.leaf import Leaf
from trustplanner.ui.screens.session_page.next_leaf import NextLeaf
from trustplanner.ui.screens.session_page.note_field import NoteField
from trustplanner.ui.screens.session_page.reading import SessionReading
from trustplanner.ui.screens.session_page.since_leaf import SinceLeaf
from trustplanner.ui.screens.session_page.terms_leaf import TermsLeaf
from trustplanner.ui.screens.session_page.walk_leaf import WalkLeaf
from trustplanner.ui.screens.session_page.words import SessionWords


class Leaves:
    """Their page is one of them only where they may be in the room; `is_theirs` says so."""

    def __init__(self, workspace: Workspace, texts: SessionViewWords, words: SessionWords, *, is_theirs: bool) -> None:
        theme = workspace.theme
        self._workspace = workspace
        self.since = SinceLeaf(theme, texts, words)
        self.terms = TermsLeaf(theme, texts)
        self.agenda = AgendaLeaf(workspace, texts)
        self.fits = FitsLeaf(workspace, texts) if is_theirs else None
        self.walk = WalkLeaf(workspace, texts)
        self.decisions = DecisionsLeaf(workspace, texts)
        self.next = NextLeaf(theme, texts)

    def all(self) -> list[Leaf]:
        """In the order in which they are read."""
        theirs = [] if self.fits is None else [self.fits]
        return [self.since, self.terms, self.agenda, *theirs, self.walk, self.decisions, self.next]

    def fields(self) -> list[NoteField]:
        """Everything that is typed into."""
        theirs = [] if self.fits is None else [self.fits.words]
        return [self.agenda.questions, *theirs, self.walk.comes]

    def show_reading(self, reading: SessionReading, words: SessionWords) -> None:
        """Show all of it as it is now."""
        voice, views = self._workspace.voice, self._workspace.catalogue.loosening().view
        standing = StandingWords(self._workspace.today, voice.name, views)
        self.since.show_reading(reading, words)
        self.terms.show_reading(reading, standing, voice.name)
        self.agenda.show_reading(reading)
        if self.fits is not None:
            self.fits.show_reading(reading)
        self.walk.show_reading(reading, words)
        self.decisions.show_reading(reading, standing)
        self.next.show_reading(reading, words)
