"""Sites, where one buys, what shoppers ask, how often pages were opened."""

from ocop.casework.sites.models.questions import Asker, Question
from ocop.casework.sites.models.sites import TEXTS, BuyLink, Sale, Site, SitePhoto, SiteQuerySet
from ocop.casework.sites.models.visits import CountedPart, WeekOfVisits

__all__ = [
    "TEXTS", "Asker", "BuyLink", "CountedPart", "Question", "Sale", "Site", "SitePhoto", "SiteQuerySet",
    "WeekOfVisits",
]  # fmt: skip
