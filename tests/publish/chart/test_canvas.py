"""What all charts share follows a change of width and fetches nothing."""

from fairterms.publish.chart.canvas import (
    WIDE,
    amount_axis,
    beside,
    canvas,
    names_above,
    one_line,
    row_axis,
    zero_line,
)


def test_a_sheet_holds_its_values_and_is_as_wide_as_paper() -> None:
    spec = canvas([{"mark": "bar"}], [{"row": 0}], 100)
    assert (spec["width"], spec["height"]) == (WIDE, 100)
    assert spec["data"] == {"values": [{"row": 0}]}
    assert spec["layer"] == [{"mark": "bar"}]


def test_an_axis_has_fewer_marks_on_a_narrow_sheet() -> None:
    axis = amount_axis("dollars", [0, 100])["axis"]
    assert isinstance(axis, dict)
    assert axis["tickCount"] == {"expr": "max(2, floor(width / 110))"}


def test_rows_stand_in_the_order_given() -> None:
    scale = row_axis(3)["scale"]
    assert isinstance(scale, dict)
    assert scale["domain"] == [0, 1, 2]


def test_a_name_too_long_for_the_sheet_is_cut_at_its_width() -> None:
    mark = names_above(2, 12)["mark"]
    assert isinstance(mark, dict)
    assert mark["limit"] == {"expr": "width"}


def test_the_zero_line_keeps_the_scale_and_drops_the_field() -> None:
    encoding = zero_line({"field": "amount", "scale": {"zero": True}})["encoding"]
    assert encoding == {"x": {"scale": {"zero": True}, "datum": 0, "type": "quantitative"}}


def test_a_label_stands_on_the_roomier_side_of_its_line() -> None:
    mark = beside(12000)
    assert mark["align"] == {"expr": "scale('x', 12000.0) > width / 2 ? 'right' : 'left'"}
    assert mark["limit"] == {"expr": "max(scale('x', 12000.0), width - scale('x', 12000.0)) - 8"}


def test_a_label_is_one_line() -> None:
    assert one_line(" Two\n lines\tand  more ") == "Two lines and more"
