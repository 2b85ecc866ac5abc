"""The wishes, the limits, the openness and the money of the demo, as steps a person could take."""

from trustplanner.actions import offers, payments, wishes
from trustplanner.actions.demo_diary import Diary, Teller
from trustplanner.actions.harms import RepairDetails
from trustplanner.actions.offers import OfferTerms
from trustplanner.actions.wishes import WishWords
from trustplanner.content.demo import DemoStory, RepairTold
from trustplanner.content.demo_ledger import OfferTold, WishTold

CURRENCY = "EUR"


def tell_ledger(diary: Diary, story: DemoStory) -> None:
    """What she asked for and does not want, and what was laid open."""
    for number, wish in enumerate(story.wishes):
        _tell_wish(diary, f"wish {number}", wish)
    for number, offer in enumerate(story.offers):
        _tell_offer(diary, f"offer {number}", offer)


def details_of(told: RepairTold) -> RepairDetails:
    """What stands beside the words of a repair."""
    amount = told.amount or None
    return RepairDetails(
        way=told.way,
        wants_contact=told.wants_contact,
        could_injure=told.could_injure,
        advised_by=told.advised_by,
        amount=amount,
        currency=CURRENCY if amount else "",
    )


def tell_payment(diary: Diary, repair: str, told: RepairTold) -> None:
    """What is given back is planned for the day of the repair, and paid when that is done."""
    if not told.amount:
        return
    key, due = f"{repair} payment", diary.day_if_told(told.moved_to or told.due)

    def plan_it(teller: Teller) -> None:
        diary.ids[key] = teller.do(payments.plan_payment, diary.ids[repair], told.amount, due).id

    diary.at(told.moved or told.planned, plan_it)
    diary.at(told.done, lambda teller: teller.do(payments.mark_paid, diary.ids[key], diary.day(told.done)))


def _tell_wish(diary: Diary, key: str, told: WishTold) -> None:
    until = diary.day_if_told(told.until)
    words = WishWords(told.words, told.about, until, told.is_guess)

    def note_it(teller: Teller) -> None:
        diary.ids[key] = teller.do(wishes.add_wish, told.kind, words).id

    diary.at(told.when, note_it)
    diary.at(told.lifted, lambda teller: teller.do(wishes.lift, diary.ids[key]))


def _tell_offer(diary: Diary, key: str, told: OfferTold) -> None:
    terms = OfferTerms(told.words, diary.day(told.ends), diary.day_if_told(told.review), told.note)

    def make_it(teller: Teller) -> None:
        diary.ids[key] = teller.do(offers.make_offer, terms).id

    diary.at(told.when, make_it)
    diary.at(told.answered, lambda teller: teller.do(offers.note_answer, diary.ids[key], told.answer))
    diary.at(told.taken_back, lambda teller: teller.do(offers.take_back, diary.ids[key]))
