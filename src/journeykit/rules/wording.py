"""How messages list names, so that they read like a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from journeykit.model.values import shown

#: How many names a message lists before it counts the rest.
_MOST = 3


def listed(names: Iterable[str], joint: str = "and") -> str:
    """Names as a sentence lists them: `'Website', 'Shop' and 'Post'`; of many the first three, and how many more."""
    all_names = list(names)
    quoted = [shown(name) for name in all_names[:_MOST]]
    if len(all_names) > _MOST:
        quoted.append(f"{len(all_names) - _MOST} more")
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joint} {quoted[-1]}"
