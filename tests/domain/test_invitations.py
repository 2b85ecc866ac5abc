"""What in an invitation may press, and what does not."""

import pytest

from trustplanner.domain.invitations import Press, pressing_in

CALM = "I would like to hear how May was for you. Half an hour, on a day you choose, or not at all."


@pytest.mark.parametrize(
    ("words", "how", "found"),
    [
        ("If you don't come I will not know what to do", Press.THREAT, "If you don't come"),
        ("I can’t live without you, please come by", Press.THREAT, "I can’t live without you"),
        ("You’ll regret this", Press.THREAT, "You’ll regret"),
        ("Could we talk tonight? A no is fine.", Press.URGENT, "tonight"),
        ("I need it right now", Press.URGENT, "right now"),
        ("We really have to talk, or not", Press.INSISTS, "We really have to"),
        ("Give me one more chance", Press.INSISTS, "one more chance"),
        ("After all I've done this month, half an hour?", Press.BARGAINS, "After all I've"),
        ("If you ever loved me you will come", Press.BARGAINS, "If you ever loved"),
        ("I would like to talk about the money for half an hour", Press.NO_WAY_OUT, ""),
    ],
)
def test_what_presses_is_found_with_its_words(words: str, how: Press, found: str) -> None:
    pressing = pressing_in(words)
    assert pressing is not None
    assert (pressing.how, pressing.words) == (how, found)


def test_the_gravest_comes_first() -> None:
    pressing = pressing_in("You owe me this, tonight, or else")
    assert pressing is not None
    assert pressing.how is Press.THREAT


@pytest.mark.parametrize(
    "words",
    [
        "",
        CALM,
        "Half an hour?",
        "I would like to hear about Sunday, for twenty minutes. A no needs no reason.",
        "Would you talk with me about the account, with Ruth there? You decide, and you do not have to answer.",
        "Ich würde gern hören wie der Mai für dich war am Sonntag zwanzig Minuten",
        "אשמח לשמוע איך היו השבועות האחרונים בשבילך חצי שעה ביום ראשון",
        "The last time we spoke I interrupted. I would like to listen for half an hour, if you want.",
    ],
)
def test_an_invitation_that_leaves_room_is_left_alone(words: str) -> None:
    assert pressing_in(words) is None


def test_nothing_is_said_to_be_missing_before_enough_is_written() -> None:
    assert pressing_in("I would like to talk about the") is None
    assert pressing_in("I would like to talk about the money") is not None
