"""The work itself: procedures, workpapers with their evidence, and what was observed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fairterms.audit.engagement.sample import Sample
from fairterms.correspondence.entry import EvidenceFile


class Method(StrEnum):
    """How somebody looked."""

    INQUIRY = "inquiry"
    OBSERVATION = "observation"
    INSPECTION = "inspection"
    REPERFORMANCE = "reperformance"


@dataclass(frozen=True)
class Procedure:
    """One procedure of an engagement.

    Attributes
    ----------
    id, engagement
        Its own id, and that of the work it belongs to.
    uses
        The id of a ready procedure of the catalogue; empty for one of the team's own.
    objective
        What it is to find out.
    expected
        What should be seen where all is well.
    sample
        What is looked at; None where nothing is drawn.
    most_deviations
        The most failures under which it counts as passed, set before anybody looked.
    risks
        Ids of risks.toml.
    line
        Where it stands in the file.
    """

    id: str
    engagement: str
    uses: str
    objective: str
    expected: str
    sample: Sample | None = None
    most_deviations: int = 0
    risks: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Workpaper:
    """What was done for a procedure, and by whom.

    Attributes
    ----------
    id, procedure
        Its own id, and that of the procedure.
    done_by, on
        Who did it, and the day it was sealed.
    reviewed_by
        Who looked it over; empty where nobody has.
    evidence
        The files that show it.
    result
        What came out, in words.
    deviations
        Failures found; None where nothing was counted.
    hours
        Hours spent; None where nobody says.
    line
        Where it stands in the file.
    """

    id: str
    procedure: str
    done_by: str
    on: date
    result: str
    evidence: tuple[EvidenceFile, ...] = ()
    reviewed_by: str = ""
    deviations: int | None = None
    hours: Decimal | None = None
    line: int = 0


@dataclass(frozen=True)
class Review:
    """That somebody else looked a workpaper over."""

    workpaper: str
    by: str
    on: date


@dataclass(frozen=True)
class Observation:
    """Something that was seen.

    Attributes
    ----------
    id
        Its own id.
    method
        How it was seen.
    on
        The day.
    what
        What was seen, in words.
    workpaper
        The id of the workpaper; empty in the copy both sides have.
    until
        The last day on which it counts; None where it does not grow old.
    line
        Where it stands in the file.
    """

    id: str
    method: Method
    on: date
    what: str
    workpaper: str = ""
    until: date | None = None
    line: int = 0
