"""What the private safety switches close, for whatever leaves or comes in without a window."""

from trustplanner.domain.errors import Code, RuleError
from trustplanner.exchange.readers import Reader
from trustplanner.storage.queries.plans import last_safety_screen


def require_not_stopped(vault: Reader) -> None:
    """Commitments are not closed.

    Raises:
        RuleError: STOPPED.
    """
    screen = vault.read(last_safety_screen)
    if screen is not None and screen.stop:
        raise RuleError(Code.STOPPED)


def require_open(vault: Reader) -> None:
    """Neither commitments nor what is drawn and counted of them is closed.

    Raises:
        RuleError: STOPPED, ENDING_FIRST.
    """
    require_not_stopped(vault)
    screen = vault.read(last_safety_screen)
    if screen is not None and screen.ending:
        raise RuleError(Code.ENDING_FIRST)
