"""The papers of this package, as PDF from the data."""
