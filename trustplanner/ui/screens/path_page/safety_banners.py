"""What stands above every question while the private questions have switched something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trustplanner.content.safety import EndingStep
from trustplanner.domain.plans import Contact
from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import column
from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.workspace import Workspace

_GAP, _STEP_GAP, _GAP_BELOW = 8, 12, 24
_STEP_INSET = 44  # below the words of the banner


class SafetyBanners(QWidget):
    """Support first, then ending it and telling it with its steps, then the wish for no contact."""

    go_requested = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        theme = workspace.theme
        self._is_unfolded = False  # so that the question itself stays in sight
        self.support = Banner(
            theme, "", icon="life-buoy", link=self.tr("People to talk to"), name="path_support_banner"
        )
        self.support.link_activated.connect(self._on_support_activated)
        self.ending = Banner(theme, "", link=self.tr("Show the steps"), name="path_ending_banner")
        self.ending.link_activated.connect(self._on_ending_activated)
        self.no_contact = Banner(theme, "", tone=BannerTone.THEIRS, icon="hand", name="path_no_contact_banner")
        self.steps = QWidget()
        self.steps.setObjectName("path_ending_steps")
        self._steps: list[tuple[TextLabel, TextLabel]] = []
        layout = column(self, spacing=_GAP)
        for widget in (self.support, self.ending, self.steps, self.no_contact):
            layout.addWidget(widget)
        layout.addSpacing(_GAP_BELOW)
        inside = column(self.steps, spacing=_STEP_GAP)
        inside.setContentsMargins(_STEP_INSET, 4, 16, 8)
        for _ in workspace.catalogue.safety().ending.steps:
            title, words = TextLabel(theme, role="label"), TextLabel(theme, role="small", color="ink_2")
            step = column(spacing=2)
            step.addWidget(title)
            step.addWidget(words)
            inside.addLayout(step)
            self._steps.append((title, words))

    def refresh(self) -> None:
        """Show what is switched now."""
        safety, page, voice = self.workspace.safety, self.workspace.catalogue.safety(), self.workspace.voice
        is_ending, needs_support = safety is not None and safety.ending, safety is not None and safety.support
        self.support.setVisible(needs_support)
        self.support.show_sentence(page.support_first.paragraphs[0].said_to(voice))
        self.ending.setVisible(is_ending)
        self.ending.show_sentence(page.ending.notice)
        self.ending.link_button.set_words(self.tr("Hide the steps") if self._is_unfolded else self.tr("Show the steps"))
        self.steps.setVisible(is_ending and self._is_unfolded)
        self.no_contact.setVisible(voice.contact is Contact.NONE)
        self.no_contact.show_sentence(page.indirect.notice.said_to(voice))
        for number, (step, labels) in enumerate(zip(page.ending.steps, self._steps, strict=True), start=1):
            self._show_step(number, step, *labels)
        self.setVisible(needs_support or is_ending or voice.contact is Contact.NONE)

    def _show_step(self, number: int, step: EndingStep, title: TextLabel, words: TextLabel) -> None:
        title.set_text(self.tr("{number}. {title}").format(number=number, title=step.title))
        words.set_text(step.words.said_to(self.workspace.voice))

    def _on_support_activated(self) -> None:
        self.go_requested.emit(Destination("support"))

    def _on_ending_activated(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self.refresh()
