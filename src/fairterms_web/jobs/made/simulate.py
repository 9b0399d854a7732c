"""The forecast of the decision: all years that may come, on the screen and to take away."""

import json
from collections.abc import Iterator
from datetime import date

from fairterms.decide.basis import Basis
from fairterms.publish import fragment, pdf, xlsx
from fairterms.simulate.page.report import build
from fairterms_web.jobs.wording import for_the_web

STATE = "forecast.json"
PAGE = "forecast.html"


def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield whether there is a forecast, and its page in each of its forms."""
    outlook = basis.ahead.outlook
    figures = {
        f"{one.period.first.year}": [list(row) for row in one.forecast.as_rows()]
        for one in (outlook.forecast.years if outlook else ())
    }
    told = {"why_not": list(basis.ahead.why_not), "figures": figures}
    yield STATE, json.dumps(told, ensure_ascii=False).encode()
    if outlook is None:
        return
    page = for_the_web(build(basis.deal, basis.contract, outlook, today), basis.deal.folder)
    yield PAGE, fragment.render(page.blocks, prefix="forecast-").encode()
    yield "forecast.pdf", pdf.render(page)
    yield "forecast.xlsx", xlsx.render(page)
