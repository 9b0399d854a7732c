"""A made-up plan's report whose numbers all agree, and the same report with something changed.

Two cohorts of two regions each; target 80 % of revenue, half of savings and 60 % of losses shared,
each cohort by itself.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from fairterms.reconcile.statement.submission import Submission
from fairterms.reconcile.statement.vbpr import read_submission
from fairterms.reconcile.statement.vbpr_header import read_header

Scope = tuple[str, ...]
Change = Callable[[dict[str, Any]], None]
GUIDE = "http://hl7.org/fhir/us/davinci-vbpr"
METRICS = f"{GUIDE}/CodeSystem/vbp-performance-metric"
SCOPES: tuple[Scope, ...] = (
    (),
    ("hmo",),
    ("hmo", "Region 1"),
    ("hmo", "Region 2"),
    ("ppo",),
    ("ppo", "Region 1"),
    ("ppo", "Region 2"),
)
NUMBERS: dict[str, tuple[float, ...]] = {
    "member-months": (3000, 1000, 600, 400, 2000, 1500, 500),
    "avg-risk-score": (0.96, 1.04, 1.0, 1.1, 0.92, 0.9, 0.98),
    "revenue": (130000, 50000, 30000, 20000, 80000, 60000, 20000),
    "revenue-pmpm": (43.33, 50, 50, 50, 40, 40, 40),
    "med-rx-cost": (103000, 37000, 25000, 12000, 66000, 47000, 19000),
    "med-rx-cost-pmpm": (34.33, 37, 41.67, 30, 33, 31.33, 38),
    "med-loss-ratio": (79.2, 74, 83.3, 60, 82.5, 78.3, 95),
    "med-rx-cost-target": (104000, 40000, 24000, 16000, 64000, 48000, 16000),
    "variance-cost": (1000, 3000, -1000, 4000, -2000, 1000, -3000),
    "ccf": (3000, 1000, 600, 400, 2000, 1500, 500),
    "quality-pmt-chronic": (1000, 333.34, 200, 133.34, 666.66, 500, 166.66),
    "shared-saving-deficit": (300, 1500, -600, 2000, -1200, 500, -1800),
}
PERCENT = {"med-loss-ratio"}
BY_CONDITION: dict[str, tuple[float | None, ...]] = {
    "eligible-member": (120, 80, 40),
    "1-gap-closed": (50, 30, 20),
    "interim-pmt-rate": (None, 20, 50),
    "earned-incentive": (1600, 600, 1000),
}
MEASURES = ("https://larch.example/Measure/a", "https://larch.example/Measure/b")


def coded(code: str, system: str = METRICS) -> dict[str, Any]:
    """Return a code of a list."""
    return {"coding": [{"system": system, "code": code}]}


def number(value: float, code: str) -> dict[str, Any]:
    """Return a score."""
    return {"value": value, **({"unit": "%", "code": "%"} if code in PERCENT else {})}


def payment(stream: str, incentive: str = "") -> dict[str, Any]:
    """Return the extension that names a payment."""
    inside = [{"url": "type", "valueCodeableConcept": coded(stream)}]
    if incentive:
        inside.append({"url": "incentive", "valueCodeableConcept": coded(incentive)})
    return {"url": f"{GUIDE}/StructureDefinition/payment-stream", "extension": inside}


def part(scope: Scope, value: float | None, code: str) -> dict[str, Any]:
    """Return a stratum: a cohort, or a region of a cohort."""
    cohort = coded(scope[0], f"{GUIDE}/CodeSystem/vbp-cohort")
    score = {} if value is None else {"measureScore": number(value, code)}
    if len(scope) == 1:
        return {"value": cohort, **score}
    components = [
        {"code": coded("cohort"), "value": cohort},
        {"code": coded("facility"), "value": {"text": scope[1]}},
    ]
    return {"component": components, **score}


def group(code: str, values: tuple[float, ...] | None = None) -> dict[str, Any]:
    """Return a metric with its parts."""
    values = values or NUMBERS[code]
    strata = [part(s, v, code) for s, v in zip(SCOPES[1:], values[1:], strict=True)]
    return {
        "id": code,
        "extension": [payment("ssq")],
        "code": coded(code),
        "measureScore": number(values[0], code),
        "stratifier": [{"stratum": strata}],
    }


def by_condition(code: str) -> dict[str, Any]:
    """Return a metric of the incentive, by number of conditions."""
    whole, *parts = BY_CONDITION[code]
    strata = [
        {"value": {"text": str(at + 1)}, "measureScore": {"value": value}}
        for at, value in enumerate(parts)
    ]
    made = {
        "id": code,
        "extension": [payment("qip", "chronic-care-mgmt")],
        "code": coded(code),
        "stratifier": [{"code": [coded("condition-count")], "stratum": strata}],
    }
    return made if whole is None else {**made, "measureScore": {"value": whole}}


def report() -> dict[str, Any]:
    """Return the statement."""
    star = {
        "id": "star",
        "extension": [payment("ssq")],
        "code": coded("weighted-avg-star"),
        "measureScore": {"value": 3.75},
    }
    reference = f"{GUIDE}/StructureDefinition/group-reference"
    return {
        "resourceType": "MeasureReport",
        "id": "made-up",
        "meta": {"profile": [f"{GUIDE}/StructureDefinition/vbp-performance-measurereport"]},
        "extension": [
            {
                "url": "http://hl7.org/fhir/StructureDefinition/measurereport-category",
                "valueCodeableConcept": coded("vbp"),
            }
        ],
        "status": "complete",
        "type": "summary",
        "measure": "https://larch.example/Measure/contract",
        "subject": {
            "display": "Willow Group",
            "extension": [
                {
                    "url": f"{GUIDE}/StructureDefinition/organization-subject",
                    "valueReference": {"reference": "Organization/willow"},
                }
            ],
        },
        "date": "2028-05-02",
        "reporter": {"reference": "Organization/larch"},
        "period": {"start": "2027-01-01", "end": "2027-12-31"},
        "group": [*map(group, NUMBERS), star, *map(by_condition, BY_CONDITION)],
        "evaluatedResource": [
            {
                "reference": f"MeasureReport/{name}",
                "extension": [{"url": reference, "valueString": "star"}],
            }
            for name in ("a", "b")
        ],
    }


def header() -> dict[str, Any]:
    """Return the contract header: hmo shares savings only, ppo losses too."""
    structure = f"{GUIDE}/StructureDefinition"
    models = [
        {
            "url": f"{structure}/program-model",
            "extension": [
                {"url": "hcplan", "valueCodeableConcept": coded(lan)},
                {"url": "cohort", "valueCodeableConcept": coded(cohort)},
            ],
        }
        for cohort, lan in (("hmo", "3A"), ("ppo", "3B"))
    ]
    artifacts = [
        {
            "resource": measure,
            "display": f"Measure {measure[-1]}",
            "extension": [
                {"url": f"{structure}/weight", "valueDecimal": weight},
                {
                    "url": f"{structure}/contractual-status",
                    "valueCodeableConcept": coded("contractual"),
                },
            ],
        }
        for measure, weight in zip(MEASURES, (1, 3), strict=True)
    ]
    return {
        "resourceType": "Measure",
        "url": "https://larch.example/Measure/contract",
        "title": "Larch Plan and Willow Group",
        "effectivePeriod": {"start": "2027-01-01", "end": "2029-12-31"},
        "extension": [*models, payment("ssq"), payment("qip")],
        "relatedArtifact": artifacts,
    }


def quality(name: str, numerator: int, denominator: int, score: int) -> dict[str, Any]:
    """Return a quality report with star thresholds at 40, 50, 65 and 80 per cent."""
    structure = f"{GUIDE}/StructureDefinition"
    thresholds = [
        {
            "url": f"{structure}/threshold",
            "extension": [
                {"url": "threshold", "valueQuantity": {"value": rate}},
                {"url": "type", "valueCodeableConcept": coded(f"star-{stars}")},
            ],
        }
        for stars, rate in ((2, 0.4), (3, 0.5), (4, 0.65), (5, 0.8))
    ]
    counts = {"numerator": numerator, "denominator": denominator}
    return {
        "resourceType": "MeasureReport",
        "id": name,
        "measure": MEASURES["ab".index(name)],
        "period": {"start": "2027-01-01", "end": "2027-12-31"},
        "extension": [{"url": f"{structure}/score", "valueDecimal": score}, *thresholds],
        "improvementNotation": coded("increase"),
        "group": [
            {
                "population": [
                    {"code": coded(code), "count": count} for code, count in counts.items()
                ],
                "measureScore": {"value": round(numerator / denominator, 2)},
            }
        ],
    }


def bundle() -> dict[str, Any]:
    """Return the quality reports and the plan's name."""
    made = [quality("a", 90, 150, 3), quality("b", 70, 100, 4)]
    plan = {"resourceType": "Organization", "id": "larch", "name": "Larch Plan"}
    return {"resourceType": "Bundle", "entry": [{"resource": one} for one in (*made, plan)]}


def nothing(_made: dict[str, Any]) -> None:
    """Change nothing."""


def sent(
    numbers: Mapping[Any, float | None] | None = None,
    *,
    change: Change = nothing,
    change_header: Change = nothing,
    change_quality: Change = nothing,
) -> Submission:
    """Read the made-up report after some numbers, or anything else, were changed.

    Parameters
    ----------
    numbers
        New numbers: pairs of metric and part, to a number or None for no number.
    change, change_header, change_quality
        Change the report, the header, or the bundle of quality reports, in place.
    """
    made, head, reports = report(), header(), bundle()
    for (code, scope), value in (numbers or {}).items():
        _set(made, code, scope, value)
    change(made)
    change_header(head)
    change_quality(reports)
    read = read_header(json.dumps(head), "header.json")
    return read_submission(json.dumps(made), "report.json", read, json.dumps(reports))


def _set(made: dict[str, Any], code: str, scope: Scope, value: float | None) -> None:
    found = next(one for one in made["group"] if one["id"] == code)
    where = found
    if scope:
        where = found["stratifier"][0]["stratum"][SCOPES.index(scope) - 1]
    where.pop("measureScore", None)
    if value is not None:
        where["measureScore"] = number(value, code)
