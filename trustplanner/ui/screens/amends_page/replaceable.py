"""Something that is read, and in its place the form that changes it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trustplanner.ui.kit.layouts import column
from trustplanner.ui.screens.amends_page.entry_form import EntryForm


class Replaceable(QWidget):
    """Fill `reading`; what is added to `both` stands below either."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = QWidget()
        self._form: EntryForm | None = None
        self.both: QVBoxLayout = column(self)
        self.both.addWidget(self.reading)

    def place_form(self, form: EntryForm | None) -> None:
        """Show this form instead; None shows again what is read."""
        if self._form is not None:
            self.both.removeWidget(self._form)
        self._form = form
        self.reading.setVisible(form is None)
        if form is not None:
            self.both.insertWidget(1, form)
            form.show()
