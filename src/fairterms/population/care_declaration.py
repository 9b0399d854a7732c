"""Read the section ``[care_elsewhere]`` of a deal's outcomes.toml into its settings."""

from collections.abc import Mapping
from typing import Any

from fairterms.population.care_rules import (
    NOT_KNOWN,
    CostChange,
    Dearest,
    OwnBy,
    Part,
    Parts,
    People,
    Proof,
    RateChange,
    Setting,
    VisitRule,
)
from fairterms.population.care_settings import Settings
from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.declared_table import DeclaredTable
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.units.notes import Notes
from fairterms.units.period import calendar_year
from fairterms.units.quantity import count

SECTION = "care_elsewhere"
_KEYS = (
    "year",
    "people",
    "visit_statuses",
    "month_rule",
    "payers",
    "lines_of_business",
    "plans",
    "amount",
    "service_day",
    "paid_through",
    "outside_membership",
    "own_by",
    "own_ids",
    "visits",
    "stays",
    "part",
    "rest",
    "rest_within_reach",
    "scenario",
    "rate",
    "false_alarm",
    "power",
    "dearest",
)
_SETTING = ("claim_types", "place_codes", "bill_types")
_PEOPLE = {
    "attributed": People.ATTRIBUTED,
    "patients": People.PATIENTS,
    "members": People.MEMBERS,
}
_MONTH = {
    "first day": MonthRule.FIRST_DAY,
    "fifteenth": MonthRule.FIFTEENTH,
    "any day": MonthRule.ANY_DAY,
}
_AMOUNT = {"paid": Amount.PAID, "allowed": Amount.ALLOWED}
_DAY = {"line": ServiceDay.LINE, "admission": ServiceDay.ADMISSION}
_OUTSIDE = {"counted": Outsiders.COUNTED, "left out": Outsiders.LEFT_OUT}
_OWN = {"rendering": OwnBy.RENDERING, "billing": OwnBy.BILLING, "either": OwnBy.EITHER}
_PROVIDER = {"rendering": OwnBy.RENDERING, "billing": OwnBy.BILLING}
_WHOSE = "a number without an owner cannot be checked"


def read_settings(table: Mapping[str, Any], notes: Notes) -> Settings | None:
    """Read what a deal declares about care elsewhere.

    Parameters
    ----------
    table
        The section as parsed, without its own name.
    notes
        Where problems go, each with its line.

    Returns
    -------
    Settings or None
        None where the section has a problem.
    """
    before = len(notes.found)
    top = DeclaredTable(table, (SECTION,), notes)
    top.refuse_unknown(_KEYS)
    parts, visits, stays = _parts(top), _visits(top), _stays(top)
    exposure, cost = _exposure(top), _cost(top)
    people, own_by = top.choice("people", _PEOPLE), top.choice("own_by", _OWN)
    is_seen = people is People.PATIENTS
    statuses = top.words("visit_statuses", '["finished"]', is_needed=is_seen)
    own_ids = top.words("own_ids", '["1234567890"]')
    scenarios = tuple(_scenario(one, parts) for one in top.tables("scenario"))
    rates = tuple(_rate(one) for one in top.tables("rate"))
    proof = _proof(top) if scenarios or rates else None
    share = top.share("dearest") if "dearest" in table else None
    if len(notes.found) > before:
        return None
    assert exposure and cost and people and own_by and visits and stays and parts  # noqa: PT018
    dearest = Dearest(share, calendar_year(exposure.period.first.year - 1)) if share else None
    return Settings(
        people,
        statuses,
        exposure,
        cost,
        own_by,
        own_ids,
        visits,
        stays,
        parts,
        tuple(one for one in scenarios if one),
        tuple(one for one in rates if one),
        proof,
        dearest,
    )


def _exposure(top: DeclaredTable) -> Exposure | None:
    year, rule = top.whole("year", 1990, 2200), top.choice("month_rule", _MONTH)
    selection = Selection(
        top.words("payers", '["Example Health Plan"]'),
        top.words("lines_of_business", '["commercial"]'),
        top.words("plans", '["Example PPO"]'),
    )
    return Exposure(rule, calendar_year(year), selection) if year and rule else None


def _cost(top: DeclaredTable) -> CostRule | None:
    amount, day = top.choice("amount", _AMOUNT), top.choice("service_day", _DAY)
    outside, until = top.choice("outside_membership", _OUTSIDE), top.day("paid_through")
    return CostRule(amount, day, until, outside) if amount and day and outside else None


