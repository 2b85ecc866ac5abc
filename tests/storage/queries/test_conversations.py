"""Talks, their notes and agreements, and practice, each in the order a screen shows it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.builders import NOON, on
from tests.storage.examples import an_example
from trustplanner.domain.conversations import Agreement, Practice, Talk, TalkLine
from trustplanner.storage.queries.conversations import agreements, practice_on, practices, talk_lines, talks
from trustplanner.storage.vault import Vault


def put(vault: Vault, *rows: Any) -> None:
    with vault.transaction() as unit:
        for row in rows:
            unit.put(row)


def test_talks_come_in_the_order_in_which_they_were_begun(vault: Vault) -> None:
    assert vault.read(talks) == ()
    later = an_example(Talk, id="a", created_at=NOON + timedelta(hours=1))
    first = an_example(Talk, id="b", created_at=NOON)
    put(vault, later, first)
    assert vault.read(talks) == (first, later)


def test_the_note_and_the_agreements_of_one_talk(vault: Vault) -> None:
    put(vault, an_example(Talk, id="one"), an_example(Talk, id="two"))
    line = an_example(TalkLine, id="1", talk_id="one", position=1)
    first = replace(line, id="2", position=0)
    other = replace(line, id="3", talk_id="two")
    agreed = an_example(Agreement, id="1", talk_id="one", position=0, commitment_id=None)
    elsewhere = replace(agreed, id="2", talk_id="two")
    put(vault, line, first, other, agreed, elsewhere)
    assert vault.read(talk_lines, "one") == (first, line)
    assert vault.read(agreements, "one") == (agreed,)
    assert vault.read(agreements) == (agreed, elsewhere)


def test_practice_is_found_by_card_and_day_the_newest_first(vault: Vault) -> None:
    early = an_example(Practice, id="1", card="stay_tears", on=on("05-04"))
    late = replace(early, id="2", on=on("05-11"))
    put(vault, early, late, replace(early, id="3", card="real_why"))
    assert vault.read(practices, "stay_tears") == (late, early)
    assert vault.read(practice_on, "stay_tears", on("05-04")) == early
    assert vault.read(practice_on, "stay_tears", on("05-05")) is None
