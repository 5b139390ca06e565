"""The papers of a course, as PDF from the data."""
