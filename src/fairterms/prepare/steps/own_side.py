"""How the steps about the group's own side stand: its case, records, costs, limits, people."""

from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Stand, begun, counted, done, not_begun


def value_case(deal: DealShows) -> Stand:
    """Ask whether the group can say, and show, what it brings."""
    if deal.value_said and deal.impact_said:
        return done(f"The group brings {deal.value_said}, and it is shown what can change.")
    if deal.value_said or deal.impact_said:
        said = deal.value_said or "what can change for these patients"
        ask = "Say both under [leverage] outcomes and [population] in readiness.toml."
        return begun(f"One half is said: {said}.", ask)
    ask = "Write what you bring under [leverage] outcomes in readiness.toml, with what shows it."
    return not_begun("Nobody says what the group brings.", ask)


def own_records(deal: DealShows) -> Stand:
    """Ask whether the group's own records are there and clean."""
    if not deal.tables:
        ask = "Put your records into the folder records and run: fairterms records."
        return not_begun("There are no records in the folder.", ask)
    if deal.clean_tables is None:
        return begun(f"{counted(deal.tables, 'table')} of records.", "Run: fairterms records.")
    if deal.clean_tables < deal.tables:
        shows = f"{deal.clean_tables} of {counted(deal.tables, 'table')} of records are clean."
        return begun(shows, "Mend what fairterms records names, or explain it.")
    return done(f"{counted(deal.tables, 'table')} of records, and no rule found anything.")


def costs(deal: DealShows) -> Stand:
    """Ask whether the contract's work is costed."""
    if not deal.costs:
        ask = "List what the work costs under [[cost]] in deal.toml."
        return not_begun("No cost of the contract's work is listed.", ask)
    if deal.missed_duties:
        missed = counted(deal.missed_duties, "duty", "duties")
        shows = f"{counted(deal.costs, 'cost')} listed; no cost holds {missed}."
        return begun(shows, "Run fairterms ready and answer for each duty in duties.toml.")
    return done(f"{counted(deal.costs, 'cost')} listed, and they hold every duty found.")


def walk_away(deal: DealShows) -> Stand:
    """Ask whether the limits are set and rest on a forecast."""
    if not deal.has_walk_away:
        ask = "Agree on least_margin, largest_loss and walk_away_loss in deal.toml."
        return not_begun("The group has not said what it can live with.", ask)
    if not deal.has_forecast:
        ask = "Write forecast.toml, so that the limits meet the years that may come."
        return begun("The limits are in deal.toml, and no forecast tries them.", ask)
    return done("The limits are in deal.toml and a forecast tries them.")


def alternatives(deal: DealShows) -> Stand:
    """Ask what the group does without this deal."""
    if not deal.alternatives:
        ask = "Say under [leverage] alternatives in readiness.toml what you do without this deal."
        return not_begun("Nobody says what the group would do instead.", ask)
    if deal.is_able_to_decline is None:
        ask = "Say under [leverage] able_to_decline in readiness.toml, with what shows it."
        return begun(f"Instead: {deal.alternatives}. Able to decline: not said.", ask)
    if not deal.is_able_to_decline:
        ask = "Find an alternative you could take, and ask for terms that make no date a threat."
        return begun(f"Instead: {deal.alternatives}; the group cannot decline today.", ask)
    return done(f"Instead: {deal.alternatives}; the group is able to decline.")


def team(deal: DealShows) -> Stand:
    """Ask whether everybody needed at the table is named."""
    have, want = deal.team + deal.coordination, deal.team_wanted + deal.coordination_wanted
    if not have:
        ask = "Name who leads, who counts and who reads, under [expertise] in readiness.toml."
        return not_begun("Nobody is named for the talks or for the work.", ask)
    if have < want:
        ask = "Fill [expertise] and [roles] in readiness.toml, or say who buys the help."
        return begun(f"{have} of {want} roles have somebody.", ask)
    return done(f"All {want} roles of expertise and coordination have somebody.")


def counsel(deal: DealShows) -> Stand:
    """Ask whether counsel reads the text before anybody signs."""
    if not deal.counsel:
        ask = "Engage counsel and write it under [expertise] legal in readiness.toml."
        return not_begun("No counsel is named.", ask)
    if not deal.counsel_evidence:
        ask = "Add what shows it: the engagement letter, or the date of the review."
        return begun(f"Counsel: {deal.counsel}; nothing shows it yet.", ask)
    if "review" not in deal.counsel_evidence.lower():
        ask = "When counsel has reviewed the text, write so as evidence of [expertise] legal."
        return begun(f"Counsel: {deal.counsel} ({deal.counsel_evidence}).", ask)
    return done(f"Counsel: {deal.counsel} ({deal.counsel_evidence}).")


def signing(deal: DealShows) -> Stand:
    """Ask who may sign, so that a word given in the talks binds nobody else."""
    if deal.signer:
        return done(f"Who may sign: {deal.signer}.")
    ask = "Write who_signs under [values] in deal.toml, as a role and not a name."
    return not_begun("Nobody says who may sign.", ask)
