"""The risks of a deal: its register with numbers, and what the library proposes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.risks.appraisal.appraised import Appraisal
from fairterms.risks.appraisal.appraising import appraise
from fairterms.risks.appraisal.contract_years import ContractYears
from fairterms.risks.library.term_signs import signs_of
from fairterms.risks.library.waking import Woken, wake
from fairterms.risks.register.reader import read
from fairterms.units.finding import Finding
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class RiskStudy:
    """The risks of a deal.

    Attributes
    ----------
    appraisal
        The register with its numbers; None where the deal has no risks.toml.
    woken
        Risks of the library that the text or the terms make live.
    problems
        What is wrong with risks.toml; what is concerned is left out.
    """

    appraisal: Appraisal | None
    woken: tuple[Woken, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def registered(self) -> frozenset[str]:
        """Ids of the library's risks that the register has already."""
        if self.appraisal is None:
            return frozenset()
        return frozenset(one.library for one in self.appraisal.register.risks if one.library)


def study_risks(
    deal: Deal,
    contract: Contract,
    findings: Sequence[Finding],
    years: ContractYears,
    on: date,
) -> RiskStudy:
    """Study the risks of a deal.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    findings
        What the review saw.
    years
        Losses that the contract computes.
    on
        The day the register is read for.
    """
    register = read(deal.folder)
    woken = wake(findings, signs_of(contract))
    if register is None:
        return RiskStudy(None, woken)
    return RiskStudy(appraise(register, on, years), woken, register.problems)
