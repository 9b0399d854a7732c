"""Signs: what in the payment terms alone makes a risk live, or lets it rest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fairterms.risks.library.term_signs import TermSigns
from fairterms.units.finding import Severity

_PUBLIC_LINES = {"medicaid", "medicare", "medicare advantage"}
_LONG_TERM = 3
"""Performance years from which on a fixed target is long. Sources: our choice."""
_AT_MOST = 2
"""Names said in a sentence before the others are only counted. Sources: our choice."""


@dataclass(frozen=True)
class Sign:
    """One thing the terms may say.

    Attributes
    ----------
    name
        What entries of the library call it.
    severity
        How strongly it makes a risk live. Sources: our choice.
    holds
        Whether the terms say it.
    say
        The sentence a reader is told.
    """

    name: str
    severity: Severity
    holds: Callable[[TermSigns], bool]
    say: Callable[[TermSigns], str]


def _listed(names: tuple[str, ...]) -> str:
    """Name the first of several, and count the rest.

    Examples
    --------
    >>> _listed(("a", "b", "c", "d"))
    '"a", "b" and 2 more'
    """
    said = [f'"{name}"' for name in names[:_AT_MOST]]
    if len(names) > _AT_MOST:
        return f"{', '.join(said)} and {len(names) - _AT_MOST} more"
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _text(sentence: str) -> Callable[[TermSigns], str]:
    return lambda _terms: sentence


def _bears_cost(terms: TermSigns) -> bool:
    return terms.has_downside or bool(terms.pays_fixed)


_SIGNS = (
    Sign(
        "owes_losses",
        Severity.HIGH,
        lambda terms: terms.has_downside and not terms.pays_fixed,
        _text("The terms let the group owe money after a bad year."),
    ),
    Sign(
        "losses_without_cap",
        Severity.CRITICAL,
        lambda terms: terms.has_downside and not terms.has_loss_cap,
        _text("The group bears losses, and no term limits them for the year."),
    ),
    Sign(
        "fixed_payment",
        Severity.HIGH,
        lambda terms: bool(terms.pays_fixed),
        lambda terms: (
            f"However much care is needed, the pay is fixed: {_listed(terms.pays_fixed)}."
        ),
    ),
    Sign(
        "fixed_payment_without_adjustment",
        Severity.HIGH,
        lambda terms: bool(terms.pays_fixed) and not terms.has_risk_adjustment,
        _text("The pay is fixed, and no term or figure follows how ill patients are."),
    ),
    Sign(
        "target_without_adjustment",
        Severity.HIGH,
        lambda terms: terms.has_cost_target and not terms.has_risk_adjustment,
        _text("Cost is compared with a target, and no term or figure follows how ill people are."),
    ),
    Sign(
        "savings_shared",
        Severity.MEDIUM,
        lambda terms: bool(terms.shares_savings),
        lambda terms: f"Pay rises when care costs less: {_listed(terms.shares_savings)}.",
    ),
    Sign(
        "pays_for_little_use",
        Severity.HIGH,
        lambda terms: bool(terms.rewards_little_use),
        lambda terms: f"Fewer services earn more pay: {_listed(terms.rewards_little_use)}.",
    ),
    Sign(
        "cost_of_others_counts",
        Severity.MEDIUM,
        lambda terms: bool(terms.shares_savings),
        lambda terms: (
            f"The result counts what care costs, whoever gave it: {_listed(terms.shares_savings)}."
        ),
    ),
    Sign(
        "long_term_target",
        Severity.MEDIUM,
        lambda terms: terms.has_cost_target and terms.years >= _LONG_TERM,
        lambda terms: f"Cost is compared with a target through {terms.years} years.",
    ),
    Sign(
        "patient_scores_paid",
        Severity.MEDIUM,
        lambda terms: bool(terms.scores_paid),
        lambda terms: f"Pay depends on scores that patients give: {_listed(terms.scores_paid)}.",
    ),
    Sign(
        "early_scores_only",
        Severity.MEDIUM,
        lambda terms: bool(terms.scores_paid) and not terms.pays_lasting,
        _text(
            "Pay depends on symptom scores, and no paid measure looks at lasting results, function "
            "or quality of life."
        ),
    ),
    Sign(
        "measures_of_its_own",
        Severity.MEDIUM,
        lambda terms: bool(terms.own_measures),
        lambda terms: (
            f"The terms name no steward outside the contract for what is paid: "
            f"{_listed(terms.own_measures)}."
        ),
    ),
    Sign(
        "measures_without_minimum",
        Severity.HIGH,
        lambda terms: bool(terms.without_minimum),
        lambda terms: f"No least number of patients is set for {_listed(terms.without_minimum)}.",
    ),
    Sign(
        "one_measure_takes_all",
        Severity.MEDIUM,
        lambda terms: bool(terms.all_or_nothing),
        lambda terms: f"One result can take all of the pay: {_listed(terms.all_or_nothing)}.",
    ),
    Sign(
        "holds_fees_back",
        Severity.MEDIUM,
        lambda terms: bool(terms.held_back),
        lambda terms: f"Part of the fees is held back until later: {_listed(terms.held_back)}.",
    ),
    Sign(
        "pays_before_result",
        Severity.MEDIUM,
        lambda terms: bool(terms.paid_early),
        lambda terms: f"Money comes before the result is known: {_listed(terms.paid_early)}.",
    ),
    Sign(
        "reports_earn_money",
        Severity.MEDIUM,
        lambda terms: bool(terms.pays_reports),
        lambda terms: f"Reports that the group sends earn money: {_listed(terms.pays_reports)}.",
    ),
    Sign(
        "excludes_people",
        Severity.MEDIUM,
        lambda terms: bool(terms.excludes_people),
        lambda terms: (
            f"Single people can be left out of a reward: {_listed(terms.excludes_people)}."
        ),
    ),
    Sign(
        "public_money_reward",
        Severity.HIGH,
        lambda terms: terms.line_of_business in _PUBLIC_LINES and terms.has_incentive,
        lambda terms: (
            f"The line of business is {terms.line_of_business}, and some pay depends on more than "
            f"the service."
        ),
    ),
    Sign(
        "public_line_without_adjustment",
        Severity.MEDIUM,
        lambda terms: (
            terms.line_of_business in _PUBLIC_LINES
            and bool(terms.paid_measures)
            and not terms.has_risk_adjustment
        ),
        lambda terms: (
            f"The line of business is {terms.line_of_business}, and the paid measures do not "
            f"follow who the patients are."
        ),
    ),
    Sign(
        "text_left_open",
        Severity.HIGH,
        lambda terms: bool(terms.open_clauses),
        lambda terms: f"The text can be read in more than one way: {_listed(terms.open_clauses)}.",
    ),
    Sign(
        "number_not_stated",
        Severity.HIGH,
        lambda terms: bool(terms.not_stated),
        lambda terms: f"The contract does not give a number it needs: {_listed(terms.not_stated)}.",
    ),
    Sign(
        "no_downside",
        Severity.LOW,
        lambda terms: not _bears_cost(terms),
        _text("No term lets the group owe money, and no pay is fixed."),
    ),
    Sign(
        "no_target",
        Severity.LOW,
        lambda terms: not terms.has_cost_target and not terms.paid_measures,
        _text("No term compares the group with a target."),
    ),
    Sign(
        "no_incentive",
        Severity.LOW,
        lambda terms: not terms.has_incentive,
        _text("The terms pay for services alone."),
    ),
    Sign(
        "no_measures_paid",
        Severity.LOW,
        lambda terms: not terms.paid_measures,
        _text("No measure earns pay under the terms."),
    ),
)

SIGNS: Mapping[str, Sign] = MappingProxyType({sign.name: sign for sign in _SIGNS})
"""Every sign, by name."""
