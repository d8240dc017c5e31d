from __future__ import annotations

from journeykit.model.derive.arrows import Spot
from journeykit.render.dot.asides import exit_box, key_of, other_map
from journeykit.render.views.flow import Exit


def lines(box) -> list[str]:
    return [" ".join(row.lines) for row in box.rows]


def test_a_way_out_says_who_leaves_where_to_and_why() -> None:
    box = exit_box(Exit("stages/a/leaves/b", "Buys elsewhere", "nobody calls", "12%, to the shop"), 200)
    assert lines(box) == ["Buys elsewhere", "12%, to the shop", "because nobody calls"]
    assert box.title == "Leaves: Buys elsewhere. 12%, to the shop. nobody calls"


def test_another_map_is_named_with_its_stage() -> None:
    spot = Spot(map="renewal", map_stage="first-year")
    assert lines(other_map(spot, 200)) == ["another map", "renewal", "stage first-year"]
    assert other_map(spot, 200).key == key_of(spot) != key_of(Spot(map="renewal"))
