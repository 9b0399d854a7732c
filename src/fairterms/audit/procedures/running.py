"""Running a procedure: what is missing is said, and never taken for a pass."""

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import ProcedureResult
from fairterms.audit.procedures.procedure import NEEDED, Procedure


def run(procedure: Procedure, evidence: Evidence) -> ProcedureResult:
    """Run one procedure.

    Parameters
    ----------
    procedure
        The procedure.
    evidence
        Whatever there is.

    Returns
    -------
    ProcedureResult
        "Not tested, because ..." where evidence is missing or holds nothing to look at.
    """
    lacking = missing(procedure, evidence)
    if lacking:
        return _untested(procedure, f"there is no evidence of this: {'; '.join(lacking)}")
    observed = procedure.test(evidence)
    if not observed:
        return _untested(procedure, "the evidence holds nothing this procedure looks at")
    return ProcedureResult(procedure.id, procedure.title, observed)


def missing(procedure: Procedure, evidence: Evidence) -> tuple[str, ...]:
    """Return what a procedure needs and does not have, in words; empty where it can be run."""
    lacking = [NEEDED[name] for name in procedure.needs if _is_absent(evidence, name)]
    if procedure.any_of and all(_is_absent(evidence, name) for name in procedure.any_of):
        lacking.append(", or ".join(NEEDED[name] for name in procedure.any_of))
    return tuple(lacking)


def _is_absent(evidence: Evidence, name: str) -> bool:
    found = getattr(evidence, name)
    return found is None or found == ()


def _untested(procedure: Procedure, why: str) -> ProcedureResult:
    return ProcedureResult(procedure.id, procedure.title, (), f"Not tested, because {why}.")
