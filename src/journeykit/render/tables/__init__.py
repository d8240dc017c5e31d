"""The map as tables, for those who count and sort: a table a lane, and one of everything."""
