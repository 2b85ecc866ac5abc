"""What stands beside the words of a repair: how it is done, whether it is wanted, who advised it, what is paid."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from trustplanner.actions.harms import RepairDetails
from trustplanner.content.amends import RepairWords
from trustplanner.content.texts import Voice
from trustplanner.domain.commitments import LONGEST_SENTENCE
from trustplanner.domain.errors import RuleError
from trustplanner.domain.harms import Harm, Repair, RepairWay
from trustplanner.domain.money import CURRENCIES, Money, figures, money_from
from trustplanner.domain.plans import Contact, Share
from trustplanner.ui.kit.buttons import Button, Kind
from trustplanner.ui.kit.choice_fields import ComboField
from trustplanner.ui.kit.fields import LabelledField, LineField
from trustplanner.ui.kit.labels import TextLabel
from trustplanner.ui.kit.layouts import WrappingRow, column
from trustplanner.ui.kit.segment import SegmentedControl, SegmentOption
from trustplanner.ui.kit.theme import Theme
from trustplanner.ui.kit.words_line import WordsLine

_FIELD_GAP: Final = 14
_NOTE_GAP: Final = 4
_NOT_KNOWN: Final = "not_known"
_LONGEST_AMOUNT: Final = 40  # characters
_LONGEST_HARM: Final = 60
_NAME: Final = "amends_repair"

Typed = dict[str, Any]


class RepairFields(QWidget):
    """Folded up until a person asks, unless something stands in them. `edited` follows every change."""

    edited = Signal()

    def __init__(self, theme: Theme, words: RepairWords, voice: Voice, harms: Sequence[Harm]) -> None:
        super().__init__()
        self._words = words
        self._voice = voice
        self._before: Money | None = None  # as it was kept, which is not read again unless it is typed
        self._harm = ComboField(theme, name=f"{_NAME}_harm_field")
        self._harm_field = LabelledField(theme, self.tr("For which harm"), self._harm)
        self._harm.set_choices([(each.id, _shortened(each.words)) for each in harms])
        self._way = self._segment(theme, "way", words.way_title, self._ways())
        self._wanted = self._segment(theme, "wanted", words.wanted_title.said_to(voice), self._answers())
        self._injures = self._segment(theme, "injures", words.injures_title, self._answers())
        self._caution = TextLabel(theme, "", "small", "ink_2")
        self._advised = WordsLine(theme, name=f"{_NAME}_advised_field", most=LONGEST_SENTENCE)
        self._amount = LineField(theme, name=f"{_NAME}_amount_field", role="body")
        self._amount.setMaxLength(_LONGEST_AMOUNT)
        self._amount_field = LabelledField(theme, words.amount_label, self._amount)
        self._currency = ComboField(theme, name=f"{_NAME}_currency_field")
        self._currency.setAccessibleName(self.tr("Currency"))
        self._more = Button(theme, self.tr("More about it"), Kind.LINK, name=f"{_NAME}_more_button")
        self._folded = QWidget()
        self._lay_out(theme)
        self._offer_currencies(_usual_currency())
        self._connect()
        self._show_caution()
        self._folded.hide()

    def _segment(
        self, theme: Theme, name: str, label: str, options: Sequence[SegmentOption]
    ) -> tuple[SegmentedControl, LabelledField]:
        segment = SegmentedControl(theme, options, name=f"{_NAME}_{name}_segment", label=label)
        return segment, LabelledField(theme, label, segment)

    def _ways(self) -> list[SegmentOption]:
        """Without contact nothing is offered that needs it."""
        ways = [way for way in RepairWay if way is not RepairWay.DIRECT or self._voice.contact is not Contact.NONE]
        options = [SegmentOption(way, self._words.ways[way].said_to(self._voice)) for way in ways]
        return [*options, SegmentOption(_NOT_KNOWN, self.tr("Not chosen"))]

    def _answers(self) -> list[SegmentOption]:
        return [
            SegmentOption(Share.YES, self.tr("Yes")),
            SegmentOption(Share.NO, self.tr("No")),
            SegmentOption(_NOT_KNOWN, self.tr("Not known")),
        ]

    def _lay_out(self, theme: Theme) -> None:
        layout = column(self, spacing=_FIELD_GAP)
        layout.addWidget(self._harm_field)
        self._harm_field.setVisible(self._harm.count() > 1)  # now that it is part of this
        line = WrappingRow()
        line.addWidget(self._more)
        layout.addLayout(line)
        folded = column(self._folded, spacing=_FIELD_GAP)
        folded.addWidget(self._way[1])
        folded.addWidget(self._wanted[1])
        self._wanted[1].setVisible(self._voice.contact is not Contact.NONE)
        injures = column(spacing=_NOTE_GAP)
        injures.addWidget(self._injures[1])
        injures.addWidget(self._caution)
        folded.addLayout(injures)
        folded.addWidget(LabelledField(theme, self._words.advised_label.said_to(self._voice), self._advised))
        money = column(spacing=_NOTE_GAP)
        fields = WrappingRow(gap=12)
        fields.addWidget(self._amount_field)
        fields.addWidget(self._currency)
        money.addLayout(fields)
        money.addWidget(TextLabel(theme, self._words.amount_note, "small", "ink_2"))
        folded.addLayout(money)
        layout.addWidget(self._folded)

    def _connect(self) -> None:
        for segment, _ in (self._way, self._wanted, self._injures):
            segment.set_chosen(_NOT_KNOWN)
            segment.option_chosen.connect(self._on_chosen)
        for line in (self._advised, self._amount):
            line.textEdited.connect(self._on_edited)
        for combo in (self._currency, self._harm):
            combo.chosen.connect(self._on_edited)
        self._more.clicked.connect(self._unfold)

    # --- what is in the fields

    def fill(self, repair: Repair) -> None:
        """Show a repair as it is."""
        self._before = Money(repair.amount, repair.currency) if repair.amount is not None else None
        amount = figures(self._before) if self._before is not None else ""
        self.fill_typed(
            {
                "way": repair.way or _NOT_KNOWN,
                "wanted": repair.wants_contact or _NOT_KNOWN,
                "injures": repair.could_injure or _NOT_KNOWN,
                "advised": repair.advised_by,
                "amount": amount,
                "currency": repair.currency or self._currency.code(),
                "harm": repair.harm_id,
            }
        )
        self._harm_field.hide()

    def ask_for(self, advised_by: str) -> None:
        """A new one that somebody asked for."""
        self._advised.fill(advised_by)
        self._unfold()

    def offer_currency(self, currency: str) -> None:
        """Begin with the currency that was used before."""
        self._offer_currencies(currency)

    def typed(self) -> Typed:
        """Every field, as plain values."""
        return {
            "way": self._way[0].chosen,
            "wanted": self._wanted[0].chosen,
            "injures": self._injures[0].chosen,
            "advised": self._advised.text(),
            "amount": self._amount.text(),
            "currency": self._currency.code(),
            "harm": self._harm.code(),
        }

    def fill_typed(self, typed: Typed) -> None:
        """The same.

        Raises:
            KeyError, TypeError, ValueError: another version kept something else.
        """
        if typed["way"] == RepairWay.DIRECT and self._voice.contact is Contact.NONE:
            direct = SegmentOption(RepairWay.DIRECT, self._words.ways[RepairWay.DIRECT].said_to(self._voice))
            self._way[0].set_options([direct, *self._ways()])
        for name, (segment, _) in (("way", self._way), ("wanted", self._wanted), ("injures", self._injures)):
            segment.set_chosen(str(typed[name]))
        self._advised.fill(str(typed["advised"]))
        self._amount.fill(str(typed["amount"]))
        self._offer_currencies(str(typed["currency"]))
        if typed.get("harm") in [self._harm.itemData(index) for index in range(self._harm.count())]:
            self._harm.fill(typed["harm"])
        self._show_caution()
        if self._has_something():
            self._unfold()

    def harm_id(self) -> str:
        """For which harm it is."""
        return str(self._harm.code() or "")

    def details(self) -> RepairDetails:
        """What is to be kept.

        Raises:
            RuleError: AMOUNT_UNCLEAR, AMOUNT_IMPOSSIBLE.
        """
        money = self._money()
        way, wanted, injures = (segment.chosen for segment, _ in (self._way, self._wanted, self._injures))
        return RepairDetails(
            way=RepairWay(way) if way in list(RepairWay) else None,
            wants_contact=Share(wanted) if wanted in list(Share) else None,
            could_injure=Share(injures) if injures in list(Share) else None,
            advised_by=self._advised.words(),
            amount=money.amount if money is not None else None,
            currency=money.currency if money is not None else "",
        )

    def _money(self) -> Money | None:
        text, currency, before = self._amount.text(), str(self._currency.code()), self._before
        if before is not None and (text, currency) == (figures(before), before.currency):
            return before
        return money_from(text, currency) if text.strip() else None

    def show_sentence_at_amount(self, sentence: str) -> None:
        """Say at the amount what is wrong with it."""
        self._unfold()
        self._amount_field.show_sentence(sentence)
        if sentence:
            self._amount.setFocus()

    def takes(self, error: RuleError) -> bool:
        """Whether an error is about the amount."""
        return error.code.value.startswith("amount_")

    # --- what a person does

    def _has_something(self) -> bool:
        chosen = [segment.chosen for segment, _ in (self._way, self._wanted, self._injures)]
        return any(each != _NOT_KNOWN for each in chosen) or bool(self._advised.text() or self._amount.text())

    def _unfold(self) -> None:
        self._more.hide()
        self._folded.show()

    def _offer_currencies(self, currency: str) -> None:
        codes = CURRENCIES if currency in CURRENCIES or not currency else (currency, *CURRENCIES)
        self._currency.set_choices([(code, code) for code in codes])
        if currency:
            self._currency.fill(currency)

    def _show_caution(self) -> None:
        is_shown = self._injures[0].chosen != Share.NO and self._injures[0].chosen is not None
        injures = self._injures[0].chosen == Share.YES
        words = self._words.injures_yes if injures else self._words.injures_unknown
        self._caution.set_text(words.said_to(self._voice))
        self._caution.setVisible(is_shown)

    def _on_chosen(self) -> None:
        self._show_caution()
        self._on_edited()

    def _on_edited(self) -> None:
        self._amount_field.show_sentence("")
        self.edited.emit()


def _usual_currency() -> str:
    """That of the system, to begin with."""
    code = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return code if code in CURRENCIES else CURRENCIES[0]


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_HARM else f"{words[: _LONGEST_HARM - 1].rstrip()}…"
