"""What acts of this package write; it asks nobody."""

from ocop.registers.recognitions.writes.bulk import Progress, Written, enter_rows

__all__ = ["Progress", "Written", "enter_rows"]
