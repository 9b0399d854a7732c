"""The contract header of a value-based performance report: who bears which risk, for what."""

from dataclasses import dataclass
from decimal import Decimal

from fairterms.reconcile.statement.fhir_node import Node, NotReadable, parse
from fairterms.reconcile.statement.vbpr_codes import UPSIDE_ONLY
from fairterms.units.period import Period
from fairterms.units.problem import Problem

CONTRACTUAL = "contractual"


@dataclass(frozen=True)
class Cohort:
    """A part of the panel with a payment model of its own.

    Attributes
    ----------
    code
        As the report's parts name it, such as "hmo"; empty for the whole panel.
    lan
        The category of payment models, such as "3A" (savings only) or "3B" (losses too).
    """

    code: str
    lan: str

    @property
    def is_upside_only(self) -> bool:
        """Whether the group never shares a loss."""
        return self.lan == UPSIDE_ONLY


@dataclass(frozen=True)
class Component:
    """A quality measure of the contract.

    Attributes
    ----------
    measure
        Its address.
    title
        Its name.
    weight
        How much it counts; None where the header does not say.
    status
        "contractual", "contractual-alternate" or "reporting-only"; empty where it is not said.
    """

    measure: str
    title: str
    weight: Decimal | None = None
    status: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is part of the weighted score."""
        return self.status == CONTRACTUAL


@dataclass(frozen=True)
class Header:
    """The contract as the plan's header states it; it gives no rates.

    Attributes
    ----------
    url, identifier, title
        Its names.
    period
        The term of the contract; None where it is not said.
    line_of_business
        As written.
    cohorts
        The parts with a payment model of their own.
    streams
        The codes of its payments.
    components
        Its quality measures.
    """

    file: str
    url: str = ""
    identifier: str = ""
    title: str = ""
    period: Period | None = None
    line_of_business: str = ""
    cohorts: tuple[Cohort, ...] = ()
    streams: tuple[str, ...] = ()
    components: tuple[Component, ...] = ()
    problems: tuple[Problem, ...] = ()

    def component(self, measure: str) -> Component | None:
        """Return the measure of an address; None when the contract has none."""
        return next((one for one in self.components if one.measure == measure), None)


def read_header(text: str, file: str) -> Header:
    """Read a contract header (a Measure).

    Parameters
    ----------
    text
        The JSON text.
    file
        Its name, for messages.

    Returns
    -------
    Header
        What it states; its problems are part of it.
    """
    try:
        root = parse(text)
    except NotReadable as reason:
        return Header(file, problems=(_unusable(file, f"the file is no JSON: {reason}"),))
    if root.text("resourceType") != "Measure":
        what = "the file is no Measure, so it is no contract header"
        return Header(file, problems=(_unusable(file, what),))
    return Header(
        file,
        root.text("url"),
        next((one.text("value") for one in root.items("identifier")), ""),
        root.text("title"),
        period_of(root.get("effectivePeriod")),
        root.extension("lob").get("valueCodeableConcept").words(),
        tuple(_cohort(one) for one in root.extensions("program-model")),
        tuple(stream_of(one) for one in root.extensions("payment-stream")),
        tuple(_component(one) for one in root.items("relatedArtifact")),
    )


def period_of(node: Node) -> Period | None:
    """Return a period; None where a day is missing or they stand the wrong way round."""
    first, last = node.day("start"), node.day("end", is_last=True)
    return Period(first, last) if first and last and first <= last else None


def stream_of(extension: Node) -> str:
    """Return the code of a payment stream."""
    return extension.extension("type").get("valueCodeableConcept").code()


def _cohort(model: Node) -> Cohort:
    return Cohort(
        model.extension("cohort").get("valueCodeableConcept").code(),
        model.extension("hcplan").get("valueCodeableConcept").code(),
    )


def _component(artifact: Node) -> Component:
    return Component(
        artifact.text("resource"),
        artifact.text("display"),
        artifact.extension("weight").number("valueDecimal"),
        artifact.extension("contractual-status").get("valueCodeableConcept").code(),
    )


def _unusable(file: str, what: str) -> Problem:
    return Problem(
        file,
        0,
        what,
        "no-contract-header",
        "the header says which cohort bears losses and which measures count",
        "ask the plan for the contract header (Measure) of its report, as JSON",
    )
