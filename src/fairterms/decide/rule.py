"""The rule that leads to the answer: a list of criteria, each with what it found.

The limits are the group's own (``[appetite]`` in deal.toml). The rule is written out in every
report, so that nobody has to trust it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from fairterms.contract.deal import Appetite
from fairterms.simulate.page.wording import share
from fairterms.units.quantity import MONEY, write


class Answer(Enum):
    """What the group should do with the text as it stands."""

    SIGN = "sign"
    NEGOTIATE = "negotiate"
    WALK_AWAY = "walk away"


class Verdict(Enum):
    """What a criterion found."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "not known"


@dataclass(frozen=True)
class YearsAhead:
    """What the years that may come hold, in the worst of the performance years.

    Attributes
    ----------
    mean_net
        What a year leaves on average, in dollars.
    worst_net
        What the worst 5 % of years leave on average, in dollars.
    gains
        The share of years that pay for the work.
    missing
        Performance years that could not be simulated.
    """

    mean_net: Decimal
    worst_net: Decimal
    gains: Decimal
    missing: tuple[int, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What the rule looks at.

    Attributes
    ----------
    ahead
        The simulated years; None where nothing could be simulated.
    expected_net
        Lowest net of the expected scenario over the years, in dollars; None when not known.
    worst_net, best_net
        Over all scenarios and years; None when not known.
    unstated
        Numbers the contract does not give.
    broken_must_haves, unclear_must_haves
        Must-haves with a finding, and those that could not be told.
    critical
        Titles of critical findings.
    failing_scripts
        Titles of agreed scripts that fail.
    open_dollars
        The most that open readings can move, in dollars; None when not known.
    """

    ahead: YearsAhead | None = None
    expected_net: Decimal | None = None
    worst_net: Decimal | None = None
    best_net: Decimal | None = None
    unstated: tuple[str, ...] = ()
    broken_must_haves: tuple[str, ...] = ()
    unclear_must_haves: tuple[str, ...] = ()
    critical: tuple[str, ...] = ()
    failing_scripts: tuple[str, ...] = ()
    open_dollars: Decimal | None = None


@dataclass(frozen=True)
class Criterion:
    """One line of the rule.

    Attributes
    ----------
    question
        What is asked; yes is good.
    verdict
        What was found.
    reason
        The finding as a sentence.
    otherwise
        The answer when it is not met.
    """

    question: str
    verdict: Verdict
    reason: str
    otherwise: Answer


@dataclass(frozen=True)
class Decision:
    """The answer, its strongest reasons, and the whole rule."""

    answer: Answer
    reasons: tuple[str, ...]
    criteria: tuple[Criterion, ...]


def decide(facts: Facts, appetite: Appetite | None) -> Decision:
    """Apply the rule.

    The answer is to walk away when a criterion that demands it is not met; to negotiate when any
    other is not met or not known; to sign otherwise.
    """
    criteria = (
        _worst_years_survivable(facts, appetite),
        _any_scenario_gains(facts),
        _walk_away_loss(facts, appetite),
        _can_be_settled(facts),
        _must_haves(facts),
        _most_years_gain(facts),
        _mean_year(facts, appetite),
        _worst_years_accepted(facts, appetite),
        _loss_within_appetite(facts, appetite),
        _margin(facts, appetite),
        _nothing_critical(facts),
        _readings(facts, appetite),
        _scripts(facts),
    )
    failing = [one for one in criteria if one.verdict is not Verdict.MET]
    is_walking = any(
        one.verdict is Verdict.NOT_MET and one.otherwise is Answer.WALK_AWAY for one in failing
    )
    otherwise = Answer.NEGOTIATE if failing else Answer.SIGN
    answer = Answer.WALK_AWAY if is_walking else otherwise
    return Decision(answer, _strongest(criteria, answer), criteria)


def _strongest(criteria: Sequence[Criterion], answer: Answer) -> tuple[str, ...]:
    """Return at most three reasons: what decided the answer first, then what else is not met."""
    if answer is Answer.SIGN:
        survivable, _, _, _, must_haves, _, mean, *_ = criteria
        return mean.reason, survivable.reason, must_haves.reason
    not_met = [one for one in criteria if one.verdict is Verdict.NOT_MET]
    unknown = [one for one in criteria if one.verdict is Verdict.UNKNOWN]
    return tuple(one.reason for one in (*not_met, *unknown))[:3]


def _most_years_gain(facts: Facts) -> Criterion:
    question = "Do most of the years that may come pay for the work the contract demands?"
    if facts.ahead is None:
        return Criterion(question, Verdict.UNKNOWN, _NO_YEARS, Answer.NEGOTIATE)
    reason = f"{share(float(facts.ahead.gains))} of the simulated years pay for the work."
    is_met = facts.ahead.gains > Decimal("0.5")
    return Criterion(question, _met(is_met), reason, Answer.NEGOTIATE)


def _worst_years_survivable(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "Are the worst years within what the group could survive?"
    if appetite is None or facts.ahead is None:
        return Criterion(question, Verdict.UNKNOWN, _why_no_years(appetite), Answer.WALK_AWAY)
    reason = (
        f"The worst 5 % of years leave the group {_dollars(facts.ahead.worst_net)} on average; "
        f"a loss beyond {_dollars(appetite.walk_away_loss)} would end the talks."
    )
    is_met = facts.ahead.worst_net >= -appetite.walk_away_loss
    return Criterion(question, _met(is_met), reason, Answer.WALK_AWAY)


def _mean_year(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "On average, do the years that may come pay enough for the work?"
    if appetite is None or facts.ahead is None:
        return Criterion(question, Verdict.UNKNOWN, _why_no_years(appetite), Answer.NEGOTIATE)
    reason = (
        f"On average a year leaves the group {_dollars(facts.ahead.mean_net)} after the work; "
        f"it wants at least {_dollars(appetite.least_margin)}."
    )
    is_met = facts.ahead.mean_net >= appetite.least_margin
    if is_met and facts.ahead.missing:
        years = ", ".join(map(str, facts.ahead.missing))
        reason = f"{years} cannot be forecast (the section on the years that may come says why)."
        return Criterion(question, Verdict.UNKNOWN, reason, Answer.NEGOTIATE)
    return Criterion(question, _met(is_met), reason, Answer.NEGOTIATE)


def _worst_years_accepted(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "Are the worst years within the loss the group accepts?"
    if appetite is None or facts.ahead is None:
        return Criterion(question, Verdict.UNKNOWN, _why_no_years(appetite), Answer.NEGOTIATE)
    reason = (
        f"The worst 5 % of years leave the group {_dollars(facts.ahead.worst_net)} on average; "
        f"it accepts a loss of at most {_dollars(appetite.largest_loss)}."
    )
    is_met = facts.ahead.worst_net >= -appetite.largest_loss
    return Criterion(question, _met(is_met), reason, Answer.NEGOTIATE)


def _any_scenario_gains(facts: Facts) -> Criterion:
    question = "Does at least one scenario pay for the work the contract demands?"
    if facts.best_net is None:
        return Criterion(question, Verdict.UNKNOWN, _NO_SCENARIO, Answer.WALK_AWAY)
    reason = f"The best scenario leaves the group {_dollars(facts.best_net)} after the work."
    return Criterion(question, _met(facts.best_net >= 0), reason, Answer.WALK_AWAY)


def _walk_away_loss(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "Is the worst scenario within what the group could survive?"
    if appetite is None or facts.worst_net is None:
        return Criterion(question, Verdict.UNKNOWN, _why_unknown(appetite), Answer.WALK_AWAY)
    reason = (
        f"The worst scenario leaves the group {_dollars(facts.worst_net)}; "
        f"a loss beyond {_dollars(appetite.walk_away_loss)} would end the talks."
    )
    is_met = facts.worst_net >= -appetite.walk_away_loss
    return Criterion(question, _met(is_met), reason, Answer.WALK_AWAY)


def _can_be_settled(facts: Facts) -> Criterion:
    question = "Does the contract give every number that a settlement needs?"
    if not facts.unstated:
        reason = "The contract gives every number that a settlement needs."
    else:
        reason = (
            f"The contract cannot be settled as written: it does not give {_few(facts.unstated)}."
        )
    return Criterion(question, _met(not facts.unstated), reason, Answer.NEGOTIATE)


def _must_haves(facts: Facts) -> Criterion:
    question = "Does the text meet all of the group's must-haves?"
    if facts.broken_must_haves:
        reason = f"Must-haves of the group are not met: {_few(facts.broken_must_haves)}."
        return Criterion(question, Verdict.NOT_MET, reason, Answer.NEGOTIATE)
    if facts.unclear_must_haves:
        reason = f"Must-haves of the group could not be verified: {_few(facts.unclear_must_haves)}."
        return Criterion(question, Verdict.UNKNOWN, reason, Answer.NEGOTIATE)
    return Criterion(
        question, Verdict.MET, "Every must-have of the group is met.", Answer.NEGOTIATE
    )


def _loss_within_appetite(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "Is the worst scenario within the loss the group accepts?"
    if appetite is None or facts.worst_net is None:
        return Criterion(question, Verdict.UNKNOWN, _why_unknown(appetite), Answer.NEGOTIATE)
    reason = (
        f"The worst scenario leaves the group {_dollars(facts.worst_net)}; "
        f"it accepts a loss of at most {_dollars(appetite.largest_loss)}."
    )
    is_met = facts.worst_net >= -appetite.largest_loss
    return Criterion(question, _met(is_met), reason, Answer.NEGOTIATE)


def _margin(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "Does the expected scenario pay enough for the work?"
    if appetite is None or facts.expected_net is None:
        return Criterion(question, Verdict.UNKNOWN, _why_unknown(appetite), Answer.NEGOTIATE)
    reason = (
        f"The expected scenario leaves the group {_dollars(facts.expected_net)} after the work; "
        f"it wants at least {_dollars(appetite.least_margin)}."
    )
    is_met = facts.expected_net >= appetite.least_margin
    return Criterion(question, _met(is_met), reason, Answer.NEGOTIATE)


def _nothing_critical(facts: Facts) -> Criterion:
    question = "Is the text free of critical findings?"
    if not facts.critical:
        return Criterion(
            question, Verdict.MET, "The text has no critical finding.", Answer.NEGOTIATE
        )
    number = len(facts.critical)
    noun = "finding" if number == 1 else "findings"
    reason = f"The text has {number} critical {noun}: {_few(facts.critical)}."
    return Criterion(question, Verdict.NOT_MET, reason, Answer.NEGOTIATE)


def _readings(facts: Facts, appetite: Appetite | None) -> Criterion:
    question = "Is what the text leaves open worth less than the margin the group wants?"
    if appetite is None or facts.open_dollars is None:
        return Criterion(question, Verdict.UNKNOWN, _why_unknown(appetite), Answer.NEGOTIATE)
    reason = f"What the text leaves open can move up to {_dollars(facts.open_dollars)}."
    is_met = facts.open_dollars <= appetite.least_margin
    return Criterion(question, _met(is_met), reason, Answer.NEGOTIATE)


def _scripts(facts: Facts) -> Criterion:
    question = "Do the terms pass every test script?"
    if facts.failing_scripts:
        reason = f"Test scripts fail: {_few(facts.failing_scripts)}."
        return Criterion(question, Verdict.NOT_MET, reason, Answer.NEGOTIATE)
    return Criterion(question, Verdict.MET, "The terms pass every test script.", Answer.NEGOTIATE)


_NO_YEARS = (
    "Nobody has said what the years may bring, or the terms cannot be settled "
    "(the section on the years that may come says which)."
)
_NO_SCENARIO = "No scenario could be settled, so nobody can say what the deal pays."
_NO_APPETITE = "The group has not said what it can live with ([appetite] in deal.toml)."


def _why_no_years(appetite: Appetite | None) -> str:
    return _NO_APPETITE if appetite is None else _NO_YEARS


def _why_unknown(appetite: Appetite | None) -> str:
    return _NO_APPETITE if appetite is None else _NO_SCENARIO


def _met(is_met: bool) -> Verdict:
    return Verdict.MET if is_met else Verdict.NOT_MET


def _dollars(amount: Decimal) -> str:
    return write(amount, MONEY).replace("-", "−")


def _few(items: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(items[:most])
    return f"{shown} and {len(items) - most} more" if len(items) > most else shown
