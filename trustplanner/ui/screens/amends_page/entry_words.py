"""How commitments, changes and pauses stand, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from trustplanner.charts.figures_in_words import counts_of_due
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.domain.harms import Payment, Repair, RepairState, RepairWay
from trustplanner.domain.money import Money, figures, said
from trustplanner.domain.plans import Share
from trustplanner.domain.restitution import Restitution
from trustplanner.ui.kit.standing_words import StandingWords
from trustplanner.ui.screens.amends_page.ledger import Answering


class EntryWords(StandingWords):
    """The small lines of Amends, on one day, about the person of one name."""

    def repair(self, repair: Repair) -> str:
        """`By 1 June`, `Done on 3 May`; nothing for an open repair without a day."""
        if repair.state is RepairState.DONE and repair.done_on is not None:
            words = QCoreApplication.translate("Amends", "Done on {day}")
            return words.format(day=self._dates.short(repair.done_on, self._today))
        if repair.state is RepairState.LET_GO:
            return QCoreApplication.translate("Amends", "Let go")
        if repair.due_on is None:
            return ""
        if repair.due_on < self._today:
            words = QCoreApplication.translate("Amends", "Was to be done by {day}")
        else:
            words = QCoreApplication.translate("Amends", "By {day}")
        return words.format(day=self.long(repair.due_on))

    def beside(self, repair: Repair) -> str:
        """How it is done, whether contact is wanted, who advised it: `By another way. Advised by Ruth.`"""
        ways = {
            RepairWay.DIRECT: QCoreApplication.translate("Amends", "Directly."),
            RepairWay.INDIRECT: QCoreApplication.translate("Amends", "By another way."),
            RepairWay.LIVED: QCoreApplication.translate("Amends", "By how I live."),
        }
        wanted = {
            Share.YES: QCoreApplication.translate("Amends", "Contact is wanted for it."),
            Share.NO: QCoreApplication.translate("Amends", "Contact is not wanted for it."),
        }
        parts = [ways[repair.way]] if repair.way is not None else []
        parts += [wanted[repair.wants_contact]] if repair.wants_contact is not None else []
        if repair.could_injure is Share.NO:
            parts.append(QCoreApplication.translate("Amends", "It injures nobody."))
        if repair.advised_by:
            advised = QCoreApplication.translate("Amends", "Asked for or advised by: {who}")
            parts.append(advised.format(who=repair.advised_by))
        return " ".join(parts)

    def restitution(self, given_back: Restitution) -> str:
        """`150 of 500 EUR paid, next by 29 May`."""
        whole, paid = said(given_back.whole), figures(given_back.paid)
        if given_back.is_paid:
            return QCoreApplication.translate("Amends", "All of {whole} is paid.").format(whole=whole)
        words = QCoreApplication.translate("Amends", "{paid} of {whole} paid").format(paid=paid, whole=whole)
        coming = given_back.coming
        if coming is None or coming.due_on is None:
            return f"{words}."
        day = self._dates.short(coming.due_on, self._today)
        if coming.due_on < self._today:
            return QCoreApplication.translate("Amends", "{paid}, one was due on {day}.").format(paid=words, day=day)
        return QCoreApplication.translate("Amends", "{paid}, next by {day}.").format(paid=words, day=day)

    def payment(self, payment: Payment, money: Money) -> str:
        """`150 EUR, paid on 1 May`, `150 EUR by 29 May`, or the amount alone."""
        if payment.paid_on is not None:
            words, day = QCoreApplication.translate("Amends", "{amount}, paid on {day}"), payment.paid_on
        elif payment.due_on is not None:
            words, day = QCoreApplication.translate("Amends", "{amount} by {day}"), payment.due_on
        else:
            return QCoreApplication.translate("Amends", "{amount}, no day set").format(amount=said(money))
        return words.format(amount=said(money), day=self._dates.short(day, self._today))

    def asked_by(self, heard_on: date) -> str:
        """`Ana, on 3 May`: who asked for a repair."""
        words = QCoreApplication.translate("Amends", "{name}, on {day}")
        return words.format(name=self._name, day=self._dates.short(heard_on, self._today))

    def answering(self, answering: Answering) -> str:
        """`Answered by “Ring at six”: 17 of 20 kept, 2 not answered, in the last 28 days.`"""
        days = answering.days
        if days is None or days.once is not None or not days.counts.due:
            words = QCoreApplication.translate("Amends", "Answered by “{title}”")
            return words.format(title=answering.title)
        if days.is_by_day:
            words = QCoreApplication.translate("Amends", "Answered by “{title}”: {counts}, in the last 28 days")
        else:
            words = QCoreApplication.translate("Amends", "Answered by “{title}”: {counts}, the last times")
        return words.format(title=answering.title, counts=counts_of_due(days.counts, recovery_sentences(self._today)))
