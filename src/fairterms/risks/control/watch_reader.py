"""Read acceptances, indicators, readings and exceptions of ``risks.toml``."""

import re
from collections.abc import Collection, Mapping

from fairterms.risks.control.acceptance import Acceptance
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.entry import Entry
from fairterms.risks.control.exception import CauseClass, ExceptionItem, Waiver
from fairterms.risks.control.indicator import Direction, Indicator, Reading, Timing
from fairterms.units.finding import Severity
from fairterms.units.period import Period
from fairterms.units.quantity import FRACTION, Quantity

_ACCEPTANCE_KEYS = ("impact", "estimate", "rating", "reason", "approver", "expires")
_INDICATOR_KEYS = (
    "id",
    "impact",
    "kind",
    "formula",
    "worse",
    "amber",
    "red",
    "lead_time",
    "cadence",
    "owner",
    "starts",
)
_READING_KEYS = ("indicator", "from", "to", "value", "count", "source")
_EXCEPTION_KEYS = (
    "id",
    "rule",
    "indicator",
    "subject",
    "severity",
    "opened",
    "due",
    "owner",
    "cause",
    "resolution",
    "waiver",
)
_HASH = re.compile(r"sha256:[0-9a-f]{64}")


def read_acceptance(entry: Entry, impacts: Collection[str]) -> Acceptance | None:
    """Read one acceptance; None where something it needs is missing.

    Parameters
    ----------
    entry
        Its block.
    impacts
        The ids it may name.
    """
    entry.only(_ACCEPTANCE_KEYS)
    impact = entry.known("impact", impacts, "impact")
    estimate = entry.words("estimate", "the id of the estimate it rests on")
    rating = entry.words("rating", "medium")
    reason = entry.words("reason", "at most one payment of a year, and the reserve holds three")
    approver, expires = entry.words("approver", "practice owner"), entry.day("expires")
    if expires is None or not all((impact, estimate, rating, reason, approver)):
        return None
    return Acceptance(impact, estimate, rating, reason, approver, expires)


def read_indicator(entry: Entry, impacts: Collection[str], taken: set[str]) -> Indicator | None:
    """Read one indicator; None where something it needs is missing.

    Parameters
    ----------
    entry
        Its block.
    impacts
        The ids it may name.
    taken
        Ids in use; its own is added.
    """
    entry.only(_INDICATOR_KEYS)
    name, impact = entry.id(taken), entry.known("impact", impacts, "impact")
    timing, direction = entry.choice("kind", Timing), entry.choice("worse", Direction)
    formula = entry.words("formula", "claims paid after 30 days, of all claims paid in the month")
    amber, red = entry.amount("amber", "5 %"), entry.amount("red", "10 %")
    lead, cadence = _lead_days(entry, timing), entry.choice("cadence", Cadence)
    owner, starts = entry.words("owner", "billing lead"), entry.day("starts")
    if not all((name, impact, formula, owner)) or timing is None or direction is None:
        return None
    if amber is None or red is None or lead is None or cadence is None or starts is None:
        return None
    return entry.build(
        lambda: Indicator(
            name, impact, timing, formula, direction, amber, red, lead, cadence, owner, starts
        )
    )


def _lead_days(entry: Entry, timing: Timing | None) -> int | None:
    if timing is Timing.LAGGING and not entry.has("lead_time"):
        return 0
    found = entry.count("lead_time", "90 days", least=1)
    if found is None or found.unit.noun == "day":
        return None if found is None else int(found.amount)
    entry.refuse("lead_time", f"lead_time is in {found.unit}", 'write it in days, like "90 days"')
    return None


