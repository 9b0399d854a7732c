"""The key the workspace signs its checkpoints with, and what its ledgers are called.

The key's name is the name of this workspace, so that a ledger keeps its name as long as its key.
"""

import os
from functools import lru_cache
from pathlib import Path
from secrets import token_hex

from django.conf import settings

from fairterms.ledger.key import PrivateKey, Purpose, new_key, read_private
from fairterms.units.refusal import Refusal

VARIABLE = "FAIRTERMS_LEDGER_KEY"
NAME = "FAIRTERMS_LEDGER_NAME"
UNNAMED = "fairterms.localhost"
LONGEST_NAME = 60
"""A ledger's name is this one, a slash and a room, and has at most 100 characters."""
FILE = "ledger.key"


@lru_cache(maxsize=1)
def ledger_key() -> PrivateKey:
    """Return the signing key: from the environment, else from the file beside the database.

    Raises
    ------
    Refusal
        When what is there is no key of a ledger. A new one is made only where there is neither.
    """
    written = os.environ.get(VARIABLE)
    if written is not None:
        return _checked(read_private(written), VARIABLE)
    path = Path(settings.HOME) / FILE
    if not path.exists():
        _make(path)
    return _checked(read_private(path.read_text(encoding="utf-8", errors="replace")), str(path))


def origin_of(room_id: str) -> str:
    """Return the name of a room's ledger, such as ``fairterms.example/4f0c…``."""
    return f"{ledger_key().name}/{room_id}"


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    key = _checked(new_key(os.environ.get(NAME) or UNNAMED, Purpose.LEDGER), NAME)
    beside = path.with_name(f".{path.name}.{token_hex(8)}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(f"{key.line}\n".encode())
        file.flush()
        os.fsync(file.fileno())
    try:
        # Two programs may start at once: a link appears whole, and only for the first of them.
        path.hardlink_to(beside)
    except FileExistsError:
        pass
    finally:
        beside.unlink()


def _checked(key: PrivateKey, where: str) -> PrivateKey:
    why = "everybody who keeps a checkpoint checks it by the name and the key of this workspace"
    if key.purpose is not Purpose.LEDGER:
        fix = "put the ledger's own key there; a witness keeps its key to itself"
        raise Refusal(where, "holds the key of a witness", why, fix)
    if len(key.name) > LONGEST_NAME:
        fix = f"choose a name of at most {LONGEST_NAME} characters, such as fairterms.example"
        raise Refusal(where, "names the workspace too long", why, fix)
    return key
