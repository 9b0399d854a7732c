"""A backup whose program may not pass the walls: ``python -m tests.web.drill.blind FOLDER``."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairterms_web.settings")
django.setup()

from fairterms_web.safekeeping import backups, postgresql_dump  # noqa: E402 - Django comes first

_seen = postgresql_dump._surroundings


def _blind() -> Mapping[str, str]:
    return {**_seen(), "PGOPTIONS": ""}


if __name__ == "__main__":
    postgresql_dump._surroundings = _blind
    backups.make(Path(sys.argv[1]))
