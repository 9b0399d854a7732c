"""Make the example plans' sample files: made-up people, the same on every run.

    python examples/build_samples.py

writes ``samples/`` into ``cedar`` and ``juniper``. Cedar's plan sends claims alone, with mistakes
planted in them; Juniper's plan sends a month of enrolment and claims that stand the test.
"""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

EXAMPLES = Path(__file__).parent
RECEIVED = date(2026, 11, 12)
MEMBERS = 45
CLAIMS = 120
ENROLMENT = (
    "member_id",
    "enrollment_start_date",
    "payer",
    "product",
    "attributed_provider_id",
    "raf",
)
CLAIM = (
    "claim_id",
    "claim_line_number",
    "member_id",
    "claim_line_start_date",
    "claim_line_end_date",
    "admission_date",
    "discharge_date",
    "paid_date",
    "code_system",
    "hcpcs_code",
    "diagnosis_code_1",
    "paid_amount",
    "allowed_amount",
)
VISITS = (("90837", 15200), ("90834", 11850), ("90791", 17100), ("99213", 9400))
DIAGNOSES = ("F331", "F411", "F4310", "F341")

Row = tuple[object, ...]


def enrolment(draw: Random, product: str) -> list[Row]:
    """Make one row a member."""
    first = date(2026, 1, 1)
    return [
        (
            f"M{number:04d}",
            first.isoformat(),
            "Made-up Plan",
            product,
            "GROUP-1",
            f"{draw.uniform(0.4, 2.2):.4f}",
        )
        for number in range(1, MEMBERS + 1)
    ]


def claims(draw: Random) -> list[Row]:
    """Make claims of October 2026, two of them for stays in hospital."""
    rows: list[Row] = []
    for number in range(1, CLAIMS + 1):
        day = date(2026, 10, 1) + timedelta(days=draw.randrange(31))
        is_stay = number in (40, 90)
        left = day + timedelta(days=4) if is_stay else day
        code, cents = ("99223", 145000) if is_stay else draw.choice(VISITS)
        stay = (day.isoformat(), left.isoformat()) if is_stay else ("", "")
        rows.append(
            (
                f"C{number:05d}",
                1,
                f"M{draw.randrange(1, MEMBERS + 1):04d}",
                day.isoformat(),
                left.isoformat(),
                *stay,
                date(2026, 11, 6).isoformat(),
                "HCPCS",
                code,
                draw.choice(DIAGNOSES),
                f"{cents * 0.9 / 100:.2f}",
                f"{cents / 100:.2f}",
            )
        )
    return rows


def with_mistakes(rows: list[Row]) -> list[Row]:
    """Plant what a hurried export brings: rows twice, ends before starts, days to come, gaps."""
    found = [list(row) for row in rows]
    for place in (10, 30, 70):
        found[place] = list(found[place - 1])
    for place in (15, 55):
        found[place][4] = "2026-09-01"
    found[60][3] = found[60][4] = "2027-03-02"
    for place in range(0, CLAIMS, 4):
        found[place][12] = ""
    for place in (5, 95):
        found[place][2] = ""
    return [tuple(row) for row in found]


def write(path: Path, titles: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(titles)
        writer.writerows(rows)


def build(name: str, folder: Path) -> None:
    """Make one example's sample in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    # Nothing secret is drawn: the same file must come out on every run.
    draw = Random({"cedar": 20261101, "juniper": 20261102}[name])  # noqa: S311
    if name == "juniper":
        write(folder / "enrolment.csv", ENROLMENT, enrolment(draw, "Summit Example EPO"))
        write(folder / "claims.csv", CLAIM, claims(draw))
    else:
        write(folder / "claims.csv", CLAIM, with_mistakes(claims(draw)))
    received = f"# Made-up people; made by examples/build_samples.py.\nreceived = {RECEIVED}\n"
    (folder / "received.toml").write_text(received, encoding="utf-8")


if __name__ == "__main__":
    for example in ("cedar", "juniper"):
        build(example, EXAMPLES / example / "samples")