def read_reading(
    entry: Entry,
    written: Collection[str],
    indicators: Mapping[str, Indicator],
    seen: set[object],
) -> Reading | None:
    """Read one reading; None where something it needs is missing.

    Parameters
    ----------
    entry
        Its block.
    written
        The ids of indicators it may name.
    indicators
        Those that could be read, by id.
    seen
        Indicators with periods already read; its own is added.
    """
    entry.only(_READING_KEYS)
    name = entry.known("indicator", written, "indicator")
    period, value = _period(entry), entry.amount("value", "7.5 %")
    count = entry.count("count", "120 claims", least=1) if entry.has("count") else None
    source = _source(entry)
    if name not in indicators or period is None or value is None:
        return None
    is_sound = _is_in_unit(entry, value, indicators[name]) and _has_base(entry, value)
    if not is_sound or _is_twice(entry, name, period, seen):
        return None
    return Reading(name, period, value, count, source)


def _period(entry: Entry) -> Period | None:
    first, last = entry.day("from"), entry.day("to")
    if first is None or last is None:
        return None
    if last < first:
        what = f"the reading ends ({last}) before it begins ({first})"
        entry.refuse("to", what, "give the first and the last day that it covers")
        return None
    return Period(first, last)


def _source(entry: Entry) -> str:
    source = entry.optional_words("source", "sha256:… of the file")
    if source and not _HASH.fullmatch(source):
        fix = 'write source = "sha256:" and the 64 digits that sha256sum prints for the file'
        entry.refuse("source", "source is not the hash of a file", fix)
        return ""
    return source


def _is_in_unit(entry: Entry, value: Quantity, indicator: Indicator) -> bool:
    if value.unit == indicator.unit:
        return True
    what = f"this reading is in {value.unit}, its indicator in {indicator.unit}"
    entry.refuse("value", what, f"write the value in {indicator.unit}", "wrong-unit")
    return False


def _has_base(entry: Entry, value: Quantity) -> bool:
    if value.unit != FRACTION or entry.has("count"):
        return True
    entry.notes.missing(
        (*entry.path, "value"),
        "this percentage does not say of how many",
        'add count = "120 claims"',
        "10 % of ten is one of them, and may be chance",
    )
    return False


def _is_twice(entry: Entry, name: str, period: Period, seen: set[object]) -> bool:
    if (name, period) in seen:
        what = f"{name} is read twice for {period}"
        entry.refuse("indicator", what, "keep one of the two", "duplicate")
        return True
    seen.add((name, period))
    return False


def read_exception(
    entry: Entry, indicators: Collection[str], taken: set[str]
) -> ExceptionItem | None:
    """Read one exception; None where something it needs is missing.

    Parameters
    ----------
    entry
        Its block.
    indicators
        The ids it may name.
    taken
        Ids in use; its own is added.
    """
    entry.only(_EXCEPTION_KEYS)
    name = entry.id(taken)
    rule = entry.optional_words("rule", "every file is accepted within 10 days")
    indicator = entry.known("indicator", indicators, "indicator") if entry.has("indicator") else ""
    subject = entry.words("subject", "the eligibility file of March")
    severity = entry.choice("severity", Severity)
    opened, due, owner = entry.day("opened"), entry.day("due"), entry.words("owner", "data lead")
    cause = entry.choice("cause", CauseClass) if entry.has("cause") else None
    resolution = entry.optional_words("resolution", "the file was sent again and accepted")
    if not all((name, subject, owner)) or severity is None or opened is None or due is None:
        return None
    if entry.has("indicator") and not indicator:
        return None
    waiver = _waiver(entry)
    return entry.build(
        lambda: ExceptionItem(
            name,
            rule,
            indicator,
            subject,
            severity,
            opened,
            due,
            owner,
            cause,
            resolution,
            waiver,
        )
    )


def _waiver(entry: Entry) -> Waiver | None:
    raw = entry.raw.get("waiver")
    if raw is None:
        return None
    inner = Entry(raw if isinstance(raw, dict) else {}, (*entry.path, "waiver"), entry.notes)
    inner.only(("reason", "approver", "expires"))
    reason = inner.words("reason", "the plan mends its file by May")
    approver, expires = inner.words("approver", "practice owner"), inner.day("expires")
    if expires is None or not all((reason, approver)):
        return None
    return Waiver(reason, approver, expires)
