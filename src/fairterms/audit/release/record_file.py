"""A release as JSON text and back: the form in which a room keeps it, sealed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from fairterms.audit.release.agreement import Signature
from fairterms.audit.release.approval import Approval
from fairterms.audit.release.course import Release
from fairterms.audit.release.declining import Declined
from fairterms.audit.release.destruction import Certificate
from fairterms.audit.release.request import Mode, Request


def write(release: Release) -> str:
    """Write a release as JSON in one form.

    Examples
    --------
    >>> asked = Request("a1", "group", "visits", "a test", "no less", Mode.VIEW, "7",
    ...                 date(2028, 3, 1))
    >>> read(write(Release(asked))) == Release(asked)
    True
    """
    return json.dumps(asdict(release), default=date.isoformat, sort_keys=True, ensure_ascii=False)


def read(text: str) -> Release:
    """Read a release that :func:`write` wrote, also before requests could be declined."""
    told = json.loads(text)
    return Release(
        _request(told["request"]),
        told["manifest_hash"],
        told["proof"],
        tuple(Approval(**_dated(one)) for one in told["approvals"]),
        told["agreement_hash"],
        tuple(Signature(**_dated(one)) for one in told["signatures"]),
        _day(told["opened_on"]),
        Certificate(**_dated(told["certificate"])) if told["certificate"] else None,
        Declined(**_dated(told["declined"])) if told.get("declined") else None,
    )


def _request(told: Mapping[str, Any]) -> Request:
    days = {name: _day(told[name]) for name in ("asked_on", "destroy_by")}
    return Request(**{**told, **days, "mode": Mode(told["mode"])})


def _dated(told: Mapping[str, Any]) -> dict[str, Any]:
    return {**told, "on": _day(told["on"])}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
