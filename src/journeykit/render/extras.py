"""Libraries that come with an extra, for pictures."""

from journeykit.extras import MissingExtraError, need

__all__ = ["MissingExtraError", "need"]
