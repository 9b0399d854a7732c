"""Show what may go wrong with a deal, what it may cost, and what is done about it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from fairterms.cli.console import deal_folder, err, report_problems, say, stop
from fairterms.cli.page_files import write_page
from fairterms.contract import deal as deals
from fairterms.decide.basis import UnusableDeal, gather
from fairterms.decide.risk_section import proposal_blocks
from fairterms.decide.risk_study import RiskStudy
from fairterms.publish import svg_export
from fairterms.publish.number_blocks import Chart
from fairterms.publish.page import Report
from fairterms.publish.structure import everything
from fairterms.risks.appraisal.appraised import Appraisal
from fairterms.risks.appraisal.page import named, risk_report
from fairterms.risks.appraisal.wording import amount, chance, mean, worst
from fairterms.risks.control.rcm import risk_control_csv, risk_control_rows
from fairterms.risks.library.fragment import toml_of
from fairterms.risks.prompts.page import prompt_blocks

MOST = 10
"""Risks printed; the page has them all."""


def run(
    deal: Annotated[Path, typer.Argument(help="The deal folder.", metavar="DEAL")],
    propose: Annotated[
        bool, typer.Option("--propose", help="Print live risks of the library as risks.toml.")
    ] = False,
    prompts: Annotated[
        bool, typer.Option("--prompts", help="Write the questions of a workshop, and stop.")
    ] = False,
    on: Annotated[
        datetime | None,
        typer.Option(help="Read the register as of a day.", formats=["%Y-%m-%d"], metavar="DAY"),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Where the pages are written.", metavar="FOLDER", show_default=False),
    ] = None,
) -> None:
    """Appraise, print what is worst, and write the pages."""
    folder = deal_folder(deal)
    target = out or Path("reports") / folder.resolve().name
    day = on.date() if on else datetime.now(UTC).date()
    if prompts:
        _list(write_page(_workshop(day), target, "risk-workshop", "html", "pdf", "docx"))
        return
    whole = deals.read(folder)
    with err.status("Starting…") as status:
        try:
            basis = gather(whole, lambda stage: status.update(f"{stage}…"), on=day)
        except UnusableDeal as unusable:
            status.stop()
            stop(unusable.problems)
    study = basis.position.risks
    if propose:
        say(toml_of([one for one in study.woken if one.risk.id not in study.registered]))
        return
    _print(study)
    _list(_write(study, whole.name, day, target))


def _workshop(day: date) -> Report:
    return Report(
        title="A workshop to find risks",
        subtitle="Questions that look inside, and questions that look around",
        blocks=tuple(prompt_blocks()),
        footer=("Made with Fairterms.",),
        made_on=day.isoformat(),
    )


def _print(study: RiskStudy) -> None:
    report_problems(study.problems)
    if study.appraisal is None:
        say("The deal has no risks.toml yet. The library proposes what to begin with:")
    else:
        _print_register(study.appraisal)
    live = [one for one in study.woken if one.risk.id not in study.registered]
    unsure = sum(not one.is_certain for one in live)
    rest = f"; of {unsure} more it cannot be told" if unsure else ""
    plain = len(live) - unsure
    say(f"\nLive in this contract and not in the register: {plain}{rest}", style="bold")
    for woken in live[:MOST]:
        mark = "" if woken.is_certain else "cannot be told: "
        say(f"  {woken.risk.id:4} {mark}{woken.risk.title}")


def _print_register(found: Appraisal) -> None:
    for ranking in found.rankings:
        say(f"Losses of a year in {ranking.unit}, the largest first", style="bold")
        losses = {one.impact.id: one for one in found.impacts}
        for place in ranking.by_expected[:MOST]:
            one = losses[place.impact]
            assert one.losses is not None, "a ranked impact has losses"
            proven = one.losses.proven
            say(f"  {place.place:2} {one.risk.event}")
            say(f"     {mean(proven)} in a mean year, {worst(proven)} in the worst 5 % of years")
    for objective in found.objectives:
        if objective.beyond is not None and objective.beyond.is_breached:
            at = objective.beyond.worst
            say(
                f"Likelier than is bearable: a loss of more than "
                f"{amount(at.loss, objective.proven.total.unit)} against "
                f"“{objective.objective.measure}”: {chance(at.probability)} of years, where "
                f"{chance(at.allowed)} is bearable"
            )


def _write(study: RiskStudy, name: str, day: date, folder: Path) -> list[Path]:
    proposals = tuple(proposal_blocks(study))
    if study.appraisal is None:
        page = Report(
            title=f"{name}: risks this contract may carry",
            blocks=proposals,
            footer=("Made with Fairterms. Not legal advice.",),
            made_on=day.isoformat(),
        )
        return write_page(page, folder, "risks", "html", "pdf", "xlsx")
    page = risk_report(study.appraisal, day, name, proposals)
    paths = write_page(page, folder, "risks", "html", "pdf", "xlsx")
    table = risk_control_rows(named(study.appraisal), study.appraisal.register.controls, day)
    matrix = folder / "risk-control-matrix.csv"
    matrix.write_text(risk_control_csv(table), encoding="utf-8")
    return [*paths, matrix, *_drawings(page, folder)]


def _drawings(page: Report, folder: Path) -> Iterator[Path]:
    """Write each chart as SVG, with its words inside for those who cannot see it."""
    charts = [one for one in everything(page.blocks) if isinstance(one, Chart)]
    for number, chart in enumerate(charts, start=1):
        path = folder / f"risk-chart-{number}.svg"
        path.write_text(svg_export.render(chart), encoding="utf-8")
        yield path


def _list(paths: list[Path]) -> None:
    say("\nThe pages:", style="bold")
    for path in paths:
        say(f"  {path}")
