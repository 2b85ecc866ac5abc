"""What a new passphrase must be. How hard it is to guess is only said, never demanded."""

from typing import Final

from trustplanner.domain.errors import Code, RuleError

SHORTEST: Final = 8  # characters


def require_new_passphrase(passphrase: str, again: str) -> None:
    """Refuse a new passphrase that is none, too short, or not typed twice alike.

    Raises:
        RuleError: NO_PASSPHRASE, PASSPHRASE_SHORT, PASSPHRASES_DIFFER.
    """
    if not passphrase:
        raise RuleError(Code.NO_PASSPHRASE)
    if len(passphrase) < SHORTEST:
        raise RuleError(Code.PASSPHRASE_SHORT, least=SHORTEST)
    if passphrase != again:
        raise RuleError(Code.PASSPHRASES_DIFFER)
