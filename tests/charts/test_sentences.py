"""The content file and the code that reads it agree, phrase by phrase."""

import re
from datetime import date
from pathlib import Path

import pytest

from trustplanner.charts import sentences
from trustplanner.charts.bars import Period
from trustplanner.charts.figures_in_words import NOT_RECORDED
from trustplanner.charts.gutter import Sign
from trustplanner.charts.miss_panel import Row
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.table import COUNTED
from trustplanner.charts.view import Change, MarkKind
from trustplanner.charts.words import EVENT_KINDS
from trustplanner.domain.answers import How, Value
from trustplanner.domain.errors import Code, UnreadableError
from trustplanner.domain.known_range import Window
from trustplanner.domain.views import View

WORDS = recovery_sentences(date(2026, 5, 15))
CODE = Path(sentences.__file__).parent
HOWS = [*How, NOT_RECORDED]
FAMILIES: dict[str, list[str]] = {
    "one_miss": HOWS,
    "many_misses": HOWS,
    "card_misses": HOWS,
    "table_how": HOWS,
    "values": list(Value),
    "changes": list(Change),
    "marks": [*(kind for kind in MarkKind if kind is not MarkKind.TERMS_CHANGED), *Change],
    "marks_short": list(Change),
    "rows": list(Row),
    "table": [*Period, *COUNTED, "range_days", "range_items", "misses", "earlier", "beside"],
    "folded": [f"range_{window}" for window in (Window.DAYS, Window.ITEMS)],
    "gutter": [*Sign, *(f"range_{window}" for window in Window)],
    "events": list(EVENT_KINDS),
    "counts": ["partly", "missed", "unanswered"],
    "paragraph": [
        *(f"many_{kind}" for kind in EVENT_KINDS),
        *(
            f"window_{window}{nothing}{past}"
            for window in (Window.DAYS, Window.ITEMS)
            for nothing in ("", "_nothing")
            for past in ("", "_past")
        ),
    ],
}


def keys_in_code() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(CODE.glob("*.py")))
    tables = {key.split(".")[0] for key in (*WORDS.phrases, *WORDS.lists)}
    return {key for key in re.findall(r'"([a-z_]+\.[a-z_]+)"', text) if key.split(".")[0] in tables}


def keys_made_in_code() -> set[str]:
    return {f"{table}.{name}" for table, names in FAMILIES.items() for name in names}


def test_every_phrase_that_the_code_asks_for_exists() -> None:
    asked = keys_in_code() | keys_made_in_code()
    assert asked - WORDS.phrases.keys() - WORDS.lists.keys() == set()


def test_every_phrase_of_the_file_is_asked_for() -> None:
    views = {f"{table}.{view}" for table in ("marks", "changes") for view in View} | {"marks_short.disagrees"}
    unused = (WORDS.phrases.keys() | WORDS.lists.keys()) - keys_in_code() - keys_made_in_code() - views
    assert unused == set()


def test_no_phrase_shouts_or_holds_a_symbol() -> None:
    for key, phrase in WORDS.phrases.items():
        for words in (phrase.one, phrase.other):
            assert "!" not in words, key
            assert all(ord(letter) < 0x2100 for letter in words), key


def test_a_missing_fact_is_noticed() -> None:
    with pytest.raises(UnreadableError) as refused:
        WORDS.said("paragraph.due", 3)
    assert (refused.value.code, refused.value.details["field"]) == (Code.CONTENT_UNREADABLE, "paragraph.due")


@pytest.mark.parametrize(
    "content",
    ["[a]\nb = 3", '[a]\nb = { one = "x" }', '[a]\nb = { one = "x", other = "y", few = "z" }', "[a\n", b"\xff"],
)
def test_a_file_of_another_form_is_refused_with_its_place(
    content: str | bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "content" / "en" / sentences.FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.setattr(sentences, "resources_folder", lambda: tmp_path)
    with pytest.raises(UnreadableError) as refused:
        recovery_sentences(date(2026, 5, 15))
    assert refused.value.code is Code.CONTENT_UNREADABLE
    assert refused.value.details["file"] == sentences.FILE


def test_lists_read_as_english() -> None:
    assert WORDS.joined([]) == ""
    assert WORDS.joined(["a"]) == "a"
    assert WORDS.joined(["a", "b"]) == "a and b"
    assert WORDS.joined(["a", "b", "c"]) == "a, b and c"


def test_spans_name_their_month_once() -> None:
    day = date(2026, 3, 23)
    assert WORDS.span(day, day) == "23 March"
    assert WORDS.weekday_span(day, day) == "Monday 23 March"
    assert WORDS.span(day, date(2026, 3, 29)) == "23 to 29 March"
    assert WORDS.span(day, date(2026, 4, 5)) == "23 March to 5 April"
    assert WORDS.weekday_span(date(2025, 12, 29), date(2026, 1, 4)) == "Monday 29 December 2025 to Sunday 4 January"
    assert WORDS.span(date(2025, 3, 1), date(2026, 3, 2)) == "1 March 2025 to 2 March"
