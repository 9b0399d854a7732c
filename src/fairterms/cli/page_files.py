"""Write a page into a folder, in the forms a verb offers."""

from pathlib import Path
from typing import Literal

from fairterms.publish import docx, html, pdf, xlsx
from fairterms.publish.page import Report

Form = Literal["html", "pdf", "docx", "xlsx"]


def write_page(page: Report, folder: Path, stem: str, *forms: Form) -> list[Path]:
    """Write a page, and return the paths.

    Parameters
    ----------
    page
        The page.
    folder
        Made if it is not there.
    stem
        The files' name without its suffix.
    forms
        What it is written as.

    Returns
    -------
    list of Path
        One file for each form, in their order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for form in forms:
        path = folder / f"{stem}.{form}"
        path.write_bytes(_content(page, form))
        paths.append(path)
    return paths


def _content(page: Report, form: Form) -> bytes:
    match form:
        case "html":
            return html.render(page).encode()
        case "pdf":
            return pdf.render(page)
        case "docx":
            return docx.render(page)
        case "xlsx":
            return xlsx.render(page)
