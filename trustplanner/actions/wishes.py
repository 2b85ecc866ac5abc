"""Writing down what they asked for and what they do not want, as it was said or guessed."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from trustplanner.domain.days import require_possible, require_possible_if_any
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.moments import Now
from trustplanner.domain.wishes import Wish, WishKind
from trustplanner.storage.queries.wishes import wishes
from trustplanner.storage.unit_of_work import UnitOfWork

LONGEST_TOPIC = 120  # characters


@dataclass(frozen=True, slots=True)
class WishWords:
    """What is written down of a wish. `about` and `until` belong to a limit; of anything else they are dropped."""

    words: str
    about: str = ""
    until: date | None = None
    is_guess: bool = False
    heard_on: date | None = None


def add_wish(unit: UnitOfWork, now: Now, kind: WishKind, written: WishWords) -> Wish:
    """Write one wish down; heard today unless another day is named.

    Raises:
        RuleError: WORDS_MISSING; WORDS_TOO_LONG for the topic; FUTURE_DAY if it is heard in the future;
            DATE_IMPOSSIBLE.
    """
    position = max((each.position for each in unit.read(wishes)), default=-1) + 1
    wish = Wish(str(uuid4()), kind, "", "", None, False, now.today, None, position, now.at)
    return unit.put(_as_written(wish, written, now))


def change_wish(unit: UnitOfWork, now: Now, wish_id: str, written: WishWords) -> Wish:
    """Say a wish as it was really said, or what a limit is about.

    Raises:
        RuleError: as `add_wish`; NOT_FOUND.
    """
    return unit.put(_as_written(unit.require(Wish, wish_id), written, now))


def lift(unit: UnitOfWork, now: Now, wish_id: str, on: date | None = None) -> Wish:
    """Write down that they said it no longer holds, today unless another day is named.

    Raises:
        RuleError: NOT_FOUND; FUTURE_DAY; DATE_IMPOSSIBLE, also before it was heard.
    """
    wish = unit.require(Wish, wish_id)
    day = _heard_on(on, now)
    if day < wish.heard_on:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return unit.put(replace(wish, lifted_on=day))


def hold_again(unit: UnitOfWork, now: Now, wish_id: str) -> Wish:
    """Let a wish that was lifted hold again.

    Raises:
        RuleError: NOT_FOUND.
    """
    return unit.put(replace(unit.require(Wish, wish_id), lifted_on=None))


def delete_wish(unit: UnitOfWork, now: Now, wish_id: str) -> None:
    """Delete a wish. A limit that they said is deleted only on the day it was written down, as a slip.

    Raises:
        RuleError: NOT_FOUND; LIMIT_STAYS.
    """
    wish = unit.require(Wish, wish_id)
    if stays(wish, now):
        raise RuleError(Code.LIMIT_STAYS)
    unit.delete(wish)


def stays(wish: Wish, now: Now) -> bool:
    """Whether it is theirs to lift and no longer one's own to delete."""
    is_limit = wish.kind is WishKind.NOT_WANTED and not wish.is_guess and wish.lifted_on is None
    return is_limit and (now.at - wish.created_at).days >= 1


def _as_written(wish: Wish, written: WishWords, now: Now) -> Wish:
    words, about = written.words.strip(), written.about.strip()
    if not words:
        raise RuleError(Code.WORDS_MISSING)
    if len(about) > LONGEST_TOPIC:
        raise RuleError(Code.WORDS_TOO_LONG, most=LONGEST_TOPIC)
    is_limit = wish.kind is WishKind.NOT_WANTED
    heard_on = _heard_on(written.heard_on or wish.heard_on, now)
    until = require_possible_if_any(written.until) if is_limit else None
    if until is not None and until < heard_on:
        raise RuleError(Code.DATE_IMPOSSIBLE)
    return replace(
        wish,
        words=words,
        about=about if is_limit else "",
        until=until,
        is_guess=written.is_guess,
        heard_on=heard_on,
    )


def _heard_on(day: date | None, now: Now) -> date:
    day = require_possible(day or now.today)
    if day > now.today:
        raise RuleError(Code.FUTURE_DAY)
    return day
