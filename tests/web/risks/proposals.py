"""Two risks that the library proposes, as the work of a decision writes them."""

import json

from fairterms.risks.library.fragment import toml_of
from fairterms.risks.library.waking import wake
from fairterms_web.jobs.made.risks import MATRIX
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING

WOKEN = wake([seen("recoup-limits"), seen("dispute-process")], NOTHING)
IDS = [one.risk.id for one in WOKEN]


def state(*, has_register: bool = False) -> bytes:
    """The part that says how the register stands."""
    proposed = [
        {
            "id": one.risk.id,
            "title": one.risk.title,
            "is_certain": one.is_certain,
            "toml": toml_of([one]),
        }
        for one in WOKEN
    ]
    problem = {"line": 3, "what": "the owner is missing", "why": "as it is", "fix": "name one"}
    problems = [problem] if has_register else []
    told = {"has_register": has_register, "problems": problems, "proposed": proposed}
    return json.dumps(told).encode()


PARTS = {
    "risks.json": state(),
    "risks.html": b"<p>The heat map</p>",
    "risks.pdf": b"%PDF made up",
    "risks.xlsx": b"a workbook",
}
WITH_REGISTER = {**PARTS, "risks.json": state(has_register=True), MATRIX: b"risk,control"}
