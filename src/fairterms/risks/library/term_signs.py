"""What the payment terms say of a deal, as far as it bears on its risks.

Only what is written in the terms counts: models, terms, figures and measures. Nothing is settled
and nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fairterms.contract.clause import Clause, Contract, Measure
from fairterms.contract.performance_year import performance_years
from fairterms.contract.value import Row, Value, Word, is_not_stated, parts, show
from fairterms.units.quantity import Quantity

_OWING = {"loss_rate", "loss_share", "loss_bands", "loss_cap", "owed_cap", "deficit_share"}
_LOSS_CAPS = {"loss_cap", "owed_cap", "deficit_cap", "loss_limit"}
_STOP_LOSSES = {"stop_loss", "aggregate_stop_loss", "truncation"}
_FIXED = {"capitation", "global_payment", "prospective_payment", "case_rate", "episode"}
_SHARING = {"shared_savings", "risk_corridor", "medical_loss_ratio_savings", "global_payment"}
_TARGETS = {"benchmark", "target", "acceptable", "budget_minimum"}
_ADJUSTING = {"risk_adjustment", "times_risk_score", "risk_cap_up", "risk_cap_down"}
_EARLY = {"advance", "interim"}
_NEUTRAL = {
    "fee_schedule",
    "direct_fee",
    "benchmark",
    "cap",
    "interim",
    "netting",
    "percentage_reduction",
    "phase_in",
    "relief",
    "stop_loss",
    "truncation",
}
"""Models that by themselves make no pay depend on results."""
_SCORES = re.compile(
    r"\b(?:PHQ|GAD|PCL|AUDIT|OQ|ORS|CORE|DLA|WHODAS|BASIS|SDQ|Q-LES|WAI)[- ]?\d*", re.IGNORECASE
)
_LASTING = re.compile(
    r"\b(?:relaps\w*|recurren\w*|sustain\w*|lasting|quality of life|function\w*|recover\w*|"
    r"(?:six|6|nine|9|twelve|12) months after|one year after|"
    r"return(?:s|ed)? to (?:care|treatment))",
    re.IGNORECASE,
)
_RISK_FIGURE = re.compile(r"risk|severity|acuity|high_need", re.IGNORECASE)


@dataclass(frozen=True)
class TermSigns:
    """What a contract's terms hold. Every default is what an empty contract says: nothing.

    Attributes
    ----------
    models
        The payment models in use.
    has_incentive
        Some pay depends on results or comes ahead of services.
    has_cost_target
        Cost is compared with a benchmark or target.
    has_downside, has_loss_cap, has_stop_loss
        The group may owe money; a term limits the year; a term limits single members.
    has_risk_adjustment
        A term or a figure follows how ill patients are.
    pays_fixed
        Clauses that pay a fixed amount however much care is needed.
    shares_savings, rewards_little_use
        Clauses that pay when care costs less; clauses that pay for fewer services.
    paid_measures
        Names of the measures that earn pay.
    scores_paid
        Those that rest on questionnaires of patients.
    pays_lasting
        Whether one of them looks at lasting results, function or quality of life.
    own_measures
        Those that no steward outside the contract defines.
    without_minimum
        Paid measures without a least number of patients.
    all_or_nothing
        Clauses in which one result can take everything.
    held_back, paid_early, pays_reports, excludes_people
        Clauses of a withhold; of an advance or interim payment; of a payment for reports; of a
        reward from which named people can be left out.
    open_clauses
        Clauses that the text lets be read in more than one way.
    not_stated
        Numbers that the contract does not give, as ``clause.term``.
    years
        How many performance years it runs.
    line_of_business
        As the terms name it.
    """

    models: frozenset[str] = frozenset()
    has_incentive: bool = False
    has_cost_target: bool = False
    has_downside: bool = False
    has_loss_cap: bool = False
    has_stop_loss: bool = False
    has_risk_adjustment: bool = False
    pays_fixed: tuple[str, ...] = ()
    shares_savings: tuple[str, ...] = ()
    rewards_little_use: tuple[str, ...] = ()
    paid_measures: tuple[str, ...] = ()
    scores_paid: tuple[str, ...] = ()
    pays_lasting: bool = False
    own_measures: tuple[str, ...] = ()
    without_minimum: tuple[str, ...] = ()
    all_or_nothing: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    paid_early: tuple[str, ...] = ()
    pays_reports: tuple[str, ...] = ()
    excludes_people: tuple[str, ...] = ()
    open_clauses: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()
    years: int = 0
    line_of_business: str = ""


def signs_of(contract: Contract) -> TermSigns:
    """Read the signs off a contract's terms.

    Parameters
    ----------
    contract
        The terms as read; a contract without clauses shows no sign.

    Returns
    -------
    TermSigns
        Clauses and measures are named as a reader knows them: by title, else by id.
    """
    models = frozenset(clause.model for clause in contract.clauses)
    names = {name for clause in contract.clauses for name in clause.terms}
    fixed = _titles(contract, _FIXED)
    paid = _paid_measures(contract)
    return TermSigns(
        models=models,
        has_incentive=any(map(_is_incentive, contract.clauses)),
        has_cost_target=bool(_TARGETS & names) or bool(models & {"benchmark", *_SHARING}),
        has_downside=_has_downside(contract),
        has_loss_cap=bool(_LOSS_CAPS & names),
        has_stop_loss=bool(_STOP_LOSSES & models),
        has_risk_adjustment=_is_adjusted(contract, names),
        pays_fixed=fixed,
        shares_savings=tuple(_title(one) for one in contract.clauses if _shares_savings(one)),
        rewards_little_use=_fewer(contract),
        paid_measures=tuple(measure.name for measure in paid),
        scores_paid=tuple(one.name for one in paid if _SCORES.search(_text(one))),
        pays_lasting=any(_LASTING.search(_text(one)) for one in paid),
        own_measures=tuple(one.name for one in paid if _is_own(one)),
        without_minimum=_without_minimum(contract),
        all_or_nothing=_all_or_nothing(contract),
        held_back=_titles(contract, {"withhold"}),
        paid_early=_titles(contract, _EARLY),
        pays_reports=_titles(contract, {"pay_for_reporting"}),
        excludes_people=_excluding(contract),
        open_clauses=tuple(_title(one) for one in contract.clauses if len(one.readings) > 1),
        not_stated=tuple(_not_stated(contract)),
        years=len(performance_years(contract)),
        line_of_business=contract.line_of_business,
    )


def _title(clause: Clause) -> str:
    return clause.title or clause.id


def _titles(contract: Contract, models: set[str]) -> tuple[str, ...]:
    return tuple(_title(one) for one in contract.clauses if one.model in models)


def _values(clause: Clause, term: str) -> tuple[Value, ...]:
    """Return every value a term has had, or none."""
    return clause.terms[term].values if term in clause.terms else ()


def _is_incentive(clause: Clause) -> bool:
    """Say whether a clause makes pay depend on results; a formula says so by its category."""
    if clause.model != "formula":
        return clause.model not in _NEUTRAL
    named = (show(value) for value in _values(clause, "lan"))
    return any(re.match(r"(?:LAN )?[234]", name) for name in named)


def _shares_savings(clause: Clause) -> bool:
    """Say whether the group earns when care costs less; a corridor may be for losses alone."""
    if clause.model != "risk_corridor":
        return clause.model in _SHARING
    bands = [row for value in _values(clause, "bands") for row in parts(value)]
    shares = [row.cells.get("group_share") for row in bands if isinstance(row, Row)]
    return not all(isinstance(one, Quantity) and one.amount == 0 for one in shares)


def _has_downside(contract: Contract) -> bool:
    """Say whether the group may owe money, or bears the cost of care itself.

    The same answer as the review's features give, from the terms alone.
    """
    names = {name for clause in contract.clauses for name in clause.terms}
    models = {clause.model for clause in contract.clauses}
    bears = bool(models & {"capitation", "global_payment", "prospective_payment", "case_rate"})
    return bool(_OWING & names) or bears or any(map(_shares_losses, contract.clauses))


def _shares_losses(clause: Clause) -> bool:
    """Say whether a corridor lets losses be shared: it does unless it says otherwise."""
    says_no = Word("not shared") in _values(clause, "losses")
    return clause.model == "risk_corridor" and not says_no


def _is_adjusted(contract: Contract, names: set[str]) -> bool:
    none = (Word("none"), False)
    adjusts = [
        value
        for clause in contract.clauses
        for term in _ADJUSTING
        for value in _values(clause, term)
        if value not in none
    ]
    figures = any(_RISK_FIGURE.search(figure.id) for figure in contract.figures)
    return bool(adjusts) or figures or "strata" in names


def _fewer(contract: Contract) -> tuple[str, ...]:
    return tuple(
        _title(one)
        for one in contract.clauses
        if one.model == "utilization_incentive"
        and Word("fewer is better") in _values(one, "direction")
    )


def _excluding(contract: Contract) -> tuple[str, ...]:
    return tuple(
        _title(one)
        for one in contract.clauses
        if one.model == "group_reward" and "exclusions" in one.terms
    )


def _rows(clause: Clause) -> Iterator[Row]:
    """Yield the rows of the measures a clause pays for."""
    for value in _values(clause, "measures"):
        yield from (
            part for part in parts(value) if isinstance(part, Row) and "measure" in part.cells
        )


def _paid_measures(contract: Contract) -> tuple[Measure, ...]:
    paid = {str(row.cells["measure"]) for one in contract.clauses for row in _rows(one)}
    return tuple(measure for measure in contract.measures if measure.id in paid)


def _text(measure: Measure) -> str:
    return f"{measure.name} {measure.numerator} {measure.denominator}"


def _is_own(measure: Measure) -> bool:
    return not measure.steward or "the parties" in measure.steward.lower()


def _without_minimum(contract: Contract) -> tuple[str, ...]:
    names = {measure.id: measure.name for measure in contract.measures}
    found = [
        str(row.cells["measure"])
        for one in contract.clauses
        for row in _rows(one)
        if "minimum_denominator" not in row.cells
    ]
    return tuple(names.get(one, one) for one in dict.fromkeys(found))


def _all_or_nothing(contract: Contract) -> tuple[str, ...]:
    return tuple(
        _title(one)
        for one in contract.clauses
        if Word("gate") in (*_values(one, "quality"), *_values(one, "method"))
        or any(row.cells.get("must_pass") is True for row in _rows(one))
    )


def _not_stated(contract: Contract) -> Iterator[str]:
    for clause in contract.clauses:
        for name, term in clause.terms.items():
            if any(is_not_stated(value) for value in term.values):
                yield f"{clause.id}.{name}"
