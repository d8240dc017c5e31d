"""What is worked out when first asked for, and kept: `functools.cached_property`, without a lock for each.

Until Python 3.12 the library's own takes one before it works anything out. Here one thread reads a map, and each map
has dozens of such facts.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 - it stands in for the library's
        """A method of one value, asked for as a property."""

        def __init__(self, work):
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._work(instance)
            return value


__all__ = ["cached_property"]
