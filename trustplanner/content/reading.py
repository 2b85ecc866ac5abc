"""Reads a content file into the dataclass that describes it, and refuses everything else.

The fields of the dataclass are the fields of the file: nothing may be missing, nothing unknown, every type exact.
Types that may stand in such a dataclass:

- `str`: plain words without placeholders; `bool`, `int`, `date`, a `StrEnum`;
- `Text`: said to a voice, see `_text`; `Sentence`: said about facts, see `_sentence`;
- `Annotated[Text, Holds("n")]`: a text with placeholders beyond the names;
- another such dataclass, `tuple[X, ...]` for an array, `X | None` for a field that may be absent;
- `dict[SomeStrEnum, X]`: a table with every member of the enumeration; `dict[str, X]`: a table with any keys. A
  dataclass in such a table that has a field `code` gets its key as its code.

A dataclass may refuse what it is given with `ValueError("name of the field")` in `__post_init__`.
"""

import re
import tomllib
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Final, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from trustplanner.content.texts import ALL_FORMS, NAMES, Sentence, Text, placeholders
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.domain.plans import Contact, Pronoun

T = TypeVar("T")

LARGEST_FILE: Final = 1_000_000  # bytes; ours have under 60,000
_PRONOUNS: Final = frozenset(pronoun.value for pronoun in Pronoun)
_GUARDED: Final = (Contact.LIMITED, Contact.NONE)
_GUARDS: Final = frozenset({"guarded", "limited", "none"})
_PAIR: Final = frozenset({"limited", "none"})
_GUARD_SETS: Final = (frozenset[str](), frozenset({"guarded"}), _PAIR)
_TOML_PLACE: Final = re.compile(r"\(at (.+)\)$")


