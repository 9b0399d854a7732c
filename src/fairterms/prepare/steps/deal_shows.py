"""What a deal folder shows of its own preparation, as plain counts and facts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DealShows:
    """Facts the steps are judged by. None, here, means that nobody knows.

    Attributes
    ----------
    value_said
        What the group brings, as it says with evidence: "three years of PHQ-9 scores".
    impact_said
        Whether it is shown that these patients' cost, quality or access can change.
    tables, clean_tables
        Tables of the group's own records, and those in which no rule found anything; None where
        the records were not tested.
    costs
        Costs the group listed for the contract's work.
    missed_duties
        Duties found in the text that no cost of the list holds; None where none were looked for.
    has_walk_away
        Whether the appetite says beyond which loss the group walks away.
    has_forecast
        Whether a forecast says how a year may come out.
    scenarios
        Scenarios settled by the terms: expected, good, bad.
    alternatives
        What the group would do instead, in its own words; empty where it is not said.
    is_able_to_decline
        Whether it can decline, with evidence; None where it is not said.
    own_goals, plan_goals, measurable_goals, goals
        Goals the group holds, those the plan holds, those that can be measured, and all.
    offers
        Changed terms kept as offers, to be weighed.
    laws_named, findings
        Findings of the review that name a law or a guide, and all of them; None where no text was
        reviewed.
    team, team_wanted
        Kinds of expertise somebody has, of those a contract takes.
    coordination, coordination_wanted
        Roles of coordination somebody has, of those a contract takes.
    counsel
        Who counsel is, in the group's words; empty where nobody is.
    counsel_evidence
        What shows that counsel was engaged or has read the text; empty where nothing does.
    sample
        "accepted", "not yet accepted", "no sample given", or "not tested".
    clauses, documents, missing_documents
        Clauses pinned in the terms, documents read, documents the contract binds to and not here.
    undefined_words
        Findings on vague or undefined words; None where no text was reviewed.
    measures, measured
        Measures the terms pay on, and those worked out from the group's own records.
    responsibilities, open_responsibilities
        Lines the group wrote of who does what, and lines of the matrix that are open.
    risks
        Entries of risks.toml.
    tactics
        Findings that are a sign of a tactic; None where no text was reviewed.
    questions_open
        Questions about the plan that are open or warnings; None where they were not asked.
    positions
        Whether there is a positions.toml.
    wordings
        Findings that come with replacement wording; None where no text was reviewed.
    scripts
        Agreed test scripts.
    log_entries
        Entries of log.toml.
    other_contracts, different_elsewhere
        Other contracts named beside a goal, and goals that are counted differently in one.
    signer
        Who may sign, in the group's own words; empty where it is not said.
    """

    value_said: str = ""
    impact_said: bool = False
    tables: int = 0
    clean_tables: int | None = None
    costs: int = 0
    missed_duties: int | None = None
    has_walk_away: bool = False
    has_forecast: bool = False
    scenarios: int = 0
    alternatives: str = ""
    is_able_to_decline: bool | None = None
    own_goals: int = 0
    plan_goals: int = 0
    measurable_goals: int = 0
    goals: int = 0
    offers: int = 0
    laws_named: int | None = None
    findings: int | None = None
    team: int = 0
    team_wanted: int = 5
    coordination: int = 0
    coordination_wanted: int = 4
    counsel: str = ""
    counsel_evidence: str = ""
    sample: str = "not tested"
    clauses: int = 0
    documents: int = 0
    missing_documents: int = 0
    undefined_words: int | None = None
    measures: int = 0
    measured: int = 0
    responsibilities: int = 0
    open_responsibilities: int = 0
    risks: int = 0
    tactics: int | None = None
    questions_open: int | None = None
    positions: bool = False
    wordings: int | None = None
    scripts: int = 0
    log_entries: int = 0
    other_contracts: int = 0
    different_elsewhere: int = 0
    signer: str = ""
