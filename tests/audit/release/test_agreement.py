"""The agreement binds a reader to one release and one purpose, in words they understand."""

from dataclasses import replace

from fairterms.audit.release.agreement import write
from fairterms.document.school_grade import grade
from tests.audit.release.test_manifest import GIVEN
from tests.audit.release.test_request import COPY, VIEW


def test_the_agreement_names_the_purpose_and_exactly_what_is_given() -> None:
    text = write(COPY, GIVEN).text
    assert COPY.purpose in text
    assert GIVEN.hash in text
    assert "42 CFR 2.53" in text
    assert "not legal advice" in text


def test_another_release_or_purpose_is_another_agreement() -> None:
    other = replace(GIVEN, sha256="00" * 32)
    purpose = replace(COPY, purpose="to test something else")
    texts = [write(COPY, GIVEN), write(COPY, other), write(purpose, GIVEN), write(VIEW, GIVEN)]
    assert len({one.hash for one in texts}) == len(texts)


def test_who_keeps_a_copy_destroys_it_and_who_reads_keeps_none() -> None:
    assert "destroy every copy by 2028-06-30" in write(COPY, GIVEN).text
    told = write(VIEW, GIVEN).text
    assert "keep no copy" in told
    assert "destroy" not in told


def test_the_agreement_is_easy_to_read() -> None:
    lines = write(COPY, GIVEN).lines[2:-1] + write(VIEW, GIVEN).lines[-3:-1]
    assert grade(" ".join(lines)) <= 9
