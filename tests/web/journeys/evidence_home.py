"""A deal in which evidence can be asked for: made in a process beside the workspace.

``python -m tests.web.journeys.evidence_home`` makes the people and rooms in the workspace's home,
and prints as JSON by which link each person comes in, and the address of each room.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.web.journeys.workspace import ROOT

NAMES = ("owner", "teammate", "other party", "auditor")
RECORDS = "\n".join(
    ["member,clinic,note", *(f"p{at},{'Elm' if at < 34 else 'Oak'},made up" for at in range(184))]
)


@dataclass(frozen=True)
class Made:
    """What was made.

    Attributes
    ----------
    links
        The path by which each person comes in.
    rooms
        The path of each room.
    view
        The name of a release that was given to be read, and nobody opened yet.
    """

    links: Mapping[str, str]
    rooms: Mapping[str, str]
    view: str


def made(home: Path) -> Made:
    """Run the process beside a workspace that is being served from a home."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "DATABASE_URL" and not name.startswith("FAIRTERMS_")
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.journeys.evidence_home"],
        cwd=ROOT,
        env={**inherited, "FAIRTERMS_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Made(**json.loads(done.stdout))


def _make() -> dict[str, object]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "fairterms_web.settings"
    import django  # noqa: PLC0415 - in this process only

    django.setup()
    from fairterms_web.deals.actions import save_files  # noqa: PLC0415 - after Django is set up
    from fairterms_web.people import links  # noqa: PLC0415 - it needs Django
    from tests.web.evidence import giving  # noqa: PLC0415 - it needs Django
    from tests.web.jobs.light_cast import make_light  # noqa: PLC0415 - it needs Django

    cast = make_light()
    with cast.acting_in("group") as by:
        save_files(by=by, files={"records/patients.csv": RECORDS.encode()})
    view = giving.view(cast)
    giving.give(cast, view)
    rooms = {name: f"/rooms/{room.id}/" for name, room in cast.rooms.items()}
    ways = {name: f"/enter/{links.make(cast.people[name])}/" for name in NAMES}
    return {"links": ways, "rooms": rooms, "view": view}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_make()))
