"""The figures of maps, for `journey stats`: one format a module, each with `write(maps, today)`."""

from collections.abc import Sequence

from journeykit.model.document import Document

Maps = Sequence[Document]
