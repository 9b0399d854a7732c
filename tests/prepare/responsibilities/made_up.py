"""Lines of a matrix, made up."""

from fairterms.prepare.responsibilities.declaration import Assigned, Declaration
from fairterms.prepare.responsibilities.matrix import FlawKind, Line, Matrix, build
from fairterms.prepare.responsibilities.task import Who
from fairterms.prepare.responsibilities.tasks import TASKS
from fairterms.prepare.responsibilities.text_look import Shown


def assigned(
    task: str = "crisis_line",
    does: Who | None = Who.GROUP,
    pays: Who | None = Who.PLAN,
    by: str = "3.1",
    **more: object,
) -> Assigned:
    return Assigned(TASKS[task], does, pays, by=by, **more)  # type: ignore[arg-type]


def shown(does: Who | None = Who.GROUP, pays: Who | None = None, **more: object) -> Shown:
    return Shown(does, pays, "2.1", "Group shall do so.", **more)  # type: ignore[arg-type]


def matrix(*lines: Assigned, text: dict[str, Shown] | None = None) -> Matrix:
    return build(Declaration(lines), text or {})


def line_of(one: Assigned | None, text: Shown | None = None, task: str = "crisis_line") -> Line:
    texts = {task: text} if text else {}
    found = matrix(*([one] if one else []), text=texts)
    return next(line for line in found.lines if line.task.id == task)


def flaws(one: Assigned | None, text: Shown | None = None) -> list[FlawKind]:
    task = one.task.id if one else "crisis_line"
    return [flaw.kind for flaw in line_of(one, text, task).flaws]
