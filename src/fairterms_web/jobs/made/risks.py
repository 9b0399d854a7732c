"""The register of risks with its numbers, and what the library proposes for it."""

import json
from collections.abc import Iterator
from datetime import date

from fairterms.decide.basis import Basis
from fairterms.decide.risk_section import proposal_blocks
from fairterms.decide.risk_study import RiskStudy
from fairterms.publish import fragment, pdf, xlsx
from fairterms.publish.page import Report
from fairterms.risks.appraisal.page import named, risk_report
from fairterms.risks.control.rcm import risk_control_csv, risk_control_rows
from fairterms.risks.library.fragment import toml_of
from fairterms_web.jobs.wording import for_the_web

STATE = "risks.json"
PAGE = "risks.html"
MATRIX = "risk-control-matrix.csv"


def make(basis: Basis, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield how the register stands and what is proposed, then the page in each of its forms."""
    study = basis.position.risks
    yield STATE, json.dumps(_state(study), ensure_ascii=False).encode()
    page = for_the_web(_page(study, basis.deal.name, today), basis.deal.folder)
    yield PAGE, fragment.render(page.blocks, prefix="risks-").encode()
    yield "risks.pdf", pdf.render(page)
    yield "risks.xlsx", xlsx.render(page)
    if study.appraisal is not None:
        controls = study.appraisal.register.controls
        table = risk_control_rows(named(study.appraisal), controls, today)
        yield MATRIX, risk_control_csv(table).encode()


def _page(study: RiskStudy, name: str, today: date) -> Report:
    proposals = tuple(proposal_blocks(study))
    if study.appraisal is not None:
        return risk_report(study.appraisal, today, name, proposals)
    return Report(
        title=f"{name}: risks this contract may carry",
        blocks=proposals,
        footer=("Made with Fairterms. It is not legal advice.",),
        made_on=today.isoformat(),
    )


def _state(study: RiskStudy) -> dict[str, object]:
    """Say whether there is a register, what is wrong in it, and what could be added."""
    live = [one for one in study.woken if one.risk.id not in study.registered]
    return {
        "has_register": study.appraisal is not None,
        "problems": [
            {"line": one.line, "what": one.what, "why": one.why, "fix": one.fix}
            for one in study.problems
        ],
        "proposed": [
            {
                "id": one.risk.id,
                "title": one.risk.title,
                "is_certain": one.is_certain,
                "toml": toml_of([one]),
            }
            for one in live
        ],
    }
