"""The facts of one map, each worked out when first asked for."""

from __future__ import annotations

from itertools import chain
from typing import Any

from journeykit.kept import cached_property
from journeykit.model.derive.arrows import Arrow, arrows
from journeykit.model.derive.channel_use import ChannelUses, channel_uses
from journeykit.model.derive.channels import channel_of, stage_channels
from journeykit.model.derive.curve import Curve, curves
from journeykit.model.derive.evidence import EvidenceShare, evidence_share
from journeykit.model.derive.gaps import OpenGaps, open_gaps
from journeykit.model.derive.moments import Moments, moments
from journeykit.model.derive.opportunities import Ranked, ranked_opportunities, settled_opportunities
from journeykit.model.derive.promises import Parity, parities
from journeykit.model.derive.questions import QuestionState, question_states
from journeykit.model.elements import Action, Element, Help, Journey, Stage, Touchpoint
from journeykit.model.identity import Outline
from journeykit.model.routes import Routes

#: The one who walks a map without personas.
CUSTOMER = "customer"


class Facts:
    """What follows from a journey, by address, id and stage.

    Rules, pictures, figures and comparisons read it here and work out nothing of the kind themselves. `shared` are the
    addresses of the entries that a shared library gave.
    """

    def __init__(
        self,
        journey: Journey,
        outline: Outline | None = None,
        shared: frozenset[str] = frozenset(),
        routes: Routes | None = None,
    ) -> None:
        self.journey = journey
        self.outline = outline or Outline(journey)
        self.shared = shared
        #: Where arrows may lead.
        self.routes = routes or Routes(journey)
        self._every: dict[str, tuple[Any, ...]] = {}

    @cached_property
    def primary(self) -> str:
        """The id of the primary persona: the one marked, else the first, else `customer`."""
        personas = self.journey.personas
        return next((key for key, persona in personas.items() if persona.primary), next(iter(personas), CUSTOMER))

    @cached_property
    def walkers(self) -> tuple[str, ...]:
        """The ids of all who walk the journey: every persona, or `customer` where there is none."""
        return tuple(self.journey.personas) or (CUSTOMER,)

    def walks(self, persona: str, action: Action) -> bool:
        """Whether a persona walks an action: it is its own, or nobody's."""
        return not action.persona or persona in action.persona

    def is_live(self, help_: Help) -> bool:
        """Whether help is there for customers; in a future map what is planned counts."""
        return help_.state == "live" or (help_.state == "planned" and self.journey.state == "future")

    def is_met(self, touchpoint: Touchpoint) -> bool:
        """Whether customers meet a touchpoint, well or badly; in a future map what is planned counts."""
        future = touchpoint.state == "planned" and self.journey.state == "future"
        return touchpoint.state in ("live", "failing") or future

    @cached_property
    def _moments(self) -> dict[int, Moments]:
        return {id(stage): moments(stage) for stage in self.journey.stages}

    def held(self, stage: Stage) -> Moments:
        """What a stage and its actions hold of each moment key and lane (`questions`, `gaps`, `backstage` …)."""
        found = self._moments.get(id(stage))
        # A stage of another map, or a copy, is no concern of this one's memory.
        return moments(stage) if found is None else found

    def moments(self, stage: Stage, field: str) -> tuple[Any, ...]:
        """A stage's own elements of a moment key or lane, then its actions'."""
        found = self._moments.get(id(stage))
        return (self.held(stage) if found is None else found).get(field, ())

    def every(self, field: str) -> tuple[Any, ...]:
        """The elements of a moment key in all stages, in order."""
        found = self._every.get(field)
        if found is None:
            held = [self.moments(stage, field) for stage in self.journey.stages]
            self._every[field] = found = tuple(chain.from_iterable(held))
        return found

    def channel_of(self, action: Action) -> str | None:
        """The id of the channel an action goes through: its own, else its touchpoint's."""
        return action.channel or channel_of(action, self.journey)

    @cached_property
    def gone_through(self) -> frozenset[str]:
        """The ids of the channels that actions go through."""
        found = {self.channel_of(action) for stage in self.journey.stages for action in stage.actions}
        return frozenset(channel for channel in found if channel is not None)

    @cached_property
    def channels(self) -> dict[str, tuple[str, ...]]:
        """The channels of each stage by its id, in the library's order."""
        return {
            key: stage_channels(stage, self) for key, stage in zip(self.routes.stages, self.journey.stages, strict=True)
        }

    @cached_property
    def channel_uses(self) -> ChannelUses:
        """What is asked, answered and done in each channel, by stage."""
        return channel_uses(self)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """The ways between stages, actions and other maps: by the order, and by `next`."""
        return arrows(self)

    @cached_property
    def curves(self) -> dict[str, Curve]:
        """The emotion curve of everyone who walks, by persona id."""
        return curves(self)

    @cached_property
    def asked(self) -> tuple[QuestionState, ...]:
        """The state of every question, in order."""
        return question_states(self)

    @cached_property
    def questions(self) -> dict[str, QuestionState]:
        """The state of every question, by address, in order."""
        return {self.address(state.question): state for state in self.asked}

    @cached_property
    def promises(self) -> dict[str, Parity]:
        """How evenly each promise is kept, by its id."""
        return parities(self)

    @cached_property
    def gaps(self) -> OpenGaps:
        """The open gaps and pains."""
        return open_gaps(self)

    @cached_property
    def opportunities(self) -> tuple[Ranked, ...]:
        """The opportunities that are neither done nor dropped, the best first, the unscored last."""
        return ranked_opportunities(self)

    @cached_property
    def settled_opportunities(self) -> tuple[Ranked, ...]:
        """The opportunities that are done or dropped, in order."""
        return settled_opportunities(self)

    @cached_property
    def evidence(self) -> EvidenceShare:
        """How many of the map's claims cite evidence."""
        return evidence_share(self)

    def address(self, element: Element) -> str:
        """The address of an element of this map."""
        return self.outline.address(element)
