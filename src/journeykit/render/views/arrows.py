"""Which way a journey goes, as pictures draw it: the arrows that follow from the map, and their ends."""

from journeykit.model.derive.arrows import Arrow, Spot, arrows

__all__ = ["Arrow", "Spot", "arrows"]
