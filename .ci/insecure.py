"""Let bandit read our sources; what a line already explains to ruff it explains to bandit too.

ruff's rules S101 to S704 are bandit's B101 to B704. A line that says ``# noqa: S608`` and why is
therefore no finding here, so that no line needs two remarks. What only bandit sees and what is
right nevertheless says ``# nosec B105`` and why.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORE = "src/fairterms/"
NOT_IN_THE_CORE = {"B311"}
"""The core draws numbers for estimates and never for secrets; its draws must repeat."""


def unexplained(finding: Mapping[str, object], lines: list[str]) -> bool:
    """Tell whether no line of a finding says why it is right."""
    if finding["test_id"] in NOT_IN_THE_CORE and str(finding["filename"]).startswith(CORE):
        return False
    rule = str(finding["test_id"]).replace("B", "S", 1)
    span = finding["line_range"]
    assert isinstance(span, list), "bandit gives the numbers of the lines"
    # A string over several lines carries its remark at its first or its last line.
    said = "\n".join(lines[min(span) - 1 : max(span)])
    return re.search(rf"noqa: [A-Z0-9, ]*\b{rule}\b", said) is None


def findings(folder: str) -> list[dict[str, object]]:
    """Return what bandit finds in a folder."""
    done = subprocess.run(  # noqa: S603 - our own words alone
        [sys.executable, "-m", "bandit", "-q", "-c", "pyproject.toml", "-f", "json", "-r", folder],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    said = json.loads(done.stdout)
    if said["errors"]:
        raise SystemExit(f"bandit could not read: {said['errors']}")
    found: list[dict[str, object]] = said["results"]
    return found


def main() -> int:
    """Print what nobody explained; return 1 when there is any."""
    left = [
        f"{one['filename']}:{one['line_number']}: {one['issue_text']} [{one['test_id']}]"
        for one in findings("src")
        if unexplained(one, (ROOT / str(one["filename"])).read_text("utf-8").splitlines())
    ]
    sys.stdout.write("\n".join(left) + "\n" if left else "bandit: nothing unexplained in src\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
