"""Review: councils, their working rules, meetings, declarations, score sheets, the tally and the minutes."""
