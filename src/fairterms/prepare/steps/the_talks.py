"""How the steps about the talks stand: interests, options, criteria, asks, concessions, log."""

from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Stand, begun, counted, done, not_begun

_NO_TEXT = "The contract's text has not been reviewed."
_REVIEW = "Put the documents into the folder contract and run: fairterms review."


def interests(deal: DealShows) -> Stand:
    """Ask whether the goals of both sides are written, and can be measured."""
    if not deal.goals:
        ask = "Write the goals of both sides as [[objective]] in deal.toml."
        return not_begun("No goal of either side is written.", ask)
    if not (deal.own_goals and deal.plan_goals):
        side = "plan" if deal.own_goals else "group"
        ask = f"Ask what the {side} wants from this deal, and write it as [[objective]]."
        return begun(f"Only one side's goals are written; the {side}'s are missing.", ask)
    if deal.measurable_goals < deal.goals:
        ask = "Give each goal a measure, a target, a day and an owner in deal.toml."
        return begun(f"{deal.measurable_goals} of {deal.goals} goals can be measured.", ask)
    return done(f"{deal.goals} goals of both sides, each of which can be measured.")


def options(deal: DealShows) -> Stand:
    """Ask whether other terms than those received were weighed."""
    if deal.offers >= _OPTIONS:
        return done(f"{deal.offers} sets of other terms are kept in the folder offers.")
    ask = "Write other terms into the folder offers and weigh each: fairterms decide --with OFFER."
    if deal.offers:
        return begun("One set of other terms is kept in the folder offers.", ask)
    return not_begun("No set of other terms is kept in the folder offers.", ask)


_OPTIONS = 2
"""Sets of other terms from which on there is something to choose between; our choice."""


def criteria(deal: DealShows) -> Stand:
    """Ask whether law, guides or own records stand beside the asks."""
    if deal.laws_named is None:
        return not_begun(_NO_TEXT, _REVIEW)
    if deal.laws_named and deal.measured:
        found = counted(deal.laws_named, "finding")
        return done(f"{found} with a law or guide, and measures from own records.")
    if deal.laws_named or deal.measured:
        ask = "Add what is missing: the source of an ask, or the measure from your own records."
        return begun("Some asks rest on a law or guide, or on own records.", ask)
    return not_begun("No ask rests on a source or on own records.", "Run: fairterms benchmark.")


def asks(deal: DealShows) -> Stand:
    """Ask whether the asks are ready, each with its wording."""
    if deal.wordings is None:
        return not_begun(_NO_TEXT, _REVIEW)
    if not deal.wordings:
        return done("The review asks for no other wording.")
    if not deal.positions:
        ask = "Name the must-haves in deal.toml, and what is on the table in positions.toml."
        found = counted(deal.wordings, "finding")
        return begun(f"{found} with replacement wording, and nobody has chosen.", ask)
    found = counted(deal.wordings, "finding")
    return done(f"{found} with wording, and positions.toml says what is on the table.")


def concessions(deal: DealShows) -> Stand:
    """Ask whether it is written what the group can give, and for what."""
    if deal.positions:
        return done("positions.toml says what may be given for what.")
    ask = "Write into positions.toml what you can give, what it costs you and what you want for it."
    return not_begun("Nobody has written what the group can give.", ask)


def tactics(deal: DealShows) -> Stand:
    """Ask whether the signs of tactics are known and answered calmly."""
    if deal.tactics is None:
        return not_begun(_NO_TEXT, _REVIEW)
    if not deal.tactics:
        return done("The review saw no sign of a tactic.")
    if not deal.log_entries:
        ask = "Read the calm replies of the review, and write each talk into log.toml."
        return begun(f"{counted(deal.tactics, 'sign')} of tactics in the text.", ask)
    return done(f"{counted(deal.tactics, 'sign')} of tactics known, and the talks are logged.")


def log(deal: DealShows) -> Stand:
    """Ask whether requests, promises and answers are written down."""
    if deal.log_entries:
        return done(f"log.toml holds {counted(deal.log_entries, 'entry', 'entries')}.")
    ask = "Write each request, promise, answer and refusal into log.toml, with its day."
    return not_begun("No request, promise or answer is written down.", ask)


def other_contracts(deal: DealShows) -> Stand:
    """Ask whether the same goals are counted alike in the group's other contracts."""
    if not deal.other_contracts:
        ask = "Under a goal in deal.toml, write [[objective.elsewhere]] for each other contract."
        return not_begun("No other contract is named beside a goal.", ask)
    if deal.different_elsewhere:
        ask = "Ask for one definition in all contracts, or plan for two counts."
        return begun(f"Goals that are counted differently: {deal.different_elsewhere}.", ask)
    return done("The goals are counted alike in the other contracts named.")


def lawful_voice(deal: DealShows) -> Stand:
    """Ask whether counsel said what may be talked over with other groups."""
    if deal.counsel and "antitrust" in deal.counsel_evidence.lower():
        return done(f"Counsel was asked: {deal.counsel_evidence}.")
    ask = "Ask counsel what you may share with other groups, before you speak of prices with any."
    if deal.counsel:
        return begun("Counsel has not yet said what may be shared with other groups.", ask)
    return not_begun("Nobody has asked what may be shared with other groups.", ask)
