"""Two versions of the contract, compared on a page."""

from pathlib import Path

import pytest
from django.urls import reverse
from docx import Document

from fairterms_web.deals.actions import save_files
from fairterms_web.jobs import worker
from fairterms_web.jobs.actions import ask
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds.comparison import run
from fairterms_web.read.access import contract_versions
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import now

OLD = """1. Notice. The Plan shall give ninety (90) days written notice of any amendment.

2. Term. This Agreement lasts one year.
"""
NEW = OLD.replace("ninety (90)", "thirty (30)")


@pytest.fixture
def versions(cast: Cast) -> list[str]:
    """Two versions of one file, the older first."""
    by = cast.entered("owner", "group")
    with acting(by.actor):
        for text in (OLD, NEW):
            save_files(by=by, files={"contract/09-draft.txt": text.encode()})
        return [one.id for one in contract_versions(by) if one.path.endswith("draft.txt")]


def quiet(stage: str) -> None:
    """Hear a stage, and say nothing of it."""


def url(cast: Cast, name: str, *more: str) -> str:
    """An address of the group's room."""
    return reverse(f"read:{name}", args=[cast.rooms["group"].id, *more])


def test_two_versions_of_one_file_are_compared_and_the_redline_taken(
    cast: Cast, versions: list[str], tmp_path: Path
) -> None:
    client = cast.client("owner")
    answered = client.post(url(cast, "compare"), {"old": versions[0], "new": versions[1]})
    assert answered.status_code == 302
    page = answered["Location"]
    job_id = page.rstrip("/").rpartition("/")[2]
    assert "Comparing two versions" in client.get(page).content.decode()
    worker.run(job_id)
    told = client.get(page).content.decode()
    assert "thirty (30)" in told
    assert "ninety (90)" in told
    redline = client.get(url(cast, "redline", job_id))
    (tmp_path / "redline.docx").write_bytes(redline.content)
    assert Document(str(tmp_path / "redline.docx")).paragraphs


def test_a_version_is_not_compared_with_itself_or_with_a_strangers(
    cast: Cast, versions: list[str]
) -> None:
    client = cast.client("owner")
    same = {"old": versions[0], "new": versions[0]}
    foreign = {"old": versions[0], "new": "0" * 32}
    for sent in (same, foreign, {}):
        assert client.post(url(cast, "compare"), sent).status_code == 422


def test_with_one_version_the_page_says_how_to_get_a_second(cast: Cast) -> None:
    with cast.acting_in("plan") as by:
        room = by.room.id
    told = cast.client("other party").get(reverse("read:compare", args=[room])).content.decode()
    assert "There is only one version" in told


def test_other_work_is_no_comparison(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        job = ask(by=by, kind="review")
    assert cast.client("owner").get(url(cast, "changes", job.id)).status_code == 404
    assert now(cast.entered("owner", "group"), job).kind == "review"


def test_a_version_that_cannot_be_read_is_named_without_where_it_lay(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "old-1-a.pdf").write_bytes(b"%PDF-1.4 broken")
    (beside / "new-2-a.txt").write_text(NEW)
    with pytest.raises(CannotBeDone, match=r"a\.pdf") as refused:
        list(run(tmp_path / "deal", quiet, {}))
    assert str(tmp_path) not in str(refused.value)
