"""Reads of terms that end, of answers, letters, renewals, cohorts."""
