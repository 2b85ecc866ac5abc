"""What is said around the rows: banners above them, quiet lines below."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from trustplanner.ui.kit.banner import Banner, BannerTone
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import row
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.screens.today_page.keyed_column import KeyedColumn

GAP = 20

Act = Callable[[], None]


class Notice(NamedTuple):
    """One thing to say. `code` tells it from the others; `link` and `act` are what can be done about it, if anything.

    `is_theirs`: a limit that the other person set.
    """

    code: str
    sentence: str
    link: str = ""
    act: Act | None = None
    is_theirs: bool = False


class NoticeBanner(Banner):
    """A banner for as long as its notice is true."""

    def __init__(self, theme: Theme, notice: Notice) -> None:
        tone, icon = (BannerTone.THEIRS, "hand") if notice.is_theirs else (BannerTone.APP, "info")
        super().__init__(
            theme, notice.sentence, tone=tone, icon=icon, link=notice.link, name=f"today_{notice.code}_banner"
        )
        self._notice = notice
        self.link_activated.connect(self._on_link_activated)

    def show_notice(self, notice: Notice) -> None:
        """Say it anew; what it is about stays the same."""
        self._notice = notice
        self.show_sentence(notice.sentence)

    def _on_link_activated(self) -> None:
        if self._notice.act is not None:
            self._notice.act()


class QuietLine(QWidget):
    """A small sentence, with a link if something can be done."""

    role, color = "small", "ink_2"

    def __init__(self, theme: Theme, notice: Notice) -> None:
        super().__init__()
        self._notice = notice
        self._sentence = TextLabel(theme, notice.sentence, role=self.role, color=self.color)
        self.link = Button(theme, notice.link, Kind.LINK, name=f"today_{notice.code}_button")
        self.link.clicked.connect(self._on_link_clicked)
        self.link.setAccessibleDescription(notice.sentence)
        layout = row(self, spacing=GAP)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.link.setVisible(bool(notice.link))  # not before it stands somewhere: it would be a window of its own
        self.link.setVisible(bool(notice.link))  # now that it is part of this; before it would be a window

    def show_notice(self, notice: Notice) -> None:
        """Say it anew; what it is about stays the same."""
        self._notice = notice
        self._sentence.set_text(notice.sentence)
        self.link.setAccessibleDescription(notice.sentence)

    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def _on_link_clicked(self) -> None:
        if self._notice.act is not None:
            self._notice.act()


class NextLine(QuietLine):
    """The next act in what has begun; it stands in the head of the page, and asks for nothing."""

    role, color = "body", "ink"


N = TypeVar("N", NoticeBanner, QuietLine)


class NoticeColumn(Generic[N]):
    """Notices one below the other in `widget`."""

    def __init__(self, theme: Theme, make: Callable[[Theme, Notice], N], *, spacing: int, above: int) -> None:
        self._theme = theme
        self._make_notice: Callable[[Theme, Notice], N] = make
        self._notices: dict[str, Notice] = {}
        self._column: KeyedColumn[str, N] = KeyedColumn(self._make, spacing=spacing, above=above)
        self.widget = self._column.widget

    def show_notices(self, notices: Sequence[Notice]) -> bool:
        """Say these and nothing else; returns whether any came, went or moved."""
        self._notices = {notice.code: notice for notice in notices}
        has_moved = self._column.show_keys(list(self._notices))
        for notice in notices:
            self._column.of(notice.code).show_notice(notice)
        return has_moved

    def _make(self, code: str) -> N:
        return self._make_notice(self._theme, self._notices[code])
