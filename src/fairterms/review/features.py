"""What the terms say the agreement has, as plain yes and no."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Features:
    """What kind of deal it is.

    Attributes
    ----------
    has_target
        Results are compared with a benchmark, target or budget.
    has_downside
        The group may owe money back.
    has_incentive
        Some pay depends on results.
    missing_documents
        Documents the agreement brings in that were not supplied, as known beyond what the text
        itself names: "the 2027 program description".
    """

    has_target: bool = False
    has_downside: bool = False
    has_incentive: bool = False
    missing_documents: tuple[str, ...] = ()