class Holds:
    """The placeholders that a text or a sentence may hold beyond the names."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)


class Place(NamedTuple):
    """Where something stands: the file, and the path of the field in it."""

    file: str
    field: str = ""

    def inside(self, key: str) -> "Place":
        """The place of a field of this table."""
        return Place(self.file, f"{self.field}.{key}" if self.field else key)

    def at(self, index: int) -> "Place":
        """The place of an entry of this array, counted from 1."""
        return Place(self.file, f"{self.field}[{index + 1}]")

    def refused(self) -> UnreadableError:
        """The error that names this place."""
        return UnreadableError(Code.CONTENT_UNREADABLE, file=self.file, field=self.field or "all of it")


def read_content(path: Path, name: str, shape: type[T]) -> T:
    """The file at `path`, called `name` in errors, as a `shape`.

    Raises:
        UnreadableError: CONTENT_UNREADABLE with `file` and `field`; the field is a place such as
            "kinds[2].needs", or "line 3, column 5" where the file is no TOML.
    """
    place = Place(name)
    return cast("T", _value(shape, _parsed(path, place), place))


def _parsed(path: Path, place: Place) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        raise place.inside("reading the file").refused() from None
    if len(content) > LARGEST_FILE:
        raise place.inside("its size").refused()
    try:
        return tomllib.loads(content.decode("utf-8"))
    except UnicodeDecodeError:
        raise place.inside("its encoding, which is not UTF-8").refused() from None
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        raise place.inside(found[1] if found else "its grammar").refused() from None
    except RecursionError:  # arrays nested thousands deep
        raise place.inside("its grammar").refused() from None


def _value(shape: Any, raw: object, place: Place, holds: frozenset[str] = frozenset()) -> Any:
    """`raw` as a `shape`; the one place that knows every type that may stand in a content dataclass."""
    origin = get_origin(shape)
    arguments = get_args(shape)
    if origin is Annotated:
        return _value(arguments[0], raw, place, arguments[1].names)
    if origin in (UnionType, Union):
        return _value(arguments[0], raw, place, holds)
    if origin is tuple:
        return tuple(_value(arguments[0], entry, place.at(index), holds) for index, entry in _entries(raw, place))
    if origin is dict:
        return _mapping(arguments[0], arguments[1], _table(raw, place), place, holds)
    if shape is Text:
        return _text(raw, place, holds)
    if shape is Sentence:
        return _sentence(raw, place, holds)
    if is_dataclass(shape):
        return _record(shape, _table(raw, place), place)
    return _plain(shape, raw, place)


def _entries(raw: object, place: Place) -> list[tuple[int, object]]:
    if not isinstance(raw, list):
        raise place.refused()
    return list(enumerate(raw))


def _table(raw: object, place: Place) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise place.refused()
    return raw


def _plain(shape: Any, raw: object, place: Place) -> Any:
    if shape is str:
        words = _words(raw, place)
        if "{" in words or "}" in words:
            raise place.refused()
        return words
    if issubclass(shape, StrEnum) and isinstance(raw, str):
        if raw not in [member.value for member in shape]:
            raise place.refused()
        return shape(raw)
    if type(raw) is not shape or shape not in (bool, int, date):
        raise place.refused()
    return raw


def _words(raw: object, place: Place) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise place.refused()
    return raw


def _mapping(key_shape: Any, shape: Any, table: dict[str, Any], place: Place, holds: frozenset[str]) -> dict[Any, Any]:
    if key_shape is not str:
        members = [member.value for member in key_shape]
        for key in table:
            if key not in members:
                raise place.inside(key).refused()
        for key in members:
            if key not in table:
                raise place.inside(key).refused()
    return {key_shape(key): _keyed(shape, key, raw, place.inside(key), holds) for key, raw in table.items()}


def _keyed(shape: Any, key: str, raw: object, place: Place, holds: frozenset[str]) -> Any:
    if is_dataclass(shape) and any(field.name == "code" for field in fields(shape)):
        table = _table(raw, place)
        if "code" in table:
            raise place.inside("code").refused()
        return _record(shape, {"code": key, **table}, place)
    return _value(shape, raw, place, holds)


def _record(shape: Any, table: dict[str, Any], place: Place) -> Any:
    hints = get_type_hints(shape, include_extras=True)
    for key in table:
        if key not in hints:
            raise place.inside(key).refused()
    found: dict[str, Any] = {}
    for field in fields(shape):
        if field.name in table:
            found[field.name] = _value(hints[field.name], table[field.name], place.inside(field.name))
        elif field.default is MISSING:
            raise place.inside(field.name).refused()
    try:
        return shape(**found)
    except ValueError as error:
        raise place.inside(str(error)).refused() from None


# Texts and sentences


def _sentence(raw: object, place: Place, holds: frozenset[str]) -> Sentence:
    """A string without placeholders; or a table with `text` and, for when a fact is missing, `plain`."""
    if isinstance(raw, str):
        words = _words(raw, place)
        if placeholders(words):
            raise place.inside("plain").refused()
        return Sentence(words, words)
    table = _only(_table(raw, place), {"text", "plain"}, place)
    words = _said(table.get("text"), place.inside("text"), holds)
    plain = _said(table.get("plain"), place.inside("plain"), frozenset())
    return Sentence(words, plain)


def _text(raw: object, place: Place, holds: frozenset[str]) -> Text:
    """A string, or a table: `text` or all of `she`, `he`, `they`; and, where the words must differ,

    - `alone`: without a named counsellor; needed wherever `{counsellor}` stands;
    - `limited` and `none`: when contact is limited, and when it is not welcome; always both, so that neither is
      forgotten; or `guarded`, where the same words do for both.

    `alone` is again a string or `she`, `he`, `they`; `limited`, `none` and `guarded` may have one of their own.
    """
    given = _GUARDS & raw.keys() if isinstance(raw, dict) else frozenset[str]()
    if given not in _GUARD_SETS:
        missing = "guarded" if "guarded" in given else min(_PAIR - given)
        raise place.inside(missing).refused()
    wordings = dict.fromkeys(Contact, _wording(raw, place, holds, _GUARDS))
    for key in given:
        wording = _wording(_table(raw, place)[key], place.inside(key), holds, frozenset())
        wordings |= dict.fromkeys(_GUARDED if key == "guarded" else (Contact(key),), wording)
    return Text({form: wordings[form.contact][form.pronoun, form.has_counsellor] for form in ALL_FORMS})


_Wording = dict[tuple[Pronoun, bool], str]


def _wording(raw: object, place: Place, holds: frozenset[str], besides: frozenset[str]) -> _Wording:
    """The words for each pronoun, with and without a named counsellor."""
    if isinstance(raw, str):
        raw = {"text": raw}
    table = _only(_table(raw, place), {"text", "alone", *_PRONOUNS, *besides}, place)
    with_counsellor = _by_pronoun(table, place, NAMES | holds)
    if "alone" in table:
        alone = table["alone"]
        alone = {"text": alone} if isinstance(alone, str) else _only(_table(alone, place), _PRONOUNS, place)
        without = _by_pronoun(alone, place.inside("alone"), (NAMES | holds) - {"counsellor"})
    else:
        without = with_counsellor
        if any("counsellor" in placeholders(words) for words in without.values()):
            raise place.inside("alone").refused()
    return {
        (pronoun, has_counsellor): chosen[pronoun]
        for has_counsellor, chosen in ((True, with_counsellor), (False, without))
        for pronoun in Pronoun
    }


def _by_pronoun(table: dict[str, Any], place: Place, allowed: frozenset[str]) -> dict[Pronoun, str]:
    given = _PRONOUNS & table.keys()
    if "text" in table:
        if given:
            raise place.inside(min(given)).refused()
        words = _said(table["text"], place, allowed)
        return dict.fromkeys(Pronoun, words)
    return {pronoun: _said(table.get(pronoun.value), place.inside(pronoun.value), allowed) for pronoun in Pronoun}


def _said(raw: object, place: Place, allowed: frozenset[str]) -> str:
    words = _words(raw, place)
    names = placeholders(words)
    if not names <= allowed or words.count("{") != words.count("}") or "{" in _without_placeholders(words):
        raise place.refused()
    return words


def _without_placeholders(words: str) -> str:
    return re.sub(r"\{[a-z_]+\}", "", words)


def _only(table: dict[str, Any], allowed: "frozenset[str] | set[str]", place: Place) -> dict[str, Any]:
    for key in table:
        if key not in allowed:
            raise place.inside(key).refused()
    return table
