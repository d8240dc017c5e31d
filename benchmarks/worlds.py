"""The trades that generated maps are about: who buys what, from whom, and in which stages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class World:
    """One trade. `stages` are a template's roles with the stage's name; the other lists fill the sentences."""

    title: str
    template: str
    stages: tuple[tuple[str, str], ...]
    things: tuple[str, ...]
    rivals: tuple[str, ...]
    teams: tuple[str, ...]
    systems: tuple[str, ...]
    places: tuple[tuple[str, str, str], ...]


_BUYING = ("problem-need", "discovery", "evaluation", "decision", "review")
_CARING = ("onboarding", "adoption", "renewal")
_TRIP = ("before", "during", "after")
_LOYAL = ("awareness", "consideration", "decision", "experience", "advocacy")

WORLDS = (
    World(
        "Changing to a power supplier that keeps its price",
        "buying-process",
        tuple(zip(_BUYING,
                  ("The bill is a shock", "Asks around", "Compares tariffs", "Signs",
        "The first bill comes"), strict=True)),
        ("the yearly bill", "the price guarantee", "the meter reading", "the advance payment", "the notice period",
         "the welcome letter", "the green tariff", "the bonus", "the final invoice", "the change of address"),
        ("the town's own supplier", "a cheap newcomer", "the comparison site"),
        ("Tariffs", "Kundenservice Süd", "Billing", "Metering", "Legal"),
        ("Billing system", "Meter data hub", "Tariff engine", "Letter printing"),
        (("web", "Website", "digital"), ("app", "App", "digital"), ("phone", "Service line", "human"),
         ("post", "Post", "physical"), ("friends", "Friends and neighbours", "human")),
    ),
    World(
        "Finding a gym and still going in March",
        "awareness-to-advocacy",
        tuple(zip(_LOYAL,
                  ("Feels out of breath", "Looks for a place to train", "Joins", "The first weeks",
        "Brings a friend"), strict=True)),
        ("the trial week", "the changing rooms", "the course timetable", "the yearly contract",
        "the first training plan",
         "the entry gate", "the trainer's advice", "the sauna", "the monthly fee", "the pause during holidays"),
        ("the gym round the corner", "running in the park", "an app with videos"),
        ("Front desk", "Trainers", "Mitgliederservice", "Marketing", "Facilities"),
        ("Membership system", "Course planner", "Door control", "Newsletter tool"),
        (("studio", "Gym", "physical"), ("app", "App", "digital"), ("desk", "Front desk", "human"),
         ("mail", "E-mail", "automated"), ("web", "Website", "digital")),
    ),
    World(
        "By night train from Zürich to the sea",
        "before-during-after",
        tuple(zip(_TRIP, ("Plans the journey", "Travels through the night", "Comes home again"), strict=True)),
        ("the sleeper berth", "the seat reservation", "the connection in Milan", "the breakfast", "the delay",
         "the luggage rack", "the refund", "the ticket on the phone", "the compartment", "the wake-up call"),
        ("the cheap flight", "the family car", "the long-distance coach"),
        ("Sales", "Bordservice", "Operations", "Claims", "Partner railways"),
        ("Booking system", "Delay feed", "Crew tablet", "Claims desk"),
        (("web", "Website", "digital"), ("station", "Station", "physical"), ("crew", "Crew on board", "human"),
         ("app", "App", "digital"), ("sms", "Text message", "automated")),
    ),
    World(
        "Getting a small firm's books in order",
        "customer-lifecycle",
        tuple(zip(_CARING, ("The first month", "Books by themselves", "Stays another year"), strict=True)),
        ("the bank connection", "the first invoice", "the tax report", "the receipt scanner", "the reminder run",
         "the accountant's access", "the yearly close", "the price plan", "the import of old data",
         "the payroll module"),
        ("the spreadsheet", "the accountant's own tool", "the market leader"),
        ("Onboarding", "Product", "Support", "Comptabilité", "Customer success"),
        ("Import service", "Event store", "Help centre", "Ticket system"),
        (("product", "The product itself", "digital"), ("mail", "E-mail", "automated"), ("call", "Onboarding call",
        "human"),
         ("help", "Help centre", "digital"), ("chat", "Chat", "human")),
    ),
    World(
        "A new hearing aid that is worn after all",
        "buying-process",
        tuple(zip(_BUYING,
                  ("Misses half the talk", "Hears of a remedy", "Tries on", "Chooses one",
        "Lives with it"), strict=True)),
        ("the hearing test", "the trial at home", "the co-payment", "the tiny batteries", "the fitting",
         "the whistle at dinner", "the insurer's form", "the repair", "the remote control", "the follow-up visit"),
        ("the mail-order device", "the other acoustician", "doing without"),
        ("Akustik Łódź", "Fitting", "Insurance desk", "Workshop", "Training"),
        ("Appointment book", "Fitting software", "Insurer portal", "Spare parts store"),
        (("shop", "Shop", "physical"), ("doctor", "Ear doctor", "human"), ("phone", "Telephone", "human"),
         ("web", "Website", "digital"), ("letter", "Letter", "physical")),
    ),
    World(
        "Moving house without losing the internet",
        "awareness-to-advocacy",
        tuple(zip(_LOYAL,
                  ("Signs the new lease", "Asks what is possible there", "Orders the move",
        "The day of the switch", "Tells the neighbours"), strict=True)),
        ("the availability check", "the technician's visit", "the router", "the old contract", "the first speed test",
         "the connection box", "the confirmation of the date", "the bridging stick", "the landline number",
         "the double payment"),
        ("the cable company", "mobile data alone", "the neighbour's network"),
        ("Moves", "Field service", "Réseau", "Logistics", "Retention"),
        ("Line database", "Technician planner", "Parcel tracking", "Contract system"),
        (("web", "Website", "digital"), ("technician", "Technician at the door", "human"), ("shop", "Shop",
        "physical"),
         ("hotline", "Hotline", "human"), ("sms", "Text message", "automated")),
    ),
    World(
        "From toothache to a painless check-up",
        "service-blueprint",
        tuple(zip(_TRIP, ("Books an appointment", "In the chair", "Back home"), strict=True)),
        ("the free slot", "the questionnaire", "the cost estimate", "the waiting room", "the X-ray",
         "the injection", "the reminder", "the bill", "the private insurance", "the half-yearly check"),
        ("the practice near work", "a pain killer", "the dental clinic"),
        ("Reception", "Dentists", "Hygiène", "Billing service", "Practice manager"),
        ("Practice calendar", "Patient record", "Billing office", "Reminder service"),
        (("phone", "Telephone", "human"), ("practice", "Practice", "physical"), ("web", "Online calendar", "digital"),
         ("sms", "Text message", "automated"), ("post", "Post", "physical")),
    ),
    World(
        "Renting a cargo bike for the first time",
        "before-during-after",
        tuple(zip(_TRIP, ("Has something to carry", "Rides it home", "Brings it back"), strict=True)),
        ("the deposit", "the code for the lock", "the battery", "the rain cover", "the child seat",
         "the station map", "the late fee", "the damage report", "the first hill", "the return photo"),
        ("the hired van", "the neighbour's trailer", "home delivery"),
        ("Fleet", "Support", "Werkstatt", "City partnerships", "Finance"),
        ("Lock gateway", "Fleet map", "Payment service", "Workshop board"),
        (("app", "App", "digital"), ("station", "Bike station", "physical"), ("support", "Support chat", "human"),
         ("poster", "Poster in the street", "physical"), ("mail", "E-mail", "automated")),
    ),
)  # fmt: skip
