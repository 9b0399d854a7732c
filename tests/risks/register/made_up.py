"""Small records for the tests of the register; everything is made up."""

from datetime import date

from fairterms.risks.loss.frequency import Poisson
from fairterms.risks.loss.severity import Fixed
from fairterms.risks.register.contract_loss import ContractLoss
from fairterms.risks.register.estimate import Estimate, Knowledge, Stage
from fairterms.risks.register.impact import Impact, Source, SourceKind
from fairterms.risks.register.objective import Holder, Objective
from fairterms.risks.register.risk import Area, Risk, Status
from fairterms.units.quantity import MONEY, Unit, parse

SPRING, SUMMER, AUTUMN = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)


def estimate(
    name: str,
    supersedes: str = "",
    *,
    on: date = SPRING,
    impact: str = "late_pay",
    stage: Stage = Stage.CURRENT,
    unit: Unit = MONEY,
) -> Estimate:
    """Return an estimate of one fixed loss a year."""
    return Estimate(
        name,
        impact,
        stage,
        on,
        parse("1 year"),
        "counted",
        Knowledge.FAIR,
        "office manager",
        unit,
        Poisson(1.0),
        Fixed(100.0),
        supersedes=supersedes,
    )


def computed(name: str = "computed", *, unit: Unit = MONEY) -> Estimate:
    """Return an estimate that the contract computes."""
    return Estimate(
        name,
        "late_pay",
        Stage.CURRENT,
        SPRING,
        parse("1 year"),
        "the simulated years",
        Knowledge.FAIR,
        "contracting lead",
        unit,
        from_contract=ContractLoss("withhold"),
    )


def objective(
    name: str = "pay", *, holder: Holder = Holder.GROUP, unit: str = "$1.00", value: str = ""
) -> Objective:
    """Return an objective without a tolerance."""
    one = parse(unit)
    period = parse("1 year")
    return Objective(
        name, value, "", holder, "what is paid", one.unit, "higher is better", one, period
    )


def risk(name: str = "late", *, status: Status = Status.OPEN) -> Risk:
    """Return a risk of late files."""
    return Risk(name, "one assistant", "a file is late", "no pay", Area.OPERATIONS, "lead", status)


def impact(
    name: str = "late_pay", *, risk: str = "late", objective: str = "pay", ref: str = "reporting"
) -> Impact:
    """Return an impact that comes from a clause."""
    return Impact(name, risk, objective, Source(SourceKind.CLAUSE, ref), "a payment is lost")
