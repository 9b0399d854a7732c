"""Keys are read once and kept; a test with keys of its own has them forgotten."""

from fairterms_web.ledgers.signing import ledger_key
from fairterms_web.vault.master import master_key


def forget_keys() -> None:
    """Read the keys again when they are needed next."""
    master_key.cache_clear()
    ledger_key.cache_clear()
