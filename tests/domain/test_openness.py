"""What an offer of openness may never lay open."""

import pytest

from trustplanner.domain.openness import opens_too_much


@pytest.mark.parametrize(
    "words",
    [
        "My location, day and night",
        "Share where I am with a tracker",
        "My phone lies open on the table",
        "You may read my messages whenever you like",
        "She can look through my e-mail",
        "The password of my laptop on a slip",
        "My bank account is open to her, with the login",
        "Show the account on the laptop every Sunday",
        "Leave my phone unlocked",
        "My WhatsApp",
        "Hand over my phone when asked",
        "GPS of the car",
    ],
)
def test_places_devices_messages_and_accounts_are_refused_even_ones_own(words: str) -> None:
    assert opens_too_much(words)


@pytest.mark.parametrize(
    "words",
    [
        "The bank statement lies on the table on Sundays",
        "The statements of every account, printed, in the drawer",
        "My plan of the week on the kitchen door",
        "Receipts in the blue box",
        "I say where I am going before I leave",
        "The bill of the phone lies there",
        "A list of what I owe, with dates",
        "Not my phone: the receipts",
        "The report of my counsellor, if it is wanted",
        "הדפים על השולחן",
    ],
)
def test_what_lies_on_the_table_may_be_laid_open(words: str) -> None:
    assert not opens_too_much(words)
