"""Ask a public service whether a locked package has a known vulnerability, and say what was asked.

pip-audit ends well when it could not look a package up: on a machine that reaches a package mirror
and nothing else it would report "no known vulnerabilities" of packages nobody asked about. So its
answer is counted: how many were looked up, how many not, how many are vulnerable.

It ends with 0 when all were looked up and none is vulnerable, with 1 when one is, and with 3 when
some or all could not be looked up.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "requirements"
LOCKS = (_FOLDER / "dev.txt", _FOLDER / "reserving.txt")
"""Hold every package of every other lock."""
SERVICES = ("pypi", "osv")
CLEAN, VULNERABLE, NOT_ASKED = 0, 1, 3


@dataclass(frozen=True)
class Answer:
    """What one service said.

    Attributes
    ----------
    asked
        How many packages were looked up.
    not_asked
        The names of those that were not.
    vulnerable
        One line for each known vulnerability.
    """

    asked: int
    not_asked: tuple[str, ...]
    vulnerable: tuple[str, ...]

    @property
    def code(self) -> int:
        """How the program ends."""
        if self.vulnerable:
            return VULNERABLE
        return CLEAN if self.asked and not self.not_asked else NOT_ASKED

    @property
    def sentences(self) -> str:
        """The answer in words."""
        if not self.asked:
            return (
                "NOT CHECKED: no service that knows vulnerabilities could be reached from here. "
                "Nothing is known about these packages. Run this where there is a network:\n"
                "  .venv/bin/python .ci/vulnerabilities.py\n"
            )
        lines = [f"{self.asked} packages were looked up.", *self.vulnerable]
        if self.not_asked:
            lines.append(f"NOT CHECKED: {', '.join(self.not_asked)}")
        if not self.vulnerable:
            lines.append("No known vulnerability in those that were looked up.")
        return "\n".join(lines) + "\n"


NOTHING = Answer(0, (), ())


def read(output: str) -> Answer:
    """Read what pip-audit printed; a service that broke down answered nothing."""
    try:
        said = json.loads(output)
    except json.JSONDecodeError:
        return NOTHING
    packages = said["dependencies"]
    asked = [one for one in packages if "skip_reason" not in one]
    return Answer(
        asked=len(asked),
        not_asked=tuple(one["name"] for one in packages if "skip_reason" in one),
        vulnerable=tuple(line for one in asked for line in _lines(one)),
    )


def _lines(package: Mapping[str, object]) -> Iterable[str]:
    found = package.get("vulns", [])
    assert isinstance(found, list), "pip-audit lists them"
    for one in found:
        mended = ", ".join(one["fix_versions"]) or "no version yet"
        yield f"  {package['name']} {package['version']}: {one['id']}; mended in {mended}"


def ask(service: str) -> Answer:
    """Ask one service about the lock, without installing anything."""
    how = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "-f", "json")
    done = subprocess.run(  # noqa: S603 - our own words alone
        [sys.executable, "-m", "pip_audit", "-s", service, *how, *_named(LOCKS)],
        capture_output=True,
        check=False,
        text=True,
    )
    return read(done.stdout)


def _named(locks: Iterable[Path]) -> list[str]:
    return [part for lock in locks for part in ("-r", str(lock))]


def main() -> int:
    """Ask the services in turn until one knows all; report the best answer."""
    best = NOTHING
    for service in SERVICES:
        answer = ask(service)
        best = max(best, answer, key=lambda one: one.asked)
        if answer.code != NOT_ASKED:
            break
    sys.stdout.write(best.sentences)
    return best.code


if __name__ == "__main__":
    sys.exit(main())
