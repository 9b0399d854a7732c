"""How the workspace's API answers requests made from its own description, right and wrong.

Run ``python benchmarks/api_fuzz.py --cases 20000``; it makes a workspace of made-up people on a
SQLite of its own, asks every operation with a token that may do everything and without one, and
prints how often it answered what, and every answer that did not keep to the description.
"""

import argparse
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def main() -> None:
    """Ask, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        is_sound = _run(Path(home), asked.cases, asked.seed)
    sys.exit(0 if is_sound else 1)


def _run(home: Path, cases: int, number: int) -> bool:
    _set_up(home)
    # Models are there only once Django is set up.
    from tests.web.api.fuzzing import fuzz  # noqa: PLC0415
    from tests.web.api.program import EVERYTHING, program_of  # noqa: PLC0415
    from tests.web.cast import make  # noqa: PLC0415

    cast = make()
    owner = program_of(cast, "owner", ("group", "joint"), EVERYTHING)
    began = time.monotonic()
    counts = fuzz(cast, owner.secret, cases, number)
    print(f"{counts.cases} requests in {time.monotonic() - began:.0f} s")
    for status, count in sorted(counts.statuses.items()):
        print(f"  {status}: {count}")
    for one in sorted(counts.wrong):
        print(f"  wrong: {one}")
    print(f"{len(counts.wrong)} kinds of answers did not keep to the description")
    return not counts.wrong


def _set_up(home: Path) -> None:
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "fairterms_web.settings",
        "FAIRTERMS_HOME": str(home),
        "DATABASE_URL": f"sqlite:///{home / 'workspace.sqlite3'}",
        "FAIRTERMS_SECRET": "made up",
    }
    import django  # noqa: PLC0415 - reads the environment above
    from django.core.management import call_command  # noqa: PLC0415 - as above

    django.setup()
    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    main()
