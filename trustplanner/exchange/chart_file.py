"""The recovery chart of one commitment as the content of a picture file."""

from datetime import date

from trustplanner.charts.figure import PictureFormat, picture
from trustplanner.charts.ranges import Range
from trustplanner.charts.sentences import recovery_sentences
from trustplanner.charts.style import Look, chart_style, read_tokens
from trustplanner.charts.view import build_view
from trustplanner.domain.commitments import Stance
from trustplanner.domain.errors import Code, RuleError
from trustplanner.domain.record import CommitmentRecord, Record
from trustplanner.exchange.readers import Reader
from trustplanner.exchange.vault_record import record_of_range
from trustplanner.storage.queries.plans import the_plan
from trustplanner.storage.queries.their_voice import voice_for_charts


def chart_file(vault: Reader, today: date, chosen: Range, wanted: str | None, kind: PictureFormat) -> bytes:
    """The chart for paper: light colours on white, with its words beside it.

    `wanted` is the id or the short name of a commitment; None takes the first active one, else the first of all.

    Raises:
        RuleError: STOPPED; NO_COMMITMENT if there is none, or none that is called so; NAME_AMBIGUOUS.
    """
    record = record_of_range(vault, today, chosen)
    plan = vault.read(the_plan)
    name = plan.their_name if plan is not None else ""
    view = build_view(record, _chosen(record, wanted).commitment_id, vault.read(voice_for_charts), name)
    return picture(view, chart_style(read_tokens(), Look.PRINT), recovery_sentences(today), kind)


def _chosen(record: Record, wanted: str | None) -> CommitmentRecord:
    known = record.commitments
    if wanted is None:
        found = [each for each in known if each.stance is Stance.ACTIVE][:1] or list(known[:1])
    else:
        found = [each for each in known if each.commitment_id == wanted]
        found = found or [each for each in known if each.title.casefold() == wanted.strip().casefold()]
    if len(found) > 1:
        raise RuleError(Code.NAME_AMBIGUOUS)
    if not found:
        raise RuleError(Code.NO_COMMITMENT)
    return found[0]
