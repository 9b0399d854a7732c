"""Everything an answer rests on, gathered once: documents, terms, settlements, findings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from fairterms.contract.canonical import terms_hash
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.performance_year import performance_years, terms_in_force
from fairterms.decide import own_records
from fairterms.decide.ahead import NOT_LOOKED, Ahead, look_ahead, years_ahead
from fairterms.decide.break_even import BreakEven, break_evens
from fairterms.decide.money import Outcome, outcomes, settled
from fairterms.decide.own_records import OwnRecords
from fairterms.decide.position import Known as Beside
from fairterms.decide.position import Position, Seen, take
from fairterms.decide.preparation import Known, Preparation, prepare
from fairterms.decide.rule import Decision, Facts, decide
from fairterms.document.document import Document
from fairterms.document.reader import read_all
from fairterms.payment.evaluation import model_of
from fairterms.payment.loading import Loaded, load, with_offer
from fairterms.reference.law import Setting
from fairterms.review.citations import CitationCheck, check_citations
from fairterms.review.features import Features
from fairterms.review.reading import review
from fairterms.settle.ambiguity import Ambiguities, price
from fairterms.settle.script import read_folder
from fairterms.settle.trial import Trial, try_script
from fairterms.units.finding import Finding, Severity, Status
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Basis:
    """What the other rooms found about one deal.

    Attributes
    ----------
    loaded
        The terms with their problems; numbers the contract does not state are among them.
    periods
        The performance years.
    results
        Every scenario settled in every period, or refused.
    ambiguities
        None when no scenario could be settled.
    findings
        What the review saw, the most severe first; unclear ones included.
    unreadable
        Refusals of documents that could not be read at all.
    records
        What the group's own records say of the targets; None where the deal holds none.
    ahead
        The years that may come, or why nobody knows.
    preparation
        What the deal takes of the group and of the plan; None where only the text is reviewed.
    position
        What the group takes into the talks.
    """

    deal: Deal
    loaded: Loaded
    contract: Contract
    periods: tuple[Period, ...]
    results: tuple[Outcome, ...]
    break_evens: tuple[BreakEven, ...]
    ambiguities: Ambiguities | None
    trials: tuple[Trial, ...]
    documents: tuple[Document, ...]
    unreadable: tuple[Refusal, ...]
    findings: tuple[Finding, ...]
    citations: tuple[CitationCheck, ...]
    decision: Decision
    position: Position
    records: OwnRecords | None = None
    ahead: Ahead = NOT_LOOKED
    preparation: Preparation | None = None

    @property
    def terms(self) -> str:
        """The hash of the terms."""
        return terms_hash(self.contract)

    @property
    def unstated(self) -> tuple[str, ...]:
        """The numbers the contract does not give, as ``clause.term``."""
        return _unstated(self.loaded)


class UnusableDeal(Exception):
    """The deal has problems that must be mended first; ``loaded`` and ``deal`` hold them."""

    def __init__(self, loaded: Loaded, deal: Deal) -> None:
        super().__init__("the deal has problems")
        self.problems = (*loaded.mistakes, *deal.problems)


def gather(
    deal: Deal, tell: Progress, *, has_records: bool = True, on: date | None = None
) -> Basis:
    """Gather the basis of a decision.

    Parameters
    ----------
    deal
        A deal folder as read.
    tell
        Called with a short sentence before each stage, for a progress display.
    has_records
        Whether the group's own records, and the years ahead, are looked at; a review of the text
        needs neither.
    on
        The day the risk register and the log are read for; today when not given.

    Raises
    ------
    UnusableDeal
        When the terms or deal.toml have mistakes.
    """
    tell("Reading the terms")
    loaded = with_offer(load(deal.terms), deal.offer)
    if loaded.contract is None or loaded.mistakes or deal.problems:
        raise UnusableDeal(loaded, deal)
    contract = loaded.contract
    periods = performance_years(contract)
    tell("Settling the scenarios")
    results = outcomes(deal, contract, periods)
    trials = tuple(try_script(contract, script) for script in read_folder(deal.scripts))
    tell("Pricing what the text leaves open")
    crossings, open_questions = _price(deal, contract, results)
    tell("Reading the contract")
    documents, unreadable = read_all(deal.documents)
    tell("Reviewing the contract")
    features = features_of(contract, deal)
    findings = review(documents, features, setting_of(contract)) if documents else ()
    citations = check_citations(contract, documents)
    records = own_records.look(deal, contract, tell) if has_records else None
    ahead = look_ahead(deal, contract, records, tell) if has_records else NOT_LOOKED
    preparation = None
    if has_records:
        tell("Looking at what the deal takes")
        seen = findings if documents else None
        known = Known(features, documents, seen, results, records, ahead)
        preparation = prepare(deal, contract, known)
    text_seen = Seen(contract, findings, loaded.unstated, open_questions)
    day = on or datetime.now(UTC).date()
    position = take(deal, text_seen, Beside(ahead, records, preparation), day, tell)
    tell("Weighing the answer")
    facts = replace(
        _facts(deal, loaded, results, findings, (trials, open_questions)),
        ahead=years_ahead(ahead),
    )
    return Basis(
        deal,
        loaded,
        contract,
        periods,
        results,
        crossings,
        open_questions,
        trials,
        documents,
        unreadable,
        findings,
        citations,
        decide(facts, deal.appetite),
        position,
        records,
        ahead,
        preparation,
    )


def setting_of(contract: Contract) -> Setting:
    """Say where the contract stands, so that it is compared with the laws of that place and time.

    Examples
    --------
    >>> from datetime import date
    >>> from fairterms.units.rounding import parse
    >>> rule = parse("to the cent, half up, once at the end")
    >>> deal = Contract("A deal", date(2027, 1, 1), date(2027, 12, 31), rule, "OR", "commercial")
    >>> setting_of(deal).state
    'OR'
    """
    return Setting(contract.jurisdiction, contract.line_of_business, contract.starts, contract.ends)


def features_of(contract: Contract, deal: Deal) -> Features:
    """Say what kind of deal the terms describe, as the review needs it."""
    names = {clause.model for clause in contract.clauses}
    terms = {name for clause in contract.clauses for name in clause.terms}
    categories = {model_of(clause).category(clause).lan for clause in contract.clauses}
    has_downside = bool({"loss_rate", "loss_cap", "owed_cap"} & terms) or any(
        lan.startswith(("3B", "4")) for lan in categories
    )
    has_incentive = any(lan[:1] in {"2", "3", "4"} for lan in categories if lan)
    has_target = bool({"benchmark", "target", "acceptable"} & terms) or bool(
        names & {"pay_for_performance", "withhold", "episode"}
    )
    return Features(
        has_target=has_target,
        has_downside=has_downside,
        has_incentive=has_incentive,
        missing_documents=deal.missing,
    )


def _price(
    deal: Deal, contract: Contract, results: Sequence[Outcome]
) -> tuple[tuple[BreakEven, ...], Ambiguities | None]:
    usable = settled(results)
    if not usable:
        return (), None
    expected = next((one for one in usable if one.role == "expected"), usable[0])
    try:
        in_force = terms_in_force(contract, expected.period)
        open_questions = price(in_force, deal.scenarios)
    except Refusal:
        return (), None
    return break_evens(deal, contract, expected.scenario, expected.period), open_questions


def _facts(
    deal: Deal,
    loaded: Loaded,
    results: Sequence[Outcome],
    findings: Sequence[Finding],
    others: tuple[Sequence[Trial], Ambiguities | None],
) -> Facts:
    trials, open_questions = others
    wanted = deal.appetite.must_haves if deal.appetite else ()
    plain = [one for one in findings if one.status is Status.FINDING]
    broken = {one.check: one.title for one in plain if one.check in wanted}
    unclear = {one.check: one.title for one in findings if one.status is Status.UNCLEAR}
    critical = dict.fromkeys(one.title for one in plain if one.severity is Severity.CRITICAL)
    nets = [one.net for one in settled(results)]
    expected = [one.net for one in settled(results, "expected")]
    return Facts(
        expected_net=min(expected, default=None),
        worst_net=min(nets, default=None),
        best_net=max(nets, default=None),
        unstated=_unstated(loaded),
        broken_must_haves=tuple(broken.values()),
        unclear_must_haves=tuple(
            title for check, title in unclear.items() if check in wanted and check not in broken
        ),
        critical=tuple(critical),
        failing_scripts=tuple(trial.script.title for trial in trials if not trial.passed),
        open_dollars=open_questions.together if open_questions else None,
    )


def _unstated(loaded: Loaded) -> tuple[str, ...]:
    """Name the numbers the contract does not give, as a reader would say them."""
    found: dict[str, None] = {}
    for problem in loaded.unstated:
        named = re.search(r"(?:(\w+), row (\d+): )?the contract does not state (\w+)", problem.what)
        assert named is not None, "every such problem names its term"
        term, row, cell = named.groups()
        name = f"{cell} ({term}, row {row})" if term else cell
        found[name.replace("_", " ")] = None
    return tuple(found)