def _visits(top: DeclaredTable) -> VisitRule | None:
    table = top.table("visits")
    if table is None:
        return None
    table.refuse_unknown(
        ("claim_types", "service_codes", "provider", "group_is_one", "least_visits")
    )
    provider, is_one = table.choice("provider", _PROVIDER), table.flag("group_is_one")
    least = table.whole("least_visits", 2, 100)
    types = table.words("claim_types", '["professional"]')
    codes = table.words("service_codes", '["908", "992"]')
    if provider is None or is_one is None or least is None:
        return None
    return VisitRule(types, codes, provider, is_one, least)


def _setting(table: DeclaredTable) -> Setting:
    return Setting(
        table.words("claim_types", '["institutional"]'),
        table.words("place_codes", '["21", "51"]'),
        table.words("bill_types", '["11"]'),
    )


def _stays(top: DeclaredTable) -> Setting | None:
    table = top.table("stays")
    if table is None:
        return None
    table.refuse_unknown(_SETTING)
    setting = _setting(table)
    if setting.is_empty and not any(key in table.raw for key in _SETTING):
        _nothing_named(table, "a day in hospital")
    return setting


def _nothing_named(table: DeclaredTable, what: str) -> None:
    table.notes.add(
        table.path,
        f"nothing says what {what} looks like in the bills",
        "names-nothing",
        "either every bill or none would belong to it",
        'name claim_types, place_codes or bill_types, such as bill_types = ["11"]',
    )


def _parts(top: DeclaredTable) -> Parts | None:
    rest = top.text("rest", "what no part takes needs a name on the page")
    is_within = top.flag("rest_within_reach")
    taken, found = {rest, NOT_KNOWN}, []
    for table in top.tables("part"):
        part = _part(table, taken)
        if part:
            taken.add(part.name)
            found.append(part)
    return Parts(tuple(found), rest, is_within) if rest and is_within is not None else None


def _part(table: DeclaredTable, taken: set[str]) -> Part | None:
    table.refuse_unknown(("name", "diagnoses", "within_reach", *_SETTING))
    name = table.text("name", "it stands on the page")
    if name in taken:
        what = f'two parts are called "{name}"' if name != NOT_KNOWN else f'"{name}" is taken'
        why = "their costs could not be told apart"
        table.notes.add((*table.path, "name"), what, "duplicate-part", why, "give another name")
        return None
    setting, diagnoses = _setting(table), table.words("diagnoses", '["F"]')
    is_within = table.flag("within_reach")
    is_named = any(key in table.raw for key in ("diagnoses", *_SETTING))
    if not is_named:
        _nothing_named(table, "this part")
    if not name or is_within is None or (setting.is_empty and not diagnoses):
        return None
    return Part(name, setting, diagnoses, is_within)


def _scenario(table: DeclaredTable, parts: Parts | None) -> CostChange | None:
    table.refuse_unknown(("name", "part", "avoidable", "falls_by", "source", "for_the_dearest"))
    name, part = table.text("name", "it stands on the page"), table.raw.get("part")
    known = {one: one for one in parts.names if one != NOT_KNOWN} if parts else None
    which = table.choice("part", known) if known else str(part)
    avoidable = table.share("avoidable", is_whole_allowed=True)
    falls = table.share("falls_by", is_whole_allowed=True)
    source, for_dearest = table.text("source", _WHOSE), table.flag("for_the_dearest")
    if not (name and which and avoidable and falls and source) or for_dearest is None:
        return None
    return CostChange(name, which, avoidable, falls, source, for_dearest)


def _rate(table: DeclaredTable) -> RateChange | None:
    table.refuse_unknown(("name", "now", "then", "people", "source"))
    name, source = table.text("name", "it stands on the page"), table.text("source", _WHOSE)
    now, then = table.share("now"), table.share("then")
    people = table.number("people", count("patient"))
    if not (name and source and now and then and people):
        return None
    if now == then:
        what, fix = "now and then are the same rate", "write the rate hoped for as then"
        table.notes.add((*table.path, "then"), what, "no-change", "there is nothing to see", fix)
        return None
    return RateChange(name, float(now), float(then), people, source)


def _proof(top: DeclaredTable) -> Proof | None:
    alarm, power = top.share("false_alarm"), top.share("power")
    if alarm is None or power is None:
        return None
    if alarm >= power:
        top.notes.add(
            (SECTION, "power"),
            "power is not above false_alarm",
            "impossible-share",
            "a real change must be seen oftener than chance is mistaken for one",
            'write false_alarm = "5 %" and power = "80 %"',
        )
        return None
    return Proof(float(alarm), float(power))
