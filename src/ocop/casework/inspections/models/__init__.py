"""Plans, inspections, corrective orders, and reports of shoppers."""

from ocop.casework.inspections.models.inspections import (
    Finding,
    FindingPhoto,
    Inspection,
    InspectionItem,
    TeamMember,
)
from ocop.casework.inspections.models.ministrys import MinistryInspection
from ocop.casework.inspections.models.orders import AnswerFile, CorrectiveOrder, OrderAnswer, OrderLetter
from ocop.casework.inspections.models.plans import InspectionPlan, PlanLine
from ocop.casework.inspections.models.reports import MisuseReport, ReportCount, Reporter, ReportPhoto

__all__ = [
    "AnswerFile",
    "CorrectiveOrder",
    "Finding",
    "FindingPhoto",
    "Inspection",
    "InspectionItem",
    "InspectionPlan",
    "MinistryInspection",
    "MisuseReport",
    "OrderAnswer",
    "OrderLetter",
    "PlanLine",
    "ReportCount",
    "ReportPhoto",
    "Reporter",
    "TeamMember",
]
