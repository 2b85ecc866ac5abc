from trustplanner.ui.kit.page import Destination
from trustplanner.ui.kit.trail import Trail


def test_it_leads_back_along_what_was_passed_and_begins_anew_at_a_place_of_the_sidebar() -> None:
    trail = Trail({"today", "amends"}, {"stop"})
    trail.follow("settings", Destination("today", "2026-05-04"))
    assert trail.last == Destination("today", "2026-05-04")
    trail.follow("names", Destination("settings"))
    assert trail.last == Destination("settings")
    trail.follow("settings", Destination("names"))
    assert trail.last == Destination("today", "2026-05-04")
    trail.follow("amends", Destination("settings"))
    assert trail.last is None


def test_nobody_goes_back_to_nowhere_to_the_same_place_or_to_what_is_over() -> None:
    trail = Trail({"today"}, {"stop"})
    for left in (Destination(""), Destination("support"), Destination("stop")):
        trail.follow("support", left)
        assert trail.last is None


def test_it_can_begin_as_if_one_had_come_from_somewhere() -> None:
    trail = Trail({"today"}, ())
    trail.begin_after(Destination("recovery"))
    trail.follow("safety", Destination(""))
    assert trail.last == Destination("recovery")
