"""The people of an audit who do not all sit at the browser: a process beside the workspace.

``python -m tests.web.journeys.audit_cast`` reads one request a line and answers each with one line.
It makes accounts with a link to come in by, and lets members vote who do not act in the browser.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tests.web.journeys.workspace import ROOT

Answer = Mapping[str, Any]
NAMES = {
    "fee_1": "Avery Example",
    "fee_2": "Blair Example",
    "alternative_1": "Casey Example",
    "alternative_2": "Devon Example",
    "group_1": "Emery Example",
    "group_2": "Finley Example",
    "plan_1": "Gray Example",
    "plan_2": "Harper Example",
    "chair": "Indigo Example",
    "deputy": "Jules Example",
}
"""Who holds which seat."""


class Wings:
    """The process, as the test asks it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._to: IO[str] = process.stdin
        self._from: IO[str] = process.stdout

    def ask(self, what: str, **told: object) -> Answer:
        """Ask for one thing, and wait for the answer."""
        self._to.write(json.dumps({"what": what, **told}) + "\n")
        self._to.flush()
        answer = json.loads(self._from.readline())
        assert isinstance(answer, dict)
        return answer


@contextmanager
def behind(home: Path) -> Iterator[Wings]:
    """Run the process beside a workspace that is being served from a home."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name != "DATABASE_URL" and not name.startswith("FAIRTERMS_")
    }
    with subprocess.Popen(
        [sys.executable, "-m", "tests.web.journeys.audit_cast"],
        cwd=ROOT,
        env={**inherited, "FAIRTERMS_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Wings(process)
        finally:
            process.terminate()


def _serve() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "fairterms_web.settings"
    import django  # noqa: PLC0415 - in this process only

    django.setup()
    from tests.web.journeys import audit_cast_deeds  # noqa: PLC0415 - after Django is set up

    for line in sys.stdin:
        told = json.loads(line)
        answer = getattr(audit_cast_deeds, told.pop("what"))(**told)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
