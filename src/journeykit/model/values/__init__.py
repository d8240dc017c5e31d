"""The values a map holds: how each is read from text, what it means, how a JSON Schema says it.

Every scalar of a map arrives as the text its author wrote. A field says with an annotation of this package how that
text is read, so one place knows the wanted form, the message and the schema of each kind of value.
"""

from journeykit.model.values.base import UnfitError, Value, article, shown
from journeykit.model.values.numbers import Amount, Money, Number, Quantity, Scale, ShareOf, number
from journeykit.model.values.times import CalendarDate, Dated, Duration, Lasting, Repeating, add_months, parse_duration
from journeykit.model.values.words import Identifier, OneOf, Reason, Reference, Words, YesNo, is_identifier

__all__ = [
    "Amount",
    "CalendarDate",
    "Dated",
    "Duration",
    "Identifier",
    "Lasting",
    "Money",
    "Number",
    "OneOf",
    "Quantity",
    "Reason",
    "Reference",
    "Repeating",
    "Scale",
    "ShareOf",
    "UnfitError",
    "Value",
    "Words",
    "YesNo",
    "add_months",
    "article",
    "is_identifier",
    "number",
    "parse_duration",
    "shown",
]
