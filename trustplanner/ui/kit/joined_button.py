"""A button that is one part of a joined control: the control paints it, because the parts share one frame."""

from PySide6.QtGui import QPaintEvent

from trustplanner.ui.kit.boxes import Part
from trustplanner.ui.kit.painted_button import PaintedButton


class JoinedButton(PaintedButton):
    """Knows its share of the frame. Its focus ring lies inside, where no neighbour can cover it."""

    paints_own_focus = True

    @property
    def part(self) -> Part:
        """The share of the frame, in the control's coordinates, as it is now."""
        fill = None
        if self.isEnabled() and self.isDown():
            fill = "shade"
        elif self.isEnabled() and self.underMouse():
            fill = "hover"
        return Part(self.geometry(), fill, self.isChecked(), self.shows_focus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing: the control paints."""
