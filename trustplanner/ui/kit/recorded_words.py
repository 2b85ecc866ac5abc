"""What the toast says after an answer: never praise, never blame."""

from PySide6.QtCore import QCoreApplication

from trustplanner.domain.answers import Value


def recorded_words(value: Value, title: str, partly: str) -> str:
    """The sentence; `partly` is the question that follows an answer "partly"."""
    words = {
        Value.KEPT: QCoreApplication.translate("Recorded", "Recorded."),
        Value.PARTLY: f"{QCoreApplication.translate('Recorded', 'Recorded as partly.')} {partly}",
        Value.MISSED: QCoreApplication.translate("Recorded", "Recorded as missed: “{title}”."),
        Value.NOT_APPLICABLE: QCoreApplication.translate("Recorded", "Recorded as not applicable."),
        Value.TAKEN_BACK: QCoreApplication.translate("Recorded", "Taken back: “{title}”."),
    }
    return words[value].replace("{title}", title)
