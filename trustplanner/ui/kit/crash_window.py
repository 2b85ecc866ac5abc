"""Windows above the page: for an error that nothing expected, and for one sentence; no word of the person in them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class CrashWindow(QDialog):
    """Shows a report and offers to copy it; the program goes on behind it."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        words = QLabel(
            self.tr(
                "Something went wrong that nobody expected. What you had saved is safe. The lines below say where it "
                "was; they hold nothing that you wrote. Whoever looks after the program can mend it with them."
            )
        )
        words.setWordWrap(True)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Report of the error"))
        self._report.setObjectName("crash_report_text")
        copy = QPushButton(self.tr("Copy the lines"))
        copy.setObjectName("crash_copy_button")
        copy.clicked.connect(self._on_copy_clicked)
        close = QPushButton(self.tr("Go on"))
        close.setObjectName("crash_go_on_button")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(words)
        layout.addWidget(self._report)
        layout.addLayout(buttons)
        self.resize(640, 360)

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())


class SentenceWindow(QDialog):
    """Says one sentence above a page that has no place of its own for it."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Trustplanner")
        words = QLabel(sentence)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setObjectName("sentence_label")
        close = QPushButton(self.tr("Go on"))
        close.setObjectName("sentence_go_on_button")
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(words)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setMinimumWidth(480)
