"""What acts of the programme ask."""
