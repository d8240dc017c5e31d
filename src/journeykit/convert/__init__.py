"""One format a file, reading and writing maps."""
