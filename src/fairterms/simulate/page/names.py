"""The names that pages give to clauses, steps, figures and thresholds; never a name of the code."""

from collections.abc import Collection, Mapping

from fairterms.contract.clause import Contract

ENDINGS = {
    "minimum_denominator": "too few patients",
    "target_out_of_reach": "the target is out of reach",
}
"""Thresholds of one measure, by the last part of their name."""


def spoken(name: str) -> str:
    """Write a name of the terms as words.

    Examples
    --------
    >>> spoken("visits.90791"), spoken("paid_claims")
    ('visits, 90791', 'paid claims')
    """
    return name.replace(".", ", ").replace("_", " ")


def clause_titles(contract: Contract) -> dict[str, str]:
    """Return the title of every clause by its id; where it has none, its id in words."""
    return {one.id: one.title or spoken(one.id).capitalize() for one in contract.clauses}


def step_name(name: str, titles: Mapping[str, str]) -> str:
    """Name a clause, or a step or term of one.

    Examples
    --------
    >>> titles = {"withhold": "Withheld amount"}
    >>> step_name("withhold", titles), step_name("withhold.paid_at_once", titles)
    ('Withheld amount', 'Withheld amount: paid at once')
    """
    clause, _, step = name.partition(".")
    title = titles.get(clause, spoken(clause))
    return f"{title}: {spoken(step)}" if step and step != "steps" else title


def gate_name(name: str, measures: Collection[str]) -> str:
    """Name a threshold, cap or condition of a clause.

    Parameters
    ----------
    name
        As in the worksheet, without the clause.
    measures
        The ids of the contract's measures.

    Examples
    --------
    >>> gate_name("response", ["response"]), gate_name("response.minimum_denominator", [])
    ('response: not all is earned', 'response: too few patients')
    >>> gate_name("paid_cap", [])
    'paid cap'
    """
    measure, _, last = name.rpartition(".")
    if last in ENDINGS and measure:
        return f"{spoken(measure)}: {ENDINGS[last]}"
    return f"{spoken(name)}: not all is earned" if name in measures else spoken(name)


def listed(names: Collection[str]) -> str:
    """Join names as a person would.

    Examples
    --------
    >>> listed(["2028"]), listed(["2027", "2028", "2029"])
    ('2028', '2027, 2028 and 2029')
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
