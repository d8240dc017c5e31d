"""A map as a workbook: a sheet a lane table, with typed cells, for those who count, sort and filter."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.render.options import Options

#: The views this format can hold: the whole map.
VIEWS = ("map",)


def write(facts: Facts, options: Options) -> bytes:
    """The workbook. Raises `MissingExtraError` without XlsxWriter."""
    from journeykit.render.tables.workbook import workbook

    return workbook(facts, options.look, options.lanes)
