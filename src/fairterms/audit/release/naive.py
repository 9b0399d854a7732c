"""The naive method, to be measured against: small counts hidden, everything else shown."""

from __future__ import annotations

from fairterms.audit.release.bounds import Bounds, bounds
from fairterms.audit.release.count_table import CountTable
from fairterms.audit.release.knowledge import gather


def leaks(table: CountTable) -> tuple[Bounds, ...]:
    """Return every small count that can be worked out exactly when only small counts are hidden.

    Examples
    --------
    >>> import numpy as np
    >>> from fairterms.audit.release.count_table import Axis
    >>> table = CountTable("visits", ("2027",), (Axis("clinic", ("a", "b", "c")),),
    ...                    np.array([4, 30, 50]))
    >>> [found.low for found in leaks(table)]
    [4]
    """
    knowledge = gather([table], [])
    is_hidden = knowledge.is_small
    found = [bounds(knowledge, is_hidden, at) for at in is_hidden.nonzero()[0].tolist()]
    return tuple(one for one in found if one.is_exact)
