"""What is worth doing first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeykit.model.elements import Element, Gap, Opportunity, Pain, Risk
from journeykit.model.identity import Place

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts

_WEIGHT = {"critical": 4, "high": 3, "medium": 2, "low": 1, None: 0}


@dataclass(frozen=True)
class Ranked:
    """An opportunity in its rank.

    `score` is impact ÷ effort (0.2 to 5), None where one of them is missing; `return_` is value ÷ cost where both are
    in one currency, else None; `mends` is the gap, pain, risk, action, stage or map it stands on.
    """

    opportunity: Opportunity
    element: str
    score: float | None
    return_: float | None
    mends: Element


def _severity(mended: Element) -> int:
    if isinstance(mended, Gap | Pain):
        return _WEIGHT[mended.severity]
    return _WEIGHT[mended.harm] if isinstance(mended, Risk) else 0


def _return(opportunity: Opportunity) -> float | None:
    value, cost = opportunity.value, opportunity.cost
    if value is None or cost is None or value.currency != cost.currency or cost.number == 0:
        return None
    return value.number / cost.number


def ranked_opportunities(facts: Facts) -> tuple[Ranked, ...]:
    """By impact ÷ effort, then impact, then the severity of what they mend, then order; the unscored last.

    Done and dropped ones are not ranked.
    """
    found = [_placed(place, facts) for place in facts.outline if _is_one(place) and not _is_settled(place)]
    return tuple(
        sorted(
            found,
            key=lambda ranked: (
                ranked.score is None,
                -(ranked.score or 0),
                -(ranked.opportunity.impact or 0),
                -_severity(ranked.mends),
            ),
        )
    )


def settled_opportunities(facts: Facts) -> tuple[Ranked, ...]:
    """Those that are done or dropped, in order."""
    return tuple(_placed(place, facts) for place in facts.outline if _is_one(place) and _is_settled(place))


def _is_one(place: Place) -> bool:
    return isinstance(place.element, Opportunity)


def _is_settled(place: Place) -> bool:
    return getattr(place.element, "state", None) in ("done", "dropped")


def _placed(place: Place, facts: Facts) -> Ranked:
    opportunity = place.element
    assert isinstance(opportunity, Opportunity)
    impact, effort = opportunity.impact, opportunity.effort
    score = impact / effort if impact is not None and effort is not None else None
    mends = place.parent.element if place.parent else facts.journey
    return Ranked(opportunity, place.address, score, _return(opportunity), mends)
