"""What can become of a motion, and what can settle it."""

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a motion."""

    CARRIED = "carried"
    LOST = "lost"
    NOT_DECIDED = "not decided"


class Ground(StrEnum):
    """What settled a motion, or kept it from being settled."""

    NOTICE = "notice"
    QUORUM = "quorum"
    MAJORITY = "majority"
    THRESHOLD = "threshold"
    NOBODY_VOTED = "nobody voted"
    CONCURRENCE = "concurrence"
    TIE = "tie"
    TIE_SHORT = "tie short"
    TIE_LOST = "tie lost"
    CHAIR_YES = "chair yes"
    CHAIR_NO = "chair no"
    CHAIR_SILENT = "chair silent"
    NO_REASONS = "no reasons"
    NOBODY_PRESIDES = "nobody presides"

    @property
    def outcome(self) -> Outcome:
        """What it leads to."""
        assert self is not Ground.TIE, "a tie is on its way to the chair"
        if self in (Ground.NOTICE, Ground.QUORUM):
            return Outcome.NOT_DECIDED
        is_carried = self in (Ground.MAJORITY, Ground.CHAIR_YES)
        return Outcome.CARRIED if is_carried else Outcome.LOST
