"""Reading one notice rule by itself."""

from fairterms.monitor.amendments.change import Kind, Way
from fairterms.monitor.amendments.declared_entry import DeclaredEntry
from fairterms.monitor.amendments.notice_rule import NoticeRule
from fairterms.monitor.amendments.notice_rule_reader import read_rule
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem
from fairterms.units.quantity import parse

RULE = """
id = "policy"
kinds = ["policy notice", "measure change"]
notice = "45 days"
objection = "15 days"
ways = ["letter"]
needs_both = true
no_backdating = true
above = "1.25 %"
opens = "a meeting"
only = ["columns"]
document = "a.pdf"
section = "10.3"
quote = "words"
"""


def said(text: str) -> tuple[NoticeRule | None, list[str]]:
    found = parsed(text, "amendments.toml")
    assert not isinstance(found, Problem)
    document, notes = found
    rule = read_rule(DeclaredEntry(document, (), notes), set(), None)
    return rule, [one.code for one in notes.problems()]


def test_everything_a_rule_can_say_is_read() -> None:
    rule, codes = said(RULE)
    assert codes == []
    assert rule is not None
    assert rule.kinds == (Kind.POLICY_NOTICE, Kind.MEASURE_CHANGE)
    assert (rule.notice, rule.objection_days) == (parse("45 days"), 15)
    assert (rule.ways, rule.needs_both, rule.no_backdating) == ((Way.LETTER,), True, True)
    assert (rule.above, rule.opens, rule.only) == (parse("1.25 %"), "a meeting", ("columns",))


def test_what_a_rule_does_not_say_it_does_not_ask_for() -> None:
    text = 'id = "a"\nkinds = ["amendment"]\ndocument = "a.pdf"\nsection = "1"\nquote = "w"\n'
    rule, codes = said(text)
    assert codes == []
    assert rule is not None
    assert (rule.notice, rule.objection_days, rule.ways, rule.above) == (None, None, (), None)
    assert not rule.needs_both
    assert not rule.no_backdating


def test_an_objection_in_business_days_is_refused_for_it_could_not_be_compared() -> None:
    _, codes = said(RULE.replace('"15 days"', '"15 business days"'))
    assert codes == ["wrong-unit"]


def test_a_law_is_taken_as_written_where_no_contract_says_whose_laws_reach_it() -> None:
    rule, codes = said('id = "a"\nkinds = ["amendment"]\nlaw = "co-changes"\n')
    assert codes == []
    assert rule is not None
    assert rule.where == "co-changes"
