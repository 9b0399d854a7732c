"""Two versions of the contract side by side: what changed, who gains, and a redline."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument
from fairterms.publish import docx, fragment
from fairterms.review import parties, ratchet, redline
from fairterms.review.comparison import compare
from fairterms_web.deals import access as files
from fairterms_web.jobs.kind import Arguments, CannotBeDone, Kind, Tell
from fairterms_web.jobs.models import Job
from fairterms_web.jobs.wording import for_the_web
from fairterms_web.rooms.entered import Entered

SIDES = ("old", "new")


def run(folder: Path, tell: Tell, arguments: Arguments) -> Iterator[tuple[str, bytes]]:
    """Compare the two versions that lie beside the deal's folder."""
    paths = [_only(folder.parent / "beside", side) for side in SIDES]
    tell("Reading both versions")
    try:
        old, new = (read(path) for path in paths)
    except UnreadableDocument as refusal:
        raise CannotBeDone(str(refusal).replace(f"{folder.parent}/beside/", "")) from None
    tell("Comparing them sentence by sentence")
    names = parties.find((new,))
    step = compare(old, new, names)
    growth = ratchet.growth(step, names)
    tell("Writing what changed")
    today = str(datetime.now(UTC).date())
    page = for_the_web(redline.page(step, (growth,), made_on=today), folder)
    yield "changes.html", fragment.render(page.blocks, prefix="changes-").encode()
    yield "redline.docx", docx.render(redline.redline(step, made_on=today))


def beside(by: Entered, job: Job) -> Mapping[str, bytes]:
    """Return the two versions, named so that the page can tell them apart."""
    found: dict[str, bytes] = {}
    for side in SIDES:
        version, content = files.version_content(by, job.arguments[side])
        name = PurePosixPath(version.path).name
        found[f"{side}-{version.number}-{name}"] = content
    return found


def _only(folder: Path, side: str) -> Path:
    (path,) = (one for one in folder.iterdir() if one.name.startswith(f"{side}-"))
    return path


KIND = Kind(
    "comparison",
    "Comparing two versions",
    run,
    stages=3,
    reads="contract/",
    beside=beside,
    is_short=True,
)
