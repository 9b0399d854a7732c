"""Notes of a workshop stand under the headings of their sheet."""

import pytest

from fairterms.risks.register.workshop_note import Frame, WorkshopNote


@pytest.mark.parametrize(("frame", "count"), [(Frame.SWOT, 4), (Frame.PESTLE, 6)])
def test_a_sheet_has_its_headings(frame: Frame, count: int) -> None:
    assert len(set(frame.headings)) == count
    for heading in frame.headings:
        assert WorkshopNote(frame, heading, "a thought").risk == ""


def test_the_heading_of_another_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match='"legal" is no heading of this sheet'):
        WorkshopNote(Frame.SWOT, "legal", "a thought")
    with pytest.raises(ValueError, match="has no words"):
        WorkshopNote(Frame.PESTLE, "legal", "")


def test_the_file_calls_headings_side_and_theme() -> None:
    assert [frame.key for frame in Frame] == ["side", "theme"]
