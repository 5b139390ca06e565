"""Help given: activities, whom they help, their steps, costs, papers, looks, parties, kits, attendance."""

from ocop.casework.support.models.activity import Activity, ActivityPaper
from ocop.casework.support.models.courses import CourseDay, Material
from ocop.casework.support.models.looks import Look
from ocop.casework.support.models.money import Cost
from ocop.casework.support.models.people import Attendance, Beneficiary, Party
from ocop.casework.support.models.products import Kit
from ocop.casework.support.models.steps import Step

__all__ = [
    "Activity", "ActivityPaper", "Attendance", "Beneficiary", "Cost", "CourseDay", "Kit", "Look", "Material",
    "Party",
    "Step",
]  # fmt: skip
