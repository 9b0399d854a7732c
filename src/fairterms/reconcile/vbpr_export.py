"""Our settlement as a value-based performance report (a FHIR MeasureReport).

Figures and lines become groups, each with the payment it belongs to. A number keeps the digits it
is shown with, so that reading the report back gives the settlement's own lines.

Sources
-------
HL7 Da Vinci Value-Based Performance Reporting, STU 1.1, profile "vbp-performance-measurereport":
the elements it requires are those that :func:`missing` asks for.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.payment.evaluation import model_of
from fairterms.reconcile.statement.fhir_node import Node, NotReadable, parse
from fairterms.reconcile.statement.vbpr_codes import (
    GUIDE,
    METRIC_SYSTEM,
    OWN_SYSTEM,
    STREAM_SYSTEM,
    STREAMS,
)
from fairterms.reconcile.statement.vbpr_units import DOLLARS, unit_text
from fairterms.settle.settlement import Settlement
from fairterms.units.quantity import MONEY, SHOWN_DIGITS, Kind, Unit

PROFILE = f"{GUIDE}/StructureDefinition/vbp-performance-measurereport"
CATEGORY = "http://hl7.org/fhir/StructureDefinition/measurereport-category"
CATEGORY_SYSTEM = "http://hl7.org/fhir/CodeSystem/measurereport-category"
FIGURE_CODES = {"member_months": "member-months"}
"""Figures that are a metric of the guide whatever the contract."""
STATUSES = ("complete", "pending", "error")
Json = str | bool | int | Decimal | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True)
class Issue:
    """Who issues a report about whom, under which contract header, and when.

    Attributes
    ----------
    measure
        The address of the contract header.
    group, plan
        The names of the two sides.
    group_reference, plan_reference
        Their references, such as "Organization/juniper".
    issued
        The day of the report.
    paid_through
        The last day of payment of the claims counted; None where it is not known.
    """

    measure: str
    group: str
    plan: str
    group_reference: str
    plan_reference: str
    issued: date
    paid_through: date | None = None

    def __post_init__(self) -> None:
        assert all((self.measure, self.group_reference, self.plan_reference)), "a report names all"


def export(settlement: Settlement, contract: Contract, issue: Issue) -> str:
    """Return a settlement as the JSON text of a report.

    Parameters
    ----------
    settlement
        What was settled.
    contract
        Its terms, which say to what payment each clause belongs.
    issue
        What a settlement does not know: the header's address, the two sides, the day.
    """
    streams = {clause.id: model_of(clause).category(clause).vbpr for clause in contract.clauses}
    groups = [*_figures(settlement.figures, issue), *_lines(settlement, streams, issue)]
    report: dict[str, Json] = {
        "resourceType": "MeasureReport",
        "meta": {"profile": [PROFILE]},
        "extension": [
            {"url": CATEGORY, "valueCodeableConcept": _concept({CATEGORY_SYSTEM: "vbp"}, "")}
        ],
        "status": "complete",
        "type": "summary",
        "measure": issue.measure,
        "subject": {
            "extension": [
                {
                    "url": _extension("organization-subject"),
                    "valueReference": {"reference": issue.group_reference},
                }
            ],
            "display": issue.group,
        },
        "date": issue.issued.isoformat(),
        "reporter": {"reference": issue.plan_reference, "display": issue.plan},
        "period": {
            "start": settlement.period.first.isoformat(),
            "end": settlement.period.last.isoformat(),
        },
        "group": groups,
    }
    return _text(report) + "\n"


def missing(report: str) -> tuple[str, ...]:
    """Return what a report lacks of the elements its profile requires; empty when it has all.

    Parameters
    ----------
    report
        The JSON text.
    """
    try:
        root = parse(report)
    except NotReadable as reason:
        return (f"a JSON text ({reason})",)
    return tuple(
        words for words, is_there in (*_required(root), *_required_of_groups(root)) if not is_there
    )


def _required(root: Node) -> Iterator[tuple[str, bool]]:
    """Give each required element of the report, and whether it is there."""
    profiles = [one.text() for one in root.get("meta").items("profile")]
    category = root.extension("measurereport-category").get("valueCodeableConcept")
    subject = root.get("subject")
    period = root.get("period")
    yield "resourceType MeasureReport", root.text("resourceType") == "MeasureReport"
    yield "meta.profile of the guide", any(one.split("|")[0] == PROFILE for one in profiles)
    yield "category extension vbp", category.code() == "vbp"
    yield f"status ({', '.join(STATUSES)})", root.text("status") in STATUSES
    yield "type summary", root.text("type") == "summary"
    yield "measure", bool(root.text("measure"))
    yield "subject", bool(subject)
    organization = subject.extension("organization-subject").get("valueReference")
    yield "subject's organization extension", bool(organization.text("reference"))
    yield "date", root.day("date") is not None
    yield "reporter", bool(root.get("reporter").text("reference"))
    yield "period", None not in (period.day("start"), period.day("end"))
    yield "no improvementNotation", not root.get("improvementNotation")


def _required_of_groups(root: Node) -> Iterator[tuple[str, bool]]:
    for group in root.items("group"):
        yield f"{group.path}.id", bool(group.text("id"))
        yield f"{group.path}.code", bool(group.get("code").code() or group.get("code").words())
        for stream in group.extensions("payment-stream"):
            kind = stream.extension("type").get("valueCodeableConcept")
            yield f"{group.path} payment stream's type", bool(kind.code() or kind.words())
        money = group.get("measureScore").extension("alternate-measurescore").get("valueMoney")
        if money:
            yield f"{group.path} money with its currency", bool(money.text("currency"))


def _figures(figures: FigureSet, issue: Issue) -> Iterator[Json]:
    for name, value in figures.values.items():
        items = value if isinstance(value, tuple) else (value,)
        for at, item in enumerate(items):
            suffix = f".{at + 1}" if len(items) > 1 else ""
            codes = {METRIC_SYSTEM: FIGURE_CODES.get(name, ""), OWN_SYSTEM: f"figure.{name}"}
            label = name.replace("_", " ")
            yield _group(f"figure.{name}{suffix}", _concept(codes, label), issue, "") | {
                "measureScore": _score(item.amount, item.unit)
            }


def _lines(settlement: Settlement, streams: Mapping[str, str], issue: Issue) -> Iterator[Json]:
    for line in settlement.lines:
        words = line.words or line.name.replace("_", " ")
        group = _group(
            line.id, _concept({OWN_SYSTEM: line.id}, words), issue, streams.get(line.clause, "")
        )
        yield group | {"measureScore": _score(line.value, line.unit)}


def _group(name: str, code: Json, issue: Issue, stream: str) -> dict[str, Json]:
    extensions: list[Json] = []
    if stream:
        kind = _concept({STREAM_SYSTEM: stream}, STREAMS[stream])
        inside: Json = [{"url": "type", "valueCodeableConcept": kind}]
        extensions.append({"url": _extension("payment-stream"), "extension": inside})
    if issue.paid_through is not None:
        extensions.append(
            {
                "url": _extension("paid-through-date"),
                "valueDate": issue.paid_through.isoformat(),
            }
        )
    group: dict[str, Json] = {"id": name}
    return group | ({"extension": extensions} if extensions else {}) | {"code": code}


def _score(amount: Decimal, unit: Unit) -> Json:
    """Write a number: dollars as money, everything else as a number with its unit."""
    if unit == MONEY:
        money: Json = {"value": _shown(amount), "currency": DOLLARS}
        return {"extension": [{"url": _extension("alternate-measurescore"), "valueMoney": money}]}
    hundreds = unit.kind in {Kind.FRACTION, Kind.POINTS}
    text = unit_text(unit)
    return {
        "value": _shown(amount * 100 if hundreds else amount),
        "unit": text,
        "system": "http://unitsofmeasure.org",
        "code": text,
    }


def _shown(amount: Decimal) -> Decimal:
    """Keep the digits that are shown, without needless zeros."""
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -SHOWN_DIGITS:
        amount = amount.quantize(Decimal(1).scaleb(-SHOWN_DIGITS))
    return amount


def _concept(codes: Mapping[str, str], text: str) -> Json:
    coding: list[Json] = [
        {"system": system, "code": code} for system, code in codes.items() if code
    ]
    concept: dict[str, Json] = {"coding": coding}
    return concept | ({"text": text} if text else {})


def _extension(name: str) -> str:
    return f"{GUIDE}/StructureDefinition/{name}"


def _text(value: Json, margin: str = "") -> str:
    """Write JSON with every digit of a Decimal; the standard writer knows only floats."""
    inner = margin + "  "
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dict):
        rows = [f"{inner}{json.dumps(key)}: {_text(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}" if rows else "{}"
    if isinstance(value, list):
        rows = [inner + _text(one, inner) for one in value]
        return "[\n" + ",\n".join(rows) + f"\n{margin}]" if rows else "[]"
    return json.dumps(value, ensure_ascii=False)
