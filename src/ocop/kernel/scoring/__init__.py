"""Points, stars and what blocks the next star: one code path for a self-assessment, one sheet and a panel."""

from ocop.kernel.scoring.evaluation import evaluate, partial
from ocop.kernel.scoring.exclusions import Exclusion
from ocop.kernel.scoring.faults import FaultCode, SheetFault
from ocop.kernel.scoring.minimums import Block
from ocop.kernel.scoring.next_star import Gain, NextStar
from ocop.kernel.scoring.result import Result
from ocop.kernel.scoring.sheets import Choice, Sheet
from ocop.kernel.scoring.working import CriterionWorking, Level, MemberPoints, MemberWorking, MinimumWorking
from ocop.kernel.scoring.working_rules import WorkingRules

__all__ = [
    "Block",
    "Choice",
    "CriterionWorking",
    "Exclusion",
    "FaultCode",
    "Gain",
    "Level",
    "MemberPoints",
    "MemberWorking",
    "MinimumWorking",
    "NextStar",
    "Result",
    "Sheet",
    "SheetFault",
    "WorkingRules",
    "evaluate",
    "partial",
]
