"""Which promises are refused because they watch somebody.

The first sentences were written together with the rules. Those after "unseen" were written when the rules were
finished, and then only run: what the rules got wrong there is not tuned away but listed, so that the limit of such a
check is known. Of 17 sentences in plain words all were refused, and 16 of 17 about oneself passed; of 18 that watch in
a roundabout way, or with words that the rules lack, 3 were refused, and all 18 about oneself passed.
"""

import pytest

from trustplanner.domain.tracking import Tracking, tracking_in, tracks_them

# Written with the rules.
REFUSED = (
    "check where Ana is",
    "check where you are",
    "look through her phone every Sunday",
    "ask Ana to send me her location",
    "make sure she is home by ten",
    "go through Ana’s handbag while she sleeps",
    "read his messages before bed",
    "keep an eye on her when she goes out",
    "find out who Ana was with on Friday",
    "track her car with an AirTag",
    "install an app on her phone that shows me where she is",
    "have her text me every hour when she is out",
    "ask her sister where she was last night",
    "note down when she comes home each evening",
    "follow him to work on Thursdays",
    "get Ana to hand over her passwords on the first of the month",
    "log into their email account and see who they write to",
    "check up on my wife at lunchtime",
    "not let Ana go out with that colleague",
    "insist on seeing her phone when she gets in",
    "turn on location sharing on Ana's mobile",
    "make sure he doesn't talk to his ex",
    "scroll through her Instagram to see who she follows",
    "ask the children about Ana",
    "drive past her flat on the way home",
    "have a look at what is on his laptop once a week",
    "share our locations with each other all day",
    "expect Ana to report to me before she leaves",
    "decide who she may see at the weekend",
    "ask her where she has been when she gets back",
    "check that you're really at your mum's",
    "count how many drinks she has at parties",
)

# Written with the rules.
PASSED = (
    "say where I am",
    "tell Ana where I am going before I leave",
    "offer the bank statement on Sunday",
    "ask Ana how she is",
    "look after the children",
    "leave my phone on the table, where Ana may look at it or not",
    "let Ana know by six where I am and who I am with",
    "share my location with her when I am away, if she wants it",
    "not look through her phone",
    "stop checking where she is",
    "put my hands to something else when I want to check her messages",
    "hand back the password to her account and sign out everywhere",
    "ring Ana at six on working days",
    "read the children a story and wash up",
    "answer her messages the same day",
    "make sure Ana does not have to ask twice",
    "ask Ana what she needs for the weekend",
    "check my own bank account every Friday and write down the balance",
    "follow her rules for the children at visits",
    "give Ana the password to my phone if she asks for it",
    "let Ana speak first and listen to what she says",
    "write down what Ana says at the session",
    "delete the app that I used to track her",
    "check in with Ruth every Tuesday about my drinking",
    "watch Ana play on Saturdays when she invites me",
    "pick the kids up from school and check their homework",
    "look at our phone bill together with Ana if she wants to",
    "ask her once whether now is a good time, and stop at a no",
    "tell her first when I have read her diary",
    "keep track of my spending in one sheet",
    "read Ana’s letter twice before I answer it",
    "send Ana a text when I leave work",
)

# Unseen.
UNSEEN_REFUSED = (
    "check her phone when she is in the shower",
    "make sure Ana tells me where she is going",
    "track where she goes on Saturdays",
    "read through his emails on Sunday evening",
    "watch what she posts on Facebook",
    "ask Ana to show me her messages once a week",
    "keep tabs on Ana while I am away",
    "ask her friends whether she was really with them",
    "go through your bank statements at the end of the month",
    "call Ana every two hours to find out where she is",
    "check Ana's location before I go to bed",
    "not allow her to see him",
    "get her passcode and look at her chats",
    "follow Ana when she goes running",
    "make her text me when she arrives and when she leaves",
    "stop Ana from going to the club",
    "write down what time he gets home",
    "get a friend to tell me if he sees Ana at the bar",
    "ask him every evening who he spoke to that day",
    "look in on Ana’s WhatsApp to see when she was last online",
)

# Unseen.
UNSEEN_PASSED = (
    "call Ana when I arrive and when I leave",
    "write down what time I get home",
    "show Ana my bank app on Fridays if she wants to see it",
    "go to my meeting on Tuesday and Thursday",
    "tell her the truth the first time she asks",
    "cook supper on Mondays so that Ana can go to the club",
    "give her all my passwords in a sealed envelope",
    "check that I have locked the door",
    "ask Ana before I invite anybody",
    "pay back 120 on the first of the month",
    "read our agreement every Sunday",
    "take the children to school on Wednesdays so that she has the morning free",
    "apologise to her friends for what I said about her",
    "leave her things alone",
    "wait for her to call",
    "look at my own messages with the counsellor",
    "put the receipts from my card on the shelf every Saturday, to be looked at or not",
    "text Ana the address when I stay over somewhere",
    "ask Ruth to check my budget once a month",
    "leave the room when her phone rings",
    "see my doctor about the drinking by Friday",
    "keep my location switched on for Ana this month, and ask Ruth on 1 June whether it still makes sense",
    "listen for ten minutes without checking my watch",
    "give Ana back the key to her flat",
    "find out when the next debt advice session is and book it",
    "tell Ana what I spent that day before supper",
    "look into her eyes and say what I did, if she wants to hear it",
    "make sure the bins are out by eight on Tuesday",
    "follow up on every promise I made at work by Thursday",
    "ask Ana on Sunday whether the plan for the week suits her",
    "write to my sister and say where I was that night",
    "watch the recording of our session and note what I interrupted",
    "be home by six and say so if I will be late",
    "call Ana’s mother and correct what I told her",
)

