"""The word lists, by language: good feelings, bad feelings, the organisation's words, names of stages by role.

Lists are lower case, with ss for ß; phrases are matched whole. English is enlarged first, the others follow it. A
feeling that may be good or bad, as `surprised` and `overwhelmed` may, is in no list.
"""

from journeykit.rules.wordlists import de, en, es, fr, pt

#: language -> (good feelings, bad feelings, words of the organisation, role -> names of stages)
LISTS: dict[str, tuple[str, str, str, dict[str, str]]] = {
    "en": (en.GOOD, en.BAD, en.INSIDE, en.ROLES),
    "de": (de.GOOD, de.BAD, de.INSIDE, de.ROLES),
    "es": (es.GOOD, es.BAD, es.INSIDE, es.ROLES),
    "fr": (fr.GOOD, fr.BAD, fr.INSIDE, fr.ROLES),
    "pt": (pt.GOOD, pt.BAD, pt.INSIDE, pt.ROLES),
}
