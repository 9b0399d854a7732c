"""Made-up agreements, deals and duties for the tests of this room."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Cost, Deal, Party, WithoutDeal
from fairterms.contract.deal import read as read_deal
from fairterms.contract.performance_year import first_period
from fairterms.document.document import Document
from fairterms.document.reader import read, read_all
from fairterms.payment.loading import load
from fairterms.prepare.cost_to_comply import duties_in_text, statement
from fairterms.prepare.cost_to_comply.assessment import assess
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.duty import Duty
from fairterms.prepare.cost_to_comply.frequency import Frequency
from fairterms.prepare.cost_to_comply.kind import KINDS, Trigger
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.settle.settlement import Settlement, settle

EXAMPLES = Path(__file__).parents[3] / "examples"
OPENING = (
    "PROVIDER AGREEMENT\n\nThis Agreement is between Cedar Health Plan, Inc. (“Plan”) and Fern "
    "Street Counseling Group (“Group”).\n\n1.1 Plan covers behavioral health care of Members.\n\n"
)


@cache
def document(text: str, name: str = "agreement.txt") -> Document:
    """Return a document that opens as an agreement with a plan."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(OPENING + text + "\n", encoding="utf-8")
        return read(path)


def reading(text: str) -> Reading:
    return Reading((document(text),), Features())


def kinds_in(text: str) -> set[str]:
    """Return the kinds of duty that a text makes."""
    return {
        name
        for found in statement.find(reading(text))
        for name, kind in KINDS.items()
        if kind.is_in(found.words, found.trigger)
    }


def duties_of(text: str) -> tuple[Duty, ...]:
    return duties_in_text.find(reading(text))


def duty(kind_name: str = "meetings", times: int | None = 4, **changed: object) -> Duty:
    """Return a duty that stands in no text."""
    kind = KINDS[kind_name]
    fixed = None if times is None else Decimal(times)
    plain = Duty(kind_name, kind, kind_name, kind.title, (), Trigger.OWED, Frequency("", fixed))
    return replace(plain, **changed)  # type: ignore[arg-type]


def cost(cost_id: str, what: str, section: str = "", amount: int = 1000) -> Cost:
    return Cost(cost_id, what, Decimal(amount), f"20 hours × ${amount / 20:.2f} per hour", section)


def deal(costs: Sequence[Cost] = (), anyway: Sequence[str] = ()) -> Deal:
    """Return a deal whose folder holds nothing."""
    group, plan = Party("Fern Street"), Party("Cedar Health Plan")
    nowhere = Path("/nowhere")
    without = WithoutDeal(tuple(anyway))
    return Deal(nowhere, "A deal", group, plan, None, without, tuple(costs), (), (), ())


@cache
def example(name: str) -> tuple[Deal, Contract, tuple[Document, ...], Settlement]:
    """Return an example deal, its terms, its documents and its expected scenario settled."""
    found = read_deal(EXAMPLES / name)
    contract = load(found.terms).contract
    assert contract is not None
    documents, _ = read_all(found.documents)
    expected = next(one for one in found.scenarios if one.role == "expected")
    return found, contract, documents, settle(contract, expected, first_period(contract))


@cache
def assessed(name: str) -> ComplianceCost:
    return assess(*example(name))