# Unseen and known to slip through: the watching is left unsaid, or said in words that the rules do not have.
SLIPS_THROUGH = (
    "ring her office after lunch to make certain she is really there",
    "take a photo of the mileage on Ana's car each Friday",
    "keep Ana’s bank card in my wallet so that nothing gets spent",
    "have Ana video call me from wherever she is at nine",
    "go along to her yoga class so I know who is there",
    "check the phone bill for numbers I do not recognise on her line",
    "set up her new phone so that her messages come to my tablet",
    "require a photo from her when she says she is at her mother’s",
    "listen at the door when she is on the phone",
    "only give her money when she shows me the receipts",
    "wake up before Ana to look at the notifications on her lock screen",
    "tell her to quit the choir until I trust her again",
    "wait outside his work at five to see who he walks out with",
    "open any envelope addressed to Ana before she does",
    "make Ana promise in writing not to see her sister alone",
)

# Unseen and known to be refused although it only binds the one who makes it.
REFUSED_WRONGLY = ("stop myself from asking where she has been",)


@pytest.mark.parametrize("sentence", REFUSED + UNSEEN_REFUSED)
def test_a_promise_that_watches_somebody_is_refused(sentence: str) -> None:
    assert tracks_them(sentence, "Ana")


@pytest.mark.parametrize("sentence", PASSED + UNSEEN_PASSED)
def test_a_promise_about_oneself_passes(sentence: str) -> None:
    assert not tracks_them(sentence, "Ana")


@pytest.mark.parametrize("sentence", SLIPS_THROUGH)
def test_what_slips_through_is_known(sentence: str) -> None:
    """Whoever teaches the rules one of these moves it up into `REFUSED`."""
    assert not tracks_them(sentence, "Ana")


@pytest.mark.parametrize("sentence", REFUSED_WRONGLY)
def test_what_is_refused_wrongly_is_known(sentence: str) -> None:
    assert tracks_them(sentence, "Ana")


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("look through her phone", Tracking.WATCHES),
        ("ask Ana to send me her location", Tracking.WANTS_REPORTS),
        ("say where I am", None),
        ("", None),
    ],
)
def test_it_is_said_in_which_way_a_promise_is_about_somebody_else(sentence: str, how: Tracking | None) -> None:
    assert tracking_in(sentence, "Ana") is how


@pytest.mark.parametrize(
    "name",
    [
        "Ana",
        "ana",
        "Mary Ann",
        "J. (Jo)",
        "Zoë",
        "D’Arcy",
        "\u05e0\u05d5\u05e2\u05d4",
        "Mo \U0001f33f",
        "Will",
        "The Boss",
    ],
)
def test_the_person_is_found_by_whatever_name_they_have(name: str) -> None:
    assert tracks_them(f"look through {name}’s phone", name)
    assert tracks_them(f"check where {name} is", name)
    assert not tracks_them(f"tell {name} where I am", name)


@pytest.mark.parametrize("name", ["Will", "Mark", "Hope", "May"])
def test_a_name_that_is_also_a_word_does_not_turn_the_word_into_a_person(name: str) -> None:
    assert not tracks_them("see where I will be able to mark what I may hope for", name)


def test_without_a_name_pronouns_are_enough() -> None:
    assert tracks_them("check where she is", "")
    assert not tracks_them("check where Ana is", "")


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_every_apostrophe_is_one(apostrophe: str) -> None:
    assert tracks_them(f"go through Ana{apostrophe}s bag", "Ana")
    assert not tracks_them(f"make sure Ana doesn{apostrophe}t have to ask", "Ana")


def test_they_may_be_several_others() -> None:
    assert tracks_them("look through their phone", "Ana")
    assert not tracks_them("feed the cats and follow them home", "Ana")


def test_a_full_stop_keeps_two_sentences_apart() -> None:
    assert not tracks_them("check. Her phone stays where it is", "Ana")
    assert tracks_them("be on time. Look through her phone", "Ana")


@pytest.mark.parametrize(
    "words",
    ["not check her phone ", "keep an ", "ask the the my ", "check the any of all out ", "Ana ", "@ ", "'", "  "],
)
def test_a_very_long_text_is_read_to_its_end(words: str) -> None:
    """A rule that went back over what it has read would not end within the time that a test has."""
    text = words * (500_000 // len(words))
    assert tracks_them(f"{text}. Look through her phone", "Ana")
    assert not tracks_them(text, "Ana")
