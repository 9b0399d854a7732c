"""How the steps about the text and the plan stand: data, definitions, measures, duties, risks."""

from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Stand, begun, counted, done, not_begun

_NO_TEXT = "The contract's text has not been reviewed."
_REVIEW = "Put the documents into the folder contract and run: fairterms review."


def documents(deal: DealShows) -> Stand:
    """Ask whether all documents that bind are here."""
    if not deal.documents:
        return not_begun("There is no document in the folder contract.", _REVIEW)
    if deal.missing_documents:
        missing = counted(deal.missing_documents, "document that binds", "documents that bind")
        shows = f"{counted(deal.documents, 'document')} here; {missing} the group not here."
        return begun(shows, "Ask the plan for each missing document before you go on.")
    return done("Every document that the contract is known to bind to is here.")


def terms(deal: DealShows) -> Stand:
    """Ask whether the payment terms are written as data and pinned by scripts."""
    if not deal.clauses:
        return not_begun("There are no payment terms.", "Write terms.toml; fairterms new helps.")
    if not deal.scripts:
        ask = "Write test scripts with fairterms new-script, and let both sides sign them."
        return begun(f"{counted(deal.clauses, 'clause')}, and no script that pins them.", ask)
    scripts = counted(deal.scripts, "test script")
    return done(f"{counted(deal.clauses, 'clause')}, pinned by {scripts}.")


def definitions(deal: DealShows) -> Stand:
    """Ask whether every word that moves money is defined."""
    if deal.undefined_words is None:
        return not_begun(_NO_TEXT, _REVIEW)
    if deal.undefined_words:
        ask = "Take the wording that fairterms review offers for each into the asks."
        seen = counted(deal.undefined_words, "finding")
        return begun(f"{seen} on words that are vague or undefined.", ask)
    return done("The review found no vague or undefined word.")


def sample(deal: DealShows) -> Stand:
    """Ask whether the plan's sample file was given and accepted: no data, no risk."""
    if deal.sample == "accepted":
        return done("The plan's sample was accepted.")
    if deal.sample == "not yet accepted":
        ask = "Send the plan the list of what failed, and ask for the sample again."
        return begun("The plan's sample is not yet accepted.", ask)
    ask = "Ask the plan for a sample of its files, and put it into the folder samples."
    return not_begun("The plan has given no sample that could be tested.", ask)


def baselines(deal: DealShows) -> Stand:
    """Ask whether each paid measure was worked out from the group's own past."""
    if not deal.measures:
        return done("The terms pay on no measure.")
    if not deal.measured:
        ask = "Write outcomes.toml and run: fairterms benchmark."
        return not_begun(f"None of {deal.measures} paid measures has a baseline.", ask)
    if deal.measured < deal.measures:
        ask = "Add the others to outcomes.toml, or ask the plan for their figures."
        return begun(f"{deal.measured} of {deal.measures} paid measures have a baseline.", ask)
    return done(f"All {deal.measures} paid measures are worked out from own records.")


def responsibilities(deal: DealShows) -> Stand:
    """Ask whether it is written who does and pays what."""
    if not deal.responsibilities:
        ask = "Write responsibilities.toml; fairterms prepare shows what the text says already."
        return not_begun("Nobody has written who does and pays what.", ask)
    if deal.open_responsibilities:
        shows = (
            f"{counted(deal.responsibilities, 'task')} written; open: {deal.open_responsibilities}."
        )
        return begun(shows, "Settle the open tasks with the plan, and fill responsibilities.toml.")
    return done(f"{counted(deal.responsibilities, 'task')} written, and none is open.")


def risks(deal: DealShows) -> Stand:
    """Ask whether risks to the goals are written down."""
    if deal.risks:
        return done(f"risks.toml holds {counted(deal.risks, 'risk')}.")
    if deal.has_forecast:
        ask = "Write the risks that no formula holds into risks.toml."
        return begun("The forecast shows what the money may do; no risk is written.", ask)
    return not_begun("No risk is written down.", "Write risks.toml.")


def diligence(deal: DealShows) -> Stand:
    """Ask whether the questions about the plan are answered."""
    if deal.questions_open is None:
        ask = "Answer the questions about the plan under [partner] in readiness.toml."
        return not_begun("Nobody has asked about the plan.", ask)
    if deal.questions_open:
        ask = "Run fairterms ready: it says what to ask the plan for."
        return begun(f"Questions about the plan that are open or warn: {deal.questions_open}.", ask)
    return done("Every question about the plan is answered with evidence.")
