"""Writing the register's file: from the library's proposals, or by hand."""

from collections.abc import Sequence

from fairterms.risks.register.block import FILE
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem
from fairterms_web.deals.actions import save_files
from fairterms_web.deals.contents import NotTaken
from fairterms_web.risks import access
from fairterms_web.rooms.entered import Entered


class CannotSave(ValueError):
    """The file cannot be saved as it is; says why and what to do."""

    def __init__(self, why: str, problem: Problem | None = None) -> None:
        super().__init__(why)
        self.problem = problem


def add_proposed(*, by: Entered, ids: Sequence[str]) -> int:
    """Write chosen proposals into risks.toml, below what stands there; return how many.

    Parameters
    ----------
    by
        The room as entered.
    ids
        Ids of the library; those that are not proposed, or stand there already, are passed over.

    Raises
    ------
    CannotSave
        When none is left.
    """
    chosen = [one for one in access.proposed(by) if one.id in ids]
    if not chosen:
        raise CannotSave("Choose at least one risk of the list.")
    now = access.register(by).text.rstrip("\n")
    # What opens a proposal is the same for each; it is written once.
    opening, _, first = chosen[0].toml.partition("\n\n")
    blocks = [first, *(one.toml.partition("\n\n")[2] for one in chosen[1:])]
    text = "\n\n".join([*([now] if now else []), opening, *(one.strip("\n") for one in blocks)])
    save_files(by=by, files={FILE: f"{text}\n".encode()}, note="risks of the library")
    return len(chosen)


def write(*, by: Entered, text: str, seen: str) -> None:
    """Save risks.toml as written by hand; gaps and mistakes in it are no reason not to.

    Parameters
    ----------
    by
        The room as entered.
    text
        What the file says from now on.
    seen
        The hash of the file that the writer began from.

    Raises
    ------
    CannotSave
        When somebody else changed the file meanwhile, or it cannot be read as TOML at all.
    """
    plain = text.replace("\r\n", "\n").strip("\n") + "\n"
    if access.register(by).sha256 != seen:
        raise CannotSave(
            "Somebody changed risks.toml while you wrote. Your text is kept below: copy it, open "
            "the page again, and add what is yours."
        )
    opened = parsed(plain, FILE)
    if isinstance(opened, Problem):
        raise CannotSave("This cannot be read as TOML, so nothing was saved.", opened)
    try:
        save_files(by=by, files={FILE: plain.encode()}, note="edited")
    except NotTaken as wrong:
        raise CannotSave(str(wrong)) from wrong
