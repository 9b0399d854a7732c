"""The tasks a behavioral-health contract by value divides, whether or not its text does (our list).

Services first: somebody bears the cost of each. Then the work.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from fairterms.prepare.responsibilities.task import Division, Task


def _service(name: str, title: str, words: str, *duties: str) -> Task:
    return Task(name, title, Division.FINANCIAL, duties, re.compile(words, re.IGNORECASE))


def _work(name: str, title: str, words: str, *duties: str) -> Task:
    return Task(name, title, Division.OPERATIONAL, duties, re.compile(words, re.IGNORECASE))


_ALL = (
    _service("outpatient_care", "Outpatient treatment and supervision", r"\boutpatient treatment"),
    _service("psychological_testing", "Psychological testing", r"\bpsychological testing\b"),
    _service("inpatient", "Inpatient psychiatric care", r"\binpatient (?:care|stay|psych)"),
    _service(
        "residential",
        "Residential and detoxification care for substance use",
        r"\bresidential (?:care|treatment)|\bdetoxification\b|\bwithdrawal management\b",
    ),
    _service(
        "intensive_outpatient",
        "Intensive outpatient and day programs",
        r"\bintensive outpatient\b|\bpartial hospital|\bday programs?\b",
    ),
    _service(
        "emergency", "Emergency visits and ambulances", r"\bemergency (?:care|services|visits)\b"
    ),
    _service(
        "pharmacy", "Prescription drugs", r"\bprescription\s+drugs\b|\bpharmacy (?:benefit|claims)"
    ),
    _service("laboratory", "Laboratory and drug tests", r"\blaborator(?:y|ies)\b|\bdrug tests?\b"),
    _service("physical_care", "Care for physical conditions", r"\bcare for physical conditions\b"),
    _service(
        "out_of_network",
        "Care outside the network",
        r"\bout-of-network\b|\boutside (?:of )?the network\b|\bnon-?participating provider",
    ),
    _service(
        "transport_and_housing",
        "Help with transport, food and housing",
        r"\btransportation\b|\bhelp with housing\b|\bhousing, food\b",
    ),
    _work(
        "care_coordination",
        "Care coordination",
        r"\bcoordinat\w+ (?:of )?care\b|\bcare coordinat",
        "care_coordination",
        "full_time_staff",
    ),
    _work(
        "case_management",
        "Case management of members with high needs",
        r"\bcase manage(?:ment|rs? shall)|\bcomplex care\b",
    ),
    _work("discharge_planning", "Discharge planning in the hospital", r"\bdischarge planning\b"),
    _work(
        "discharge_follow_up",
        "Contact and visit after a hospital stay",
        r"\bcontact\b[^.;]{0,60}\bafter\s+(?:a )?hospital|\bfollow-?up\b[^.;]{0,40}\bdischarge",
        "discharge_contacts",
    ),
    _work(
        "hospital_notices",
        "Notices of admissions, discharges and emergency visits",
        r"\bnotices? of (?:each |every )?(?:an )?(?:admission|hospital)",
    ),
    _work("crisis_line", "Crisis line at all hours", r"\bcrisis line\b", "crisis_lines"),
    _work(
        "outreach",
        "Outreach to members not yet seen",
        r"\boutreach\b|\bengagement of new\b",
        "care_gaps",
    ),
    _work(
        "outcome_measuring",
        "Giving and scoring outcome forms",
        r"\bscoring instruments\b|\badministers? (?:the )?(?:patient-reported|instruments)",
        "outcome_measures",
        "patient_surveys",
    ),
    _work(
        "instrument_licenses",
        "Licenses and software for instruments",
        r"\blicensing\b|\blicen[sc]es? (?:of|for) (?:an |the )?instruments?\b|"
        r"\bmeasurement\s+software\b",
        "instrument_licenses",
    ),
    _work(
        "attribution_list",
        "Attribution list and risk scores",
        r"\battribution(?: list)?, risk scores\b|\battribution list\b|\battribution\b[^.;]{0,40}"
        r"\bduties\b",
    ),
    _work(
        "plan_data",
        "Claims and eligibility files from the plan",
        r"\bclaims(?: data)? files?\b|\bdata files?\b|\bfiles in Table\b|"
        r"\battribution, data and reporting duties\b",
    ),
    _work(
        "group_data",
        "Files from the group to the plan",
        r"\bquality files\b|\boutcome files?\b",
        "report_files",
        "file_corrections",
    ),
    _work(
        "quality_reporting",
        "Reports on quality and performance",
        r"\breports\b[^.;]{0,40}\b(?:performance|quality|program)\b|\bquality reports\b",
        "lists_and_counts",
        "reports_on_request",
    ),
    _work(
        "telehealth_platform",
        "Telehealth platform, portal and interfaces",
        r"\btelehealth platform\b",
        "portal_use",
        "software_and_interfaces",
    ),
    _work(
        "credentialing",
        "Credentialing of clinicians",
        r"\bcredential\w*\b",
        "credentialing",
        "staff_changes",
    ),
    _work(
        "utilization_review",
        "Utilization review and authorizations",
        r"\butili[sz]ation (?:review|management)\b|\bapply its criteria\b|\bmedical necessity\b"
        r"[^.;]{0,60}\bcriteria\b",
        "authorizations",
    ),
    _work("grievances", "Grievances and appeals of members", r"\bgrievances?\b", "grievances"),
    _work(
        "interpreters",
        "Interpreters and translated forms",
        r"\binterpret(?:er|ation services)|\btranslat",
    ),
    _work(
        "member_letters",
        "Letters to members about the program",
        r"\bmember letters\b|\bletters to members\b",
    ),
    _work(
        "training",
        "Training on files, measures and settlement",
        r"\btraining\b",
        "training",
    ),
    _work(
        "settlement",
        "Settlement calculation",
        r"\bcalculate (?:the )?(?:amounts|settlements)\b|\bsettlement reports?\b",
    ),
    _work(
        "settlement_check",
        "Checking the settlement",
        r"\bcheck(?:ing)? (?:of )?the settlement\b",
        "settlement_checks",
    ),
    _work("audit", "Audit of records and of settlements", r"\baudits?\b", "audits"),
    _work(
        "governance",
        "Joint meetings and minutes",
        r"\bminutes of\b|\bjoint (?:operating )?committee shall meet\b",
        "meetings",
    ),
)
TASKS: Mapping[str, Task] = MappingProxyType({one.id: one for one in _ALL})
"""Every task of the list, by name, in the order shown."""
