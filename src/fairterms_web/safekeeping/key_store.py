"""The keys of the workspace, and how a backup knows them without holding them."""

import hmac
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from fairterms.units.refusal import Refusal
from fairterms_web.ledgers import signing
from fairterms_web.safekeeping import shred_list
from fairterms_web.vault import master

SECRET_FILE = "secret.key"  # noqa: S105 # nosec B105 - the name of a file


@dataclass(frozen=True)
class Keys:
    """Which keys a backup was made with.

    Attributes
    ----------
    master
        A fingerprint of the master key; the key cannot be worked out from it.
    ledger
        The ledger's public key, as one line.
    """

    master: str
    ledger: str


def fingerprint(key: bytes) -> str:
    """Return a fingerprint of a master key, 32 hexadecimal digits.

    Examples
    --------
    >>> fingerprint(bytes(32)) == fingerprint(bytes(32)), fingerprint(bytes(32))[:8]
    (True, '1bcfe689')
    """
    return hmac.digest(key, b"fairterms: fingerprint of a master key", "sha256").hex()[:32]


def in_use() -> Keys:
    """Return the keys of this workspace; those that are missing are made where that is right."""
    return Keys(fingerprint(master.master_key()), str(signing.ledger_key().public))


def check_there() -> None:
    """Refuse where the keys are not back in their place yet: none is made anew.

    Raises
    ------
    Refusal
        When the master key or the ledger's key is missing.
    """
    lacking = [] if master.present() else [master.FILE]
    ledger = Path(settings.HOME) / signing.FILE
    if signing.VARIABLE not in os.environ and not ledger.exists():
        lacking.append(signing.FILE)
    if lacking:
        why = "without them nothing that is put back could be read or checked"
        fix = (
            f"copy the files of your last backup of keys into {settings.HOME} (or set "
            f"{master.VARIABLE} and {signing.VARIABLE}), and try again"
        )
        raise Refusal("the keys", f"are not there: {' and '.join(lacking)}", why, fix)


def write(folder: Path) -> tuple[Path, ...]:
    """Write every key, and the list of destroyed rooms, into an empty folder.

    Returns
    -------
    tuple of Path
        The files.
    """
    kept = {
        master.FILE: f"{master.written(master.master_key())}\n",
        signing.FILE: f"{signing.ledger_key().line}\n",
        SECRET_FILE: f"{settings.SECRET_KEY}\n",
    }
    if shred_list.path().exists():
        kept[shred_list.FILE] = shred_list.path().read_text(encoding="utf-8")
    for name, text in kept.items():
        _write(folder / name, text)
    return tuple(folder / name for name in kept)


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
