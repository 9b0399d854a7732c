"""The sample deals: the made-up groups of the examples, as rooms of one's own."""

from pathlib import Path

from fairterms.contract import deal as deals
from fairterms_web.deals.actions import save_files
from fairterms_web.deals.examples import examples
from fairterms_web.jobs.actions import ask
from fairterms_web.rooms.actions import Names, open_deal
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting

NAMES = ("cedar", "juniper")


def open_sample(*, person: str, name: str) -> Entered:
    """Open a sample deal for somebody, and begin to work on it; return the group's room."""
    assert name in NAMES, "a sample that exists"
    folder = examples() / name
    deal = deals.read(folder)
    names = Names(title=f"{deal.name} (sample)", group=deal.group.name, plan=deal.plan.name)
    entered = open_deal(person=person, names=names)
    with acting(entered.actor):
        save_files(by=entered, files=_files(folder), note="the sample deal")
        for kind in ("review", "prepared", "decision"):
            ask(by=entered, kind=kind)
    return entered


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
