"""A release is kept as text and read back as it was."""

import json

import pytest

from fairterms.audit.release.course import Release
from fairterms.audit.release.record_file import read, write
from tests.audit.release import test_course as steps
from tests.audit.release.test_request import VIEW


@pytest.mark.parametrize(
    "release",
    [
        steps.ASKED,
        steps.DECLINED,
        steps.HALF,
        steps.AGREED,
        steps.OPEN,
        steps.DESTROYED,
        Release(VIEW),
    ],
    ids=["asked", "declined", "half approved", "agreed", "open", "destroyed", "to read"],
)
def test_a_release_is_read_back_as_it_was_written(release: Release) -> None:
    assert read(write(release)) == release
    assert write(read(write(release))) == write(release)


def test_what_is_kept_is_plain_text() -> None:
    told = json.loads(write(steps.DESTROYED))
    assert told["certificate"] == {
        "person": "7",
        "on": "2028-06-30",
        "how": "wiped from the one laptop",
    }


def test_a_release_that_was_kept_before_requests_could_be_declined_is_read() -> None:
    told = json.loads(write(steps.HALF))
    del told["declined"]
    assert read(json.dumps(told)) == steps.HALF
