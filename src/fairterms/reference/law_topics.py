"""What laws are about, and the lines of business they may reach: the words of a law's file."""

from collections.abc import Mapping
from types import MappingProxyType

TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "change-notice": "how long before a change the plan must tell of it, and how",
        "change-consent": "whether the plan may change the contract without your agreement",
        "change-objection": "what happens when you object to a change",
        "change-backdating": "changes that reach back to before they were announced",
        "documents-incorporated": "manuals and policies that the contract brings in",
        "manual-changes": "changes to manuals and policies",
        "rate-changes": "changes to rates and fee schedules",
        "medical-necessity": "by what standard care is judged necessary",
        "all-products": "duties to join every network or product of the plan",
        "prompt-pay": "how soon claims must be paid",
        "recoupment": "taking back money already paid",
        "provider-indemnity": "duties to bear the plan's own liabilities",
        "patient-communication": "what you may say to patients",
        "retaliation": "protection of those who speak up, advocate or report",
        "most-favoured-rate": "promises to give this plan your lowest rate",
        "exclusivity": "promises not to work with other plans",
        "stop-loss": "limits on the loss that providers at risk can suffer",
        "withholds": "pay kept back until conditions are met, and penalties",
        "care-limiting-incentives": "pay for giving less care",
        "rate-sharing": "letting others use your rates, or hiding them",
        "readability": "how readable a text must be",
        "patient-privacy": "what of patients' records may be shared",
        "parity": "mental health care on the same terms as other care",
        "audits": "how the plan may audit you",
        "care-after-termination": "care and pay after the contract ends",
        "dispute-resolution": "how disputes are settled",
        "kickback": "payments for referrals",
        "self-referral": "referrals to those with whom one has a financial tie",
        "false-claims": "claims to public programmes that are not true",
        "civil-monetary-penalties": "fines of the public health programmes",
        "best-price": "the lowest price of a drug and what follows from it",
        "medicare-rules": "rules of the Medicare Advantage programme",
        "medicaid-rules": "rules of Medicaid managed care",
        "telehealth-parity": "pay for care by video or telephone",
        "cost-growth": "a state's target for the growth of health spending",
        "value-payment": "a state's goals for value-based payment",
        "licensing": "which licence one needs, and where",
    }
)
"""Slug to words. Checks name topics; laws name the topics they speak of."""

LINES: Mapping[str, str] = MappingProxyType(
    {
        "commercial": "commercial insurance",
        "marketplace": "marketplace plans",
        "self-funded": "self-funded employer plans",
        "medicaid": "Medicaid",
        "medicare": "Medicare",
        "medicare advantage": "Medicare Advantage",
    }
)
"""A line of business as terms.toml names it, to words."""

ALL_LINES = "all"
"""How terms.toml says that a contract covers every line of business."""
