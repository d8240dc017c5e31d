"""The figures of a comparison in words, for the terminal and for documents."""

from __future__ import annotations

from journeykit.diff.revision import MapDiff
from journeykit.diff.summary import Summary
from journeykit.render.views.words import percent, signed


def compared(figures: Summary) -> list[tuple[str, str, str]]:
    """What each figure is called, and what it was and is; a figure that one of the maps does not have is left out."""
    was, now = (f"{count} of {of}" for count, of in zip(figures.questions_answered, figures.questions, strict=True))
    rows = [("Questions answered", was, now)]
    for name, (old, new) in (
        ("Open gaps and pains", figures.open_gaps),
        ("Promises misaligned", figures.misaligned),
        ("Moments of truth", figures.truths),
    ):
        rows.append((name, str(old), str(new)))
    old_mean, new_mean = figures.mean_emotion
    if old_mean is not None and new_mean is not None:
        rows.insert(0, ("Average feeling", signed(old_mean), signed(new_mean)))
    old_share, new_share = figures.evidence
    if old_share is not None and new_share is not None:
        rows.append(("Backed by evidence", percent(old_share), percent(new_share)))
    return rows


def called(one: MapDiff) -> list[str]:
    """What the revisions that are there are called: as they say themselves, where that tells them apart."""
    sides = [side for side in (one.old, one.new) if side]
    names = [side.journey.revision if side.journey else None for side in sides]
    if all(names) and len(set(names)) == len(names):
        return [name for name in names if name]
    return [side.source.name for side in sides]
