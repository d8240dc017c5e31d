"""All that follows from a map: the one place where states, curves, parities, rankings and shares are worked out."""

from journeykit.model.derive.channel_use import ChannelUse, ChannelUses
from journeykit.model.derive.curve import Curve, Fall, Point
from journeykit.model.derive.evidence import EvidenceShare
from journeykit.model.derive.facts import Facts
from journeykit.model.derive.freshness import Freshness, freshness
from journeykit.model.derive.gaps import SEVERITIES, OpenGaps
from journeykit.model.derive.metrics import is_on_target, metrics_by_stage
from journeykit.model.derive.opportunities import Ranked
from journeykit.model.derive.promises import Parity
from journeykit.model.derive.questions import QuestionState

__all__ = [
    "SEVERITIES",
    "ChannelUse",
    "ChannelUses",
    "Curve",
    "EvidenceShare",
    "Facts",
    "Fall",
    "Freshness",
    "OpenGaps",
    "Parity",
    "Point",
    "QuestionState",
    "Ranked",
    "freshness",
    "is_on_target",
    "metrics_by_stage",
]
