"""Write a settlement down as a test script."""

import re

from fairterms.settle.settlement import Settlement
from fairterms.units.quantity import write


def record(settlement: Settlement, title: str, year: int | None = None) -> str:
    """Return the text of a script that pins every step of a settlement.

    Parameters
    ----------
    settlement
        Settled with all clauses of the contract.
    title
        What the script shows.
    year
        The performance year, when the contract has several.
    """
    lines = [f"title = {_text(title)}"]
    if year:
        lines.append(f"year = {year}")
    lines += ["", "[agreed]", f'terms = "{settlement.terms}"']
    lines += ["# group = 2027-01-12   the day each side agreed", "# plan = 2027-01-14"]
    lines += ["", "[given]"]
    for name, value in settlement.figures.values.items():
        if isinstance(value, tuple):
            items = ", ".join(_text(write(one.amount, one.unit)) for one in value)
            lines.append(f"{name} = [{items}]")
        else:
            lines.append(f"{name} = {_text(write(value.amount, value.unit))}")
    lines += ["", "[expect]"]
    lines += [f"{line.id} = {_text(line.written)}" for line in settlement.lines]
    idle = [bite for bite in settlement.bites if not bite.bit]
    if idle:
        lines += ["", "[not_applied]"]
        lines += [f'"{bite.id}" = {_text(bite.reason)}' for bite in idle]
    return "\n".join(lines) + "\n"


def file_name(title: str) -> str:
    """Return a file name for a script's title.

    Examples
    --------
    >>> file_name("Savings exactly at the minimum!")
    'savings-exactly-at-the-minimum.toml'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") + ".toml"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
