"""A group's past as text, so that what took long to learn from the records can be kept.

Every number comes back as it was, to the last bit. The text holds what each patient cost, without
any name: it belongs into the group's own room, sealed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np

from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.own_back_test import OwnBackTest, TriedFigure
from fairterms.simulate.forecast.past import Past
from fairterms.simulate.patient_cost.law import ObservedCost
from fairterms.simulate.results.back_test import BackTest, PastYear
from fairterms.units.refusal import Refusal

FORM = "fairterms past 1"
"""Names the form of the text; another form is refused and the records are read again."""


def past_as_text(past: Past) -> str:
    """Write a past as text, the same past always as the same text.

    Parameters
    ----------
    past
        What the records said.

    Examples
    --------
    >>> past_as_text(Past())
    '{"access": null, "back_test": null, "cost": null, "form": "fairterms past 1", "rates": {}}'
    """
    cost, access = past.cost, past.access
    content = {
        "form": FORM,
        "cost": cost and {"cents": cost.amounts_in_cents.tolist(), "factor": cost.factor},
        "rates": {name: asdict(rate) for name, rate in past.rates.items()},
        "access": access and {**asdict(access), **_days(access)},
        "back_test": past.back_test and asdict(past.back_test),
    }
    return json.dumps(content, sort_keys=True)


def past_from_text(text: str) -> Past:
    """Read a past that :func:`past_as_text` wrote.

    Parameters
    ----------
    text
        The text as it was kept.

    Raises
    ------
    Refusal
        When the text is not of this form: what is kept may be older than the program.
    """
    try:
        return _past(json.loads(text))
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise Refusal(
            "what was kept of the records",
            "cannot be read",
            "it was kept by another version, or only a part of it was kept",
            "read the records again",
        ) from wrong


def _past(raw: Mapping[str, Any]) -> Past:
    if raw["form"] != FORM:
        raise KeyError(raw["form"])
    return Past(
        raw["cost"] and _cost(raw["cost"]),
        {name: KnownRate(**rate) for name, rate in raw["rates"].items()},
        raw["access"] and _access(raw["access"]),
        raw["back_test"] and _back_test(raw["back_test"]),
    )


def _days(access: Observed) -> dict[str, str]:
    return {
        "first_day": access.first_day.isoformat(),
        "last_day": access.last_day.isoformat(),
    }


def _cost(raw: Mapping[str, Any]) -> ObservedCost:
    return ObservedCost(np.array(raw["cents"], dtype=np.int64), raw["factor"])


def _access(raw: Mapping[str, Any]) -> Observed:
    days = {name: date.fromisoformat(raw[name]) for name in ("first_day", "last_day")}
    season = None if raw["season"] is None else tuple(raw["season"])
    return Observed(**{**raw, **days, "season": season, "by_wait": tuple(raw["by_wait"])})


def _back_test(raw: Mapping[str, Any]) -> OwnBackTest:
    tried = tuple(
        TriedFigure(
            one["name"],
            BackTest(
                one["record"]["level"],
                tuple(PastYear(**year) for year in one["record"]["years"]),
            ),
        )
        for one in raw["tried"]
    )
    return OwnBackTest(tried, tuple(raw["left_out"]))
