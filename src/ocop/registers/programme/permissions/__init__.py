"""Who may do what in the programme; one function per act."""

from ocop.registers.programme.permissions.rounds import refuse_manage, refuse_settle

__all__ = ["refuse_manage", "refuse_settle"]
