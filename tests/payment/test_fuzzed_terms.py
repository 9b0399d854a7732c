"""However a terms file is mangled, loading gives problems or a contract, never a crash."""

import random
from pathlib import Path

import pytest

from fairterms.contract.reader import read_text
from fairterms.payment import binding
from fairterms.payment.evaluation import survey

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [EXAMPLES / name / "terms.toml" for name in ("cedar", "juniper")]
FILES += [EXAMPLES / "mssp" / "BASIC_E.toml"]
SCRAPS = (
    '"50 %"',
    '"$5.00"',
    "5",
    '"gate"',
    "[]",
    "{}",
    "true",
    '"not stated"',
    '"= cost / 0"',
    '"= a + b"',
    '[["1 member", "2 %"]]',
    "2027-01-01",
    '{ by = "members", rows = [["1 member", "2 %"]] }',
    '{ not_stated = "as Plan decides" }',
    '[{ value = "2 %", from = 2027-01-01 }]',
)
SEEDS = [*range(20), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(20, 200))]


def mangled(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(lines))
        how = dice.randrange(4)
        if how == 0:
            del lines[at]
        elif how == 1:
            lines.insert(at, lines[dice.randrange(len(lines))])
        elif "=" in lines[at]:
            key, _, value = lines[at].partition("=")
            new = dice.choice(SCRAPS) if how == 2 else value.replace("%", "$").replace("PMPM", "")
            lines[at] = f"{key}= {new}"
    return "\n".join(lines)


@pytest.mark.parametrize("path", FILES, ids=[path.parent.name for path in FILES])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_mangled_file_gives_problems_or_a_contract(path: Path, seed: int) -> None:
    text = mangled(path.read_text(encoding="utf-8"), random.Random(seed))  # noqa: S311
    reading = read_text(text)
    if reading.contract is None:
        assert reading.problems
        return
    problems = (*reading.problems, *binding.problems(reading.contract))
    if not problems:
        assert survey(reading.contract).worksheet.steps
