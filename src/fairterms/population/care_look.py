"""Care elsewhere and what can change, in one call."""

from dataclasses import dataclass

from fairterms.population import care_elsewhere, impactability
from fairterms.population.care_counts import CareElsewhere
from fairterms.population.care_settings import Settings
from fairterms.population.impactability import Impact
from fairterms.records.engine.connection import Connection


@dataclass(frozen=True)
class Look:
    """What a look at the bills found.

    Attributes
    ----------
    found
        Care given by the group and elsewhere.
    impact
        What could change, and whether anyone would see it.
    """

    found: CareElsewhere
    impact: Impact


def look(connection: Connection, settings: Settings) -> Look:
    """Count care elsewhere, and weigh the declared changes against chance.

    Parameters
    ----------
    connection
        The store's.
    settings
        What the deal declares; see :func:`fairterms.population.care_declaration.read_settings`.

    Raises
    ------
    Refusal
        When nobody counts, the group's own numbers are not known, an amount is missing, or spans
        of one member overlap.
    """
    found = care_elsewhere.find(connection, settings)
    return Look(found, impactability.weigh(connection, settings))
