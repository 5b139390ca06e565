"""Pages of rounds and of limit days."""
