"""The gallery, rendered once for all tests of this room."""

import pytest

from fairterms.publish import html, pdf
from fairterms.publish.page import Report
from tests.publish.gallery import gallery


@pytest.fixture(scope="session")
def gallery_report() -> Report:
    return gallery()


@pytest.fixture(scope="session")
def gallery_html(gallery_report: Report) -> str:
    return html.render(gallery_report)


@pytest.fixture(scope="session")
def gallery_pdf(gallery_report: Report) -> bytes:
    return pdf.render(gallery_report)
