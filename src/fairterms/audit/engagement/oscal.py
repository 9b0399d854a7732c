"""The report for programs: an assessment result in the shape of OSCAL.

Observations, findings and risks stand apart and name each other by ids that stay the same however
often the report is made. Every finding has one risk of its own, with what each side answered and
what was verified in its log.

Sources
-------
NIST, Open Security Controls Assessment Language, assessment results model, version 1.1.2: the
names of its fields. Its text is not repeated here.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID, uuid5

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.fieldwork import Method, Observation
from fairterms.audit.engagement.finding import FollowUp, Response
from fairterms.audit.engagement.small_counts import without_small_counts as shown
from fairterms.audit.engagement.standing import Standing, State

VERSION = "1.1.2"
NAMESPACE: Final = UUID("5f1c2f0e-7a53-5d4e-9f0b-6a4f1e0c2d11")
"""Ids are made from it and from the name of the deal and of the entry."""
_SPACE = "urn:fairterms:audit"
_METHODS = {
    Method.INQUIRY: "INTERVIEW",
    Method.OBSERVATION: "EXAMINE",
    Method.INSPECTION: "EXAMINE",
    Method.REPERFORMANCE: "TEST",
}
_STATUS = {
    State.ACTING: "remediating",
    State.CLOSED: "closed",
    State.RISK_ACCEPTED: "deviation-approved",
}
Tree = dict[str, Any]


def export(name: str, on: date, book: AuditBook, issued: Sequence[Standing]) -> str:
    """Write what both sides were told as JSON.

    Parameters
    ----------
    name
        What the deal is called; ids are made from it.
    on
        The day it holds for.
    book
        The audit up to that day.
    issued
        The issued findings with their answers and follow-ups.

    Returns
    -------
    str
        Indented JSON; the same audit gives the same bytes.
    """
    title = book.programme.title if book.programme else name
    root = {
        "uuid": _id(name, "report", on.isoformat()),
        "metadata": {
            "title": shown(f"{name}: {title}"),
            "last-modified": _moment(on),
            "version": on.isoformat(),
            "oscal-version": VERSION,
        },
        "import-ap": {"href": "#programme"},
        "results": [_result(name, on, book, issued)],
    }
    return json.dumps({"assessment-results": root}, ensure_ascii=False, indent=2) + "\n"


def _result(name: str, on: date, book: AuditBook, issued: Sequence[Standing]) -> Tree:
    cited = {one for part in issued for one in part.finding.observations}
    seen = [one for one in book.observations if one.id in cited]
    begins = min((on, *(one.period.first for one in book.engagements)))
    titles = "; ".join(one.title for one in book.engagements)
    parts = {
        "observations": [_observation(name, one) for one in seen],
        "risks": [_risk(name, one) for one in issued],
        "findings": [_finding(name, one) for one in issued],
    }
    return {
        "uuid": _id(name, "result", on.isoformat()),
        "title": shown(titles) or "Audit",
        "description": f"What both sides were told up to {on}",
        "start": _moment(begins),
        "end": _moment(on),
        # What was looked at stands in each observation: nothing was left out beforehand.
        "reviewed-controls": {"control-selections": [{"include-all": {}}]},
        **{key: rows for key, rows in parts.items() if rows},
    }


def _observation(name: str, one: Observation) -> Tree:
    tree: Tree = {
        "uuid": _id(name, "observation", one.id),
        "props": _props({"id": one.id}),
        "description": shown(one.what),
        "methods": [_METHODS[one.method]],
        "collected": _moment(one.on),
    }
    return {**tree, "expires": _moment(one.until)} if one.until else tree


def _finding(name: str, one: Standing) -> Tree:
    found = one.finding
    said = {
        "id": found.id,
        "engagement": found.engagement,
        "state": one.state.value,
        "significance": found.significance.value if found.significance else "",
        "issued-on": str(one.issued_on),
    }
    words = {"Criteria": found.criteria, "Condition": found.condition}
    state = "satisfied" if one.state is State.CLOSED else "not-satisfied"
    return {
        "uuid": _id(name, "finding", found.id),
        "title": shown(found.title),
        "description": _paragraphs(words),
        "props": _props(said),
        "target": {
            "type": "objective-id",
            "target-id": found.engagement,
            "status": {"state": state},
        },
        "related-observations": [
            {"observation-uuid": _id(name, "observation", seen)} for seen in found.observations
        ],
        "related-risks": [{"risk-uuid": _id(name, "risk", found.id)}],
    }


def _risk(name: str, one: Standing) -> Tree:
    found = one.finding
    log = [
        *(_answer(name, part, at) for at, part in enumerate(one.responses)),
        *(_look(name, part, at) for at, part in enumerate(one.follow_ups)),
    ]
    tree: Tree = {
        "uuid": _id(name, "risk", found.id),
        "title": shown(found.title),
        "description": shown(found.effect),
        "statement": shown(found.cause),
        "props": _props({"finding": found.id}, register=found.risks),
        "status": _STATUS.get(one.state, "open"),
        "remediations": [
            {
                "uuid": _id(name, "recommendation", found.id),
                "lifecycle": "recommendation",
                "title": "Recommendation",
                "description": shown(found.recommendation),
            }
        ],
    }
    return {**tree, "risk-log": {"entries": log}} if log else tree


def _answer(name: str, one: Response, at: int) -> Tree:
    words = {
        "Answer": one.answer.value,
        "Reason": one.reason,
        "Plan": one.plan,
        "Owner": one.owner,
        "Due": str(one.due or ""),
    }
    return {
        "uuid": _id(name, "response", f"{one.finding} {at}"),
        "title": f"Answer of the {one.party.value}, by {one.by}",
        "description": _paragraphs(words),
        "start": _moment(one.on),
        "props": _props({"party": one.party.value, "answer": one.answer.value}),
    }


def _look(name: str, one: FollowUp, at: int) -> Tree:
    words = {"Test": one.test, "Result": one.result.value, "Reason": one.reason}
    return {
        "uuid": _id(name, "follow-up", f"{one.finding} {at}"),
        "title": f"Follow-up, verified by {one.verified_by}",
        "description": _paragraphs(words),
        "start": _moment(one.on),
        "props": _props({"result": one.result.value}),
    }


def _props(said: Mapping[str, str], register: Sequence[str] = ()) -> list[Tree]:
    rows = [*said.items(), *(("register-risk", one) for one in register)]
    return [{"name": key, "ns": _SPACE, "value": value} for key, value in rows if value]


def _paragraphs(words: Mapping[str, str]) -> str:
    return "\n\n".join(f"{key}: {shown(text)}" for key, text in words.items() if text)


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE, "\n".join(parts)))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
