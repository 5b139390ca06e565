"""Help given: activities, whom they help, their steps, costs, papers, looks, parties, kits."""

from ocop.casework.support.models.activity import Activity, ActivityPaper
from ocop.casework.support.models.looks import Look
from ocop.casework.support.models.money import Cost
from ocop.casework.support.models.people import Beneficiary, Party
from ocop.casework.support.models.products import Kit
from ocop.casework.support.models.steps import Step

__all__ = ["Activity", "ActivityPaper", "Beneficiary", "Cost", "Kit", "Look", "Party", "Step"]
