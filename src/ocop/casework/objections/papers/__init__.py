"""The letter that answers an objection, as PDF."""
