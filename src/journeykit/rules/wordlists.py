"""The word lists, by language: good feelings, bad feelings, the organisation's words, names of stages by role.

Lists are lower case; phrases are matched whole. English is enlarged first, the others follow it.
"""

#: language -> (good feelings, bad feelings, words of the organisation, role -> names of stages)
LISTS: dict[str, tuple[str, str, str, dict[str, str]]] = {
    "en": (
        "happy, glad, relieved, proud, confident, hopeful, delighted, understood, excited, satisfied, calm, grateful",
        "sad, angry, lost, frustrated, annoyed, worried, anxious, nervous, ashamed, confused, disappointed, ignored",
        "qualified lead, mql, sql lead, sales funnel, conversion rate, upsell, cross-sell, onboard the customer, churn",
        {},
    ),
}
