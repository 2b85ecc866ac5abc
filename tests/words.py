"""The program's words, read once for all tests: nothing changes them, and reading them takes half a second."""

from functools import cache

from trustplanner.content.catalogue import Catalogue, shipped_catalogue


@cache
def shipped_words() -> Catalogue:
    """The shipped catalogue."""
    return shipped_catalogue()
