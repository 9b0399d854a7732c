"""Cohort: the patients of one period as the search sees them, their columns checked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake
from fairterms.outcomes.comparison.cells import Cells, gather, number
from fairterms.outcomes.exceptions.score_curve import Floats, Integers
from fairterms.outcomes.exceptions.subgroup import Attribute, check_codes
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class Cohort:
    """Patients of one period; n of them.

    Attributes
    ----------
    attributes
        The facts a subgroup may be made of; k of them.
    codes
        Place of each patient's value in its attribute, shape (n, k).
    outcomes
        1 where the patient reached the outcome and 0 where not, shape (n,). Usually a failure:
        off track, not improved, worse.
    providers
        Each patient's provider, any sortable ids, shape (n,).
    covariates
        The facts the contract's own case mix rests on, shape (n, p); p may be 0. Where the
        contract has published expectations, their logits in one column.
    names
        What the covariates are called, p of them.
    """

    attributes: tuple[Attribute, ...]
    codes: Integers
    outcomes: Floats
    providers: npt.NDArray[np.generic]
    covariates: Floats
    names: tuple[str, ...]

    @property
    def patients(self) -> int:
        """Number of patients, n."""
        return len(self.outcomes)

    def cells(self) -> Cells:
        """Gather the patients for a fit of the case mix."""
        return gather(self.outcomes, self.providers, self.covariates, self.names)

    def provider_places(self) -> tuple[npt.NDArray[np.generic], Integers]:
        """Return the different providers in rising order, and each patient's place among them."""
        return number(self.providers)


def assemble(
    attributes: Sequence[Attribute],
    codes: npt.ArrayLike,
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str],
) -> Cohort:
    """Put the columns of one period together.

    Parameters
    ----------
    attributes, codes, outcomes, providers, covariates, names
        As in :class:`Cohort`.

    Raises
    ------
    Refusal
        Where lengths differ or a column has missing values.

    Examples
    --------
    >>> from fairterms.outcomes.exceptions.subgroup import KnownAt
    >>> stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
    >>> assemble([stay], [[0], [1]], [1, 0], ["a", "b"], np.empty((2, 0)), []).patients
    2
    """
    results, ids, facts, labels = intake.check(outcomes, providers, covariates, names)
    table = check_codes(attributes, codes)
    if len(table) != len(results):
        raise Refusal(
            "columns",
            f"{len(table)} rows of attributes, {len(results)} outcomes",
            "each patient needs one outcome and one value of each attribute",
            "give columns of the same length",
        )
    return Cohort(tuple(attributes), table, results, ids, facts, labels)
