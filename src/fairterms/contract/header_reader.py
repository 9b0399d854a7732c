"""Read the [contract] section: name, dates, rounding and what is payable."""

from datetime import date, datetime
from typing import Any

from fairterms.units import rounding
from fairterms.units.notes import Notes

KEYS = {
    "name",
    "jurisdiction",
    "line_of_business",
    "starts",
    "ends",
    "rounding",
    "payable",
}
LINES_OF_BUSINESS = (
    "commercial",
    "medicaid",
    "medicare",
    "medicare advantage",
    "marketplace",
    "self-funded",
    "all",
)


def read(raw: Any, notes: Notes) -> dict[str, Any] | None:
    """Read the header.

    Returns
    -------
    dict or None
        The contract's own fields, or None when one is missing that nothing can stand in for.
    """
    if not isinstance(raw, dict):
        notes.missing(
            ("contract",),
            "there is no [contract] section",
            "start the file with [contract] and its name, starts, ends and rounding",
            "a settlement needs the contract's dates and its rounding",
        )
        return None
    for key in raw.keys() - KEYS:
        notes.unknown(("contract", key), key, KEYS, "contract term")
    starts, ends = (_day(raw, key, notes) for key in ("starts", "ends"))
    rule = _rounding(raw, notes)
    name = _name(raw, notes)
    _line_of_business(raw, notes)
    if starts and ends and ends < starts:
        notes.add(
            ("contract", "ends"),
            f"the contract ends ({ends}) before it starts ({starts})",
            "dates-reversed",
            "no day would be covered",
            "exchange the two dates, or mend the year",
        )
        return None
    if starts is None or ends is None or rule is None:
        return None
    return {
        "name": name,
        "starts": starts,
        "ends": ends,
        "rounding": rule,
        "jurisdiction": str(raw.get("jurisdiction", "")),
        "line_of_business": str(raw.get("line_of_business", "")),
        "payable": _payable(raw, notes),
    }


def _name(raw: dict[str, Any], notes: Notes) -> str:
    name = raw.get("name", "")
    if not isinstance(name, str) or not name.strip():
        notes.missing(
            ("contract",),
            "the contract has no name",
            'write name = "Group and plan: what the contract is about"',
            "reports and scripts say which contract they are about",
        )
        return ""
    return name


def _day(raw: dict[str, Any], key: str, notes: Notes) -> date | None:
    value = raw.get(key)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    shown = "is missing" if value is None else f"is not a date: {value}"
    notes.add(
        ("contract", key),
        f"{key} {shown}",
        "bad-date",
        "terms apply from one day to another",
        f"write {key} = 2027-01-01 without quotes",
    )
    return None


def _rounding(raw: dict[str, Any], notes: Notes) -> rounding.Rounding | None:
    text = raw.get("rounding")
    if text is None:
        notes.missing(
            ("contract",),
            "the contract does not say how amounts are rounded",
            rounding.HOW_TO_WRITE + "; ask the plan when the text is silent",
            "at a 50 % share, half up and half even disagree in a quarter of settlements",
        )
        return None
    try:
        return rounding.parse(str(text))
    except ValueError as wrong:
        notes.add(
            ("contract", "rounding"),
            f'"{text}" is not a rounding rule',
            "bad-rounding",
            "to what, how and where amounts are rounded moves money",
            str(wrong),
        )
        return None


def _line_of_business(raw: dict[str, Any], notes: Notes) -> None:
    line = raw.get("line_of_business")
    if line is not None and line not in LINES_OF_BUSINESS:
        notes.unknown(
            ("contract", "line_of_business"), str(line), LINES_OF_BUSINESS, "line of business"
        )


def _payable(raw: dict[str, Any], notes: Notes) -> tuple[str, ...]:
    payable = raw.get("payable", [])
    if isinstance(payable, list) and all(isinstance(item, str) for item in payable):
        return tuple(payable)
    notes.add(
        ("contract", "payable"),
        "payable is not a list of clause ids",
        "bad-payable",
        "it says which results add up to the amount paid",
        'write payable = ["savings", "care_management"]',
    )
    return ()
