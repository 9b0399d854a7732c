"""Write a page into a folder, in the forms a verb offers."""

from collections.abc import Callable
from pathlib import Path

from fairterms.publish import docx, html, pdf, xlsx
from fairterms.publish.page import Report

_FORMS: dict[str, Callable[[Report], bytes]] = {
    "html": lambda page: html.render(page).encode(),
    "pdf": pdf.render,
    "docx": docx.render,
    "xlsx": xlsx.render,
}


def write_page(page: Report, folder: Path, stem: str, *forms: str) -> list[Path]:
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
        Of "html", "pdf", "docx", "xlsx".
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for form in forms:
        path = folder / f"{stem}.{form}"
        path.write_bytes(_FORMS[form](page))
        paths.append(path)
    return paths
