"""The map as slides: what stands where (pure data, in points), and how it is written."""
