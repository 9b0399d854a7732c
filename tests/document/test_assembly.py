"""Text assembled piece by piece."""

from fairterms.document.assembly import DELETED, INSERTED, Assembly, Change


def test_pieces_of_one_change_become_one_revision() -> None:
    assembly = Assembly(accept=True)
    change = Change(INSERTED, "Ada Bell", "2027-01-02")
    assembly.add("Plan ")
    assembly.add("may ", change)
    assembly.add("amend", change)
    assembly.add(".", Change(INSERTED, "Max Roe"))
    assert [(r.text, r.author) for r in assembly.revisions] == [
        ("may amend", "Ada Bell"),
        (".", "Max Roe"),
    ]
    assert all(assembly.text[r.start : r.end] == r.text for r in assembly.revisions)


def test_changes_with_words_between_them_stay_apart() -> None:
    assembly = Assembly(accept=True)
    change = Change(INSERTED, "Ada Bell")
    assembly.add("may", change)
    assembly.add(" not ")
    assembly.add("amend", change)
    assert [r.text for r in assembly.revisions] == ["may", "amend"]


def test_what_is_left_out_keeps_its_place() -> None:
    assembly = Assembly(accept=True)
    assembly.add("Notice: ")
    assembly.add("90", Change(DELETED))
    assembly.add("30")
    (revision,) = assembly.revisions
    assert (assembly.text, revision.start, revision.end) == ("Notice: 30", 8, 8)


def test_a_line_is_not_ended_twice() -> None:
    assembly = Assembly(accept=True)
    assembly.end_line()
    assembly.add("Plan")
    assembly.end_line()
    assembly.end_line()
    assert assembly.text == "Plan\n"
    assembly.rejoin_line("\t")
    assert assembly.text == "Plan\t"
